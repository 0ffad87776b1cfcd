//! Where the drawing looks: where a step of the story does, until the reader looks
//! elsewhere.

use crate::camera::Camera;
use crate::layout::{Frame, Layout};
use crate::scene::tour;
use crate::state::State;
use crate::ui::context::SharedAtlas;
use yew::prelude::*;

/// A camera, and how it came to stand as it does.
pub(super) struct Sight {
    /// The camera that the reader moves.
    pub(super) held: UseStateHandle<Camera>,
    /// The camera that shows the drawing.
    pub(super) camera: Camera,
    /// Whether it stands as a step put it: a finger then scrolls the page over the drawing.
    pub(super) is_told: bool,
}

/// The camera of a drawing. It turns to a step at once, without a flight that somebody
/// might not want to see, and stays where it is when the tour ends.
#[hook]
pub(super) fn use_camera(
    atlas: &SharedAtlas,
    state: &State,
    frame: Frame,
    layout: &Layout,
) -> Sight {
    let whole = Camera::fitted(layout.size);
    let held = use_state_eq(|| whole);
    let told = use_mut_ref(|| (None, whole));
    let mut told = told.borrow_mut();
    let occasion = Some((state.step, frame, state.relations));
    let mut camera = *held;
    if told.0 != occasion {
        told.0 = occasion;
        if state.step.is_some() {
            let part = tour::around(atlas, layout, state);
            camera = part.map_or(whole, |part| Camera::framing(part, layout.size));
            told.1 = camera;
            held.set(camera);
        }
    }
    Sight {
        is_told: camera == told.1,
        camera: camera.within(layout.size),
        held,
    }
}
