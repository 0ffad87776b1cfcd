//! The only door to the browser.
//!
//! Everything that needs one has the same signature natively, where it does
//! nothing: pages are also rendered where there is no browser.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(all(not(target_arch = "wasm32"), feature = "studio"))]
pub use native::data;
#[cfg(all(target_arch = "wasm32", feature = "studio"))]
pub use web::data;

#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    APP, Keep, STORY_URL_LINK, announce, bounds, bring_into_view, capture_pointer, carried_story,
    dress_document, every, fetch_story, focus, fragment, full_page, on_fragment_change, on_resize,
    page_language, reveal, set_fragment, soon, value,
};
#[cfg(target_arch = "wasm32")]
pub use web::{
    APP, Keep, STORY_URL_LINK, announce, bounds, bring_into_view, capture_pointer, carried_story,
    dress_document, every, fetch_story, focus, fragment, full_page, on_fragment_change, on_resize,
    page_language, reveal, set_fragment, soon, value,
};

/// How a new address is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a step that "back" returns from.
    Step,
    /// In place of the present one.
    Correction,
}

/// What the script that started the app waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The app takes the still page's place now.
    Starting,
    /// The app is there.
    Ready,
    /// There is no story to show; the still page stays.
    Failed,
}

impl Moment {
    /// The event of the page's element that says so.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Ready => "ready",
            Self::Failed => "failed",
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
}

/// Why the story's file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchError;
