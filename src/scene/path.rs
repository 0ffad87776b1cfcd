//! Path data of SVG (SVG 2, section 9.3), written with one decimal: a tenth of
//! a pixel is finer than any screen shows, and half the bytes.

use crate::geometry::Point;

/// A path that grows command by command, mirrored as it is written.
#[derive(Debug)]
pub(super) struct Path {
    data: String,
}

impl Path {
    pub(super) fn from(start: Point) -> Self {
        let mut path = Self {
            data: String::new(),
        };
        path.command('M', &[start]);
        path
    }

    #[must_use]
    pub(super) fn line(mut self, to: Point) -> Self {
        self.command('L', &[to]);
        self
    }

    #[must_use]
    pub(super) fn quadratic(mut self, control: Point, to: Point) -> Self {
        self.command('Q', &[control, to]);
        self
    }

    #[must_use]
    pub(super) fn cubic(mut self, controls: [Point; 2], to: Point) -> Self {
        self.command('C', &[controls[0], controls[1], to]);
        self
    }

    pub(super) fn close(mut self) -> String {
        self.data.push('Z');
        self.data
    }

    pub(super) fn end(self) -> String {
        self.data
    }

    fn command(&mut self, letter: char, points: &[Point]) {
        self.data.push(letter);
        for (index, point) in points.iter().enumerate() {
            if index > 0 {
                self.data.push(' ');
            }
            self.data.push_str(&number(point.x));
            self.data.push(' ');
            self.data.push_str(&number(point.y));
        }
    }
}

/// A number with at most one decimal, `-0` as `0`; without the machinery of
/// float formatting, which alone is several kilobytes of WebAssembly.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and scenes are some thousand units wide"
)]
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenth == 0 {
        [sign, &whole.to_string()].concat()
    } else {
        [sign, &whole.to_string(), ".", &tenth.to_string()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_short() {
        let cases = [
            (1.0, "1"),
            (0.04, "0"),
            (-0.04, "0"),
            (-0.5, "-0.5"),
            (12.34, "12.3"),
            (-7.96, "-8"),
        ];
        for (value, expected) in cases {
            assert_eq!(number(value), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_within_half_a_tenth(value in -1e6..1e6) {
            let read: f64 = number(value).parse().unwrap();
            prop_assert!((read - value).abs() <= 0.0501, "{read} for {value}");
        }
    }
}
