//! The head of the page: what the story is, its language and its colours.

use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, button, icon};
use super::element::{Element, el};
use super::part::Projection;
use crate::locale::Locale;
use crate::locale::catalog::fill;
use crate::model::Ecosystem;
use crate::permalink::{self, Link};
use crate::state::{Action, State, Theme};
use yew::{Callback, Html, MouseEvent};

/// Three dots in a row.
const MORE: &str = "M-8 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM4 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z";

/// Kicker, title and tools.
#[derive(PartialEq)]
pub(super) struct Masthead {
    pub(super) atlas: SharedAtlas,
    /// All of it: the page in the other language shows the same.
    pub(super) state: State,
    pub(super) on_action: Callback<Action>,
}

impl Projection for Masthead {
    fn draw(&self) -> Html {
        let (atlas, state) = (&self.atlas, self.state);
        let link = Link {
            state: state.apply(Action::Speak(state.locale.other())),
            foreign: Vec::new(),
        };
        let address = ["#", &permalink::encode(&link, atlas)].concat();
        let share = sharing(atlas, state);
        masthead_leading_to(atlas.ecosystem(), state, &self.on_action, &address, share).into()
    }
}

/// The button with the dialog that it opens.
#[cfg(feature = "studio")]
fn sharing(atlas: &SharedAtlas, state: State) -> Html {
    yew::html! { <super::share::Share {atlas} {state} /> }
}

/// The button alone: the dialog comes with the studio.
#[cfg(not(feature = "studio"))]
fn sharing(_: &SharedAtlas, state: State) -> Html {
    share_button(state.locale, Callback::noop()).into()
}

/// The button that leads to sharing and embedding.
pub(super) fn share_button(locale: Locale, open: Callback<MouseEvent>) -> Element {
    tool("share", Texts::of(locale).words.share, open).set("aria-haspopup", "dialog")
}

/// The head of the page with given controls: `address` is that of the page in the other
/// language, `share` the button that leads to sharing.
pub(super) fn masthead_leading_to(
    story: &Ecosystem,
    state: State,
    on_action: &Callback<Action>,
    address: &str,
    share: Html,
) -> Element {
    let locale = state.locale;
    let standfirst = story.standfirst.as_ref();
    let headline = el("div")
        .class("headline")
        .child(el("p").class("kicker").text(story.kicker.get(locale)))
        .child(el("h1").text(story.title.get(locale)))
        .child_if(standfirst.map(|it| el("p").class("standfirst").text(it.get(locale))));
    let present = (!story.steps.is_empty()).then(|| present(state, on_action, story));
    let words = Texts::of(locale).words;
    // Where there is no room for them, they come up at a press.
    let more = el("div")
        .fixed(&[("id", "tools"), ("class", "tools"), ("popover", "auto")])
        .child_if(present)
        .child(theme_button(state, on_action));
    let open = el("button")
        .fixed(&[
            ("id", "more"),
            ("class", "tool"),
            ("type", "button"),
            ("popovertarget", "tools"),
        ])
        .set("aria-label", words.more)
        .set("title", words.more)
        .child(icon(MORE));
    el("header")
        .class("masthead")
        .child(headline)
        .child(more)
        .node(share)
        .child(language_link(state, on_action, address))
        .child(open)
}

/// The button that begins a presentation.
fn present(state: State, on_action: &Callback<Action>, story: &Ecosystem) -> Element {
    tool(
        "present",
        Texts::of(state.locale).words.present,
        begin(state, on_action, story),
    )
}

#[cfg(feature = "studio")]
use super::stage::begin;

/// In the app it only leads to the studio.
#[cfg(not(feature = "studio"))]
fn begin(_: State, _: &Callback<Action>, _: &Ecosystem) -> Callback<MouseEvent> {
    Callback::noop()
}

/// A button of the studio: in the app, one that `boot.js` fetches the studio for.
fn tool(id: &str, name: &str, onclick: Callback<MouseEvent>) -> Element {
    let elsewhere = cfg!(not(feature = "studio")).then_some("");
    button(onclick)
        .set("id", id)
        .set("class", "tool")
        .maybe("data-studio", elsewhere)
        .text(name)
}

/// A real link to the page in the other language, taken over by the app.
pub(super) fn language_link(state: State, on_action: &Callback<Action>, address: &str) -> Element {
    let words = Texts::of(state.locale).words;
    let other = state.locale.other();
    let onclick = on_action.reform(move |event: MouseEvent| {
        event.prevent_default();
        Action::Speak(other)
    });
    let name = el("span")
        .set("lang", other.tag())
        .set("dir", other.direction().keyword())
        .text(words.other_language);
    el("a")
        .fixed(&[("id", "language"), ("class", "tool")])
        .set("href", address)
        .set("hreflang", other.tag())
        .set("title", words.switch_language)
        .on_click(onclick)
        .child(name)
}

/// System, light, dark, and round again.
fn theme_button(state: State, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let (name, next) = match state.theme {
        Theme::System => (words.theme_system, Theme::Light),
        Theme::Light => (words.theme_light, Theme::Dark),
        Theme::Dark => (words.theme_dark, Theme::System),
    };
    acting_button(on_action, Action::Paint(next))
        .fixed(&[("id", "theme"), ("class", "tool")])
        .text(&fill(words.theme_switch, name))
}
