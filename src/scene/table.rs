//! The picture as a table: a row for each organization that it shows, with
//! everything that is drawn of it.

use super::details::naming;
use crate::atlas::Atlas;
use crate::graph::{EdgeKind, Filter, Slice};
use crate::locale::catalog::{Messages, fill};
use crate::locale::isolate::isolated;
use crate::locale::{Locale, format};
use crate::model::id::{AllianceId, NodeId, OrganizationId};
use crate::model::{Certainty, Subject};
use crate::scene::vocabulary::Vocabulary;
use crate::state::State;
use std::cmp::Reverse;

/// A row: an organization with what it is in and tied to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The organization of the row.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// The kind of organization, in words.
    pub kind: String,
    /// Its memberships.
    pub memberships: Vec<MembershipCell>,
    /// The official lists that it is on, in words; empty if none.
    pub lists: String,
    /// The organizations that it is tied to otherwise, with what ties them.
    pub relations: Vec<(Subject, String)>,
    /// Whether a pressed legend entry leaves it out.
    pub receded: bool,
}

/// A membership in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct MembershipCell {
    /// The alliance that the organization is in.
    pub alliance: AllianceId,
    /// What it is called.
    pub name: String,
    /// The role of the organization in the alliance, in words.
    pub role: String,
    /// The accounts that name the organization, in words.
    pub named_by: String,
    /// Since when it is a member, in words; none where that is since the alliance began.
    pub since: Option<String>,
    /// How sure we are.
    pub certainty: Certainty,
}

/// All that the table depends on, besides what exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The legend entry that is pressed.
    pub filter: Option<Filter>,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            filter: state.filter,
        }
    }
}

/// The rows of a state, members of most alliances first, then in the order of
/// the file.
pub fn rows(atlas: &Atlas, input: impl Into<Input>, slice: &Slice) -> Vec<Row> {
    let input = input.into();
    let mut rows = Vec::new();
    for node in slice.nodes() {
        if let NodeId::Organization(id) = *node {
            rows.push(row(atlas, input, slice, id));
        }
    }
    rows.sort_by_key(|row| Reverse(row.memberships.len()));
    rows
}

fn row(atlas: &Atlas, input: Input, slice: &Slice, id: OrganizationId) -> Row {
    let (story, locale) = (atlas.ecosystem(), input.locale);
    let words = Messages::of(locale);
    let own = Vocabulary::of(story, locale);
    let node = NodeId::Organization(id);
    let organization = &story.organizations[id];
    let mut memberships = Vec::new();
    let mut relations = Vec::new();
    for edge in slice.edges_at(node) {
        let other = edge.opposite(node);
        let name = story.node_name(other, locale);
        let tie = |what: &str| {
            (
                Subject::Node(other),
                [what, &isolated(name)].join(words.colon),
            )
        };
        match (edge.kind, other) {
            (EdgeKind::Membership(index), NodeId::Alliance(alliance)) => {
                let membership = &story.memberships[index];
                memberships.push(MembershipCell {
                    alliance,
                    name: name.to_owned(),
                    role: own.role(membership).to_owned(),
                    named_by: naming(story, membership, locale),
                    since: membership.from.map(|from| {
                        let from = format::when(locale, from);
                        fill(words.listed_since, &from)
                    }),
                    certainty: story.membership_certainty(membership),
                });
            }
            (EdgeKind::Relation(index), _) => {
                relations.push(tie(own.tie(story.relations[index].kind)));
            }
            (EdgeKind::Listing(_) | EdgeKind::Membership(_), _) => {
                relations.push(tie(own.lists()));
            }
        }
    }
    let mut lists = Vec::new();
    for listing in organization.listings_at(slice.date()) {
        let name = isolated(story.lists[listing.list].name.get(locale));
        let mut since = format::when(locale, listing.from);
        let certainty = story.certainty(&listing.sources, false);
        if certainty.is_second_hand() {
            since = [&since, words.comma, &words.certainty(certainty)].concat();
        }
        lists.push([&name, " (", &since, ")"].concat());
    }
    Row {
        organization: id,
        name: organization.name.get(locale).to_owned(),
        kind: own.kind_of(id).unwrap_or_default().to_owned(),
        memberships,
        lists: lists.join(words.semicolon),
        relations,
        receded: input
            .filter
            .is_some_and(|filter| !filter.picks_node(story, slice, node, slice.date())),
    }
}
