//! Buttons and links: what is pressed or followed, written once.

use super::element::{Element, el};
use super::input;
use crate::model::{Ecosystem, Subject};
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

/// The signs for more and for less, as paths: fonts that have them come for them alone.
pub(super) const PLUS: &str = "M-5.5 -0.75h11v1.5h-11ZM-0.75 -5.5h1.5v11h-1.5Z";
pub(super) const MINUS: &str = "M-5.5 -0.75h11v1.5h-11Z";

/// A button's sign, a path about the origin; the button's name says the same.
pub(super) fn icon(path: &str) -> Element {
    el("svg")
        .fixed(&[
            ("class", "icon"),
            ("viewBox", "-9 -9 18 18"),
            ("width", "18"),
            ("height", "18"),
            ("aria-hidden", "true"),
        ])
        .child(el("path").set("d", path))
}

/// A name that leads to what it names.
pub(super) fn link(
    on_action: &Callback<Action>,
    story: &Ecosystem,
    subject: Subject,
    name: &str,
) -> Element {
    named(
        leading(on_action, story, subject, Action::Focus(Some(subject))),
        name,
    )
}

/// A name on a prerendered page: a link to where the record tells of the subject.
pub(super) fn still_link(story: &Ecosystem, subject: Subject, name: &str) -> Element {
    named(address(story, subject), name)
}

fn named(link: Element, name: &str) -> Element {
    link.class("link").child(el("bdi").text(name))
}

/// A link to where a page without scripts tells of a subject.
pub(super) fn address(story: &Ecosystem, subject: Subject) -> Element {
    el("a").set("href", &["#", &anchor(story, subject)].concat())
}

/// A link to where the page at the address `home` tells of a subject. An empty `home` is this
/// page; any other opens in a tab of its own, for a frame must not be replaced.
#[cfg(feature = "ssr")]
pub(super) fn address_at(home: &str, story: &Ecosystem, subject: Subject) -> Element {
    let link = el("a").set("href", &[home, "#", &anchor(story, subject)].concat());
    if home.is_empty() {
        return link;
    }
    link.fixed(&[("target", "_blank"), ("rel", "noopener")])
}

/// A real link to a subject, which the app follows by an action. Without scripts
/// it leads to where the same page tells of the subject; a click with a key held
/// down stays the browser's.
pub(super) fn leading(
    on_action: &Callback<Action>,
    story: &Ecosystem,
    subject: Subject,
    action: Action,
) -> Element {
    let follow = input::acting(on_action, move |event: MouseEvent| {
        input::follows(&event).then_some(action)
    });
    address(story, subject).on_click(follow)
}

/// Where a page without scripts tells of a subject: an id that is, in an address,
/// also the state in which the app shows it.
pub(super) fn anchor(story: &Ecosystem, subject: Subject) -> String {
    ["focus=", story.slug(subject)].concat()
}

/// Where a page without scripts tells a step, which is the state of the app in the same way.
pub(super) fn step_anchor(slug: &str) -> String {
    ["step=", slug].concat()
}

/// A handler that does one thing.
pub(super) fn doing(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    on_action.reform(move |_| action)
}
