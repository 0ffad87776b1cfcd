//! The facts of an organization, an alliance, an event, or of the whole story.

use super::sheet::{Citations, Item, Section, Sheet};
use crate::atlas::Atlas;
use crate::date::{Date, When};
use crate::graph::EdgeKind;
use crate::locale::catalog::{Messages, fill};
use crate::locale::isolate::isolated;
use crate::locale::{Locale, format};
use crate::model::id::{AllianceId, EventId, Id, NodeId, OrganizationId, SourceId};
use crate::model::text::{Name, OtherName, Text};
use crate::model::{Certainty, Ecosystem, Event, Fact, Membership, OrganizationKind, Subject};
use crate::state::State;

/// The sheet of what is in focus.
pub fn of(atlas: &Atlas, state: &State) -> Sheet {
    let mut writer = Writer {
        atlas,
        story: atlas.ecosystem(),
        locale: state.locale,
        words: Messages::of(state.locale),
        date: state.date,
        citations: Citations::default(),
    };
    let mut sheet = match state.focus {
        None => writer.story(),
        Some(Subject::Node(NodeId::Alliance(id))) => writer.alliance(id),
        Some(Subject::Node(NodeId::Organization(id))) => writer.organization(id),
        Some(Subject::Event(id)) => writer.event(id),
    };
    sheet.sections.retain(|section| !section.items.is_empty());
    sheet.sources = writer.citations.0;
    sheet
}

struct Writer<'a> {
    atlas: &'a Atlas,
    story: &'a Ecosystem,
    locale: Locale,
    words: &'static Messages,
    date: Date,
    citations: Citations,
}

impl Writer<'_> {
    fn story(&mut self) -> Sheet {
        let story = self.story;
        let alliances = story.alliances.iter().map(|(id, alliance)| Item {
            link: Some(self.node_link(NodeId::Alliance(id))),
            tone: Some(id.index()),
            text: self.say(&alliance.aim),
            remarks: self.remarks(alliance.disputed.as_ref(), None),
            cites: self.cite(&alliance.sources),
            later: alliance.since().first_day() > self.date,
            ..Item::default()
        });
        let alliances = alliances.collect();
        let shared = story
            .organizations
            .ids()
            .filter(|id| self.atlas.graph().alliances_of(*id).len() > 1);
        let shared: Vec<_> = shared.map(|id| self.shared(id)).collect();
        let accounts = story.accounts.iter().map(|(_, account)| Item {
            text: [
                isolated(account.name.get(self.locale)),
                self.say(&account.description),
            ]
            .join(self.words.colon),
            cites: self.cite(&account.sources),
            ..Item::default()
        });
        let accounts = accounts.collect();
        Sheet {
            heading: self.words.at_a_glance.to_owned(),
            lead: Item {
                text: self.say(&story.summary),
                remarks: vec![self.words.glance_hint.to_owned()],
                ..Item::default()
            },
            sections: vec![
                section(self.words.alliances_heading, alliances),
                section(self.words.in_both, shared),
                section(self.words.accounts_heading, accounts),
                section(self.words.quotes, self.quotes(None)),
                section(self.words.uncertainties, self.uncertainties(None)),
            ],
            ..Sheet::default()
        }
    }

    fn alliance(&mut self, id: AllianceId) -> Sheet {
        let (story, words) = (self.story, self.words);
        let alliance = &story.alliances[id];
        let node = NodeId::Alliance(id);
        let announced = Item {
            term: Some(words.announced),
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
            term(words.place, self.say(&alliance.place)),
        ];
        if let Some(initiator) = alliance.initiator {
            terms.push(Item {
                term: Some(words.initiator),
                link: Some(self.node_link(NodeId::Organization(initiator))),
                ..Item::default()
            });
        }
        let members = story.memberships.iter().filter(|it| it.alliance == id);
        let members = members
            .map(|it| self.membership(it, NodeId::Organization(it.organization), None))
            .collect();
        Sheet {
            heading: alliance.name.get(self.locale).to_owned(),
            names: self.other_names(&alliance.name, &alliance.also),
            badges: vec![
                words.members.say(
                    self.locale,
                    story
                        .memberships
                        .iter()
                        .filter(|it| it.alliance == id && self.counts(it))
                        .count(),
                ),
            ],
            lead: Item {
                text: self.say(&alliance.aim),
                tone: Some(id.index()),
                remarks: self.remarks(None, alliance.note.as_ref()),
                cites: self.cite(&alliance.sources),
                certainty: Some(story.certainty(&alliance.sources, false)),
                ..Item::default()
            },
            sections: vec![
                section_of_terms(terms),
                section(words.member_list, members),
                section(words.relations, self.relations(node)),
                section(words.events_heading, self.events(node)),
                section(
                    words.uncertainties,
                    self.uncertainties(Some(Subject::Node(node))),
                ),
            ],
            ..Sheet::default()
        }
    }

    fn organization(&mut self, id: OrganizationId) -> Sheet {
        let (story, words) = (self.story, self.words);
        let organization = &story.organizations[id];
        let node = NodeId::Organization(id);
        let alliances = self.atlas.graph().alliances_of(id);
        let standing = match alliances.len() {
            0 => words.outside,
            1 => story.alliances[alliances[0]].short.get(self.locale),
            _ => words.in_both,
        };
        let memberships = story.memberships.iter().filter(|it| it.organization == id);
        let memberships = memberships
            .map(|it| self.membership(it, NodeId::Alliance(it.alliance), Some(it.alliance)))
            .collect();
        let lead = Item {
            text: self.say(&organization.description),
            remarks: self.remarks(None, organization.note.as_ref()),
            cites: self.cite(&organization.sources),
            certainty: Some(story.certainty(&organization.sources, false)),
            ..Item::default()
        };
        let mut terms = self.facts(id);
        terms.extend(self.listings(id));
        let mut products = Vec::new();
        for product in story.products.iter().filter(|it| it.organization == id) {
            products.push(Item {
                when: Some((self.when(product.when), product.when.first_day())),
                text: [
                    isolated(product.name.get(self.locale)),
                    self.say(&product.text),
                ]
                .join(words.colon),
                certainty: Some(story.certainty(&product.sources, product.disputed.is_some())),
                remarks: self.remarks(product.disputed.as_ref(), product.note.as_ref()),
                cites: self.cite(&product.sources),
                later: product.when.first_day() > self.date,
                ..Item::default()
            });
        }
        let mut sections = vec![
            section_of_terms(terms),
            section(words.membership, memberships),
            section(words.relations, self.relations(node)),
            section(words.events_heading, self.events(node)),
            section(words.products, products),
            section(words.quotes, self.quotes(Some(id))),
            section(
                words.uncertainties,
                self.uncertainties(Some(Subject::Node(node))),
            ),
        ];
        if !organization.arabic_name_sourced {
            sections.push(section(
                words.note,
                vec![term_less(words.proposed_spelling)],
            ));
        }
        Sheet {
            heading: organization.name.get(self.locale).to_owned(),
            names: self.other_names(&organization.name, &organization.also),
            badges: vec![
                words.kind(organization.kind).to_owned(),
                standing.to_owned(),
            ],
            lead,
            sections,
            ..Sheet::default()
        }
    }

    fn event(&mut self, id: EventId) -> Sheet {
        let story = self.story;
        let event = &story.events[id];
        let about = event.about.iter().map(|node| Item {
            link: Some(self.node_link(*node)),
            ..Item::default()
        });
        let about = about.collect();
        let mut badges = vec![self.words.lane(event.lane).to_owned()];
        if event.scheduled {
            badges.push(self.words.scheduled_mark.to_owned());
        }
        Sheet {
            heading: self.say(&event.title),
            badges,
            lead: Item {
                text: self.say(&event.text),
                ..self.event_item(event)
            },
            sections: vec![
                section(self.words.about, about),
                section(
                    self.words.uncertainties,
                    self.uncertainties(Some(Subject::Event(id))),
                ),
            ],
            ..Sheet::default()
        }
    }

    /// An organization that is named in more than one alliance: which, and by whom.
    fn shared(&mut self, id: OrganizationId) -> Item {
        let memberships: Vec<_> = self
            .story
            .memberships
            .iter()
            .filter(|it| it.organization == id)
            .collect();
        let said = memberships.iter().map(|it| {
            let alliance = isolated(self.story.alliances[it.alliance].short.get(self.locale));
            [&alliance, " (", &self.naming(it), ")"].concat()
        });
        Item {
            link: Some(self.node_link(NodeId::Organization(id))),
            text: said.collect::<Vec<_>>().join(self.words.semicolon),
            cites: self
                .citations
                .cite(memberships.iter().flat_map(|it| it.sources())),
            later: memberships.iter().any(|it| !self.counts(it)),
            ..Item::default()
        }
    }

    /// Whether a membership has begun on the day shown.
    fn counts(&self, it: &Membership) -> bool {
        self.story.membership_since(it).first_day() <= self.date
    }

    /// A membership as a line that leads to its other side.
    fn membership(&mut self, it: &Membership, to: NodeId, tone: Option<AllianceId>) -> Item {
        let since = self.story.membership_since(it);
        let later = since.first_day() > self.date;
        let mut remarks = self.remarks(None, it.note.as_ref());
        if later {
            remarks.push(fill(self.words.not_yet, &self.when(since)));
        }
        let naming = fill(self.words.named_by, &self.naming(it));
        Item {
            link: Some(self.node_link(to)),
            tone: tone.map(Id::index),
            text: [self.words.role(it.role), &naming].join(self.words.semicolon),
            certainty: Some(self.membership_certainty(it)),
            remarks,
            cites: self.citations.cite(it.sources()),
            later,
            ..Item::default()
        }
    }

    fn membership_certainty(&self, it: &Membership) -> Certainty {
        self.story
            .certainty(&it.sources().collect::<Vec<_>>(), false)
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
                .map(|fact| self.fact(words.based_in, fact)),
        );
        terms.push(match &organization.founded {
            Some(founded) => Item {
                term: Some(words.founded),
                text: self.when(founded.when),
                remarks: self.remarks(founded.disputed.as_ref(), None),
                cites: self.cite(&founded.sources),
                ..Item::default()
            },
            None => term(words.founded, words.not_established.to_owned()),
        });
        terms.extend(
            organization
                .stock
                .as_ref()
                .map(|fact| self.fact(words.shares, fact)),
        );
        terms
    }

    fn fact(&mut self, name: &'static str, fact: &Fact) -> Item {
        Item {
            term: Some(name),
            text: self.say(&fact.text),
            remarks: self.remarks(fact.disputed.as_ref(), None),
            cites: self.cite(&fact.sources),
            ..Item::default()
        }
    }

    /// What is known of US lists: every entry with its date, what they do not
    /// say, or that none was found (which proves nothing, and says so).
    fn listings(&mut self, id: OrganizationId) -> Vec<Item> {
        let (story, words) = (self.story, self.words);
        let organization = &story.organizations[id];
        if organization.kind == OrganizationKind::Regulator {
            return Vec::new();
        }
        let mut items = Vec::new();
        for listing in &organization.listings {
            let later = listing.from.first_day() > self.date;
            let since = self.when(listing.from);
            let when = fill(
                if later {
                    words.not_yet
                } else {
                    words.listed_since
                },
                &since,
            );
            items.push(Item {
                // Said once for all that follows.
                term: items.is_empty().then_some(words.us_lists),
                text: [self.say(&story.lists[listing.list].name), when].join(words.comma),
                remarks: self.remarks(None, listing.note.as_ref()),
                cites: self.cite(&listing.sources),
                later,
                ..Item::default()
            });
        }
        if let Some(fact) = &organization.us_status {
            let repeated = !items.is_empty();
            let mut item = self.fact(words.us_lists, fact);
            item.term = item.term.filter(|_| !repeated);
            items.push(item);
        }
        if items.is_empty() {
            items.push(term(words.us_lists, words.no_listing_found.to_owned()));
        }
        items
    }

    fn relations(&mut self, node: NodeId) -> Vec<Item> {
        let story = self.story;
        let mut items = Vec::new();
        for edge in self.atlas.graph().edges_at(node) {
            let EdgeKind::Relation(index) = edge.kind else {
                continue;
            };
            let relation = &story.relations[index];
            let kind = self.words.relation(relation.kind);
            items.push(Item {
                link: Some(self.node_link(edge.opposite(node))),
                text: [kind, &self.say(&relation.text)].join(self.words.colon),
                when: Some((self.when(relation.when), relation.when.first_day())),
                certainty: Some(story.certainty(&relation.sources, relation.disputed.is_some())),
                remarks: self.remarks(relation.disputed.as_ref(), relation.note.as_ref()),
                cites: self.cite(&relation.sources),
                later: edge.since > self.date,
                ..Item::default()
            });
        }
        items
    }

    fn events(&mut self, node: NodeId) -> Vec<Item> {
        let events = self.story.events.iter();
        let about = events.filter(|(_, event)| event.about.contains(&node));
        about
            .map(|(id, event)| Item {
                link: Some((Subject::Event(id), self.say(&event.title))),
                ..self.event_item(event)
            })
            .collect()
    }

    /// What stands around an event's words, wherever it is told.
    fn event_item(&mut self, event: &Event) -> Item {
        Item {
            when: Some((self.when(event.when), event.when.first_day())),
            certainty: Some(self.story.event_certainty(event)),
            remarks: self.remarks(event.disputed.as_ref(), event.note.as_ref()),
            cites: self.cite(&event.sources),
            later: event.when.first_day() > self.date,
            ..Item::default()
        }
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
            items.push(Item {
                when: quote.when.map(|when| (self.when(when), when.first_day())),
                text: [speaker, self.say(&quote.text)].join(self.words.colon),
                certainty: Some(self.story.certainty(&quote.sources, false)),
                cites: self.cite(&quote.sources),
                ..Item::default()
            });
        }
        items
    }

    /// What is not known of a subject; of the whole story where there is none.
    fn uncertainties(&mut self, subject: Option<Subject>) -> Vec<Item> {
        let mut items = Vec::new();
        for uncertainty in &self.story.uncertainties {
            if subject.is_none_or(|subject| uncertainty.about.contains(&subject)) {
                items.push(Item {
                    text: self.say(&uncertainty.text),
                    cites: self.cite(&uncertainty.sources),
                    ..Item::default()
                });
            }
        }
        items
    }

    fn cite(&mut self, sources: &[SourceId]) -> Vec<usize> {
        self.citations.cite(sources.iter().copied())
    }

    fn remarks(&self, disputed: Option<&Text>, note: Option<&Text>) -> Vec<String> {
        disputed
            .into_iter()
            .chain(note)
            .map(|text| self.say(text))
            .collect()
    }

    fn other_names(&self, name: &Name, also: &[OtherName]) -> Vec<(&'static str, String)> {
        let other = self.locale.other();
        let mut names = vec![(other.tag(), name.get(other).to_owned())];
        names.extend(name.zh.clone().map(|zh| ("zh", zh)));
        names.extend(
            also.iter()
                .map(|other| (other.language, other.name.clone())),
        );
        names.retain(|(_, text)| text != name.get(self.locale));
        names
    }

    fn node_link(&self, node: NodeId) -> (Subject, String) {
        (
            Subject::Node(node),
            node_name(self.story, node, self.locale).to_owned(),
        )
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.locale).to_owned()
    }

    fn when(&self, when: When) -> String {
        format::when(self.locale, when)
    }
}

/// What running text and the picture call a node.
pub fn node_name(story: &Ecosystem, node: NodeId, locale: Locale) -> &str {
    match node {
        NodeId::Alliance(id) => story.alliances[id].short.get(locale),
        NodeId::Organization(id) => story.organizations[id].name.get(locale),
    }
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

fn term(name: &'static str, text: String) -> Item {
    Item {
        term: Some(name),
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

fn section(heading: &'static str, items: Vec<Item>) -> Section {
    Section {
        heading: Some(heading),
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
