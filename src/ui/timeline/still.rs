//! The timeline where nothing answers: as an axis for each of two widths and as a list, one of
//! which the style sheet shows, with its events as links to where the record tells of them.

use super::close_up::{CLOSE_UP, cluster, drawing, event, ground, pictured};
use super::overview::{OVERVIEW, overview};
use super::years::years;
use super::{TIMELINE, heading};
use crate::model::Subject;
use crate::scene::timeline::{self, Input, Listed};
use crate::state::State;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::controls::address;
use crate::ui::element::{Element, el};
use crate::ui::widths::STILL_AXES;
use std::rc::Rc;
use yew::Callback;

/// What tells the axes of [`STILL_AXES`] apart: the class, and the ids of the close-up and the
/// overview. The last is the one that has the app's ids.
const NAMES: [[&str; 3]; 2] = [
    ["narrow", "close-up-narrow", "overview-narrow"],
    ["roomy", CLOSE_UP, OVERVIEW],
];

/// The timeline in each shape.
pub(in crate::ui) fn shapes(atlas: &SharedAtlas, state: State) -> Element {
    let story = atlas.ecosystem();
    let listed = Listed::from(&state);
    let state = Input::from(&state);
    let axes = STILL_AXES
        .iter()
        .zip(NAMES)
        .map(|(&(_, width), names)| axis(atlas, state, width, names));
    let list = el("div")
        .class("list when-list")
        .child(years(atlas, listed, false, &|event, _| {
            address(story, event)
        }));
    el("section")
        .fixed(&[
            ("id", TIMELINE),
            ("class", "timeline frames"),
            ("aria-labelledby", "timeline-heading"),
        ])
        .child(heading(state))
        .children(axes)
        .child(list)
}

/// The timeline as an axis that is drawn for a width in CSS px.
fn axis(
    atlas: &SharedAtlas,
    state: Input,
    width: f64,
    [class, close_up, overview_id]: [&str; 3],
) -> Element {
    let (story, texts) = (atlas.ecosystem(), Texts::of(state.locale));
    let nothing = &Callback::noop();
    let scene = timeline::of(atlas, state, width);
    let mut marks = el("g");
    for mark in &scene.clusters {
        marks = marks.child(cluster(el("g"), mark));
    }
    for mark in &scene.events {
        let link = address(story, Subject::Event(mark.event)).set("aria-label", &mark.name);
        // An id stands once in a page: on the axis that has the app's.
        marks = marks.child(if close_up == CLOSE_UP {
            event(link, mark)
        } else {
            pictured(link, mark)
        });
    }
    let drawing = drawing(&scene, texts)
        .set("id", close_up)
        .child(ground(&scene, texts))
        .child(marks);
    el("div")
        .classes(&["axis", "when-axis", class])
        .child(drawing)
        .child(overview(atlas, state, &scene, Rc::default(), nothing).set("id", overview_id))
}
