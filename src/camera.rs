//! Pan and zoom of the network, as values.
//!
//! Three spaces meet here: the *scene* (from the origin to its [`Size`], x from
//! the inline start), the *view box* (the part of the scene that is shown) and
//! the *view* (what the reader sees, as fractions of its width and height, also
//! from the inline start). The view box has the scene's proportions and never
//! leaves the scene, so nobody can lose the picture.

pub mod gesture;
pub mod lens;

use std::ops::RangeInclusive;

use crate::geometry::{Point, Rect, Size, Vec2};

/// How far the network can be magnified: at 1 the whole scene is shown.
pub const ZOOM: RangeInclusive<f64> = 1.0..=8.0;

/// How far a part of the network is magnified that is shown unasked: farther, and
/// nobody would know where it lies.
pub const CLOSE: f64 = 2.5;

/// From where on coming closer shows more than it hides.
const WORTHWHILE: f64 = 1.1;

/// Where the reader looks, and how closely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    center: Point,
    zoom: f64,
}

impl Camera {
    /// The camera that shows the whole scene.
    pub fn fitted(scene: Size) -> Self {
        Self {
            center: Rect::new(Point::default(), Point::new(scene.width, scene.height)).center(),
            zoom: *ZOOM.start(),
        }
    }

    /// The camera that brings a part of the scene close, no closer than [`CLOSE`]; the
    /// whole where it would come hardly closer.
    pub fn framing(part: Rect, scene: Size) -> Self {
        let size = part.size();
        let zoom = (scene.width / size.width).min(scene.height / size.height);
        if zoom < WORTHWHILE {
            return Self::fitted(scene);
        }
        let camera = Self {
            center: part.center(),
            zoom: zoom.min(CLOSE),
        };
        camera.within(scene)
    }

    /// The camera whose view box this is.
    pub fn of_view_box(shown: Rect, scene: Size) -> Self {
        let camera = Self {
            center: shown.center(),
            zoom: (scene.width / shown.size().width).clamp(*ZOOM.start(), *ZOOM.end()),
        };
        camera.within(scene)
    }

    /// How many times larger than at [`Camera::fitted`] things appear.
    pub const fn zoom(self) -> f64 {
        self.zoom
    }

    /// The part of the scene that is shown.
    pub fn view_box(self, scene: Size) -> Rect {
        let size = Size::new(scene.width / self.zoom, scene.height / self.zoom);
        Rect::centered(self.center, size)
    }

    /// The place of the scene under a place of the view; the view's corners are
    /// (0, 0) and (1, 1).
    pub fn scene_from_view(self, fraction: Point, scene: Size) -> Point {
        let shown = self.view_box(scene);
        let size = shown.size();
        shown.min + Vec2::new(fraction.x * size.width, fraction.y * size.height)
    }

    /// Magnified `factor` times, within [`ZOOM`], about a place of the scene:
    /// what lay under the pointer still does, unless the scene's edge forbids it.
    #[must_use]
    pub fn zoomed_about(self, point: Point, factor: f64, scene: Size) -> Self {
        let zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
        let center = point + (self.center - point) * (self.zoom / zoom);
        Self { center, zoom }.within(scene)
    }

    /// Moved over the scene by this much of it.
    #[must_use]
    pub fn panned(self, by: Vec2, scene: Size) -> Self {
        let center = self.center + by;
        Self { center, ..self }.within(scene)
    }

    /// Brought back until the view box lies in the scene, for instance when the
    /// scene has another size.
    #[must_use]
    pub fn within(self, scene: Size) -> Self {
        let along = |center: f64, length: f64| {
            let half = length / 2.0 / self.zoom;
            center.min(length - half).max(half)
        };
        let center = Point::new(
            along(self.center.x, scene.width),
            along(self.center.y, scene.height),
        );
        Self { center, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SCENE: Size = Size::new(960.0, 540.0);

    fn near(a: Point, b: Point) -> bool {
        (a - b).length() < 1e-9
    }

    const SCENE_CENTER: Point = Point::new(480.0, 270.0);

    /// Any camera that a reader can reach with a pan and two zooms.
    fn camera() -> impl Strategy<Value = Camera> {
        let point = || (0.0..960.0, 0.0..540.0).prop_map(|(x, y)| Point::new(x, y));
        (point(), 1.0..8.0, point(), 0.2..2.0, point()).prop_map(|(a, closer, b, factor, pan)| {
            Camera::fitted(SCENE)
                .zoomed_about(a, closer, SCENE)
                .zoomed_about(b, factor, SCENE)
                .panned(pan - SCENE_CENTER, SCENE)
        })
    }

    #[test]
    fn the_fitted_camera_shows_the_whole_scene() {
        let shown = Camera::fitted(SCENE).view_box(SCENE);
        assert_eq!(shown, Rect::new(Point::default(), Point::new(960.0, 540.0)));
    }

    #[test]
    fn at_the_edge_the_scene_stays_in_view() {
        let camera = Camera::fitted(SCENE)
            .zoomed_about(SCENE_CENTER, 2.0, SCENE)
            .panned(Vec2::new(1e6, -1e6), SCENE);
        let shown = camera.view_box(SCENE);
        assert_eq!(
            shown,
            Rect::new(Point::new(480.0, 0.0), Point::new(960.0, 270.0))
        );
    }

    #[test]
    fn a_part_is_shown_whole_and_as_close_as_may_be() {
        let shown = |part: Rect| Camera::framing(part, SCENE).view_box(SCENE);
        let wide = Rect::new(Point::new(60.0, 200.0), Point::new(540.0, 300.0));
        let in_the_middle = Rect::new(Point::new(60.0, 115.0), Point::new(540.0, 385.0));
        assert_eq!(shown(wide), in_the_middle, "its width decides");
        let small = Rect::new(Point::new(470.0, 260.0), Point::new(490.0, 280.0));
        assert_eq!(shown(small).size(), Size::new(384.0, 216.0), "close enough");
        let all = Rect::new(Point::new(-20.0, -20.0), Point::new(980.0, 560.0));
        assert_eq!(shown(all), Camera::fitted(SCENE).view_box(SCENE));
    }

    proptest! {
        #[test]
        fn a_part_in_the_scene_is_never_cut(
            x in 0.0..900.0, y in 0.0..500.0, w in 0.01..1.0, h in 0.01..1.0,
        ) {
            let far = Point::new(x + (960.0 - x) * w, y + (540.0 - y) * h);
            let part = Rect::new(Point::new(x, y), far);
            let shown = Camera::framing(part, SCENE).view_box(SCENE).inflate(1e-9);
            prop_assert!(shown.contains(part.min) && shown.contains(part.max), "{shown:?}");
        }

        #[test]
        fn the_view_never_leaves_the_scene(camera in camera()) {
            let scene = Rect::new(Point::default(), Point::new(960.0, 540.0)).inflate(1e-9);
            let shown = camera.view_box(SCENE);
            prop_assert!(scene.contains(shown.min) && scene.contains(shown.max), "{shown:?}");
            prop_assert!(ZOOM.contains(&camera.zoom()), "{}", camera.zoom());
        }

        #[test]
        fn coming_closer_keeps_the_place_under_the_pointer(
            camera in camera(), x in 0.0..=1.0, y in 0.0..=1.0, factor in 1.0..4.0,
        ) {
            let pointer = Point::new(x, y);
            let place = camera.scene_from_view(pointer, SCENE);
            let closer = camera.zoomed_about(place, factor, SCENE);
            prop_assert!(near(closer.scene_from_view(pointer, SCENE), place), "moved");
        }

        #[test]
        fn coming_closer_and_back_changes_nothing(
            camera in camera(), x in 0.0..=1.0, y in 0.0..=1.0,
        ) {
            let factor = ZOOM.end() / camera.zoom();
            let place = camera.scene_from_view(Point::new(x, y), SCENE);
            let closer = camera.zoomed_about(place, factor, SCENE);
            let back = closer.zoomed_about(place, 1.0 / factor, SCENE);
            prop_assert!(near(back.view_box(SCENE).min, camera.view_box(SCENE).min), "moved");
        }

        #[test]
        fn far_enough_out_is_the_whole_scene(camera in camera(), x in 0.0..960.0, y in 0.0..540.0) {
            let out = camera.zoomed_about(Point::new(x, y), 0.1, SCENE);
            prop_assert_eq!(out, Camera::fitted(SCENE));
        }
    }

    #[test]
    fn a_view_box_tells_its_camera() {
        let camera = Camera::fitted(SCENE).zoomed_about(Point::new(200.0, 100.0), 3.0, SCENE);
        let again = Camera::of_view_box(camera.view_box(SCENE), SCENE);
        assert!(near(camera.view_box(SCENE).min, again.view_box(SCENE).min));
        assert!((camera.zoom() - again.zoom()).abs() < 1e-9);
    }
}
