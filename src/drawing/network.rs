//! The network of a state, laid out for names of any size.

use super::element::number;
use crate::atlas::Atlas;
use crate::geometry::{Point, Rect};
use crate::graph::{Slice, node_index};
use crate::layout::text::Face;
use crate::layout::{self, Frame, LabelSide, Layout, Place};
use crate::locale::Direction;
use crate::scene::network::{self, NetworkScene};
use crate::scene::request;
use crate::state::State;

/// How much larger than on the page text is set. A picture that is shown smaller
/// than it is drawn asks for more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    /// The names of organizations.
    pub(super) name: f64,
    /// The titles of alliances.
    pub(super) title: f64,
    /// The numbers of members.
    pub(super) number: f64,
}

impl Lettering {
    /// The factor for names set in a face.
    pub(super) const fn of(self, face: Face) -> f64 {
        match face {
            Face::Label => self.name,
            Face::Title => self.title,
        }
    }
}

/// A network that is laid out.
pub(super) struct Network {
    /// Its marks.
    pub(super) scene: NetworkScene,
    /// What they take up of the frame, in the scene's coordinates.
    pub(super) bounds: Rect,
}

impl Network {
    /// The transform that shows it in the middle of a room, as large as it fits.
    pub(super) fn fitted(&self, room: Rect) -> String {
        let (outer, inner) = (room.size(), self.bounds.size());
        let scale = (outer.width / inner.width).min(outer.height / inner.height);
        let (to, from) = (room.center(), self.bounds.center());
        let [x, y] = [to.x - from.x * scale, to.y - from.y * scale].map(number);
        ["translate(", &x, " ", &y, ") scale(", &number(scale), ")"].concat()
    }
}

/// Lays out what a state shows. The layout is the page's, told that every name
/// needs more room, so that it keeps them apart as it does there.
pub(super) fn of(atlas: &Atlas, state: &State, slice: &Slice, lettering: Lettering) -> Network {
    let mut request = request::of(atlas, Frame::Wide, state.relations);
    for (spec, node) in request.nodes.iter_mut().zip(atlas.graph().nodes()) {
        let factor = lettering.of(request::face(*node));
        spec.label.width *= factor;
        spec.label.height *= factor;
    }
    let layout = layout::place(&request);
    let mut scene = network::of(atlas, &layout, Frame::Wide, state, slice, None);
    for mark in &mut scene.nodes {
        let place = layout.places[node_index(atlas.ecosystem(), mark.node)].as_ref();
        let edge = place.map(near_edge).unwrap_or_default();
        let factor = lettering.of(request::face(mark.node));
        for (_, baseline) in &mut mark.label.lines {
            *baseline = edge + (*baseline - edge) * factor;
        }
    }
    Network {
        bounds: bounds(&layout, state.locale.direction()),
        scene,
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

fn bounds(layout: &Layout, direction: Direction) -> Rect {
    let places = layout.places.iter().flatten().map(Place::bounds);
    let fields = layout.fields.iter().map(|field| field.outline.bounds());
    let all = places.chain(fields).reduce(Rect::union).unwrap_or_default();
    mirrored(all, direction, layout.size.width)
}

/// Where a rectangle in logical coordinates stands in a drawing of this width.
pub(super) fn mirrored(rect: Rect, direction: Direction, width: f64) -> Rect {
    let edges = [rect.min.x, rect.max.x].map(|x| direction.physical_x(x, width));
    Rect::new(
        Point::new(edges[0].min(edges[1]), rect.min.y),
        Point::new(edges[0].max(edges[1]), rect.max.y),
    )
}
