//! Dates that contradict one another: each is a date, and together they cannot be.

use crate::date::{Date, When};
use crate::document::problem::{Problem, ProblemKind};
use crate::model::id::{AllianceId, Id, NodeId, OrganizationId};
use crate::model::{Ecosystem, Subject};

/// Every contradiction of a story's dates, in the order of the file.
pub(super) fn contradictions(story: &Ecosystem) -> Vec<Problem> {
    let mut dates = Dates {
        story,
        problems: Vec::new(),
    };
    dates.alliances();
    dates.organizations();
    dates.memberships();
    dates.relations();
    dates.products();
    dates.steps();
    dates.problems
}

struct Dates<'a> {
    story: &'a Ecosystem,
    problems: Vec<Problem>,
}

impl Dates<'_> {
    fn report(&mut self, pointer: String, kind: ProblemKind) {
        self.problems.push(Problem { pointer, kind });
    }

    /// A date that lies wholly before another that comes first.
    fn order(&mut self, pointer: String, when: When, first: &Dated) {
        if when.last_day() < first.when.first_day() {
            let other = first.pointer.clone();
            self.report(pointer, ProblemKind::BeforeOther { other });
        }
    }

    /// What cannot be scheduled, and lies wholly after the story's date.
    fn happened(&mut self, pointer: &str, when: When) {
        if when.first_day() > self.story.as_of {
            self.report(pointer.to_owned(), ProblemKind::AfterStory);
        }
    }

    fn after_founding(&mut self, pointer: &str, when: When, organization: OrganizationId) {
        if let Some(founded) = founded(self.story, organization) {
            self.order(pointer.to_owned(), when, &founded);
        }
    }

    fn alliances(&mut self) {
        for id in self.story.alliances.ids() {
            if let Some(announced) = announced(self.story, id) {
                let reported = reported(self.story, id);
                self.order(reported.pointer, reported.when, &announced);
            }
            let pointer = format!("/alliances/{}/dissolved/when", id.index());
            if let Some(dissolved) = &self.story.alliances[id].dissolved {
                let begun = began(self.story, id);
                self.order(pointer.clone(), dissolved.when, &begun);
                self.happened(&pointer, dissolved.when);
            }
        }
    }

    fn organizations(&mut self) {
        for id in self.story.organizations.ids() {
            if let Some(founded) = founded(self.story, id) {
                self.happened(&founded.pointer, founded.when);
            }
            let organization = &self.story.organizations[id];
            if let Some(dissolved) = &organization.dissolved {
                let pointer = format!("/organizations/{}/dissolved/when", id.index());
                self.after_founding(&pointer, dissolved.when, id);
                self.happened(&pointer, dissolved.when);
            }
            for (listed, listing) in listings(self.story, id).zip(&organization.listings) {
                self.after_founding(&listed.pointer, listed.when, id);
                self.until(&listed.pointer, listing.until, &listed);
            }
        }
    }

    /// An end that stands beside a beginning, and not before it.
    fn until(&mut self, pointer: &str, until: Option<When>, from: &Dated) {
        if let Some(until) = until {
            let (parent, _) = pointer.rsplit_once('/').unwrap_or_default();
            let pointer = format!("{parent}/until");
            self.order(pointer.clone(), until, from);
            self.happened(&pointer, until);
        }
    }

    fn memberships(&mut self) {
        let story = self.story;
        for (index, membership) in story.memberships.iter().enumerate() {
            let pointer = format!("/memberships/{index}/from");
            let since = joined(story, index).unwrap_or_else(|| began(story, membership.alliance));
            self.until(&pointer, membership.until, &since);
            for (place, ranking) in membership.ranks.iter().enumerate() {
                let pointer = format!("/memberships/{index}/ranks/{place}/from");
                let from = ranking.from.map(|when| Dated {
                    pointer: pointer.clone(),
                    when,
                });
                if let Some(from) = &from {
                    self.order(pointer.clone(), from.when, &since);
                }
                self.until(&pointer, ranking.until, from.as_ref().unwrap_or(&since));
            }
            self.once_on_a_day(index);
            let Some(Dated { pointer, when }) = joined(story, index) else {
                continue;
            };
            self.order(pointer.clone(), when, &began(story, membership.alliance));
            self.after_founding(&pointer, when, membership.organization);
        }
    }

    /// An organization that left and came back is in an alliance twice, one time after the other.
    fn once_on_a_day(&mut self, index: usize) {
        let story = self.story;
        let membership = &story.memberships[index];
        let time = story.membership_span(membership);
        let overlaps = story.memberships[..index].iter().any(|other| {
            let others = story.membership_span(other);
            other.organization == membership.organization
                && other.alliance == membership.alliance
                && others.first <= time.last
                && time.first <= others.last
        });
        if overlaps {
            let pointer = format!("/memberships/{index}");
            self.report(pointer, ProblemKind::DuplicateMembership);
        }
    }

    fn relations(&mut self) {
        for (index, relation) in self.story.relations.iter().enumerate() {
            let pointer = format!("/relations/{index}/when");
            self.happened(&pointer, relation.when);
            let begun = Dated {
                pointer: pointer.clone(),
                when: relation.when,
            };
            self.until(&pointer, relation.until, &begun);
            self.after_founding(&pointer, relation.when, relation.from);
            if let NodeId::Organization(to) = relation.to {
                self.after_founding(&pointer, relation.when, to);
            }
        }
    }

    fn products(&mut self) {
        for (index, product) in self.story.products.iter().enumerate() {
            let pointer = format!("/products/{index}/when");
            self.happened(&pointer, product.when);
            self.after_founding(&pointer, product.when, product.organization);
        }
    }

    /// What a step is about is there on its day.
    fn steps(&mut self) {
        for (id, step) in self.story.steps.iter() {
            if let Some(Subject::Node(NodeId::Organization(focus))) = step.focus
                && let Some(founded) = founded(self.story, focus)
                && step.date < founded.when.first_day()
            {
                let pointer = format!("/steps/{}/at", id.index());
                let other = founded.pointer;
                self.report(pointer, ProblemKind::BeforeOther { other });
            }
        }
    }
}

/// A date, and where it stands.
struct Dated {
    pointer: String,
    when: When,
}

fn announced(story: &Ecosystem, id: AllianceId) -> Option<Dated> {
    Some(Dated {
        pointer: format!("/alliances/{}/announced", id.index()),
        when: story.alliances[id].announced?,
    })
}

fn reported(story: &Ecosystem, id: AllianceId) -> Dated {
    Dated {
        pointer: format!("/alliances/{}/reported", id.index()),
        when: story.alliances[id].reported,
    }
}

/// From when on an alliance exists for us: its announcement, else the first report.
fn began(story: &Ecosystem, id: AllianceId) -> Dated {
    announced(story, id).unwrap_or_else(|| reported(story, id))
}

fn founded(story: &Ecosystem, id: OrganizationId) -> Option<Dated> {
    Some(Dated {
        pointer: format!("/organizations/{}/founded/when", id.index()),
        when: story.organizations[id].founded.as_ref()?.when,
    })
}

fn listings(story: &Ecosystem, id: OrganizationId) -> impl Iterator<Item = Dated> {
    let listings = story.organizations[id].listings.iter().enumerate();
    listings.map(move |(index, listing)| Dated {
        pointer: format!("/organizations/{}/listings/{index}/from", id.index()),
        when: listing.from,
    })
}

/// When a membership began, where that is told.
fn joined(story: &Ecosystem, index: usize) -> Option<Dated> {
    Some(Dated {
        pointer: format!("/memberships/{index}/from"),
        when: story.memberships[index].from?,
    })
}

/// How many years after the story's date a date is probably mistyped.
const FAR_YEARS: u16 = 50;

/// The dates that lie so far ahead that a digit is probably wrong, each by its pointer.
pub(super) fn far_ahead(story: &Ecosystem) -> Vec<String> {
    let mut dates = Vec::new();
    for id in story.alliances.ids() {
        dates.extend(announced(story, id));
        dates.push(reported(story, id));
    }
    for id in story.organizations.ids() {
        dates.extend(listings(story, id));
    }
    dates.extend((0..story.memberships.len()).filter_map(|index| joined(story, index)));
    dates.extend(story.events.iter().map(|(id, event)| Dated {
        pointer: format!("/events/{}/when", id.index()),
        when: event.when,
    }));
    let last_year = story.as_of.ymd().0.saturating_add(FAR_YEARS.into());
    let is_far = |day: Date| day.ymd().0 > last_year;
    dates.retain(|date| is_far(date.when.last_day()));
    let mut found: Vec<_> = dates.into_iter().map(|date| date.pointer).collect();
    if is_far(story.window.last) {
        found.push("/window".to_owned());
    }
    found
}
