//! Alliances one above the other, for narrow screens: beside each hub its own members in two
//! columns with their names on the outer sides, and between two hubs the members of both.

use super::{FAR, Seeding};
use crate::geometry::{Point, Rect, Vec2, number};
use crate::layout::Frame;
use crate::layout::place::body::{Body, NAME_GAP};

/// The most shared members in a row.
const PER_ROW: usize = 3;

/// The air between the zones of two groups: room for both fields' margins.
const ZONE_GAP: f64 = 18.0;

/// How far a node stands from the line through the hubs: at least, and at most.
const ASIDE: [f64; 2] = [40.0, 92.0];

/// How far one in a row beside its hub stands from it at least.
const BESIDE_HUB: f64 = 56.0;

/// How much nearer the outermost rows of many stand, so that an edge to one passes the others.
const BOW: f64 = 20.0;

/// What a hub keeps free above itself, and below.
const HUB_ROOM: f64 = 28.0;

pub(super) fn bodies(seeding: &Seeding<'_>) -> Vec<Body> {
    let (cast, room) = (seeding.cast, seeding.room());
    let count = cast.hubs.len().max(1);
    let mut hubs = Vec::new();
    let mut members = Vec::new();
    let mut top = -FAR;
    let mut center = Point::new(room.center().x, 0.0);
    for hub in 0..count {
        let own = cast.own(hub);
        let columns = Columns::of(seeding, hub);
        let bottom = center.y + columns.reach;
        let zone = room_between(room, top, if hub + 1 < count { bottom } else { FAR });
        if !cast.hubs.is_empty() {
            hubs.push(seeding.hub(hub, center, zone));
        }
        for (&node, place) in own.iter().zip(columns.places) {
            members.push(seeding.member(node, &[hub], center + place, zone));
        }
        let shared = cast.members(&[hub, hub + 1]);
        let rows = shared.len().div_ceil(PER_ROW);
        let row = row_height(seeding, shared);
        let start = bottom + ZONE_GAP;
        let middle = room_between(room, start, start + row * number(rows));
        for (at, &node) in shared.iter().enumerate() {
            let home = in_row(at, shared.len(), middle, row);
            members.push(seeding.member(node, &[hub, hub + 1], home, middle));
        }
        top = middle.max.y + if rows > 0 { ZONE_GAP } else { 0.0 };
        if hub + 1 < count {
            center.y = top + Columns::of(seeding, hub + 1).reach;
        }
    }
    for group in &cast.groups {
        let (first, last) = (group.hubs[0], group.hubs[group.hubs.len() - 1]);
        if last - first < 2 && group.hubs.len() == last - first + 1 {
            continue;
        }
        // Beside the alliances that stand between theirs.
        let middle = hubs[first].center.lerp(hubs[last].center, 0.5);
        let row = row_height(seeding, &group.members);
        for (at, &node) in group.members.iter().enumerate() {
            let side = if at % 2 == 0 { -120.0 } else { 120.0 };
            let home = middle + Vec2::new(side, row * number(at / 2));
            members.push(seeding.member(node, &group.hubs, home, room));
        }
    }
    hubs.append(&mut members);
    hubs
}

/// Two columns of nodes, one on either side of a hub.
struct Columns {
    /// The place of each node, relative to the hub.
    places: Vec<Vec2>,
    /// How far the whole reaches above the hub, and below.
    reach: f64,
}

impl Columns {
    /// Row by row, from start to end, as one reads. Of an odd number, the first stands above its
    /// hub, with room for the alliance's title beside it; in the last alliance, whose title is
    /// below, the last stands alone at the start.
    fn of(seeding: &Seeding<'_>, hub: usize) -> Self {
        let nodes = seeding.cast.own(hub);
        let is_last = hub + 1 >= seeding.cast.hubs.len();
        let odd = usize::from(!is_last && nodes.len() > 2) * (nodes.len() % 2);
        let (first, others) = nodes.split_at(odd);
        let rows = || first.chunks(1).chain(others.chunks(2));
        let height: f64 = rows().map(|row| row_height(seeding, row)).sum();
        let mut places = Vec::new();
        let mut top = -height / 2.0;
        for row in rows() {
            let row_height = row_height(seeding, row);
            let y = top + row_height / 2.0;
            top += row_height;
            let share = if nodes.len() > 4 {
                2.0 * y / height
            } else {
                0.0
            };
            let least = if y.abs() < HUB_ROOM + row_height / 2.0 {
                BESIDE_HUB
            } else {
                ASIDE[0]
            };
            let most = (ASIDE[1] - BOW * share * share).max(least);
            if places.is_empty() && odd > 0 {
                places.push(Vec2::new(0.0, y));
                continue;
            }
            for (&node, side) in row.iter().zip([-1.0, 1.0]) {
                let spec = &seeding.request.nodes[node];
                let room = seeding.room().size().width / 2.0;
                let aside = room - spec.label.width - NAME_GAP - spec.reach;
                places.push(Vec2::new(side * aside.clamp(least, most), y));
            }
        }
        Self {
            places,
            reach: (height / 2.0).max(HUB_ROOM),
        }
    }
}

/// The height of a row of these nodes with their names beside them.
fn row_height(seeding: &Seeding<'_>, nodes: &[usize]) -> f64 {
    let specs = nodes.iter().map(|&node| &seeding.request.nodes[node]);
    let heights = specs.map(|spec| spec.label.height.max(2.0 * spec.reach));
    heights.fold(0.0, f64::max) + Frame::Tall.air()
}

/// The part of the room between two heights.
fn room_between(room: Rect, top: f64, bottom: f64) -> Rect {
    Rect::new(Point::new(room.min.x, top), Point::new(room.max.x, bottom))
}

/// Places in rows, each from the start to the end.
fn in_row(at: usize, count: usize, zone: Rect, row_height: f64) -> Point {
    let (row, column) = (at / PER_ROW, at % PER_ROW);
    let in_row = (count - row * PER_ROW).min(PER_ROW);
    // With its name beside it, a node stands at one side of its part of the row: the first with
    // its name before it, the others with theirs behind.
    let part = match (in_row, column) {
        (1, _) => 0.0,
        (2, 0) => -0.18,
        (2, _) => 0.18,
        (_, 0) => -0.25,
        (_, 1) => -0.03,
        _ => 0.25,
    };
    let y = zone.min.y + row_height * (number(row) + 0.5);
    Point::new(zone.center().x + part * zone.size().width, y)
}
