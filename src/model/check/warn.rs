//! What an editor should look at in a story that has no mistake: it can be published as it
//! is, and would be better otherwise.

use crate::document::problem::{Problem, ProblemKind};
use crate::model::id::{Id, SourceId};
use crate::model::read::source::{host_and_path, word_of};
use crate::model::{Certainty, Ecosystem, Host, Source};

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

    /// What carries the story should stand on more than digests.
    fn fact(&mut self, list: &str, index: usize, sources: &[SourceId]) {
        if self.story.certainty(sources, false) == Certainty::Unconfirmed {
            self.warn(&[list, &index.to_string()], ProblemKind::DigestsOnly);
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
        let last = self.story.sources_to.last_day();
        if source.published.is_some_and(|when| when.first_day() > last) {
            let kind = ProblemKind::PublishedLater;
            self.warn(&["sources", &index, "published"], kind);
        }
    }
}
