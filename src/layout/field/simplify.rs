//! The same region in fewer curves.
//!
//! A smooth region comes with a curve for each 64th of a turn, most of them shorter than a
//! pixel where it turns quickly. Two convex regions are as far apart as their support
//! functions are (the Hausdorff distance; Schneider, "Convex Bodies: The Brunn-Minkowski
//! Theory", section 1.8), so one curve takes the place of several where none of the places between
//! them reaches farther in its own direction than the curve does, or less far.

use super::smooth::meeting;
use crate::geometry::{Point, Vec2};
use crate::layout::compass::{STEPS, compass};
use crate::layout::outline::Outline;

/// About how far the region may grow or shrink, in scene units: less than is seen.
const TOLERANCE: f64 = 0.2;

/// The most that one curve turns: a parabola that turns farther is no arc.
const MOST: usize = STEPS / 4;

/// The outline in as few curves as stay within [`TOLERANCE`].
pub(super) fn simplified(outline: &Outline) -> Outline {
    let around = compass();
    let mut ends = vec![outline.start];
    ends.extend(outline.curves.iter().map(|&[_, end]| end));
    let mut curves = Vec::new();
    let mut at = 0;
    while at < STEPS {
        // Where the region reaches farthest along an axis a curve ends: its ends have its bounds.
        let farthest = (at / MOST + 1) * MOST;
        let merged = |to: usize| {
            let [u, v] = [around[at], around[to % STEPS]];
            let control = meeting(ends[at], u, ends[to], v);
            let stays = (at + 1..to).all(|between| {
                let u = around[between];
                let reach = support([ends[at], control, ends[to]], u, ends[between]);
                (-TOLERANCE..=TOLERANCE).contains(&reach)
            });
            stays.then_some([control, ends[to]])
        };
        let next = (at + 2..=farthest)
            .rev()
            .find_map(|to| Some((to, merged(to)?)));
        let (to, curve) = next.unwrap_or((at + 1, outline.curves[at]));
        curves.push(curve);
        at = to;
    }
    Outline {
        start: outline.start,
        curves,
    }
}

/// How much farther than `place` a curve reaches in the direction `u`, which is outward
/// somewhere between its ends.
fn support([start, control, end]: [Point; 3], u: Vec2, place: Point) -> f64 {
    let (rise, fall) = ((control - start).dot(u), (end - control).dot(u));
    let share = if rise > fall {
        rise / (rise - fall)
    } else {
        0.5
    };
    let first = start.lerp(control, share);
    let top = first.lerp(control.lerp(end, share), share);
    (top - place).dot(u)
}

#[cfg(test)]
mod tests {
    use super::super::smooth::{hull, tightened};
    use super::*;
    use crate::geometry::{Rect, Size};

    /// The boundary's places, a few on each curve.
    fn places(outline: &Outline) -> Vec<Point> {
        let mut places = Vec::new();
        let mut from = outline.start;
        for &[control, end] in &outline.curves {
            for step in 0..8 {
                let share = f64::from(step) / 8.0;
                let first = from.lerp(control, share);
                places.push(first.lerp(control.lerp(end, share), share));
            }
            from = end;
        }
        places
    }

    fn far(outline: &Outline, u: Vec2) -> f64 {
        let reach = |place: &Point| (*place - Point::default()).dot(u);
        places(outline).iter().map(reach).fold(f64::MIN, f64::max)
    }

    #[test]
    fn fewer_curves_bound_the_same_region() {
        let corners = [(0.0, 0.0), (300.0, 20.0), (280.0, 210.0), (60.0, 260.0)];
        let hull = hull(corners.map(|(x, y)| Point::new(x, y)).to_vec());
        for step in 0..16 {
            let outline = tightened(&hull, step);
            let simple = simplified(&outline);
            assert!(
                simple.curves.len() <= STEPS / 2,
                "{} curves",
                simple.curves.len()
            );
            for u in compass() {
                let apart = far(&simple, u) - far(&outline, u);
                assert!(apart.abs() < 2.0 * TOLERANCE, "{apart} at step {step}");
            }
            assert_eq!(simple.bounds(), outline.bounds(), "at step {step}");
        }
    }

    #[test]
    fn a_point_stays_one() {
        let at = Point::new(10.0, 10.0);
        let outline = Outline {
            start: at,
            curves: vec![[at; 2]; STEPS],
        };
        let bounds = simplified(&outline).bounds();
        assert_eq!(bounds, Rect::centered(at, Size::default()));
    }
}
