//! The drawing: marks of a scene, a keyboard's way through them, and a camera.

use super::camera::use_camera;
use super::marks;
use crate::camera::Camera;
use crate::geometry::{Point, Rect, Vec2};
use crate::graph::Slice;
use crate::keymap::{self, NetworkCommand, ZOOM_STEP};
use crate::layout::Frame;
use crate::locale::Direction;
use crate::model::Subject;
use crate::platform;
use crate::scene::network::{self, NetworkScene, NodeMark};
use crate::scene::path::number;
use crate::scene::walk;
use crate::state::{Action, State};
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::element::{Element, el};
use crate::ui::hooks::use_width;
use crate::ui::input;
use crate::ui::parts::{acting_button, button};
use std::rc::Rc;
use yew::html::{
    onfocusin, onfocusout, onkeydown, onpointercancel, onpointerdown, onpointerenter,
    onpointerleave, onpointermove, onpointerup, onwheel,
};
use yew::prelude::*;

/// The drawing's own id: pointers are captured by it and measured against it.
const CANVAS: &str = "network";
/// The id of the box that the drawing fills.
const FRAME: &str = "frame";
/// The width from which alliances stand side by side, in CSS px: the frame's own,
/// so that a name is never drawn smaller than it was measured.
const WIDE_FROM: f64 = Frame::Wide.width();
/// A press that moves farther than this is a drag, in CSS px.
const DRAG_FROM: f64 = 5.0;

#[derive(Properties, PartialEq)]
pub(super) struct CanvasProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) slice: Rc<Slice>,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Canvas(props: &CanvasProps) -> Html {
    let CanvasProps {
        atlas,
        state,
        slice,
        on_action,
    } = props;
    let texts = Texts::of(state.locale);
    let frame = use_frame();
    let layout = use_memo(
        (atlas.clone(), frame, state.relations),
        |(atlas, frame, relations)| atlas.layout(*frame, *relations),
    );
    let preview = use_state_eq(|| None);
    let current = use_state_eq(|| None);
    let previewed = preview.and_then(Subject::node);
    let scene = network::of(atlas, &layout, frame, state, slice, previewed);
    let sight = use_camera(atlas, state, frame, &layout);
    let camera = sight.held;
    let lens = Lens {
        camera: sight.camera,
        scene: &scene,
        direction: texts.direction,
    };
    let at = scene
        .nodes
        .iter()
        .position(|mark| Some(Subject::Node(mark.node)) == *current)
        .unwrap_or_default();
    let pointers = use_mut_ref(Pointers::default);

    let zoom = lens.zooms(&camera);
    let onkeydown = {
        let (go_to, zoom) = (lens.landings(), zoom.clone());
        let (on_action, direction) = (on_action.clone(), texts.direction);
        let (here, last) = (scene.nodes.get(at), scene.nodes.len().saturating_sub(1));
        let here = here.map(|mark| Subject::Node(mark.node));
        let ways = lens.ways(at);
        Callback::from(move |event: KeyboardEvent| {
            let command = input::key(&event)
                .and_then(|key| keymap::network(key, input::modifiers(&event), direction));
            let Some(command) = command else { return };
            event.prevent_default();
            match command {
                NetworkCommand::Go(heading) => ways(heading).map(&go_to).unwrap_or_default(),
                NetworkCommand::First => go_to(0),
                NetworkCommand::Last => go_to(last),
                NetworkCommand::Choose => {
                    if here.is_some() {
                        on_action.emit(Action::Focus(here));
                    }
                }
                NetworkCommand::Leave => on_action.emit(Action::Focus(None)),
                NetworkCommand::Zoom(factor) => zoom.emit(factor),
                NetworkCommand::Fit => zoom.emit(0.0),
            }
        })
    };
    let onwheel = {
        let (camera, lens_at) = (camera.setter(), lens.freeze());
        Callback::from(move |event: WheelEvent| {
            if input::is_zoom(&event) {
                event.prevent_default();
                let factor = input::zoom_factor(&event);
                camera.set(lens_at.zoomed(input::place(&event), factor));
            }
        })
    };
    let onpointerdown = {
        let pointers = Rc::clone(&pointers);
        Callback::from(move |event: PointerEvent| {
            pointers
                .borrow_mut()
                .press(event.pointer_id(), input::pointer_place(&event));
        })
    };
    let onpointermove = {
        let (camera, lens_at, pointers) = (camera.setter(), lens.freeze(), Rc::clone(&pointers));
        let scrolls = sight.is_told;
        Callback::from(move |event: PointerEvent| {
            if scrolls && input::is_finger(&event) && pointers.borrow().down.len() == 1 {
                return;
            }
            let gesture = pointers
                .borrow_mut()
                .drag(event.pointer_id(), input::pointer_place(&event));
            if let Some(gesture) = gesture {
                platform::capture_pointer(CANVAS, event.pointer_id());
                camera.set(lens_at.moved(gesture));
            }
        })
    };
    let onpointerup = {
        let pointers = Rc::clone(&pointers);
        Callback::from(move |event: PointerEvent| pointers.borrow_mut().release(event.pointer_id()))
    };
    // A click that ends a drag chooses nothing; one beside every node lets go.
    let onclick = {
        let (on_action, pointers) = (on_action.clone(), Rc::clone(&pointers));
        Callback::from(move |_: MouseEvent| {
            if !pointers.borrow_mut().take_dragged() {
                on_action.emit(Action::Focus(None));
            }
        })
    };

    let canvas = NodeEvents {
        on_action,
        preview: &preview,
        current: &current,
        pointers: &pointers,
    };
    let zoomed = lens.camera.zoom() > 1.0;
    let grabbed = zoomed && !sight.is_told;
    let nodes = scene.nodes.iter().enumerate();
    let nodes = nodes.map(|(index, mark)| canvas.node(mark, index == at).into());
    let svg = marks::drawing(frame, texts, grabbed)
        .set("id", CANVAS)
        .set("viewBox", &lens.view_box())
        .set("aria-describedby", "network-help")
        .on(onkeydown::Wrapper::new(onkeydown))
        .on(onwheel::Wrapper::new(onwheel))
        .on(onpointerdown::Wrapper::new(onpointerdown))
        .on(onpointermove::Wrapper::new(onpointermove))
        .on(onpointerup::Wrapper::new(onpointerup.clone()))
        .on(onpointercancel::Wrapper::new(onpointerup))
        .on_click(onclick);
    let svg = marks::ground(svg, &scene).list(nodes.collect());
    let help = el("p")
        .fixed(&[("id", "network-help"), ("class", "unseen")])
        .text(texts.words.network_help);
    let nothing = scene.nothing_matches.then(|| {
        let release = acting_button(on_action, Action::Pick(None)).text(texts.words.release_filter);
        el("p")
            .class("nothing")
            .text(texts.words.nothing_matches)
            .text(" ")
            .child(release)
    });
    el("div")
        .fixed(&[("id", FRAME), ("class", "frame")])
        .child(svg)
        .child(help)
        .child_if(nothing)
        .child(zoom_buttons(texts, zoomed, &zoom))
        .into()
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

pub(super) fn zoom_buttons(texts: Texts, zoomed: bool, zoom: &Callback<f64>) -> Element {
    let words = texts.words;
    let button = |sign: &str, name: &str, factor: f64, disabled: bool| {
        button(zoom.reform(move |_| factor))
            .set("aria-label", name)
            .set("title", name)
            .flag("disabled", disabled)
            .text(sign)
    };
    el("div")
        .fixed(&[("class", "zoom"), ("role", "group")])
        .set("aria-label", words.zoom_in)
        .child(button("+", words.zoom_in, ZOOM_STEP, false))
        .child(button("−", words.zoom_out, 1.0 / ZOOM_STEP, !zoomed))
        .child(button("", words.zoom_fit, 0.0, !zoomed))
}

/// What happens at a node.
struct NodeEvents<'a> {
    on_action: &'a Callback<Action>,
    preview: &'a UseStateHandle<Option<Subject>>,
    current: &'a UseStateHandle<Option<Subject>>,
    pointers: &'a Rc<std::cell::RefCell<Pointers>>,
}

impl NodeEvents<'_> {
    fn node(&self, mark: &NodeMark, is_current: bool) -> Element {
        let subject = Subject::Node(mark.node);
        let show = |preview: &UseStateHandle<Option<Subject>>, shown: Option<Subject>| {
            let preview = preview.setter();
            move || preview.set(shown)
        };
        let (enter, leave) = (show(self.preview, Some(subject)), show(self.preview, None));
        let (look, away) = (enter.clone(), leave.clone());
        let arrive = show(self.current, Some(subject));
        let onclick = {
            let (on_action, pointers) = (self.on_action.clone(), Rc::clone(self.pointers));
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                if !pointers.borrow_mut().take_dragged() {
                    on_action.emit(Action::Focus(Some(subject)));
                }
            })
        };
        let node = el("g")
            .key(&mark.slug)
            .set("id", &["node-", &mark.slug].concat())
            .mark_button(&mark.name, is_current, mark.chosen)
            .on_click(onclick)
            .on(onpointerenter::Wrapper::new(Callback::from(move |_| {
                enter();
            })))
            .on(onpointerleave::Wrapper::new(Callback::from(move |_| {
                leave();
            })))
            .on(onfocusin::Wrapper::new(Callback::from(move |_| {
                arrive();
                look();
            })))
            .on(onfocusout::Wrapper::new(Callback::from(move |_| {
                away();
            })));
        marks::node(node, mark)
    }
}

/// The camera over a scene, in the direction of writing.
struct Lens<'a> {
    camera: Camera,
    scene: &'a NetworkScene,
    direction: Direction,
}

impl Lens<'_> {
    /// The value of `viewBox`: the part of the scene that is shown, mirrored.
    fn view_box(&self) -> String {
        let shown = self.camera.view_box(self.scene.size);
        let width = self.scene.size.width;
        let edge = |x| self.direction.physical_x(x, width);
        let left = edge(shown.min.x).min(edge(shown.max.x));
        let Rect { min, .. } = shown;
        let size = shown.size();
        [left, min.y, size.width, size.height].map(number).join(" ")
    }

    /// Changes the camera by a factor about the middle; 0 shows the whole.
    fn zooms(&self, camera: &UseStateHandle<Camera>) -> Callback<f64> {
        let (before, size, camera) = (self.camera, self.scene.size, camera.setter());
        Callback::from(move |factor| {
            let middle = before.view_box(size).center();
            camera.set(if factor > 0.0 {
                before.zoomed_about(middle, factor, size)
            } else {
                Camera::fitted(size)
            });
        })
    }

    /// Gives the keyboard to the n-th node.
    fn landings(&self) -> impl Fn(usize) + 'static {
        let ids: Vec<_> = self
            .scene
            .nodes
            .iter()
            .map(|mark| mark.slug.clone())
            .collect();
        move |index| {
            if let Some(slug) = ids.get(index) {
                platform::focus(&["node-", slug].concat());
            }
        }
    }

    /// Where an arrow leads from the n-th node.
    fn ways(&self, from: usize) -> impl Fn(Vec2) -> Option<usize> + 'static {
        let sign = self.direction.sign();
        let nodes: Vec<_> = self.scene.nodes.iter().map(|mark| mark.center).collect();
        move |heading| walk::next(&nodes, from, Vec2::new(heading.x * sign, heading.y))
    }

    /// What pointer events need of it.
    const fn freeze(&self) -> Frozen {
        Frozen {
            camera: self.camera,
            scene: self.scene.size,
            direction: self.direction,
        }
    }
}

/// The camera as it stood when a handler was made.
#[derive(Clone, Copy)]
struct Frozen {
    camera: Camera,
    scene: crate::geometry::Size,
    direction: Direction,
}

impl Frozen {
    /// Enlarged about a place of the window.
    fn zoomed(self, place: Point, factor: f64) -> Camera {
        let Some(bounds) = platform::bounds(CANVAS) else {
            return self.camera;
        };
        let size = bounds.size();
        let fraction = Point::new(
            self.direction
                .physical_x((place.x - bounds.min.x) / size.width, 1.0),
            (place.y - bounds.min.y) / size.height,
        );
        let about = self.camera.scene_from_view(fraction, self.scene);
        self.camera.zoomed_about(about, factor, self.scene)
    }

    /// Moved and enlarged as the pointers went.
    fn moved(self, gesture: Gesture) -> Camera {
        let camera = self.zoomed(gesture.about, gesture.factor);
        let Some(bounds) = platform::bounds(CANVAS) else {
            return camera;
        };
        let units_per_px = camera.view_box(self.scene).size().width / bounds.size().width;
        let by = Vec2::new(gesture.by.x * self.direction.sign(), gesture.by.y);
        camera.panned(-by * units_per_px, self.scene)
    }
}

/// What pointers did since the last time.
#[derive(Clone, Copy)]
struct Gesture {
    /// How far they moved, in CSS px.
    by: Vec2,
    /// How much farther apart they are.
    factor: f64,
    /// The place between them.
    about: Point,
}

/// The pointers that are down: one drags, two pinch.
#[derive(Default)]
struct Pointers {
    down: Vec<(i32, Point)>,
    pressed_at: Point,
    dragged: bool,
}

impl Pointers {
    fn press(&mut self, pointer: i32, place: Point) {
        self.release(pointer);
        self.down.push((pointer, place));
        self.pressed_at = place;
        self.dragged = false;
    }

    fn release(&mut self, pointer: i32) {
        self.down.retain(|(id, _)| *id != pointer);
    }

    /// Whether the press that a click ends was a drag; asked once.
    fn take_dragged(&mut self) -> bool {
        std::mem::take(&mut self.dragged)
    }

    fn drag(&mut self, pointer: i32, place: Point) -> Option<Gesture> {
        let at = self.down.iter().position(|(id, _)| *id == pointer)?;
        let before = self.down[at].1;
        if !self.dragged && self.down.len() == 1 && (place - self.pressed_at).length() < DRAG_FROM {
            return None;
        }
        self.dragged = true;
        self.down[at].1 = place;
        let by = place - before;
        let other = self.down.iter().find(|(id, _)| *id != pointer);
        Some(match other {
            None => Gesture {
                by,
                factor: 1.0,
                about: place,
            },
            Some((_, other)) => {
                let (apart, was) = ((place - *other).length(), (before - *other).length());
                Gesture {
                    by: by * 0.5,
                    factor: if was > 0.0 { apart / was } else { 1.0 },
                    about: place.lerp(*other, 0.5),
                }
            }
        })
    }
}
