//! The outline of a union of rectangles, with rounded corners.
//!
//! All of it stands on the grid that the rectangles' own sides make: each of its cells is inside
//! or outside, and the outline is walked along the cells with the inside on its right.

use crate::geometry::{Point, Rect, Vec2};
use crate::layout::outline::Outline;

/// The radius of corners, in scene units; half an edge at most.
const ROUNDING: f64 = 12.0;

/// The outlines of some tiles without some bays, set in by a distance: each piece clockwise, each
/// hole the other way round.
pub(super) fn outlines(tiles: &[Rect], bays: &[Rect], inset: f64) -> Vec<Outline> {
    let loops = loops(tiles, bays);
    loops
        .iter()
        .map(|corners| rounded(&set_in(corners, inset)))
        .collect()
}

/// A closed chain of lines with rounded corners.
fn rounded(corners: &[Point]) -> Outline {
    let count = corners.len();
    let corner = |at: usize| corners[at % count];
    // Where the rounding of a corner begins, towards another.
    let towards = |at: usize, other: usize| {
        let way = corner(other) - corner(at);
        corner(at) + way.unit() * (way.length() / 2.0).min(ROUNDING)
    };
    let mut curves = Vec::with_capacity(2 * count);
    for at in 0..count {
        let out = towards(at, at + 1);
        let next = towards(at + 1, at);
        curves.push([corner(at), out]);
        curves.push([out.lerp(next, 0.5), next]);
    }
    Outline {
        start: towards(0, count - 1),
        curves,
    }
}

/// One of the four ways along the grid.
struct Way {
    /// From one crossing to the next.
    step: (isize, isize),
    /// From a crossing to the cell ahead on the right of it, and on the left.
    right: (isize, isize),
    left: (isize, isize),
}

/// Clockwise, from the way to the right.
const WAYS: [Way; 4] = [
    Way {
        step: (1, 0),
        right: (0, 0),
        left: (0, -1),
    },
    Way {
        step: (0, 1),
        right: (-1, 0),
        left: (0, 0),
    },
    Way {
        step: (-1, 0),
        right: (-1, -1),
        left: (-1, 0),
    },
    Way {
        step: (0, -1),
        right: (0, -1),
        left: (-1, -1),
    },
];

/// The corners of each outline, each from the start of a cell with nothing above it.
fn loops(tiles: &[Rect], bays: &[Rect]) -> Vec<Vec<Point>> {
    let rects = || tiles.iter().chain(bays);
    let xs = steps(rects().flat_map(|rect| [rect.min.x, rect.max.x]));
    let ys = steps(rects().flat_map(|rect| [rect.min.y, rect.max.y]));
    let Some((columns, rows)) = xs.len().checked_sub(1).zip(ys.len().checked_sub(1)) else {
        return Vec::new();
    };
    let mut inside = vec![false; columns * rows];
    let mut fill = |rect: &Rect, value: bool| {
        for row in (0..rows).filter(|row| ys[*row] >= rect.min.y && ys[row + 1] <= rect.max.y) {
            for column in 0..columns {
                if xs[column] >= rect.min.x && xs[column + 1] <= rect.max.x {
                    inside[row * columns + column] = value;
                }
            }
        }
    };
    for tile in tiles {
        fill(tile, true);
    }
    for bay in bays {
        fill(bay, false);
    }
    let is_in = |column: isize, row: isize| {
        let cell = usize::try_from(column).ok().zip(usize::try_from(row).ok());
        cell.is_some_and(|(column, row)| {
            column < columns && row < rows && inside[row * columns + column]
        })
    };
    let mut loops = Vec::new();
    let mut walked = vec![false; columns * rows];
    for (cell, row, column) in
        (0..columns * rows).map(|cell| (cell, cell / columns, cell % columns))
    {
        let start = (column.cast_signed(), row.cast_signed());
        if walked[cell] || !is_in(start.0, start.1) || is_in(start.0, start.1 - 1) {
            continue;
        }
        // Along the upper side of this cell, and round.
        let (mut at, mut way) = (start, 0);
        let mut corners = Vec::new();
        loop {
            if let (0, Ok(column), Ok(row)) = (way, usize::try_from(at.0), usize::try_from(at.1)) {
                walked[row * columns + column] = true;
            }
            let Way { step, right, left } = WAYS[way];
            at = (at.0 + step.0, at.1 + step.1);
            let is_in = |by: (isize, isize)| is_in(at.0 + by.0, at.1 + by.1);
            // Straight on with the inside on the right; around a corner of it, or into one.
            let turn = match (is_in(right), is_in(left)) {
                (false, _) => 1,
                (true, false) => 0,
                (true, true) => 3,
            };
            if turn != 0 {
                let [x, y] = [at.0, at.1].map(isize::unsigned_abs);
                corners.push(Point::new(xs[x], ys[y]));
                way = (way + turn) % 4;
            }
            if at == start && way == 0 {
                break;
            }
        }
        // The start is a corner unless the side goes on before it; as one it was found last.
        corners.rotate_right(1);
        loops.push(corners);
    }
    loops
}

/// Different numbers in their order.
fn steps(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut steps: Vec<f64> = numbers.collect();
    steps.sort_by(f64::total_cmp);
    steps.dedup();
    steps
}

/// Each corner moved inwards from both its edges.
fn set_in(corners: &[Point], by: f64) -> Vec<Point> {
    let count = corners.len();
    let edge = |at: usize| (corners[(at + 1) % count] - corners[at % count]).unit();
    let moved = |at: usize| {
        // The inside is on the right of each edge; y grows downwards.
        let inward = |edge: Vec2| Vec2::new(-edge.y, edge.x) * by;
        corners[at] + inward(edge(at + count - 1)) + inward(edge(at))
    };
    (0..count).map(moved).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        let min = Point::new(x, y);
        Rect::new(min, min + Vec2::new(width, height))
    }

    fn points(corners: &[Point]) -> Vec<(f64, f64)> {
        corners.iter().map(|corner| (corner.x, corner.y)).collect()
    }

    #[test]
    fn two_tiles_that_touch_have_one_outline() {
        let tiles = [rect(0.0, 0.0, 10.0, 10.0), rect(0.0, 10.0, 20.0, 10.0)];
        let loops = loops(&tiles, &[]);
        assert_eq!(loops.len(), 1);
        let expected = [
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 10.0),
            (20.0, 10.0),
            (20.0, 20.0),
            (0.0, 20.0),
        ];
        assert_eq!(points(&loops[0]), expected);
    }

    #[test]
    fn a_bay_at_the_edge_is_left_out() {
        let found = loops(
            &[rect(0.0, 0.0, 30.0, 30.0)],
            &[rect(10.0, 10.0, 20.0, 10.0)],
        );
        let bay = [(30.0, 10.0), (10.0, 10.0), (10.0, 20.0), (30.0, 20.0)];
        assert_eq!(found.len(), 1);
        assert_eq!(points(&found[0])[2..6], bay);
        assert_eq!(found[0].len(), 8);
    }

    #[test]
    fn a_bay_within_is_a_hole_that_turns_the_other_way() {
        let found = loops(
            &[rect(0.0, 0.0, 30.0, 30.0)],
            &[rect(10.0, 10.0, 10.0, 10.0)],
        );
        assert_eq!(found.len(), 2);
        let turn = |corners: &[Point]| {
            let [a, b, c] = [corners[0], corners[1], corners[2]];
            (b - a).quarter_turn().dot(c - b) > 0.0
        };
        assert_ne!(turn(&found[0]), turn(&found[1]));
    }

    #[test]
    fn an_outline_is_set_in_on_every_side() {
        let loops = loops(&[rect(0.0, 0.0, 30.0, 20.0)], &[]);
        let expected = [(2.0, 2.0), (28.0, 2.0), (28.0, 18.0), (2.0, 18.0)];
        assert_eq!(points(&set_in(&loops[0], 2.0)), expected);
    }

    #[test]
    fn nothing_has_no_outline() {
        assert!(outlines(&[], &[], 2.0).is_empty());
    }
}
