//! At most two alliances side by side, with the shared members between them.

use super::{FAR, Seeding, ZONE_GAP, constellation, grown, spread};
use crate::geometry::{Point, Rect, Vec2, number};
use crate::layout::place::body::Body;
use crate::layout::place::turn::{Arc, share};

/// The vertical distance of shared members.
const PITCH: f64 = 136.0;

pub(super) fn bodies(seeding: &Seeding<'_>) -> Vec<Body> {
    let cast = seeding.cast;
    if cast.hubs.len() < 2 {
        return around_one(seeding);
    }
    let shared = cast.members(&[0, 1]);
    let room = seeding.room();
    let columns = shared.len().div_ceil(6).max(1);
    let between = number(columns) * seeding.widest(shared.iter());
    let gaps = if shared.is_empty() { 1.0 } else { 2.0 };
    let free = room.size().width - between - gaps * ZONE_GAP;
    let weight = |hub: usize| number(cast.own(hub).len() + 9);
    let first = free * weight(0) / (weight(0) + weight(1));

    let zone = |from: f64, to: f64| Rect::new(Point::new(from, -FAR), Point::new(to, FAR));
    let zones = [
        zone(room.min.x, room.min.x + first),
        zone(room.max.x - (free - first), room.max.x),
    ];
    let mut bodies = Vec::new();
    // Hubs stand a little nearer to the shared members than to the outside.
    for (hub, zone) in zones.into_iter().enumerate() {
        let away = if hub == 0 { 0.6 } else { 0.4 };
        let center = Point::new(zone.min.x + away * zone.size().width, 0.0);
        bodies.push(seeding.hub(hub, center, zone));
    }
    let middle = zone(zones[0].max.x + ZONE_GAP, zones[1].min.x - ZONE_GAP);
    for (hub, zone) in zones.into_iter().enumerate() {
        let own = cast.own(hub);
        let center = bodies[hub].center;
        let outside = if hub == 0 { zone.min.x } else { zone.max.x };
        // Only the one in the middle of the arc stands that far out.
        let outermost = own.iter().skip(own.len() / 2).take(1);
        let half = seeding.widest(outermost) / 2.0;
        let across = ((outside - center.x).abs() - half).max(60.0);
        let arc = Arc {
            center,
            radii: Vec2::new(across, 140.0),
            toward: if hub == 0 { 32 } else { 0 },
            spread: spread(own.len(), 21),
        };
        let arc = grown(arc, own.len(), 104.0, Vec2::new(0.0, 1.0));
        let mut homes = constellation(arc, own.len(), 12);
        if hub == 0 {
            // From the top down, as one reads.
            homes.reverse();
        }
        for (&node, home) in own.iter().zip(homes) {
            bodies.push(seeding.member(node, &[hub], home, zone));
        }
    }
    for (&node, home) in shared.iter().zip(stacked(shared.len(), columns, middle)) {
        bodies.push(seeding.member(node, &[0, 1], home, middle));
    }
    bodies
}

/// One alliance in the middle, its members all around; or members without any.
fn around_one(seeding: &Seeding<'_>) -> Vec<Body> {
    let room = seeding.room();
    let own = seeding.cast.own(0);
    let arc = Arc {
        center: Point::new(room.center().x, 0.0),
        radii: Vec2::new(220.0, 130.0),
        toward: 16,
        spread: if own.len() < 6 { 22 } else { 27 },
    };
    let arc = grown(arc, own.len(), 110.0, Vec2::new(0.6, 1.0));
    let mut bodies = Vec::new();
    for hub in 0..seeding.cast.hubs.len() {
        bodies.push(seeding.hub(hub, arc.center, room));
    }
    for (&node, home) in own.iter().zip(constellation(arc, own.len(), 14)) {
        bodies.push(seeding.member(node, &[0], home, room));
    }
    bodies
}

/// Places from the middle outwards, so that the first named stands in the middle.
fn stacked(count: usize, columns: usize, zone: Rect) -> Vec<Point> {
    let rows = count.div_ceil(columns).max(1);
    (0..count)
        .map(|at| {
            let (row, column) = (at / columns, at % columns);
            let steps = number(row.div_ceil(2));
            let up = if row % 2 == 1 { -1.0 } else { 1.0 };
            // An even number of rows has no middle one.
            let centered = if rows.is_multiple_of(2) { 0.5 } else { 0.0 };
            let x = zone.size().width * (number(column) + 0.5) / number(columns);
            let tilt = PITCH * 0.5 * share(column, columns);
            let tilt = if columns > 1 { tilt } else { 0.0 };
            Point::new(zone.min.x + x, PITCH * (up * steps + centered) + tilt)
        })
        .collect()
}
