//! The app: one state, one way for actions, and the address that says it all.

use super::context::{SharedAtlas, Texts};
use super::details::{DETAILS, Details};
use super::element::{Element, el};
use super::embed::{self, Card};
#[cfg(feature = "studio")]
use super::hooks::use_printing;
use super::hooks::{
    use_address, use_choice_in_sight, use_document, use_keyboard_with_card, use_slice,
};
use super::legend::Legend;
use super::network::{picture, view};
use super::part::part;
#[cfg(feature = "studio")]
use super::sheet::sheet;
use super::strip::Strip;
use super::timeline::Timeline;
use super::toolbar::Masthead;
use super::tour::Tour;
use crate::graph::Slice;
use crate::locale::Locale;
use crate::permalink;
use crate::platform::{self, Moment};
use crate::scene::tour::chosen;
use crate::scene::{statement, strip, timeline};
use crate::state::{Action, State, View};
use std::rc::Rc;
use yew::prelude::*;
#[cfg(feature = "studio")]
use yew::virtual_dom::VList;

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
    // The same at each render, so that what is given it is the same as well.
    let on_action = use_memo(state.dispatcher(), UseReducerDispatcher::to_callback);
    let on_action = (*on_action).clone();
    let state = *state;
    use_address(atlas, preferred, state, link, &on_action);
    use_document(atlas, state);
    let slice = use_slice(atlas, state);
    // In a frame the article around would be scrolled, and its reader moved.
    let full = platform::full_page(state.locale.tag());
    let chosen = chosen(atlas.ecosystem(), &state);
    use_choice_in_sight(atlas, chosen.filter(|_| full.is_none()));
    use_keyboard_with_card(atlas, chosen.filter(|_| full.is_some()));
    use_effect_with((), |()| platform::announce(Moment::Ready));
    #[cfg(feature = "studio")]
    let printing = use_printing();
    #[cfg(feature = "studio")]
    if let Some(staged) = super::stage::staged(atlas, state, &slice, &on_action) {
        return staged;
    }
    let tour = part(Tour {
        atlas: atlas.clone(),
        state,
        on_action: on_action.clone(),
    });
    // In a frame there is no head and no way into the tour, and of what was chosen there is a card.
    let (masthead, tour, details, colophon) = match &full {
        Some(full) => (
            embed::heading(atlas, state.locale).into(),
            state.step.map(|_| tour).unwrap_or_default(),
            chosen.map(|_| part(Card::of(atlas, state, full, &on_action))),
            embed::credit(atlas, state, full, &on_action).into(),
        ),
        None => (
            part(Masthead {
                atlas: atlas.clone(),
                state,
                on_action: on_action.clone(),
            }),
            tour,
            Some(part(Details {
                atlas: atlas.clone(),
                input: (&state).into(),
                on_action: on_action.clone(),
            })),
            colophon(atlas, state.locale).into(),
        ),
    };
    // Side by side the accounts say themselves what they say of what is chosen.
    let details = details.filter(|_| !is_compared(state));
    let embedded = full.is_some();
    // The strip of the day is timeline enough below a picture in a frame.
    let timeline = if embedded && matches!(state.view, View::Both | View::Compare) {
        Html::default()
    } else {
        html! {
            <Timeline
                {atlas}
                state={timeline::Input::from(&state)}
                folded={embedded}
                on_action={on_action.clone()}
            />
        }
    };
    let parts = Parts {
        embedded,
        masthead,
        tour,
        details,
        timeline,
        colophon,
        view: view(atlas, state, &slice, &on_action),
        legend: part(Legend {
            atlas: atlas.clone(),
            input: (&state).into(),
            controls: state.controls,
            comes_up: embedded,
            slice: Rc::clone(&slice),
            on_action: on_action.clone(),
        }),
        strip: html! {
            <Strip {atlas} state={strip::Input::from(&state)} on_action={on_action.clone()} />
        },
    };
    let page = page(atlas, state, &slice, &on_action, parts);
    // What is printed is the sheet of what is shown; it is made when it is asked for.
    #[cfg(feature = "studio")]
    let page = {
        let sheet = printing.then(|| sheet(atlas, state).into());
        VList::with_children(vec![page, sheet.unwrap_or_default()], None).into()
    };
    page
}

/// Whether accounts stand side by side: the app shows the picture until the studio comes.
fn is_compared(state: State) -> bool {
    cfg!(feature = "studio") && state.view == View::Compare
}

/// What differs between a page that answers and one that stands still.
pub(super) struct Parts {
    /// Whether the page stands in a frame of another page.
    pub(super) embedded: bool,
    /// What the story is, its language and its colours.
    pub(super) masthead: Html,
    /// The story in steps.
    pub(super) tour: Html,
    /// The picture, or the table of the same.
    pub(super) view: Html,
    /// What its signs mean.
    pub(super) legend: Html,
    /// What is known of what is in focus, where there is a place for it.
    pub(super) details: Option<Html>,
    /// The day shown, and the ways to move it.
    pub(super) strip: Html,
    /// The timeline.
    pub(super) timeline: Html,
    /// The last line: what this is, and how old.
    pub(super) colophon: Html,
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
    let (network, legend) = if state.view.has_network() {
        let Parts { view, embedded, .. } = parts;
        let picture = picture(atlas, state, slice, on_action, view, embedded);
        (Some(picture), parts.legend)
    } else {
        Default::default()
    };
    let skip = parts.details.as_ref().map(|_| skip_link(texts));
    let (strip, timeline) = if state.view.has_timeline() {
        (parts.strip, parts.timeline)
    } else {
        Default::default()
    };
    let main = el("main")
        .class("instrument")
        .node(parts.tour)
        .child_if(network)
        .node(legend)
        .node(strip)
        .node(parts.details.unwrap_or_default())
        .node(timeline);
    el("div")
        .class("page")
        .maybe("data-controls", (!state.controls).then_some("off"))
        .maybe(
            "data-focus",
            chosen(atlas.ecosystem(), &state)
                .filter(|_| !is_compared(state))
                .map(|_| "yes"),
        )
        .maybe("data-step", state.step.map(|_| "yes"))
        .child_if(skip)
        .node(parts.masthead)
        .child(main)
        .node(parts.colophon)
        .into()
}

/// The last line of a page of its own.
pub(super) fn colophon(atlas: &SharedAtlas, locale: Locale) -> Element {
    let story = atlas.ecosystem();
    let line = el("p")
        .text(Texts::of(locale).words.product)
        .text(" · ")
        .text(story.title.get(locale))
        .text(" · ")
        .text(&statement::reach(story, locale));
    el("footer").class("colophon").child(line)
}

/// A jump over the picture. The address belongs to the state, so the jump is
/// made here and not by the link.
fn skip_link(texts: Texts) -> Element {
    let jump = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus(DETAILS);
    });
    el("a")
        .class("skip")
        .set("href", &["#", DETAILS].concat())
        .on_click(jump)
        .text(texts.words.skip_to_details)
}
