//! From node to node with the arrow keys.

use crate::geometry::{Point, Vec2};

/// How much farther away something counts for lying off the arrow's way.
const SIDEWAYS: f64 = 2.0;

/// The node that an arrow leads to: of those ahead, the nearest, where lying
/// aside counts double. The nodes are given by their middles; `heading` is physical.
pub fn next(nodes: &[Point], from: usize, heading: Vec2) -> Option<usize> {
    let origin = *nodes.get(from)?;
    let mut best: Option<(f64, usize)> = None;
    for (index, node) in nodes.iter().enumerate() {
        let way = *node - origin;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_leads_to_the_nearest_node_ahead() {
        let nodes = [
            (0.0, 0.0),
            (30.0, 25.0),
            (50.0, 0.0),
            (0.0, 90.0),
            (10.0, -80.0),
        ];
        let nodes = nodes.map(|(x, y)| Point::new(x, y));
        let check = |x, y, expected| assert_eq!(next(&nodes, 0, Vec2::new(x, y)), expected);
        check(1.0, 0.0, Some(2));
        check(0.0, 1.0, Some(1));
        check(0.0, -1.0, Some(4));
        check(-1.0, 0.0, None);
    }

    #[test]
    fn nowhere_leads_nowhere() {
        assert_eq!(next(&[], 0, Vec2::new(1.0, 0.0)), None);
        assert_eq!(next(&[Point::default()], 7, Vec2::new(1.0, 0.0)), None);
    }
}
