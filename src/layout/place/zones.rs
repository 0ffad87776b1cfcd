//! Places for many members: a stack of zones.
//!
//! The members of one alliance alone are its *body*: a block of names in columns. Bodies lie one
//! below the other, and the zones of those who are in several alliances lie between them, each a
//! *shelf* as wide as the bodies. A shelf touches the bodies next to it; an alliance whose body is
//! not next to one of its shelves reaches it by an *arm* in the margin, where nobody stands. So a
//! field is one piece and holds nobody else, whatever the sets are.
//!
//! Like the picture of few, it uses only `+ − × ÷ √`.

mod order;

use super::Request;
use super::context;
use crate::date::Span;
use crate::geometry::{Point, Rect, Size, Vec2, number};
use crate::layout::text::{Face, wrap};
use crate::layout::zones::{Area, DEEPEST, Part, Slot, Stay, Zones};
use crate::layout::{Field, Frame, LabelAlign, LabelSide, MARGIN, Place, Placement, Role};
use order::Shelves;

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
/// Between two lines of names.
const LEADING: f64 = 4.0;
/// The height of an alliance's title.
const TITLE: f64 = 32.0;
/// Between two zones that have no field in common.
const GAP: f64 = 8.0;
/// The width of an arm.
const ARM: f64 = 2.0 * DEEPEST + 4.0;
/// The most lines of a name.
const MOST_LINES: usize = 2;
/// The share of names that may take a second line for the sake of another column.
const WRAPPED: f64 = 0.25;

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

/// How names are set: in so many columns of such a width.
struct Columns {
    count: usize,
    /// From the start of one to that of the next.
    step: f64,
    name_width: f64,
}

impl Columns {
    fn of(width: f64, count: usize) -> Self {
        let step = (width - PADDING) / number(count);
        Self {
            count,
            step,
            name_width: step - PADDING - 2.0 * MARK - NAME_GAP,
        }
    }

    /// As many columns as the names let there be.
    fn fitting(request: &ZonesRequest, width: f64) -> Self {
        let most = match request.nodes.frame {
            Frame::Wide => 5,
            Frame::Tall => 3,
        };
        let fits = |columns: &Self| {
            let mut wrapped = 0;
            for stay in &request.stays {
                let lines = columns.lines(&request.names[stay.node]);
                if lines > MOST_LINES || !columns.has_room(&request.names[stay.node]) {
                    return false;
                }
                wrapped += usize::from(lines > 1);
            }
            number(wrapped) <= WRAPPED * number(request.stays.len())
        };
        let mut tried = (2..=most).rev().map(|count| Self::of(width, count));
        tried.find(fits).unwrap_or_else(|| Self::of(width, 1))
    }

    /// The most lines that a name takes in any language.
    fn lines(&self, names: &[String]) -> usize {
        let lines = |name: &String| wrap(name, Face::Label, self.name_width).len();
        names.iter().map(lines).max().unwrap_or(1)
    }

    /// Whether no word is wider than a line.
    fn has_room(&self, names: &[String]) -> bool {
        let lines = names
            .iter()
            .flat_map(|name| wrap(name, Face::Label, self.name_width));
        lines
            .into_iter()
            .all(|line| Face::Label.width(&line) <= self.name_width)
    }
}

/// Places everything that the request names.
pub fn place_zones(request: &ZonesRequest) -> Placement {
    let nodes = &request.nodes.nodes;
    let hubs: Vec<usize> = (0..nodes.len())
        .filter(|node| nodes[*node].role == Role::Hub)
        .collect();
    let zones = zones(request, hubs.len());
    let fields: Vec<&[usize]> = zones.iter().map(|zone| zone.fields.as_slice()).collect();
    let shelves = order::shelves(hubs.len(), &fields);
    let mut builder = Builder::new(request, &hubs, &zones, &shelves);
    builder.stack();
    builder.arms();
    builder.finish()
}

/// Builds a placement from the top.
struct Builder<'a> {
    request: &'a ZonesRequest,
    hubs: &'a [usize],
    zones: &'a [Zone],
    shelves: &'a Shelves,
    /// The inline start and end of the zones, between the arms.
    span: [f64; 2],
    columns: Columns,
    areas: Vec<Area>,
    slots: Vec<Slot>,
    stays: Vec<Stay>,
    places: Vec<Option<Place>>,
    y: f64,
}

impl<'a> Builder<'a> {
    fn new(
        request: &'a ZonesRequest,
        hubs: &'a [usize],
        zones: &'a [Zone],
        shelves: &'a Shelves,
    ) -> Self {
        let frame = request.nodes.frame;
        let arms = number(shelves.arms.len().div_ceil(2)) * ARM;
        let others = number(shelves.arms.len() / 2) * ARM;
        let span = [MARGIN + arms, frame.width() - MARGIN - others];
        let empty = Area {
            rect: Rect::default(),
            fields: Vec::new(),
        };
        Self {
            request,
            hubs,
            zones,
            shelves,
            span,
            columns: Columns::fitting(request, span[1] - span[0]),
            areas: vec![empty; zones.len()],
            slots: Vec::new(),
            stays: Vec::new(),
            places: vec![None; request.nodes.nodes.len()],
            y: MARGIN,
        }
    }

    /// Every zone below the one before.
    fn stack(&mut self) {
        let mut before: Option<usize> = None;
        for &zone in &self.shelves.order {
            let shares = |other: usize| {
                let fields = &self.zones[other].fields;
                fields.iter().any(|it| self.zones[zone].fields.contains(it))
            };
            if before.is_some_and(|before| !shares(before)) {
                self.y += GAP;
            }
            self.area(zone);
            before = Some(zone);
        }
        for (zone, area) in self.areas.iter_mut().enumerate() {
            let parts = self.zones[zone].fields.iter();
            area.fields = parts
                .map(|&field| Part {
                    field,
                    through: self.shelves.through(zone, field),
                    arm: Vec::new(),
                })
                .collect();
        }
    }

    /// A zone: the title of a body, and the names in columns, each a pile of its own.
    fn area(&mut self, zone: usize) {
        let top = self.y;
        let start = self.span[0];
        let is_body = zone < self.hubs.len();
        let mut first = top + EDGE;
        if is_body {
            self.title(zone, top);
            first = top + TITLE + DEEPEST;
        }
        let mut piles = vec![first; self.columns.count];
        for (index, occupants) in self.zones[zone].slots.iter().enumerate() {
            let column = index % self.columns.count;
            let names = occupants
                .iter()
                .map(|stay| &self.request.names[self.request.stays[*stay].node]);
            let lines = names.map(|names| self.columns.lines(names)).max();
            let height = Face::Label.line_height() * number(lines.unwrap_or(1)) + LEADING;
            let x = start + PADDING + self.columns.step * number(column);
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
        self.y = last + EDGE;
        let min = Point::new(start, top);
        self.areas[zone].rect = Rect::new(min, Point::new(self.span[1], self.y));
    }

    /// A hub with its title, at the top of its body.
    fn title(&mut self, zone: usize, top: f64) {
        let center = Point::new(
            self.span[0] + DEEPEST + 4.0 + HUB,
            top + DEEPEST + TITLE / 2.0,
        );
        let node = self.hubs[zone];
        let width = self.request.nodes.nodes[node].label.width;
        let half = Face::Title.line_height() / 2.0;
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
    fn arms(&mut self) {
        let sides = [
            self.shelves.arms.len().div_ceil(2),
            self.shelves.arms.len() / 2,
        ];
        for (index, &field) in self.shelves.arms.iter().enumerate() {
            let (side, before) = (index % 2, index / 2);
            let lane = number(sides[side] - before - 1) * ARM;
            // From the zones outwards: the inner side of the lane, and the outer one.
            let (edge, sign) = (self.span[side], [-1.0, 1.0][side]);
            let inner = edge + sign * lane;
            let outer = inner + sign * ARM;
            let body = self.areas[field].rect;
            let shoulder = body.min.y + (TITLE + DEEPEST).min(body.size().height) / 2.0;
            for zone in self.hubs.len()..self.zones.len() {
                if !self.shelves.needs_arm(zone, field) {
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
            }
        }
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
