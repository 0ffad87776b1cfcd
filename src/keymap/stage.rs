//! What keys and fingers mean before a room: those of presentation programs, and those
//! that clickers send.
//!
//! Arrows and swipes are spatial: in Arabic the left arrow goes forward. Letters go by
//! what is printed on the key: by the Latin letter that it gives or, where the keyboard
//! writes another script, by the place at which keyboards with both scripts have it.

use super::Key;
use crate::geometry::Point;
use crate::locale::Direction;

/// What a presenter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Tell the next step.
    Next,
    /// Tell the step before.
    Previous,
    /// Tell the first step.
    First,
    /// Tell the last step.
    Last,
    /// Tell the n-th step, counted from 1.
    GoTo(usize),
    /// Make the screen black, or show the story again.
    Black,
    /// Make the screen white, or show the story again.
    White,
    /// Fill the screen or, where it is filled, the window.
    Fullscreen,
    /// Fill the screen: what clickers send to begin.
    Start,
    /// Leave the full screen or, where there is none, the room.
    Stop,
    /// Leave the room, whatever is filled.
    End,
    /// Open the speaker's window.
    Lectern,
    /// Go on by itself, or pause.
    Kiosk,
    /// List the keys, or put the list away.
    Help,
    /// Nothing again: a key that switches is held down, and has switched.
    Held,
    /// Nothing of its own: any input ends a black screen and pauses what goes on by itself.
    Touch,
}

/// A key that went down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press<'a> {
    /// What it gives (UI Events `KeyboardEvent.key`).
    pub key: &'a str,
    /// Where it is, by its name on an American keyboard (`KeyboardEvent.code`).
    pub code: &'a str,
    /// Whether Shift is down.
    pub shift: bool,
    /// Whether Ctrl, Alt or ⌘ is down: then the key is the browser's.
    pub modified: bool,
    /// Whether it is held down and comes again.
    pub again: bool,
    /// What has the keyboard.
    pub held_by: Holder,
}

/// What has the keyboard when a key goes down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holder {
    /// Nothing that wants keys of its own.
    #[default]
    Nothing,
    /// A button or a link, which Enter and Space press.
    Control,
    /// A field that is being written in, or text that is being composed.
    Field,
}

/// The highest number of a step that can be typed.
const MOST: usize = 9999;

/// What was typed so far: the digits of a step's number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typed(usize);

impl Typed {
    /// What a key means after those before it, and what stays typed.
    ///
    /// ```
    /// use tahaluf::keymap::stage::{Command, Press, Typed};
    /// use tahaluf::locale::Direction;
    /// # use tahaluf::keymap::stage::Holder;
    /// let press = |key| Press { key, code: "", shift: false, modified: false, again: false, held_by: Holder::Nothing };
    /// let (typed, _) = Typed::default().press(press("٧"), Direction::RightToLeft);
    /// let (typed, said) = typed.press(press("Enter"), Direction::RightToLeft);
    /// assert_eq!((typed, said), (Typed::default(), Some(Command::GoTo(7))));
    /// ```
    #[must_use]
    pub fn press(self, press: Press<'_>, direction: Direction) -> (Self, Option<Command>) {
        let is_theirs = match press.held_by {
            Holder::Nothing => false,
            Holder::Control => matches!(press.key, "Enter" | " "),
            Holder::Field => true,
        };
        if is_theirs || press.modified || is_modifier(press.key) {
            return (self, None);
        }
        if let Some(digit) = digit(press.key) {
            let number = self.0 * 10 + digit;
            let typed = if number > MOST { digit } else { number };
            return (Self(typed), Some(Command::Touch));
        }
        let command = match (press.key, self.0) {
            ("Enter", number) if number > 0 => Command::GoTo(number),
            _ => meaning(&press, direction),
        };
        // A key that is held down goes on and on; it does not switch to and fro.
        let goes_on = matches!(command, Command::Next | Command::Previous | Command::Touch);
        let command = if press.again && !goes_on {
            Command::Held
        } else {
            command
        };
        (Self::default(), Some(command))
    }
}

/// A key that does nothing by itself.
fn is_modifier(key: &str) -> bool {
    matches!(
        key,
        "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Fn" | "NumLock"
    )
}

fn meaning(press: &Press<'_>, direction: Direction) -> Command {
    let towards_end = |key: Key| key.heading(direction).map(|way| way.x + way.y > 0.0);
    if let Some(forward) = Key::named(press.key).and_then(towards_end) {
        return match (forward, press.shift) {
            (true, false) => Command::Next,
            (false, false) => Command::Previous,
            (true, true) => Command::Last,
            (false, true) => Command::First,
        };
    }
    match press.key {
        "PageUp" => Command::Previous,
        " " if press.shift => Command::Previous,
        "PageDown" | "Enter" | " " => Command::Next,
        "Home" => Command::First,
        "End" => Command::Last,
        "F5" => Command::Start,
        "Escape" => Command::Stop,
        "F1" => Command::Help,
        _ => match sign(press) {
            Some('n') => Command::Next,
            Some('p') => Command::Previous,
            Some('.' | 'b' | 'v' | '/') => Command::Black,
            Some(',' | 'w') => Command::White,
            Some('f') => Command::Fullscreen,
            Some('s') => Command::Lectern,
            Some('k') => Command::Kiosk,
            Some('?') => Command::Help,
            _ => Command::Touch,
        },
    }
}

/// The sign on a key, in small Latin letters; none for keys with a name.
fn sign(press: &Press<'_>) -> Option<char> {
    let mut given = press.key.chars();
    let first = given.next()?;
    let is_named = given.next().is_some() && first.is_ascii();
    match first {
        _ if is_named => None,
        '؟' => Some('?'),
        '،' => Some(','),
        '٫' | '۔' => Some('.'),
        _ if first.is_ascii() => Some(first.to_ascii_lowercase()),
        _ => place(press),
    }
}

/// The sign that a keyboard with Latin letters has at a key's place.
fn place(press: &Press<'_>) -> Option<char> {
    match press.code {
        "Period" | "NumpadDecimal" => Some('.'),
        "Comma" => Some(','),
        "Slash" if press.shift => Some('?'),
        "Slash" => Some('/'),
        _ => {
            let letter = press.code.strip_prefix("Key")?.chars().next()?;
            Some(letter.to_ascii_lowercase())
        }
    }
}

/// A digit as Latin, Arabic and Persian keyboards write it.
fn digit(key: &str) -> Option<usize> {
    let mut given = key.chars();
    let (digit, None) = (given.next()?, given.next()) else {
        return None;
    };
    let zero = ['0', '٠', '۰']
        .into_iter()
        .find(|zero| (*zero..).take(10).any(|it| it == digit))?;
    usize::try_from(u32::from(digit) - u32::from(zero)).ok()
}

/// A movement that is shorter than this is a tap, in CSS px.
const TAP_WITHIN: f64 = 10.0;
/// A movement that is longer than this is a swipe, in CSS px.
const SWIPE_FROM: f64 = 40.0;
/// The part of the window's width, from where reading begins, in which a tap goes back.
const BACK: f64 = 0.3;

/// What a finger or a mouse asks for that went down at one place and up at another of a
/// window of this width; in CSS px of the window. A swipe pulls the next step in from
/// where reading goes on.
pub fn gesture(from: Point, to: Point, width: f64, direction: Direction) -> Option<Command> {
    let by = to - from;
    if by.length() < TAP_WITHIN {
        let along = direction.physical_x(to.x, width);
        return Some(if along < width * BACK {
            Command::Previous
        } else {
            Command::Next
        });
    }
    let (across, along) = (by.y.max(-by.y), by.x * direction.sign());
    if along < -SWIPE_FROM && -along > 2.0 * across {
        Some(Command::Next)
    } else if along > SWIPE_FROM && along > 2.0 * across {
        Some(Command::Previous)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIRECTIONS: [Direction; 2] = [Direction::LeftToRight, Direction::RightToLeft];

    fn at(key: &'static str, code: &'static str) -> Press<'static> {
        Press {
            key,
            code,
            shift: false,
            modified: false,
            again: false,
            held_by: Holder::Nothing,
        }
    }

    fn means(press: Press<'_>, direction: Direction) -> Option<Command> {
        Typed::default().press(press, direction).1
    }

    #[test]
    fn every_key_means_the_same_in_both_directions_but_for_arrows() {
        let keys = [
            ("PageDown", Command::Next),
            ("ArrowDown", Command::Next),
            (" ", Command::Next),
            ("Enter", Command::Next),
            ("n", Command::Next),
            ("PageUp", Command::Previous),
            ("ArrowUp", Command::Previous),
            ("p", Command::Previous),
            ("Home", Command::First),
            ("End", Command::Last),
            (".", Command::Black),
            ("b", Command::Black),
            ("v", Command::Black),
            ("/", Command::Black),
            (",", Command::White),
            ("w", Command::White),
            ("f", Command::Fullscreen),
            ("F5", Command::Start),
            ("Escape", Command::Stop),
            ("s", Command::Lectern),
            ("k", Command::Kiosk),
            ("?", Command::Help),
            ("F1", Command::Help),
            ("z", Command::Touch),
            ("Tab", Command::Touch),
            ("Dead", Command::Touch),
            ("F2", Command::Touch),
        ];
        for direction in DIRECTIONS {
            for (key, command) in keys {
                assert_eq!(means(at(key, ""), direction), Some(command), "{key}");
            }
        }
    }

    #[test]
    fn arrows_follow_the_writing() {
        let [ltr, rtl] = DIRECTIONS;
        for (key, direction, command) in [
            ("ArrowRight", ltr, Command::Next),
            ("ArrowLeft", ltr, Command::Previous),
            ("ArrowLeft", rtl, Command::Next),
            ("ArrowRight", rtl, Command::Previous),
        ] {
            assert_eq!(means(at(key, ""), direction), Some(command), "{key}");
        }
        for (key, direction, command) in [
            ("ArrowRight", ltr, Command::Last),
            ("ArrowLeft", ltr, Command::First),
            ("ArrowLeft", rtl, Command::Last),
            ("ArrowRight", rtl, Command::First),
            ("ArrowUp", rtl, Command::First),
            (" ", rtl, Command::Previous),
        ] {
            let press = Press {
                shift: true,
                ..at(key, "")
            };
            assert_eq!(means(press, direction), Some(command), "Shift {key}");
        }
    }

    #[test]
    fn capital_letters_are_the_same_keys() {
        let press = Press {
            shift: true,
            ..at("B", "KeyB")
        };
        assert_eq!(means(press, DIRECTIONS[0]), Some(Command::Black));
    }

    #[test]
    fn on_an_arabic_keyboard_keys_go_by_their_latin_sign() {
        // Arabic (101): what each key gives, and where it is.
        for (key, code, command) in [
            ("ى", "KeyN", Command::Next),
            ("ح", "KeyP", Command::Previous),
            ("لا", "KeyB", Command::Black),
            ("ر", "KeyV", Command::Black),
            ("ز", "Period", Command::Black),
            ("ظ", "Slash", Command::Black),
            ("ص", "KeyW", Command::White),
            ("و", "Comma", Command::White),
            ("ب", "KeyF", Command::Fullscreen),
            ("س", "KeyS", Command::Lectern),
            ("ن", "KeyK", Command::Kiosk),
            ("؟", "Slash", Command::Help),
            ("،", "KeyK", Command::White),
            ("ت", "KeyJ", Command::Touch),
        ] {
            for direction in DIRECTIONS {
                assert_eq!(means(at(key, code), direction), Some(command), "{key}");
            }
        }
    }

    #[test]
    fn a_latin_letter_goes_before_its_place() {
        // Dvorak writes x where an American keyboard has B.
        assert_eq!(means(at("x", "KeyB"), DIRECTIONS[0]), Some(Command::Touch));
        assert_eq!(means(at("b", "KeyN"), DIRECTIONS[0]), Some(Command::Black));
    }

    #[test]
    fn digits_of_any_keyboard_then_enter_go_to_a_step() {
        for keys in [["1", "2"], ["١", "٢"], ["۱", "۲"]] {
            let mut typed = Typed::default();
            for key in keys {
                let (after, command) = typed.press(at(key, ""), DIRECTIONS[1]);
                assert_eq!(command, Some(Command::Touch), "{key} alone does nothing");
                typed = after;
            }
            let enter = typed.press(at("Enter", "Enter"), DIRECTIONS[1]);
            assert_eq!(enter, (Typed::default(), Some(Command::GoTo(12))));
        }
    }

    #[test]
    fn any_other_key_forgets_the_digits() {
        let (typed, _) = Typed::default().press(at("3", ""), DIRECTIONS[0]);
        let (typed, command) = typed.press(at("g", "KeyG"), DIRECTIONS[0]);
        assert_eq!((typed, command), (Typed::default(), Some(Command::Touch)));
        let mut typed = Typed::default();
        for _ in 0..9 {
            typed = typed.press(at("9", ""), DIRECTIONS[0]).0;
        }
        assert!(typed.0 <= MOST, "{typed:?}");
    }

    #[test]
    fn keys_that_are_somebody_elses_are_left_alone() {
        for key in ["PageDown", "b", "1", "F5", "?"] {
            let modified = Press {
                modified: true,
                ..at(key, "")
            };
            assert_eq!(means(modified, DIRECTIONS[0]), None, "{key}");
            let typing = Press {
                held_by: Holder::Field,
                ..at(key, "")
            };
            assert_eq!(means(typing, DIRECTIONS[0]), None, "{key}");
        }
        for key in ["Enter", " "] {
            let pressing = Press {
                held_by: Holder::Control,
                ..at(key, "")
            };
            assert_eq!(means(pressing, DIRECTIONS[0]), None, "{key}");
        }
        for key in ["Shift", "Control", "AltGraph", "CapsLock"] {
            assert_eq!(means(at(key, ""), DIRECTIONS[0]), None, "{key}");
        }
        let on_button = Press {
            held_by: Holder::Control,
            ..at("PageDown", "")
        };
        assert_eq!(means(on_button, DIRECTIONS[0]), Some(Command::Next));
    }

    #[test]
    fn a_key_held_down_goes_on_but_switches_once() {
        let held = |key| Press {
            again: true,
            ..at(key, "")
        };
        assert_eq!(means(held("PageDown"), DIRECTIONS[0]), Some(Command::Next));
        assert_eq!(means(held("b"), DIRECTIONS[0]), Some(Command::Held));
        assert_eq!(means(held("F5"), DIRECTIONS[0]), Some(Command::Held));
        assert_eq!(means(held("z"), DIRECTIONS[0]), Some(Command::Touch));
    }

    #[test]
    fn fingers_follow_the_writing() {
        let [ltr, rtl] = DIRECTIONS;
        let point = Point::new;
        let tap = |x, direction| gesture(point(x, 50.0), point(x + 3.0, 52.0), 1000.0, direction);
        assert_eq!(tap(900.0, ltr), Some(Command::Next));
        assert_eq!(tap(100.0, ltr), Some(Command::Previous));
        assert_eq!(tap(900.0, rtl), Some(Command::Previous));
        assert_eq!(tap(100.0, rtl), Some(Command::Next));
        let swipe = |by, direction| {
            gesture(
                point(500.0, 50.0),
                point(500.0 + by, 60.0),
                1000.0,
                direction,
            )
        };
        assert_eq!(swipe(-80.0, ltr), Some(Command::Next));
        assert_eq!(swipe(80.0, ltr), Some(Command::Previous));
        assert_eq!(swipe(80.0, rtl), Some(Command::Next));
        assert_eq!(swipe(-80.0, rtl), Some(Command::Previous));
        assert_eq!(swipe(20.0, ltr), None, "neither a tap nor a swipe");
        let scroll = gesture(point(500.0, 50.0), point(440.0, 300.0), 1000.0, ltr);
        assert_eq!(scroll, None, "a finger that scrolls");
    }
}
