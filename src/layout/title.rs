//! Where the alliances' names stand: in the nearest free spot above their hub,
//! or below it, where the picture ends there.

use super::body::{Body, Cast};
use super::relax::crosses;
use super::{Frame, LabelAlign, LabelSide};
use crate::geometry::{Point, Rect, Vec2};

/// The air around a title.
const AIR: f64 = 7.0;

/// How the search goes on, in scene units.
const STEP: f64 = 4.0;

/// Sideways steps, the nearest first.
const SIDEWAYS: [f64; 9] = [0.0, -1.0, 1.0, -2.0, 2.0, -4.0, 4.0, -6.0, 6.0];

/// Places the title of every hub.
pub(super) fn place(bodies: &mut [Body], cast: &Cast, frame: Frame) {
    let count = cast.hubs.len();
    for hub in 0..count {
        let side = side(hub, bodies, count, frame);
        let label = nearest(hub, bodies, count, side);
        bodies[hub].side = side;
        bodies[hub].align = LabelAlign::Middle;
        bodies[hub].label = Some(label);
    }
}

/// Side by side, titles stand above; one above the other, at the outer end.
fn side(hub: usize, bodies: &[Body], count: usize, frame: Frame) -> LabelSide {
    let middle = bodies[..count]
        .iter()
        .map(|body| body.center.y)
        .fold(0.0, |sum, y| sum + y);
    let is_last = frame == Frame::Tall && count > 1 && hub + 1 == count;
    let is_low =
        frame == Frame::Wide && bodies[hub].center.y * super::turn::number(count) > middle + 60.0;
    if is_last || is_low {
        LabelSide::Below
    } else {
        LabelSide::Above
    }
}

/// The free box that is nearest to the hub, relative to its center.
fn nearest(hub: usize, bodies: &[Body], count: usize, side: LabelSide) -> Rect {
    let body = &bodies[hub];
    let toward = if side == LabelSide::Above { -1.0 } else { 1.0 };
    let start = body.reach + AIR + body.size.height / 2.0;
    let mut best: Option<(f64, Rect)> = None;
    let mut step = 0.0;
    // Beyond everything it is free at last: bodies are finite in number.
    while best.is_none_or(|(cost, _)| step < cost) {
        for sideways in SIDEWAYS {
            let offset = Vec2::new(sideways * STEP * 2.0, toward * (start + step));
            let mut label = Rect::centered(body.center + offset, body.size);
            label = label.translate(within(label, body.zone));
            let cost = step + sideways.abs() * 6.0;
            if best.is_none_or(|(least, _)| cost < least) && is_free(label, hub, bodies, count) {
                best = Some((cost, label));
            }
        }
        step += STEP;
    }
    let to_origin = Point::default() - body.center;
    best.map_or(Rect::default(), |(_, label)| label.translate(to_origin))
}

/// The sideways shift that keeps a title in its zone.
fn within(label: Rect, zone: Rect) -> Vec2 {
    let room = zone.size().width - label.size().width;
    if room < 0.0 {
        return Vec2::new(zone.center().x - label.center().x, 0.0);
    }
    let inward = (zone.min.x - label.min.x).max(0.0) + (zone.max.x - label.max.x).min(0.0);
    Vec2::new(inward, 0.0)
}

fn is_free(label: Rect, hub: usize, bodies: &[Body], count: usize) -> bool {
    let airy = label.inflate(AIR);
    let is_clear = |body: &Body| body.shapes().all(|shape| !airy.overlaps(shape));
    let crossed = |member: &Body| {
        let mut hubs = member.hubs.iter();
        hubs.any(|&hub| crosses(airy, bodies[hub].center, member.center))
    };
    bodies
        .iter()
        .enumerate()
        .all(|(at, body)| at == hub || is_clear(body))
        && !bodies[count..].iter().any(crossed)
}
