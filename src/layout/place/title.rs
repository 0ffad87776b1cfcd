//! Where the alliances' names stand: in the nearest free spot above their hub,
//! or below it, where the picture ends there.

use super::body::{Body, sideways};
use super::cast::Cast;
use crate::geometry::{Point, Rect, Vec2, number};
use crate::layout::{Frame, LabelSide};

/// The air around a title.
const AIR: f64 = 7.0;

/// How the search goes on, in scene units.
const STEP: f64 = 4.0;

/// What the other side of the hub costs, in steps of distance.
const OTHER_SIDE: f64 = 90.0;

/// What each unit outside the zone costs: a title must not stretch its field.
const STRAYING: f64 = 3.0;

/// What an edge through a title costs.
const CROSSED: f64 = 240.0;

/// Sideways steps, the nearest first.
const SIDEWAYS: [f64; 15] = [
    0.0, -1.0, 1.0, -2.0, 2.0, -4.0, 4.0, -6.0, 6.0, -8.0, 8.0, -10.0, 10.0, -12.0, 12.0,
];

/// How many of them are tried, and what each costs: in a tall frame the corners are free, and
/// height is dear.
const fn aside(frame: Frame) -> (usize, f64) {
    match frame {
        Frame::Wide => (9, 6.0),
        Frame::Tall => (SIDEWAYS.len(), 2.0),
    }
}

/// Places the title of every hub.
pub(super) fn place(bodies: &mut [Body], cast: &Cast, frame: Frame) {
    let count = cast.hubs.len();
    for hub in 0..count {
        let side = side(hub, bodies, count, frame);
        let (side, label) = nearest(hub, bodies, side, frame);
        bodies[hub].set_box(side, label);
    }
}

/// The outer side: above, but for alliances at the bottom of the picture.
fn side(hub: usize, bodies: &[Body], count: usize, frame: Frame) -> LabelSide {
    let sum: f64 = bodies[..count].iter().map(|body| body.center.y).sum();
    let lower = bodies[hub].center.y - sum / number(count);
    let is_outer = match frame {
        Frame::Wide => lower > 20.0,
        Frame::Tall => count > 1 && hub + 1 == count,
    };
    if is_outer {
        LabelSide::Below
    } else {
        LabelSide::Above
    }
}

/// The free box that is nearest to the hub, relative to its center.
fn nearest(hub: usize, bodies: &[Body], side: LabelSide, frame: Frame) -> (LabelSide, Rect) {
    let body = &bodies[hub];
    let start = body.reach + AIR + body.size.height / 2.0;
    let mut best: Option<(f64, LabelSide, Rect)> = None;
    let mut step = 0.0;
    let (tried, price) = aside(frame);
    // Beyond everything it is free at last: bodies are finite in number.
    while best.is_none_or(|(cost, ..)| step < cost) {
        for (toward, at) in [(-1.0, LabelSide::Above), (1.0, LabelSide::Below)] {
            for &aside in &SIDEWAYS[..tried] {
                let offset = Vec2::new(aside * STEP * 2.0, toward * (start + step));
                let mut label = Rect::centered(body.center + offset, body.size);
                label = label.translate(Vec2::new(sideways(label, body.zone, frame), 0.0));
                let wish = if at == side { 0.0 } else { OTHER_SIDE };
                let cost = step + wish + aside.abs() * price + STRAYING * strayed(label, body.zone);
                if best.is_some_and(|(least, ..)| least <= cost) || !is_free(label, hub, bodies) {
                    continue;
                }
                let cost = cost + CROSSED * crossings(label, bodies);
                if best.is_none_or(|(least, ..)| cost < least) {
                    best = Some((cost, at, label));
                }
            }
        }
        step += STEP;
    }
    let to_origin = Point::default() - body.center;
    best.map_or((side, Rect::default()), |(_, at, label)| {
        (at, label.translate(to_origin))
    })
}

/// How far a title stands above or below its zone.
fn strayed(label: Rect, zone: Rect) -> f64 {
    let out = (zone.min.y - label.min.y).max(label.max.y - zone.max.y);
    out.max(0.0)
}

/// Whether no node and no name is in the way.
fn is_free(label: Rect, hub: usize, bodies: &[Body]) -> bool {
    let airy = label.inflate(AIR);
    let is_clear = |body: &Body| body.shapes().all(|shape| !airy.overlaps(shape));
    let mut others = bodies.iter().enumerate();
    others.all(|(at, body)| at == hub || is_clear(body))
}

/// How many edges run through.
fn crossings(label: Rect, bodies: &[Body]) -> f64 {
    let airy = label.inflate(AIR);
    let crossed = |member: &Body| {
        let crosses = |&&hub: &&usize| airy.is_crossed(bodies[hub].center, member.center);
        number(member.hubs.iter().filter(crosses).count())
    };
    bodies.iter().map(crossed).sum()
}
