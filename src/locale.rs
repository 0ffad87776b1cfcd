//! Languages and directions of writing.
//!
//! The program thinks in start and end; [`Direction`] is the one place where
//! they become left and right.

pub mod catalog;
pub mod format;
pub mod isolate;
pub mod plural;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Arabic (CLDR `ar`), the page's own language.
    #[default]
    Ar,
    /// English (CLDR `en-GB` order of day and month).
    En,
}

impl Locale {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Ar, Self::En];

    /// The BCP 47 tag, for `lang` attributes and links.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The locale of a BCP 47 tag's language, `None` where the page has none.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The other language: what the switch leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ar => Self::En,
            Self::En => Self::Ar,
        }
    }

    /// Where its pages lie below the top of a site, or of a part of it: the page's own
    /// language at the top, another in a folder of its tag.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Ar => "",
            Self::En => "en/",
        }
    }

    /// The direction it is written in.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::RightToLeft,
            Self::En => Direction::LeftToRight,
        }
    }
}

/// A direction of writing, and of everything that follows it: columns, the
/// network, the time axis, arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of a `dir` attribute, or of CSS `direction`.
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }

    /// The physical x of a logical one, in a picture `width` wide; its own inverse.
    ///
    /// ```
    /// use tahaluf::locale::Direction;
    /// assert_eq!(Direction::LeftToRight.physical_x(10.0, 100.0), 10.0);
    /// assert_eq!(Direction::RightToLeft.physical_x(10.0, 100.0), 90.0);
    /// ```
    pub const fn physical_x(self, x: f64, width: f64) -> f64 {
        match self {
            Self::LeftToRight => x,
            Self::RightToLeft => width - x,
        }
    }

    /// An arrow from start to end.
    pub const fn forward_arrow(self) -> &'static str {
        match self {
            Self::LeftToRight => "→",
            Self::RightToLeft => "←",
        }
    }

    /// An arrow from end to start.
    pub const fn backward_arrow(self) -> &'static str {
        match self {
            Self::LeftToRight => "←",
            Self::RightToLeft => "→",
        }
    }

    /// +1 where start is left, −1 where start is right: turns a physical
    /// horizontal movement into one towards the inline end, and back.
    pub const fn sign(self) -> f64 {
        match self {
            Self::LeftToRight => 1.0,
            Self::RightToLeft => -1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_or_without_a_region() {
        assert_eq!(Locale::from_tag("ar-EG"), Some(Locale::Ar));
        assert_eq!(Locale::from_tag("EN_us"), Some(Locale::En));
        assert_eq!(Locale::from_tag("arc"), None);
        assert_eq!(Locale::from_tag(""), None);
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            let there = direction.physical_x(12.5, 80.0);
            let back = direction.physical_x(there, 80.0);
            assert!((back - 12.5).abs() < 1e-12, "{back}");
        }
    }
}
