//! A camera over a drawing: how gestures on the page move it, and what of the scene is drawn.

use super::{Camera, gesture::Gesture};
use crate::geometry::{Point, Rect, Size, Vec2};
use crate::locale::Direction;

/// A camera over a scene that is drawn in a direction of writing.
///
/// Places of the page are in CSS px from the left and the top of the window; `drawing` is
/// where the whole drawing stands in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    /// Where it looks.
    pub camera: Camera,
    /// The scene's size, in scene units.
    pub scene: Size,
    /// The direction in which the scene is drawn.
    pub direction: Direction,
}

impl Lens {
    /// The part of the scene that is shown, as it is drawn: x from the left (SVG's `viewBox`).
    pub fn view_box(self) -> Rect {
        let Rect { min, max } = self.camera.view_box(self.scene);
        let [one, other] = [min.x, max.x].map(|x| self.direction.physical_x(x, self.scene.width));
        Rect::new(
            Point::new(one.min(other), min.y),
            Point::new(one.max(other), max.y),
        )
    }

    /// Magnified by a factor about the middle of what is shown; 0 shows the whole.
    pub fn zoomed(self, factor: f64) -> Camera {
        if factor > 0.0 {
            let middle = self.camera.view_box(self.scene).center();
            self.camera.zoomed_about(middle, factor, self.scene)
        } else {
            Camera::fitted(self.scene)
        }
    }

    /// Magnified by a factor about a place of the page.
    pub fn zoomed_at(self, place: Point, factor: f64, drawing: Rect) -> Camera {
        let size = drawing.size();
        let across = (place.x - drawing.min.x) / size.width;
        let fraction = Point::new(
            self.direction.physical_x(across, 1.0),
            (place.y - drawing.min.y) / size.height,
        );
        let about = self.camera.scene_from_view(fraction, self.scene);
        self.camera.zoomed_about(about, factor, self.scene)
    }

    /// Moved and magnified as pointers went.
    pub fn moved(self, gesture: Gesture, drawing: Rect) -> Camera {
        let camera = self.zoomed_at(gesture.about, gesture.factor, drawing);
        let units_per_px = camera.view_box(self.scene).size().width / drawing.size().width;
        let by = Vec2::new(gesture.by.x * self.direction.sign(), gesture.by.y);
        camera.panned(-by * units_per_px, self.scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SCENE: Size = Size::new(720.0, 480.0);
    /// Drawn at half its size, somewhere on the page.
    const DRAWING: Rect = Rect::new(Point::new(40.0, 100.0), Point::new(400.0, 340.0));

    fn lens(direction: Direction) -> Lens {
        Lens {
            camera: Camera::fitted(SCENE),
            scene: SCENE,
            direction,
        }
    }

    /// A lens close to the middle of the scene, with room to every side.
    fn close(direction: Direction) -> Lens {
        let middle = Point::new(SCENE.width / 2.0, SCENE.height / 2.0);
        Lens {
            camera: Camera::fitted(SCENE).zoomed_about(middle, 4.0, SCENE),
            ..lens(direction)
        }
    }

    /// The place of the drawn scene, x from the left, that lies under a place of the page.
    fn under(lens: Lens, place: Point) -> Point {
        let (shown, size) = (lens.view_box(), DRAWING.size());
        let [x, y] = [
            (place.x - DRAWING.min.x) / size.width,
            (place.y - DRAWING.min.y) / size.height,
        ];
        shown.min + Vec2::new(x * shown.size().width, y * shown.size().height)
    }

    fn direction() -> impl Strategy<Value = Direction> {
        prop_oneof![Just(Direction::RightToLeft), Just(Direction::LeftToRight)]
    }

    fn place() -> impl Strategy<Value = Point> {
        (150.0..290.0, 180.0..260.0).prop_map(|(x, y)| Point::new(x, y))
    }

    #[test]
    fn the_end_of_a_scene_is_drawn_at_the_left_where_writing_ends_there() {
        let end = |direction| {
            let camera = Camera::fitted(SCENE).zoomed_about(Point::new(720.0, 0.0), 2.0, SCENE);
            let lens = Lens {
                camera,
                ..lens(direction)
            };
            lens.view_box().min.x
        };
        assert!((end(Direction::LeftToRight) - 360.0).abs() < 1e-9);
        assert!(end(Direction::RightToLeft).abs() < 1e-9);
    }

    #[test]
    fn by_nothing_is_the_whole() {
        let lens = close(Direction::RightToLeft);
        assert_eq!(lens.zoomed(0.0), Camera::fitted(SCENE));
        assert!((lens.zoomed(1.5).zoom() - 6.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn what_lay_under_a_finger_goes_with_it(
            direction in direction(), from in place(), dx in -20.0..20.0, dy in -20.0..20.0,
        ) {
            let by = Vec2::new(dx, dy);
            let before = close(direction);
            let gesture = Gesture { by, factor: 1.0, about: from + by };
            let after = Lens { camera: before.moved(gesture, DRAWING), ..before };
            let apart = under(after, from + by) - under(before, from);
            prop_assert!(apart.length() < 1e-6, "{apart:?}");
        }

        #[test]
        fn what_lay_under_the_wheel_stays_there(
            direction in direction(), at in place(), factor in 1.0..2.0,
        ) {
            let before = close(direction);
            let after = Lens { camera: before.zoomed_at(at, factor, DRAWING), ..before };
            let apart = under(after, at) - under(before, at);
            prop_assert!(apart.length() < 1e-6, "{apart:?}");
        }

        #[test]
        fn a_gesture_and_its_opposite_change_nothing(
            direction in direction(), at in place(), dx in -20.0..20.0, dy in -20.0..20.0,
        ) {
            let by = Vec2::new(dx, dy);
            let before = close(direction);
            let there = Gesture { by, factor: 1.0, about: at };
            let back = Gesture { by: -by, ..there };
            let after = Lens { camera: before.moved(there, DRAWING), ..before };
            let again = Lens { camera: after.moved(back, DRAWING), ..after };
            let apart = again.view_box().min - before.view_box().min;
            prop_assert!(apart.length() < 1e-6, "{apart:?}");
        }
    }
}
