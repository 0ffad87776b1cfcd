//! The overview: the whole time, and the close-up as a window that can be dragged.

use crate::date::{Date, Span};
use crate::platform;
use crate::scene::path::number;
use crate::scene::timeline::{Axis, Input, OVERVIEW_HEIGHT, TimelineScene};
use crate::state::Action;
use crate::timeline::scale::{SHORTEST_WINDOW, panned};
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
use crate::ui::input;
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{onpointercancel, onpointerdown, onpointermove, onpointerup};
use yew::prelude::*;

/// The drawing's id.
pub(super) const OVERVIEW: &str = "overview";
/// How near to an end of the window a press takes hold of it, in CSS px.
const GRIP: f64 = 12.0;

/// What a drag holds.
#[derive(Clone, Copy)]
pub(super) enum Hold {
    /// An end of the window; the other end stays.
    End(Date),
    /// The window, by this many days after its first.
    Middle(i32),
}

/// The drawing; `drag` is what a press holds, where there is one.
pub(super) fn overview(
    atlas: &SharedAtlas,
    state: Input,
    scene: &TimelineScene,
    drag: Rc<RefCell<Option<Hold>>>,
    on_action: &Callback<Action>,
) -> Element {
    let texts = Texts::of(state.locale);
    let width = scene.width;
    let scene = &scene.overview;
    let whole = atlas.ecosystem().span();
    let axis = Axis::new(whole, width, texts.direction);
    let window = state.window;
    let day_under = move |event: &PointerEvent| {
        let bounds = platform::bounds(OVERVIEW)?;
        let x = input::pointer_place(event).x - bounds.min.x;
        Some((x, axis.date_at(x)))
    };
    let onpointerdown = {
        let (drag, on_action) = (Rc::clone(&drag), on_action.clone());
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
            drag.replace(Some(hold));
        })
    };
    let onpointermove = {
        let drag = Rc::clone(&drag);
        input::acting(on_action, move |event: PointerEvent| {
            let hold = (*drag.borrow())?;
            let (_, day) = day_under(&event)?;
            Some(Action::Zoom(dragged(hold, day, window, whole)))
        })
    };
    let release = Callback::from(move |_: PointerEvent| {
        drag.replace(None);
    });
    let [left, right] = scene.window;
    let h = number(OVERVIEW_HEIGHT);
    let rect = |class: &str, x| el("rect").class(class).number("x", x);
    let grip = |x: f64| {
        rect("grip", x - 2.0).fixed(&[("y", "4"), ("width", "4"), ("height", "17"), ("rx", "2")])
    };
    let ticks = scene.ticks.iter().map(|mark| {
        el("text")
            .number("x", mark.x)
            .fixed(&[("y", "40"), ("text-anchor", "start")])
            .text(&mark.text)
    });
    // One element for all: there are as many as events.
    let specks = scene.specks.iter().map(|(x, lane)| {
        let y = 3.0 + lane_offset(*lane);
        ["M", &number(*x), " ", &number(y), "v3"].concat()
    });
    let specks = el("path")
        .class("speck")
        .set("d", &specks.collect::<String>());
    let shown = rect("window", left)
        .number("width", right - left)
        .fixed(&[("y", "0.5"), ("height", "24")]);
    let cursor = ["M", &number(scene.cursor), " 0V25"].concat();
    el("svg")
        .fixed(&[("class", "overview"), ("aria-hidden", "true")])
        .set("viewBox", &["0 0 ", &number(width), " ", &h].concat())
        .set("direction", texts.direction.keyword())
        .on(onpointerdown::Wrapper::new(onpointerdown))
        .on(onpointermove::Wrapper::new(onpointermove))
        .on(onpointerup::Wrapper::new(release.clone()))
        .on(onpointercancel::Wrapper::new(release))
        .child(el("title").text(texts.words.overview))
        .child(cue(texts, width))
        .child(shown)
        .children(ticks)
        .child(specks)
        .child(el("path").class("cursor").set("d", &cursor))
        .child(grip(left))
        .child(grip(right))
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
fn cue(texts: Texts, width: f64) -> Element {
    let (words, direction) = (texts.words, texts.direction);
    let text = [words.oldest, direction.forward_arrow(), words.newest].join(" ");
    el("text")
        .number("x", direction.physical_x(0.0, width))
        .set("y", "16")
        .text(&text)
}
