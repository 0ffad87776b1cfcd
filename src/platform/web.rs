//! The browser, through web-sys and gloo.
//!
//! Nothing here panics: in a sandboxed frame any of these can be refused, and
//! the page must go on without it.

use super::{Dress, Entry, FetchError};
use crate::geometry::{Point, Rect, Size};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, ResizeObserver, Response, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The id of the link that names the story's file.
pub const STORY_URL_LINK: &str = "story";

/// Something that goes on until it is dropped.
#[derive(Debug)]
pub enum Keep {
    /// A listener.
    Listening(EventListener),
    /// A timer.
    Ticking(Interval),
    /// An observer, with the callback that it calls.
    Watching(ResizeObserver, Closure<dyn Fn()>),
    /// Nothing: it was refused.
    Idle,
}

impl Drop for Keep {
    fn drop(&mut self) {
        if let Self::Watching(observer, _) = self {
            observer.disconnect();
        }
    }
}

/// The address's fragment, without `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Writes the address's fragment, without `#`.
///
/// Through `location`, which a frame of an opaque origin may use, and not
/// through `history.pushState`, which it may not.
pub fn set_fragment(text: &str, entry: Entry) {
    if text == fragment() {
        return;
    }
    let location = window().location();
    let address = ["#", text].concat();
    // A refusal leaves the old address, which still opens the page.
    let _ = match entry {
        Entry::Step => location.set_hash(&address),
        Entry::Correction => location.replace(&address),
    };
}

/// Calls back whenever the fragment changes.
pub fn on_fragment_change(call: impl Fn() + 'static) -> Keep {
    Keep::Listening(EventListener::new(&window(), "hashchange", move |_| call()))
}

/// The reader's languages, the favourite first.
pub fn preferred_languages() -> Vec<String> {
    let languages = window().navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).collect()
}

/// Sets the document's language, direction, colours and title.
pub fn dress_document(dress: &Dress) {
    let root = document_element();
    let _ = root.set_attribute("lang", dress.language);
    let _ = root.set_attribute("dir", dress.direction);
    let _ = match dress.theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
    document().set_title(&dress.title);
}

/// The bytes of the story's file, which the page names in a link.
///
/// # Errors
/// Where the file does not come, or not whole.
pub async fn fetch_story() -> Result<Vec<u8>, FetchError> {
    let link = document().get_element_by_id(STORY_URL_LINK);
    let url = link
        .and_then(|link| link.get_attribute("href"))
        .ok_or(FetchError)?;
    fetch(&url).await.map_err(|_| FetchError)
}

async fn fetch(url: &str) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(url))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Runs a future to its end, some time.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Calls back with the size of the element of this id, now and whenever it changes.
pub fn on_resize(id: &str, call: impl Fn(Size) + 'static) -> Keep {
    let Some(element) = element(id) else {
        return Keep::Idle;
    };
    let watched = element.clone();
    let callback: Closure<dyn Fn()> = Closure::new(move || {
        let bounds = watched.get_bounding_client_rect();
        call(Size::new(bounds.width(), bounds.height()));
    });
    match ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        Ok(observer) => {
            observer.observe(&element);
            Keep::Watching(observer, callback)
        }
        Err(_) => Keep::Idle,
    }
}

/// Where the element of this id stands in the window, in CSS px.
pub fn bounds(id: &str) -> Option<Rect> {
    let bounds = element(id)?.get_bounding_client_rect();
    Some(Rect::new(
        Point::new(bounds.left(), bounds.top()),
        Point::new(bounds.right(), bounds.bottom()),
    ))
}

/// Gives the keyboard to the element of this id.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    // SVG elements have `focus` as well, by the same name.
    let _ = element.unchecked_into::<HtmlElement>().focus();
}

/// Gives the keyboard to the element of this id, opening what hides it.
pub fn reveal(id: &str) {
    let hiding = element(id).and_then(|element| element.closest("details").ok().flatten());
    if let Some(hiding) = hiding {
        let _ = hiding.set_attribute("open", "");
    }
    focus(id);
}

/// Scrolls as little as is needed to see the element of this id.
pub fn bring_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Keeps a pointer's movements with the element of this id until it is released.
pub fn capture_pointer(id: &str, pointer: i32) {
    if let Some(element) = element(id) {
        // A pointer that is already up cannot be captured, and need not be.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Calls back every so many milliseconds.
pub fn every(milliseconds: u32, call: impl FnMut() + 'static) -> Keep {
    Keep::Ticking(Interval::new(milliseconds, call))
}

/// What the form field of this id holds.
pub fn value(id: &str) -> Option<String> {
    let field: HtmlInputElement = element(id)?.dyn_into().ok()?;
    Some(field.value())
}

fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
