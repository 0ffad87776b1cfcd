//! CLDR cardinal plural categories of the page's languages.
//!
//! Source: Unicode CLDR 47, `supplemental/plurals.xml`, `ar` and `en`.

use super::Locale;

/// The forms that a counted noun takes. Arabic uses all six, English two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// 0, in Arabic.
    Zero,
    /// 1, in every language.
    One,
    /// Arabic 2, the dual.
    Two,
    /// Arabic, last two digits 03–10.
    Few,
    /// Arabic, last two digits 11–99.
    Many,
    /// Everything else.
    Other,
}

/// The category of a whole number in a language.
///
/// ```
/// use tahaluf::locale::{Locale, plural::{PluralCategory, category}};
/// assert_eq!(category(Locale::Ar, 11), PluralCategory::Many);
/// assert_eq!(category(Locale::En, 11), PluralCategory::Other);
/// ```
pub const fn category(locale: Locale, count: usize) -> PluralCategory {
    match (locale, count) {
        (_, 1) => PluralCategory::One,
        (Locale::En, _) => PluralCategory::Other,
        (Locale::Ar, 0) => PluralCategory::Zero,
        (Locale::Ar, 2) => PluralCategory::Two,
        (Locale::Ar, _) => match count % 100 {
            3..=10 => PluralCategory::Few,
            11..=99 => PluralCategory::Many,
            _ => PluralCategory::Other,
        },
    }
}

/// The words around a number, one form a category; `#` stands for the number
/// (a form without `#` says the number in the word itself, as the Arabic dual does).
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// For 0 where the language has a form for it.
    pub zero: &'static str,
    /// For 1.
    pub one: &'static str,
    /// For 2 where the language has a dual.
    pub two: &'static str,
    /// Arabic 3–10.
    pub few: &'static str,
    /// Arabic 11–99.
    pub many: &'static str,
    /// The rest.
    pub other: &'static str,
}

impl Counted {
    /// A noun with one form for 1 and another for the rest, as English has them.
    pub const fn two_forms(one: &'static str, other: &'static str) -> Self {
        Self {
            zero: other,
            one,
            two: other,
            few: other,
            many: other,
            other,
        }
    }

    /// The form for a number, with the number in it.
    pub fn say(&self, locale: Locale, count: usize) -> String {
        let form = match category(locale, count) {
            PluralCategory::Zero => self.zero,
            PluralCategory::One => self.one,
            PluralCategory::Two => self.two,
            PluralCategory::Few => self.few,
            PluralCategory::Many => self.many,
            PluralCategory::Other => self.other,
        };
        form.replace('#', &count.to_string())
    }
}

/// What is said of all of a few things, by how many these are: “both” is said of two, and Arabic
/// has a dual for them, also where no number stands in the sentence.
#[derive(Clone, Copy, Debug)]
pub struct AllOf {
    /// The words for one thing.
    pub one: &'static str,
    /// The words for two things.
    pub two: &'static str,
    /// The words for three things or more.
    pub more: &'static str,
}

impl AllOf {
    /// The words for a number of things.
    pub const fn of(&self, count: usize) -> &'static str {
        match count {
            0 | 1 => self.one,
            2 => self.two,
            _ => self.more,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_has_six_categories() {
        use PluralCategory::{Few, Many, One, Other, Two, Zero};
        let cases = [
            (0, Zero),
            (1, One),
            (2, Two),
            (3, Few),
            (10, Few),
            (11, Many),
            (99, Many),
            (100, Other),
            (102, Other),
            (103, Few),
            (110, Few),
            (111, Many),
            (200, Other),
            (1003, Few),
        ];
        for (count, expected) in cases {
            assert_eq!(category(Locale::Ar, count), expected, "{count}");
        }
    }

    #[test]
    fn english_has_two() {
        for (count, expected) in [
            (0, PluralCategory::Other),
            (1, PluralCategory::One),
            (2, PluralCategory::Other),
        ] {
            assert_eq!(category(Locale::En, count), expected, "{count}");
        }
    }

    #[test]
    fn the_number_stands_where_the_form_wants_it() {
        let member = Counted {
            zero: "لا أعضاء",
            one: "عضو واحد",
            two: "عضوان",
            few: "# أعضاء",
            many: "# عضوًا",
            other: "# عضو",
        };
        let texts = [0, 1, 2, 3, 11, 100].map(|count| member.say(Locale::Ar, count));
        assert_eq!(
            texts,
            [
                "لا أعضاء",
                "عضو واحد",
                "عضوان",
                "3 أعضاء",
                "11 عضوًا",
                "100 عضو"
            ]
        );
    }
}
