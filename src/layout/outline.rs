//! Smooth closed curves.

use crate::geometry::{Point, Rect};
use serde::{Deserialize, Serialize};

/// A closed chain of quadratic Bézier curves that meet without a corner, as far as the grid lets
/// them.
///
/// It is convex, faces the inline end where it starts, and turns downwards first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Where the chain starts, and ends.
    pub start: Point,
    /// The control point and the end of each curve.
    pub curves: Vec<[Point; 2]>,
}

impl Outline {
    /// The smallest rectangle around it: where it is farthest along an axis, a curve ends.
    pub fn bounds(&self) -> Rect {
        self.curves
            .iter()
            .map(|&[_, end]| Rect::new(end, end))
            .reduce(Rect::union)
            .unwrap_or_default()
    }

    /// With its points where a function has them.
    pub(super) fn map(&self, to: impl Fn(Point) -> Point) -> Self {
        Self {
            start: to(self.start),
            curves: self.curves.iter().map(|curve| curve.map(&to)).collect(),
        }
    }

    /// Whether a rectangle lies wholly outside.
    pub fn is_clear_of(&self, rect: Rect) -> bool {
        let corners = rect.corners();
        let mut from = self.start;
        // Outside of one tangent is outside of a convex curve.
        self.curves.iter().any(|&[control, end]| {
            let inward = (control - from).quarter_turn();
            let is_out = |corner: &Point| (*corner - from).dot(inward) < 0.0;
            let clear = corners.iter().all(is_out);
            from = end;
            clear
        })
    }
}
