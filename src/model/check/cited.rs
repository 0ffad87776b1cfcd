//! What rests on which sources.

use crate::model::id::{Id, SourceId};
use crate::model::text::OtherName;
use crate::model::{Ecosystem, Ending, Organization};

/// The sources that nothing in a story rests on, by their places.
pub(super) fn uncited(story: &Ecosystem) -> Vec<usize> {
    let mut cited = Cited(vec![false; story.sources.len()]);
    for (_, it) in story.accounts.iter() {
        cited.by(&it.sources);
    }
    for (_, it) in story.lists.iter() {
        cited.by(&it.sources);
    }
    for (_, it) in story.alliances.iter() {
        cited.by(&it.sources);
        cited.names(&it.also);
        cited.ending(it.dissolved.as_ref());
    }
    for (_, it) in story.organizations.iter() {
        cited.organization(it);
    }
    for it in &story.memberships {
        cited.by(&it.sources());
        if let Some(left) = &it.left {
            cited.by(&left.sources);
        }
        for rank in &it.ranks {
            cited.by(&rank.sources);
        }
    }
    for (_, it) in story.events.iter() {
        cited.by(&it.sources);
    }
    for (_, it) in story.steps.iter() {
        cited.by(&it.sources);
    }
    let relations = story.relations.iter().map(|it| &it.sources);
    let products = story.products.iter().map(|it| &it.sources);
    let quotes = story.quotes.iter().map(|it| &it.sources);
    let aims = story.aims.iter().map(|it| &it.sources);
    let doubts = story.uncertainties.iter().map(|it| &it.sources);
    let others = relations.chain(products).chain(quotes).chain(aims);
    for sources in others.chain(doubts) {
        cited.by(sources);
    }
    let places = cited.0.iter().enumerate();
    places
        .filter(|(_, is_cited)| !**is_cited)
        .map(|(place, _)| place)
        .collect()
}

/// Whether each source is cited.
struct Cited(Vec<bool>);

impl Cited {
    fn by(&mut self, sources: &[SourceId]) {
        for source in sources {
            self.0[source.index()] = true;
        }
    }

    fn names(&mut self, also: &[OtherName]) {
        for name in also {
            self.by(&name.sources);
        }
    }

    fn ending(&mut self, ending: Option<&Ending>) {
        if let Some(ending) = ending {
            self.by(&ending.sources);
        }
    }

    fn organization(&mut self, it: &Organization) {
        self.by(&it.sources);
        self.names(&it.also);
        self.ending(it.dissolved.as_ref());
        if let Some(city) = &it.city {
            self.by(&city.sources);
        }
        if let Some(founded) = &it.founded {
            self.by(&founded.sources);
        }
        for it in &it.facts {
            self.by(&it.fact.sources);
        }
        for it in &it.listings {
            self.by(&it.sources);
        }
    }
}
