//! Three and more alliances in a round, as in a Venn diagram.

use super::{Seeding, constellation, grown, spread};
use crate::geometry::{Point, Vec2, number};
use crate::layout::compass::compass;
use crate::layout::place::body::Body;
use crate::layout::place::turn::Arc;

/// The golden angle, rounded to 64ths of a turn: neighbors in number stand apart.
const GOLDEN: usize = 24;

pub(super) fn bodies(seeding: &Seeding<'_>) -> Vec<Body> {
    let (cast, room) = (seeding.cast, seeding.room());
    let around = compass();
    let count = cast.hubs.len();
    let most = cast.groups.iter().map(|group| group.members.len()).max();
    let radius = 120.0 + 14.0 * number(most.unwrap_or(0));
    // Two alliances at the top, where one begins to read; the others follow round.
    let toward = |hub: usize| (48 * count + 64 * hub - 32) / count % 64;
    let middle = Point::new(room.center().x, 0.0);
    let centers: Vec<Point> = (0..count)
        .map(|hub| {
            let Vec2 { x, y } = around[toward(hub)];
            middle + Vec2::new(x * 170.0, y * radius)
        })
        .collect();
    let mut bodies: Vec<Body> = (0..count)
        .map(|hub| seeding.hub(hub, centers[hub], room))
        .collect();
    for group in &cast.groups {
        let homes = if let [hub] = group.hubs[..] {
            let arc = Arc {
                center: centers[hub],
                radii: Vec2::new(125.0, 110.0),
                toward: i32::try_from(toward(hub)).unwrap_or_default(),
                spread: spread(group.members.len(), 18),
            };
            let arc = grown(arc, group.members.len(), 90.0, Vec2::new(0.0, 1.0));
            constellation(arc, group.members.len(), 8)
        } else {
            let sum = group
                .hubs
                .iter()
                .fold(Vec2::default(), |sum, &hub| sum + (centers[hub] - middle));
            let center = middle + sum * (1.0 / number(group.hubs.len()));
            (0..group.members.len())
                .map(|at| center + around[at * GOLDEN % 64] * (34.0 * number(at).sqrt()))
                .collect()
        };
        for (&node, home) in group.members.iter().zip(homes) {
            bodies.push(seeding.member(node, &group.hubs, home, room));
        }
    }
    bodies
}
