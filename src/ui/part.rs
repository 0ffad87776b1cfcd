//! Parts of the page that are drawn again only when what they show has changed.
//!
//! What renders parts must itself be small: Yew lets the browser paint when a
//! component has taken long and its children still wait, and half of the page
//! would be shown a frame before the other half. Several parts that wait at the
//! same time are all rendered before that.

use super::context::SharedAtlas;
use crate::graph::Slice;
use crate::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// What draws a part.
pub(super) type Draw = fn(&SharedAtlas, State, &Slice, &Callback<Action>) -> Html;

#[derive(Properties)]
struct PartProps {
    atlas: SharedAtlas,
    state: State,
    slice: Rc<Slice>,
    on_action: Callback<Action>,
    draw: Draw,
}

impl PartialEq for PartProps {
    /// The slice is what the state asks for, and the others never change.
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.atlas == other.atlas
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    (props.draw)(&props.atlas, props.state, &props.slice, &props.on_action)
}

/// A part of the page; what of the state it does not show is given as at the opening.
pub(super) fn part(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
    draw: Draw,
) -> Html {
    html! { <Part {atlas} {state} slice={Rc::clone(slice)} {on_action} {draw} /> }
}
