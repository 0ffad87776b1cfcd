//! The timeline: a close-up over an overview where there is room, a list of years where there is
//! not. The day and the time shown are set by the strip above it.

mod close_up;
mod overview;
#[cfg(feature = "studio")]
pub(super) mod small;
#[cfg(feature = "ssr")]
pub(super) mod still;
mod years;

use super::context::{SharedAtlas, Texts};
use super::controls::leading;
use super::element::{Element, el};
use super::embed;
use super::hooks::use_width;
use super::part::{Projection, part};
use super::widths::{AXIS_FROM, USUAL_TIMELINE};
use crate::model::Subject;
use crate::scene::timeline::{self, Input, Listed};
use crate::state::Action;
use close_up::close_up;
use overview::{OVERVIEW, overview};
use years::years;
use yew::prelude::*;

/// The id of the whole, which has its width also while it is out of sight and the
/// browser leaves out what is in it.
pub(super) const TIMELINE: &str = "timeline";
/// The id of the box that the axis or the list fills.
const FRAME: &str = "timeline-frame";

#[derive(Properties, PartialEq)]
pub(super) struct TimelineProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: Input,
    /// Whether its list begins with every year closed.
    pub(super) folded: bool,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps {
        atlas,
        state,
        folded,
        on_action,
    } = props;
    let (state, folded) = (*state, *folded);
    // A list is the same at any width.
    let width = use_width(TIMELINE, USUAL_TIMELINE, |width| {
        if width < AXIS_FROM { 0.0 } else { width }
    });
    // Where the keyboard is is no part of it.
    let scene = use_memo((atlas.clone(), state, width), |(atlas, state, width)| {
        let has_axis = *width >= AXIS_FROM;
        has_axis.then(|| timeline::of(atlas, *state, *width))
    });
    let current = use_state_eq(|| None);
    let drag = use_mut_ref(|| None);
    let frame = el("div").set("id", FRAME);
    let frame = if let Some(scene) = &*scene {
        let mut events = scene.events.iter();
        let chosen = events.find(|mark| mark.chosen);
        embed::beside(frame, chosen.map(|mark| mark.y / scene.height))
            .class("axis")
            .child(close_up(atlas, state, scene, &current, on_action))
            .child(overview(atlas, state, scene, drag, on_action).set("id", OVERVIEW))
    } else {
        frame.class("list").node(part(Years {
            atlas: atlas.clone(),
            listed: listed(state),
            folded,
            on_action: on_action.clone(),
        }))
    };
    el("section")
        .fixed(&[
            ("id", TIMELINE),
            ("class", "timeline"),
            ("aria-labelledby", "timeline-heading"),
        ])
        .child(heading(state))
        .child(frame)
        .into()
}

/// What the list shows of a state: of what is chosen, only events stand in it.
fn listed(state: Input) -> Listed {
    let Input {
        locale,
        date,
        focus,
        step,
        ..
    } = state;
    Listed {
        locale,
        date,
        focus: focus.filter(|subject| matches!(subject, Subject::Event(_))),
        step,
    }
}

/// The list, as a part of the page.
#[derive(PartialEq)]
struct Years {
    atlas: SharedAtlas,
    listed: Listed,
    folded: bool,
    on_action: Callback<Action>,
}

impl Projection for Years {
    fn draw(&self) -> Html {
        years(&self.atlas, self.listed, self.folded, &|event, date| {
            let visit = Action::Visit(event, date);
            leading(&self.on_action, self.atlas.ecosystem(), event, visit)
        })
        .into()
    }
}

fn heading(state: Input) -> Element {
    let words = Texts::of(state.locale).words;
    el("h2").set("id", "timeline-heading").text(words.timeline)
}
