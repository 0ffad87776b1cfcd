//! The picture as it is printed, and what stands beside the names of its alliances.

use super::marks;
use crate::graph::Slice;
use crate::layout::Frame;
use crate::scene::highlight::Highlight;
use crate::scene::look::Look;
use crate::scene::network::{self, Emphasis, Hatching};
use crate::scene::path::number;
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
use crate::ui::legend;

/// What fills of this picture are called: on the same page stands another, whose fills
/// are not to be had while it is hidden.
const OWN: &str = "sheet-";

/// The whole picture, for a wide page.
pub(in crate::ui) fn picture(atlas: &SharedAtlas, state: State, slice: &Slice) -> Element {
    let state = State {
        focus: None,
        filter: None,
        ..state
    };
    let frame = Frame::Wide;
    let layout = atlas.layout(frame, state.relations);
    let scene = network::of(atlas, &layout, slice, state.locale, OWN);
    let highlight = Highlight::of(atlas.ecosystem(), slice, state.choice(), None);
    let mut nodes = el("g");
    for mark in &scene.nodes {
        nodes = nodes.child(marks::node(el("g"), mark, &highlight));
    }
    let size = [scene.size.width, scene.size.height].map(number).join(" ");
    let svg = marks::drawing(frame, Texts::of(state.locale), false);
    let svg = svg.set("viewBox", &["0 0 ", &size].concat());
    svg.children(marks::ground(&scene, &highlight)).child(nodes)
}

/// A piece of an alliance's field.
pub(in crate::ui) fn swatch(alliance: usize) -> Element {
    let hatching = Look::of(alliance).hatch.map(|hatch| Hatching {
        id: [OWN, "swatch-", &alliance.to_string()].concat(),
        tone: alliance,
        hatch,
    });
    let (hatching, piece) = (hatching.as_ref(), "M-14 -9H14V9H-14Z");
    legend::sign_box()
        .child(el("defs").children(hatching.map(marks::hatch)))
        .child(marks::field(alliance, piece, hatching, Emphasis::Plain))
}
