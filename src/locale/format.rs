//! Dates and lists as each language writes them.
//!
//! Source: Unicode CLDR 47, `ar` and `en-GB`: long dates `d MMMM y`, list
//! patterns, Latin digits in both. Formatted here and not by a browser's `Intl`,
//! whose versions disagree on `ar`, so that every page says the same.

use super::Locale;
use crate::date::{Date, Doubt, Open, PartialDate, Precision, When};

/// CLDR `ar`, months format wide: the names of pan-Arab news.
const MONTHS_AR: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

/// CLDR `en`, months format wide.
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month (1–12).
pub fn month(locale: Locale, month: u8) -> &'static str {
    let names = match locale {
        Locale::Ar => &MONTHS_AR,
        Locale::En => &MONTHS_EN,
    };
    names[usize::from(month.clamp(1, 12)) - 1]
}

/// The name of a month where there is little room. Arabic has no short form.
pub fn month_short(locale: Locale, number: u8) -> &'static str {
    match locale {
        Locale::Ar => month(locale, number),
        // CLDR en, months format abbreviated: the first three letters.
        Locale::En => &month(locale, number)[..3],
    }
}

/// A day: `26 July 2025`.
pub fn date(locale: Locale, date: Date) -> String {
    let (year, number, day) = date.ymd();
    join(&[&day.to_string(), month(locale, number), &year.to_string()])
}

/// A date with as much as is known of it: `26 July 2025`, `July 2025`, `2025`, `the 1990s`, and
/// with the doubt about it: `c. 2004`.
pub fn partial(locale: Locale, partial: PartialDate) -> String {
    let (year, number, _) = partial.first_day().ymd();
    let known = match partial.precision() {
        Precision::Day => date(locale, partial.first_day()),
        Precision::Month => join(&[month(locale, number), &year.to_string()]),
        Precision::Year => year.to_string(),
        Precision::Decade => {
            let [before, after] = match locale {
                Locale::Ar => ["العقد ", "–"],
                Locale::En => ["the ", "s"],
            };
            let last = match locale {
                Locale::Ar => (year + 9).to_string(),
                Locale::En => String::new(),
            };
            [before, &year.to_string(), after, &last].concat()
        }
    };
    let [about, uncertain] = match locale {
        Locale::Ar => ["نحو ", " (تاريخ غير مؤكد)"],
        Locale::En => ["c. ", " (date uncertain)"],
    };
    match partial.doubt() {
        Doubt::None => known,
        Doubt::Approximate => [about, &known].concat(),
        Doubt::Uncertain => [&known, uncertain].concat(),
        Doubt::Both => [about, &known, uncertain].concat(),
    }
}

/// A date or a span, without saying anything twice: `26–28 July 2025`.
pub fn when(locale: Locale, when: When) -> String {
    let Some(end) = when.end else {
        let known = partial(locale, when.start);
        let side = match (locale, when.open) {
            (_, None) => return known,
            (Locale::Ar, Some(Open::Start)) => " أو قبل ذلك",
            (Locale::Ar, Some(Open::End)) => " أو بعد ذلك",
            (Locale::En, Some(Open::Start)) => " or earlier",
            (Locale::En, Some(Open::End)) => " or later",
        };
        return [&known, side].concat();
    };
    let (first, last) = (when.start.first_day().ymd(), end.first_day().ymd());
    let is_precise =
        |date: PartialDate| date.precision() == Precision::Day && date.doubt() == Doubt::None;
    let precise = is_precise(when.start) && is_precise(end);
    if precise && (first.0, first.1) == (last.0, last.1) {
        let days = [first.2.to_string(), last.2.to_string()].join("–");
        return join(&[&days, month(locale, last.1), &last.0.to_string()]);
    }
    [partial(locale, when.start), partial(locale, end)].join(" – ")
}

/// A list: `A, B and C`; in Arabic `A وB وC`, the conjunction joined to its word.
///
/// CLDR 47 `listPattern` standard, `ar` and `en-GB`.
pub fn list(locale: Locale, items: &[String]) -> String {
    let (between, last) = match locale {
        Locale::Ar => (" و", " و"),
        Locale::En => (", ", " and "),
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => [&first.join(between), last, end].concat(),
    }
}

fn join(parts: &[&str]) -> String {
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> [String; 2] {
        let parsed = text.parse().unwrap();
        Locale::ALL.map(|locale| when(locale, parsed))
    }

    #[test]
    fn dates_keep_their_precision() {
        assert_eq!(both("2025-07-26"), ["26 يوليو 2025", "26 July 2025"]);
        assert_eq!(both("2025-07"), ["يوليو 2025", "July 2025"]);
        assert_eq!(both("2025"), ["2025", "2025"]);
    }

    #[test]
    fn doubts_are_said_in_words() {
        assert_eq!(both("2004~"), ["نحو 2004", "c. 2004"]);
        assert_eq!(
            both("2004-05?"),
            ["مايو 2004 (تاريخ غير مؤكد)", "May 2004 (date uncertain)"]
        );
        assert_eq!(both("199X"), ["العقد 1990–1999", "the 1990s"]);
        assert_eq!(both("../2008"), ["2008 أو قبل ذلك", "2008 or earlier"]);
        assert_eq!(
            both("2008~/.."),
            ["نحو 2008 أو بعد ذلك", "c. 2008 or later"]
        );
    }

    #[test]
    fn a_span_says_nothing_twice() {
        assert_eq!(
            both("2025-07-26/2025-07-28"),
            ["26–28 يوليو 2025", "26–28 July 2025"]
        );
        assert_eq!(
            both("2025-07-30/2025-08-02")[1],
            "30 July 2025 – 2 August 2025"
        );
        assert_eq!(both("2025-01/2026")[1], "January 2025 – 2026");
    }

    #[test]
    fn arabic_joins_the_conjunction_to_its_word() {
        let items = ["هواوي", "بيرين", "إنفليم"].map(str::to_owned);
        assert_eq!(list(Locale::Ar, &items), "هواوي وبيرين وإنفليم");
        let items = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(list(Locale::En, &items), "A, B and C");
        assert_eq!(list(Locale::En, &items[..1]), "A");
    }

    #[test]
    fn every_month_has_its_name() {
        let arabic: Vec<_> = (1..=12).map(|number| month(Locale::Ar, number)).collect();
        assert_eq!(
            arabic.join(" "),
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
        );
        assert_eq!(month_short(Locale::En, 9), "Sep");
        assert_eq!(month_short(Locale::Ar, 9), "سبتمبر");
    }
}
