//! The head of the page: what the story is, its language and its colours.

use super::context::{SharedAtlas, Texts};
use super::parts::{Button, doing};
use crate::locale::catalog::fill;
use crate::permalink::{self, Link};
use crate::state::{Action, State, Theme};
use yew::prelude::*;

/// Kicker, title and tools.
pub(super) fn masthead(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Html {
    let story = atlas.ecosystem();
    let locale = state.locale;
    html! {
        <header class="masthead">
            <div class="headline">
                <p class="kicker">{ story.kicker.get(locale).to_owned() }</p>
                <h1>{ story.title.get(locale).to_owned() }</h1>
            </div>
            <div class="tools">
                { theme_button(state, on_action) }
                { language_link(atlas, state, on_action) }
            </div>
        </header>
    }
}

/// A real link to the page in the other language, taken over by the app.
fn language_link(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let other = state.locale.other();
    let link = Link {
        state: state.apply(Action::Speak(other)),
        foreign: Vec::new(),
    };
    let href = ["#", &permalink::encode(&link, atlas)].concat();
    let onclick = on_action.reform(move |event: MouseEvent| {
        event.prevent_default();
        Action::Speak(other)
    });
    html! {
        <a
            id="language"
            class="tool"
            {href}
            hreflang={other.tag()}
            title={words.switch_language}
            {onclick}
        >
            <span lang={other.tag()} dir={other.direction().keyword()}>{ words.other_language }</span>
        </a>
    }
}

/// System, light, dark, and round again.
fn theme_button(state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let (name, next) = match state.theme {
        Theme::System => (words.theme_system, Theme::Light),
        Theme::Light => (words.theme_light, Theme::Dark),
        Theme::Dark => (words.theme_dark, Theme::System),
    };
    let button = Button {
        id: Some("theme"),
        class: "tool",
        onclick: doing(on_action, Action::Paint(next)),
        ..Button::default()
    };
    button.of(fill(words.theme_switch, name).into())
}
