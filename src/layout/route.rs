//! The routes of edges, each from the boundary of one node to that of another.
//!
//! Edges are single quadratic Bézier curves. Of a few bows, from gentle to
//! strong, an edge takes the first that is clear of all nodes and names but its
//! own two nodes; edges between the same two nodes are fanned out first.

use super::{MARGIN, Place, Placement};
use crate::geometry::{Point, Rect, Vec2, number};
use std::array;

/// Bows to try, as shares of the distance.
const BOWS: [f64; 7] = [0.05, -0.05, 0.0, 0.11, -0.11, 0.18, -0.18];

/// The bow between neighbors of a fan.
const FAN: f64 = 0.16;

/// The air between an edge and what it passes.
const AIR: f64 = 2.0;

/// A node in the way counts as so many names.
const NODE: usize = 3;

/// As does a way that leaves the frame.
const OUTSIDE: usize = 20;

/// The straight pieces that a curve is tested by.
const PIECES: usize = 12;

/// An edge that is to be routed, by the indices of its nodes among the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeSpec {
    /// From a hub to one of its members.
    Membership {
        /// The hub.
        hub: usize,
        /// Its member.
        member: usize,
    },
    /// Between any two nodes; edges between the same two are fanned out.
    Relation {
        /// The node it comes from.
        from: usize,
        /// The node it leads to.
        to: usize,
    },
}

/// The route of each edge; [`None`] where one of its nodes is not shown.
///
/// # Panics
///
/// If an index is out of bounds.
pub(super) fn routes(placement: &Placement, edges: &[EdgeSpec]) -> Vec<Option<Curve>> {
    #[cfg(test)]
    super::effort::route();
    let relations = edges.iter().filter_map(|edge| match *edge {
        EdgeSpec::Relation { from, to } => Some((from, to)),
        EdgeSpec::Membership { .. } => None,
    });
    let mut slots = slots(&relations.collect::<Vec<_>>()).into_iter();
    edges
        .iter()
        .map(|edge| match *edge {
            EdgeSpec::Membership { hub, member } => membership(placement, hub, member),
            EdgeSpec::Relation { from, to } => relation(placement, from, to, slots.next()?),
        })
        .collect()
}

/// A quadratic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// On the boundary of the node it comes from.
    pub start: Point,
    /// Its control point.
    pub control: Point,
    /// On the boundary of the node it leads to.
    pub end: Point,
}

impl Curve {
    /// The place at this share of the curve, from 0 to 1.
    pub fn at(&self, share: f64) -> Point {
        let first = self.start.lerp(self.control, share);
        first.lerp(self.control.lerp(self.end, share), share)
    }

    /// The direction in which it arrives, of length 1: an arrowhead's.
    pub fn heading(&self) -> Vec2 {
        (self.end - self.control).unit()
    }

    /// Whether it runs past a rectangle.
    pub fn is_clear_of(&self, rect: Rect) -> bool {
        Pieces::of(self).are_clear_of(rect)
    }
}

/// A curve as the straight pieces that it is tested by.
struct Pieces {
    /// Where they meet, and both ends.
    points: [Point; PIECES + 1],
    /// The smallest rectangle around them.
    bounds: Rect,
}

impl Pieces {
    fn of(curve: &Curve) -> Self {
        let points = array::from_fn(|piece| curve.at(number(piece) / number(PIECES)));
        let bounds = points.map(|point| Rect::new(point, point));
        Self {
            points,
            bounds: bounds.into_iter().reduce(Rect::union).unwrap_or_default(),
        }
    }

    /// Whether all of them run past a rectangle. Most rectangles of a picture are far from
    /// all of them, which one comparison tells.
    fn are_clear_of(&self, rect: Rect) -> bool {
        let mut pieces = self.points.windows(2);
        !self.bounds.overlaps(rect) || !pieces.any(|ends| rect.is_crossed(ends[0], ends[1]))
    }

    /// Whether one of them begins outside the margins of a frame.
    fn leave(&self, frame_width: f64) -> bool {
        let mut begins = self.points[..PIECES].iter();
        begins.any(|point| point.x < MARGIN || point.x > frame_width - MARGIN)
    }
}

/// Which of the edges between the same two nodes one is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// The offset from the fan's middle, in edges, seen from the node of lower index.
    offset: f64,
}

/// The slot of each edge; the direction of an edge does not matter.
pub fn slots(edges: &[(usize, usize)]) -> Vec<Slot> {
    let pair = |(from, to): (usize, usize)| (from.min(to), from.max(to));
    edges
        .iter()
        .enumerate()
        .map(|(at, &edge)| {
            let is_parallel = |&&other: &&(usize, usize)| pair(other) == pair(edge);
            let all = edges.iter().filter(is_parallel).count();
            let before = edges[..at].iter().filter(is_parallel).count();
            let offset = number(before) - number(all - 1) / 2.0;
            Slot { offset }
        })
        .collect()
}

/// The edge from a hub to a member, by their indices in the request;
/// [`None`] where one of them is not shown.
///
/// # Panics
///
/// If an index is out of bounds.
pub fn membership(placement: &Placement, hub: usize, member: usize) -> Option<Curve> {
    let (from, to) = (placement.places[hub]?, placement.places[member]?);
    // Curves above a hub mirror those below it.
    let rising = (to.center.y < from.center.y) == (to.center.x > from.center.x);
    let side = if rising { 1.0 } else { -1.0 };
    Some(clearest(&from, &to, BOWS.map(|bow| side * bow), |curve| {
        hits(curve, placement, hub, member)
    }))
}

/// A relation's edge, by the indices of its nodes in the request; its slot is the
/// one that [`slots`] gives it. [`None`] where a node is not shown.
///
/// # Panics
///
/// If an index is out of bounds.
pub fn relation(placement: &Placement, from: usize, to: usize, slot: Slot) -> Option<Curve> {
    let (start, end) = (placement.places[from]?, placement.places[to]?);
    // Seen from the other end, the other side is the same.
    let side = if from <= to { 1.0 } else { -1.0 };
    let fan = side * slot.offset * FAN;
    Some(clearest(
        &start,
        &end,
        BOWS.map(|bow| fan + side * bow),
        |curve| hits(curve, placement, from, to),
    ))
}

/// The curve with the fewest hits; of several the first.
fn clearest(from: &Place, to: &Place, bows: [f64; 7], hits: impl Fn(&Curve) -> usize) -> Curve {
    let mut best = bowed(from, to, bows[0]);
    let mut fewest = hits(&best);
    for bow in &bows[1..] {
        if fewest == 0 {
            break;
        }
        let curve = bowed(from, to, *bow);
        let count = hits(&curve);
        if count < fewest {
            (best, fewest) = (curve, count);
        }
    }
    best
}

/// How bad a way is: the names it runs through, nodes counting more.
fn hits(curve: &Curve, placement: &Placement, from: usize, to: usize) -> usize {
    let pieces = Pieces::of(curve);
    let leaves = pieces.leave(placement.size.width);
    let mut hits = if leaves { OUTSIDE } else { 0 };
    for (at, place) in placement.places.iter().enumerate() {
        let Some(place) = place else { continue };
        let is_end = at == from || at == to;
        let node = !is_end && !pieces.are_clear_of(place.keepout().inflate(AIR));
        let name = !pieces.are_clear_of(place.label.inflate(AIR));
        hits += NODE * usize::from(node) + usize::from(name);
    }
    hits
}

/// The curve that leaves the straight line by this share of its length.
fn bowed(from: &Place, to: &Place, bow: f64) -> Curve {
    let way = to.center - from.center;
    let control = from.center.lerp(to.center, 0.5) + way.quarter_turn() * (2.0 * bow);
    Curve {
        start: from.center + (control - from.center).unit() * from.radius,
        control,
        end: to.center + (control - to.center).unit() * to.radius,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;
    use crate::layout::{LabelAlign, LabelSide};
    use proptest::prelude::*;

    fn node(x: f64, y: f64) -> Place {
        let center = Point::new(x, y);
        let below = Point::new(x, y + 30.0);
        Place {
            center,
            radius: 10.0,
            reach: 10.0,
            label: Rect::centered(below, Size::new(40.0, 20.0)),
            side: LabelSide::Below,
            align: LabelAlign::Middle,
        }
    }

    /// Nodes by their indices, and at the end one that is not shown.
    fn placement(nodes: &[Place]) -> Placement {
        let hidden = std::iter::once(None);
        Placement {
            zones: None,
            size: Size::new(400.0, 400.0),
            places: nodes.iter().copied().map(Some).chain(hidden).collect(),
            fields: Vec::new(),
        }
    }

    #[test]
    fn edges_end_at_boundaries() {
        let placement = placement(&[node(50.0, 100.0), node(250.0, 100.0)]);
        let curve = membership(&placement, 0, 1).expect("both are shown");
        assert!(
            (curve.start - Point::new(50.0, 100.0)).length() - 10.0 < 1e-9,
            "start"
        );
        assert!(
            (curve.end - Point::new(250.0, 100.0)).length() - 10.0 < 1e-9,
            "end"
        );
        assert!(curve.heading().x > 0.9, "arrives from the start side");
        assert_eq!(membership(&placement, 0, 2), None);
    }

    #[test]
    fn edges_go_round_a_node_in_the_way() {
        let placement = placement(&[node(50.0, 100.0), node(350.0, 100.0), node(200.0, 100.0)]);
        let curve = membership(&placement, 0, 1).expect("both are shown");
        let between = placement.places[2].expect("shown");
        assert!(curve.is_clear_of(between.keepout()), "past the node");
        assert!(curve.is_clear_of(between.label), "past its name");
    }

    #[test]
    fn every_edge_has_its_route_at_its_own_place() {
        let placement = placement(&[node(50.0, 100.0), node(250.0, 100.0), node(150.0, 300.0)]);
        let edges = [
            EdgeSpec::Relation { from: 1, to: 2 },
            EdgeSpec::Membership { hub: 0, member: 1 },
            EdgeSpec::Membership { hub: 0, member: 3 },
            EdgeSpec::Relation { from: 2, to: 1 },
        ];
        let [first, second] = [-0.5, 0.5].map(|offset| Slot { offset });
        let expected = [
            relation(&placement, 1, 2, first),
            membership(&placement, 0, 1),
            None,
            relation(&placement, 2, 1, second),
        ];
        assert_eq!(
            routes(&placement, &edges),
            expected,
            "the last place is not shown"
        );
        let one = routes(&placement, &edges[..1]);
        assert_eq!(
            one,
            [relation(&placement, 1, 2, Slot { offset: 0.0 })],
            "no fan"
        );
    }

    proptest! {
        #[test]
        fn what_is_far_away_is_told_without_a_look_at_every_piece(
            ends in [0.0..400.0, 0.0..400.0, 0.0..400.0, 0.0..400.0], bow in -0.3..0.3,
            x in 0.0..400.0, y in 0.0..400.0, width in 1.0..120.0, height in 1.0..120.0,
        ) {
            let curve = bowed(&node(ends[0], ends[1]), &node(ends[2], ends[3]), bow);
            let rect = Rect::centered(Point::new(x, y), Size::new(width, height));
            let place = |piece: usize| curve.at(number(piece) / number(PIECES));
            let crosses = |piece| rect.is_crossed(place(piece), place(piece + 1));
            prop_assert_eq!(curve.is_clear_of(rect), !(0..PIECES).any(crosses));
        }
    }

    #[test]
    fn parallel_edges_fan_out_whatever_their_direction() {
        let edges = [(0, 1), (1, 0), (0, 2), (0, 1)];
        let offsets: Vec<f64> = slots(&edges).iter().map(|slot| slot.offset).collect();
        assert_eq!(offsets, [-1.0, 0.0, 0.0, 1.0]);

        let placement = placement(&[node(50.0, 200.0), node(350.0, 200.0)]);
        let there = relation(&placement, 0, 1, Slot { offset: 1.0 }).expect("shown");
        let back = relation(&placement, 1, 0, Slot { offset: -1.0 }).expect("shown");
        let apart = (there.control.y - 200.0) * (back.control.y - 200.0);
        assert!(apart < 0.0, "on either side of the straight line");
    }
}
