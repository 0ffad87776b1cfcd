//! What an editor should look at in a story that has no mistake: it can be published as it
//! is, and would be better otherwise.

use super::cited::uncited;
use super::dates::far_ahead;
use crate::document::problem::{Problem, ProblemKind};
use crate::document::url::host_and_path;
use crate::locale::Locale;
use crate::model::id::{Id, SourceId};
use crate::model::read::source::word_of;
use crate::model::{Certainty, Ecosystem, Host, Source, SourceKind};

/// Words in the name of a host that hands out files for others. Some are a publisher's own.
const DELIVERY_WORDS: [&str; 3] = ["assets", "cdn", "mcdn"];

/// Everything that an editor should look at, in the order of the file.
pub fn warnings(story: &Ecosystem) -> Vec<Problem> {
    let mut found = Found {
        story,
        warnings: Vec::new(),
    };
    for (id, organization) in story.organizations.iter() {
        for (index, listing) in organization.listings.iter().enumerate() {
            let place = ["organizations", &id.index().to_string(), "listings"].join("/");
            found.fact(&place, index, &listing.sources);
        }
    }
    for (index, membership) in story.memberships.iter().enumerate() {
        found.fact("memberships", index, &membership.sources());
    }
    for (id, event) in story.events.iter() {
        if event.core {
            found.fact("events", id.index(), &event.sources);
        }
    }
    for (id, source) in story.sources.iter() {
        found.source(id.index(), source);
    }
    for place in uncited(story) {
        let place = place.to_string();
        found.warn(&["sources", &place], ProblemKind::Uncited);
    }
    found.names();
    for pointer in far_ahead(story) {
        let kind = ProblemKind::FarAhead;
        found.warnings.push(Problem { pointer, kind });
    }
    found.warnings
}

struct Found<'a> {
    story: &'a Ecosystem,
    warnings: Vec<Problem>,
}

impl Found<'_> {
    fn warn(&mut self, steps: &[&str], kind: ProblemKind) {
        let pointer = ["/", &steps.join("/")].concat();
        self.warnings.push(Problem { pointer, kind });
    }

    /// What carries the story should stand on more than digests, and on what somebody read.
    fn fact(&mut self, list: &str, index: usize, sources: &[SourceId]) {
        let certainty = self.story.certainty(sources, false);
        let kind = if certainty == Certainty::Unconfirmed {
            ProblemKind::DigestsOnly
        } else if certainty.basis().unopened {
            ProblemKind::UnopenedOnly
        } else {
            return;
        };
        self.warn(&[list, &index.to_string()], kind);
    }

    /// Two organizations of one name in one language.
    fn names(&mut self) {
        let mut before: Vec<([Vec<String>; 2], &str)> = Vec::new();
        for (id, organization) in self.story.organizations.iter() {
            let names = Locale::ALL.map(|locale| words(organization.name.get(locale)));
            let same = before.iter().find(|(other, _)| {
                let mut pairs = names.iter().zip(other);
                pairs.any(|(name, other)| name == other)
            });
            if let Some((_, other)) = same {
                let other = (*other).to_owned();
                let index = id.index().to_string();
                self.warn(
                    &["organizations", &index, "name"],
                    ProblemKind::SameName { other },
                );
            }
            before.push((names, &organization.slug));
        }
    }

    fn source(&mut self, index: usize, source: &Source) {
        let index = index.to_string();
        let (host, _) = host_and_path(&source.url);
        if source.host == Host::Staging {
            self.warn(&["sources", &index, "host"], ProblemKind::MarkedStaging);
        } else if let Some(found) = word_of(&host.to_ascii_lowercase(), &DELIVERY_WORDS) {
            let kind = ProblemKind::DeliveryHost { found };
            self.warn(&["sources", &index, "url"], kind);
        }
        if let Some(other) = self.told_before(source) {
            let other = other.slug.clone();
            self.warn(
                &["sources", &index, "title"],
                ProblemKind::SameTitle { other },
            );
        }
        let last = self.story.sources_to.last_day();
        if source.published.is_some_and(|when| when.first_day() > last) {
            let kind = ProblemKind::PublishedLater;
            self.warn(&["sources", &index, "published"], kind);
        }
    }

    /// The first source before this one that seems to have the same text, and counts as an
    /// account apart: the title is the same, and so is the publisher, or one of the two says that
    /// it carries somebody else's text.
    fn told_before(&self, source: &Source) -> Option<&Source> {
        let account = source.account()?;
        let before = self.story.sources.iter().map(|(_, it)| it);
        let mut before = before.take_while(|it| it.slug != source.slug);
        before.find(|it| {
            let related = publisher(it) == publisher(source) || carries(it) || carries(source);
            let apart = it.account().is_some_and(|other| other != account);
            apart && related && words(&it.title) == words(&source.title)
        })
    }
}

/// A publisher's name without what is added in brackets: “Reuters (on Yahoo)”.
fn publisher(source: &Source) -> Vec<String> {
    let name = source.publisher.split(['(', '（']).next();
    words(name.unwrap_or_default())
}

/// Whether a source says that the text is not, or not only, its own.
fn carries(source: &Source) -> bool {
    source.kind == SourceKind::Relay || matches!(source.host, Host::Copy | Host::Syndicated)
}

/// The words of a text, whatever its capitals, spaces and punctuation.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
