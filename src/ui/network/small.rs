//! The picture as a picture of itself: nothing in it answers or has an id that is the
//! page's.

use super::marks;
use crate::graph::Slice;
use crate::layout::Frame;
use crate::scene::highlight::Highlight;
use crate::scene::network;
use crate::scene::path::number;
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};

/// What the ids in it begin with.
const PREFIX: &str = "small-";

/// The picture in a frame.
pub(in crate::ui) fn picture(
    atlas: &SharedAtlas,
    state: State,
    slice: &Slice,
    frame: Frame,
) -> Element {
    let layout = atlas.layout(frame, state.relations);
    let scene = network::of(atlas, &layout, slice, state.locale, PREFIX);
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
