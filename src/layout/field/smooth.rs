//! Smooth convex regions.
//!
//! A convex region is known by its support function h(u), how far it reaches in
//! each direction u. The hull of some places v has h = max v·u, and corners;
//! taking (Σ (v·u)ᵖ)^(1/p) in place of the maximum gives the hull's smooth
//! relative, which holds the hull and meets it as p grows (Firey, "p-Means of
//! Convex Bodies", 1962). It bends everywhere, so it neither wobbles nor has
//! flat sides, and its boundary point in direction u is Σ (v·u / h)ᵖ⁻¹ v.

use crate::geometry::{Point, Rect, Vec2};
use crate::layout::compass::{self, compass};
use crate::layout::outline::Outline;

/// The steps from the roundest outline to the tightest.
pub(super) const STEPS: u32 = DOUBLINGS * STEPS_BETWEEN;

/// p is doubled so often, from the roundest, p = 4, to the tightest, p = 64.
const DOUBLINGS: u32 = 4;

/// The steps from one p to the next.
const STEPS_BETWEEN: u32 = 4;

/// The convex hull, by Andrew's monotone chain (1979).
pub(super) fn hull(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut hull: Vec<Point> = Vec::new();
    let forward = points.iter();
    let backward = points.iter().rev().skip(1);
    for (half, points) in [forward.collect::<Vec<_>>(), backward.collect()]
        .into_iter()
        .enumerate()
    {
        let floor = if half == 0 { 1 } else { hull.len() };
        for &point in points {
            while hull.len() > floor {
                let [.., a, b] = hull[..] else { break };
                if (b - a).quarter_turn().dot(point - b) > 0.0 {
                    break;
                }
                hull.pop();
            }
            hull.push(point);
        }
    }
    hull.pop();
    hull
}

/// The outline after so many steps from the roundest to the tightest.
pub(super) fn tightened(hull: &[Point], step: u32) -> Outline {
    let further = f64::from(step % STEPS_BETWEEN) / f64::from(STEPS_BETWEEN);
    smooth(hull, step / STEPS_BETWEEN, further)
}

/// The smooth region around a hull with p = 4 · 2^`doublings`, or, `further` on
/// the way to the next p, the mean of the two regions (which is convex, too).
fn smooth(hull: &[Point], doublings: u32, further: f64) -> Outline {
    let boxed = hull
        .iter()
        .map(|&point| Rect::new(point, point))
        .reduce(Rect::union)
        .unwrap_or_default();
    let center = boxed.center();
    let spokes: Vec<Vec2> = hull.iter().map(|&point| point - center).collect();
    let around = compass();
    let supports: Vec<Support> = around
        .iter()
        .map(|&u| {
            let rounder = support(&spokes, u, doublings);
            if further > 0.0 {
                rounder.lerp(&support(&spokes, u, doublings + 1), further)
            } else {
                rounder
            }
        })
        .collect();
    // Shrunk until it touches what it holds.
    let scale = supports
        .iter()
        .map(|support| support.hull / support.smooth)
        .fold(0.0, f64::max);
    let point = |at: usize| center + supports[at % compass::STEPS].point * scale;
    let curves = (0..compass::STEPS)
        .map(|at| {
            let (from, to) = (point(at), point((at + 1) % compass::STEPS));
            [
                meeting(from, around[at], to, around[(at + 1) % compass::STEPS]),
                to,
            ]
        })
        .collect();
    Outline {
        start: point(0),
        curves,
    }
}

/// How far a region reaches in one direction.
struct Support {
    /// The hull.
    hull: f64,
    /// Its smooth relative.
    smooth: f64,
    /// Where the latter does.
    point: Vec2,
}

impl Support {
    fn lerp(&self, other: &Self, share: f64) -> Self {
        Self {
            hull: self.hull,
            smooth: self.smooth + (other.smooth - self.smooth) * share,
            point: self.point + (other.point - self.point) * share,
        }
    }
}

fn support(spokes: &[Vec2], u: Vec2, doublings: u32) -> Support {
    let reach = |spoke: &Vec2| spoke.dot(u).max(0.0);
    let most = spokes.iter().map(reach).fold(1e-6, f64::max);
    let power = |share: f64| (0..doublings + 2).fold(share, |power, _| power * power);
    let root = |sum: f64| (0..doublings + 2).fold(sum, |root, _| root.sqrt());
    let norm = root(spokes.iter().map(|spoke| power(reach(spoke) / most)).sum());
    let mut point = Vec2::default();
    for spoke in spokes {
        let share = reach(spoke) / (most * norm);
        if share > 0.0 {
            point += *spoke * (power(share) / share);
        }
    }
    Support {
        hull: most,
        smooth: most * norm,
        point,
    }
}

/// Where the tangents at two places of the boundary meet, given their outward normals.
pub(super) fn meeting(from: Point, u: Vec2, to: Point, v: Vec2) -> Point {
    let along = u.quarter_turn();
    let turn = along.dot(v);
    let way = (to - from).dot(v) / turn;
    from + along * way
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;

    fn square() -> Vec<Point> {
        [(0.0, 0.0), (80.0, 0.0), (80.0, 80.0), (0.0, 80.0)]
            .map(|(x, y)| Point::new(x, y))
            .to_vec()
    }

    #[test]
    fn a_hull_has_no_inner_points() {
        let mut points = square();
        points.push(Point::new(30.0, 40.0));
        points.push(Point::new(80.0, 40.0));
        assert_eq!(hull(points), square());
    }

    #[test]
    fn outlines_hold_their_hull_and_tighten_around_it() {
        let hull = square();
        let mut last = f64::INFINITY;
        for step in 0..STEPS {
            let outline = tightened(&hull, step);
            let size = outline.bounds().size();
            assert!(size.width >= 80.0 && size.height >= 80.0, "holds: {size:?}");
            assert!(size.width < last, "tightens at step {step}");
            last = size.width;
        }
    }

    #[test]
    fn curves_meet_without_a_corner() {
        let outline = tightened(&square(), 3);
        let next = outline.curves.iter().skip(1).chain(&outline.curves[..1]);
        for (&[control, end], &[following, _]) in outline.curves.iter().zip(next) {
            let (before, after) = ((end - control).unit(), (following - end).unit());
            assert!(before.dot(after) > 1.0 - 1e-9, "at {end:?}");
        }
    }

    #[test]
    fn what_lies_outside_is_clear() {
        let outline = tightened(&square(), 8);
        let at = |x| Rect::centered(Point::new(x, 40.0), Size::new(10.0, 10.0));
        assert!(outline.is_clear_of(at(100.0)), "beside it");
        assert!(!outline.is_clear_of(at(80.0)), "across it");
        assert!(!outline.is_clear_of(at(40.0)), "inside");
    }
}
