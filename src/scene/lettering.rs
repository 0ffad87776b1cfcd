//! The network with letters larger than on the page: for pictures that are shown smaller
//! than they are drawn, and for rooms. The layout is the page's, told that every name needs
//! more room, so that it keeps them apart as it does there.

use super::network::NetworkScene;
use crate::atlas::{Atlas, names, request};
use crate::geometry::{Point, Rect};
use crate::graph::node_index;
use crate::layout::text::Face;
use crate::layout::{self, Frame, LabelSide, Layout, Place};
use crate::locale::Direction;

/// How many times larger than on the page letters are set.
#[derive(Clone, Copy, Debug)]
pub struct Lettering {
    /// The names of organizations.
    pub name: f64,
    /// The titles of alliances.
    pub title: f64,
    /// The numbers of members.
    pub number: f64,
}

impl Lettering {
    /// The letters that a picture has room for: those of zones are as large as on the page.
    #[must_use]
    pub const fn of_scene(self, scene: &NetworkScene) -> Self {
        if scene.zones {
            Self {
                name: 1.0,
                title: 1.0,
                number: 1.0,
            }
        } else {
            self
        }
    }

    /// The factor for names set in a face.
    pub const fn of(self, face: Face) -> f64 {
        match face {
            Face::Label => self.name,
            Face::Title => self.title,
        }
    }
}

/// Where everything stands.
pub fn layout(atlas: &Atlas, frame: Frame, relations: bool, lettering: Lettering) -> Layout {
    // Zones fill the width that they have: there is no room for larger letters.
    if atlas.ecosystem().is_of_many() {
        return atlas.layout(frame, relations);
    }
    let mut request = request::of(atlas.ecosystem(), atlas.graph(), frame);
    for (spec, node) in request.nodes.iter_mut().zip(atlas.graph().nodes()) {
        let factor = lettering.of(names::face(*node));
        spec.label.width *= factor;
        spec.label.height *= factor;
    }
    atlas.layout_of(&layout::place(&request), frame, relations)
}

/// Moves the lines of larger names to where they stay by their nodes.
pub fn enlarge(scene: &mut NetworkScene, atlas: &Atlas, layout: &Layout, lettering: Lettering) {
    let lettering = lettering.of_scene(scene);
    for mark in &mut scene.nodes {
        let place = layout.places[node_index(atlas.ecosystem(), mark.node)].as_ref();
        let edge = place.map(near_edge).unwrap_or_default();
        let factor = lettering.of(names::face(mark.node));
        for (_, baseline) in &mut mark.label.lines {
            *baseline = edge + (*baseline - edge) * factor;
        }
    }
}

/// The height at which a name larger than its scene knows stays by its node.
fn near_edge(place: &Place) -> f64 {
    match place.side {
        LabelSide::Above => place.label.max.y,
        LabelSide::Below => place.label.min.y,
        LabelSide::Start | LabelSide::End => place.label.center().y,
    }
}

/// Where a rectangle in logical coordinates stands in a drawing of this width.
pub fn mirrored(rect: Rect, direction: Direction, width: f64) -> Rect {
    let edges = [rect.min.x, rect.max.x].map(|x| direction.physical_x(x, width));
    Rect::new(
        Point::new(edges[0].min(edges[1]), rect.min.y),
        Point::new(edges[0].max(edges[1]), rect.max.y),
    )
}
