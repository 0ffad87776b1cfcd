//! What a card over an embedded page's picture says of what is in focus, and at which edge of the
//! picture it covers nothing of that.

use super::{Input, Writer, section};
use crate::atlas::Atlas;
use crate::locale::catalog::fill;
use crate::locale::format;
use crate::model::Subject;
use crate::model::id::{AllianceId, EventId, NodeId, OrganizationId};
use crate::scene::profile::{Item, Profile};

/// The few facts that a card has room for: of an organization who says that it is a member, and its
/// official lists; of an alliance its aim, its size and its first report; of an event what happened.
/// None where nothing is in focus.
pub fn of(atlas: &Atlas, input: impl Into<Input>) -> Option<Profile> {
    let Input {
        locale,
        date,
        focus,
    } = input.into();
    let mut writer = Writer::new(atlas, locale, date);
    let mut profile = match focus? {
        Subject::Node(NodeId::Organization(id)) => writer.organization_in_short(id),
        Subject::Node(NodeId::Alliance(id)) => writer.alliance_in_short(id),
        Subject::Event(id) => writer.event_in_short(id),
    };
    profile.sections.retain(|section| !section.items.is_empty());
    Some(profile)
}

impl Writer<'_> {
    fn organization_in_short(&mut self, id: OrganizationId) -> Profile {
        let organization = &self.story.organizations[id];
        let memberships = self.story.memberships.iter();
        let mut items: Vec<_> = memberships
            .filter(|it| it.organization == id)
            .map(|it| {
                let item = self.membership(it, NodeId::Alliance(it.alliance), Some(it.alliance));
                // That a member is one goes without saying, where there is little room.
                match it.role {
                    None if !it.named_by.is_empty() => Item {
                        text: fill(self.words.named_by, &self.naming(it)),
                        ..item
                    },
                    _ => item,
                }
            })
            .collect();
        let mut lead = Item::default();
        if items.is_empty() {
            lead = self.told(&organization.description, &organization.sources);
        }
        items.extend(self.listings(id));
        Profile {
            heading: organization.name.get(self.locale).to_owned(),
            lead: in_short(lead),
            sections: vec![section(
                self.words.who_says_so,
                items.into_iter().map(in_short).collect(),
            )],
            ..Profile::default()
        }
    }

    fn alliance_in_short(&self, id: AllianceId) -> Profile {
        let alliance = &self.story.alliances[id];
        let memberships = self.story.memberships.iter();
        let begun = memberships
            .filter(|it| it.alliance == id && self.counts(it))
            .count();
        let reported = format::when(self.locale, alliance.reported);
        let reported = [self.words.first_reported, self.words.colon, &reported].concat();
        Profile {
            heading: alliance.name.get(self.locale).to_owned(),
            badges: vec![self.words.named.say(self.locale, begun), reported],
            lead: Item {
                text: self.say(&alliance.aim),
                ..Item::default()
            },
            ..Profile::default()
        }
    }

    fn event_in_short(&mut self, id: EventId) -> Profile {
        let event = &self.story.events[id];
        Profile {
            heading: self.say(&event.title),
            lead: Item {
                remarks: Vec::new(),
                ..self.event_item(event)
            },
            ..Profile::default()
        }
    }
}

/// A fact without what it rests on: a card's link leads to all of it. Of what is not there on the
/// day the last remark stays, which says when it is.
fn in_short(mut item: Item) -> Item {
    let since = item
        .remarks
        .pop()
        .filter(|_| item.absent && item.link.is_some());
    Item {
        certainty: None,
        cites: Vec::new(),
        remarks: since.into_iter().collect(),
        ..item
    }
}

/// Where a card lies over a picture, so that it covers nothing of what is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The edge of the picture at which it lies, far from what is chosen.
    pub edge: Edge,
    /// Whether what is chosen is so far from there that the card may be taller than half of the
    /// picture.
    pub roomy: bool,
}

/// An edge of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The upper one.
    Top,
    /// The lower one.
    Bottom,
}

impl Edge {
    /// Its name in markup.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Bottom => "bottom",
        }
    }
}

/// How far down in the picture what is chosen begins to be in its lower half, as a share of its
/// height. More than half: the tools below the picture are room for a card at the bottom.
const MIDDLE: f64 = 0.55;
/// How far from an edge what is chosen leaves a tall card there, as a share of the height.
const FAR: f64 = 0.62;

impl Place {
    /// The place of a card, by how far down in what is shown of the picture that is which was chosen,
    /// as a share of the height; none: it was chosen below the picture, as an event of the strip is.
    pub fn far_from(chosen: Option<f64>) -> Self {
        let Some(down) = chosen else {
            return Self {
                edge: Edge::Top,
                roomy: true,
            };
        };
        let (edge, distance) = if down < MIDDLE {
            (Edge::Bottom, 1.0 - down)
        } else {
            (Edge::Top, down)
        };
        Self {
            edge,
            roomy: distance >= FAR,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::model::id::Id as _;
    use crate::state::{Action, State};

    fn atlas() -> Atlas {
        Atlas::from_json(include_bytes!("../../../assets/story.json")).unwrap()
    }

    #[test]
    fn a_card_lies_at_the_edge_far_from_what_was_chosen() {
        let place = |down| {
            let Place { edge, roomy } = Place::far_from(down);
            (edge.name(), roomy)
        };
        assert_eq!(place(Some(0.1)), ("bottom", true));
        assert_eq!(place(Some(0.5)), ("bottom", false));
        assert_eq!(place(Some(0.6)), ("top", false));
        assert_eq!(place(Some(0.9)), ("top", true));
        assert_eq!(place(None), ("top", true), "the strip is below the picture");
    }

    #[test]
    fn nothing_in_focus_has_no_card() {
        let atlas = atlas();
        let state = State::opening(atlas.ecosystem(), Locale::Ar);
        assert_eq!(of(&atlas, &state), None);
    }

    #[test]
    fn a_member_is_told_by_who_names_it_and_by_its_lists() {
        let atlas = atlas();
        let story = atlas.ecosystem();
        for locale in Locale::ALL {
            for id in story.organizations.ids() {
                let focus = Some(Subject::Node(NodeId::Organization(id)));
                let state = State::opening(story, locale).apply(Action::Focus(focus));
                let card = of(&atlas, &state).unwrap();
                assert_eq!(card.heading, story.organizations[id].name.get(locale));
                let items: Vec<_> = card.sections.iter().flat_map(|it| &it.items).collect();
                for it in story.memberships.iter().filter(|it| it.organization == id) {
                    let naming = super::super::naming(story, it, locale);
                    let tone = Some(it.alliance.index());
                    assert!(
                        items
                            .iter()
                            .any(|item| item.tone == tone && item.text.contains(&naming)),
                        "{}: {naming}",
                        card.heading
                    );
                }
                for listing in &story.organizations[id].listings {
                    let name = story.lists[listing.list].name.get(locale);
                    assert!(items.iter().any(|item| item.text.contains(name)), "{name}");
                }
                assert!(items.iter().all(|item| item.cites.is_empty()));
                assert!(!items.is_empty() || !card.lead.text.is_empty());
            }
        }
    }

    #[test]
    fn an_event_is_told_with_its_day_and_what_it_rests_on() {
        let atlas = atlas();
        let story = atlas.ecosystem();
        for id in story.events.ids() {
            let state = State::opening(story, Locale::En);
            let state = state.apply(Action::Focus(Some(Subject::Event(id))));
            let card = of(&atlas, &state).unwrap();
            assert!(card.lead.when.is_some() && card.lead.certainty.is_some());
            assert!(!card.lead.cites.is_empty());
        }
    }
}
