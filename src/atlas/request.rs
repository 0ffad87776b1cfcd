//! The story's network as a layout is asked for it.

use super::names::{NODE_RADIUS, face, hub_radius, lines, ring_radius, width};
use crate::date::{Date, Span};
use crate::geometry::Size;
use crate::graph::{Graph, node_index};
use crate::layout::{Frame, MARK, NodeSpec, REACH, Request, Role, StaySpec, ZonesRequest};
use crate::locale::Locale;
use crate::locale::isolate::without_controls;
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

/// Everything that the layout of a story of many depends on.
pub fn zones(story: &Ecosystem, graph: &Graph, frame: Frame) -> ZonesRequest {
    let names = |node: &NodeId| {
        let names = Locale::ALL.map(|locale| story.node_name(*node, locale));
        names.map(without_controls).to_vec()
    };
    let mut stays = Vec::new();
    for id in story.organizations.ids() {
        let node = NodeId::Organization(id);
        let index = node_index(story, node);
        stays.extend(
            combinations(graph, node)
                .into_iter()
                .map(|(fields, time)| StaySpec {
                    node: index,
                    fields,
                    time,
                }),
        );
    }
    let mut nodes = of(story, graph, frame);
    for spec in &mut nodes.nodes {
        if spec.role != Role::Hub {
            spec.radius = MARK;
            spec.reach = REACH;
        }
    }
    ZonesRequest {
        nodes,
        names: graph.nodes().iter().map(names).collect(),
        stays,
    }
}

/// The alliances that an organization is in, whoever says so, each combination with the days on
/// which it is in these and no others.
fn combinations(graph: &Graph, node: NodeId) -> Vec<(Vec<usize>, Span)> {
    let edges = || graph.edges_at(node).filter(|edge| !edge.is_relation());
    // Each day on which the combination may change.
    let mut days: Vec<Date> = Vec::new();
    for edge in edges() {
        days.extend([edge.time.first, edge.time.last.plus_days(1)]);
    }
    days.sort_unstable();
    days.dedup();
    let mut found: Vec<(Vec<usize>, Span)> = Vec::new();
    for days in days.windows(2) {
        let (first, last) = (days[0], days[1].plus_days(-1));
        let mut fields = Vec::new();
        for edge in edges().filter(|edge| edge.time.contains(first)) {
            if let NodeId::Alliance(alliance) = edge.from {
                fields.push(alliance.index());
            }
        }
        fields.sort_unstable();
        fields.dedup();
        match found.last_mut() {
            Some((before, time)) if *before == fields && time.last.plus_days(1) == first => {
                time.last = last;
            }
            _ if fields.is_empty() => {}
            _ => found.push((fields, Span { first, last })),
        }
    }
    found
}

fn spec(story: &Ecosystem, graph: &Graph, node: NodeId, frame: Frame) -> NodeSpec {
    let face = face(node);
    let mut label = Size::default();
    for locale in Locale::ALL {
        let block = face.block(&lines(
            story,
            node,
            locale,
            width(story, graph, node, frame),
        ));
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
