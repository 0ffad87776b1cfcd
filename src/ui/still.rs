//! The page where nothing answers: what a reader has before the scripts and
//! without them. It stands as the app's first page stands, so that nothing moves
//! when the app takes its place.

use super::app::{Parts, colophon, page};
use super::context::SharedAtlas;
use super::element::el;
use super::network::Head;
use super::part::Projection;
use super::tour::tour;
use super::{embed, legend, network, record, sheet, strip, timeline, toolbar};
use crate::graph::Slice;
use crate::locale::Locale;
use crate::state::State;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;
use yew::prelude::*;

/// The sheet of a story as it opens.
#[component]
fn Sheet(props: &RecordProps) -> Html {
    let state = State::opening(props.atlas.ecosystem(), props.locale);
    sheet::sheet(&props.atlas, state).into()
}

/// The markup of the sheet that is printed of a story in a language.
pub fn sheet_markup(atlas: &SharedAtlas, locale: Locale) -> String {
    rendered::<Sheet>(RecordProps {
        atlas: atlas.clone(),
        locale,
    })
}

/// What a still page is of.
#[derive(Properties, PartialEq)]
pub struct StillProps {
    /// The story.
    pub atlas: SharedAtlas,
    /// The language.
    pub locale: Locale,
    /// The address of the page in the other language.
    pub other_language: AttrValue,
}

/// The opening of a story.
#[component]
pub fn Still(props: &StillProps) -> Html {
    let atlas = &props.atlas;
    let state = State::opening(atlas.ecosystem(), props.locale);
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let nothing = &Callback::noop();
    let masthead = toolbar::masthead_leading_to(
        atlas.ecosystem(),
        state,
        nothing,
        &props.other_language,
        toolbar::share_button(props.locale, Callback::noop()).into(),
    );
    let parts = Parts {
        masthead: masthead.into(),
        tour: tour(atlas, state, nothing),
        embedded: false,
        view: network::still::frames(atlas, state, &slice, "").into(),
        legend: legend::still(atlas, (&state).into(), false, &slice),
        details: Some(record::glance(atlas, props.locale).into()),
        strip: strip::still(atlas, (&state).into(), "").into(),
        timeline: timeline::still::shapes(atlas, state).into(),
        colophon: colophon(atlas, props.locale).into(),
    };
    page(atlas, state, &Rc::new(slice), nothing, parts)
}

/// The opening of a story in a frame of another page.
#[component]
fn Embed(props: &EmbedProps) -> Html {
    let StillProps {
        atlas,
        locale,
        other_language,
    } = &props.still;
    let state = State::opening(atlas.ecosystem(), *locale);
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let nothing = &Callback::noop();
    let home = props.full.split('#').next().unwrap_or_default();
    let credit = embed::credit_leading_to(atlas, state, &props.full, nothing, other_language);
    let parts = Parts {
        masthead: embed::heading(atlas, *locale).into(),
        tour: Html::default(),
        embedded: true,
        view: network::still::frames(atlas, state, &slice, home).into(),
        legend: legend::still(atlas, (&state).into(), true, &slice),
        details: None,
        strip: strip::still(atlas, (&state).into(), home).into(),
        // As the app has it, which shows the timeline where its address asks for that.
        timeline: Html::default(),
        colophon: credit.into(),
    };
    page(atlas, state, &Rc::new(slice), nothing, parts)
}

#[derive(Properties, PartialEq)]
struct EmbedProps {
    still: StillProps,
    /// The address of the story's own page in the same language.
    full: AttrValue,
}

/// The head of a page and its picture, for a file that has no room for more.
#[component]
fn Cover(props: &StillProps) -> Html {
    let atlas = &props.atlas;
    let state = State::opening(atlas.ecosystem(), props.locale);
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let slice = Rc::new(slice);
    let nothing = &Callback::noop();
    let picture = el("section")
        .class("picture")
        .node(Head::of(atlas, state, &slice, false, nothing).draw())
        .child(network::still::wide(atlas, state, &slice));
    el("div")
        .class("page")
        .child(toolbar::masthead_leading_to(
            atlas.ecosystem(),
            state,
            nothing,
            &props.other_language,
            toolbar::share_button(props.locale, Callback::noop()).into(),
        ))
        .child(
            el("main")
                .class("instrument")
                .node(tour(atlas, state, nothing))
                .child(picture),
        )
        .into()
}

/// The record of a story in a language.
#[component]
fn Record(props: &RecordProps) -> Html {
    record::record(&props.atlas, props.locale).into()
}

#[derive(Properties, PartialEq)]
struct RecordProps {
    atlas: SharedAtlas,
    locale: Locale,
}

/// A page's markup, in the parts that a document puts in their places.
#[derive(Clone, Debug)]
pub struct Markup {
    /// What stands where the app will.
    pub app: String,
    /// What stands below it, and stays.
    pub record: String,
    /// What is printed of the page while its app does not print its own.
    pub sheet: String,
}

/// The markup of a story's page; the same story always gives the same.
pub fn markup(atlas: &SharedAtlas, locale: Locale, other_language: &str) -> Markup {
    let still = StillProps {
        atlas: atlas.clone(),
        locale,
        other_language: other_language.to_owned().into(),
    };
    let record = RecordProps {
        atlas: atlas.clone(),
        locale,
    };
    Markup {
        app: rendered::<Still>(still),
        record: rendered::<Record>(record),
        sheet: sheet_markup(atlas, locale),
    }
}

/// The markup of an embedded page before its app starts; `full` is the address of the
/// story's own page in the same language, where names lead.
pub fn embedded(atlas: &SharedAtlas, locale: Locale, other_language: &str, full: &str) -> String {
    let still = StillProps {
        atlas: atlas.clone(),
        locale,
        other_language: other_language.to_owned().into(),
    };
    let full = full.to_owned().into();
    rendered::<Embed>(EmbedProps { still, full })
}

/// The markup that a file has before its app starts: the same page, down to the picture.
pub fn cover(atlas: &SharedAtlas, locale: Locale, other_language: &str) -> String {
    let still = StillProps {
        atlas: atlas.clone(),
        locale,
        other_language: other_language.to_owned().into(),
    };
    rendered::<Cover>(still)
}

/// The ends that go without saying (HTML, "Optional tags"): a page has a thousand.
const ENDS: [&str; 3] = ["</li>", "</dt>", "</dd>"];

/// The markup of a component. It waits for nothing outside itself, for a page has no
/// data to wait for: it is ready when it is asked again.
pub(super) fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let mut markup = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(markup) = markup.as_mut().poll(&mut context) {
            return ENDS
                .iter()
                .fold(markup, |markup, end| markup.replace(end, ""));
        }
    }
}
