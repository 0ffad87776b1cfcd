//! Arcs without sine and cosine, which differ between platforms.

use crate::geometry::{Point, Vec2, number};
use crate::layout::compass::{STEPS, compass};

/// Part of an ellipse.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) center: Point,
    /// The half axes.
    pub(super) radii: Vec2,
    /// The direction of its middle, in 64ths of a turn from the inline end, downwards.
    pub(super) toward: i32,
    /// How far it goes to either side of its middle, in 64ths of a turn.
    pub(super) spread: i32,
}

impl Arc {
    /// The corners of the polygon that stands for it.
    fn polyline(self) -> Vec<Point> {
        let around = compass();
        let steps = i32::try_from(STEPS).unwrap_or(i32::MAX);
        (self.toward - self.spread..=self.toward + self.spread)
            .map(|step| {
                let at = usize::try_from(step.rem_euclid(steps)).unwrap_or_default();
                let Vec2 { x, y } = around[at];
                self.center + Vec2::new(x * self.radii.x, y * self.radii.y)
            })
            .collect()
    }

    /// Its length.
    pub(super) fn length(self) -> f64 {
        let corners = self.polyline();
        corners
            .windows(2)
            .map(|ends| (ends[1] - ends[0]).length())
            .sum()
    }

    /// Places on it, equally far apart along it, from end to end; a single one
    /// in its middle.
    pub(super) fn places(self, count: usize) -> Vec<Point> {
        let corners = self.polyline();
        let length = self.length();
        (0..count)
            .map(|at| along(&corners, length * share(at, count)))
            .collect()
    }
}

/// The share of the way at which the `at`th of `count` stands, from 0 to 1.
pub(super) fn share(at: usize, count: usize) -> f64 {
    if count < 2 {
        0.5
    } else {
        number(at) / number(count - 1)
    }
}

/// The place at this distance along a polyline.
fn along(corners: &[Point], mut distance: f64) -> Point {
    for ends in corners.windows(2) {
        let step = (ends[1] - ends[0]).length();
        if distance <= step && step > 0.0 {
            return ends[0].lerp(ends[1], distance / step);
        }
        distance -= step;
    }
    corners.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_equally_far_apart() {
        let arc = Arc {
            center: Point::default(),
            radii: Vec2::new(100.0, 50.0),
            toward: 48,
            spread: 16,
        };
        let places = arc.places(3);
        assert!(
            (places[1] - Point::new(0.0, -50.0)).length() < 1e-9,
            "the middle"
        );
        assert!((places[0].x + 100.0).abs() < 1e-9, "the start");
        assert!((places[2].x - 100.0).abs() < 1e-9, "the end");
        assert_eq!(arc.places(1), [places[1]]);
        assert_eq!(arc.places(0), []);
    }
}
