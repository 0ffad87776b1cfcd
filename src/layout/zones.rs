//! A picture of many members: every combination of alliances is one block of names, a *zone*, and
//! the field of an alliance is the union of its zones.
//!
//! Zones and the places in them are laid out once for all days, so that no name moves unless its
//! memberships change. What a field holds on a day is a question of which zones have somebody in
//! them, see [`Zones::outlines`].

mod union;

use super::Place;
use super::outline::Outline;
use super::route::Curve;
use crate::date::{Date, Span};
use crate::geometry::{Point, Rect, number};
use serde::{Deserialize, Serialize};

/// The zones of a placement, and who stands where in them, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Zones {
    /// The blocks, those of one alliance alone first, in the order of the hubs.
    pub areas: Vec<Area>,
    /// The places for names in them.
    pub slots: Vec<Slot>,
    /// Who stands in which, and when: two in one slot are never there on one day.
    pub stays: Vec<Stay>,
    /// The width at which names are wrapped, in scene units.
    pub name_width: f64,
    /// The width at which the titles of alliances are.
    pub title_width: f64,
}

/// A block of names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// What it fills.
    pub rect: Rect,
    /// The fields that it is in.
    pub fields: Vec<Part>,
    /// Whether nothing hangs below it, so that on a day it ends with the last who is there.
    pub is_open: bool,
}

impl Area {
    /// What it is of a field; none where it is no part of that.
    pub fn part(&self, field: usize) -> Option<&Part> {
        self.fields.iter().find(|part| part.field == field)
    }
}

/// That an area is a part of a field, and how it hangs together with the rest of that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The field, by the order of the hubs.
    pub field: usize,
    /// The area that it touches on the way to the hub; none for the one with the hub.
    pub through: Option<usize>,
    /// The arm by which it reaches that area where it does not touch it.
    pub arm: Vec<Rect>,
}

/// A place for a name.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// The area that it is in.
    pub area: usize,
    /// What it fills, mark and name.
    pub rect: Rect,
}

/// That somebody stands in a slot for some time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stay {
    /// The node.
    pub node: usize,
    /// The slot.
    pub slot: usize,
    /// The days.
    pub time: Span,
    /// Where mark and name stand.
    pub place: Place,
}

/// How far the nearest outline stands back from its zones, in scene units.
const INSET: f64 = 1.5;
/// From one outline to the next: fields that share a zone differ in it, so that no outline lies on
/// another.
const INSET_STEP: f64 = 2.0;
/// How many distances there are; of more fields that all share zones, some outlines coincide.
const INSETS: usize = 3;
/// The farthest that an outline stands back, in scene units.
pub const DEEPEST: f64 = INSET + INSET_STEP * 2.0;

impl Zones {
    /// Where a node stands on a day; none where it is in no alliance then.
    pub fn place(&self, node: usize, date: Date) -> Option<&Place> {
        let mut stays = self.stays.iter();
        let stay = stays.find(|stay| stay.node == node && stay.time.contains(date))?;
        Some(&stay.place)
    }

    /// The outlines of a field on a day: its pieces, which is one, and its holes. `is_in` says of a
    /// node whether it is in the field on that day, by whoever tells it: whom it says no of stands
    /// outside, in a bay.
    pub fn outlines(
        &self,
        field: usize,
        date: Date,
        is_in: impl Fn(usize) -> bool,
    ) -> Vec<Outline> {
        let mut kept = vec![false; self.areas.len()];
        let mut strangers = Vec::new();
        for stay in self.stays.iter().filter(|stay| stay.time.contains(date)) {
            let slot = self.slots[stay.slot];
            if is_in(stay.node) {
                kept[slot.area] = true;
            } else {
                strangers.push(slot);
            }
        }
        let part = |area: usize| self.areas[area].part(field);
        let mut tiles = Vec::new();
        for area in 0..self.areas.len() {
            let is_home = part(area).is_some_and(|part| part.through.is_none());
            // An area with nobody in it is there where the way to another leads through it.
            if !is_home && !kept[area] {
                continue;
            }
            let mut next = Some(area);
            while let Some(area) = next {
                let Some(part) = part(area) else {
                    break;
                };
                kept[area] = true;
                tiles.extend_from_slice(&part.arm);
                next = part.through;
            }
        }
        for (place, area) in self.areas.iter().enumerate() {
            if kept[place] && area.part(field).is_some() {
                tiles.push(self.filled(place, date));
            }
        }
        let bays = strangers.iter().filter(|slot| kept[slot.area]);
        let bays: Vec<_> = bays.map(|slot| slot.rect).collect();
        union::outlines(&tiles, &bays, self.inset(field))
    }

    /// Whether they are zones of so many nodes and fields: every place that is named is there.
    pub fn are_of(&self, nodes: usize, fields: usize) -> bool {
        let areas = self.areas.len();
        let is_part =
            |part: &Part| part.field < fields && part.through.is_none_or(|through| through < areas);
        self.areas.iter().flat_map(|area| &area.fields).all(is_part)
            && self.slots.iter().all(|slot| slot.area < areas)
            && self
                .stays
                .iter()
                .all(|stay| stay.node < nodes && stay.slot < self.slots.len())
            && self.has_no_ring()
    }

    /// Whether every way through areas comes to an end.
    fn has_no_ring(&self) -> bool {
        let areas = 0..self.areas.len();
        areas.clone().all(|area| {
            self.areas[area].fields.iter().all(|part| {
                let mut next = part.through;
                for _ in areas.clone() {
                    let Some(area) = next else {
                        return true;
                    };
                    let on = self.areas[area].part(part.field);
                    next = on.and_then(|part| part.through);
                }
                next.is_none()
            })
        })
    }

    /// The outline of a field with all its zones, whoever stands in them.
    #[cfg(feature = "studio")]
    pub(super) fn whole(&self, field: usize) -> Outline {
        let mut tiles = Vec::new();
        for area in &self.areas {
            if let Some(part) = area.part(field) {
                tiles.push(area.rect);
                tiles.extend_from_slice(&part.arm);
            }
        }
        let mut outlines = union::outlines(&tiles, &[], self.inset(field));
        outlines.swap_remove(0)
    }

    /// What of an area is filled on a day: one below which nothing hangs ends with the last who is
    /// there, or with its title.
    fn filled(&self, area: usize, date: Date) -> Rect {
        let Area { rect, is_open, .. } = &self.areas[area];
        let slots = || self.slots.iter().filter(|slot| slot.area == area);
        let first = slots().map(|slot| slot.rect.min.y).reduce(f64::min);
        let last = slots().map(|slot| slot.rect.max.y).reduce(f64::max);
        let Some((first, last)) = first.zip(last).filter(|_| *is_open) else {
            return *rect;
        };
        let there = self.stays.iter().filter(|stay| stay.time.contains(date));
        let there = there.map(|stay| self.slots[stay.slot]);
        let ends = there.filter(|slot| slot.area == area);
        let end = ends.map(|slot| slot.rect.max.y).fold(first, f64::max);
        Rect::new(rect.min, Point::new(rect.max.x, end + rect.max.y - last))
    }

    /// How far a field's outline stands back: fields are numbered in their order, each with the
    /// least number that none before it has with which it shares a zone.
    fn inset(&self, field: usize) -> f64 {
        let shares = |a: usize, b: usize| {
            let mut areas = self.areas.iter();
            areas.any(|area| area.part(a).is_some() && area.part(b).is_some())
        };
        let mut numbers: Vec<usize> = Vec::new();
        for at in 0..=field {
            let taken = |wanted: &usize| {
                let mut before = numbers.iter().enumerate();
                before.any(|(other, it)| it == wanted && shares(at, other))
            };
            let free = (0..=field).find(|wanted| !taken(wanted));
            numbers.push(free.unwrap_or_default());
        }
        INSET + INSET_STEP * number(numbers[field] % INSETS)
    }

    /// With its points where a function has them.
    pub(super) fn map(&mut self, to: impl Fn(Point) -> Point) {
        let rect = |rect: Rect| Rect::new(to(rect.min), to(rect.max));
        for area in &mut self.areas {
            area.rect = rect(area.rect);
            for arm in area.fields.iter_mut().flat_map(|part| &mut part.arm) {
                *arm = rect(*arm);
            }
        }
        for slot in &mut self.slots {
            slot.rect = rect(slot.rect);
        }
        for stay in &mut self.stays {
            stay.place = stay.place.map(&to);
        }
    }

    /// The smallest rectangle around everything; none where there is nothing.
    pub(super) fn extent(&self) -> Option<Rect> {
        let areas = self.areas.iter().map(|area| area.rect);
        let arms = self.areas.iter().flat_map(|area| &area.fields);
        let arms = arms.flat_map(|part| part.arm.iter().copied());
        areas.chain(arms).reduce(Rect::union)
    }
}

/// The curve of a tie between two marks, bent to one side so that it lies on no line of names.
pub fn arc(from: &Place, to: &Place) -> Curve {
    let way = to.center - from.center;
    let side = way.quarter_turn() * 0.16;
    let control = from.center.lerp(to.center, 0.5) + side;
    let [start, end] = [(from, control), (to, control)]
        .map(|(place, control)| place.center + (control - place.center).unit() * place.radius);
    Curve {
        start,
        control,
        end,
    }
}
