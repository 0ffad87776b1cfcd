//! The ticks of the time axis: calendar dates that fit, never closer than asked.

use crate::date::{Date, Span};
use crate::timeline::scale::Scale;

/// What the ticks of an axis count: which format their labels take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TickUnit {
    /// Days, in some steps; the first of each month is always among them.
    Day,
    /// Months.
    Month,
    /// January, April, July and October.
    Quarter,
    /// Years, in some steps.
    Year,
}

/// One tick. All ticks of an axis have the same unit; the first of them has to
/// show its year, since the year may have begun before the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day it stands on.
    pub date: Date,
    /// What the axis counts.
    pub unit: TickUnit,
    /// Where it stands, in pixels from the inline start.
    pub x: f64,
}

impl Tick {
    /// Whether a year begins here: its label shows the year.
    pub fn is_major(self) -> bool {
        let (_, month, day) = self.date.ymd();
        (month, day) == (1, 1)
    }

    /// Whether a month begins here: among days, its label shows the month.
    pub fn begins_month(self) -> bool {
        self.date.ymd().2 == 1
    }
}

/// One of the ways to divide the calendar.
struct Step {
    unit: TickUnit,
    /// Days of the month, or months, from one tick to the next.
    every: i32,
    /// The shortest distance between two of its ticks, in days.
    shortest: i32,
}

const fn days(every: i32, shortest: i32) -> Step {
    Step {
        unit: TickUnit::Day,
        every,
        shortest,
    }
}

const fn years(years: i32) -> Step {
    Step {
        unit: TickUnit::Year,
        every: 12 * years,
        shortest: 365 * years,
    }
}

/// From the finest on. Fives and tens count 1, 5, 10, … and 1, 10, 20, as people
/// do, and leave out the 30th, which would crowd the next first.
const STEPS: [Step; 12] = [
    days(1, 1),
    days(5, 4),
    days(10, 9),
    Step {
        unit: TickUnit::Month,
        every: 1,
        shortest: 28,
    },
    Step {
        unit: TickUnit::Quarter,
        every: 3,
        shortest: 90,
    },
    years(1),
    years(2),
    years(5),
    years(10),
    years(20),
    years(50),
    years(100),
];

impl Step {
    /// Its ticks within a span.
    fn dates(&self, span: Span) -> Vec<Date> {
        let (year, month, day) = span.first.ymd();
        let passed = (year * 12 + i32::from(month) - 1).rem_euclid(self.every);
        let start = if self.unit == TickUnit::Day {
            span.first
        } else {
            let month = span.first.plus_days(1 - i32::from(day));
            month.plus_months(-passed)
        };
        let next = |date: Date| match self.unit {
            TickUnit::Day => date.plus_days(1),
            TickUnit::Month | TickUnit::Quarter | TickUnit::Year => date.plus_months(self.every),
        };
        let mut dates = Vec::new();
        let mut date = start;
        while date <= span.last {
            if span.contains(date) && self.has(date) {
                dates.push(date);
            }
            date = next(date);
        }
        dates
    }

    /// Whether a tick may stand on this day of the month.
    fn has(&self, date: Date) -> bool {
        let day = i32::from(date.ymd().2);
        day == 1
            || self.unit == TickUnit::Day && (self.every == 1 || day % self.every == 0 && day < 30)
    }
}

impl Scale {
    /// The ticks of the finest unit that keeps them `min_gap` pixels apart.
    ///
    /// There is always one: a window into which no such tick falls has its first
    /// day, as a [`TickUnit::Day`].
    pub fn ticks(self, min_gap: f64) -> Vec<Tick> {
        // Whatever is asked, a pixel holds no more than one tick.
        let min_gap = min_gap.max(1.0);
        let fits = |step: &&Step| f64::from(step.shortest) * self.day_width() >= min_gap;
        let step = STEPS.iter().find(fits);
        let mut unit = step.map_or(TickUnit::Day, |step| step.unit);
        let mut dates = step.map_or_else(Vec::new, |step| step.dates(self.span));
        if dates.is_empty() {
            unit = TickUnit::Day;
            dates.push(self.span.first);
        }
        dates
            .into_iter()
            .map(|date| Tick {
                date,
                unit,
                x: self.x(date),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(first: &str, last: &str, width: f64, min_gap: f64) -> (TickUnit, String) {
        let span = Span::between(first.parse().unwrap(), last.parse().unwrap());
        let ticks = Scale { span, width }.ticks(min_gap);
        let dates: Vec<_> = ticks.iter().map(|tick| tick.date.to_string()).collect();
        (ticks[0].unit, dates.join(" "))
    }

    #[test]
    fn the_unit_follows_the_room() {
        let check = |last: &str, width: f64, unit: TickUnit, dates: &str| {
            let found = ticks("2024-12-20", last, width, 60.0);
            assert_eq!(found, (unit, dates.to_owned()), "{last} in {width}");
        };
        check(
            "2024-12-23",
            300.0,
            TickUnit::Day,
            "2024-12-20 2024-12-21 2024-12-22 2024-12-23",
        );
        check(
            "2025-01-12",
            460.0,
            TickUnit::Day,
            "2024-12-20 2024-12-25 2025-01-01 2025-01-05 2025-01-10",
        );
        check(
            "2025-02-12",
            400.0,
            TickUnit::Day,
            "2024-12-20 2025-01-01 2025-01-10 2025-01-20 2025-02-01 2025-02-10",
        );
        check(
            "2025-03-20",
            220.0,
            TickUnit::Month,
            "2025-01-01 2025-02-01 2025-03-01",
        );
        check(
            "2025-12-20",
            250.0,
            TickUnit::Quarter,
            "2025-01-01 2025-04-01 2025-07-01 2025-10-01",
        );
        check("2026-12-20", 150.0, TickUnit::Year, "2025-01-01 2026-01-01");
        check("2034-12-20", 150.0, TickUnit::Year, "2025-01-01 2030-01-01");
    }

    #[test]
    fn a_window_without_a_tick_shows_its_first_day() {
        let found = ticks("2025-02-03", "2025-11-20", 40.0, 60.0);
        assert_eq!(found, (TickUnit::Day, "2025-02-03".to_owned()));
    }

    #[test]
    fn years_and_months_are_known_by_their_first_day() {
        let span = Span::between("2025-12-31".parse().unwrap(), "2026-02-01".parse().unwrap());
        let ticks = Scale {
            span,
            width: 3200.0,
        }
        .ticks(60.0);
        let firsts = |test: fn(Tick) -> bool| ticks.iter().filter(|tick| test(**tick)).count();
        assert_eq!((ticks.len(), firsts(Tick::is_major)), (33, 1));
        assert_eq!(firsts(Tick::begins_month), 2);
    }

    proptest! {
        #[test]
        fn ticks_keep_their_distance_and_stay_in_the_window(
            first in -300_000..2_000_000, length in 0..40_000, width in 0.0..3000.0, min_gap in 0.0..200.0,
        ) {
            let first = Date::from_days(first);
            let span = Span { first, last: first.plus_days(length) };
            let ticks = Scale { span, width }.ticks(min_gap);
            prop_assert!(!ticks.is_empty(), "an axis without a date");
            prop_assert!(ticks.iter().all(|tick| span.contains(tick.date)), "outside");
            for pair in ticks.windows(2) {
                prop_assert!(pair[1].x - pair[0].x >= min_gap - 1e-6, "{pair:?}");
            }
        }
    }
}
