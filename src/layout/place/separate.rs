//! The last word: no two bodies overlap.

use super::body::{Body, sideways};
use crate::layout::Frame;

/// The least air between two bodies.
const GAP: f64 = 2.0;

/// Moves bodies down, from the top one on, each below all that it overlaps.
///
/// Every step goes down and past a body for good, so it ends. Nothing moves
/// where [`super::relax`] has made enough room.
pub(super) fn separate(bodies: &mut [Body], frame: Frame) {
    for body in &mut *bodies {
        body.center.x += sideways(body.bounds(), body.zone, frame);
    }
    let top = |at: usize| bodies[at].bounds().min.y;
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    order.sort_by(|one, other| top(*one).total_cmp(&top(*other)));
    for at in 1..order.len() {
        let (fixed, body) = (&order[..at], order[at]);
        while let Some(down) = fixed
            .iter()
            .find_map(|&other| below(&bodies[other], &bodies[body]))
        {
            bodies[body].center.y += down;
        }
    }
}

/// How far the second body must go down to be below the first's shape that it overlaps.
fn below(first: &Body, second: &Body) -> Option<f64> {
    if !first.bounds().inflate(GAP).overlaps(second.bounds()) {
        return None;
    }
    first.shapes().find_map(|one| {
        let one = one.inflate(GAP);
        let other = second.shapes().find(|&other| one.overlaps(other))?;
        // A hair more, lest rounding leaves them touching.
        Some(one.max.y - other.min.y + 0.01)
    })
}
