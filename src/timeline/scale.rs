//! The time scale: days along a line, and the window that the line shows.

use crate::date::{Date, Span};

/// The shortest window that can be zoomed to, in days from first to last: three
/// weeks, where a day is wide enough to point at.
pub const SHORTEST_WINDOW: i32 = 20;

/// A linear scale from days to CSS pixels from the inline start.
///
/// ```
/// use tahaluf::{date::{Date, Span}, timeline::scale::Scale};
/// let day = |day| Date::from_ymd(2025, 7, day).unwrap();
/// let scale = Scale { span: Span::between(day(1), day(31)), width: 600.0 };
/// assert_eq!(scale.x(day(16)), 300.0);
/// assert_eq!(scale.date_at(309.0), day(16));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scale {
    /// The window: its first day lies at 0, its last at `width`.
    pub span: Span,
    /// Length of the line in pixels.
    pub width: f64,
}

impl Scale {
    /// Where a day lies; days outside the window lie outside `0..=width`.
    pub fn x(self, date: Date) -> f64 {
        f64::from(date.days() - self.span.first.days()) / self.length_days() * self.width
    }

    /// The day of the window that lies nearest to `x`.
    pub fn date_at(self, x: f64) -> Date {
        if self.width <= 0.0 {
            return self.span.first;
        }
        let share = (x / self.width).clamp(0.0, 1.0);
        let days = whole_days(share * self.length_days());
        self.span.clamp(self.span.first.plus_days(days))
    }

    /// How wide one day is, in pixels.
    pub fn day_width(self) -> f64 {
        self.width / self.length_days()
    }

    /// The window's length; a window of one day is treated as if it had two.
    fn length_days(self) -> f64 {
        f64::from(self.span.length_days().max(1))
    }
}

/// The window `factor` times shorter (longer below 1), with `date` at the same
/// share of it as far as `bounds` allow.
///
/// It is never shorter than [`SHORTEST_WINDOW`]. A factor other than 1 changes
/// it by a day at least, so that the small steps of a trackpad add up.
pub fn zoomed_about(span: Span, date: Date, factor: f64, bounds: Span) -> Span {
    let old = span.length_days().max(1);
    let wanted = whole_days(f64::from(old) / factor);
    let wanted = if factor > 1.0 {
        wanted.min(old - 1)
    } else if factor < 1.0 {
        wanted.max(old + 1)
    } else {
        wanted
    };
    let longest = bounds.length_days();
    let length = wanted.clamp(SHORTEST_WINDOW.min(longest), longest);

    let date = span.clamp(date);
    let share = f64::from(date.days() - span.first.days()) / f64::from(old);
    let before = whole_days(share * f64::from(length));
    within(date.days() - before, length, bounds)
}

/// The window moved by so many days, stopped at the edges of `bounds`.
pub fn panned(span: Span, days: i32, bounds: Span) -> Span {
    let length = span.length_days().min(bounds.length_days());
    within(span.first.days().saturating_add(days), length, bounds)
}

/// The window of this length that begins as near to day `first` as `bounds` allow.
fn within(first: i32, length: i32, bounds: Span) -> Span {
    let first = first.clamp(bounds.first.days(), bounds.last.days() - length);
    let first = Date::from_days(first);
    Span {
        first,
        last: first.plus_days(length),
    }
}

/// The nearest whole number of days.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and callers clamp to a span"
)]
fn whole_days(days: f64) -> i32 {
    days.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(first: i32, length: i32) -> Span {
        Span {
            first: Date::from_days(first),
            last: Date::from_days(first + length),
        }
    }

    #[test]
    fn a_window_of_one_day_or_no_width_is_still_a_scale() {
        let day = Date::from_days(20_295);
        for width in [0.0, 300.0] {
            let scale = Scale {
                span: Span::between(day, day),
                width,
            };
            assert_eq!((scale.x(day), scale.date_at(0.0)), (0.0, day));
            assert_eq!(scale.date_at(width), day);
        }
    }

    #[test]
    fn bounds_shorter_than_the_shortest_window_are_shown_whole() {
        let bounds = span(100, 9);
        assert_eq!(zoomed_about(bounds, bounds.first, 4.0, bounds), bounds);
    }

    #[test]
    fn small_steps_add_up() {
        let bounds = span(0, 1000);
        let mut window = span(500, SHORTEST_WINDOW);
        for _ in 0..100 {
            window = zoomed_about(window, Date::from_days(510), 0.999, bounds);
        }
        assert_eq!(window.length_days(), SHORTEST_WINDOW + 100);
    }

    proptest! {
        #[test]
        fn a_place_gives_back_its_day(
            first in -300_000..2_000_000, length in 1..200_000, share in 0.0..=1.0, width in 1.0..4000.0,
        ) {
            let span = span(first, length);
            let date = span.first.plus_days(whole_days(f64::from(length) * share));
            let scale = Scale { span, width };
            prop_assert_eq!(scale.date_at(scale.x(date)), date);
        }

        #[test]
        fn every_place_has_a_day_of_the_window(length in 0..5000, x in -1e9..1e9) {
            let span = span(20_000, length);
            prop_assert!(span.contains(Scale { span, width: 800.0 }.date_at(x)), "outside");
        }

        #[test]
        fn zooming_stays_in_bounds_and_keeps_the_place(
            first in 0..1000, length in SHORTEST_WINDOW..1000, at in 0..2000, factor in 0.1..10.0,
        ) {
            let (bounds, old) = (span(0, 2000), span(first, length));
            let date = old.clamp(Date::from_days(at));
            let new = zoomed_about(old, date, factor, bounds);
            prop_assert!(bounds.contains(new.first) && bounds.contains(new.last), "{new:?}");
            prop_assert!(new.length_days() >= SHORTEST_WINDOW, "{new:?}");
            prop_assert!(new.contains(date), "{new:?}");
            let share = |span| Scale { span, width: 1.0 }.x(date);
            if new.first > bounds.first && new.last < bounds.last {
                let drift = (share(new) - share(old)).abs() * f64::from(new.length_days());
                prop_assert!(drift <= 0.5 + 1e-9, "off by {drift} days");
            }
        }

        #[test]
        fn panning_keeps_the_length(first in 0..1000, length in 0..1000, days in i32::MIN..=i32::MAX) {
            let (bounds, old) = (span(0, 2000), span(first, length));
            let new = panned(old, days, bounds);
            prop_assert!(bounds.contains(new.first) && bounds.contains(new.last), "{new:?}");
            prop_assert_eq!(new.length_days(), length);
        }
    }
}
