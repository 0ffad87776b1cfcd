//! The facts of an organization, an alliance, an event, or of the whole story.

pub mod card;

use super::profile::{Item, Profile, Section};
use crate::atlas::Atlas;
use crate::date::{Date, When};
use crate::graph::EdgeKind;
use crate::locale::catalog::{Messages, fill};
use crate::locale::isolate::isolated;
use crate::locale::{Locale, format};
use crate::model::id::{AllianceId, EventId, Id, NodeId, OrganizationId, SourceId};
use crate::model::text::{Name, OtherName, Text};
use crate::model::{Certainty, Ecosystem, Ending, Event, Fact, Leaving, Membership, Subject};
use crate::scene::vocabulary::Vocabulary;
use crate::state::State;

/// All that the details depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The day shown.
    pub date: Date,
    /// What they are about.
    pub focus: Option<Subject>,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            date: state.date,
            focus: state.focus,
        }
    }
}

/// The profile of what is in focus.
pub fn of(atlas: &Atlas, input: impl Into<Input>) -> Profile {
    let Input {
        locale,
        date,
        focus,
    } = input.into();
    Writer::new(atlas, locale, date).profile(focus)
}

/// Writes profiles, and remembers which sources they cite.
pub(super) struct Writer<'a> {
    atlas: &'a Atlas,
    story: &'a Ecosystem,
    locale: Locale,
    words: &'static Messages,
    /// The words of the story.
    own: Vocabulary<'a>,
    date: Date,
    cited: Vec<SourceId>,
    /// Whether a profile leaves out what the profile of the other side tells as well.
    once: bool,
}

impl<'a> Writer<'a> {
    /// A writer in a language, of what is known on a day.
    pub(super) fn new(atlas: &'a Atlas, locale: Locale, date: Date) -> Self {
        Self {
            atlas,
            story: atlas.ecosystem(),
            locale,
            words: Messages::of(locale),
            own: Vocabulary::of(atlas.ecosystem(), locale),
            date,
            cited: Vec::new(),
            once: false,
        }
    }

    /// A writer of profiles that are read one after the other: each event and each
    /// relation is told in one of them.
    pub(super) fn in_a_row(atlas: &'a Atlas, locale: Locale, date: Date) -> Self {
        Self {
            once: true,
            ..Self::new(atlas, locale, date)
        }
    }

    /// The profile of a subject, or of the whole story.
    pub(super) fn profile(&mut self, subject: Option<Subject>) -> Profile {
        let mut profile = match subject {
            None => self.story(),
            Some(Subject::Node(NodeId::Alliance(id))) => self.alliance(id),
            Some(Subject::Node(NodeId::Organization(id))) => self.organization(id),
            Some(Subject::Event(id)) => self.event(id),
        };
        profile.sections.retain(|section| !section.items.is_empty());
        profile
    }

    /// Everything cited so far, in the order in which it was first cited.
    pub(super) fn sources(self) -> Vec<SourceId> {
        let mut sources = Vec::new();
        for id in self.cited {
            if !sources.contains(&id) {
                sources.push(id);
            }
        }
        sources
    }

    fn story(&mut self) -> Profile {
        let story = self.story;
        let mut alliances = Vec::new();
        for (id, alliance) in story.alliances.iter() {
            let mut item = self.told(&alliance.aim, &alliance.sources);
            item.link = Some(self.node_link(NodeId::Alliance(id)));
            item.tone = Some(id.index());
            item.remarks = self.remarks(alliance.disputed.as_ref(), None);
            item.absent = !alliance.exists_at(self.date);
            alliances.push(item);
        }
        let mut shared = Vec::new();
        for id in story.organizations.ids() {
            if self.atlas.graph().is_ever_shared(id) {
                shared.push(self.shared(id));
            }
        }
        let mut accounts = Vec::new();
        for (_, account) in story.accounts.iter() {
            let mut item = self.told(&account.description, &account.sources);
            let name = isolated(account.name.get(self.locale));
            item.text = [name, item.text].join(self.words.colon);
            accounts.push(item);
        }
        Profile {
            heading: self.words.at_a_glance.to_owned(),
            lead: Item {
                text: self.say(&story.summary),
                remarks: vec![self.words.glance_hint.to_owned()],
                ..Item::default()
            },
            sections: vec![
                section(self.words.alliances_heading, alliances),
                section(self.words.in_both.of(story.alliances.len()), shared),
                section(self.words.aims, self.aims(None)),
                section(self.words.accounts_heading, accounts),
                section(self.words.quotes, self.quotes(None)),
                section(self.words.uncertainties, self.uncertainties(None)),
            ],
            ..Profile::default()
        }
    }

    fn alliance(&mut self, id: AllianceId) -> Profile {
        let (story, words) = (self.story, self.words);
        let alliance = &story.alliances[id];
        let node = NodeId::Alliance(id);
        let announced = Item {
            term: Some(words.announced.to_owned()),
            text: alliance.announced.map_or_else(
                || words.announcement_unknown.to_owned(),
                |when| self.when(when),
            ),
            remarks: self.remarks(alliance.disputed.as_ref(), None),
            ..Item::default()
        };
        let mut terms = vec![
            announced,
            term(words.first_reported, self.when(alliance.reported)),
        ];
        if let Some(place) = &alliance.place {
            terms.push(term(words.place, self.say(place)));
        }
        if let Some(dissolved) = &alliance.dissolved {
            terms.push(self.ending(dissolved));
        }
        if let Some(initiator) = alliance.initiator {
            terms.push(Item {
                term: Some(words.initiator.to_owned()),
                link: Some(self.node_link(NodeId::Organization(initiator))),
                ..Item::default()
            });
        }
        let members = story.memberships.iter().filter(|it| it.alliance == id);
        let begun = members.clone().filter(|it| self.counts(it)).count();
        let mut members: Vec<_> = members
            .map(|it| self.membership(it, NodeId::Organization(it.organization), None))
            .collect();
        // Those of the day, then those who have left or are still to come.
        members.sort_by_key(|item| item.absent);
        let mut lead = self.told(&alliance.aim, &alliance.sources);
        lead.tone = Some(id.index());
        lead.remarks = self.remarks(None, alliance.note.as_ref());
        Profile {
            heading: alliance.name.get(self.locale).to_owned(),
            names: self.other_names(&alliance.name, &alliance.also),
            badges: vec![words.named.say(self.locale, begun)],
            lead,
            sections: vec![
                section_of_terms(terms),
                section(words.aims, self.aims(Some(id))),
                section(words.member_list, members),
                section(words.relations, self.relations(node)),
                section(words.events_heading, self.events(node)),
                section(
                    words.uncertainties,
                    self.uncertainties(Some(Subject::Node(node))),
                ),
            ],
        }
    }

    fn organization(&mut self, id: OrganizationId) -> Profile {
        let (story, words) = (self.story, self.words);
        let organization = &story.organizations[id];
        let node = NodeId::Organization(id);
        let standing = self.standing(id);
        let memberships = story.memberships.iter().filter(|it| it.organization == id);
        let memberships = memberships
            .map(|it| self.membership(it, NodeId::Alliance(it.alliance), Some(it.alliance)))
            .collect();
        let mut lead = self.told(&organization.description, &organization.sources);
        lead.remarks = self.remarks(None, organization.note.as_ref());
        let mut products = Vec::new();
        for product in story.products.iter().filter(|it| it.organization == id) {
            let mut item = self.told(&product.text, &product.sources);
            let name = isolated(product.name.get(self.locale));
            item.text = [name, item.text].join(words.colon);
            item.certainty = Some(story.certainty(&product.sources, product.disputed.is_some()));
            item.remarks = self.remarks(product.disputed.as_ref(), product.note.as_ref());
            products.push(self.dated(item, product.when));
        }
        let mut sections = vec![
            section(words.who_says_so, memberships),
            section(self.own.lists(), self.listings(id)),
            section(words.relations, self.relations(node)),
            section(words.events_heading, self.events(node)),
            section(words.products, products),
            section(words.quotes, self.quotes(Some(id))),
            section(
                words.uncertainties,
                self.uncertainties(Some(Subject::Node(node))),
            ),
            section_of_terms(self.facts(id)),
        ];
        if !organization.arabic_name_sourced {
            sections.push(section(
                words.note,
                vec![term_less(words.proposed_spelling)],
            ));
        }
        Profile {
            heading: organization.name.get(self.locale).to_owned(),
            names: self.other_names(&organization.name, &organization.also),
            badges: self
                .own
                .kind_of(id)
                .map(str::to_owned)
                .into_iter()
                .chain([standing])
                .collect(),
            lead,
            sections,
        }
    }

    /// Where an organization stands on the day shown: in one alliance or in several, to come into
    /// one, in one without being a member, or in none.
    fn standing(&self, id: OrganizationId) -> String {
        let (story, words) = (self.story, self.words);
        let alliances = self.atlas.graph().alliances_from(id, self.date);
        let all = story.alliances.len();
        let standing = match alliances.as_slice() {
            [] => words.outside.of(all).to_owned(),
            [only] => story.alliances[*only].short.get(self.locale).to_owned(),
            several => words.standing(several.len(), all),
        };
        let memberships = || story.memberships.iter().filter(|it| it.organization == id);
        if memberships().any(|it| self.counts(it)) || memberships().next().is_none() {
            return standing;
        }
        // Suspended, or invited.
        let spans = |it: &&Membership| story.membership_span(it).contains(self.date);
        if let Some(it) = memberships().find(spans) {
            let alliance = story.alliances[it.alliance].short.get(self.locale);
            return [alliance, words.colon, self.own.part(it, self.date)].concat();
        }
        let to_come = memberships().map(|it| story.membership_since(it));
        let to_come = to_come.filter(|since| since.first_day() > self.date);
        match to_come.min_by_key(|since| since.first_day()) {
            Some(since) if !alliances.is_empty() => {
                let not_yet = fill(words.not_yet, &self.when(since));
                [&standing, words.colon, &not_yet].concat()
            }
            _ => standing,
        }
    }

    fn event(&mut self, id: EventId) -> Profile {
        let story = self.story;
        let event = &story.events[id];
        let about = event.about.iter().map(|node| Item {
            link: Some(self.node_link(*node)),
            ..Item::default()
        });
        let about = about.collect();
        let mut badges = vec![self.own.lane(event.lane).to_owned()];
        if event.scheduled {
            badges.push(self.words.scheduled_mark.to_owned());
        }
        Profile {
            heading: self.say(&event.title),
            badges,
            lead: self.event_item(event),
            sections: vec![
                section(self.words.about, about),
                section(
                    self.words.uncertainties,
                    self.uncertainties(Some(Subject::Event(id))),
                ),
            ],
            ..Profile::default()
        }
    }

    /// An organization that is named in more than one alliance: which, and by whom.
    fn shared(&mut self, id: OrganizationId) -> Item {
        let story = self.story;
        let (mut roles, mut sources, mut absent) = (Vec::new(), Vec::new(), false);
        for it in story.memberships.iter().filter(|it| it.organization == id) {
            let alliance = isolated(story.alliances[it.alliance].short.get(self.locale));
            roles.push(if it.named_by.is_empty() {
                alliance
            } else {
                [&alliance, " (", &self.naming(it), ")"].concat()
            });
            sources.extend(it.sources());
            absent |= !self.counts(it);
        }
        Item {
            link: Some(self.node_link(NodeId::Organization(id))),
            text: roles.join(self.words.semicolon),
            cites: self.cite(&sources),
            absent,
            ..Item::default()
        }
    }

    /// Whether a membership counts on the day shown.
    fn counts(&self, it: &Membership) -> bool {
        self.story.is_member_at(it, self.date)
    }

    /// A membership as a line that leads to its other side.
    fn membership(&mut self, it: &Membership, to: NodeId, tone: Option<AllianceId>) -> Item {
        let mut remarks = self.remarks(None, it.note.as_ref());
        remarks.extend(self.ranks(it));
        remarks.extend(self.lasted(it));
        let mut sources = it.sources();
        sources.extend(it.ranks.iter().flat_map(|ranking| &ranking.sources));
        sources.extend(it.left.iter().flat_map(|left| &left.sources));
        let mut text = self.own.part(it, self.date).to_owned();
        if !it.named_by.is_empty() {
            let naming = fill(self.words.named_by, &self.naming(it));
            text = [&text, self.words.semicolon, &naming].concat();
        }
        Item {
            link: Some(self.node_link(to)),
            tone: tone.map(Id::index),
            text,
            certainty: Some(self.story.membership_certainty(it)),
            remarks,
            cites: self.cite(&sources),
            absent: !self.counts(it),
            ..Item::default()
        }
    }

    /// Each rank of a membership with its time: "Suspended: 4 March 2022 to 1 May 2023".
    fn ranks(&self, it: &Membership) -> Vec<String> {
        let mut said = Vec::new();
        for ranking in &it.ranks {
            let from = ranking.from.map(|when| self.when(when));
            let until = ranking.until.map(|when| self.when(when));
            let time = match (from, until) {
                (Some(from), Some(until)) => Some(from_to(self.words, &from, &until)),
                (Some(from), None) => Some(fill(self.words.listed_since, &from)),
                (None, Some(until)) => Some(fill(self.words.until, &until)),
                (None, None) => None,
            };
            let rank = self.own.rank(ranking.rank);
            said.push(match time {
                Some(time) => [rank, self.words.colon, &time].concat(),
                None => rank.to_owned(),
            });
        }
        said
    }

    /// When a membership began, or from when to when it lasted, with how it ended: "1 July 2010 to
    /// 31 March 2014; move to another alliance".
    fn lasted(&self, it: &Membership) -> Option<String> {
        let since = self.story.membership_since(it);
        if since.first_day() > self.date {
            return Some(fill(self.words.not_yet, &self.when(since)));
        }
        let Some(until) = it.until else {
            // Of who came with the alliance, that is where its beginning is told.
            return it
                .from
                .map(|from| fill(self.words.listed_since, &self.when(from)));
        };
        let mut said = from_to(self.words, &self.when(since), &self.when(until));
        let Some(Leaving { how, text, .. }) = &it.left else {
            return Some(said);
        };
        if let Some(how) = how {
            said = [&said, self.words.semicolon, self.own.end(*how)].concat();
        }
        if let Some(text) = text {
            said = [&said, self.words.colon, &self.say(text)].concat();
        }
        Some(said)
    }

    /// How an organization or an alliance ended, and what went on in its place.
    fn ending(&mut self, ending: &Ending) -> Item {
        let mut text = self.when(ending.when);
        if let Some(how) = ending.how {
            text = [&text, self.words.semicolon, self.own.end(how)].concat();
        }
        if let Some(successor) = ending.successor {
            let name = isolated(self.story.node_name(successor, self.locale));
            text = [
                &text,
                self.words.semicolon,
                self.words.went_on_as,
                " ",
                &name,
            ]
            .concat();
        }
        Item {
            term: Some(self.words.ended.to_owned()),
            text,
            remarks: self.remarks(None, ending.note.as_ref()),
            cites: self.cite(&ending.sources),
            ..Item::default()
        }
    }

    /// "The article and Reuters; one origin"
    fn naming(&self, it: &Membership) -> String {
        naming(self.story, it, self.locale)
    }

    fn facts(&mut self, id: OrganizationId) -> Vec<Item> {
        let (organization, words) = (&self.story.organizations[id], self.words);
        let mut terms = Vec::new();
        terms.extend(
            organization
                .city
                .as_ref()
                .map(|fact| self.fact(Some(words.based_in), fact)),
        );
        terms.extend(match &organization.founded {
            Some(founded) => Some(Item {
                term: Some(words.founded.to_owned()),
                text: self.when(founded.when),
                certainty: self.if_second_hand(&founded.sources),
                remarks: self.remarks(founded.disputed.as_ref(), None),
                cites: self.cite(&founded.sources),
                ..Item::default()
            }),
            // That it was not found is news only where it was sought.
            None if self.story.tells_foundings() => {
                Some(term(words.founded, words.not_established.to_owned()))
            }
            None => None,
        });
        terms.extend(organization.dissolved.as_ref().map(|it| self.ending(it)));
        terms.extend(self.topical(id, false));
        terms
    }

    /// What is known of an organization by topic: of those that stand with the official lists, or
    /// of the others.
    fn topical(&mut self, id: OrganizationId, on_lists: bool) -> Vec<Item> {
        let story = self.story;
        let mut items = Vec::new();
        for it in &story.organizations[id].facts {
            let topic = &story.words.topics[it.topic];
            if topic.on_lists == on_lists {
                let term = (!on_lists).then(|| topic.name.get(self.locale));
                items.push(self.fact(term, &it.fact));
            }
        }
        items
    }

    fn fact(&mut self, term: Option<&str>, fact: &Fact) -> Item {
        let mut item = self.told(&fact.text, &fact.sources);
        item.term = term.map(str::to_owned);
        item.certainty = self.if_second_hand(&fact.sources);
        item.remarks = self.remarks(fact.disputed.as_ref(), None);
        item
    }

    /// What a plain fact says of its certainty: nothing, unless no document and nobody's own
    /// report that was opened stands behind it.
    fn if_second_hand(&self, sources: &[SourceId]) -> Option<Certainty> {
        let certainty = self.story.certainty(sources, false);
        certainty.is_second_hand().then_some(certainty)
    }

    /// What is known of official lists: every entry with its date, what they do not
    /// say, or that none was found (which proves nothing, and says so).
    fn listings(&mut self, id: OrganizationId) -> Vec<Item> {
        let (story, words) = (self.story, self.words);
        if story.lists.is_empty() || story.is_authority(id) {
            return Vec::new();
        }
        let mut items = Vec::new();
        for listing in &story.organizations[id].listings {
            let since = self.when(listing.from);
            let when = match listing.until {
                _ if listing.from.first_day() > self.date => fill(words.not_yet, &since),
                Some(until) => from_to(words, &since, &self.when(until)),
                None => fill(words.listed_since, &since),
            };
            let mut item = self.told(&story.lists[listing.list].name, &listing.sources);
            item.text = [item.text, when].join(words.comma);
            item.certainty = Some(story.certainty(&listing.sources, false));
            item.remarks = self.remarks(None, listing.note.as_ref());
            item.absent = !listing.time().contains(self.date);
            items.push(item);
        }
        items.extend(self.topical(id, true));
        if items.is_empty() {
            items.push(term_less(words.no_listing_found));
        }
        items
    }

    fn relations(&mut self, node: NodeId) -> Vec<Item> {
        let story = self.story;
        let mut items = Vec::new();
        for edge in self.atlas.graph().edges_at(node) {
            let index = match (edge.kind, edge.to) {
                (EdgeKind::Relation(index), _) => index,
                (EdgeKind::Listing(index), NodeId::Organization(id)) if edge.from == node => {
                    items.push(self.entry(id, index));
                    continue;
                }
                // What an organization is on stands among its own facts.
                _ => continue,
            };
            if self.once && edge.from != node {
                continue;
            }
            let relation = &story.relations[index];
            let kind = self.own.tie(relation.kind);
            let mut item = self.told(&relation.text, &relation.sources);
            item.link = Some(self.node_link(edge.opposite(node)));
            item.text = [kind, &item.text].join(self.words.colon);
            item.certainty = Some(story.certainty(&relation.sources, relation.disputed.is_some()));
            item.remarks = self.remarks(relation.disputed.as_ref(), relation.note.as_ref());
            let mut item = self.dated(item, relation.when);
            if let Some(until) = relation.until {
                item.remarks.push(fill(self.words.until, &self.when(until)));
                item.absent |= !relation.time().contains(self.date);
            }
            items.push(item);
        }
        items
    }

    /// An entry on a list, as a line of the authority that made it.
    fn entry(&mut self, id: OrganizationId, index: usize) -> Item {
        let story = self.story;
        let listing = &story.organizations[id].listings[index];
        let mut item = self.told(&story.lists[listing.list].name, &listing.sources);
        item.link = Some(self.node_link(NodeId::Organization(id)));
        item.certainty = Some(story.certainty(&listing.sources, false));
        item.remarks = self.remarks(None, listing.note.as_ref());
        self.dated(item, listing.from)
    }

    fn events(&mut self, node: NodeId) -> Vec<Item> {
        if self.once {
            return Vec::new();
        }
        let events = self.story.events.iter();
        let about = events.filter(|(_, event)| event.about.contains(&node));
        about
            .map(|(id, event)| {
                let mut item = self.event_item(event);
                item.link = Some((Subject::Event(id), self.say(&event.title)));
                // Its headline stands for it.
                item.text.clear();
                item
            })
            .collect()
    }

    /// An event, wherever it is told.
    pub(super) fn event_item(&mut self, event: &Event) -> Item {
        let mut item = self.told(&event.text, &event.sources);
        item.certainty = Some(self.story.event_certainty(event));
        item.remarks = self.remarks(event.disputed.as_ref(), event.note.as_ref());
        self.dated(item, event.when)
    }

    /// What was said for an organization; by everybody where there is none.
    fn quotes(&mut self, organization: Option<OrganizationId>) -> Vec<Item> {
        let mut items = Vec::new();
        for quote in &self.story.quotes {
            if organization.is_some() && quote.organization != organization {
                continue;
            }
            let person = isolated(quote.person.get(self.locale));
            let speaker = [person, self.say(&quote.role)].join(self.words.comma);
            let mut item = self.told(&quote.text, &quote.sources);
            item.when = quote.when.map(|when| (self.when(when), when.first_day()));
            item.text = [speaker, item.text].join(self.words.colon);
            item.certainty = Some(self.story.certainty(&quote.sources, false));
            items.push(item);
        }
        items
    }

    /// Why an alliance was formed, as each account says; why all of them were where there is
    /// none. In a row, a reason that several share is told with the first.
    pub(super) fn aims(&mut self, alliance: Option<AllianceId>) -> Vec<Item> {
        let (story, words) = (self.story, self.words);
        let mut items = Vec::new();
        for aim in &story.aims {
            let tells = alliance.is_none_or(|id| {
                aim.about.contains(&id) && (!self.once || aim.about.first() == Some(&id))
            });
            if !tells {
                continue;
            }
            let mut item = self.told(&aim.text, &aim.sources);
            item.certainty = Some(story.certainty(&aim.sources, false));
            if let Some(account) = aim.account {
                let name = isolated(story.accounts[account].name.get(self.locale));
                item.remarks = vec![[words.account, words.colon, &name].concat()];
            }
            items.push(item);
        }
        items
    }

    /// What is not known of a subject; of the whole story where there is none.
    pub(super) fn uncertainties(&mut self, subject: Option<Subject>) -> Vec<Item> {
        let mut items = Vec::new();
        for (uncertainty, number) in self.story.uncertainties.iter().zip(1..) {
            if subject.is_none_or(|subject| uncertainty.about.contains(&subject)) {
                // A doubt about many members is told once where all are read in a row.
                items.push(if self.once && subject.is_some() {
                    Item {
                        text: beginning(&self.say(&uncertainty.text)),
                        doubt: Some(number),
                        ..Item::default()
                    }
                } else {
                    self.told(&uncertainty.text, &uncertainty.sources)
                });
            }
        }
        items
    }

    /// What these sources say.
    pub(super) fn told(&mut self, text: &Text, sources: &[SourceId]) -> Item {
        Item {
            text: self.say(text),
            cites: self.cite(sources),
            ..Item::default()
        }
    }

    /// With the day to go to, and whether it is still to come.
    fn dated(&self, mut item: Item, when: When) -> Item {
        item.when = Some((self.when(when), when.first_day()));
        item.absent = when.first_day() > self.date;
        item
    }

    pub(super) fn cite(&mut self, sources: &[SourceId]) -> Vec<SourceId> {
        let cites = in_order(sources);
        self.cited.extend_from_slice(&cites);
        cites
    }

    fn remarks(&self, disputed: Option<&Text>, note: Option<&Text>) -> Vec<String> {
        disputed
            .into_iter()
            .chain(note)
            .map(|text| self.say(text))
            .collect()
    }

    fn other_names(&self, name: &Name, also: &[OtherName]) -> Vec<(String, String)> {
        let other = self.locale.other();
        let mut names = vec![(other.tag().to_owned(), name.get(other).to_owned())];
        let original = name.original.iter();
        names.extend(original.map(|it| (it.language.clone(), it.name.clone())));
        names.extend(also.iter().map(|it| (it.language.clone(), it.name.clone())));
        names.retain(|(_, text)| text != name.get(self.locale));
        names
    }

    fn node_link(&self, node: NodeId) -> (Subject, String) {
        (
            Subject::Node(node),
            self.story.node_name(node, self.locale).to_owned(),
        )
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.locale).to_owned()
    }

    fn when(&self, when: When) -> String {
        format::when(self.locale, when)
    }
}

/// Sources by their numbers, each once.
fn in_order(sources: &[SourceId]) -> Vec<SourceId> {
    let mut sources = sources.to_vec();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// Who names a membership: "the article and Reuters (one origin)".
pub fn naming(story: &Ecosystem, membership: &Membership, locale: Locale) -> String {
    let names = membership
        .named_by
        .iter()
        .map(|naming| isolated(story.accounts[naming.account].name.get(locale)));
    let names: Vec<_> = names.collect();
    let list = format::list(locale, &names);
    let words = Messages::of(locale);
    if names.len() > 1 && story.origins(membership.sources()) == 1 {
        [&list, words.comma, words.one_origin].concat()
    } else {
        list
    }
}

/// The most words by which a doubt is told from the others.
const BEGINNING_WORDS: usize = 9;

/// How a text begins, in a few of its words.
fn beginning(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    match words.get(..BEGINNING_WORDS) {
        Some(first) if words.len() > BEGINNING_WORDS => {
            let last_mark = |c: char| c.is_ascii_punctuation() || matches!(c, '،' | '؛');
            [first.join(" ").trim_end_matches(last_mark), "…"].concat()
        }
        _ => text.to_owned(),
    }
}

/// The time of what is over: "1 July 2010 to 31 March 2014".
fn from_to(words: &Messages, from: &str, until: &str) -> String {
    fill(words.lasted, from).replace("[]", until)
}

fn term(name: &str, text: String) -> Item {
    Item {
        term: Some(name.to_owned()),
        text,
        ..Item::default()
    }
}

fn term_less(text: &str) -> Item {
    Item {
        text: text.to_owned(),
        ..Item::default()
    }
}

fn section(heading: &str, items: Vec<Item>) -> Section {
    Section {
        heading: Some(heading.to_owned()),
        terms: false,
        items,
    }
}

fn section_of_terms(items: Vec<Item>) -> Section {
    Section {
        heading: None,
        terms: true,
        items,
    }
}
