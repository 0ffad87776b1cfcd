//! The region of an alliance: a smooth closed curve around its members.

mod simplify;
mod smooth;

use super::body::Body;
use super::cast::Cast;
use super::turn::compass;
use crate::geometry::Point;
use crate::layout::outline::Outline;
use crate::layout::{Field, Frame, MARGIN};
use simplify::simplified;
use smooth::{STEPS, hull, tightened};

/// The air between what a field holds and its outline.
const AIR: f64 = 9.0;

/// The step at which an outline is about as round as it looks in most pictures.
const USUAL: usize = 5;

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
    let keep = |point: Point| Point::new(point.x.clamp(MARGIN, frame.width() - MARGIN), point.y);
    if fits(&outline) {
        simplified(&outline)
    } else {
        outline.map(keep)
    }
}

/// The places that a field must hold for this body.
fn reached(body: &Body) -> Vec<Point> {
    let mut points = Vec::new();
    for way in compass().iter().step_by(8) {
        points.push(body.center + *way * (body.reach + AIR));
    }
    if let Some(label) = body.label_rect() {
        points.extend_from_slice(&label.inflate(AIR - 3.0).corners());
    }
    points
}
