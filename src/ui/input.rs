//! The browser's events as values.

use crate::geometry::Point;
use crate::keymap::{Key, Modifiers};
use crate::state::Action;
use yew::Callback;
use yew::events::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// The key of an event; nothing while text is being composed.
pub(super) fn key(event: &KeyboardEvent) -> Option<Key> {
    if event.is_composing() {
        return None;
    }
    Key::named(&event.key())
}

pub(super) fn modifiers(event: &KeyboardEvent) -> Modifiers {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        Modifiers::Some
    } else {
        Modifiers::None
    }
}

/// Whether a click on a link is one that the app follows itself; the others ask
/// for a new tab or window, and are left to the browser.
pub(super) fn follows(event: &MouseEvent) -> bool {
    let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if plain {
        event.prevent_default();
    }
    plain
}

/// Where a pointer is, in CSS px of the window.
pub(super) fn place(event: &MouseEvent) -> Point {
    Point::new(f64::from(event.client_x()), f64::from(event.client_y()))
}

pub(super) fn pointer_place(event: &PointerEvent) -> Point {
    place(event)
}

/// Whether a pointer is a finger, which also scrolls the page.
pub(super) fn is_finger(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

/// Whether a wheel turn means zooming: with Ctrl or ⌘, as a trackpad's pinch
/// sends it; a plain turn scrolls the page.
pub(super) fn is_zoom(event: &WheelEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

/// How much a wheel turn enlarges, within what one turn may.
pub(super) fn zoom_factor(event: &WheelEvent) -> f64 {
    (1.0 - event.delta_y() * 0.004).clamp(0.5, 2.0)
}

/// A handler that acts where an event means something.
pub(super) fn acting<E: 'static>(
    on_action: &Callback<Action>,
    meaning: impl Fn(E) -> Option<Action> + 'static,
) -> Callback<E> {
    let on_action = on_action.clone();
    Callback::from(move |event| {
        if let Some(action) = meaning(event) {
            on_action.emit(action);
        }
    })
}
