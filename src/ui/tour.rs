//! The tour: a way in, and at each step what is told, where it is from, and the ways on,
//! back and out. It stands at the picture, and scrolls nothing.

use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, step_anchor};
use super::details::View;
use super::element::{Element, el, span};
use super::input;
use super::part::Projection;
use crate::locale::catalog::tour::TourMessages;
use crate::model::id::{Id, StepId};
use crate::scene::tour::{self, Told};
use crate::state::{Action, State};
use yew::{Callback, Html, MouseEvent};

/// The id of what leads into the tour.
pub(super) const ENTRY: &str = "tour-entry";
/// The id of the title of the step that is told.
pub(super) const TITLE: &str = "tour-title";

/// The way in, or the step at which the story is told; nothing where the story has no steps.
#[derive(PartialEq)]
pub(super) struct Tour {
    pub(super) atlas: SharedAtlas,
    /// All of it: each way leads to a state that keeps how the story is shown.
    pub(super) state: State,
    pub(super) on_action: Callback<Action>,
}

impl Projection for Tour {
    fn draw(&self) -> Html {
        tour(&self.atlas, self.state, &self.on_action)
    }
}

/// The way in, or the step, as markup.
pub(super) fn tour(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Html {
    let story = atlas.ecosystem();
    if story.steps.is_empty() {
        return Html::default();
    }
    let words = TourMessages::of(state.locale);
    let to = move |step| Action::Restore(state.telling(story, step));
    let told = tour::of(atlas, &state);
    let section = el("section")
        .fixed(&[("id", "tour"), ("class", "tour")])
        .set("aria-label", words.name);
    // What tells is there before it has something to tell, or nobody would hear it.
    let region = el("div").fixed(&[("class", "told"), ("aria-live", "polite")]);
    let Some(told) = told else {
        let first = StepId::from_index(0);
        let first_told = to(Some(first));
        let enter = input::acting(on_action, move |event: MouseEvent| {
            input::follows(&event).then_some(first_told)
        });
        let entry = el("a")
            .fixed(&[("id", ENTRY), ("class", "tool")])
            .set(
                "href",
                &["#", &step_anchor(&story.steps[first].slug)].concat(),
            )
            .on_click(enter)
            .text(&words.entry.say(state.locale, story.steps.len()));
        // As many parts as a step has: Yew tells them apart by their places.
        return section.child(entry).child(region).child_if(None).into();
    };
    let view = View {
        atlas,
        texts: Texts::of(state.locale),
        on_action: Some(on_action),
        headings: ["h3", "h4"],
        folded: true,
    };
    let title = el("h3")
        .fixed(&[("id", TITLE), ("tabindex", "-1")])
        .text(&told.title);
    section
        .child(ways(words, &told, on_action, to))
        .child(
            region
                .child(title)
                .child(el("p").child(span("text", &told.text.text)))
                .child_if(
                    told.short
                        .as_ref()
                        .map(|it| el("p").class("short").text(it)),
                ),
        )
        // Outside of what is told aloud: whoever opens it reads it.
        .child(el("div").key(&told.slug).node(view.evidence(&told.text)))
        .into()
}

/// Where the reader is, and the ways back, on and out.
fn ways(
    words: &TourMessages,
    told: &Told,
    on_action: &Callback<Action>,
    to: impl Fn(Option<StepId>) -> Action,
) -> Element {
    // One that leads nowhere stays where it is, and keeps the keyboard.
    let way = |name: &str, step: Option<StepId>| {
        let here = StepId::from_index(told.position - 1);
        acting_button(on_action, to(Some(step.unwrap_or(here))))
            .aria("aria-disabled", step.is_none())
            .text(name)
    };
    let position = words.position(&told.position.to_string(), &told.count.to_string());
    el("div")
        .class("steps")
        .child(way(words.previous, told.previous).set("id", "tour-previous"))
        .child(way(words.next, told.next).set("id", "tour-next"))
        .child(el("p").class("position").text(&position))
        .child(
            acting_button(on_action, to(None))
                .set("id", "tour-leave")
                .text(words.leave),
        )
}
