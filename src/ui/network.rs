//! The picture with its tools, its sentence and its legend.

mod canvas;
mod marks;

use super::context::{SharedAtlas, Texts};
use super::legend::legend;
use super::parts::{Button, doing, flag};
use super::table::table;
use crate::graph::Slice;
use crate::scene::statement;
use crate::state::{Action, State, View};
use canvas::Canvas;
pub(super) use marks::relation_class;
use std::rc::Rc;
use yew::prelude::*;

/// The picture, or the table of the same.
pub(super) fn picture(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
) -> Html {
    let said = statement::of(atlas, &state, slice);
    let words = Texts::of(state.locale).words;
    html! {
        <section id="picture" class="picture" aria-labelledby="picture-heading">
            <h2 id="picture-heading" class="unseen">{ words.network }</h2>
            <div class="bar">
                { accounts(atlas, state, on_action) }
                { views(state, on_action) }
                { relations(state, on_action) }
            </div>
            <p class="statement" role="status">
                <strong>{ said.day }</strong>{ words.colon }{ said.counts }
            </p>
            if state.view == View::Picture {
                <Canvas {atlas} {state} slice={Rc::clone(slice)} {on_action} />
            } else {
                { table(atlas, state, slice, on_action) }
            }
            { legend(atlas, state, slice, on_action) }
        </section>
    }
}

/// Whose members are shown.
fn accounts(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let choice = |account, name: &str| {
        choice(
            state.account == account,
            name,
            on_action,
            Action::Hear(account),
        )
    };
    html! {
        <div class="choices" role="group" aria-label={words.members_according_to}>
            <span class="asks" aria-hidden="true">{ words.members_according_to }</span>
            <span class="segments">
                { choice(None, words.all_accounts) }
                for (id, account) in atlas.ecosystem().accounts.iter() {
                    { choice(Some(id), account.name.get(state.locale)) }
                }
            </span>
        </div>
    }
}

/// Picture or table.
fn views(state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let choice = |view, name: &str| choice(state.view == view, name, on_action, Action::Show(view));
    html! {
        <div class="choices" role="group" aria-label={words.show_as}>
            <span class="segments">
                { choice(View::Picture, words.picture) }
                { choice(View::Table, words.table) }
            </span>
        </div>
    }
}

fn choice(pressed: bool, name: &str, on_action: &Callback<Action>, action: Action) -> Html {
    let button = Button {
        pressed: Some(pressed),
        onclick: doing(on_action, action),
        ..Button::default()
    };
    button.of(name.to_owned().into())
}

/// The switch of the layer of relations.
fn relations(state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    html! {
        <button
            id="relations"
            type="button"
            class="switch"
            role="switch"
            aria-checked={flag(state.relations)}
            onclick={doing(on_action, Action::ShowRelations(!state.relations))}
        >
            <span class="knob" aria-hidden="true"></span>{ words.relations_layer }
        </button>
    }
}
