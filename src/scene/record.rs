//! The record: the whole story in words, in order, for a page that answers
//! nothing and for readers who want all of it.

use super::details::Writer;
use super::profile::Profile;
use super::tour::{Told, tell};
use crate::atlas::Atlas;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::model::Subject;
use crate::model::id::{NodeId, SourceId};

/// Everything that the story tells, and the sources of all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The story step by step, with the record's numbers; none where nobody wrote it.
    pub steps: Vec<Told>,
    /// Alliances, organizations and events.
    pub chapters: Vec<Chapter>,
    /// Every source: those that the record cites in the order in which it does, from
    /// 1, then those that only tell more.
    pub sources: Vec<SourceId>,
}

/// The profiles of one kind of subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chapter {
    /// What kind of subject they are, in words.
    pub heading: &'static str,
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
            words.alliances_heading,
            alliances.map(Subject::Node).collect::<Vec<_>>(),
        ),
        (
            words.legend_shapes,
            organizations.map(Subject::Node).collect(),
        ),
        (
            words.events_heading,
            events.into_iter().map(Subject::Event).collect(),
        ),
    ];
    let mut writer = Writer::in_a_row(atlas, locale, story.as_of);
    // What the story cites at a glance comes first, so that the numbers stand for both.
    writer.profile(None);
    let mut steps = Vec::new();
    for step in story.steps.ids() {
        steps.push(tell(&mut writer, atlas, locale, step));
    }
    let chapters = chapters.map(|(heading, subjects)| Chapter {
        heading,
        profiles: subjects
            .into_iter()
            .map(|subject| (subject, writer.profile(Some(subject))))
            .collect(),
    });
    let mut sources = writer.sources();
    for id in story.sources.ids() {
        if !sources.contains(&id) {
            sources.push(id);
        }
    }
    Record {
        steps,
        chapters: chapters.into(),
        sources,
    }
}
