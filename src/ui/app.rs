//! The app: one state, one way for actions, and the address that says it all.

use super::context::{SharedAtlas, Texts};
use super::details::{DETAILS, details};
use super::element::{Element, el};
use super::hooks::{use_address, use_choice_in_sight, use_document, use_slice};
use super::legend::legend;
use super::network::{picture, view};
use super::part::{Draw, part};
use super::timeline::Timeline;
use super::toolbar::masthead;
use super::tour::tour;
use crate::graph::Slice;
use crate::locale::{Locale, format};
use crate::permalink;
use crate::platform::{self, Moment};
use crate::scene::tour::chosen;
use crate::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// What the app is given.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The story.
    pub atlas: SharedAtlas,
    /// The language where the address names none.
    pub preferred: Locale,
}

impl AppProps {
    /// A story in the page's own language.
    pub fn of(atlas: SharedAtlas) -> Self {
        let tag = platform::page_language();
        let preferred = tag.and_then(|tag| Locale::from_tag(&tag));
        Self {
            atlas,
            preferred: preferred.unwrap_or_default(),
        }
    }
}

/// The story, interactive.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { atlas, preferred } = props;
    let preferred = *preferred;
    let link = use_mut_ref(|| permalink::decode(&platform::fragment(), atlas, preferred));
    let state = use_reducer_eq(|| link.borrow().state);
    let on_action = state.dispatcher().to_callback();
    let state = *state;
    use_address(atlas, preferred, state, link, &on_action);
    use_document(atlas, state);
    let slice = use_slice(atlas, state);
    use_choice_in_sight(atlas, state);
    use_effect_with((), |()| platform::announce(Moment::Ready));
    let told = State {
        focus: state.focus,
        date: state.date,
        ..State::opening(atlas.ecosystem(), state.locale)
    };
    let timed = State {
        window: state.window,
        step: state.step,
        ..told
    };
    let parts = Parts {
        masthead: part(atlas, state, &slice, &on_action, masthead),
        tour: part(atlas, state, &slice, &on_action, tour),
        view: view(atlas, state, &slice, &on_action),
        legend,
        details: part(atlas, told, &slice, &on_action, details),
        timeline: html! { <Timeline {atlas} state={timed} on_action={on_action.clone()} /> },
    };
    page(atlas, state, &slice, &on_action, parts)
}

/// What differs between a page that answers and one that stands still.
pub(super) struct Parts {
    /// What the story is, its language and its colours.
    pub(super) masthead: Html,
    /// The story in steps.
    pub(super) tour: Html,
    /// The picture, or the table of the same.
    pub(super) view: Html,
    /// What its signs mean.
    pub(super) legend: Draw,
    /// What is known of what is in focus.
    pub(super) details: Html,
    /// The timeline with its controls.
    pub(super) timeline: Html,
}

/// Everything on the page.
pub(super) fn page(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
    parts: Parts,
) -> Html {
    let texts = Texts::of(state.locale);
    let story = atlas.ecosystem();
    let main = el("main")
        .class("stage")
        .maybe("data-focus", chosen(story, &state).map(|_| "yes"))
        .node(parts.tour)
        .child(picture(
            atlas,
            state,
            slice,
            on_action,
            parts.view,
            parts.legend,
        ))
        .node(parts.details)
        .node(parts.timeline);
    let colophon = el("p")
        .text(texts.words.product)
        .text(" · ")
        .text(story.title.get(state.locale))
        .text(" · ")
        .text(&format::date(state.locale, story.as_of));
    el("div")
        .class("page")
        .child(skip_link(texts))
        .node(parts.masthead)
        .child(main)
        .child(el("footer").class("colophon").child(colophon))
        .into()
}

/// A jump over the picture. The address belongs to the state, so the jump is
/// made here and not by the link.
fn skip_link(texts: Texts) -> Element {
    let jump = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::reveal(DETAILS);
    });
    el("a")
        .class("skip")
        .set("href", &["#", DETAILS].concat())
        .on_click(jump)
        .text(texts.words.skip_to_details)
}
