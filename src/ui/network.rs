//! The picture with its tools, its sentence and its legend.

mod canvas;
mod marks;

use super::context::{SharedAtlas, Texts};
use super::legend::Legend;
use super::table::Table;
use crate::graph::Slice;
use crate::scene::statement;
use crate::state::{Action, State, View};
use canvas::Canvas;
pub(super) use marks::relation_class;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PictureProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) slice: Rc<Slice>,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Picture(props: &PictureProps) -> Html {
    let PictureProps {
        atlas,
        state,
        slice,
        on_action,
    } = props;
    let said = statement::of(atlas, state, slice);
    let words = Texts::of(state.locale).words;
    html! {
        <section id="picture" class="picture" aria-label={words.network}>
            <div class="bar">
                { accounts(atlas, *state, on_action) }
                { views(*state, on_action) }
                { relations(*state, on_action) }
            </div>
            <p class="statement" role="status">
                <strong>{ said.day }</strong>{ words.colon }{ said.counts }
            </p>
            if state.view == View::Picture {
                <Canvas {atlas} state={*state} slice={slice.clone()} {on_action} />
            } else {
                <Table {atlas} state={*state} slice={slice.clone()} {on_action} />
            }
            <Legend {atlas} state={*state} slice={slice.clone()} {on_action} />
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
            on_action.reform(move |_| Action::Hear(account)),
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
    let choice = |view, name: &str| {
        choice(
            state.view == view,
            name,
            on_action.reform(move |_| Action::Show(view)),
        )
    };
    html! {
        <div class="choices" role="group" aria-label={words.show_as}>
            <span class="segments">
                { choice(View::Picture, words.picture) }
                { choice(View::Table, words.table) }
            </span>
        </div>
    }
}

fn choice(pressed: bool, name: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ name.to_owned() }</button>
    }
}

/// The switch of the layer of relations.
fn relations(state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let next = !state.relations;
    html! {
        <button
            id="relations"
            type="button"
            class="switch"
            role="switch"
            aria-checked={state.relations.to_string()}
            onclick={on_action.reform(move |_| Action::ShowRelations(next))}
        >
            <span class="knob" aria-hidden="true"></span>{ words.relations_layer }
        </button>
    }
}
