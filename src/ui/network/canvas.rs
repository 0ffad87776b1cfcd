//! The drawing: marks of a scene, a keyboard's way through them, and a camera.

use super::camera::use_camera;
use super::marks;
use super::nodes::{Keyboard, Marks};
use crate::camera::Camera;
use crate::camera::gesture::Pointers;
use crate::camera::lens::Lens;
use crate::geometry::Rect;
use crate::graph::Slice;
use crate::keymap::{self, NetworkCommand, ZOOM_STEP};
use crate::layout::{Frame, Layout};
use crate::locale::Locale;
use crate::model::Subject;
use crate::platform;
use crate::scene::highlight::Highlight;
use crate::scene::network::{self, NetworkScene, NodeMark};
use crate::scene::path::number;
use crate::state::{Action, Choice};
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::controls::{MINUS, PLUS, acting_button, button, icon};
use crate::ui::element::{Element, el};
use crate::ui::embed;
use crate::ui::hooks::use_width;
use crate::ui::input;
use crate::ui::part::{Same, part};
use crate::ui::widths::WIDE_FROM;
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{onkeydown, onpointercancel, onpointerdown, onpointermove, onpointerup, onwheel};
use yew::prelude::*;

/// The drawing's own id: pointers are captured by it and measured against it.
const CANVAS: &str = "network";
/// The id of the box that the drawing fills.
const FRAME: &str = "frame";

#[derive(Properties, PartialEq)]
pub(super) struct CanvasProps {
    pub(super) atlas: SharedAtlas,
    pub(super) locale: Locale,
    pub(super) relations: bool,
    pub(super) choice: Choice,
    pub(super) slice: Rc<Slice>,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Canvas(props: &CanvasProps) -> Html {
    let (atlas, on_action) = (&props.atlas, &props.on_action);
    let texts = Texts::of(props.locale);
    let frame = use_frame();
    let (layout, scene) = use_scene(props, frame);
    let preview = use_state_eq(|| None);
    let current = use_state_eq(|| None);
    let sight = use_camera(
        atlas,
        props.locale,
        props.choice.step,
        props.relations,
        &layout,
    );
    let lens = Lens {
        camera: sight.camera,
        scene: scene.size,
        direction: texts.direction,
    };
    let pointers = use_mut_ref(Pointers::default);
    let choose = use_choose(on_action, &pointers);

    let is_current = |mark: &NodeMark| Some(Subject::Node(mark.node)) == *current;
    let here = scene.nodes.iter().position(is_current).unwrap_or_default();
    let highlight = Highlight::of(
        atlas.ecosystem(),
        &props.slice,
        props.choice,
        preview.and_then(Subject::node),
    );
    let nothing_matches = highlight.nothing_matches();
    let hand = Hand {
        camera: sight.held.setter(),
        lens,
        pointers,
        scrolls: sight.is_told,
    };
    let zoom = hand.zoom();
    let zoomed = lens.camera.zoom() > 1.0;
    let chosen = depth(&scene, &highlight, lens);
    let svg = marks::drawing(frame, texts, zoomed && !sight.is_told)
        .set("id", CANVAS)
        .set("viewBox", &view_box(lens))
        .set("aria-describedby", "network-help")
        .on(onkeydown::Wrapper::new(keys(
            &scene, here, &lens, on_action, &zoom,
        )))
        .on_click(choose.reform(|_| None))
        .node(part(Marks {
            scene,
            highlight,
            ids: String::new(),
            marked: None,
            current: here,
            choose,
            preview: preview.setter(),
            arrive: current.setter(),
        }));
    let help = el("p")
        .fixed(&[("id", "network-help"), ("class", "unseen")])
        .text(texts.words.network_help);
    let frame = el("div").fixed(&[("id", FRAME), ("class", "frame")]);
    embed::beside(frame, chosen)
        .child(hand.holding(svg))
        .child(help)
        .child_if(nothing_matches.then(|| nothing(texts, on_action)))
        .child(zoom_buttons(texts, zoomed, &zoom))
        .into()
}

/// Where everything stands in a frame, and the marks of it. Neither is made again for what is
/// previewed or for where the camera looks, which change many times a second.
#[hook]
fn use_scene(props: &CanvasProps, frame: Frame) -> (Rc<Layout>, Same<NetworkScene>) {
    let atlas = &props.atlas;
    let layout = use_memo(
        (atlas.clone(), frame, props.relations),
        |(atlas, frame, relations)| atlas.layout(*frame, *relations),
    );
    let scene = use_memo(
        (
            atlas.clone(),
            Same(Rc::clone(&layout)),
            Rc::clone(&props.slice),
            props.locale,
        ),
        |(atlas, layout, slice, locale)| network::of(atlas, layout, slice, *locale, ""),
    );
    (layout, Same(scene))
}

/// The shape of the picture, from the width that it has.
#[hook]
fn use_frame() -> Frame {
    let width = use_width(FRAME, WIDE_FROM, |width| {
        if width < WIDE_FROM { 0.0 } else { WIDE_FROM }
    });
    if width < WIDE_FROM {
        Frame::Tall
    } else {
        Frame::Wide
    }
}

/// Chooses what the details are about, as a click does: one that ends a drag chooses nothing.
#[hook]
fn use_choose(
    on_action: &Callback<Action>,
    pointers: &Rc<RefCell<Pointers>>,
) -> Callback<Option<Subject>> {
    let pointers = Rc::clone(pointers);
    use_callback(on_action.clone(), move |subject, on_action| {
        if !pointers.borrow_mut().take_dragged() {
            on_action.emit(Action::Focus(subject));
        }
    })
}

/// How far down in what is shown what is chosen stands, as a share of the height.
fn depth(scene: &NetworkScene, highlight: &Highlight, lens: Lens) -> Option<f64> {
    let mut nodes = scene.nodes.iter();
    let chosen = nodes.find(|mark| highlight.is_chosen(mark.node))?;
    let shown = lens.view_box();
    Some((chosen.center.y - shown.min.y) / shown.size().height)
}

/// The value of `viewBox`.
fn view_box(lens: Lens) -> String {
    let shown = lens.view_box();
    let (Rect { min, .. }, size) = (shown, shown.size());
    [min.x, min.y, size.width, size.height]
        .map(number)
        .join(" ")
}

/// What keys do, with the keyboard at the n-th node of a scene.
fn keys(
    scene: &Same<NetworkScene>,
    here: usize,
    lens: &Lens,
    on_action: &Callback<Action>,
    zoom: &Callback<f64>,
) -> Callback<KeyboardEvent> {
    let (scene, on_action, zoom) = (scene.clone(), on_action.clone(), zoom.clone());
    let direction = lens.direction;
    Callback::from(move |event: KeyboardEvent| {
        let command = input::key(&event)
            .and_then(|key| keymap::network(key, input::modifiers(&event), direction));
        let Some(command) = command else { return };
        event.prevent_default();
        match command {
            NetworkCommand::Leave => on_action.emit(Action::Focus(None)),
            NetworkCommand::Zoom(factor) => zoom.emit(factor),
            NetworkCommand::Fit => zoom.emit(0.0),
            _ => {
                let keyboard = Keyboard {
                    scene: &scene,
                    ids: "",
                    here,
                    direction,
                };
                keyboard.obey(command, &on_action);
            }
        }
    })
}

/// What is said where a pressed legend entry leaves nothing.
fn nothing(texts: Texts, on_action: &Callback<Action>) -> Element {
    let release = acting_button(on_action, Action::Pick(None)).text(texts.words.release_filter);
    el("p")
        .class("nothing")
        .text(texts.words.nothing_matches)
        .text(" ")
        .child(release)
}

pub(super) fn zoom_buttons(texts: Texts, zoomed: bool, zoom: &Callback<f64>) -> Element {
    let words = texts.words;
    let button = |name: &str, factor: f64, disabled: bool| {
        button(zoom.reform(move |_| factor))
            .set("aria-label", name)
            .set("title", name)
            .flag("disabled", disabled)
    };
    el("div")
        .fixed(&[("class", "zoom"), ("role", "group")])
        .set("aria-label", words.zoom_in)
        .child(button(words.zoom_in, ZOOM_STEP, false).child(icon(PLUS)))
        .child(button(words.zoom_out, 1.0 / ZOOM_STEP, !zoomed).child(icon(MINUS)))
        .child(button(words.zoom_fit, 0.0, !zoomed))
}

/// What pointers and wheels move: a camera, seen as it stands.
struct Hand {
    camera: UseStateSetter<Camera>,
    lens: Lens,
    pointers: Rc<RefCell<Pointers>>,
    /// Whether one finger scrolls the page, and moves no camera.
    scrolls: bool,
}

impl Hand {
    /// Magnifies by a factor about the middle; 0 shows the whole.
    fn zoom(&self) -> Callback<f64> {
        let (camera, lens) = (self.camera.clone(), self.lens);
        Callback::from(move |factor| camera.set(lens.zoomed(factor)))
    }

    /// A drawing that pointers and wheels move.
    fn holding(self, drawing: Element) -> Element {
        let release = self.release();
        drawing
            .on(onwheel::Wrapper::new(self.wheel()))
            .on(onpointerdown::Wrapper::new(self.press()))
            .on(onpointerup::Wrapper::new(release.clone()))
            .on(onpointercancel::Wrapper::new(release))
            .on(onpointermove::Wrapper::new(self.drag()))
    }

    fn wheel(&self) -> Callback<WheelEvent> {
        let (camera, lens) = (self.camera.clone(), self.lens);
        Callback::from(move |event: WheelEvent| {
            if !input::is_zoom(&event) {
                return;
            }
            event.prevent_default();
            if let Some(drawing) = platform::bounds(CANVAS) {
                let factor = input::zoom_factor(&event);
                camera.set(lens.zoomed_at(input::place(&event), factor, drawing));
            }
        })
    }

    fn press(&self) -> Callback<PointerEvent> {
        let pointers = Rc::clone(&self.pointers);
        Callback::from(move |event: PointerEvent| {
            let place = input::pointer_place(&event);
            pointers.borrow_mut().press(event.pointer_id(), place);
        })
    }

    fn release(&self) -> Callback<PointerEvent> {
        let pointers = Rc::clone(&self.pointers);
        Callback::from(move |event: PointerEvent| pointers.borrow_mut().release(event.pointer_id()))
    }

    fn drag(self) -> Callback<PointerEvent> {
        Callback::from(move |event: PointerEvent| {
            let (pointer, place) = (event.pointer_id(), input::pointer_place(&event));
            let alone = self.pointers.borrow().count() == 1;
            if self.scrolls && input::is_finger(&event) && alone {
                return;
            }
            let gesture = self.pointers.borrow_mut().drag(pointer, place);
            let Some(gesture) = gesture else { return };
            platform::capture_pointer(CANVAS, pointer);
            if let Some(drawing) = platform::bounds(CANVAS) {
                self.camera.set(self.lens.moved(gesture, drawing));
            }
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
