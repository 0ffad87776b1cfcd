//! Texts in every language of the page, and names in their own scripts besides.

use super::id::SourceId;
use crate::locale::Locale;
use crate::locale::plural::{PluralCategory, category};
use serde::{Deserialize, Serialize};

/// A text in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text in Arabic.
    pub ar: String,
    /// The text in English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Ar => &self.ar,
            Locale::En => &self.en,
        }
    }
}

/// A noun with a number, in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// In Arabic, which tells six forms apart.
    pub ar: Forms,
    /// In English, which tells two apart.
    pub en: Forms,
}

/// The forms that a noun takes beside numbers, by CLDR's categories; `#` stands for the number. A
/// form that is left out is that of `other`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms {
    /// For none.
    pub zero: Option<String>,
    /// For one.
    pub one: Option<String>,
    /// For two.
    pub two: Option<String>,
    /// For few: in Arabic 3 to 10.
    pub few: Option<String>,
    /// For many: in Arabic 11 to 99.
    pub many: Option<String>,
    /// For all other numbers.
    pub other: String,
}

impl Counting {
    /// The noun with a number, in a language.
    pub fn say(&self, locale: Locale, count: usize) -> String {
        let forms = match locale {
            Locale::Ar => &self.ar,
            Locale::En => &self.en,
        };
        // A form for none is welcome in any language: “none on a list” reads better than “0”.
        let form = match category(locale, count) {
            _ if count == 0 => &forms.zero,
            PluralCategory::Zero => &forms.zero,
            PluralCategory::One => &forms.one,
            PluralCategory::Two => &forms.two,
            PluralCategory::Few => &forms.few,
            PluralCategory::Many => &forms.many,
            PluralCategory::Other => &None,
        };
        let form = form.as_ref().unwrap_or(&forms.other);
        form.replace('#', &count.to_string())
    }
}

/// A name in every language, and in its own where that is another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// In the page's languages.
    pub text: Text,
    /// The name in its own language and script, where a source has it.
    pub original: Option<Original>,
}

/// A name in a language that the page does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The name.
    pub name: String,
    /// The BCP 47 tag of its language.
    pub language: String,
}

impl Name {
    /// The name in one language.
    pub fn get(&self, locale: Locale) -> &str {
        self.text.get(locale)
    }
}

/// Another name or spelling, with the pages that use it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OtherName {
    /// The name.
    pub name: String,
    /// The BCP 47 tag of its language.
    pub language: String,
    /// Who spells it so.
    pub sources: Vec<SourceId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting() -> Counting {
        let form = |text: &str| Some(text.to_owned());
        Counting {
            ar: Forms {
                zero: form("لا دول"),
                one: form("دولة واحدة"),
                two: form("دولتان"),
                few: form("# دول"),
                many: form("# دولة"),
                other: "# دولة".to_owned(),
            },
            en: Forms {
                one: form("# state"),
                other: "# states".to_owned(),
                ..Forms::default()
            },
        }
    }

    #[test]
    fn a_noun_agrees_with_its_number() {
        let said = |locale, count| counting().say(locale, count);
        assert_eq!(
            [0, 1, 2, 3, 11, 100].map(|count| said(Locale::Ar, count)),
            [
                "لا دول",
                "دولة واحدة",
                "دولتان",
                "3 دول",
                "11 دولة",
                "100 دولة"
            ]
        );
        assert_eq!(
            [0, 1, 2].map(|count| said(Locale::En, count)),
            ["0 states", "1 state", "2 states"]
        );
    }

    #[test]
    fn english_may_have_a_form_for_none() {
        let mut none = counting();
        none.en.zero = Some("no state".to_owned());
        assert_eq!(none.say(Locale::En, 0), "no state");
    }
}
