//! The close-up: lanes of events over an axis, and the cursor.

use crate::keymap::{self, Key};
use crate::layout::text::Face;
use crate::locale::Direction;
use crate::model::Subject;
use crate::platform;
use crate::scene::network::Emphasis;
use crate::scene::path::number;
use crate::scene::timeline::{self, Axis, ClusterMark, EventMark, LaneMark, MARK_SIZE, TickMark};
use crate::state::{Action, State};
use crate::timeline::scale::zoomed_about;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::input;
use crate::ui::parts::{class_of, flag, when};
use yew::prelude::*;

/// The drawing's id.
const CLOSE_UP: &str = "close-up";

#[derive(Properties, PartialEq)]
pub(super) struct CloseUpProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) width: f64,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn CloseUp(props: &CloseUpProps) -> Html {
    let CloseUpProps {
        atlas,
        state,
        width,
        on_action,
    } = props;
    let texts = Texts::of(state.locale);
    let scene = timeline::of(atlas, state, *width);
    let current = use_state_eq(|| None);
    let at = scene
        .events
        .iter()
        .position(|mark| Some(mark.event) == *current)
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
    let events = Events {
        on_action,
        current: &current,
    };
    let (w, h) = (number(scene.width), number(scene.height));
    html! {
        <svg
            id={CLOSE_UP}
            class="close-up"
            viewBox={["0 0 ", &w, " ", &h].concat()}
            direction={texts.direction.keyword()}
            role="group"
            aria-label={texts.words.timeline}
            {onkeydown}
            {onclick}
            {onwheel}
        >
            <g aria-hidden="true">
                { for scene.ticks.iter().map(|it| tick(it, scene.axis_y, scene.width, texts.direction)) }
                { for scene.lanes.iter().map(|it| lane(it, &texts)) }
                if let Some(x) = scene.cursor {
                    <path class="cursor" d={["M", &number(x), " 0V", &number(scene.axis_y + 6.0)].concat()} />
                }
            </g>
            { for scene.clusters.iter().map(|it| events.cluster(it)) }
            for (index, mark) in scene.events.iter().enumerate() {
                { events.event(mark, index == at) }
            }
        </svg>
    }
}

fn mark_id(slug: &str) -> String {
    ["event-", slug].concat()
}

/// A line and its label; one near an edge is anchored inwards.
fn tick(mark: &TickMark, y: f64, width: f64, direction: Direction) -> Html {
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
    html! {
        <g class={class_of(&["tick",when( mark.major, "major")])}>
            <path d={["M", &x, " 0V", &number(y + 4.0)].concat()} />
            <text {x} y={number(y + 21.0)} text-anchor={anchor}>{ mark.text.clone() }</text>
        </g>
    }
}

fn lane(mark: &LaneMark, texts: &Texts) -> Html {
    let lines = mark
        .lines
        .iter()
        .map(|[from, to, y]| ["M", &number(*from), " ", &number(*y), "H", &number(*to)].concat());
    let x = number(mark.name_x);
    let outside = mark.outside.join(texts.words.comma);
    html! {
        <g class="lane">
            <path d={lines.collect::<String>()} />
            <text x={x.clone()} y={number(mark.name_y + 4.5)}>{ mark.name }</text>
            if !outside.is_empty() && mark.lines.len() > 1 {
                <text class="outside" {x} y={number(mark.name_y + 22.0)}>{ outside }</text>
            }
        </g>
    }
}

struct Events<'a> {
    on_action: &'a Callback<Action>,
    current: &'a UseStateHandle<Option<crate::model::id::EventId>>,
}

impl Events<'_> {
    fn event(&self, mark: &EventMark, is_current: bool) -> Html {
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
            let (current, event) = (self.current.setter(), mark.event);
            move |_: FocusEvent| current.set(Some(event))
        };
        let class = class_of(&[
            "event",
            when(mark.core, "core"),
            when(mark.scheduled, "scheduled"),
            when(mark.later, "later"),
            when(mark.emphasis == Emphasis::Strong, "strong"),
            when(mark.chosen, "chosen"),
        ]);
        html! {
            <g
                key={mark.slug.clone()}
                id={mark_id(&mark.slug)}
                {class}
                role="button"
                tabindex={if is_current { "0" } else { "-1" }}
                aria-label={mark.name.clone()}
                aria-pressed={flag(mark.chosen)}
                {onclick}
                {onkeydown}
                onfocusin={arrive}
            >
                <title>{ mark.name.clone() }</title>
                { capsule("target", mark.x, mark.y, 24.0) }
                { capsule("dot", mark.x, mark.y, if mark.core { MARK_SIZE } else { MARK_SIZE - 4.0 }) }
                if let Some((text, x, anchor)) = &mark.label {
                    <text x={number(*x)} y={number(mark.y + 4.5)} text-anchor={*anchor}>{ text.clone() }</text>
                }
            </g>
        }
    }

    fn cluster(&self, mark: &ClusterMark) -> Html {
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
        let middle = f64::midpoint(mark.x[0], mark.x[1]);
        html! {
            <g class="cluster" role="button" tabindex="0" aria-label={mark.name.clone()} {onclick} {onkeydown}>
                <title>{ mark.name.clone() }</title>
                { capsule("dot", mark.x, mark.y, 18.0) }
                <text x={number(middle)} y={number(mark.y + 4.5)} text-anchor="middle">{ mark.count.clone() }</text>
            </g>
        }
    }
}

/// A bar with round ends; a dot where both are the same place.
fn capsule(class: &'static str, x: [f64; 2], y: f64, thickness: f64) -> Html {
    let left = x[0].min(x[1]) - thickness / 2.0;
    let width = (x[1] - x[0]).abs() + thickness;
    html! {
        <rect
            {class}
            x={number(left)}
            y={number(y - thickness / 2.0)}
            width={number(width)}
            height={number(thickness)}
            rx={number(thickness / 2.0)}
        />
    }
}
