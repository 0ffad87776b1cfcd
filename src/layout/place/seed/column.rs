//! Alliances one above the other, for narrow screens.

use super::{FAR, Seeding, ZONE_GAP, constellation, grown, spread};
use crate::geometry::{Point, Rect, Vec2, number};
use crate::layout::place::body::Body;
use crate::layout::place::turn::Arc;

/// The most shared members in a row.
const PER_ROW: usize = 3;

/// The height of a row of shared members.
const ROW: f64 = 62.0;

pub(super) fn bodies(seeding: &Seeding<'_>) -> Vec<Body> {
    let (cast, room) = (seeding.cast, seeding.room());
    let count = cast.hubs.len().max(1);
    let mut hubs = Vec::new();
    let mut members = Vec::new();
    let mut top = -FAR;
    let mut center = Point::new(room.center().x, 0.0);
    for hub in 0..count {
        let own = cast.own(hub);
        let arcs = arcs(seeding, own, center, hub, count);
        let mut homes: Vec<Point> = arcs
            .into_iter()
            .flat_map(|(arc, count)| constellation(arc, count, 12))
            .collect();
        if hub > 0 && hub + 1 == count {
            // From start to end, as one reads.
            homes.reverse();
        }
        let height = seeding.height(own);
        let lowest = homes
            .iter()
            .fold(center.y + 40.0, |low, home| low.max(home.y + height));
        let shared = cast.members(&[hub, hub + 1]);
        let rows = shared.len().div_ceil(PER_ROW);
        let bottom = if hub + 1 < count { lowest } else { FAR };
        let zone = room_between(room, top, bottom);
        if !cast.hubs.is_empty() {
            hubs.push(seeding.hub(hub, center, zone));
        }
        for (&node, home) in own.iter().zip(homes) {
            members.push(seeding.member(node, &[hub], home, zone));
        }
        let middle = room_between(
            room,
            lowest + ZONE_GAP,
            lowest + ZONE_GAP + ROW * number(rows),
        );
        for (at, &node) in shared.iter().enumerate() {
            let home = in_row(at, shared.len(), middle);
            members.push(seeding.member(node, &[hub, hub + 1], home, middle));
        }
        top = middle.max.y + if rows > 0 { ZONE_GAP } else { 0.0 };
        center.y = top + rise(seeding, cast.own(hub + 1), hub + 1, count);
    }
    for group in &cast.groups {
        let (first, last) = (group.hubs[0], group.hubs[group.hubs.len() - 1]);
        if last - first < 2 && group.hubs.len() == last - first + 1 {
            continue;
        }
        // Beside the alliances that stand between theirs.
        let middle = hubs[first].center.lerp(hubs[last].center, 0.5);
        for (at, &node) in group.members.iter().enumerate() {
            let side = if at % 2 == 0 { -120.0 } else { 120.0 };
            let home = middle + Vec2::new(side, ROW * number(at / 2));
            members.push(seeding.member(node, &group.hubs, home, room));
        }
    }
    hubs.append(&mut members);
    hubs
}

/// The arcs for an alliance's own members, and how many stand on each.
fn arcs(
    seeding: &Seeding<'_>,
    own: &[usize],
    center: Point,
    hub: usize,
    count: usize,
) -> Vec<(Arc, usize)> {
    let room = seeding.room();
    let across = (room.size().width - seeding.widest(own.iter())) / 2.0;
    let arc = |toward, spread, count| {
        let radii = Vec2::new(across.max(70.0), 86.0);
        let arc = Arc {
            center,
            radii,
            toward,
            spread,
        };
        (grown(arc, count, 74.0, Vec2::new(0.0, 1.0)), count)
    };
    let all = own.len();
    match (hub, count) {
        (0, 1) => vec![arc(48, 27, all)],
        (0, _) => vec![arc(48, spread(all, 21), all)],
        (last, _) if last + 1 == count => vec![arc(16, spread(all, 21), all)],
        _ => vec![arc(32, 9, all.div_ceil(2)), arc(0, 9, all / 2)],
    }
}

/// How far a hub stands below the top of its zone.
fn rise(seeding: &Seeding<'_>, own: &[usize], hub: usize, count: usize) -> f64 {
    if hub >= count {
        return 0.0;
    }
    let height = seeding.height(own);
    arcs(seeding, own, Point::default(), hub, count)
        .into_iter()
        .flat_map(|(arc, count)| arc.places(count))
        .fold(40.0, |rise, place| rise.max(height - place.y))
}

/// The part of the room between two heights.
fn room_between(room: Rect, top: f64, bottom: f64) -> Rect {
    Rect::new(Point::new(room.min.x, top), Point::new(room.max.x, bottom))
}

/// Places in rows, each from the middle outwards.
fn in_row(at: usize, count: usize, zone: Rect) -> Point {
    let (row, column) = (at / PER_ROW, at % PER_ROW);
    let in_row = (count - row * PER_ROW).min(PER_ROW);
    // The middle one makes room for its name, which has edges above and below.
    let side = match (in_row, column) {
        (1, _) => 0.0,
        (3, 0) => -0.32,
        (2, 0) | (3, 1) => -1.0,
        _ => 1.0,
    };
    let pitch = zone.size().width / 3.5;
    let y = zone.min.y + ROW * (number(row) + 0.5);
    Point::new(zone.center().x + side * pitch, y)
}
