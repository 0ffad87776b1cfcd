//! The page's smallest parts, written once: markup is code, and each copy of a
//! button with its handler is some four hundred bytes of WebAssembly.

use crate::model::Subject;
use crate::state::Action;
use yew::prelude::*;

/// What a button is, besides its content.
#[derive(Default)]
pub(super) struct Button {
    /// Its id in the document.
    pub(super) id: Option<&'static str>,
    /// Its look.
    pub(super) class: &'static str,
    /// What it is called, where its content is only a sign.
    pub(super) name: Option<&'static str>,
    /// Whether it is pressed, where it can be.
    pub(super) pressed: Option<bool>,
    /// Whether it can do nothing now.
    pub(super) disabled: bool,
    /// What it does.
    pub(super) onclick: Callback<MouseEvent>,
}

impl Button {
    /// The button with its content.
    pub(super) fn of(self, content: Html) -> Html {
        let Self {
            id,
            class,
            name,
            pressed,
            disabled,
            onclick,
        } = self;
        html! {
            <button
                type="button"
                {id}
                {class}
                aria-label={name}
                title={name}
                aria-pressed={pressed.map(flag)}
                {disabled}
                {onclick}
            >
                { content }
            </button>
        }
    }
}

/// A name that leads to what it names.
pub(super) fn link(
    on_action: &Callback<Action>,
    subject: Subject,
    name: &str,
    pressed: Option<bool>,
) -> Html {
    let button = Button {
        class: "link",
        pressed,
        onclick: doing(on_action, Action::Focus(Some(subject))),
        ..Button::default()
    };
    button.of(html! { <bdi>{ name.to_owned() }</bdi> })
}

/// A few words of a look of their own.
pub(super) fn span(class: &'static str, text: impl Into<AttrValue>) -> Html {
    let text: AttrValue = text.into();
    html! { <span {class}>{ text }</span> }
}

/// A handler that does one thing.
pub(super) fn doing(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    on_action.reform(move |_| action)
}

/// A class list of the names that there are; without the macro, which brings a
/// hash map to every place that it is used in.
pub(super) fn class_of(names: &[&str]) -> String {
    let mut class = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !class.is_empty() {
            class.push(' ');
        }
        class.push_str(name);
    }
    class
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

/// The value of an ARIA state.
pub(super) const fn flag(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}
