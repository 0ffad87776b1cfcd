//! The smooth closed curve around an alliance's members: its field.
//!
//! A convex region is known by its support function h(u), how far it reaches in
//! each direction u. The hull of some places v has h = max v·u, and corners;
//! taking (Σ (v·u)ᵖ)^(1/p) in place of the maximum gives the hull's smooth
//! relative, which holds the hull and meets it as p grows (Firey, "p-Means of
//! Convex Bodies", 1962). It bends everywhere, so it neither wobbles nor has
//! flat sides, and its boundary point in direction u is Σ (v·u / h)ᵖ⁻¹ v.

use super::body::{Body, Cast};
use super::turn::{STEPS, compass};
use super::{Field, Frame, MARGIN};
use crate::geometry::{Point, Rect, Vec2};

/// The air between what a field holds and its outline.
const AIR: f64 = 9.0;

/// p is doubled so often, from the roundest, p = 4, to the tightest, p = 64.
const DOUBLINGS: u32 = 4;

/// The steps from one p to the next.
const STEPS_BETWEEN: u32 = 4;

/// A closed chain of quadratic Bézier curves that meet without a corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Where the chain starts, and ends.
    pub start: Point,
    /// The control point and the end of each curve.
    pub curves: Vec<[Point; 2]>,
}

impl Outline {
    /// A rectangle around it.
    pub fn bounds(&self) -> Rect {
        self.curves
            .iter()
            .map(|&[_, end]| Rect::new(end, end))
            .reduce(Rect::union)
            .unwrap_or_default()
    }

    /// Moved.
    #[must_use]
    pub fn translate(&self, by: Vec2) -> Self {
        Self {
            start: self.start + by,
            curves: self
                .curves
                .iter()
                .map(|curve| curve.map(|point| point + by))
                .collect(),
        }
    }

    /// Whether a rectangle lies wholly outside.
    pub fn is_clear_of(&self, rect: Rect) -> bool {
        let corners = corners(rect);
        let mut from = self.start;
        self.curves.iter().any(|&[control, end]| {
            // Outside of one tangent is outside of a convex curve.
            let outward = -(control - from).quarter_turn();
            let clear = corners
                .iter()
                .all(|&corner| (corner - from).dot(outward) >= 0.0);
            from = end;
            clear
        })
    }
}

/// The field of every hub.
///
/// Outlines are as round as they can be while they stay inside the frame and
/// off everybody who is no member.
pub(super) fn fields(bodies: &[Body], cast: &Cast, frame: Frame) -> Vec<Field> {
    (0..cast.hubs.len())
        .map(|hub| Field {
            hub: cast.hubs[hub],
            outline: around(hub, bodies, frame),
        })
        .collect()
}

fn around(hub: usize, bodies: &[Body], frame: Frame) -> Outline {
    let holds = |at: usize, body: &Body| at == hub || body.hubs.contains(&hub);
    let mut inside = Vec::new();
    let mut outside = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        if holds(at, body) {
            inside.extend(reached(body));
        } else {
            outside.extend(body.shapes());
        }
    }
    let hull = hull(inside);
    let mut outline = smooth(&hull, 0, 0.0);
    for step in 1..=DOUBLINGS * STEPS_BETWEEN {
        let bounds = outline.bounds();
        if bounds.min.x >= MARGIN
            && bounds.max.x <= frame.width() - MARGIN
            && outside.iter().all(|&rect| outline.is_clear_of(rect))
        {
            break;
        }
        let further = f64::from(step % STEPS_BETWEEN) / f64::from(STEPS_BETWEEN);
        outline = smooth(&hull, step / STEPS_BETWEEN, further);
    }
    let keep = |point: Point| Point::new(point.x.clamp(MARGIN, frame.width() - MARGIN), point.y);
    Outline {
        start: keep(outline.start),
        curves: outline
            .curves
            .into_iter()
            .map(|curve| curve.map(keep))
            .collect(),
    }
}

/// The places that a field must hold for this body.
fn reached(body: &Body) -> Vec<Point> {
    let round = compass();
    let circle = round
        .iter()
        .step_by(8)
        .map(|&u| body.center + u * (body.reach + AIR));
    let label = body
        .label_rect()
        .map(|label| corners(label.inflate(AIR - 3.0)));
    circle.chain(label.into_iter().flatten()).collect()
}

fn corners(rect: Rect) -> [Point; 4] {
    [
        rect.min,
        Point::new(rect.max.x, rect.min.y),
        rect.max,
        Point::new(rect.min.x, rect.max.y),
    ]
}

/// The convex hull, by Andrew's monotone chain (1979).
fn hull(mut points: Vec<Point>) -> Vec<Point> {
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
    let point = |at: usize| center + supports[at % STEPS].point * scale;
    let curves = (0..STEPS)
        .map(|at| {
            let (from, to) = (point(at), point((at + 1) % STEPS));
            [meeting(from, around[at], to, around[(at + 1) % STEPS]), to]
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
fn meeting(from: Point, u: Vec2, to: Point, v: Vec2) -> Point {
    let along = u.quarter_turn();
    let turn = along.dot(v);
    let way = (to - from).dot(v) / turn;
    from + along * way
}
