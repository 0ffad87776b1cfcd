//! From node to node with the arrow keys.

use super::network::NodeMark;
use crate::geometry::Vec2;

/// How much farther away something counts for lying off the arrow's way.
const SIDEWAYS: f64 = 2.0;

/// The node that an arrow leads to: of those ahead, the nearest, where lying
/// aside counts double. `heading` is physical.
pub fn next(nodes: &[NodeMark], from: usize, heading: Vec2) -> Option<usize> {
    let origin = nodes.get(from)?.center;
    let mut best: Option<(f64, usize)> = None;
    for (index, node) in nodes.iter().enumerate() {
        let way = node.center - origin;
        let ahead = way.dot(heading);
        let aside = way.dot(heading.quarter_turn()).abs();
        // Within a quarter turn of the arrow, or it would not feel ahead.
        if index == from || ahead <= 0.0 || aside > ahead * SIDEWAYS {
            continue;
        }
        let cost = ahead + aside * SIDEWAYS;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, index));
        }
    }
    best.map(|(_, index)| index)
}
