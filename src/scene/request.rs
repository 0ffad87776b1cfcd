//! The story's network as a layout is asked for it.

use crate::atlas::Atlas;
use crate::geometry::Size;
use crate::graph::node_index;
use crate::layout::text::{Face, wrap};
use crate::layout::{Frame, NodeSpec, Request, Role};
use crate::locale::Locale;
use crate::locale::isolate::without_controls;
use crate::model::OrganizationKind;
use crate::model::id::{Id, NodeId};

use super::details::node_name;

/// The radius of an organization, in scene units.
pub const NODE_RADIUS: f64 = 12.0;
/// The radius of the dotted ring of an organization on an official list.
pub const RING_RADIUS: f64 = 20.0;

/// The radius of an alliance's hub.
pub const fn hub_radius(frame: Frame) -> f64 {
    match frame {
        Frame::Wide => 28.0,
        Frame::Tall => 24.0,
    }
}

/// The most lines that a name takes; the rest is cut with an ellipsis, and
/// stands whole in the details.
const MOST_LINES: usize = 3;

/// How a node's name is set.
pub const fn face(node: NodeId) -> Face {
    match node {
        NodeId::Alliance(_) => Face::Title,
        NodeId::Organization(_) => Face::Label,
    }
}

/// A node's name in lines, as the picture shows it.
pub fn lines(atlas: &Atlas, node: NodeId, locale: Locale, frame: Frame) -> Vec<String> {
    let name = without_controls(node_name(atlas.ecosystem(), node, locale));
    let face = face(node);
    let width = frame.label_width(&role(atlas, node));
    let mut lines = wrap(&name, face, width);
    let cut = lines.len() > MOST_LINES;
    lines.truncate(MOST_LINES);
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter_mut().enumerate() {
        if cut && index == last || face.width(line) > width * 1.25 {
            shorten(line, face, width);
        }
    }
    lines
}

/// Cuts a line so that it fits, with an ellipsis in place of the rest.
fn shorten(line: &mut String, face: Face, width: f64) {
    let ends: Vec<usize> = line.char_indices().map(|(end, _)| end).collect();
    // Longer beginnings are wider, so halving finds the longest that fits.
    let fitting = ends.partition_point(|end| face.width(&line[..*end]) <= width * 1.25);
    line.truncate(fitting.checked_sub(1).map_or(0, |last| ends[last]));
    line.push('…');
}

/// Everything that the layout of a story depends on. A name's box is that of
/// its widest language, so that one set of places serves them all.
pub fn of(atlas: &Atlas, frame: Frame, with_context: bool) -> Request {
    let nodes = atlas.graph().nodes().iter();
    Request {
        frame,
        with_context,
        nodes: nodes.map(|node| spec(atlas, *node, frame)).collect(),
    }
}

fn spec(atlas: &Atlas, node: NodeId, frame: Frame) -> NodeSpec {
    let face = face(node);
    let mut label = Size::default();
    for locale in Locale::ALL {
        let block = face.block(&lines(atlas, node, locale, frame));
        label.width = label.width.max(block.width);
        label.height = label.height.max(block.height);
    }
    let (radius, reach) = match node {
        NodeId::Alliance(_) => (hub_radius(frame), hub_radius(frame) + 4.0),
        NodeId::Organization(id) if atlas.ecosystem().organizations[id].listings.is_empty() => {
            (NODE_RADIUS + 2.0, NODE_RADIUS + 2.0)
        }
        NodeId::Organization(_) => (RING_RADIUS, RING_RADIUS + 1.0),
    };
    NodeSpec {
        role: role(atlas, node),
        radius,
        reach,
        label,
    }
}

fn role(atlas: &Atlas, node: NodeId) -> Role {
    let (story, graph) = (atlas.ecosystem(), atlas.graph());
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
        above: story.organizations[id].kind == OrganizationKind::Regulator,
        neighbors,
    }
}
