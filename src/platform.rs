//! The only door to the browser.
//!
//! Everything that needs one has the same signature natively, where it does
//! nothing: pages are also rendered where there is no browser.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
use native as host;
#[cfg(target_arch = "wasm32")]
use web as host;

pub use host::{
    APP, Keep, announce, bounds, bring_mark_into_view, capture_pointer, carried_story, data,
    dress_document, every, focus, fragment, full_page, has_keyboard, on_fragment_change, on_resize,
    page_language, page_width, set_fragment, soon, value, warn,
};
#[cfg(feature = "studio")]
pub use host::{
    files::{download, fetch_story, font_data, may_download, prefers_dark, rasterize},
    on_print,
    sharing::{
        can_send, close_dialog, copy, is_dialog_open, open_dialog, page_address, select, send,
        site_address,
    },
    stage,
};

/// A key that went down, wherever the keyboard is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// What it gives (UI Events `KeyboardEvent.key`).
    pub key: String,
    /// Where it is (`KeyboardEvent.code`).
    pub code: String,
    /// Whether Shift is down.
    pub shift: bool,
    /// Whether Ctrl, Alt or ⌘ is down.
    pub modified: bool,
    /// Whether it is held down and comes again.
    pub again: bool,
    /// What has the keyboard.
    pub held_by: KeyboardHolder,
}

/// What has the keyboard when a key goes down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyboardHolder {
    /// Nothing that wants keys of its own.
    #[default]
    Nothing,
    /// A button or a link.
    Control,
    /// A field that is being written in, or a letter that is being composed.
    Field,
}

/// The other one of two windows that talk to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// The window that opened this one.
    Opener,
    /// The window that this one opened.
    Opened,
}

/// How a new address is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a step that "back" returns from.
    Step,
    /// In place of the present one.
    Correction,
}

/// What the script that started the app waits for: `assets/modules/boot.js` has the whole protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The app takes the still page's place now.
    Starting,
    /// The app is there.
    Ready,
    /// The page carries no story that this program reads: another has to read its file.
    Unread,
    /// There is no story to show; the still page stays.
    Failed,
}

impl Moment {
    /// The event of the page's element that says so.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Ready => "ready",
            Self::Unread => "story-missing",
            Self::Failed => "story-failed",
        }
    }
}

/// What the document itself says of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dress {
    /// The BCP 47 tag of its language.
    pub language: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// `light`, `dark`, or nothing where the system decides.
    pub theme: Option<&'static str>,
    /// The page's title.
    pub title: String,
    /// The ids of the parts that may be turned to another language after what is in sight.
    pub parts: &'static [&'static str],
}

/// Why the story's file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchError;
