//! The picture for a room: nothing in it is pressed, so that a tap anywhere goes on.

use super::STAGE;
use crate::geometry::Size;
use crate::graph::Slice;
use crate::layout::Frame;
use crate::platform;
use crate::scene::path::number;
use crate::scene::{stage, statement};
use crate::state::State;
use crate::ui::classes::when;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::el;
use crate::ui::hooks::use_kept;
use crate::ui::network::marks;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PictureProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) slice: Rc<Slice>,
}

#[component]
pub(super) fn Picture(props: &PictureProps) -> Html {
    let PictureProps {
        atlas,
        state,
        slice,
    } = props;
    let texts = Texts::of(state.locale);
    let frame = use_size(STAGE).map_or(Frame::Wide, stage::frame);
    let layout = use_memo(
        (atlas.clone(), frame, state.relations),
        |(atlas, frame, relations)| stage::layout(atlas, *frame, *relations),
    );
    let picture = stage::picture(atlas, &layout, state, slice);
    let (min, size) = (picture.shown.min, picture.shown.size());
    let shown = [min.x, min.y, size.width, size.height].map(number);
    let statement = statement::of(atlas, state, slice);
    let name = [&statement.day, texts.words.colon, &statement.counts].concat();
    let svg = el("svg")
        .class("network")
        .set("direction", texts.direction.keyword())
        .set("role", "img")
        .set("aria-label", &name)
        .set("viewBox", &shown.join(" "));
    let nodes = picture.scene.nodes.iter();
    let nodes = el("g")
        .children(nodes.map(|mark| marks::node(el("g").key(&mark.slug), mark, &picture.highlight)));
    el("div")
        .classes(&[
            "room-picture",
            when(frame == Frame::Tall, "tall"),
            when(state.relations, "with-relations"),
        ])
        .child(
            svg.children(marks::ground(&picture.scene, &picture.highlight))
                .child(nodes),
        )
        .into()
}

/// The size of the element of this id, in CSS px; none before it is known.
#[hook]
fn use_size(id: &'static str) -> Option<Size> {
    let size = use_state_eq(|| None);
    {
        let size = size.setter();
        use_kept(Box::new(move || {
            platform::on_resize(id, move |found| size.set(Some(found)))
        }));
    }
    *size
}
