//! Making room: bodies are moved by the least that parts them.
//!
//! Positions are corrected directly, one constraint after the other, until all
//! hold or the last round is over (Jakobsen, "Advanced Character Physics",
//! 2001; Müller et al., "Position Based Dynamics", 2007). Bodies that already
//! have room do not move, so a good first arrangement stays as it was drawn.

use super::body::Body;
use super::cast::Cast;
use crate::geometry::{Point, Rect, Vec2};
use crate::layout::Frame;

/// The most rounds; an arrangement with room is done after a few.
const ROUNDS: usize = 160;

/// The air between an edge and what it passes.
const EDGE_GAP: f64 = 5.0;

/// The share of the way home that a body takes each round, in the first half.
const HOMEWARD: f64 = 0.03;

/// The most that an edge pushes in a round.
const EDGE_PUSH: f64 = 3.0;

/// Moves members until none is in the way of another, or of an edge.
pub(super) fn relax(bodies: &mut [Body], cast: &Cast, frame: Frame) {
    let hubs = cast.hubs.len();
    for round in 0..ROUNDS {
        let before: Vec<Point> = bodies.iter().map(|body| body.center).collect();
        if round < ROUNDS / 2 {
            for body in &mut bodies[hubs..] {
                body.center += (body.home - body.center) * HOMEWARD;
            }
        }
        clear_edges(bodies, hubs);
        push_apart(bodies, hubs, frame.air());
        for body in &mut bodies[hubs..] {
            body.center += body.homing();
        }
        let moved = before
            .iter()
            .zip(&*bodies)
            .map(|(&before, body)| (body.center - before).length2())
            .fold(0.0, f64::max);
        if moved < 1e-4 {
            break;
        }
    }
}

/// Parts every two bodies with less air between them than this; hubs stay.
fn push_apart(bodies: &mut [Body], hubs: usize, air: f64) {
    for second in 1..bodies.len() {
        for first in 0..second {
            let away = parting(&bodies[first], &bodies[second], air);
            if away == Vec2::default() {
                continue;
            }
            if first < hubs {
                if second >= hubs {
                    bodies[second].center += away;
                }
            } else {
                bodies[first].center += away * -0.5;
                bodies[second].center += away * 0.5;
            }
        }
    }
}

/// The shortest way along one axis by which the second body leaves the first.
fn parting(first: &Body, second: &Body, air: f64) -> Vec2 {
    let mut away = Vec2::default();
    if !first.bounds().inflate(air).overlaps(second.bounds()) {
        return away;
    }
    for one in first.shapes() {
        for other in second.shapes() {
            let step = leaving(one.inflate(air), other);
            if step.length2() > away.length2() {
                away = step;
            }
        }
    }
    away
}

/// The shortest way along one axis by which `other` leaves `one`.
fn leaving(one: Rect, other: Rect) -> Vec2 {
    if !one.overlaps(other) {
        return Vec2::default();
    }
    let shortest = |forward: f64, back: f64| if forward <= back { forward } else { -back };
    let x = shortest(one.max.x - other.min.x, other.max.x - one.min.x);
    let y = shortest(one.max.y - other.min.y, other.max.y - one.min.y);
    if x.abs() < y.abs() {
        Vec2::new(x, 0.0)
    } else {
        Vec2::new(0.0, y)
    }
}

/// Moves bodies off the edges that run through them, and the edges' members
/// the other way.
fn clear_edges(bodies: &mut [Body], hubs: usize) {
    for member in hubs..bodies.len() {
        for at in 0..bodies[member].hubs.len() {
            let hub = bodies[member].hubs[at];
            for other in hubs..bodies.len() {
                if other == member {
                    continue;
                }
                let (from, to) = (bodies[hub].center, bodies[member].center);
                if !bodies[other]
                    .bounds()
                    .inflate(EDGE_GAP)
                    .is_crossed(from, to)
                {
                    continue;
                }
                let Some(push) = bodies[other]
                    .shapes()
                    .find_map(|shape| off_edge(shape.inflate(EDGE_GAP), from, to))
                else {
                    continue;
                };
                bodies[other].center += push * 0.6;
                bodies[member].center += push * -0.4;
            }
        }
    }
}

/// The push that takes a rectangle off a line, if the line runs through it.
fn off_edge(shape: Rect, from: Point, to: Point) -> Option<Vec2> {
    if !shape.is_crossed(from, to) {
        return None;
    }
    let across = (to - from).unit().quarter_turn();
    let depth = shape.half_extent(across);
    let offset = (shape.center() - from).dot(across);
    let side = if offset < 0.0 { -1.0 } else { 1.0 };
    let push = (depth - offset.abs()).clamp(0.0, EDGE_PUSH);
    Some(across * (side * push))
}
