//! Where there is no browser: nothing is seen, nothing happens.

#[cfg(feature = "studio")]
pub(super) mod files;
#[cfg(feature = "studio")]
pub(super) mod sharing;
#[cfg(feature = "studio")]
pub mod stage;

use super::{Dress, Entry, Moment};
use crate::geometry::{Rect, Size};

/// The id of the element that the app fills.
pub const APP: &str = "app";

/// Something that goes on until it is dropped.
#[derive(Debug)]
pub struct Keep;

impl Drop for Keep {
    fn drop(&mut self) {}
}

/// The address's fragment, without `#`.
pub fn fragment() -> String {
    String::new()
}

/// Writes the address's fragment, without `#`.
pub fn set_fragment(_: &str, _: Entry) {}

/// Calls back whenever the fragment changes.
pub fn on_fragment_change(_: impl Fn() + 'static) -> Keep {
    Keep
}

/// Tells the script that started the app how far it is.
pub fn announce(_: Moment) {}

/// Calls back before the browser paints.
pub fn soon(_: impl FnOnce() + 'static) {}

/// The story that the page carries in its markup, as an edition.
pub fn carried_story() -> Option<String> {
    None
}

/// Tells whoever looks into the browser's console.
pub fn warn(_: &str) {}

/// The BCP 47 tag of the page's language.
pub fn page_language() -> Option<String> {
    None
}

/// What an attribute of the element of this id says.
pub fn data(_: &str, _: &str) -> Option<String> {
    None
}

/// The address of the whole page in the language of this tag, where this one is embedded.
pub fn full_page(_: &str) -> Option<String> {
    None
}

/// Sets the document's language, direction, colours and title.
pub fn dress_document(_: &Dress) {}

/// Calls back with the size of the element of this id, now and whenever it changes.
pub fn on_resize(_: &str, _: impl Fn(Size) + 'static) -> Keep {
    Keep
}

/// Calls back before the page is printed, with true, and after, with false.
#[cfg(feature = "studio")]
pub fn on_print(_: impl Fn(bool) + 'static) -> Keep {
    Keep
}

/// Where the element of this id stands in the window, in CSS px.
pub fn bounds(_: &str) -> Option<Rect> {
    None
}

/// The width of the page, in CSS px.
pub fn page_width() -> Option<f64> {
    None
}

/// Whether the keyboard is in this page, and not in one around it or in another window.
pub fn has_keyboard() -> bool {
    false
}

/// Gives the keyboard to the element of this id.
pub fn focus(_: &str) {}

/// Scrolls as little as is needed to see the network's node of this id.
pub fn bring_mark_into_view(_: &str) {}

/// Keeps a pointer's movements with the element of this id until it is released.
pub fn capture_pointer(_: &str, _: i32) {}

/// Calls back every so many milliseconds.
pub fn every(_: u32, _: impl FnMut() + 'static) -> Keep {
    Keep
}

/// What the form field of this id holds.
pub fn value(_: &str) -> Option<String> {
    None
}
