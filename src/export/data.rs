//! What is shown as data for programs, each fact with the ids of its sources.

use super::json::Writer;
use crate::atlas::Atlas;
use crate::date::When;
use crate::graph::{Edge, EdgeKind, Slice};
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::isolate::without_controls;
use crate::model::id::{NodeId, OrganizationId, SourceId};
use crate::model::{Certainty, Ecosystem, Subject};
use crate::permalink::{self, Link};
use crate::state::{State, View};

/// Alliances, organizations and ties on the day shown, the events of the close-up, and
/// every source that they cite. `link` is the fragment that shows the same on the page.
pub fn json(atlas: &Atlas, state: &State) -> String {
    let story = atlas.ecosystem();
    let link = Link {
        state: *state,
        foreign: Vec::new(),
    };
    let mut data = Data {
        story,
        locale: state.locale,
        words: Messages::of(state.locale),
        json: Writer::default(),
        cited: Vec::new(),
    };
    data.json.open("", '{');
    data.json
        .text("title", &without_controls(story.title.get(state.locale)));
    data.json.text("language", state.locale.tag());
    data.json.text("as_of", &story.as_of.to_string());
    data.json.text("sources_to", &story.sources_to.to_string());
    data.json.text("date", &state.date.to_string());
    data.json.text("link", &permalink::encode(&link, atlas));
    let account = state.account;
    let account = account.map(|id| story.accounts[id].slug.as_str());
    data.json.maybe("members_according_to", account);
    if state.view != View::Timeline {
        data.network(&Slice::of(atlas.graph(), story, state.query()), state);
    }
    if state.view != View::Network {
        data.events(state);
    }
    data.sources();
    data.json.close('}');
    data.json.finish()
}

struct Data<'a> {
    story: &'a Ecosystem,
    locale: Locale,
    words: &'static Messages,
    json: Writer,
    /// The sources cited so far, each once.
    cited: Vec<SourceId>,
}

impl Data<'_> {
    fn cite(&mut self, sources: &[SourceId]) {
        for id in sources {
            if !self.cited.contains(id) {
                self.cited.push(*id);
            }
        }
        let slugs = sources
            .iter()
            .map(|id| self.story.sources[*id].slug.as_str());
        self.json.texts("sources", slugs);
    }

    fn slug(&self, node: NodeId) -> &str {
        self.story.slug(Subject::Node(node))
    }

    /// How sure it is: a word for programs, and how many independent accounts say so.
    fn certainty(&mut self, certainty: Certainty) {
        let (word, accounts) = match certainty {
            Certainty::Announced => ("announced", None),
            Certainty::Disputed => ("disputed", None),
            Certainty::Documented => ("documented", None),
            Certainty::Several { accounts, .. } => ("several", Some(accounts)),
            Certainty::Single { .. } => ("single", Some(1)),
            Certainty::Unconfirmed => ("unconfirmed", None),
        };
        self.json.text("certainty", word);
        if let Certainty::Several { relayed, .. } | Certainty::Single { relayed } = certainty {
            self.json.flag("known_only_from_relays", relayed);
        }
        if let Some(accounts) = accounts {
            self.json.count("independent_accounts", accounts);
        }
    }

    fn when(&mut self, key: &str, when: When) {
        self.json.text(key, &when.to_string());
    }

    fn network(&mut self, slice: &Slice, state: &State) {
        let story = self.story;
        self.json.open("alliances", '[');
        for node in slice.nodes() {
            let NodeId::Alliance(id) = *node else {
                continue;
            };
            let alliance = &story.alliances[id];
            self.json.open("", '{');
            self.json.text("id", &alliance.slug);
            let name = without_controls(alliance.name.get(self.locale));
            self.json.text("name", &name);
            self.when("since", alliance.since());
            self.json.count("members", slice.member_count(id));
            self.cite(&alliance.sources);
            self.json.close('}');
        }
        self.json.close(']');
        self.aims();
        self.json.open("organizations", '[');
        for node in slice.nodes() {
            if let NodeId::Organization(id) = *node {
                self.organization(id, slice, state);
            }
        }
        self.json.close(']');
        self.json.open("relations", '[');
        for edge in slice.edges().iter().filter(|edge| edge.is_relation()) {
            self.relation(edge);
        }
        self.json.close(']');
    }

    /// Why the alliances were formed, as each account says.
    fn aims(&mut self) {
        let story = self.story;
        self.json.open("aims", '[');
        for aim in &story.aims {
            self.json.open("", '{');
            let about = aim.about.iter();
            let about = about.map(|id| story.alliances[*id].slug.as_str());
            self.json.texts("alliances", about);
            let account = aim.account.map(|id| story.accounts[id].slug.as_str());
            self.json.maybe("account", account);
            let text = without_controls(aim.text.get(self.locale));
            self.json.text("text", &text);
            self.certainty(story.certainty(&aim.sources, false));
            self.cite(&aim.sources);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn organization(&mut self, id: OrganizationId, slice: &Slice, state: &State) {
        let story = self.story;
        let organization = &story.organizations[id];
        self.json.open("", '{');
        self.json.text("id", &organization.slug);
        let name = without_controls(organization.name.get(self.locale));
        self.json.text("name", &name);
        self.json.text("kind", self.words.kind(organization.kind));
        self.json.open("memberships", '[');
        let node = NodeId::Organization(id);
        for edge in slice.edges().iter().filter(|edge| edge.to == node) {
            let EdgeKind::Membership(index) = edge.kind else {
                continue;
            };
            let membership = &story.memberships[index];
            let sources = membership.sources();
            self.json.open("", '{');
            let alliance = &story.alliances[membership.alliance].slug;
            self.json.text("alliance", alliance);
            self.json.text("role", self.words.role(membership.role));
            let accounts = membership.named_by.iter();
            let accounts = accounts.map(|it| story.accounts[it.account].slug.as_str());
            self.json.texts("named_by", accounts);
            self.certainty(story.membership_certainty(membership));
            self.cite(&sources);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.open("lists", '[');
        for listing in organization.listings_at(state.date) {
            let list = &story.lists[listing.list];
            self.json.open("", '{');
            self.json.text("id", &list.slug);
            let name = without_controls(list.name.get(self.locale));
            self.json.text("name", &name);
            self.when("from", listing.from);
            self.cite(&listing.sources);
            self.json.close('}');
        }
        self.json.close(']');
        self.cite(&organization.sources);
        self.json.close('}');
    }

    /// A relation. An entry on an official list stands with its organization.
    fn relation(&mut self, edge: &Edge) {
        let EdgeKind::Relation(index) = edge.kind else {
            return;
        };
        let relation = &self.story.relations[index];
        self.json.open("", '{');
        let (from, to) = (
            self.slug(edge.from).to_owned(),
            self.slug(edge.to).to_owned(),
        );
        self.json.text("from", &from);
        self.json.text("to", &to);
        self.json.text("kind", self.words.relation(relation.kind));
        self.when("when", relation.when);
        let text = without_controls(relation.text.get(self.locale));
        self.json.text("text", &text);
        let disputed = relation.disputed.is_some();
        self.certainty(self.story.certainty(&relation.sources, disputed));
        self.cite(&relation.sources);
        self.json.close('}');
    }

    fn events(&mut self, state: &State) {
        let story = self.story;
        self.json.open("events", '[');
        for (_, event) in story.events.iter() {
            let (first, last) = (event.when.first_day(), event.when.last_day());
            if last < state.window.first || first > state.window.last {
                continue;
            }
            self.json.open("", '{');
            self.json.text("id", &event.slug);
            self.when("when", event.when);
            self.json.text("lane", self.words.lane(event.lane));
            self.json.flag("core", event.core);
            let title = without_controls(event.title.get(self.locale));
            self.json.text("title", &title);
            let text = without_controls(event.text.get(self.locale));
            self.json.text("text", &text);
            self.certainty(story.event_certainty(event));
            let about = event
                .about
                .iter()
                .map(|node| story.slug(Subject::Node(*node)));
            self.json.texts("about", about);
            self.cite(&event.sources);
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// Everything that was cited.
    fn sources(&mut self) {
        self.json.open("sources", '[');
        for id in std::mem::take(&mut self.cited) {
            let source = &self.story.sources[id];
            self.json.open("", '{');
            self.json.text("id", &source.slug);
            self.json
                .text("publisher", &without_controls(&source.publisher));
            self.json.text("title", &without_controls(&source.title));
            self.json.text("language", source.language);
            self.json.text("url", &source.url);
            let published = source.published.map(|when| when.to_string());
            self.json.maybe("published", published.as_deref());
            self.json.text("kind", source.kind.word());
            self.json.text("host", source.host.word());
            self.json.maybe("origin", source.origin.as_deref());
            self.json.close('}');
        }
        self.json.close(']');
    }
}
