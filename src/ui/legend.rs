//! The legend: signs with their words, most of them buttons that pick what they name.

use super::classes::when;
use super::context::{SharedAtlas, Texts};
use super::controls::acting_button;
use super::element::{Element, el};
use super::part::Projection;
use crate::graph::Slice;
use crate::scene::legend::{self, Entry, Sign};
use crate::scene::network::CORE;
use crate::scene::shape;
use crate::state::Action;
use std::rc::Rc;
use yew::{Callback, Html};

/// The id of a legend that comes up.
pub(super) const LEGEND: &str = "legend";

/// The signs of what is shown.
#[derive(PartialEq)]
pub(super) struct Legend {
    pub(super) atlas: SharedAtlas,
    pub(super) input: legend::Input,
    /// Whether its entries can be pressed.
    pub(super) controls: bool,
    /// Whether it comes up over the page, where that has no room for it.
    pub(super) comes_up: bool,
    pub(super) slice: Rc<Slice>,
    pub(super) on_action: Callback<Action>,
}

impl Projection for Legend {
    fn draw(&self) -> Html {
        groups(&self.atlas, self.input, &self.slice, &|entry| match entry
            .filter
            .filter(|_| self.controls)
        {
            None => el("span"),
            Some(filter) => {
                let next = (!entry.pressed).then_some(filter);
                acting_button(&self.on_action, Action::Pick(next))
                    .aria("aria-pressed", entry.pressed)
            }
        })
        .maybe("id", self.comes_up.then_some(LEGEND))
        .maybe("popover", self.comes_up.then_some("auto"))
        .into()
    }
}

/// The legend of a prerendered page, whose entries explain and are no buttons.
#[cfg(feature = "studio")]
pub(super) fn still(
    atlas: &SharedAtlas,
    input: legend::Input,
    comes_up: bool,
    slice: &Slice,
) -> Html {
    groups(atlas, input, slice, &|_| el("span"))
        .maybe("id", comes_up.then_some(LEGEND))
        .maybe("popover", comes_up.then_some("auto"))
        .into()
}

fn groups(
    atlas: &SharedAtlas,
    input: legend::Input,
    slice: &Slice,
    element: &dyn Fn(&Entry) -> Element,
) -> Element {
    let words = Texts::of(input.locale).words;
    let groups = legend::of_all_days(atlas, input, slice);
    let groups = groups.into_iter().map(|group| {
        let entries = group.entries.iter().map(|entry| {
            el("li")
                .class(when(entry.absent, "absent"))
                .child(entry_view(element(entry), entry))
        });
        el("div")
            .child(el("h3").text(group.heading))
            .child(el("ul").children(entries))
    });
    el("section")
        .class("legend")
        .set("aria-label", words.legend)
        .children(groups)
}

fn entry_view(element: Element, entry: &Entry) -> Element {
    element
        .class("entry")
        .child(sign_view(entry.sign))
        .child(el("span").text(&entry.text))
}

/// A small picture of the sign; the words beside it say the same.
fn sign_view(sign: Sign) -> Element {
    let line = |classes: &[&str]| el("path").classes(classes).set("d", "M-14 0L14 0");
    let mark = match sign {
        Sign::Hub => el("g").class("tone-0").child(circle("hub")),
        Sign::Shared => el("g")
            .child(half("tone-0 shape", "M0 -8A8 8 0 0 1 0 8Z"))
            .child(half("tone-1 shape", "M0 -8A8 8 0 0 0 0 8Z")),
        Sign::Ring => circle("ring"),
        Sign::Membership(accounts) => line(&["edge", "tone-0", accounts_class(accounts)]),
        Sign::Mark(accounts) => el("g")
            .class("tone-0")
            .child(el("circle").class("shape").set("r", "7"))
            .child_if((accounts < 2).then(|| el("circle").class("core").number("r", CORE))),
        Sign::Shape(shape) => half("shape plain", &shape::outline(shape, 7.0)),
        Sign::Unnamed => half("shape plain unnamed", shape::OUTLINE_ALONE),
        Sign::Unconfirmed => el("g")
            .class("event unconfirmed")
            .child(el("circle").class("dot").set("r", "6")),
        Sign::Relation(pattern) => line(&["edge", "relation", pattern.word()]),
    };
    sign_box().child(mark)
}

/// A sign with nothing in it, around the origin.
pub(super) fn sign_box() -> Element {
    el("svg").fixed(&[
        ("class", "sign"),
        ("viewBox", "-15 -10 30 20"),
        ("width", "30"),
        ("height", "20"),
        ("aria-hidden", "true"),
    ])
}

fn circle(class: &str) -> Element {
    el("circle").class(class).set("r", "8")
}

fn half(class: &str, path: &str) -> Element {
    el("path").class(class).set("d", path)
}

/// The class that gives a membership's line its weight.
pub(super) fn accounts_class(accounts: usize) -> &'static str {
    match accounts {
        0 | 1 => "accounts-1",
        2 => "accounts-2",
        _ => "accounts-3",
    }
}
