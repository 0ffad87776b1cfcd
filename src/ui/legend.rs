//! The legend: signs with their words, each a button that picks what it names.

use super::context::{SharedAtlas, Texts};
use super::network::relation_class;
use super::parts::{Button, class_of, doing};
use crate::graph::Slice;
use crate::scene::legend::{self, Entry, Sign};
use crate::scene::shape;
use crate::state::{Action, State};
use yew::prelude::*;

/// The signs of what is shown.
pub(super) fn legend(
    atlas: &SharedAtlas,
    state: State,
    slice: &Slice,
    on_action: &Callback<Action>,
) -> Html {
    let words = Texts::of(state.locale).words;
    html! {
        <section class="legend" aria-label={words.legend}>
            for group in legend::of(atlas, &state, slice) {
                <div>
                    <h3>{ group.heading }</h3>
                    <ul>
                        for entry in group.entries { <li>{ entry_view(&entry, on_action) }</li> }
                    </ul>
                </div>
            }
        </section>
    }
}

fn entry_view(entry: &Entry, on_action: &Callback<Action>) -> Html {
    let words = html! { <>{ sign_view(entry.sign) }<span>{ entry.text }</span></> };
    let Some(filter) = entry.filter else {
        return html! { <span class="entry">{ words }</span> };
    };
    let next = (!entry.pressed).then_some(filter);
    let button = Button {
        class: "entry",
        pressed: Some(entry.pressed),
        onclick: doing(on_action, Action::Pick(next)),
        ..Button::default()
    };
    button.of(words)
}

/// A small picture of the sign; the words beside it say the same.
fn sign_view(sign: Sign) -> Html {
    let mark = match sign {
        Sign::Hub => html! {
            <g class="tone-0"><circle class="hub" r="8" /></g>
        },
        Sign::Shared => html! {
            <g>
                <path class="tone-0 shape" d="M0 -8A8 8 0 0 1 0 8Z" />
                <path class="tone-1 shape" d="M0 -8A8 8 0 0 0 0 8Z" />
            </g>
        },
        Sign::Ring => html! { <circle class="ring" r="8" /> },
        Sign::Membership(accounts) => html! {
            <path class={class_of(&["edge", "tone-0", accounts_class(accounts)])} d="M-14 0L14 0" />
        },
        Sign::Shape(kind) => html! {
            <path class="shape plain" d={shape::outline(kind, 7.0)} />
        },
        Sign::Relation(kind) => html! {
            <path class={class_of(&["edge", "relation", relation_class(kind)])} d="M-14 0L14 0" />
        },
    };
    html! {
        <svg class="sign" viewBox="-15 -10 30 20" width="30" height="20" aria-hidden="true">{ mark }</svg>
    }
}

/// The class that gives a membership's line its weight.
pub(super) fn accounts_class(accounts: usize) -> &'static str {
    match accounts {
        0 | 1 => "accounts-1",
        2 => "accounts-2",
        _ => "accounts-3",
    }
}
