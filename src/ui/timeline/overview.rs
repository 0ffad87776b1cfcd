//! The overview: the whole time, and the close-up as a window that can be dragged.

use crate::date::{Date, Span};
use crate::platform;
use crate::scene::path::number;
use crate::scene::timeline::{self, Axis, OVERVIEW_HEIGHT};
use crate::state::{Action, State};
use crate::timeline::scale::{SHORTEST_WINDOW, panned};
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::input;
use std::rc::Rc;
use yew::prelude::*;

/// The drawing's id.
const OVERVIEW: &str = "overview";
/// How near to an end of the window a press takes hold of it, in CSS px.
const GRIP: f64 = 12.0;

#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) width: f64,
    pub(super) on_action: Callback<Action>,
}

/// What a drag holds.
#[derive(Clone, Copy)]
enum Hold {
    /// An end of the window; the other end stays.
    End(Date),
    /// The window, by this many days after its first.
    Middle(i32),
}

#[component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let OverviewProps {
        atlas,
        state,
        width,
        on_action,
    } = props;
    let texts = Texts::of(state.locale);
    let scene = timeline::of(atlas, state, *width).overview;
    let whole = atlas.ecosystem().span();
    let axis = Axis::new(whole, *width, texts.direction);
    let window = state.window;
    let held = use_mut_ref(|| None);
    let day_under = move |event: &PointerEvent| {
        let bounds = platform::bounds(OVERVIEW)?;
        let x = input::pointer_place(event).x - bounds.min.x;
        Some((x, axis.date_at(x)))
    };
    let onpointerdown = {
        let (held, on_action) = (Rc::clone(&held), on_action.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((x, day)) = day_under(&event) else {
                return;
            };
            platform::capture_pointer(OVERVIEW, event.pointer_id());
            let near = |date| (axis.x(date) - x).abs() < GRIP;
            let hold = if near(window.first) {
                Hold::End(window.last)
            } else if near(window.last) {
                Hold::End(window.first)
            } else if window.contains(day) {
                Hold::Middle(day.days() - window.first.days())
            } else {
                Hold::Middle(window.length_days() / 2)
            };
            on_action.emit(Action::Zoom(dragged(hold, day, window, whole)));
            held.replace(Some(hold));
        })
    };
    let onpointermove = {
        let held = Rc::clone(&held);
        input::acting(on_action, move |event: PointerEvent| {
            let hold = (*held.borrow())?;
            let (_, day) = day_under(&event)?;
            Some(Action::Zoom(dragged(hold, day, window, whole)))
        })
    };
    let release = Callback::from(move |_: PointerEvent| {
        held.replace(None);
    });
    let [left, right] = scene.window;
    let h = number(OVERVIEW_HEIGHT);
    html! {
        <svg
            id={OVERVIEW}
            class="overview"
            viewBox={["0 0 ", &number(*width), " ", &h].concat()}
            direction={texts.direction.keyword()}
            aria-hidden="true"
            {onpointerdown}
            {onpointermove}
            onpointerup={release.clone()}
            onpointercancel={release}
        >
            <title>{ texts.words.overview }</title>
            { cue(texts, *width) }
            <rect class="window" x={number(left)} y="0.5" width={number(right - left)} height="24" />
            for mark in &scene.ticks {
                <text x={number(mark.x)} y="40" text-anchor="start">{ mark.text.clone() }</text>
            }
            for (x, lane) in &scene.specks {
                <rect class="speck" x={number(x - 1.0)} y={number(3.0 + lane_offset(*lane))} width="2" height="3" />
            }
            <path class="cursor" d={["M", &number(scene.cursor), " 0V25"].concat()} />
            <rect class="grip" x={number(left - 2.0)} y="4" width="4" height="17" rx="2" />
            <rect class="grip" x={number(right - 2.0)} y="4" width="4" height="17" rx="2" />
        </svg>
    }
}

fn lane_offset(lane: usize) -> f64 {
    u32::try_from(lane).map_or(0.0, f64::from) * 4.0
}

/// The window after its held part went to a day.
fn dragged(hold: Hold, day: Date, window: Span, whole: Span) -> Span {
    match hold {
        Hold::Middle(after_first) => panned(
            window,
            day.days() - after_first - window.first.days(),
            whole,
        ),
        Hold::End(fixed) => {
            let span = Span::between(fixed, day);
            if span.length_days() >= SHORTEST_WINDOW {
                span
            } else {
                window
            }
        }
    }
}

/// Which way time goes, in the gutter: "Earlier → Later".
fn cue(texts: Texts, width: f64) -> Html {
    let (words, direction) = (texts.words, texts.direction);
    let said = [words.oldest, direction.forward_arrow(), words.newest].join(" ");
    html! { <text x={number(direction.physical_x(0.0, width))} y="16">{ said }</text> }
}
