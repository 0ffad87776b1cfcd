//! Places for many members: zones in a stack or in a mosaic.
//!
//! The members of one alliance alone are its *body*: a block of names in columns. In a *stack*,
//! bodies lie one below the other, and the zones of those who are in several alliances lie between
//! them, each a *shelf* as wide as the bodies. A shelf touches the bodies next to it; an alliance
//! whose body is not next to one of its shelves reaches it by an *arm* in the margin, where nobody
//! stands. So a field is one piece and holds nobody else, whatever the sets are.
//!
//! On wide screens, up to three alliances have room side by side, which is lower: a *mosaic*.
//!
//! Like the picture of few, all of it uses only `+ − × ÷ √`.

mod mosaic;
mod order;
mod setting;

use super::Request;
use super::context;
use crate::date::Span;
use crate::geometry::{Point, Rect, Size, Vec2, number};
use crate::layout::text::{Face, wrap};
use crate::layout::zones::{Area, DEEPEST, Part, Slot, Stay, Zones};
use crate::layout::{Field, Frame, LabelAlign, LabelSide, MARGIN, Place, Placement, Role};
use order::Shelves;
use setting::{Columns, Titles};

/// All that a picture of many members depends on.
#[derive(Clone, Debug)]
pub struct ZonesRequest {
    /// The nodes as in a picture of few; of the members only who they are.
    pub nodes: Request,
    /// The name of each node in each language.
    pub names: Vec<Vec<String>>,
    /// Who is in which alliances, and when, in the order of the story.
    pub stays: Vec<StaySpec>,
}

/// That a node is in some alliances for some time, and in no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaySpec {
    /// The node.
    pub node: usize,
    /// Its alliances by the order of the hubs, at least one, each once, in that order.
    pub fields: Vec<usize>,
    /// The days.
    pub time: Span,
}

/// The radius of a mark in a picture of many, in scene units.
pub const MARK: f64 = 7.0;
/// The radius kept free around it, which has a ring, in scene units.
pub const REACH: f64 = 10.0;
/// The radius of an alliance's hub.
const HUB: f64 = 13.0;
/// From a mark's side to its name.
const NAME_GAP: f64 = 7.0;
/// Between what stands in a zone and its edge, and between columns: room for an outline on either
/// side of a bay.
const PADDING: f64 = 2.0 * DEEPEST + 4.0;
/// Above and below the names of a zone.
const EDGE: f64 = DEEPEST + 3.0;
/// Between two zones that have no field in common.
const GAP: f64 = 8.0;
/// The width of an arm.
const ARM: f64 = 2.0 * DEEPEST + 4.0;

/// Those who are ever in one combination of alliances, each slot with who stands in it in turn.
struct Zone {
    fields: Vec<usize>,
    slots: Vec<Vec<usize>>,
}

/// The zones of the stays: the bodies in the order of the hubs, then the shared ones.
fn zones(request: &ZonesRequest, hubs: usize) -> Vec<Zone> {
    let body = |hub| Zone {
        fields: vec![hub],
        slots: Vec::new(),
    };
    let mut zones: Vec<Zone> = (0..hubs).map(body).collect();
    let mut stays: Vec<usize> = (0..request.stays.len()).collect();
    stays.sort_by_key(|stay| request.stays[*stay].time.first);
    for stay in stays {
        let StaySpec { fields, time, .. } = &request.stays[stay];
        let place = zones.iter().position(|zone| zone.fields == *fields);
        let place = place.unwrap_or_else(|| {
            zones.push(Zone {
                fields: fields.clone(),
                slots: Vec::new(),
            });
            zones.len() - 1
        });
        let slots = &mut zones[place].slots;
        // The first slot that was left goes to whoever comes next: as many as ever at once.
        let free = slots.iter_mut().find(|slot| {
            let last = slot.last().map(|last| request.stays[*last].time.last);
            last.is_some_and(|last| last < time.first)
        });
        match free {
            Some(slot) => slot.push(stay),
            None => slots.push(vec![stay]),
        }
    }
    zones
}

/// Places everything that the request names.
pub fn place_zones(request: &ZonesRequest) -> Placement {
    let nodes = &request.nodes.nodes;
    let hubs: Vec<usize> = (0..nodes.len())
        .filter(|node| nodes[*node].role == Role::Hub)
        .collect();
    let zones = zones(request, hubs.len());
    let builder = Builder {
        request,
        hubs: &hubs,
        zones: &zones,
        titles: Titles {
            width: 0.0,
            lines: 1,
        },
        columns: Columns::of(0.0, 1, 1),
        areas: vec![
            Area {
                rect: Rect::default(),
                fields: Vec::new(),
                is_open: false,
            };
            zones.len()
        ],
        slots: Vec::new(),
        stays: Vec::new(),
        places: vec![None; nodes.len()],
    };
    let mosaic = match request.nodes.frame {
        Frame::Wide => mosaic::of(&builder),
        Frame::Tall => None,
    };
    let stack = builder.stack();
    match mosaic {
        Some(mosaic) if mosaic.bottom() < stack.bottom() => mosaic.finish(),
        _ => stack.finish(),
    }
}

/// Builds a placement.
#[derive(Clone)]
struct Builder<'a> {
    request: &'a ZonesRequest,
    hubs: &'a [usize],
    zones: &'a [Zone],
    titles: Titles,
    columns: Columns,
    areas: Vec<Area>,
    slots: Vec<Slot>,
    stays: Vec<Stay>,
    places: Vec<Option<Place>>,
}

impl Builder<'_> {
    /// Every zone below the one before.
    fn stack(mut self) -> Self {
        let frame = self.request.nodes.frame;
        let fields: Vec<&[usize]> = self.zones.iter().map(|it| it.fields.as_slice()).collect();
        let shelves = order::shelves(self.hubs.len(), &fields);
        let sides = [shelves.arms.len().div_ceil(2), shelves.arms.len() / 2];
        let [before, after] = sides.map(|arms| number(arms) * ARM);
        let span = [MARGIN + before, frame.width() - MARGIN - after];
        let width = span[1] - span[0];
        let most = match frame {
            Frame::Wide => 5,
            Frame::Tall => 3,
        };
        let fits = |count: &usize| Columns::of(width, *count, 1).fit(self.request);
        let count = (2..=most).rev().find(fits).unwrap_or(1);
        self.columns = Columns::of(width, count, 1);
        self.titles = Titles::of(self.request, self.hubs, width);
        let mut y = MARGIN;
        let mut above: Option<usize> = None;
        for &zone in &shelves.order {
            let shares = |other: usize| {
                let fields = &self.zones[other].fields;
                fields.iter().any(|it| self.zones[zone].fields.contains(it))
            };
            if let Some(above) = above.filter(|above| !shares(*above)) {
                y += GAP;
                self.areas[above].is_open = true;
            }
            y = self.area(zone, span, count, y);
            above = Some(zone);
        }
        if let Some(last) = above {
            self.areas[last].is_open = true;
        }
        for (zone, area) in self.areas.iter_mut().enumerate() {
            let parts = self.zones[zone].fields.iter();
            area.fields = parts
                .map(|&field| Part {
                    field,
                    through: shelves.through(zone, field),
                    arm: Vec::new(),
                })
                .collect();
        }
        self.arms(&shelves, span);
        self
    }

    /// A zone in so many columns of a span: the title of a body, and the names, each column a pile
    /// of its own. It gives the end of the zone.
    fn area(&mut self, zone: usize, span: [f64; 2], columns: usize, top: f64) -> f64 {
        let is_body = zone < self.hubs.len();
        let mut first = top + EDGE;
        if is_body {
            self.title(zone, span[0], top);
            first = top + self.titles.height() + DEEPEST;
        }
        let mut piles = vec![first; columns];
        for (index, occupants) in self.zones[zone].slots.iter().enumerate() {
            let column = index % columns;
            let node = |stay: &usize| self.request.stays[*stay].node;
            let names = occupants.iter().map(|stay| &self.request.names[node(stay)]);
            let height = self.columns.height(names);
            let x = span[0] + PADDING + self.columns.step * number(column);
            let min = Point::new(x, piles[column]);
            let width = self.columns.step - PADDING;
            let rect = Rect::new(min, min + Vec2::new(width, height));
            piles[column] += height;
            for &stay in occupants {
                let StaySpec { node, time, .. } = self.request.stays[stay];
                self.stays.push(Stay {
                    node,
                    slot: self.slots.len(),
                    time,
                    place: mark(rect),
                });
            }
            self.slots.push(Slot { area: zone, rect });
        }
        let last = piles.into_iter().reduce(f64::max).unwrap_or(first);
        let bottom = last + EDGE;
        self.areas[zone].rect = between(span, [top, bottom]);
        bottom
    }

    /// A hub with its title, at the top of its body.
    fn title(&mut self, zone: usize, start: f64, top: f64) {
        let height = self.titles.height();
        let center = Point::new(start + DEEPEST + 4.0 + HUB, top + DEEPEST + height / 2.0);
        let node = self.hubs[zone];
        let names = self.request.names[node].iter();
        let lines = names.flat_map(|name| wrap(name, Face::Title, self.titles.width));
        let width = lines.map(|line| Face::Title.width(&line) + 4.0);
        let width = width.reduce(f64::max).unwrap_or_default();
        let half = Face::Title.line_height() * number(self.titles.lines) / 2.0;
        let corner = center + Vec2::new(HUB + NAME_GAP - 2.0, -half);
        self.places[node] = Some(Place {
            center,
            radius: HUB,
            reach: HUB + 1.0,
            label: Rect::new(corner, corner + Vec2::new(width, 2.0 * half)),
            side: LabelSide::End,
            align: LabelAlign::Start,
        });
    }

    /// The arms, the longest outermost, in turn at the inline start and at the end.
    fn arms(&mut self, shelves: &Shelves, span: [f64; 2]) {
        let sides = [shelves.arms.len().div_ceil(2), shelves.arms.len() / 2];
        for (index, &field) in shelves.arms.iter().enumerate() {
            let (side, before) = (index % 2, index / 2);
            let lane = number(sides[side] - before - 1) * ARM;
            // From the zones outwards: the inner side of the lane, and the outer one.
            let (edge, sign) = (span[side], [-1.0, 1.0][side]);
            let inner = edge + sign * lane;
            let outer = inner + sign * ARM;
            let body = self.areas[field].rect;
            let head = self.titles.height() + DEEPEST;
            let shoulder = body.min.y + head.min(body.size().height) / 2.0;
            for zone in self.hubs.len()..self.zones.len() {
                if !shelves.needs_arm(zone, field) {
                    continue;
                }
                let hand = self.areas[zone].rect.center().y;
                let across = |y: f64| between([edge, outer], [y - ARM / 2.0, y + ARM / 2.0]);
                let (above, below) = (shoulder.min(hand), shoulder.max(hand));
                let along = [above - ARM / 2.0, below + ARM / 2.0];
                let arm = vec![
                    across(shoulder),
                    between([inner, outer], along),
                    across(hand),
                ];
                let mut parts = self.areas[zone].fields.iter_mut();
                if let Some(part) = parts.find(|part| part.field == field) {
                    part.arm = arm;
                }
                // The hand of an arm holds it where it is.
                self.areas[zone].is_open = false;
            }
        }
    }

    /// Where the lowest zone ends.
    fn bottom(&self) -> f64 {
        let ends = self.areas.iter().map(|area| area.rect.max.y);
        ends.reduce(f64::max).unwrap_or_default()
    }

    fn finish(mut self) -> Placement {
        // Who stands in several places in turn is sought where it stands last.
        for stay in &self.stays {
            self.places[stay.node] = Some(stay.place);
        }
        let zones = Zones {
            areas: self.areas,
            slots: self.slots,
            stays: self.stays,
            name_width: self.columns.name_width,
            title_width: self.titles.width,
        };
        let fields = self.hubs.iter().enumerate().map(|(field, &hub)| Field {
            hub,
            outline: zones.whole(field),
        });
        let mut placement = Placement {
            size: Size::new(self.request.nodes.frame.width(), 0.0),
            fields: fields.collect(),
            places: self.places,
            zones: Some(zones),
        };
        let core = placement.extent();
        for (node, place) in context::bands(&self.request.nodes, &placement.places, core) {
            placement.places[node] = Some(place);
        }
        placement.bring_to_grid(0.0);
        placement.settle();
        placement
    }
}

/// A mark at the inline start of its slot, with its name after it.
fn mark(slot: Rect) -> Place {
    let center = Point::new(slot.min.x + MARK, slot.center().y);
    let corner = Point::new(center.x + MARK + NAME_GAP - 2.0, slot.min.y);
    Place {
        center,
        radius: MARK,
        reach: REACH,
        label: Rect::new(corner, slot.max),
        side: LabelSide::End,
        align: LabelAlign::Start,
    }
}

fn between(xs: [f64; 2], ys: [f64; 2]) -> Rect {
    let [left, right] = [xs[0].min(xs[1]), xs[0].max(xs[1])];
    Rect::new(Point::new(left, ys[0]), Point::new(right, ys[1]))
}
