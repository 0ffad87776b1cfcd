//! Texts in every language of the page, and names in their own scripts besides.

use super::id::SourceId;
use crate::locale::Locale;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The BCP 47 tags of the languages that a story's sources and names are in.
pub const LANGUAGES: [Tag; 3] = ["ar", "en", "zh"];

/// A BCP 47 tag of one of these languages.
pub type Tag = &'static str;

/// The tag of a language, one of [`LANGUAGES`], from data.
pub(super) fn language<'de, D: Deserializer<'de>>(data: D) -> Result<Tag, D::Error> {
    let tag = String::deserialize(data)?;
    let known = LANGUAGES.into_iter().find(|known| *known == tag);
    known.ok_or_else(|| D::Error::custom("the tag of no language that stories have"))
}

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

/// A name in every language, and in Chinese where a source has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// In the page's languages.
    pub text: Text,
    /// The name in Chinese characters, where a source has it.
    pub zh: Option<String>,
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
    /// The tag of its language, one of [`LANGUAGES`].
    #[serde(deserialize_with = "language")]
    pub language: Tag,
    /// Who spells it so.
    pub sources: Vec<SourceId>,
}
