//! The picture as it is printed: the whole of it, for a wide page, with fields that are
//! told apart without their hues.

use super::marks;
use crate::graph::Slice;
use crate::layout::Frame;
use crate::scene::highlight::Highlight;
use crate::scene::network::{self, FieldMark};
use crate::scene::path::number;
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};

/// What fills of this picture are called: on the same page stands another, whose fills
/// are not to be had while it is hidden.
const OWN: &str = "sheet-";

/// The picture.
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
    let hatched = scene.fields.iter().filter(|field| field.tone > 0);
    let svg = svg
        .set("viewBox", &["0 0 ", &size].concat())
        .child(el("defs").children([hatch(1), hatch(2)]))
        .children(hatched.map(hatching));
    svg.children(marks::ground(&scene, &highlight)).child(nodes)
}

/// Thin lines in the hue of an alliance, or of those that share the last one.
fn hatch(tone: usize) -> Element {
    let (id, turn) = names(tone);
    let line = el("path").fixed(&[("class", "sheet-hatch"), ("d", "M0 0V9")]);
    el("pattern")
        .fixed(&[
            ("id", id),
            ("width", "9"),
            ("height", "9"),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", turn),
        ])
        .child(line)
}

/// The id of a hatch, and the way its lines run.
const fn names(tone: usize) -> (&'static str, &'static str) {
    match tone {
        1 => ("sheet-hatch-1", "rotate(45)"),
        _ => ("sheet-hatch-2", "rotate(-45)"),
    }
}

fn hatching(field: &FieldMark) -> Element {
    let (id, _) = names(field.tone);
    el("path")
        .set("d", &field.path)
        .set("fill", &["url(#", id, ")"].concat())
}
