//! When something happened.

use super::{Date, DateError, PartialDate};
use std::fmt;
use std::str::FromStr;

/// When something happened: a partial date, or a span between two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The date, or the span's first.
    pub start: PartialDate,
    /// The span's last date, both ends included.
    pub end: Option<PartialDate>,
    /// Whether the date is only the latest or the earliest that is known: it was then or before,
    /// `../2008`, or then or later, `2008/..`.
    pub open: Option<Open>,
}

/// The side on which a span has no end (EDTF level 1, ISO 8601-2:2019, section 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Its beginning.
    Start,
    /// Its end.
    End,
}

/// What stands for an end that is open.
const OPEN: &str = "..";

impl When {
    /// The earliest day it can mean: where it stands on a timeline, and the first day on which it
    /// counts as having happened. Of what was then or before, the date that is known: nothing is
    /// claimed of a day before it.
    pub const fn first_day(self) -> Date {
        self.start.first_day()
    }

    /// The latest day it can mean.
    pub fn last_day(self) -> Date {
        self.end.unwrap_or(self.start).last_day()
    }
}

impl From<Date> for When {
    fn from(date: Date) -> Self {
        Self {
            start: PartialDate::day(date),
            end: None,
            open: None,
        }
    }
}

/// EDTF, as it was read.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.open == Some(Open::Start) {
            f.write_str(OPEN)?;
            f.write_str("/")?;
        }
        self.start.fmt(f)?;
        if self.open == Some(Open::End) {
            f.write_str("/")?;
            f.write_str(OPEN)?;
        }
        if let Some(end) = self.end {
            f.write_str("/")?;
            end.fmt(f)?;
        }
        Ok(())
    }
}

impl FromStr for When {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let Some((start, end)) = text.split_once('/') else {
            return Ok(Self {
                start: text.parse()?,
                end: None,
                open: None,
            });
        };
        let open = match (start, end) {
            (OPEN, known) => Some((known, Open::Start)),
            (known, OPEN) => Some((known, Open::End)),
            _ => None,
        };
        if let Some((known, side)) = open {
            return Ok(Self {
                start: known.parse()?,
                end: None,
                open: Some(side),
            });
        }
        let (start, end): (PartialDate, PartialDate) = (start.parse()?, end.parse()?);
        if end.last_day() < start.first_day() {
            return Err(DateError::Reversed);
        }
        Ok(Self {
            start,
            end: Some(end),
            open: None,
        })
    }
}
