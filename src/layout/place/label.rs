//! The side of its node that each name stands on.
//!
//! Eight sides are tried, as cartographers do (Imhof, "Positioning Names on
//! Maps", 1975); each name takes the one that costs least, in the order of the
//! nodes, until no name changes.

use super::body::{Body, label_box};
use super::cast::Cast;
use crate::geometry::{Point, Rect};
use crate::layout::{Frame, LabelAlign, LabelSide};

/// How often all names are tried at most.
const SWEEPS: usize = 3;

/// The air wanted around a name.
const AIR: f64 = 4.0;

/// What it costs for each unit that a name must move off something.
const DEPTH: f64 = 12.0;

/// The most that one such thing costs.
const BLOCKED: f64 = 400.0;

/// What each unit outside the zone costs.
const OUTSIDE: f64 = 2.0;

/// What it costs that an edge runs through the name.
const CROSSED: f64 = 60.0;

/// Gives every member's name the best side.
pub(super) fn choose(bodies: &mut [Body], cast: &Cast, frame: Frame) {
    let hubs = cast.hubs.len();
    for at in hubs..bodies.len() {
        if bodies[at].label.is_none() {
            let (side, align) = wished(&bodies[at], bodies, frame)[0].0;
            bodies[at].set_label(side, align);
        }
    }
    for _ in 0..SWEEPS {
        let mut changed = false;
        for at in hubs..bodies.len() {
            let (side, align) = best(at, bodies, hubs, frame);
            changed |= (side, align) != (bodies[at].side, bodies[at].align);
            bodies[at].set_label(side, align);
        }
        if !changed {
            break;
        }
    }
}

type Choice = (LabelSide, LabelAlign);

fn best(at: usize, bodies: &[Body], hubs: usize, frame: Frame) -> Choice {
    let body = &bodies[at];
    let mut best = (f64::INFINITY, (body.side, body.align));
    for ((side, align), wish) in wished(body, bodies, frame) {
        let sideways = matches!(side, LabelSide::Start | LabelSide::End);
        // Names of several lines beside a node look like a paragraph's start.
        let wish = if sideways && frame == Frame::Wide {
            wish + 30.0
        } else {
            wish
        };
        let label =
            label_box(body.size, body.reach, side, align).translate(body.center - Point::default());
        let cost = wish + cost(at, label, bodies, hubs);
        if cost < best.0 {
            best = (cost, (side, align));
        }
    }
    best.1
}

/// The choices and what each costs by itself: names stand on the far side of
/// their alliances, so that no edge comes from there. In a tall frame that is the side, where
/// rows of nodes and names are no higher than a node.
fn wished(body: &Body, bodies: &[Body], frame: Frame) -> [(Choice, f64); 8] {
    use LabelAlign::{End, Middle, Start};
    use LabelSide::{Above, Below};
    if frame == Frame::Tall {
        let (outer, inner) = ((LabelSide::Start, End), (LabelSide::End, Start));
        let is_after = body.home.x >= frame.width() / 2.0;
        let (outer, inner) = if is_after {
            (inner, outer)
        } else {
            (outer, inner)
        };
        return [
            (outer, 0.0),
            (inner, 24.0),
            ((Below, Middle), 30.0),
            ((Above, Middle), 30.0),
            ((Below, Start), 40.0),
            ((Below, End), 40.0),
            ((Above, Start), 40.0),
            ((Above, End), 40.0),
        ];
    }
    let higher = body
        .hubs
        .iter()
        .filter(|&&hub| body.home.y < bodies[hub].home.y - 24.0);
    let is_above = body.hubs.len() == higher.count() && !body.hubs.is_empty();
    let (near, far) = if is_above {
        (Above, Below)
    } else {
        (Below, Above)
    };
    [
        ((near, Middle), 0.0),
        ((far, Middle), 14.0),
        ((near, Start), 16.0),
        ((near, End), 16.0),
        ((far, Start), 24.0),
        ((far, End), 24.0),
        ((LabelSide::Start, End), 18.0),
        ((LabelSide::End, Start), 18.0),
    ]
}

/// How far one rectangle must move off the other, 0 if they are apart.
fn depth(one: Rect, other: Rect) -> f64 {
    let x = (one.max.x - other.min.x).min(other.max.x - one.min.x);
    let y = (one.max.y - other.min.y).min(other.max.y - one.min.y);
    x.min(y).max(0.0)
}

/// What it costs to put a name there.
fn cost(at: usize, label: Rect, bodies: &[Body], hubs: usize) -> f64 {
    let zone = bodies[at].zone;
    // A body that stands out a little is moved back.
    let outside = (zone.min.x - label.min.x).max(label.max.x - zone.max.x);
    let outside = outside
        .max(zone.min.y - label.min.y)
        .max(label.max.y - zone.max.y);
    let mut cost = (OUTSIDE * outside).clamp(0.0, BLOCKED);
    let airy = label.inflate(AIR);
    for (other, body) in bodies.iter().enumerate() {
        if other != at && airy.overlaps(body.bounds()) {
            let depth = body.shapes().map(|shape| depth(airy, shape));
            cost += (DEPTH * depth.fold(0.0, f64::max)).min(BLOCKED);
        }
    }
    for member in &bodies[hubs..] {
        for &hub in &member.hubs {
            if airy.is_crossed(bodies[hub].center, member.center) {
                cost += CROSSED;
            }
        }
    }
    cost
}
