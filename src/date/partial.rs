//! Dates of which only a part is known, or not for sure.

use super::{Date, DateError, Precision, digits, narrow, two_digits};
use std::fmt;
use std::str::FromStr;

/// What is said of how sure a date is (EDTF level 1, ISO 8601-2:2019, section 8.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing.
    #[default]
    None,
    /// It is about right, `2004~`.
    Approximate,
    /// It may be wrong, `2004?`.
    Uncertain,
    /// Both, `2004%`.
    Both,
}

impl Doubt {
    /// Each with the sign that stands after the date.
    const SIGNS: [(Self, char); 3] = [
        (Self::Approximate, '~'),
        (Self::Uncertain, '?'),
        (Self::Both, '%'),
    ];
}

/// A decade, a year, a month or a day: a date with the precision and the doubt that its source
/// gave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartialDate {
    first: Date,
    precision: Precision,
    doubt: Doubt,
}

impl PartialDate {
    /// A date known to the day.
    pub const fn day(date: Date) -> Self {
        Self {
            first: date,
            precision: Precision::Day,
            doubt: Doubt::None,
        }
    }

    /// How sure it is.
    pub const fn doubt(self) -> Doubt {
        self.doubt
    }

    /// How much of it is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The earliest day it can mean.
    pub const fn first_day(self) -> Date {
        self.first
    }

    /// The latest day it can mean.
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Day => self.first,
            Precision::Month => self.first.plus_months(1).plus_days(-1),
            Precision::Year => self.first.plus_months(12).plus_days(-1),
            Precision::Decade => self.first.plus_months(120).plus_days(-1),
        }
    }
}

/// EDTF, as it was read.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, _) = self.first.ymd();
        match self.precision {
            Precision::Decade => {
                f.write_str(&(year / 10).to_string())?;
                f.write_str("X")
            }
            Precision::Year => f.write_str(&year.to_string()),
            Precision::Month => {
                f.write_str(&year.to_string())?;
                two_digits(f, month)
            }
            Precision::Day => self.first.fmt(f),
        }?;
        let sign = Doubt::SIGNS.iter().find(|(doubt, _)| *doubt == self.doubt);
        sign.map_or(Ok(()), |(_, sign)| {
            f.write_str(sign.encode_utf8(&mut [0; 4]))
        })
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let sign = Doubt::SIGNS.iter().find(|(_, sign)| text.ends_with(*sign));
        let (doubt, text) = sign.map_or((Doubt::None, text), |(doubt, _)| {
            (*doubt, &text[..text.len() - 1])
        });
        if let Some(decade) = text.strip_suffix('X') {
            let decade = digits(Some(decade), 3)?.ok_or(DateError::Shape)?;
            let first = Date::from_ymd(decade * 10, 1, 1).ok_or(DateError::Impossible)?;
            let precision = Precision::Decade;
            return Ok(Self {
                first,
                precision,
                doubt,
            });
        }
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(DateError::Shape)?;
        let month = digits(parts.next(), 2)?;
        let day = digits(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Shape);
        }
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        let first = Date::from_ymd(year, narrow(month.unwrap_or(1)), narrow(day.unwrap_or(1)))
            .ok_or(DateError::Impossible)?;
        Ok(Self {
            first,
            precision,
            doubt,
        })
    }
}
