//! The page in a frame of somebody else's: the headline, a card of facts over the picture, and one
//! line of credit that leads to the page of the story.

use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, icon};
use super::details::{View, panel};
use super::element::{Element, el};
use super::input;
use super::legend::LEGEND;
use super::network::CHOICES;
use super::part::Projection;
use super::toolbar::language_link;
use crate::keymap::Key;
use crate::locale::Locale;
use crate::locale::catalog::embed::EmbedMessages;
use crate::permalink::{self, Link};
use crate::scene::details::{self, card};
use crate::scene::statement;
use crate::state::{Action, State};
use yew::html::onkeydown;
use yew::prelude::*;

/// The id of the name on the card, which has the keyboard when the card comes.
pub(super) const CARD_NAME: &str = "card-name";
/// The sign of the button that closes the card.
const CLOSE: &str =
    "M-6 -4.9L-4.9 -6L0 -1.1L4.9 -6L6 -4.9L1.1 0L6 4.9L4.9 6L0 1.1L-4.9 6L-6 4.9L-1.1 0Z";

/// What the frame is about.
pub(super) fn heading(atlas: &SharedAtlas, locale: Locale) -> Element {
    let title = atlas.ecosystem().title.get(locale);
    el("h1").text(title)
}

/// What opens the legend and what can be chosen of the picture, where there is no room for them:
/// both come up over the page, which does not grow for them.
pub(super) fn openers(locale: Locale) -> Element {
    let opener = |target, name| {
        el("button")
            .fixed(&[("class", "tool"), ("type", "button")])
            .set("popovertarget", target)
            .text(name)
    };
    el("p")
        .class("openers")
        .child(opener(LEGEND, Texts::of(locale).words.legend))
        .child(opener(CHOICES, EmbedMessages::of(locale).choices))
}

/// The facts of what is in focus, over the picture.
#[derive(PartialEq)]
pub(super) struct Card {
    pub(super) atlas: SharedAtlas,
    pub(super) input: details::Input,
    /// The address of the story's own page with the same in focus.
    pub(super) full: String,
    pub(super) on_action: Callback<Action>,
}

impl Card {
    /// The card of a state; `full` is the address of the story's own page in the language.
    pub(super) fn of(
        atlas: &SharedAtlas,
        state: State,
        full: &str,
        on_action: &Callback<Action>,
    ) -> Self {
        Self {
            atlas: atlas.clone(),
            input: (&state).into(),
            full: whole(atlas, state, full),
            on_action: on_action.clone(),
        }
    }
}

impl Projection for Card {
    fn draw(&self) -> Html {
        let (atlas, texts) = (&self.atlas, Texts::of(self.input.locale));
        let Some(profile) = card::of(atlas, self.input) else {
            return Html::default();
        };
        let own = EmbedMessages::of(texts.locale);
        let view = View {
            atlas,
            texts,
            on_action: Some(&self.on_action),
            headings: ["h2", "h3"],
            folded: true,
        };
        let slug = self.input.focus.map(|it| atlas.ecosystem().slug(it));
        let leave = input::acting(&self.on_action, |event: KeyboardEvent| {
            (input::key(&event) == Some(Key::Escape)).then_some(Action::Focus(None))
        });
        let name = el("h2")
            .fixed(&[("id", CARD_NAME), ("tabindex", "-1")])
            .text(&profile.heading);
        let close = acting_button(&self.on_action, Action::Focus(None))
            .fixed(&[("id", "back"), ("class", "close")])
            .set("aria-label", own.close)
            .set("title", own.close)
            .child(icon(CLOSE));
        let all = el("a")
            .fixed(&[
                ("id", "all-facts"),
                ("target", "_blank"),
                ("rel", "noopener"),
            ])
            .set("href", &self.full)
            .set("title", texts.words.opens_new_tab)
            .text(own.all_facts);
        let card = panel(texts)
            .key(slug.unwrap_or_default())
            .on(onkeydown::Wrapper::new(leave))
            .child(name)
            .child(close);
        view.facts(card, &profile).child(all).into()
    }
}

/// A drawing's frame with the place of a card over it, by how far down in it that is which was
/// chosen, as a share of its height.
pub(super) fn beside(frame: Element, chosen: Option<f64>) -> Element {
    let place = card::Place::far_from(chosen);
    frame
        .set("data-card", place.edge.name())
        .maybe("data-roomy", place.roomy.then_some(""))
}

/// The address of the story's own page at a state; `full` is its address in the language.
fn whole(atlas: &SharedAtlas, state: State, full: &str) -> String {
    [full, &fragment(atlas, state.whole())].concat()
}

fn fragment(atlas: &SharedAtlas, state: State) -> String {
    let foreign = Vec::new();
    ["#", &permalink::encode(&Link { state, foreign }, atlas)].concat()
}

/// The credit line; `full` is the address of the story's own page in the language. It
/// leads to the same state there, and to the other language here.
pub(super) fn credit(
    atlas: &SharedAtlas,
    state: State,
    full: &str,
    on_action: &Callback<Action>,
) -> Element {
    let other = state.apply(Action::Speak(state.locale.other()));
    let (same, other) = (whole(atlas, state, full), fragment(atlas, other));
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
