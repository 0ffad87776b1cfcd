//! What is shown as data for programs, each fact with the ids of its sources.
//!
//! The types below are the format: serde writes their fields, in this order.

use super::sure::Sure;
use crate::atlas::Atlas;
use crate::date::{Date, When};
use crate::graph::{Edge, EdgeKind, Slice};
use crate::locale::Locale;
use crate::locale::isolate::without_controls;
use crate::markup::script_data;
use crate::model::id::{NodeId, OrganizationId, SourceId};
use crate::model::{Ecosystem, Host, SourceKind, Subject};
use crate::permalink::{self, Link};
use crate::scene::vocabulary::Vocabulary;
use crate::state::{State, View};
use serde::Serialize;

/// Alliances, organizations and ties on the day shown, the events of the close-up, and
/// every source that they cite. `link` is the fragment that shows the same on the page.
///
/// # Errors
/// Never for a story: only what has no form in JSON cannot be written.
pub fn json(atlas: &Atlas, state: &State) -> serde_json::Result<String> {
    let mut json = serde_json::to_string(&Maker::new(atlas, state).data(atlas, state))?;
    json.push('\n');
    Ok(script_data(json))
}

/// The exported file.
#[derive(Serialize)]
struct Data<'a> {
    title: String,
    language: &'static str,
    as_of: Date,
    sources_to: When,
    date: Date,
    link: String,
    members_according_to: Option<&'a str>,
    #[serde(flatten)]
    network: Option<Network<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<Vec<Event<'a>>>,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Network<'a> {
    alliances: Vec<Alliance<'a>>,
    aims: Vec<Aim<'a>>,
    organizations: Vec<Organization<'a>>,
    relations: Vec<Relation<'a>>,
}

#[derive(Serialize)]
struct Alliance<'a> {
    id: &'a str,
    name: String,
    since: When,
    members: usize,
    sources: Cited<'a>,
}

/// Why alliances were formed, as an account says.
#[derive(Serialize)]
struct Aim<'a> {
    alliances: Vec<&'a str>,
    account: Option<&'a str>,
    text: String,
    #[serde(flatten)]
    certainty: Sure,
    sources: Cited<'a>,
}

#[derive(Serialize)]
struct Organization<'a> {
    id: &'a str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    memberships: Vec<Membership<'a>>,
    lists: Vec<Listing<'a>>,
    sources: Cited<'a>,
}

#[derive(Serialize)]
struct Membership<'a> {
    alliance: &'a str,
    role: &'a str,
    since: When,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<When>,
    named_by: Vec<&'a str>,
    #[serde(flatten)]
    certainty: Sure,
    sources: Cited<'a>,
}

#[derive(Serialize)]
struct Listing<'a> {
    id: &'a str,
    name: String,
    from: When,
    #[serde(flatten)]
    certainty: Sure,
    sources: Cited<'a>,
}

/// A relation. An entry on an official list stands with its organization.
#[derive(Serialize)]
struct Relation<'a> {
    from: &'a str,
    to: &'a str,
    kind: &'a str,
    when: When,
    text: String,
    #[serde(flatten)]
    certainty: Sure,
    sources: Cited<'a>,
}

#[derive(Serialize)]
struct Event<'a> {
    id: &'a str,
    when: When,
    lane: &'a str,
    core: bool,
    title: String,
    text: String,
    #[serde(flatten)]
    certainty: Sure,
    about: Vec<&'a str>,
    sources: Cited<'a>,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    publisher: String,
    title: String,
    language: &'a str,
    url: &'a str,
    published: Option<When>,
    kind: SourceKind,
    host: Host,
    origin: Option<&'a str>,
    unopened: bool,
}

/// The ids of the sources of a fact.
type Cited<'a> = Vec<&'a str>;

/// Makes the data of a story, and knows what it has cited.
struct Maker<'a> {
    story: &'a Ecosystem,
    locale: Locale,
    own: Vocabulary<'a>,
    /// The sources cited so far, each once.
    cited: Vec<SourceId>,
}

impl<'a> Maker<'a> {
    fn new(atlas: &'a Atlas, state: &State) -> Self {
        Self {
            story: atlas.ecosystem(),
            locale: state.locale,
            own: Vocabulary::of(atlas.ecosystem(), state.locale),
            cited: Vec::new(),
        }
    }

    fn data(mut self, atlas: &Atlas, state: &State) -> Data<'a> {
        let story = self.story;
        let link = Link {
            state: *state,
            foreign: Vec::new(),
        };
        let network = (state.view != View::Timeline)
            .then(|| self.network(&Slice::of(atlas.graph(), story, state.query()), state));
        let events = (state.view != View::Network).then(|| self.events(state));
        Data {
            title: without_controls(story.title.get(self.locale)),
            language: self.locale.tag(),
            as_of: story.as_of,
            sources_to: story.sources_to,
            date: state.date,
            link: permalink::encode(&link, atlas),
            members_according_to: state.account.map(|id| story.accounts[id].slug.as_str()),
            network,
            events,
            sources: self.sources(),
        }
    }

    fn cite(&mut self, sources: &[SourceId]) -> Cited<'a> {
        for id in sources {
            if !self.cited.contains(id) {
                self.cited.push(*id);
            }
        }
        let sources = sources.iter();
        sources
            .map(|id| self.story.sources[*id].slug.as_str())
            .collect()
    }

    fn slug(&self, node: NodeId) -> &'a str {
        self.story.slug(Subject::Node(node))
    }

    fn network(&mut self, slice: &Slice, state: &State) -> Network<'a> {
        let (mut alliances, mut organizations) = (Vec::new(), Vec::new());
        for node in slice.nodes() {
            if let NodeId::Alliance(id) = *node {
                let alliance = &self.story.alliances[id];
                alliances.push(Alliance {
                    id: &alliance.slug,
                    name: without_controls(alliance.name.get(self.locale)),
                    since: alliance.since(),
                    members: slice.member_count(id),
                    sources: self.cite(&alliance.sources),
                });
            }
        }
        let aims = self.aims();
        for node in slice.nodes() {
            if let NodeId::Organization(id) = *node {
                organizations.push(self.organization(id, slice, state));
            }
        }
        let relations = slice.edges().iter().filter(|edge| edge.is_relation());
        Network {
            alliances,
            aims,
            organizations,
            relations: relations.filter_map(|edge| self.relation(edge)).collect(),
        }
    }

    fn aims(&mut self) -> Vec<Aim<'a>> {
        let story = self.story;
        let mut aims = Vec::new();
        for aim in &story.aims {
            let about = aim.about.iter();
            aims.push(Aim {
                alliances: about.map(|id| story.alliances[*id].slug.as_str()).collect(),
                account: aim.account.map(|id| story.accounts[id].slug.as_str()),
                text: without_controls(aim.text.get(self.locale)),
                certainty: story.certainty(&aim.sources, false).into(),
                sources: self.cite(&aim.sources),
            });
        }
        aims
    }

    fn organization(
        &mut self,
        id: OrganizationId,
        slice: &Slice,
        state: &State,
    ) -> Organization<'a> {
        let story = self.story;
        let organization = &story.organizations[id];
        let node = NodeId::Organization(id);
        let mut memberships = Vec::new();
        for edge in slice.edges().iter().filter(|edge| edge.to == node) {
            let EdgeKind::Membership(index) = edge.kind else {
                continue;
            };
            let membership = &story.memberships[index];
            let sources = membership.sources();
            let accounts = membership.named_by.iter();
            memberships.push(Membership {
                alliance: &story.alliances[membership.alliance].slug,
                role: self.own.role(membership),
                since: story.membership_since(membership),
                until: membership.until,
                named_by: accounts
                    .map(|it| story.accounts[it.account].slug.as_str())
                    .collect(),
                certainty: story.membership_certainty(membership).into(),
                sources: self.cite(&sources),
            });
        }
        let mut lists = Vec::new();
        for listing in organization.listings_at(state.date) {
            let list = &story.lists[listing.list];
            lists.push(Listing {
                id: &list.slug,
                name: without_controls(list.name.get(self.locale)),
                from: listing.from,
                certainty: story.certainty(&listing.sources, false).into(),
                sources: self.cite(&listing.sources),
            });
        }
        Organization {
            id: &organization.slug,
            name: without_controls(organization.name.get(self.locale)),
            kind: self.own.kind_of(id),
            memberships,
            lists,
            sources: self.cite(&organization.sources),
        }
    }

    fn relation(&mut self, edge: &Edge) -> Option<Relation<'a>> {
        let EdgeKind::Relation(index) = edge.kind else {
            return None;
        };
        let relation = &self.story.relations[index];
        let certainty = self
            .story
            .certainty(&relation.sources, relation.disputed.is_some());
        Some(Relation {
            from: self.slug(edge.from),
            to: self.slug(edge.to),
            kind: self.own.tie(relation.kind),
            when: relation.when,
            text: without_controls(relation.text.get(self.locale)),
            certainty: certainty.into(),
            sources: self.cite(&relation.sources),
        })
    }

    fn events(&mut self, state: &State) -> Vec<Event<'a>> {
        let story = self.story;
        let mut events = Vec::new();
        for (_, event) in story.events.iter() {
            let (first, last) = (event.when.first_day(), event.when.last_day());
            if last < state.window.first || first > state.window.last {
                continue;
            }
            events.push(Event {
                id: &event.slug,
                when: event.when,
                lane: self.own.lane(event.lane),
                core: event.core,
                title: without_controls(event.title.get(self.locale)),
                text: without_controls(event.text.get(self.locale)),
                certainty: story.event_certainty(event).into(),
                about: event.about.iter().map(|node| self.slug(*node)).collect(),
                sources: self.cite(&event.sources),
            });
        }
        events
    }

    /// Everything that was cited.
    fn sources(self) -> Vec<Source<'a>> {
        let cited = self.cited.iter();
        cited
            .map(|id| {
                let source = &self.story.sources[*id];
                Source {
                    id: &source.slug,
                    publisher: without_controls(&source.publisher),
                    title: without_controls(&source.title),
                    language: &source.language,
                    url: &source.url,
                    published: source.published,
                    kind: source.kind,
                    host: source.host,
                    origin: source.origin.as_deref(),
                    unopened: source.unopened,
                }
            })
            .collect()
    }
}
