//! Days, dates that are known only in part, and spans of time.
//!
//! A day is a number, so that time is a line: scales subtract days, the cursor
//! is one day, and nothing here knows a clock or a time zone. Partial dates
//! follow EDTF (ISO 8601-2): `2025`, `2025-07`, `2025-07-26`, the closed
//! interval `2025-07-26/2025-07-28`, and what level 1 says of doubts.

mod partial;
mod when;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

pub use partial::{Doubt, PartialDate};
pub use when::{Open, When};

/// One day of the proleptic Gregorian calendar, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// Years that a story can speak of; the bounds keep every sum far from overflow.
pub const YEARS: std::ops::RangeInclusive<i32> = 1000..=9999;

impl Date {
    /// The day with this number (days since 1970-01-01).
    pub const fn from_days(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The day of this year, month (1–12) and day (1–31); `None` where the
    /// calendar has no such day or the year is outside [`YEARS`].
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        if day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self(days_from_civil(year, month, day)))
    }

    /// Year, month (1–12) and day (1–31).
    ///
    /// Inverse of [`Date::from_ymd`]; the algorithm is `civil_from_days` of
    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn ymd(self) -> (i32, u8, u8) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, narrow(month), narrow(day))
    }

    /// 31 December 9999, after which no date can be written.
    pub const MAX: Self = Self(2_932_896);

    /// The day `days` later (earlier if negative).
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// The same day of the month `months` later, or that month's last day.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let index = year * 12 + i32::from(month) - 1 + months;
        let (year, month) = (index.div_euclid(12), narrow(index.rem_euclid(12) + 1));
        Self(days_from_civil(
            year,
            month,
            day.min(days_in_month(year, month)),
        ))
    }
}

/// ISO 8601: `2025-07-26`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        f.write_str(&year.to_string())?;
        two_digits(f, month)?;
        two_digits(f, day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads a whole day, `2025-07-26`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let date: PartialDate = text.parse()?;
        if date.precision() == Precision::Day && date.doubt() == Doubt::None {
            Ok(date.first_day())
        } else {
            Err(DateError::Shape)
        }
    }
}

/// A month or a day after its hyphen.
fn two_digits(f: &mut fmt::Formatter<'_>, number: u8) -> fmt::Result {
    f.write_str(if number < 10 { "-0" } else { "-" })?;
    f.write_str(&number.to_string())
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The decade only, `199X`.
    Decade,
    /// The year only.
    Year,
    /// Year and month.
    Month,
    /// The day.
    #[default]
    Day,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `199X`, `2025`, `2025-07` or `2025-07-26`.
    Shape,
    /// The form is right, the calendar has no such month or day.
    Impossible,
    /// An interval whose end lies before its start.
    Reversed,
}

/// A span of days, first and last included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Date, Date)", into = "(Date, Date)")]
pub struct Span {
    /// Its first day.
    pub first: Date,
    /// Its last day, not before the first.
    pub last: Date,
}

impl Span {
    /// The span between two days, in whichever order they come.
    pub fn between(a: Date, b: Date) -> Self {
        Self {
            first: a.min(b),
            last: a.max(b),
        }
    }

    /// How many days lie between its ends (0 for a single day).
    pub const fn length_days(self) -> i32 {
        self.last.days() - self.first.days()
    }

    /// Whether the day lies in it.
    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// The day of this span that is nearest to `date`.
    pub fn clamp(self, date: Date) -> Date {
        date.clamp(self.first, self.last)
    }
}

/// Data has dates as texts, spelt as they are shown by `Display`.
macro_rules! spelt {
    ($($name:ident)*) => { $(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                parsed(deserializer)
            }
        }
    )* };
}

spelt! { Date When }

/// What a text of some data spells.
fn parsed<'de, T: FromStr<Err = DateError>, D: Deserializer<'de>>(data: D) -> Result<T, D::Error> {
    let text = String::deserialize(data)?;
    text.parse().map_err(|_| D::Error::custom("not a date"))
}

impl From<(Date, Date)> for Span {
    fn from((a, b): (Date, Date)) -> Self {
        Self::between(a, b)
    }
}

impl From<Span> for (Date, Date) {
    fn from(span: Span) -> Self {
        (span.first, span.last)
    }
}

/// How many days this month (1–12) has.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `days_from_civil` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// A month or day number, which always fits.
fn narrow(value: i32) -> u8 {
    debug_assert!(u8::try_from(value).is_ok(), "no month or day: {value}");
    u8::try_from(value).unwrap_or(u8::MAX)
}

/// Exactly `width` ASCII digits, or nothing where the part is missing.
fn digits(part: Option<&str>, width: usize) -> Result<Option<i32>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != width {
        return Err(DateError::Shape);
    }
    let mut number = 0;
    for byte in part.bytes() {
        if !byte.is_ascii_digit() {
            return Err(DateError::Shape);
        }
        number = number * 10 + i32::from(byte - b'0');
    }
    Ok(Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn when(text: &str) -> Result<When, DateError> {
        text.parse()
    }

    #[test]
    fn days_count_from_the_unix_epoch() {
        assert_eq!(Date::from_ymd(1970, 1, 1).map(Date::days), Some(0));
        assert_eq!(Date::from_ymd(2025, 7, 26).map(Date::days), Some(20_295));
        assert_eq!(Date::from_ymd(1969, 12, 31).map(Date::days), Some(-1));
    }

    #[test]
    fn impossible_days_are_told_from_malformed_ones() {
        for text in ["2025-02-29", "2025-13", "2025-00-10", "2025-04-31", "0999"] {
            assert_eq!(when(text), Err(DateError::Impossible), "{text}");
        }
        for text in [
            "",
            "25",
            "2025-7",
            "2025-07-26T00:00",
            "2025-07-26-01",
            "يوليو",
            "+025",
        ] {
            assert_eq!(when(text), Err(DateError::Shape), "{text}");
        }
        assert_eq!(when("2025-07-28/2025-07-26"), Err(DateError::Reversed));
    }

    #[test]
    fn a_partial_date_spans_its_month_or_year() {
        let check = |text: &str, first: &str, last: &str| {
            let when = when(text).unwrap();
            assert_eq!(when.first_day().to_string(), first);
            assert_eq!(when.last_day().to_string(), last);
        };
        check("2024-02", "2024-02-01", "2024-02-29");
        check("2025", "2025-01-01", "2025-12-31");
        check("2025-07-26/2025-07-28", "2025-07-26", "2025-07-28");
        check("2025-01/2026", "2025-01-01", "2026-12-31");
        check("199X", "1990-01-01", "1999-12-31");
        check("2004~", "2004-01-01", "2004-12-31");
        check("../2008", "2008-01-01", "2008-12-31");
        check("2008-05/..", "2008-05-01", "2008-05-31");
    }

    #[test]
    fn doubts_are_written_as_they_were_read() {
        for text in [
            "2004~",
            "2004-05?",
            "2004-05-06%",
            "199X",
            "199X~",
            "../2008",
            "2008-03?/..",
            "2004~/2006-02",
        ] {
            assert_eq!(when(text).unwrap().to_string(), text);
        }
        for text in [
            "2004~~", "~2004", "19XX", "199X-01", "..", "../..", "/2004", "2004/",
        ] {
            assert_eq!(when(text), Err(DateError::Shape), "{text}");
        }
        let day: Result<Date, _> = "2004-05-06~".parse();
        assert_eq!(day, Err(DateError::Shape), "a day that is shown is a day");
    }

    #[test]
    fn adding_months_stops_at_the_end_of_the_month() {
        let date: Date = "2024-01-31".parse().unwrap();
        assert_eq!(date.plus_months(1).to_string(), "2024-02-29");
        assert_eq!(date.plus_months(-2).to_string(), "2023-11-30");
    }

    proptest! {
        #[test]
        fn days_and_calendar_are_inverse(days in -300_000_i32..2_900_000) {
            let (year, month, day) = Date::from_days(days).ymd();
            prop_assert_eq!(Date::from_ymd(year, month, day), Some(Date::from_days(days)));
        }

        #[test]
        fn what_is_written_is_read_again(days in -300_000_i32..2_900_000, cut in 0_usize..3, length in 0_i32..4000) {
            let whole = Date::from_days(days).to_string();
            let text = &whole[..[4, 7, 10][cut]];
            let span = std::format!("{text}/{}", Date::from_days(days + length));
            for text in [text, &span] {
                prop_assert_eq!(when(text).unwrap().to_string(), text);
            }
        }
    }
}
