//! The smooth closed curve around an alliance's members: its field.

mod smooth;

use super::body::Body;
use super::cast::Cast;
use super::turn::compass;
use super::{Field, Frame, MARGIN};
use crate::geometry::{Point, Rect, Vec2, clamp};
use smooth::{STEPS, hull, tightened};

/// The air between what a field holds and its outline.
const AIR: f64 = 9.0;

/// The step at which an outline is about as round as it looks in most pictures.
const USUAL: usize = 5;

/// A closed chain of quadratic Bézier curves that meet without a corner.
///
/// It is convex, and faces the inline end where it starts. Each curve turns it
/// by a 64th, downwards at first.
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
        // Outside of one tangent is outside of a convex curve.
        self.curves
            .iter()
            .zip(compass())
            .any(|(&[_, end], outward)| {
                let is_out = |corner: &Point| (*corner - from).dot(outward) > 0.0;
                let clear = corners.iter().all(is_out);
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
    let fits = |outline: &Outline| {
        let bounds = outline.bounds();
        bounds.min.x >= MARGIN && bounds.max.x <= frame.width() - MARGIN
    };
    let is_clear = |outline: &Outline| outside.iter().all(|&rect| outline.is_clear_of(rect));
    let tries = || (0..STEPS).map(|step| tightened(&hull, step));
    // Where strangers stand among the members, no outline leaves them out.
    let outline = tries()
        .find(|outline| fits(outline) && is_clear(outline))
        .or_else(|| tries().skip(USUAL).find(fits))
        .unwrap_or_else(|| tightened(&hull, STEPS));
    let keep = |point: Point| Point::new(clamp(point.x, MARGIN, frame.width() - MARGIN), point.y);
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
    let mut points = Vec::new();
    for way in compass().iter().step_by(8) {
        points.push(body.center + *way * (body.reach + AIR));
    }
    if let Some(label) = body.label_rect() {
        points.extend_from_slice(&corners(label.inflate(AIR - 3.0)));
    }
    points
}

fn corners(rect: Rect) -> [Point; 4] {
    [
        rect.min,
        Point::new(rect.max.x, rect.min.y),
        rect.max,
        Point::new(rect.min.x, rect.max.y),
    ]
}
