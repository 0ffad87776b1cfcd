//! The strip of the day: one date, by which network, table, details and timeline show the same
//! day. It stays at the window's edge while the picture is in sight.

use super::classes::{tone_class, when};
use super::context::{SharedAtlas, Texts};
#[cfg(feature = "ssr")]
use super::controls::address_at;
use super::controls::{MINUS, PLUS, acting_button, button, icon, leading};
use super::element::{Element, el, span};
use super::hooks::use_playing;
use super::input;
use crate::date::{Date, Span};
use crate::keymap::neighboring_event_day;
use crate::locale::format;
use crate::model::Subject;
use crate::platform;
use crate::scene::path::number;
use crate::scene::strip::{self, Anchor, Caption, Concern, DateLabel, Input, TRACK_LENGTH, Tick};
use crate::state::Action;
use crate::timeline::scale::zoomed_about;
use yew::html::oninput;
use yew::prelude::*;

/// The id of the slider.
const DAY: &str = "day";
/// The id of what leads to the event of the day.
pub(super) const CAPTION: &str = "caption";
/// How much a press of a button shortens the time that the slider spans.
const ZOOM_STEP: f64 = 1.6;
/// The height of the track's drawing, in CSS px; ticks stand on its lower edge.
const TRACK_HEIGHT: f64 = 20.0;

#[derive(Properties, PartialEq)]
pub(super) struct StripProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: Input,
    pub(super) on_action: Callback<Action>,
}

/// The strip that answers.
#[component]
pub(super) fn Strip(props: &StripProps) -> Html {
    let StripProps {
        atlas,
        state,
        on_action,
    } = props;
    let (playing, set_playing) = use_playing(atlas, state.date, on_action);
    let event = |it: &Caption| {
        let event = Subject::Event(it.event);
        let visit = Action::Visit(event, it.date);
        leading(on_action, atlas.ecosystem(), event, visit)
    };
    strip(atlas, *state, on_action, &event, playing, set_playing).into()
}

/// The strip of a prerendered page, where nothing answers; `home` is the address of the page with
/// the record, empty where it is this one.
#[cfg(feature = "ssr")]
pub(super) fn still(atlas: &SharedAtlas, state: Input, home: &str) -> Element {
    let event = |it: &Caption| address_at(home, atlas.ecosystem(), Subject::Event(it.event));
    let nothing = &Callback::noop();
    strip(atlas, state, nothing, &event, false, Callback::noop())
}

/// The strip as a picture of itself: the events of its time over the day. Nothing in it answers or
/// has an id.
#[cfg(feature = "studio")]
pub(super) fn small(atlas: &SharedAtlas, state: Input) -> Element {
    let day = format::date(state.locale, state.date);
    el("div")
        .class("small-strip")
        .child(ticks(&strip::of(atlas, state).ticks))
        .child(span("day", &day))
}

/// The strip; `event` is what leads to the event of its caption.
fn strip(
    atlas: &SharedAtlas,
    state: Input,
    on_action: &Callback<Action>,
    event: &dyn Fn(&Caption) -> Element,
    playing: bool,
    set_playing: Callback<bool>,
) -> Element {
    let scene = strip::of(atlas, state);
    let words = Texts::of(state.locale).words;
    let day = el("output")
        .fixed(&[("class", "day"), ("for", DAY)])
        .text(&format::date(state.locale, state.date));
    let caption = scene.caption.as_ref();
    let caption = caption.map(|it| caption_view(it, event(it)));
    let reach = scene.reach.as_ref();
    let reach = reach.map(|it| span("reach", it));
    let says = el("div")
        .class("says")
        .child(day)
        .child(el("p").class("caption").child_if(caption).child_if(reach));
    let track = el("div")
        .class("track")
        .child(ticks(&scene.ticks))
        .child(dates("dates few", &scene.dates[0]))
        .child(dates("dates many", &scene.dates[1]))
        .child(slider(state, on_action));
    el("section")
        .fixed(&[("id", "strip"), ("class", "strip")])
        .set("aria-label", words.date_shown)
        .child(track)
        .child(steps(atlas, state, on_action, playing, set_playing))
        .child(says)
        .child(spans(atlas, state, on_action))
}

/// The event of the day, in a link to its facts.
fn caption_view(caption: &Caption, link: Element) -> Element {
    let more = (caption.more > 0).then(|| ["\u{a0}(+", &caption.more.to_string(), ")"].concat());
    link.set("id", CAPTION)
        .classes(&["link", concern_class(caption.concern)])
        .child(el("bdi").text(&caption.title))
        .text(&more.unwrap_or_default())
}

/// The look of a concern: the hue of its alliance, and how much it stands out.
fn concern_class(concern: Concern) -> &'static str {
    concern.tone().map_or("", tone_class)
}

/// The ticks on the slider's track, one line for all that look alike.
fn ticks(ticks: &[Tick]) -> Element {
    let mut lines: Vec<(Concern, bool, String)> = Vec::new();
    for tick in ticks {
        let line = [
            "M",
            &number(tick.x),
            " ",
            &number(TRACK_HEIGHT),
            "v-",
            rise(tick.concern),
        ];
        match lines.last_mut() {
            Some((concern, scheduled, path))
                if *concern == tick.concern && *scheduled == tick.scheduled =>
            {
                path.push_str(&line.concat());
            }
            _ => lines.push((tick.concern, tick.scheduled, line.concat())),
        }
    }
    let lines = lines.iter().map(|(concern, scheduled, path)| {
        el("path")
            .classes(&[concern_class(*concern), when(*scheduled, "scheduled")])
            .set("d", path)
    });
    let size = ["0 0 ", &number(TRACK_LENGTH), " ", &number(TRACK_HEIGHT)];
    el("svg")
        .fixed(&[
            ("class", "ticks"),
            ("aria-hidden", "true"),
            ("preserveAspectRatio", "none"),
        ])
        .set("viewBox", &size.concat())
        .children(lines)
}

/// Some dates below the track. Their places are shares of its length: letters are not stretched.
fn dates(class: &str, dates: &[DateLabel]) -> Element {
    let dates = dates.iter().map(|date| {
        let anchor = match date.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        el("text")
            .set("x", &[&number(100.0 * date.x / TRACK_LENGTH), "%"].concat())
            .set("y", "12")
            .set("text-anchor", anchor)
            .text(&date.text)
    });
    el("svg")
        .class(class)
        .set("aria-hidden", "true")
        .children(dates)
}

/// The height of a tick, in CSS px.
const fn rise(concern: Concern) -> &'static str {
    match concern {
        Concern::Alliance(_) => "18",
        Concern::Member(_) => "11",
        Concern::Other => "7",
    }
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
    let step = |class: &str, path: &str, name: &str, to: Option<Date>| {
        acting_button(on_action, Action::MoveTo(to.unwrap_or(state.date)))
            .class(class)
            .set("aria-label", name)
            .set("title", name)
            .flag("disabled", to.is_none())
            .child(icon(path))
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
        .child(step("earlier", EARLIER, words.previous_event, earlier))
        .child(
            button(toggle)
                .set("id", "play")
                .set("aria-label", name)
                .set("title", name)
                .child(icon(if playing { PAUSE } else { PLAY })),
        )
        .child(step("later", LATER, words.next_event, later))
        .child(step("latest", LATEST, words.today, today))
}

/// Signs of buttons, as paths about the origin; all but the first two point forward along the axis
/// or back, and are mirrored with it.
const PLAY: &str = "M-4 -6L7 0L-4 6Z";
const PAUSE: &str = "M-5 -6h3v12h-3ZM2 -6h3v12h-3Z";
const EARLIER: &str = "M5 -5.5L-3 0L5 5.5ZM-6 -5.5h2v11h-2Z";
const LATER: &str = "M-5 -5.5L3 0L-5 5.5ZM4 -5.5h2v11h-2Z";
const LATEST: &str = "M-8 -5.5L-2 0L-8 5.5ZM-1 -5.5L5 0L-1 5.5ZM6 -5.5h2v11h-2Z";

/// The day shown, as a slider over the window; native, so that it goes the way of
/// writing and every key, pointer and screen reader knows it.
fn slider(state: Input, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let oninput = input::acting(on_action, |_: InputEvent| {
        let days = platform::value(DAY)?.parse::<i64>().ok()?;
        Some(Action::MoveTo(Date::from_days(i32::try_from(days).ok()?)))
    });
    let shown = state.window.clamp(state.date);
    let days = |date: Date| date.days().to_string();
    el("input")
        .set("id", DAY)
        .set("type", "range")
        .classes(&["day-slider", when(shown != state.date, "beyond")])
        .set("min", &days(state.window.first))
        .set("max", &days(state.window.last))
        .set("aria-label", words.date_shown)
        .set("aria-valuetext", &format::date(state.locale, state.date))
        .value(&days(shown))
        .on(oninput::Wrapper::new(oninput))
}

/// Shorter and longer times for the slider.
fn spans(atlas: &SharedAtlas, state: Input, on_action: &Callback<Action>) -> Element {
    let words = Texts::of(state.locale).words;
    let (whole, opening) = (atlas.ecosystem().span(), atlas.ecosystem().window);
    let zoom = |factor| zoomed_about(state.window, state.date, factor, whole);
    let button = |class: &str, name: &str, span: Span| {
        acting_button(on_action, Action::Zoom(span))
            .class(class)
            .set("aria-label", name)
            .set("title", name)
            .flag("disabled", span == state.window)
    };
    let opens = words.timeline_opening;
    el("div")
        .fixed(&[("class", "steps spans"), ("role", "group")])
        .set("aria-label", words.timeline)
        .child(button("shorter", words.timeline_in, zoom(ZOOM_STEP)).child(icon(PLUS)))
        .child(button("longer", words.timeline_out, zoom(1.0 / ZOOM_STEP)).child(icon(MINUS)))
        .child(button("", opens, opening).text(opens))
        .child(button("", words.timeline_all, whole).text(words.timeline_all))
}
