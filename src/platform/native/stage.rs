//! Where there is no browser, nobody presents.

use super::Keep;
use crate::platform::{KeyPress, Peer};

/// Calls back with every key that goes down; the answer says whether it is the page's.
pub fn on_key(_: impl Fn(KeyPress) -> bool + 'static) -> Keep {
    Keep
}

/// Calls back with whether the pointer has rested so many milliseconds, whenever that changes.
pub fn on_rest(_: u32, _: impl Fn(bool) + 'static) -> Keep {
    Keep
}

/// Whether the reader asks for less motion.
pub fn is_calm() -> bool {
    false
}

/// Whether the page may fill the screen.
pub fn may_fill_screen() -> bool {
    false
}

/// Whether the page fills the screen.
pub fn fills_screen() -> bool {
    false
}

/// Fills the screen with the app, or no longer.
pub fn fill_screen(_: bool) {}

/// Calls back whenever the screen is filled or left.
pub fn on_screen_change(_: impl Fn() + 'static) -> Keep {
    Keep
}

/// Shows the dialog of this id before everything else.
pub fn show_dialog(_: &str) {}

/// Gives the keyboard to the element of this id once it is there.
pub fn focus_soon(_: &'static str) {}

/// The width of the window, in CSS px.
pub fn window_width() -> f64 {
    0.0
}

/// Sets the document's title.
pub fn set_title(_: &str) {}

/// Seconds since 1970.
pub fn now() -> u64 {
    0
}

/// The time of the day where the reader is, in hours and minutes.
pub fn time_of_day() -> (u32, u32) {
    (0, 0)
}

/// Opens this page at another fragment (without `#`) in a second window, or brings it to
/// the front; whether there is one now.
pub fn open_second_window(_: &str) -> bool {
    false
}

/// Closes this window, which another one opened.
pub fn close_window() {}

/// Says something to the other window, where there is one.
pub fn say(_: Peer, _: &str) {}

/// Calls back with what the other window says, and answers it.
pub fn on_message(_: Peer, _: impl Fn(&str) -> Option<String> + 'static) -> Keep {
    Keep
}
