//! The wished-for place of every hub and member.
//!
//! Own members stand on an arc around their hub that faces away from the other
//! alliances; members of several stand between these. With two alliances every
//! group gets a zone of its own, so that the fields overlap only where the
//! shared members are.

mod column;
mod ring;
mod row;

use super::Request;
use super::body::Body;
use super::cast::Cast;
use super::turn::Arc;
use crate::geometry::{Point, Rect, Vec2, number};
use crate::layout::Frame;

/// The air between the zones of two groups: room for both fields' margins.
const ZONE_GAP: f64 = 36.0;

/// A length that no layout reaches.
const FAR: f64 = 1e9;

/// All bodies at home: first the hubs, in order, then the members.
pub(super) fn bodies(request: &Request, cast: &Cast) -> Vec<Body> {
    let seeding = Seeding { request, cast };
    let mut bodies = match (request.frame, cast.hubs.len()) {
        (Frame::Wide, 0..=2) => row::bodies(&seeding),
        (Frame::Wide, _) => ring::bodies(&seeding),
        (Frame::Tall, _) => column::bodies(&seeding),
    };
    for body in &mut bodies {
        body.center += body.homing();
        body.home = body.center;
    }
    bodies
}

/// What all arrangements ask about the request.
struct Seeding<'a> {
    request: &'a Request,
    cast: &'a Cast,
}

impl Seeding<'_> {
    /// The width of the widest of these nodes with their names.
    fn widest<'a>(&self, nodes: impl Iterator<Item = &'a usize>) -> f64 {
        nodes
            .map(|&node| &self.request.nodes[node])
            .map(|spec| spec.label.width.max(2.0 * spec.reach))
            .fold(0.0, f64::max)
    }

    /// The part of the frame that nodes and names may use, without end along y.
    fn room(&self) -> Rect {
        let inset = inset(self.request.frame);
        let width = self.request.frame.width();
        Rect::new(Point::new(inset, -FAR), Point::new(width - inset, FAR))
    }

    fn hub(&self, hub: usize, home: Point, zone: Rect) -> Body {
        let node = self.cast.hubs[hub];
        Body::new(node, &self.request.nodes[node], &[], home, zone)
    }

    fn member(&self, node: usize, hubs: &[usize], home: Point, zone: Rect) -> Body {
        let hubs = if self.cast.hubs.is_empty() { &[] } else { hubs };
        Body::new(node, &self.request.nodes[node], hubs, home, zone)
    }
}

/// An arc so high, or wide, that `count` members stand `pitch` apart on it.
fn grown(mut arc: Arc, count: usize, pitch: f64, axis: Vec2) -> Arc {
    let needed = pitch * number(count.saturating_sub(1));
    // Beyond these steps a second ring serves better than a longer way.
    for _ in 0..30 {
        if arc.length() >= needed {
            break;
        }
        arc.radii += axis * 8.0;
    }
    arc
}

/// How far an arc goes to either side, in 64ths of a turn: few members stay
/// together, many close in on the side of the other alliances.
fn spread(count: usize, most: i32) -> i32 {
    match count {
        0 | 1 => 0,
        2 => 8,
        3 => 13,
        4 => 15,
        5 => 17,
        _ => most,
    }
}

/// Places for many on an arc: beyond `single` every other one stands further in.
fn constellation(arc: Arc, count: usize, single: usize) -> Vec<Point> {
    let inner = if count > single { 0.62 } else { 1.0 };
    let mut places = arc.places(count);
    for place in places.iter_mut().skip(1).step_by(2) {
        *place = arc.center.lerp(*place, inner);
    }
    places
}

/// How far nodes and names keep from the sides of a frame, so that the fields round them
/// still fit.
const fn inset(frame: Frame) -> f64 {
    match frame {
        Frame::Wide => 40.0,
        Frame::Tall => 16.0,
    }
}
