//! The shapes of organizations, told apart without colour, of about the same visual weight.

use super::path::Path;
use crate::geometry::{Point, Vec2};
use crate::model::words::Shape;

/// The outline that stands in a legend for that of any kind.
pub const OUTLINE_ALONE: &str = "M-7 -7H7V7H-7Z";

/// The outline of a shape around the origin, as path data; `radius` is that of the circle.
pub fn outline(shape: Shape, radius: f64) -> String {
    let corners: &[(f64, f64)] = match shape {
        Shape::Circle => return circle(radius),
        Shape::Square => &[(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)],
        Shape::Hexagon => &[
            (-1.06, 0.0),
            (-0.53, -0.92),
            (0.53, -0.92),
            (1.06, 0.0),
            (0.53, 0.92),
            (-0.53, 0.92),
        ],
        Shape::Triangle => &[(0.0, -1.1), (1.12, 0.84), (-1.12, 0.84)],
        Shape::Diamond => &[(0.0, -1.18), (1.18, 0.0), (0.0, 1.18), (-1.18, 0.0)],
        Shape::Pentagon => &[
            (0.0, -1.1),
            (1.05, -0.34),
            (0.65, 0.89),
            (-0.65, 0.89),
            (-1.05, -0.34),
        ],
    };
    let corners: Vec<_> = corners
        .iter()
        .map(|(x, y)| Point::new(x * radius, y * radius))
        .collect();
    rounded(&corners, radius * 0.22)
}

/// A circle as four cubics. Source: the usual constant 4/3·(√2 − 1), rounded.
fn circle(radius: f64) -> String {
    let handle = radius * 0.5523;
    let at = |x: f64, y: f64| Point::new(x, y);
    Path::from(at(radius, 0.0))
        .cubic([at(radius, handle), at(handle, radius)], at(0.0, radius))
        .cubic([at(-handle, radius), at(-radius, handle)], at(-radius, 0.0))
        .cubic(
            [at(-radius, -handle), at(-handle, -radius)],
            at(0.0, -radius),
        )
        .cubic([at(handle, -radius), at(radius, -handle)], at(radius, 0.0))
        .close()
}

/// A polygon whose corners are cut by `by` along either side and bent.
fn rounded(corners: &[Point], by: f64) -> String {
    let near = |corner: Point, other: Point| corner + (other - corner).unit() * by;
    let count = corners.len();
    let mut path = Path::from(near(corners[0], corners[count - 1]));
    for (index, corner) in corners.iter().enumerate() {
        let next = corners[(index + 1) % count];
        path = path
            .quadratic(*corner, near(*corner, next))
            .line(near(next, *corner));
    }
    path.close()
}

/// The two strokes of an arrowhead that ends at `tip` and points along `heading`.
pub(super) fn arrowhead(tip: Point, heading: Vec2, length: f64) -> String {
    let back = -heading.unit() * length;
    let side = back.quarter_turn() * 0.5;
    Path::from(tip + back + side)
        .line(tip)
        .line(tip + back - side)
        .end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_has_an_outline_of_its_own() {
        let mut outlines = Shape::ALL.map(|shape| outline(shape, 10.0));
        outlines.sort();
        assert!(
            outlines.windows(2).all(|pair| pair[0] != pair[1]),
            "{outlines:?}"
        );
    }
}
