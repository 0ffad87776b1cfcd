//! The outermost element of a picture, with what it says to those who do not see it.

use super::element::{Element, el, number};
use super::theme::Palette;
use crate::atlas::Atlas;
use crate::geometry::Size;
use crate::graph::Slice;
use crate::locale::catalog::Messages;
use crate::locale::format;
use crate::locale::isolate::isolated;
use crate::model::id::NodeId;
use crate::scene::statement;
use crate::state::State;

/// A document of this size with nothing drawn in it yet but its paper. Roles and names as in
/// the SVG Accessibility API Mappings, section 8.
pub(super) fn document(
    atlas: &Atlas,
    state: &State,
    slice: &Slice,
    size: Size,
    palette: &Palette,
) -> Element {
    let locale = state.locale;
    let [width, height] = [size.width, size.height].map(number);
    el("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("viewBox", ["0 0 ", &width, " ", &height].concat())
        .set("width", width)
        .set("height", height)
        .set("xml:lang", locale.tag())
        .set("direction", locale.direction().keyword())
        .set("role", "img")
        .set("aria-labelledby", "title desc")
        .child(
            el("title")
                .set("id", "title")
                .characters(atlas.ecosystem().title.get(locale)),
        )
        .child(
            el("desc")
                .set("id", "desc")
                .characters(description(atlas, state, slice)),
        )
        .child(
            el("rect")
                .number("width", size.width)
                .number("height", size.height)
                .set("fill", palette.paper),
        )
}

/// The day, what exists on it, and every alliance with its members.
fn description(atlas: &Atlas, state: &State, slice: &Slice) -> String {
    let (story, locale) = (atlas.ecosystem(), state.locale);
    let words = Messages::of(locale);
    let mut lines = vec![statement::of(atlas, state, slice).sentence(locale)];
    let name = |node| isolated(story.node_name(node, locale));
    for hub in slice.nodes() {
        if let NodeId::Alliance(_) = hub {
            let members: Vec<_> = slice
                .edges()
                .iter()
                .filter(|edge| edge.from == *hub && !edge.is_relation())
                .map(|edge| name(edge.to))
                .collect();
            lines.push([&name(*hub), words.colon, &format::list(locale, &members)].concat());
        }
    }
    lines.join("\n")
}
