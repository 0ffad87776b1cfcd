//! The story's network as a layout is asked for it.

use super::names::{NODE_RADIUS, face, hub_radius, lines, ring_radius};
use crate::geometry::Size;
use crate::graph::{Graph, node_index};
use crate::layout::{Frame, NodeSpec, Request, Role};
use crate::locale::Locale;
use crate::model::Ecosystem;
use crate::model::id::{Id, NodeId};

/// Everything that the layout of a story depends on. A name's box is that of
/// its widest language, so that one set of places serves them all.
pub fn of(story: &Ecosystem, graph: &Graph, frame: Frame) -> Request {
    let nodes = graph.nodes().iter();
    Request {
        frame,
        nodes: nodes.map(|node| spec(story, graph, *node, frame)).collect(),
    }
}

fn spec(story: &Ecosystem, graph: &Graph, node: NodeId, frame: Frame) -> NodeSpec {
    let face = face(node);
    let mut label = Size::default();
    for locale in Locale::ALL {
        let block = face.block(&lines(story, graph, node, locale, frame));
        label.width = label.width.max(block.width);
        label.height = label.height.max(block.height);
    }
    let (radius, reach) = match node {
        NodeId::Alliance(_) => (hub_radius(frame), hub_radius(frame) + 4.0),
        NodeId::Organization(id) if story.organizations[id].listings.is_empty() => {
            (NODE_RADIUS + 2.0, NODE_RADIUS + 2.0)
        }
        NodeId::Organization(_) => {
            let ring = ring_radius(frame);
            (ring, ring + 1.0)
        }
    };
    NodeSpec {
        role: role(story, graph, node),
        radius,
        reach,
        label,
    }
}

fn role(story: &Ecosystem, graph: &Graph, node: NodeId) -> Role {
    let NodeId::Organization(id) = node else {
        return Role::Hub;
    };
    let hubs: Vec<_> = graph.alliances_of(id).into_iter().map(Id::index).collect();
    if !hubs.is_empty() {
        return Role::Member { hubs };
    }
    let mut neighbors = Vec::new();
    for edge in graph.edges_at(node) {
        let other = node_index(story, edge.opposite(node));
        if !neighbors.contains(&other) {
            neighbors.push(other);
        }
    }
    Role::Context {
        above: story.is_authority(id),
        neighbors,
    }
}
