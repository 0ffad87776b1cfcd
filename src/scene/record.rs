//! The record: the whole story in words, in order, for a page that answers
//! nothing and for readers who want all of it.

use super::details::Writer;
use super::profile::{Item, Profile};
use super::tour::{Told, tell};
use crate::atlas::Atlas;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::model::Subject;
use crate::model::id::NodeId;

/// Everything that the story tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The story step by step; none where nobody wrote it.
    pub steps: Vec<Told>,
    /// Alliances, organizations and events, as far as the story has any.
    pub chapters: Vec<Chapter>,
    /// What is not known, or told differently: each once, and referred to from the profiles.
    pub doubts: Vec<Item>,
}

/// The profiles of one kind of subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chapter {
    /// Its name in addresses.
    pub slug: &'static str,
    /// What kind of subject they are, in words.
    pub heading: &'static str,
    /// Whether each is folded under its heading: a story has few alliances, and many members and
    /// events.
    pub folded: bool,
    /// What each is about, and what is known of it; the sources stand at the end
    /// of the record.
    pub profiles: Vec<(Subject, Profile)>,
}

/// The record as of the day on which the story was last seen.
pub fn of(atlas: &Atlas, locale: Locale) -> Record {
    let story = atlas.ecosystem();
    let words = Messages::of(locale);
    let mut events: Vec<_> = story.events.ids().collect();
    events.sort_by_key(|id| story.events[*id].when.first_day());
    let alliances = story.alliances.ids().map(NodeId::Alliance);
    let organizations = story.organizations.ids().map(NodeId::Organization);
    let chapters = [
        (
            "alliances",
            words.alliances_heading,
            false,
            alliances.map(Subject::Node).collect::<Vec<_>>(),
        ),
        (
            "organizations",
            words.legend_shapes,
            true,
            organizations.map(Subject::Node).collect(),
        ),
        (
            "events",
            words.events_heading,
            true,
            events.into_iter().map(Subject::Event).collect(),
        ),
    ];
    let mut writer = Writer::in_a_row(atlas, locale, story.as_of);
    let mut steps = Vec::new();
    for step in story.steps.ids() {
        steps.push(tell(&mut writer, atlas, locale, step));
    }
    let chapters = chapters.into_iter().filter(|(.., it)| !it.is_empty());
    let chapters = chapters.map(|(slug, heading, folded, subjects)| Chapter {
        slug,
        heading,
        folded,
        profiles: subjects
            .into_iter()
            .map(|subject| (subject, writer.profile(Some(subject))))
            .collect(),
    });
    Record {
        steps,
        chapters: chapters.collect(),
        doubts: writer.uncertainties(None),
    }
}
