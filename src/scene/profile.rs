//! A profile: what the details and the record show of one subject, every line with the
//! numbers of its sources.

use crate::date::Date;
use crate::model::id::SourceId;
use crate::model::{Certainty, Subject};

/// A heading, facts in sections, and the numbered sources that they cite.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The name of its subject.
    pub heading: String,
    /// Other names, each with the BCP 47 tag of its language.
    pub names: Vec<(&'static str, String)>,
    /// What it is, in a few words each.
    pub badges: Vec<String>,
    /// The first paragraph.
    pub lead: Item,
    /// Facts under headings, after the first paragraph.
    pub sections: Vec<Section>,
    /// The sources in the order of their numbers, from 1.
    pub sources: Vec<SourceId>,
}

/// Items under a heading of their own, or under none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: Option<&'static str>,
    /// Whether the items are terms with their values.
    pub terms: bool,
    /// What it holds, never nothing.
    pub items: Vec<Item>,
}

/// One fact, with what a reader needs to judge and follow it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What the fact is about, where it is a value: "Founded".
    pub term: Option<&'static str>,
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
    /// The numbers of its sources in the profile.
    pub cites: Vec<usize>,
    /// Whether it lies after the day shown.
    pub later: bool,
}

/// The sources of a profile, numbered in the order in which they are first cited.
#[derive(Debug, Default)]
pub(super) struct Citations(pub(super) Vec<SourceId>);

impl Citations {
    /// The numbers of these sources, in ascending order.
    pub(super) fn cite(&mut self, sources: &[SourceId]) -> Vec<usize> {
        let mut numbers: Vec<usize> = sources.iter().map(|id| self.number(*id)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, id: SourceId) -> usize {
        let known = self.0.iter().position(|cited| *cited == id);
        known.unwrap_or_else(|| {
            self.0.push(id);
            self.0.len() - 1
        }) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::Id;

    #[test]
    fn a_source_keeps_its_number() {
        let id = SourceId::from_index;
        let mut citations = Citations::default();
        assert_eq!(citations.cite(&[id(7), id(3)]), [1, 2]);
        assert_eq!(citations.cite(&[id(5), id(3), id(3)]), [2, 3]);
        assert_eq!(citations.0, [id(7), id(3), id(5)]);
    }
}
