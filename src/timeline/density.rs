//! The overview strip: where in the whole span something happened, in small.

use crate::timeline::{MarkSpec, scale::Scale};

/// The marks of one lane that begin on one pixel of the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speck {
    /// The lane that they are in, counted from 0.
    pub lane: usize,
    /// Where they begin, in whole pixels from the inline start.
    pub x: f64,
    /// How many there are, at least one.
    pub count: usize,
}

/// What the overview shows of these marks, lane by lane from the start on.
///
/// Marks that begin outside the scale's span are shown at its edge.
pub fn density(scale: Scale, marks: &[MarkSpec]) -> Vec<Speck> {
    let mut places: Vec<(usize, f64)> = marks
        .iter()
        .map(|mark| {
            let x = scale.x(scale.span.clamp(mark.span.first)).round();
            (mark.lane, x)
        })
        .collect();
    places.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    places
        .chunk_by(|a, b| a == b)
        .map(|same| Speck {
            lane: same[0].0,
            x: same[0].1,
            count: same.len(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Date, Span};

    #[test]
    fn marks_on_one_pixel_of_a_lane_are_counted_together() {
        let span = |first, last| Span::between(Date::from_days(first), Date::from_days(last));
        let mark = |lane, day| MarkSpec {
            lane,
            span: span(day, day),
            ..MarkSpec::default()
        };
        let scale = Scale {
            span: span(0, 1000),
            width: 100.0,
        };
        let found = density(
            scale,
            &[
                mark(1, 500),
                mark(0, 502),
                mark(1, 498),
                mark(1, 510),
                mark(0, -7),
            ],
        );
        let found: Vec<_> = found.iter().map(|s| (s.lane, s.x, s.count)).collect();
        assert_eq!(
            found,
            [(0, 0.0, 1), (0, 50.0, 1), (1, 50.0, 2), (1, 51.0, 1)]
        );
    }
}
