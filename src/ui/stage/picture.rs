//! The picture for a room: nothing in it is pressed, so that a tap anywhere goes on.

use super::STAGE;
use crate::geometry::Size;
use crate::graph::Slice;
use crate::layout::Frame;
use crate::platform;
use crate::scene::path::number;
use crate::scene::stage::{self, RoomPicture};
use crate::scene::statement;
use crate::state::State;
use crate::ui::classes::when;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
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
    let has_sides = stage::has_sides(atlas.ecosystem(), state, frame);
    let frame = if has_sides { stage::SIDE } else { frame };
    let layout = use_memo(
        (atlas.clone(), frame, state.relations),
        |(atlas, frame, relations)| stage::layout(atlas, *frame, *relations),
    );
    if has_sides {
        let sides = stage::sides(atlas, &layout, state);
        let figures = sides.iter().map(|side| {
            let name = el("strong").text(&side.name);
            let caption = el("figcaption")
                .child(name)
                .text(" ")
                .child(el("span").text(&side.count));
            let name = [&side.name, texts.words.colon, &side.count].concat();
            el("figure")
                .child(caption)
                .child(drawing(&side.picture, texts, &name))
        });
        let pictures = el("div").class("room-picture tall room-sides");
        return pictures.children(figures).into();
    }
    let picture = stage::picture(atlas, &layout, state, slice);
    let name = statement::of(atlas, state, slice).sentence(state.locale);
    el("div")
        .classes(&[
            "room-picture",
            when(frame == Frame::Tall, "tall"),
            when(state.relations, "with-relations"),
            when(picture.scene.zones, "zones"),
        ])
        .child(drawing(&picture, texts, &name))
        .into()
}

/// A picture, with what it is called aloud.
fn drawing(picture: &RoomPicture, texts: Texts, name: &str) -> Element {
    let (min, size) = (picture.shown.min, picture.shown.size());
    let shown = [min.x, min.y, size.width, size.height].map(number);
    let nodes = picture.scene.nodes.iter();
    let nodes = nodes.map(|mark| marks::node(el("g").key(&mark.slug), mark, &picture.highlight));
    el("svg")
        .class("network")
        .set("direction", texts.direction.keyword())
        .set("role", "img")
        .set("aria-label", name)
        .set("viewBox", &shown.join(" "))
        .children(marks::ground(&picture.scene, &picture.highlight))
        .child(el("g").children(nodes))
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
