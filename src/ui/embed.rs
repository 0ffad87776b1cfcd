//! The page in a frame of somebody else's: no head of its own, and one line of credit
//! that leads to the page of the story.

use super::context::{SharedAtlas, Texts};
use super::element::{Element, el};
use super::toolbar::language_link;
use crate::locale::Locale;
use crate::locale::catalog::embed::EmbedMessages;
use crate::permalink::{self, Link};
use crate::scene::statement;
use crate::state::{Action, State};
use yew::Callback;

/// What the frame is about, for those who do not see what is around it.
pub(super) fn heading(atlas: &SharedAtlas, locale: Locale) -> Element {
    let title = atlas.ecosystem().title.get(locale);
    el("h1").class("unseen").text(title)
}

/// The credit line; `full` is the address of the story's own page in the language. It
/// leads to the same state there, and to the other language here.
pub(super) fn credit(
    atlas: &SharedAtlas,
    state: State,
    full: &str,
    on_action: &Callback<Action>,
) -> Element {
    let fragment = |state| {
        let foreign = Vec::new();
        ["#", &permalink::encode(&Link { state, foreign }, atlas)].concat()
    };
    let same = [full, &fragment(state.whole())].concat();
    let other = fragment(state.apply(Action::Speak(state.locale.other())));
    credit_leading_to(atlas, state, &same, on_action, &other)
}

/// The line of credit with given addresses: `full` of the story's own page, `other` of the
/// embedded page in the other language.
pub(super) fn credit_leading_to(
    atlas: &SharedAtlas,
    state: State,
    full: &str,
    on_action: &Callback<Action>,
    other: &str,
) -> Element {
    let (story, locale) = (atlas.ecosystem(), state.locale);
    let (words, own) = (Texts::of(locale).words, EmbedMessages::of(locale));
    let line = el("p")
        .text(words.product)
        .text(" · ")
        .text(story.title.get(locale))
        .text(" · ")
        .text(&statement::reach(story, locale));
    let whole = el("a")
        .fixed(&[
            ("id", "full"),
            ("class", "tool"),
            ("target", "_blank"),
            ("rel", "noopener"),
        ])
        .set("href", full)
        .set("title", words.opens_new_tab)
        .text(own.full_story);
    let ways = el("p")
        .class("tools")
        .child(whole)
        .child(language_link(state, on_action, other));
    el("footer").class("credit").child(line).child(ways)
}
