//! Texts in every language of the page, and names in their own scripts besides.

use super::id::SourceId;
use crate::locale::Locale;

/// The BCP 47 tags of the languages that a story's sources and names are in.
pub const LANGUAGES: [&str; 3] = ["ar", "en", "zh"];

/// A text in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// In Arabic.
    pub ar: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// In one language.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Ar => &self.ar,
            Locale::En => &self.en,
        }
    }
}

/// A name in every language, and in Chinese where a source has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// In the page's languages.
    pub text: Text,
    /// In Chinese characters.
    pub zh: Option<String>,
}

impl Name {
    /// In one language.
    pub fn get(&self, locale: Locale) -> &str {
        self.text.get(locale)
    }
}

/// Another name or spelling, with the pages that use it.
#[derive(Clone, Debug, Default)]
pub struct OtherName {
    /// The name.
    pub name: String,
    /// The tag of its language, one of [`LANGUAGES`].
    pub language: &'static str,
    /// Who spells it so.
    pub sources: Vec<SourceId>,
}
