//! Where the drawing looks: where a step of the story does, until the reader looks
//! elsewhere.

use crate::camera::Camera;
use crate::geometry::{Point, Rect, Vec2};
use crate::layout::Layout;
use crate::locale::Locale;
use crate::model::id::StepId;
use crate::platform;
use crate::scene::tour;
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
    locale: Locale,
    step: Option<StepId>,
    relations: bool,
    layout: &Layout,
) -> Sight {
    let whole = Camera::fitted(layout.size);
    let occasion = Some((step, layout.frame, relations));
    let resumed = resumed(locale, layout);
    let held = use_state_eq(|| resumed.unwrap_or(whole));
    let told = use_mut_ref(|| (resumed.and(occasion), whole));
    let mut told = told.borrow_mut();
    let mut camera = *held;
    if told.0 != occasion {
        told.0 = occasion;
        if step.is_some() {
            let part = tour::around(atlas, layout, step);
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

/// The camera of the app that was here before the studio, which `handover.js` noted as the
/// `viewBox` that its drawing had, in whole units. Nothing was here before the app.
fn resumed(locale: Locale, layout: &Layout) -> Option<Camera> {
    if cfg!(not(feature = "studio")) {
        return None;
    }
    let noted = platform::data(platform::APP, "data-view-box")?;
    let mut sides = noted
        .split(' ')
        .filter_map(|side| side.parse::<i32>().ok().map(f64::from));
    let (left, top) = (sides.next()?, sides.next()?);
    let size = Vec2::new(sides.next()?, sides.next()?);
    let direction = locale.direction();
    let across = |x| direction.physical_x(x, layout.size.width);
    let start = across(left).min(across(left + size.x));
    let min = Point::new(start, top);
    Some(Camera::of_view_box(Rect::new(min, min + size), layout.size))
}
