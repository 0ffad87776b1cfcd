//! The browser, through web-sys and gloo.
//!
//! Nothing here panics: in a sandboxed frame any of these can be refused, and
//! the page must go on without it.

#[cfg(feature = "studio")]
pub(super) mod files;
#[cfg(feature = "studio")]
pub(super) mod sharing;
#[cfg(feature = "studio")]
pub mod stage;

use super::{Dress, Entry, Moment};
use crate::geometry::{Point, Rect, Size};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::{document, document_element, window};
use std::cell::Cell;
use std::iter;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, ResizeObserver, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The id of the element that the app fills.
pub const APP: &str = "app";

/// Something that goes on until it is dropped.
#[derive(Debug)]
pub enum Keep {
    /// A listener.
    Listening(EventListener),
    /// A timer.
    Ticking(Interval),
    /// Listeners to the beginning and the end of something.
    #[cfg(feature = "studio")]
    Bracketing([EventListener; 2]),
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

/// Tells the script that started the app how far it is.
pub fn announce(moment: Moment) {
    if let (Some(app), Ok(event)) = (element(APP), Event::new(moment.name())) {
        let _ = app.dispatch_event(&event);
    }
}

/// Calls back before the browser paints, after what waits already.
pub fn soon(call: impl FnOnce() + 'static) {
    spawn_local(async { call() });
}

/// The story that the page carries in its markup, as an edition.
pub fn carried_story() -> Option<String> {
    element("story-data")?.text_content()
}

/// Tells whoever looks into the browser's console.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&message.into());
}

/// The BCP 47 tag of the page's language: the one it was written in or, where one page serves
/// readers of every language, the one that the opening script found the reader to prefer.
pub fn page_language() -> Option<String> {
    let root = document_element();
    // A browser that translates a page writes another language to the root.
    root.get_attribute("data-preferred")
        .or_else(|| data(APP, "data-prerendered"))
        .or_else(|| root.get_attribute("lang"))
}

/// What an attribute of the element of this id says.
pub fn data(id: &str, attribute: &str) -> Option<String> {
    element(id)?.get_attribute(attribute)
}

/// The address of the whole page in the language of this tag, where this one is embedded.
///
/// The page's own markup says so, in an attribute of the app's place for each language:
/// a link cannot make a page an embed, nor name where it leads.
pub fn full_page(language: &str) -> Option<String> {
    element(APP)?.get_attribute(&["data-full-", language].concat())
}

/// Sets the document's language, direction, colours and title.
///
/// To be called before anything of the page changes: what is then out of sight is turned to the
/// new language when the rest has been painted.
pub fn dress_document(dress: &Dress) {
    let root = document_element();
    let wanted = [("lang", dress.language), ("dir", dress.direction)];
    let is_written =
        |&(name, value): &(&str, &str)| root.get_attribute(name).as_deref() == Some(value);
    // Written anew, even the same language has every element's style computed again.
    if !wanted.iter().all(is_written) {
        turn_later(dress.parts);
        for (name, value) in wanted {
            let _ = root.set_attribute(name, value);
        }
    }
    let _ = match dress.theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
    document().set_title(&dress.title);
}

/// Lays out those of these elements that are out of sight after the next paint.
fn turn_later(ids: &[&str]) {
    let height = f64::from(document_element().client_height());
    let is_out_of_sight = |it: Rect| it.min.y >= height || it.max.y <= 0.0;
    for id in ids {
        if let Some(element) = element(id)
            && bounds(id).is_some_and(is_out_of_sight)
        {
            let _ = element.set_attribute(TURNING, "");
            after_paint(move || {
                let _ = element.remove_attribute(TURNING);
            });
        }
    }
}

/// What an element has until a new language has been painted without it.
const TURNING: &str = "data-turning";

/// Calls back when what is there now has been painted.
fn after_paint(call: impl FnOnce() + 'static) {
    let next = Closure::once_into_js(call);
    before_paint(&Closure::once_into_js(move || before_paint(&next)));
}

/// Has the browser call a function before the next frame is painted.
fn before_paint(call: &JsValue) {
    let _ = window().request_animation_frame(call.unchecked_ref());
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

/// Calls back before the page is printed, with true, and after, with false.
#[cfg(feature = "studio")]
pub fn on_print(call: impl Fn(bool) + 'static) -> Keep {
    use std::rc::Rc;

    let call = Rc::new(call);
    let listen = |name: &'static str, begins| {
        let call = Rc::clone(&call);
        EventListener::new(&window(), name, move |_| call(begins))
    };
    Keep::Bracketing([listen("beforeprint", true), listen("afterprint", false)])
}

/// Where the element of this id stands in the window, in CSS px.
pub fn bounds(id: &str) -> Option<Rect> {
    let bounds = element(id)?.get_bounding_client_rect();
    Some(Rect::new(
        Point::new(bounds.left(), bounds.top()),
        Point::new(bounds.right(), bounds.bottom()),
    ))
}

thread_local! {
    /// The page's width, from its first measure in a frame to the end of that frame.
    static PAGE_WIDTH: Cell<Option<f64>> = const { Cell::new(None) };
}

/// The width of the page, in CSS px.
///
/// Measured once a frame: what the app draws meanwhile does not change it, and the browser would
/// lay out all that is drawn so far to measure it again.
pub fn page_width() -> Option<f64> {
    PAGE_WIDTH.get().or_else(|| {
        let width = bounds(APP)?.size().width;
        PAGE_WIDTH.set(Some(width));
        before_paint(&Closure::once_into_js(|| PAGE_WIDTH.set(None)));
        Some(width)
    })
}

/// Whether the keyboard is in this page, and not in one around it or in another window.
pub fn has_keyboard() -> bool {
    document().has_focus().unwrap_or(false)
}

/// Gives the keyboard to the element of this id.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    // SVG elements have `focus` as well, by the same name.
    let _ = element.unchecked_into::<HtmlElement>().focus();
}

/// Scrolls as little as is needed to see what is drawn of this id, a node of the network or an event
/// of the timeline: its name, then its mark. For the whole, a group in SVG, Firefox scrolls elsewhere
/// or not at all; its parts it finds to some pixels, which the style sheet leaves.
pub fn bring_mark_into_view(id: &str) {
    let Some(node) = element(id) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    for part in iter::successors(node.first_element_child(), Element::next_element_sibling) {
        part.scroll_into_view_with_scroll_into_view_options(&options);
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
