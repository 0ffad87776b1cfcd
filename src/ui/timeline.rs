//! The timeline with its controls: a close-up over an overview where there is
//! room, a list of years where there is not.

mod close_up;
mod overview;
mod years;

use super::context::{SharedAtlas, Texts};
use super::hooks::{use_playing, use_size};
use super::input;
use super::parts::{Button, class_of, doing, when};
use crate::date::{Date, Span};
use crate::keymap::neighboring_event_day;
use crate::locale::format;
use crate::platform;
use crate::state::{Action, State};
use crate::timeline::scale::zoomed_about;
use close_up::CloseUp;
use overview::Overview;
use years::years;
use yew::prelude::*;

/// The id of the box that the timeline fills.
const FRAME: &str = "timeline-frame";
/// The id of the slider of the day shown.
const DAY: &str = "day";
/// The width from which the axis is horizontal, in CSS px.
const HORIZONTAL_FROM: f64 = 640.0;
/// The width that a timeline is drawn for before its own is known, in CSS px.
const USUAL_WIDTH: f64 = 1224.0;
/// How much a press of a button shortens the time shown.
const ZOOM_STEP: f64 = 1.6;

#[derive(Properties, PartialEq)]
pub(super) struct TimelineProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps {
        atlas,
        state,
        on_action,
    } = props;
    let texts = Texts::of(state.locale);
    let width = use_size(FRAME)
        .or_else(|| platform::bounds("app").map(|bounds| bounds.size()))
        .map_or(USUAL_WIDTH, |size| size.width);
    let horizontal = width >= HORIZONTAL_FROM;
    let whole = atlas.ecosystem().span();
    html! {
        <section class="timeline" aria-labelledby="timeline-heading">
            <div class="bar">
                <h2 id="timeline-heading">{ texts.words.timeline }</h2>
                <Steps {atlas} state={*state} {on_action} />
                <output class="day" for={DAY}>{ format::date(state.locale, state.date) }</output>
                if horizontal { { windows(whole, atlas.ecosystem().window, *state, on_action) } }
            </div>
            <div id={FRAME} class={if horizontal { "axis" } else { "list" }}>
                if horizontal {
                    { day_slider(state.window, *state, on_action) }
                    <CloseUp {atlas} state={*state} {width} {on_action} />
                    <Overview {atlas} state={*state} {width} {on_action} />
                } else {
                    { day_slider(whole, *state, on_action) }
                    { years(atlas, *state, on_action) }
                }
            </div>
        </section>
    }
}

/// Back, play, forward, and to the latest day.
#[component]
fn Steps(props: &TimelineProps) -> Html {
    let TimelineProps {
        atlas,
        state,
        on_action,
    } = props;
    let words = Texts::of(state.locale).words;
    let story = atlas.ecosystem();
    let (playing, set_playing) = use_playing(atlas, state.date, on_action);
    let step = |sign: &'static str, name: &'static str, to: Option<Date>| {
        let button = Button {
            name: Some(name),
            disabled: to.is_none(),
            onclick: doing(on_action, Action::MoveTo(to.unwrap_or(state.date))),
            ..Button::default()
        };
        button.of(html! { <span class="arrow" aria-hidden="true">{ sign }</span> })
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
    let play = Button {
        id: Some("play"),
        onclick: toggle,
        ..Button::default()
    };
    html! {
        <div class="steps" role="group" aria-label={words.date_shown}>
            { step("‹", words.previous_event, earlier) }
            { play.of(name.into()) }
            { step("›", words.next_event, later) }
            { step("»", words.today, (state.date != story.as_of).then_some(story.as_of)) }
        </div>
    }
}

/// The day shown, as a slider over a span; native, so that it goes the way of
/// writing and every key, pointer and screen reader knows it.
fn day_slider(span: Span, state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let oninput = input::acting(on_action, |_: InputEvent| {
        let days = platform::value(DAY)?.parse().ok()?;
        Some(Action::MoveTo(Date::from_days(days)))
    });
    let shown = span.clamp(state.date);
    html! {
        <input
            id={DAY}
            class={class_of(&["day-slider", when(shown != state.date, "beyond")])}
            type="range"
            min={span.first.days().to_string()}
            max={span.last.days().to_string()}
            value={shown.days().to_string()}
            aria-label={words.date_shown}
            aria-valuetext={format::date(state.locale, state.date)}
            {oninput}
        />
    }
}

/// Shorter and longer times.
fn windows(whole: Span, opening: Span, state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let zoom = |factor| zoomed_about(state.window, state.date, factor, whole);
    let button = |sign: &'static str, name: &'static str, span: Span| {
        let button = Button {
            name: Some(name),
            disabled: span == state.window,
            onclick: doing(on_action, Action::Zoom(span)),
            ..Button::default()
        };
        button.of(sign.into())
    };
    html! {
        <div class="steps end" role="group" aria-label={words.timeline}>
            { button("+", words.timeline_in, zoom(ZOOM_STEP)) }
            { button("−", words.timeline_out, zoom(1.0 / ZOOM_STEP)) }
            { button(words.timeline_opening, words.timeline_opening, opening) }
            { button(words.timeline_all, words.timeline_all, whole) }
        </div>
    }
}
