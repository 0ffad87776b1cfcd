//! A story with all that is derived from it once: its graph, and where the nodes of that stand.

pub mod names;
#[cfg(feature = "studio")]
mod read;
#[cfg(feature = "studio")]
pub mod request;

use crate::graph::{Edge, EdgeKind, Graph, node_index};
use crate::layout::{EdgeSpec, Frame, Layout, Placement};
use crate::model::Ecosystem;
use crate::model::id::NodeId;

/// A story, the graph of it, and the places of its nodes.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    ecosystem: Ecosystem,
    graph: Graph,
    /// Of every node, in the order of [`Frame::ALL`].
    placements: [Placement; Frame::ALL.len()],
}

impl Atlas {
    /// The atlas of a story whose nodes were placed before, in the order of [`Frame::ALL`].
    pub fn placed(ecosystem: Ecosystem, placements: [Placement; Frame::ALL.len()]) -> Self {
        Self {
            graph: Graph::of(&ecosystem),
            ecosystem,
            placements,
        }
    }

    /// The story.
    pub const fn ecosystem(&self) -> &Ecosystem {
        &self.ecosystem
    }

    /// Its graph.
    pub const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The places of every node, in the order of [`Frame::ALL`].
    pub const fn placements(&self) -> &[Placement; Frame::ALL.len()] {
        &self.placements
    }

    /// The layout of what is shown in a frame, with or without the relations.
    pub fn layout(&self, frame: Frame, relations: bool) -> Layout {
        self.layout_of(&self.placements[frame as usize], frame, relations)
    }

    /// The layout of what is shown of a placement of every node. Organizations that are in no
    /// alliance come with the relations.
    ///
    /// Its edges are those of the [graph](Self::graph), of all times, so that none changes its
    /// route when another comes; without the relations, only the memberships, which come first.
    pub fn layout_of(&self, placement: &Placement, frame: Frame, relations: bool) -> Layout {
        let edges = self.graph.edges().iter();
        if relations {
            let edges: Vec<_> = edges.map(|edge| self.spec(edge)).collect();
            return placement.clone().routed(frame, &edges);
        }
        let memberships = edges.take_while(|edge| !edge.is_relation());
        let edges: Vec<_> = memberships.map(|edge| self.spec(edge)).collect();
        let members = placement.only(|node| match self.graph.nodes()[node] {
            NodeId::Alliance(_) => true,
            NodeId::Organization(id) => !self.graph.alliances_of(id).is_empty(),
        });
        members.routed(frame, &edges)
    }

    fn spec(&self, edge: &Edge) -> EdgeSpec {
        let [from, to] = [edge.from, edge.to].map(|node| node_index(&self.ecosystem, node));
        match edge.kind {
            EdgeKind::Membership(_) => EdgeSpec::Membership {
                hub: from,
                member: to,
            },
            EdgeKind::Relation(_) | EdgeKind::Listing(_) => EdgeSpec::Relation { from, to },
        }
    }
}
