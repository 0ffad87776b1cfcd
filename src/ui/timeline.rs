//! The timeline with its controls: a close-up over an overview where there is
//! room, a list of years where there is not.

mod close_up;
mod overview;
#[cfg(feature = "studio")]
pub(super) mod small;
#[cfg(feature = "ssr")]
pub(super) mod still;
mod years;

use super::classes::when;
use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, button, leading};
use super::element::{Element, el};
use super::hooks::{use_playing, use_width};
use super::input;
use super::part::{Projection, part};
use super::widths::{AXIS_FROM, USUAL_TIMELINE};
use crate::date::{Date, Span};
use crate::keymap::neighboring_event_day;
use crate::locale::format;
use crate::model::Subject;
use crate::platform;
use crate::scene::timeline::{self, Input, Listed};
use crate::state::Action;
use crate::timeline::scale::zoomed_about;
use close_up::close_up;
use overview::{OVERVIEW, overview};
use years::years;
use yew::html::oninput;
use yew::prelude::*;

/// The id of the whole, which has its width also while it is out of sight and the
/// browser leaves out what is in it.
pub(super) const TIMELINE: &str = "timeline";
/// The id of the box that the axis or the list fills.
const FRAME: &str = "timeline-frame";
/// The id of the slider of the day shown.
const DAY: &str = "day";
/// How much a press of a button shortens the time shown.
const ZOOM_STEP: f64 = 1.6;

#[derive(Properties, PartialEq)]
pub(super) struct TimelineProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: Input,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps {
        atlas,
        state,
        on_action,
    } = props;
    let state = *state;
    // A list is the same at any width.
    let width = use_width(TIMELINE, USUAL_TIMELINE, |width| {
        if width < AXIS_FROM { 0.0 } else { width }
    });
    // Where the keyboard is, and whether the story plays, are no part of it.
    let scene = use_memo((atlas.clone(), state, width), |(atlas, state, width)| {
        let has_axis = *width >= AXIS_FROM;
        has_axis.then(|| timeline::of(atlas, *state, *width))
    });
    let (playing, set_playing) = use_playing(atlas, state.date, on_action);
    let current = use_state_eq(|| None);
    let drag = use_mut_ref(|| None);
    let story = atlas.ecosystem();
    let bar = heading(state)
        .child(steps(atlas, state, on_action, playing, set_playing))
        .child(day(state));
    let frame = el("div").set("id", FRAME);
    let (bar, frame) = if let Some(scene) = &*scene {
        let frame = frame
            .class("axis")
            .child(day_slider(DAY, state.window, state, on_action))
            .child(close_up(atlas, state, scene, &current, on_action))
            .child(overview(atlas, state, scene, drag, on_action).set("id", OVERVIEW));
        let windows = windows(story.span(), story.window, state, on_action);
        (bar.child(windows), frame)
    } else {
        let frame = frame
            .class("list")
            .child(day_slider(DAY, story.span(), state, on_action))
            .node(part(Years {
                atlas: atlas.clone(),
                listed: listed(state),
                on_action: on_action.clone(),
            }));
        (bar, frame)
    };
    el("section")
        .fixed(&[
            ("id", TIMELINE),
            ("class", "timeline"),
            ("aria-labelledby", "timeline-heading"),
        ])
        .child(bar)
        .child(frame)
        .into()
}

/// What the list shows of a state: of what is chosen, only events stand in it.
fn listed(state: Input) -> Listed {
    let Input {
        locale,
        date,
        focus,
        step,
        ..
    } = state;
    Listed {
        locale,
        date,
        focus: focus.filter(|subject| matches!(subject, Subject::Event(_))),
        step,
    }
}

/// The list, as a part of the page.
#[derive(PartialEq)]
struct Years {
    atlas: SharedAtlas,
    listed: Listed,
    on_action: Callback<Action>,
}

impl Projection for Years {
    fn draw(&self) -> Html {
        years(&self.atlas, self.listed, &|event, date| {
            let visit = Action::Visit(event, date);
            leading(&self.on_action, self.atlas.ecosystem(), event, visit)
        })
        .into()
    }
}

/// The bar of controls, with its heading.
fn heading(state: Input) -> Element {
    let words = Texts::of(state.locale).words;
    let heading = el("h2").set("id", "timeline-heading").text(words.timeline);
    el("div").class("bar").child(heading)
}

/// The day shown, in words.
fn day(state: Input) -> Element {
    el("output")
        .fixed(&[("class", "day"), ("for", DAY)])
        .text(&format::date(state.locale, state.date))
}

/// Back, play, forward, and to the latest day.
fn steps(
    atlas: &SharedAtlas,
    state: Input,
    on_action: &Callback<Action>,
    playing: bool,
    set_playing: Callback<bool>,
) -> Element {
    let words = Texts::of(state.locale).words;
    let story = atlas.ecosystem();
    let step = |sign: &str, name: &str, to: Option<Date>| {
        let arrow = el("span").fixed(&[("class", "arrow"), ("aria-hidden", "true")]);
        acting_button(on_action, Action::MoveTo(to.unwrap_or(state.date)))
            .set("aria-label", name)
            .set("title", name)
            .flag("disabled", to.is_none())
            .child(arrow.text(sign))
    };
    let earlier = neighboring_event_day(story, state.date, false);
    let later = neighboring_event_day(story, state.date, true);
    // Played from its end, the story starts again.
    let from_start = story
        .events
        .iter()
        .map(|(_, event)| event.when.first_day())
        .min();
    let toggle = {
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| {
            if !playing
                && later.is_none()
                && let Some(first) = from_start
            {
                on_action.emit(Action::MoveTo(first));
            }
            set_playing.emit(!playing);
        })
    };
    let name = if playing { words.pause } else { words.play };
    let today = (state.date != story.as_of).then_some(story.as_of);
    el("div")
        .fixed(&[("class", "steps"), ("role", "group")])
        .set("aria-label", words.date_shown)
        .child(step("‹", words.previous_event, earlier))
        .child(button(toggle).set("id", "play").text(name))
        .child(step("›", words.next_event, later))
        .child(step("»", words.today, today))
}

/// The day shown, as a slider over a span; native, so that it goes the way of
/// writing and every key, pointer and screen reader knows it.
fn day_slider(id: &str, span: Span, state: Input, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let oninput = input::acting(on_action, |_: InputEvent| {
        let days = platform::value(DAY)?.parse::<i64>().ok()?;
        Some(Action::MoveTo(Date::from_days(i32::try_from(days).ok()?)))
    });
    let shown = span.clamp(state.date);
    let days = |date: Date| date.days().to_string();
    el("input")
        .set("id", id)
        .set("type", "range")
        .classes(&["day-slider", when(shown != state.date, "beyond")])
        .set("min", &days(span.first))
        .set("max", &days(span.last))
        .set("aria-label", words.date_shown)
        .set("aria-valuetext", &format::date(state.locale, state.date))
        .value(&days(shown))
        .on(oninput::Wrapper::new(oninput))
}

/// Shorter and longer times.
fn windows(whole: Span, opening: Span, state: Input, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let zoom = |factor| zoomed_about(state.window, state.date, factor, whole);
    let button = |sign: &str, name: &str, span: Span| {
        acting_button(on_action, Action::Zoom(span))
            .set("aria-label", name)
            .set("title", name)
            .flag("disabled", span == state.window)
            .text(sign)
    };
    let opens = words.timeline_opening;
    el("div")
        .fixed(&[("class", "steps end"), ("role", "group")])
        .set("aria-label", words.timeline)
        .child(button("+", words.timeline_in, zoom(ZOOM_STEP)))
        .child(button("−", words.timeline_out, zoom(1.0 / ZOOM_STEP)))
        .child(button(opens, opens, opening))
        .child(button(words.timeline_all, words.timeline_all, whole))
}
