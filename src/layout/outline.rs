//! Smooth closed curves.

use crate::geometry::{Point, Rect};
use serde::{Deserialize, Serialize};

/// A closed chain of quadratic Bézier curves that meet without a corner, as far as the grid lets
/// them.
///
/// It is convex, unless it has bays for those who are no members; it faces the inline end where it
/// starts, and turns downwards first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Where the chain starts, and ends.
    pub start: Point,
    /// The control point and the end of each curve.
    pub curves: Vec<[Point; 2]>,
}

impl Outline {
    /// The smallest rectangle around it.
    pub fn bounds(&self) -> Rect {
        let mut from = self.start;
        let boxes = self.curves.iter().map(|&[control, end]| {
            let x = farthest(from.x, control.x, end.x);
            let y = farthest(from.y, control.y, end.y);
            from = end;
            let top = Point::new(x, y);
            Rect::new(end, end).union(Rect::new(top, top))
        });
        boxes.reduce(Rect::union).unwrap_or_default()
    }

    /// With its points where a function has them.
    pub(super) fn map(&self, to: impl Fn(Point) -> Point) -> Self {
        Self {
            start: to(self.start),
            curves: self.curves.iter().map(|curve| curve.map(&to)).collect(),
        }
    }

    /// Whether a rectangle lies wholly outside of a convex outline.
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

/// Where a quadratic Bézier curve turns back along an axis; its end where it does not.
fn farthest(start: f64, control: f64, end: f64) -> f64 {
    let bend = start - 2.0 * control + end;
    let share = (start - control) / bend;
    if bend != 0.0 && share > 0.0 && share < 1.0 {
        let first = start + (control - start) * share;
        let second = control + (end - control) * share;
        first + (second - first) * share
    } else {
        end
    }
}
