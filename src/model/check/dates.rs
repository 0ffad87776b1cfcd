//! Dates that contradict one another: each is a date, and together they cannot be.

use crate::date::{Date, When};
use crate::document::problem::{Problem, ProblemKind};
use crate::model::id::{Id, NodeId, OrganizationId};
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

    /// When an organization was founded, where that is told.
    fn founded(&self, organization: OrganizationId) -> Option<Dated> {
        let founded = self.story.organizations[organization].founded.as_ref()?;
        let index = organization.index();
        Some(Dated {
            pointer: format!("/organizations/{index}/founded/when"),
            when: founded.when,
        })
    }

    fn after_founding(&mut self, pointer: &str, when: When, organization: OrganizationId) {
        if let Some(founded) = self.founded(organization) {
            self.order(pointer.to_owned(), when, &founded);
        }
    }

    fn alliances(&mut self) {
        for (id, alliance) in self.story.alliances.iter() {
            if let Some(when) = alliance.announced {
                let place = format!("/alliances/{}", id.index());
                let announced = Dated {
                    pointer: [&place, "/announced"].concat(),
                    when,
                };
                self.order(
                    [&place, "/reported"].concat(),
                    alliance.reported,
                    &announced,
                );
            }
        }
    }

    fn organizations(&mut self) {
        for (id, organization) in self.story.organizations.iter() {
            if let Some(founded) = self.founded(id) {
                self.happened(&founded.pointer, founded.when);
            }
            for (index, listing) in organization.listings.iter().enumerate() {
                let pointer = format!("/organizations/{}/listings/{index}/from", id.index());
                self.after_founding(&pointer, listing.from, id);
            }
        }
    }

    fn memberships(&mut self) {
        for (index, membership) in self.story.memberships.iter().enumerate() {
            let Some(from) = membership.from else {
                continue;
            };
            let pointer = format!("/memberships/{index}/from");
            let alliance = &self.story.alliances[membership.alliance];
            let place = format!("/alliances/{}", membership.alliance.index());
            let since = Dated {
                pointer: match alliance.announced {
                    Some(_) => [&place, "/announced"].concat(),
                    None => [&place, "/reported"].concat(),
                },
                when: alliance.since(),
            };
            self.order(pointer.clone(), from, &since);
            self.after_founding(&pointer, from, membership.organization);
        }
    }

    fn relations(&mut self) {
        for (index, relation) in self.story.relations.iter().enumerate() {
            let pointer = format!("/relations/{index}/when");
            self.happened(&pointer, relation.when);
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
                && let Some(founded) = self.founded(focus)
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

/// How many years after the story's date a date is probably mistyped.
const FAR_YEARS: u16 = 50;

/// The dates that lie so far ahead that a digit is probably wrong, each with its pointer.
pub(super) fn far_ahead(story: &Ecosystem) -> Vec<String> {
    let far = |when: When| is_far(when.last_day(), story.as_of);
    let mut found = Vec::new();
    for (id, alliance) in story.alliances.iter() {
        let place = format!("/alliances/{}", id.index());
        if alliance.announced.is_some_and(far) {
            found.push([&place, "/announced"].concat());
        }
        if far(alliance.reported) {
            found.push([&place, "/reported"].concat());
        }
    }
    for (id, organization) in story.organizations.iter() {
        for (index, listing) in organization.listings.iter().enumerate() {
            if far(listing.from) {
                let id = id.index();
                found.push(format!("/organizations/{id}/listings/{index}/from"));
            }
        }
    }
    for (index, membership) in story.memberships.iter().enumerate() {
        if membership.from.is_some_and(far) {
            found.push(format!("/memberships/{index}/from"));
        }
    }
    for (id, event) in story.events.iter() {
        if far(event.when) {
            found.push(format!("/events/{}/when", id.index()));
        }
    }
    if is_far(story.window.last, story.as_of) {
        found.push("/window".to_owned());
    }
    found
}

fn is_far(day: Date, as_of: Date) -> bool {
    day.ymd().0 > as_of.ymd().0.saturating_add(FAR_YEARS.into())
}
