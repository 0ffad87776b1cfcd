//! The timeline as a picture of itself: nothing in it answers or has an id.

use super::close_up::{cluster, ground, pictured};
use super::years::years;
use crate::locale::format;
use crate::scene::path::number;
use crate::scene::timeline::{self, Listed};
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el, span};
use crate::ui::widths::AXIS_FROM;

/// The timeline at a width in CSS px: as an axis where there is room, else as a list.
pub(in crate::ui) fn picture(atlas: &SharedAtlas, state: State, width: f64) -> Element {
    let texts = Texts::of(state.locale);
    let bar = el("div")
        .class("bar")
        .child(el("h2").text(texts.words.timeline))
        .child(span("day", &format::date(state.locale, state.date)));
    let timeline = el("div").class("timeline").child(bar);
    if width < AXIS_FROM {
        let list = el("div").class("list");
        return timeline
            .child(list.child(years(atlas, Listed::from(&state), true, &|_, _| el("a"))));
    }
    let scene = timeline::of(atlas, &state, width);
    let (w, h) = (number(scene.width), number(scene.height));
    let mut close_up = el("svg")
        .class("close-up")
        .set("viewBox", &["0 0 ", &w, " ", &h].concat())
        .set("direction", texts.direction.keyword())
        .child(ground(&scene, texts));
    for mark in &scene.clusters {
        close_up = close_up.child(cluster(el("g"), mark));
    }
    for mark in &scene.events {
        close_up = close_up.child(pictured(el("g"), mark));
    }
    timeline.child(el("div").class("axis").child(close_up))
}
