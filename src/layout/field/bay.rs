//! A region with bays for those who stand among its members and are none.
//!
//! The region is star-shaped about its hub: in each direction it reaches at least as far as the
//! members that lie there and, where no stranger stands in the way, their names; at most to the
//! nearest stranger, and in between as far as the convex region. What these bounds leave free is smoothed.

use crate::geometry::{Point, Rect, Vec2};
use crate::layout::compass::compass;
use crate::layout::outline::Outline;
use crate::layout::{MARGIN, Place};

/// The air around members and around strangers, in scene units: as much as fits. Less than none
/// goes off what is kept free around a node, which is wider than its mark.
const AIR: [[f64; 2]; 3] = [[4.0, 5.0], [1.0, 2.0], [-5.0, 1.0]];

/// How often each reach is brought nearer to those beside it.
const SMOOTHING: usize = 24;

/// Where a region with bays is wanted.
pub(super) struct Ground<'a> {
    /// The middle of the hub.
    pub(super) hub: Point,
    /// The convex region, without bays.
    pub(super) convex: &'a Outline,
    /// The hub and the members.
    pub(super) inside: &'a [Place],
    /// What strangers fill.
    pub(super) strangers: &'a [Rect],
    /// The width of the picture.
    pub(super) width: f64,
}

/// The convex region with bays for strangers; none where one stands between the hub and a member,
/// or leaves too little room beside it.
pub(super) fn with_bays(ground: &Ground<'_>) -> Option<Outline> {
    AIR.iter().find_map(|air| with_air(ground, *air))
}

fn with_air(ground: &Ground<'_>, [air, air_of_strangers]: [f64; 2]) -> Option<Outline> {
    let &Ground {
        hub,
        convex,
        inside,
        strangers,
        width,
    } = ground;
    let ways = directions();
    let bounds = |way: &Vec2| {
        let far = |reach: &dyn Fn(&Place) -> Option<f64>| {
            inside.iter().filter_map(reach).fold(0.0, f64::max)
        };
        let most = strangers.iter().filter_map(|stranger| {
            let [enters, leaves] = passage(hub, *way, stranger.inflate(air_of_strangers))?;
            (leaves > 0.0).then_some(enters)
        });
        let most = most.fold(f64::INFINITY, f64::min);
        let nodes = far(&|place| end_of_node(hub, *way, place, air));
        let names = far(&|place| end_of_name(hub, *way, place, air));
        // Rather half a name outside than a stranger inside.
        [nodes.max(names.min(most)), most]
    };
    let bounds: Vec<[f64; 2]> = ways.iter().map(bounds).collect();
    if bounds.iter().any(|[least, most]| least > most) {
        return None;
    }
    let within = |reach: f64, at: usize| reach.max(bounds[at][0]).min(bounds[at][1]);
    let mut reaches: Vec<f64> = (0..ways.len())
        .map(|at| within(reach_of(convex, hub, ways[at]), at))
        .collect();
    let count = ways.len();
    for _ in 0..SMOOTHING {
        let smooth = |at: usize| {
            let beside = reaches[(at + 1) % count] + reaches[(at + count - 1) % count];
            within(f64::midpoint(reaches[at], beside / 2.0), at)
        };
        reaches = (0..count).map(smooth).collect();
    }
    let corner = |at: usize| {
        let Point { x, y } = hub + ways[at % count] * reaches[at % count];
        Point::new(x.clamp(MARGIN, width - MARGIN), y)
    };
    let middle = |at: usize| corner(at).lerp(corner(at + 1), 0.5);
    let outline = Outline {
        start: middle(count - 1),
        curves: (0..count).map(|at| [corner(at), middle(at)]).collect(),
    };
    // Between two strangers, what leads to a member may be too narrow for the curves.
    let whole = inside.iter().all(|place| holds(&outline, place.center));
    whole.then_some(outline)
}

/// Whether an outline holds a place: whether a line from it to the right leaves the polygon of
/// the curves' ends an odd number of times.
fn holds(outline: &Outline, place: Point) -> bool {
    let mut inside = false;
    let mut from = outline.start;
    for &[_, to] in &outline.curves {
        let crosses = (from.y > place.y) != (to.y > place.y);
        let x = from.x + (place.y - from.y) / (to.y - from.y) * (to.x - from.x);
        inside ^= crosses && place.x < x;
        from = to;
    }
    inside
}

/// Unit vectors all around: those of the compass, and one between each two.
fn directions() -> Vec<Vec2> {
    let around = compass();
    let next = around.iter().cycle().skip(1);
    let pairs = around.iter().zip(next);
    pairs
        .flat_map(|(&way, &next)| [way, (way + next).unit()])
        .collect()
}

/// How far a node reaches from a point in a direction, with its air; none where it does not lie
/// there.
fn end_of_node(from: Point, way: Vec2, place: &Place, air: f64) -> Option<f64> {
    let to = place.center - from;
    let along = to.dot(way);
    let radius = place.reach + air;
    // Of the circle around the node, by Pythagoras.
    let half = radius * radius - (to.length2() - along * along);
    (half >= 0.0).then(|| along + half.sqrt())
}

/// How far a name reaches from a point in a direction, with its air; none where it does not lie
/// there.
fn end_of_name(from: Point, way: Vec2, place: &Place, air: f64) -> Option<f64> {
    passage(from, way, place.label.inflate(air)).map(|[_, leaves]| leaves)
}

/// Where a line from a point in a direction enters a rectangle, and where it leaves it; a
/// negative distance is behind the point. None where they do not meet. (Kay and Kajiya, "Ray
/// Tracing Complex Scenes", 1986.)
fn passage(from: Point, way: Vec2, rect: Rect) -> Option<[f64; 2]> {
    let mut enters = f64::NEG_INFINITY;
    let mut leaves = f64::INFINITY;
    for (from, way, min, max) in [
        (from.x, way.x, rect.min.x, rect.max.x),
        (from.y, way.y, rect.min.y, rect.max.y),
    ] {
        if way == 0.0 {
            if from < min || from > max {
                return None;
            }
            continue;
        }
        let [one, other] = [(min - from) / way, (max - from) / way];
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    (enters <= leaves).then_some([enters, leaves])
}

/// How far a convex region reaches from a point in it, in a direction: to the nearest of the
/// lines that bound it.
fn reach_of(convex: &Outline, from: Point, way: Vec2) -> f64 {
    let mut reach = f64::INFINITY;
    let mut start = convex.start;
    for &[control, end] in &convex.curves {
        // Halves of a curve are near enough to their chords.
        let top = start.lerp(control, 0.5).lerp(control.lerp(end, 0.5), 0.5);
        for [a, b] in [[start, top], [top, end]] {
            // The curve turns from the inline end downwards, so its left is outside.
            let outward = (b - a).quarter_turn() * -1.0;
            let toward = way.dot(outward);
            if toward > 0.0 {
                reach = reach.min((a - from).dot(outward) / toward);
            }
        }
        start = end;
    }
    reach.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::around;
    use super::*;
    use crate::geometry::Size;
    use crate::layout::{LabelAlign, LabelSide};

    /// A node without a name.
    fn node(x: f64, y: f64) -> Place {
        let center = Point::new(x, y);
        Place {
            center,
            radius: 10.0,
            reach: 12.0,
            label: Rect::new(center, center),
            side: LabelSide::Below,
            align: LabelAlign::Middle,
        }
    }

    #[test]
    fn a_stranger_among_members_has_a_bay() {
        let hub = node(200.0, 200.0);
        let members = [
            hub,
            node(100.0, 60.0),
            node(300.0, 60.0),
            node(200.0, 320.0),
        ];
        let stranger = node(200.0, 70.0);
        let outline = around(&members, &[stranger], 400.0);
        for member in &members {
            assert!(holds(&outline, member.center), "{:?}", member.center);
        }
        for corner in stranger.keepout().corners() {
            assert!(!holds(&outline, corner), "{corner:?}");
        }
    }

    #[test]
    fn a_stranger_before_a_member_stays_inside() {
        let members = [node(200.0, 200.0), node(200.0, 40.0)];
        let stranger = node(200.0, 120.0);
        let outline = around(&members, &[stranger], 400.0);
        assert!(members.iter().all(|it| holds(&outline, it.center)));
    }

    #[test]
    fn a_line_meets_a_rectangle_where_it_crosses_its_sides() {
        let rect = Rect::centered(Point::new(50.0, 0.0), Size::new(20.0, 20.0));
        let at = |y| passage(Point::new(0.0, y), Vec2::new(1.0, 0.0), rect);
        assert_eq!(at(0.0), Some([40.0, 60.0]));
        assert_eq!(at(11.0), None);
    }
}
