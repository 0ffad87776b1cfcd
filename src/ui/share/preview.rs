//! What the chosen form shows, small.
//!
//! A frame would be the plainest preview, but the page's policy lets it frame nothing
//! (`default-src 'none'`, and no `frame-src`), and a still picture of the story would not
//! change with what is chosen. So it is drawn by what draws the page, in the chosen
//! language, colours, width and height. A drawing in a drawing makes it small: that needs
//! no style that depends on a number, which the policy forbids in markup.
//!
//! It is a picture: nothing in it answers.

use crate::graph::Slice;
use crate::layout::Frame;
use crate::scene::path::number;
use crate::scene::statement;
use crate::share::{self as sharing, Choices, Form};
use crate::state::{State, Theme, View};
use crate::ui::classes::when;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
use crate::ui::part::Projection;
use crate::ui::table::Table;
use crate::ui::widths::WIDE_FROM;
use crate::ui::{network, strip, timeline};
use std::rc::Rc;
use yew::Callback;

/// The elements of a page, also where they stand in a drawing.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The preview.
pub(super) fn preview(atlas: &SharedAtlas, choices: &Choices) -> Element {
    let width = f64::from(choices.width());
    let (state, height) = match choices.form {
        Form::Picture => {
            let state = sharing::pictured(atlas, choices.state);
            let height = sharing::picture_height(atlas, state.locale, choices.width());
            (state, f64::from(height))
        }
        _ => (choices.state, f64::from(choices.height())),
    };
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let slice = Rc::new(slice);
    let statement = statement::of(atlas, &state, &slice);
    let texts = Texts::of(state.locale);
    let title = atlas.ecosystem().title.get(state.locale);
    let frame = if width < WIDE_FROM {
        Frame::Tall
    } else {
        Frame::Wide
    };
    let mut page = el("div")
        .classes(&["miniature", when(choices.form == Form::Picture, "whole")])
        .set("xmlns", HTML)
        .set("lang", state.locale.tag())
        .set("dir", state.locale.direction().keyword())
        .maybe("data-theme", theme(state.theme))
        .child(el("h3").text(title));
    if choices.form == Form::Picture {
        page = page.child(network::small::picture(atlas, state, &slice, Frame::Wide));
    } else {
        if state.view != View::Timeline {
            let view = match state.view {
                View::Table => Table::of(atlas, state, &slice, &Callback::noop()).draw(),
                View::Compare => network::compare::small(atlas, state).into(),
                _ => network::small::picture(atlas, state, &slice, frame).into(),
            };
            let day = el("strong").text(&statement.day).text(texts.words.colon);
            let statement = el("p")
                .class("statement")
                .child(day)
                .text(&statement.counts);
            page = page.child(statement).node(view);
        }
        page = page.child_if(match state.view {
            View::Both | View::Compare => Some(strip::small(atlas, (&state).into())),
            View::Network => None,
            View::Timeline | View::Table => {
                let shown = shown(atlas, state);
                Some(timeline::small::picture(atlas, shown, width))
            }
        });
    }
    let reach = statement::reach(atlas.ecosystem(), state.locale);
    let credit = [texts.words.product, " · ", &reach].concat();
    let page = page.child(el("p").class("credit").text(&credit));
    let inside = el("foreignObject")
        .number("width", width)
        .number("height", height)
        .child(page);
    let [w, h] = [width, height].map(number);
    el("svg")
        .fixed(&[("class", "preview"), ("role", "img"), ("inert", "inert")])
        .set("viewBox", &["0 0 ", &w, " ", &h].concat())
        .set(
            "aria-label",
            &[
                title,
                texts.words.semicolon,
                &statement.sentence(state.locale),
            ]
            .concat(),
        )
        .child(inside)
}

/// What the timeline shows of a state.
fn shown(atlas: &SharedAtlas, state: State) -> State {
    State {
        focus: state.focus,
        date: state.date,
        window: state.window,
        ..State::opening(atlas.ecosystem(), state.locale)
    }
}

const fn theme(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}
