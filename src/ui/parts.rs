//! The page's smallest parts, written once.

use super::element::{Element, el};
use crate::model::Subject;
use crate::state::Action;
use yew::{Callback, MouseEvent};

/// A button with nothing on it yet.
pub(super) fn button(onclick: Callback<MouseEvent>) -> Element {
    el("button").set("type", "button").on_click(onclick)
}

/// A button that does one thing.
pub(super) fn acting_button(on_action: &Callback<Action>, action: Action) -> Element {
    button(doing(on_action, action))
}

/// A name that leads to what it names.
pub(super) fn link(on_action: &Callback<Action>, subject: Subject, name: &str) -> Element {
    acting_button(on_action, Action::Focus(Some(subject)))
        .class("link")
        .child(el("bdi").text(name))
}

/// A few words of a look of their own.
pub(super) fn span(class: &str, text: &str) -> Element {
    el("span").class(class).text(text)
}

/// A handler that does one thing.
pub(super) fn doing(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    on_action.reform(move |_| action)
}

/// A class name where something holds, else none.
pub(super) const fn when(holds: bool, name: &'static str) -> &'static str {
    if holds { name } else { "" }
}

/// The class of an alliance's hue: two alliances have hues, the others are grey.
pub(super) const fn tone_class(tone: usize) -> &'static str {
    match tone {
        0 => "tone-0",
        1 => "tone-1",
        _ => "tone-2",
    }
}
