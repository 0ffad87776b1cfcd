//! The picture with its tools, its sentence and its legend.

mod camera;
mod canvas;
pub(super) mod marks;
#[cfg(feature = "studio")]
mod print;
#[cfg(feature = "studio")]
mod small;
#[cfg(feature = "ssr")]
mod still;

use super::context::{SharedAtlas, Texts};
use super::element::{Element, el};
use super::part::{Draw, part};
use super::parts::acting_button;
use super::table::table;
use crate::graph::Slice;
use crate::scene::statement;
use crate::state::{Action, State, View};
use canvas::Canvas;
pub(super) use marks::relation_class;
#[cfg(feature = "studio")]
pub(super) use print::printed;
#[cfg(feature = "studio")]
pub(super) use small::small;
use std::rc::Rc;
#[cfg(feature = "ssr")]
pub(super) use still::{still, wide};
use yew::prelude::*;
use yew::virtual_dom::VList;

/// The picture, or the table of the same.
pub(super) fn view(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
) -> Html {
    let state = drawn(atlas, state);
    if state.view == View::Table {
        part(atlas, state, slice, on_action, table)
    } else {
        html! { <Canvas {atlas} {state} slice={Rc::clone(slice)} {on_action} /> }
    }
}

/// What a view shows of a state, so that it is drawn again for nothing else.
fn drawn(atlas: &SharedAtlas, state: State) -> State {
    let opening = State::opening(atlas.ecosystem(), state.locale);
    State {
        theme: opening.theme,
        window: opening.window,
        ..state
    }
}

/// The view with its tools, its sentence and its legend.
pub(super) fn picture(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
    view: Html,
    legend: Draw,
) -> Element {
    let words = Texts::of(state.locale).words;
    let heading = el("h2")
        .fixed(&[("id", "picture-heading"), ("class", "unseen")])
        .text(words.network);
    let explained = State {
        focus: None,
        step: None,
        ..drawn(atlas, state)
    };
    el("section")
        .fixed(&[("id", "picture"), ("class", "picture")])
        .set("aria-labelledby", "picture-heading")
        .child(heading)
        .node(part(atlas, explained, slice, on_action, head))
        .node(view)
        .node(part(atlas, explained, slice, on_action, legend))
}

/// What can be chosen of the picture, and the sentence that says what it shows.
pub(super) fn head(
    atlas: &SharedAtlas,
    state: State,
    slice: &Slice,
    on_action: &Callback<Action>,
) -> Html {
    let said = statement::of(atlas, &state, slice);
    let bar = el("div")
        .class("bar")
        .child(accounts(atlas, state, on_action))
        // Where the network stands alone, both would bring the timeline.
        .child_if((state.view != View::Network).then(|| views(state, on_action)))
        .child(relations(state, on_action));
    let colon = Texts::of(state.locale).words.colon;
    let statement = el("p")
        .fixed(&[("class", "statement"), ("role", "status")])
        .child(el("strong").text(&said.day).text(colon))
        .text(&said.counts);
    VList::with_children(vec![bar.into(), statement.into()], None).into()
}

/// Whose members are shown.
fn accounts(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let choice = |account, name: &str| {
        let action = Action::Hear(account);
        choice(state.account == account, name, on_action, action)
    };
    let accounts = atlas.ecosystem().accounts.iter();
    let segments = segments()
        .child(choice(None, words.all_accounts))
        .children(accounts.map(|(id, account)| choice(Some(id), account.name.get(state.locale))));
    let asks = el("span")
        .fixed(&[("class", "asks"), ("aria-hidden", "true")])
        .text(words.members_according_to);
    choices(words.members_according_to)
        .child(asks)
        .child(segments)
}

/// Picture or table.
fn views(state: State, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let choice = |view, name: &str| choice(state.view == view, name, on_action, Action::Show(view));
    let segments = segments()
        .child(choice(View::Both, words.picture))
        .child(choice(View::Table, words.table));
    choices(words.show_as).child(segments)
}

fn choices(name: &str) -> Element {
    el("div")
        .fixed(&[("class", "choices"), ("role", "group")])
        .set("aria-label", name)
}

fn segments() -> Element {
    el("span").class("segments")
}

fn choice(pressed: bool, name: &str, on_action: &Callback<Action>, action: Action) -> Element {
    acting_button(on_action, action)
        .aria("aria-pressed", pressed)
        .text(name)
}

/// The switch of the layer of relations.
fn relations(state: State, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let knob = el("span").fixed(&[("class", "knob"), ("aria-hidden", "true")]);
    acting_button(on_action, Action::ShowRelations(!state.relations))
        .fixed(&[("id", "relations"), ("class", "switch"), ("role", "switch")])
        .aria("aria-checked", state.relations)
        .child(knob)
        .text(words.relations_layer)
}
