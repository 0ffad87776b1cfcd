//! The words of the tour: the story in steps.

use super::super::Locale;
use super::super::plural::Counted;

/// The words of one language.
#[derive(Debug)]
pub struct TourMessages {
    /// What leads into it, by the number of steps.
    pub entry: Counted,
    /// What it is called.
    pub name: &'static str,
    /// What stands before the number of the step and before how many there are.
    position: [&'static str; 2],
    /// The button that goes one step back.
    pub previous: &'static str,
    /// The button that goes one step on.
    pub next: &'static str,
    /// The button that leaves the tour.
    pub leave: &'static str,
}

impl TourMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar => &AR,
            Locale::En => &EN,
        }
    }

    /// "Step 3 of 8"
    pub fn position(&self, position: &str, count: &str) -> String {
        let [step, of] = self.position;
        [step, position, of, count].concat()
    }
}

const AR: TourMessages = TourMessages {
    entry: Counted {
        zero: "القصة خطوةً خطوة",
        one: "القصة في خطوة واحدة",
        two: "القصة في خطوتين",
        few: "القصة في # خطوات",
        many: "القصة في # خطوة",
        other: "القصة في # خطوة",
    },
    name: "القصة خطوةً خطوة",
    position: ["الخطوة ", " من "],
    previous: "السابقة",
    next: "التالية",
    leave: "إنهاء الجولة",
};

const EN: TourMessages = TourMessages {
    entry: Counted::two_forms("The story in one step", "The story in # steps"),
    name: "The story step by step",
    position: ["Step ", " of "],
    previous: "Previous",
    next: "Next",
    leave: "Leave",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_has_its_place_in_words() {
        let position = |locale| TourMessages::of(locale).position("3", "8");
        assert_eq!(position(Locale::Ar), "الخطوة 3 من 8");
        assert_eq!(position(Locale::En), "Step 3 of 8");
        let entry = |locale, count| TourMessages::of(locale).entry.say(locale, count);
        assert_eq!(entry(Locale::Ar, 8), "القصة في 8 خطوات");
        assert_eq!(entry(Locale::Ar, 2), "القصة في خطوتين");
        assert_eq!(entry(Locale::En, 8), "The story in 8 steps");
    }
}
