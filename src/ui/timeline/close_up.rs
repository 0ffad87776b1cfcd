//! The close-up: lanes of events over an axis, and the cursor.

use crate::keymap::{self, Key};
use crate::layout::text::Face;
use crate::locale::Direction;
use crate::model::Subject;
use crate::platform;
use crate::scene::path::number;
use crate::scene::timeline::{
    Axis, ClusterMark, EventMark, Input, LaneMark, MARK_SIZE, TickMark, TimelineScene,
};
use crate::state::Action;
use crate::timeline::scale::zoomed_about;
use crate::ui::classes::{emphasis, when};
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
use crate::ui::input;
use yew::html::{onfocusin, onkeydown, onwheel};
use yew::prelude::*;

/// The drawing's id.
pub(super) const CLOSE_UP: &str = "close-up";

/// The drawing; `current` is the event that the keyboard was at last.
pub(super) fn close_up(
    atlas: &SharedAtlas,
    state: Input,
    scene: &TimelineScene,
    current: &UseStateHandle<Option<Subject>>,
    on_action: &Callback<Action>,
) -> Element {
    let texts = Texts::of(state.locale);
    let at = scene
        .events
        .iter()
        .position(|mark| Some(Subject::Event(mark.event)) == **current)
        .or_else(|| {
            scene
                .events
                .iter()
                .position(|mark| !mark.later && mark.core)
        })
        .unwrap_or_default();
    let ids: Vec<_> = scene
        .events
        .iter()
        .map(|mark| mark_id(&mark.slug))
        .collect();
    let onkeydown = {
        let (direction, on_action) = (texts.direction, on_action.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = input::key(&event) else {
                return;
            };
            let last = ids.len().saturating_sub(1);
            let to = match (key, keymap::step(key, input::modifiers(&event), direction)) {
                (_, Some(1)) => (at + 1).min(last),
                (_, Some(_)) => at.saturating_sub(1),
                (Key::Home, None) => 0,
                (Key::End, None) => last,
                (Key::Escape, None) => return on_action.emit(Action::Focus(None)),
                _ => return,
            };
            event.prevent_default();
            if let Some(id) = ids.get(to) {
                platform::focus(id);
            }
        })
    };
    let axis = Axis::new(state.window, scene.width, texts.direction);
    let day_under = move |event: &MouseEvent| {
        let bounds = platform::bounds(CLOSE_UP)?;
        Some(axis.date_at(input::place(event).x - bounds.min.x))
    };
    let onclick = input::acting(on_action, move |event| {
        day_under(&event).map(Action::MoveTo)
    });
    let onwheel = {
        let (whole, window) = (atlas.ecosystem().span(), state.window);
        input::acting(on_action, move |event: WheelEvent| {
            if !input::is_zoom(&event) {
                return None;
            }
            event.prevent_default();
            let factor = input::zoom_factor(&event);
            Some(Action::Zoom(zoomed_about(
                window,
                day_under(&event)?,
                factor,
                whole,
            )))
        })
    };
    let events = Events { on_action, current };
    let marks = scene.events.iter().enumerate();
    let marks = marks.map(|(index, mark)| events.event(mark, index == at).into());
    drawing(scene, texts)
        .set("id", CLOSE_UP)
        .on(onkeydown::Wrapper::new(onkeydown))
        .on_click(onclick)
        .on(onwheel::Wrapper::new(onwheel))
        .child(ground(scene, texts))
        .list(
            scene
                .clusters
                .iter()
                .map(|it| events.cluster(it).into())
                .collect(),
        )
        .list(marks.collect())
}

/// The drawing, with nothing drawn and without an id.
pub(super) fn drawing(scene: &TimelineScene, texts: Texts) -> Element {
    let (w, h) = (number(scene.width), number(scene.height));
    el("svg")
        .fixed(&[("class", "close-up"), ("role", "group")])
        .set("viewBox", &["0 0 ", &w, " ", &h].concat())
        .set("direction", texts.direction.keyword())
        .set("aria-label", texts.words.timeline)
}

/// The axis, the lanes and the cursor.
pub(super) fn ground(scene: &TimelineScene, texts: Texts) -> Element {
    let ticks = scene.ticks.iter();
    let ticks = ticks.map(|it| tick(it, scene.axis_y, scene.width, texts.direction));
    let cursor = scene.cursor.map(|x| {
        let path = ["M", &number(x), " 0V", &number(scene.axis_y + 6.0)].concat();
        el("path").class("cursor").set("d", &path)
    });
    el("g")
        .set("aria-hidden", "true")
        .children(ticks)
        .children(scene.lanes.iter().map(|it| lane(it, &texts)))
        .child_if(cursor)
}

fn mark_id(slug: &str) -> String {
    ["event-", slug].concat()
}

/// A line and its label; one near an edge is anchored inwards.
fn tick(mark: &TickMark, y: f64, width: f64, direction: Direction) -> Element {
    let half = Face::Label.width(&mark.text) / 2.0;
    let near_left = mark.x < half;
    let near_right = mark.x > width - half;
    let start_is_left = direction == Direction::LeftToRight;
    let anchor = match (near_left, near_right) {
        (true, _) if start_is_left => "start",
        (true, _) => "end",
        (_, true) if start_is_left => "end",
        (_, true) => "start",
        _ => "middle",
    };
    let x = number(mark.x);
    el("g")
        .classes(&["tick", when(mark.major, "major")])
        .child(el("path").set("d", &["M", &x, " 0V", &number(y + 4.0)].concat()))
        .child(words_at(mark.x, y + 21.0, &mark.text).set("text-anchor", anchor))
}

fn lane(mark: &LaneMark, texts: &Texts) -> Element {
    let lines = mark
        .lines
        .iter()
        .map(|[from, to, y]| ["M", &number(*from), " ", &number(*y), "H", &number(*to)].concat());
    let mut lane = el("g")
        .class("lane")
        .child(el("path").set("d", &lines.collect::<String>()))
        .child(words_at(mark.name_x, mark.name_y + 4.5, &mark.name));
    if !mark.outside.is_empty() {
        let outside = mark.outside.join(texts.words.comma);
        let outside = words_at(mark.name_x, mark.name_y + 18.5, &outside);
        lane = lane.child(outside.class("outside"));
    }
    lane
}

fn words_at(x: f64, y: f64, text: &str) -> Element {
    el("text").number("x", x).number("y", y).text(text)
}

struct Events<'a> {
    on_action: &'a Callback<Action>,
    current: &'a UseStateHandle<Option<Subject>>,
}

impl Events<'_> {
    fn event(&self, mark: &EventMark, is_current: bool) -> Element {
        let choose = Action::Visit(Subject::Event(mark.event), mark.date);
        let onclick = self.on_action.reform(move |event: MouseEvent| {
            event.stop_propagation();
            choose
        });
        let onkeydown = input::acting(self.on_action, move |event: KeyboardEvent| {
            let key = input::key(&event)?;
            matches!(key, Key::Enter | Key::Space).then(|| {
                event.prevent_default();
                choose
            })
        });
        let arrive = {
            let (current, event) = (self.current.setter(), Subject::Event(mark.event));
            let id = mark_id(&mark.slug);
            move |_: FocusEvent| {
                current.set(Some(event));
                platform::bring_mark_into_view(&id);
            }
        };
        let group = el("g")
            .key(&mark.slug)
            .mark_button(&mark.name, is_current, mark.chosen)
            .on_click(onclick)
            .on(onkeydown::Wrapper::new(onkeydown))
            .on(onfocusin::Wrapper::new(Callback::from(arrive)));
        event(group, mark)
    }

    fn cluster(&self, mark: &ClusterMark) -> Element {
        let window = mark.window;
        let closer = move |event: &Event| {
            event.stop_propagation();
            Action::Zoom(window)
        };
        let onclick = self
            .on_action
            .reform(move |event: MouseEvent| closer(&event));
        let onkeydown = input::acting(self.on_action, move |event: KeyboardEvent| {
            let key = input::key(&event)?;
            matches!(key, Key::Enter | Key::Space).then(|| closer(&event))
        });
        let group = el("g")
            .fixed(&[("role", "button"), ("tabindex", "0")])
            .set("aria-label", &mark.name)
            .on_click(onclick)
            .on(onkeydown::Wrapper::new(onkeydown));
        cluster(group, mark)
    }
}

/// An event's mark, into the element that stands for it.
pub(super) fn event(element: Element, mark: &EventMark) -> Element {
    pictured(element.set("id", &mark_id(&mark.slug)), mark)
}

/// An event's mark without an id, for a picture of the drawing: ids belong to the drawing itself.
pub(super) fn pictured(element: Element, mark: &EventMark) -> Element {
    let thickness = if mark.core {
        MARK_SIZE
    } else {
        MARK_SIZE - 4.0
    };
    let label = mark.label.as_ref();
    let label =
        label.map(|(text, x, anchor)| words_at(*x, mark.y + 4.5, text).set("text-anchor", anchor));
    element
        .classes(&[
            "event",
            when(mark.core, "core"),
            when(mark.scheduled, "scheduled"),
            when(mark.unconfirmed, "unconfirmed"),
            when(mark.later, "later"),
            emphasis(mark.emphasis),
            when(mark.chosen, "chosen"),
        ])
        // Words beside the mark say what it is; where there are none, a tip does.
        .child_if(mark.label.is_none().then(|| el("title").text(&mark.name)))
        .child(capsule("target", mark.x, mark.y, 24.0))
        .child(capsule("dot", mark.x, mark.y, thickness))
        .child_if(label)
}

/// The mark of several events, into the element that stands for them.
pub(super) fn cluster(element: Element, mark: &ClusterMark) -> Element {
    let middle = f64::midpoint(mark.x[0], mark.x[1]);
    let count = words_at(middle, mark.y + 4.5, &mark.count).set("text-anchor", "middle");
    element
        .classes(&["cluster", emphasis(mark.emphasis)])
        .child(el("title").text(&mark.name))
        .child(capsule("dot", mark.x, mark.y, 18.0))
        .child(count)
}

/// A bar with round ends; a dot where both are the same place.
fn capsule(class: &'static str, x: [f64; 2], y: f64, thickness: f64) -> Element {
    let left = x[0].min(x[1]) - thickness / 2.0;
    let width = (x[1] - x[0]).abs() + thickness;
    el("rect")
        .class(class)
        .number("x", left)
        .number("y", y - thickness / 2.0)
        .number("width", width)
        .number("height", thickness)
        .number("rx", thickness / 2.0)
}
