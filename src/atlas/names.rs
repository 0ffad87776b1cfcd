//! The names and sizes of nodes, as the picture shows them.

use crate::graph::Graph;
use crate::layout::Frame;
use crate::layout::text::{Face, wrap};
use crate::locale::Locale;
use crate::locale::isolate::without_controls;
use crate::model::Ecosystem;
use crate::model::id::NodeId;

/// The radius of an organization, in scene units.
pub const NODE_RADIUS: f64 = 12.0;
/// The radius of the dotted ring of an organization on an official list.
pub const fn ring_radius(frame: Frame) -> f64 {
    match frame {
        Frame::Wide => 20.0,
        Frame::Tall => 16.0,
    }
}

/// The radius of an alliance's hub.
pub const fn hub_radius(frame: Frame) -> f64 {
    match frame {
        Frame::Wide => 28.0,
        Frame::Tall => 21.0,
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

/// The width at which a node's name is wrapped in a frame, in scene units. In a story of many, a
/// title has its line for itself.
pub fn width(story: &Ecosystem, graph: &Graph, node: NodeId, frame: Frame) -> f64 {
    match node {
        NodeId::Alliance(_) if story.is_of_many() => frame.width(),
        NodeId::Alliance(_) => frame.title_width(),
        NodeId::Organization(id) => frame.name_width(graph.alliances_of(id).len() > 1),
    }
}

/// A node's name in lines of a width, as the picture shows it.
pub fn lines(story: &Ecosystem, node: NodeId, locale: Locale, width: f64) -> Vec<String> {
    let name = without_controls(story.node_name(node, locale));
    let face = face(node);
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
