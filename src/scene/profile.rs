//! A profile: what the details and the record show of one subject, every line with the
//! sources that say it.

use crate::date::Date;
use crate::model::id::{Id as _, SourceId};
use crate::model::{Certainty, Subject};

/// A heading and facts in sections, each with the sources that it cites.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The name of its subject.
    pub heading: String,
    /// Other names, each with the BCP 47 tag of its language.
    pub names: Vec<(String, String)>,
    /// What it is, in a few words each.
    pub badges: Vec<String>,
    /// The first paragraph.
    pub lead: Item,
    /// Facts under headings, after the first paragraph.
    pub sections: Vec<Section>,
}

/// Items under a heading of their own, or under none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: Option<String>,
    /// Whether the items are terms with their values.
    pub terms: bool,
    /// What it holds, never nothing.
    pub items: Vec<Item>,
}

/// One fact, with what a reader needs to judge and follow it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What the fact is about, where it is a value: "Founded".
    pub term: Option<String>,
    /// When it was or is, in words, and the day to go to.
    pub when: Option<(String, Date)>,
    /// Whom it leads to.
    pub link: Option<(Subject, String)>,
    /// The hue of the alliance that it leads to.
    pub tone: Option<usize>,
    /// What is known.
    pub text: String,
    /// How sure we are.
    pub certainty: Option<Certainty>,
    /// What else a reader should know: who differs, what is not known.
    pub remarks: Vec<String>,
    /// Its sources by their numbers, each once.
    pub cites: Vec<SourceId>,
    /// Whether it is not there on the day shown: still to come, or over.
    pub absent: bool,
    /// The doubt that it only names, by its number in the record, which tells it.
    pub doubt: Option<usize>,
}

/// The number of a source, the same everywhere on the page: its place in the story's file, from 1.
pub fn number(source: SourceId) -> usize {
    source.index() + 1
}
