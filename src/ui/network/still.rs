//! The picture where nothing answers: drawn for both shapes of a page, one of
//! which the style sheet shows, with its nodes as links to where the record
//! tells of them.

use super::canvas::zoom_buttons;
use super::marks;
use crate::graph::Slice;
use crate::layout::Frame;
use crate::model::Subject;
use crate::scene::highlight::Highlight;
use crate::scene::network;
use crate::scene::path::number;
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::controls::address_at;
use crate::ui::element::{Element, el};
use yew::Callback;

/// The picture twice; `home` is the address of the page with the record, empty where it
/// is this one.
pub(in crate::ui) fn frames(
    atlas: &SharedAtlas,
    state: State,
    slice: &Slice,
    home: &str,
) -> Element {
    let picture =
        |frame, shape| drawing(atlas, state, slice, frame, home).classes(&["frame", shape]);
    el("div")
        .class("frames")
        // A phone's first: it is the slower one to go through what comes before.
        .child(picture(Frame::Tall, "when-tall"))
        .child(picture(Frame::Wide, "when-wide"))
}

/// The picture once, for a page of any width.
pub(in crate::ui) fn wide(atlas: &SharedAtlas, state: State, slice: &Slice) -> Element {
    drawing(atlas, state, slice, Frame::Wide, "").class("frame")
}

/// A picture, in a box that is still without a class.
fn drawing(atlas: &SharedAtlas, state: State, slice: &Slice, frame: Frame, home: &str) -> Element {
    let texts = Texts::of(state.locale);
    let layout = atlas.layout(frame, state.relations);
    let scene = network::of(atlas, &layout, slice, state.locale, "");
    let highlight = Highlight::of(atlas.ecosystem(), slice, state.choice(), None);
    let mut nodes = el("g");
    for mark in &scene.nodes {
        let link = address_at(home, atlas.ecosystem(), Subject::Node(mark.node));
        let link = link.set("aria-label", &mark.name);
        // An id stands once in a page: the keyboard's place is kept by it.
        let id = ["node-", &mark.slug].concat();
        let link = match frame {
            Frame::Wide => link.set("id", &id),
            Frame::Tall => link.set("data-id", &id),
        };
        nodes = nodes.child(marks::node(link, mark, &highlight));
    }
    let size = [scene.size.width, scene.size.height].map(number).join(" ");
    let svg = marks::drawing(frame, texts, false).set("viewBox", &["0 0 ", &size].concat());
    el("div")
        .child(svg.children(marks::ground(&scene, &highlight)).child(nodes))
        .child(zoom_buttons(texts, false, &Callback::noop()))
}
