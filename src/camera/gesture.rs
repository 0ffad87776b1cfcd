//! What pointers mean that are down on a drawing: one drags, two pinch.

use crate::geometry::{Point, Vec2};

/// A press that moves as far as this is a drag, in CSS px; what moves less is a click.
pub const DRAG_FROM: f64 = 5.0;

/// What pointers did since the last time, in CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gesture {
    /// How far they moved.
    pub by: Vec2,
    /// How many times farther apart they are.
    pub factor: f64,
    /// The place of the page between them.
    pub about: Point,
}

/// The pointers that are down. Each is known by the number that the browser gives it
/// (Pointer Events, `pointerId`), with its last place that counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pointers {
    down: Vec<(i32, Point)>,
    pressed_at: Point,
    dragged: bool,
}

impl Pointers {
    /// A pointer goes down.
    pub fn press(&mut self, pointer: i32, place: Point) {
        self.release(pointer);
        self.down.push((pointer, place));
        self.pressed_at = place;
        self.dragged = false;
    }

    /// A pointer goes up, or the browser takes it for something else, as for scrolling.
    pub fn release(&mut self, pointer: i32) {
        self.down.retain(|(id, _)| *id != pointer);
    }

    /// How many are down.
    pub fn count(&self) -> usize {
        self.down.len()
    }

    /// Whether the press that a click ends was a drag; asked once.
    pub fn take_dragged(&mut self) -> bool {
        std::mem::take(&mut self.dragged)
    }

    /// A pointer moves. [`None`] where it is not down, or has not left the place of a click.
    pub fn drag(&mut self, pointer: i32, place: Point) -> Option<Gesture> {
        let at = self.down.iter().position(|(id, _)| *id == pointer)?;
        let is_click = (place - self.pressed_at).length() < DRAG_FROM;
        if !self.dragged && self.down.len() == 1 && is_click {
            return None;
        }
        self.dragged = true;
        let before = std::mem::replace(&mut self.down[at].1, place);
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
                    // What is between both moves half as far as one of them.
                    by: by * 0.5,
                    factor: if was > 0.0 { apart / was } else { 1.0 },
                    about: place.lerp(*other, 0.5),
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const START: Point = Point::new(100.0, 100.0);

    fn at(x: f64, y: f64) -> Point {
        START + Vec2::new(x, y)
    }

    /// One pointer down at the start.
    fn one() -> Pointers {
        let mut pointers = Pointers::default();
        pointers.press(1, START);
        pointers
    }

    /// Two pointers down, a hundred px apart.
    fn two() -> Pointers {
        let mut pointers = one();
        pointers.press(2, at(100.0, 0.0));
        pointers
    }

    #[test]
    fn a_press_that_hardly_moves_is_a_click() {
        let mut pointers = one();
        assert_eq!(pointers.drag(1, at(3.0, -3.9)), None);
        pointers.release(1);
        assert!(!pointers.take_dragged());
    }

    #[test]
    fn a_drag_begins_where_the_press_was_and_is_no_click() {
        let mut pointers = one();
        assert_eq!(pointers.drag(1, at(2.0, 0.0)), None);
        let gesture = pointers.drag(1, at(3.0, 4.0)).expect("as far as a drag");
        assert_eq!(gesture.by, Vec2::new(3.0, 4.0), "from the press on");
        let back = pointers.drag(1, at(2.0, 4.0)).expect("however little, now");
        assert_eq!(back.by, Vec2::new(-1.0, 0.0));
        pointers.release(1);
        assert!(pointers.take_dragged());
        assert!(!pointers.take_dragged(), "told once");
    }

    #[test]
    fn the_next_press_may_be_a_click_again() {
        let mut pointers = one();
        pointers.drag(1, at(50.0, 0.0));
        pointers.release(1);
        pointers.press(1, START);
        assert!(!pointers.take_dragged());
    }

    #[test]
    fn a_pinch_needs_no_way_to_begin() {
        let mut pointers = two();
        let gesture = pointers.drag(2, at(101.0, 0.0)).expect("two are down");
        assert_eq!(gesture.by, Vec2::new(0.5, 0.0));
        assert_eq!(gesture.about, at(50.5, 0.0));
        assert!((gesture.factor - 1.01).abs() < 1e-12);
        assert!(pointers.take_dragged(), "and ends in no click");
    }

    #[test]
    fn pointers_in_one_place_magnify_nothing() {
        let mut pointers = one();
        pointers.press(2, START);
        let gesture = pointers.drag(2, at(10.0, 0.0)).expect("two are down");
        assert!((gesture.factor - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn after_a_pinch_the_finger_that_stays_drags_on() {
        let mut pointers = two();
        pointers.drag(1, at(-10.0, 0.0));
        pointers.release(2);
        let gesture = pointers.drag(1, at(-11.0, 0.0)).expect("still dragging");
        assert_eq!(gesture.by, Vec2::new(-1.0, 0.0));
        assert!((gesture.factor - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_pointer_that_was_taken_away_does_nothing_more() {
        let mut pointers = two();
        pointers.release(1);
        assert_eq!(pointers.count(), 1);
        assert_eq!(pointers.drag(1, at(50.0, 0.0)), None);
        assert_eq!(pointers.drag(3, at(50.0, 0.0)), None, "never down");
    }

    #[test]
    fn a_pointer_is_down_once() {
        let mut pointers = one();
        pointers.press(1, at(10.0, 0.0));
        assert_eq!(pointers.count(), 1);
    }

    proptest! {
        #[test]
        fn a_drag_goes_as_far_as_its_pointer(
            ways in proptest::collection::vec((-60.0..60.0, -60.0..60.0), 1..12),
        ) {
            let mut pointers = one();
            let (mut sum, mut last) = (Vec2::default(), START);
            for (x, y) in ways {
                let place = at(x, y);
                if let Some(gesture) = pointers.drag(1, place) {
                    sum += gesture.by;
                    last = place;
                }
            }
            prop_assert!((last - START - sum).length() < 1e-9, "{sum:?}");
        }

        #[test]
        fn a_pinch_magnifies_by_how_much_farther_apart_it_ends(
            ways in proptest::collection::vec((1..3, -40.0..40.0, -40.0..40.0), 1..12),
        ) {
            let mut pointers = two();
            let mut ends = [START, at(100.0, 0.0)];
            let mut factor = 1.0;
            for (pointer, x, y) in ways {
                let end = usize::from(pointer == 2);
                ends[end] = [at(x, y), at(x + 100.0, y)][end];
                let gesture = pointers.drag(pointer, ends[end]).expect("two are down");
                factor *= gesture.factor;
            }
            let apart = (ends[1] - ends[0]).length() / 100.0;
            prop_assert!((factor - apart).abs() < 1e-9, "{factor} for {apart}");
        }
    }
}
