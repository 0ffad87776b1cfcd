//! The region of an alliance: a smooth closed curve around its members, and nobody else.

mod bay;
mod simplify;
mod smooth;

use super::compass::compass;
use super::outline::Outline;
use super::{MARGIN, Place};
use crate::geometry::{Point, Rect};
use bay::{Ground, with_bays};
use simplify::simplified;
use smooth::{STEPS, hull, tightened};

/// The air between what a field holds and its outline.
const AIR: f64 = 9.0;

/// The step at which an outline is about as round as it looks in most pictures.
const USUAL: usize = 5;

/// The outline around some places, the hub's first, that leaves others out, in a picture of a
/// width.
///
/// It is as round as it can be while it stays inside the picture and off everybody who is no
/// member; where strangers stand among the members, it has bays for them. Where a stranger stands
/// between the hub and a member, or leaves too little room beside it, it is inside.
pub fn around(inside: &[Place], outside: &[Place], width: f64) -> Outline {
    let hull = hull(inside.iter().flat_map(reached).collect());
    let strangers: Vec<Rect> = outside.iter().flat_map(shapes).collect();
    let fits = |outline: &Outline| {
        let bounds = outline.bounds();
        bounds.min.x >= MARGIN && bounds.max.x <= width - MARGIN
    };
    let is_clear = |outline: &Outline| strangers.iter().all(|&rect| outline.is_clear_of(rect));
    let tries = || (0..STEPS).map(|step| tightened(&hull, step));
    if let Some(outline) = tries().find(|outline| fits(outline) && is_clear(outline)) {
        return simplified(&outline);
    }
    let keep = |point: Point| Point::new(point.x.clamp(MARGIN, width - MARGIN), point.y);
    let outline = match tries().skip(USUAL).find(fits) {
        Some(outline) => simplified(&outline),
        None => tightened(&hull, STEPS).map(keep),
    };
    let Some(hub) = inside.first().filter(|_| !is_clear(&outline)) else {
        return outline;
    };
    let ground = Ground {
        hub: hub.center,
        convex: &outline,
        inside,
        strangers: &strangers,
        width,
    };
    with_bays(&ground).unwrap_or(outline)
}

/// The points that a field must hold for a place.
fn reached(place: &Place) -> Vec<Point> {
    let mut points = Vec::new();
    for way in compass().iter().step_by(8) {
        points.push(place.center + *way * (place.reach + AIR));
    }
    points.extend_from_slice(&place.label.inflate(AIR - 3.0).corners());
    points
}

/// What a stranger's field must keep out of: the node, and its name.
fn shapes(place: &Place) -> [Rect; 2] {
    [place.keepout(), place.label]
}
