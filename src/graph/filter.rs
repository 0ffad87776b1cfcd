//! What a legend entry picks of a graph.

use super::{Edge, EdgeKind, Slice, listing_tie};
use crate::date::Date;
use crate::model::Ecosystem;
use crate::model::id::{KindId, NodeId, TieId};

/// What stands out when a legend entry is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Organizations of a kind.
    Kind(KindId),
    /// Relations of a kind and their ends.
    Relation(TieId),
    /// Organizations that are on an official list on the day.
    Listed,
    /// Organizations in more than one alliance.
    Shared,
    /// Memberships that a document or more than one independent account names.
    Corroborated,
    /// Memberships that one account names at most.
    SingleAccount,
}

impl Filter {
    /// Whether it speaks of organizations, whose memberships then stand out
    /// with them; else it speaks of ties.
    pub const fn is_of_nodes(self) -> bool {
        matches!(self, Self::Kind(_) | Self::Listed | Self::Shared)
    }

    /// Whether an edge stands out.
    pub fn picks_edge(self, ecosystem: &Ecosystem, edge: &Edge) -> bool {
        match (self, edge.kind) {
            (Self::Relation(kind), EdgeKind::Relation(index)) => {
                ecosystem.relations[index].kind == kind
            }
            (Self::Relation(kind), EdgeKind::Listing(_)) => {
                listing_tie(ecosystem, edge) == Some(kind)
            }
            (Self::Corroborated, EdgeKind::Membership(index)) => {
                let membership = &ecosystem.memberships[index];
                ecosystem.membership_certainty(membership).is_corroborated()
            }
            (Self::SingleAccount, EdgeKind::Membership(index)) => {
                let membership = &ecosystem.memberships[index];
                !ecosystem.membership_certainty(membership).is_corroborated()
            }
            _ => false,
        }
    }

    /// Whether a node stands out, by itself or by an edge of it.
    pub fn picks_node(
        self,
        ecosystem: &Ecosystem,
        slice: &Slice,
        node: NodeId,
        date: Date,
    ) -> bool {
        match (self, node) {
            (Self::Kind(kind), NodeId::Organization(id)) => {
                ecosystem.organizations[id].kind == Some(kind)
            }
            (Self::Listed, NodeId::Organization(id)) => ecosystem.organizations[id]
                .listings_at(date)
                .next()
                .is_some(),
            (Self::Shared, _) => slice.alliances_of(node).len() > 1,
            (Self::Relation(_) | Self::Corroborated | Self::SingleAccount, _) => slice
                .edges_at(node)
                .any(|edge| self.picks_edge(ecosystem, edge)),
            (Self::Kind(_) | Self::Listed, NodeId::Alliance(_)) => false,
        }
    }
}
