//! The timeline where nothing answers: as an axis and as a list, one of which
//! the style sheet shows, with its events as links to where the record tells of
//! them.

use super::close_up::{cluster, drawing, event, ground};
use super::overview::overview;
use super::years::years;
use super::{DAY, USUAL_WIDTH, day_slider, heading, steps, windows};
use crate::model::Subject;
use crate::scene::timeline::{self, Input, Listed};
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
use crate::ui::parts::address_at;
use std::rc::Rc;
use yew::Callback;

/// The timeline twice; `home` is the address of the page with the record, empty where it
/// is this one.
pub(in crate::ui) fn still(atlas: &SharedAtlas, state: State, home: &str) -> Element {
    let (story, texts) = (atlas.ecosystem(), Texts::of(state.locale));
    let nothing = &Callback::noop();
    let listed = Listed::from(&state);
    let state = Input::from(&state);
    let scene = timeline::of(atlas, state, USUAL_WIDTH);
    let mut marks = el("g");
    for mark in &scene.clusters {
        marks = marks.child(cluster(el("g"), mark));
    }
    for mark in &scene.events {
        let link =
            address_at(home, story, Subject::Event(mark.event)).set("aria-label", &mark.name);
        marks = marks.child(event(link, mark));
    }
    let close_up = drawing(&scene, texts)
        .child(ground(&scene, texts))
        .child(marks);
    let axis = el("div")
        .class("axis when-axis")
        .child(day_slider(DAY, state.window, state, nothing))
        .child(close_up)
        .child(overview(atlas, state, &scene, Rc::default(), nothing));
    let list = el("div")
        .class("list when-list")
        .child(day_slider("day-of-list", story.span(), state, nothing))
        .child(years(atlas, listed, &|event, _| {
            address_at(home, story, event)
        }));
    let windows = windows(story.span(), story.window, state, nothing);
    let bar = heading(state)
        .child(steps(atlas, state, nothing, false, Callback::noop()))
        .child(super::day(state))
        .child(el("div").class("when-axis").child(windows));
    el("section")
        .fixed(&[
            ("class", "timeline frames"),
            ("aria-labelledby", "timeline-heading"),
        ])
        .child(bar)
        .child(axis)
        .child(list)
}
