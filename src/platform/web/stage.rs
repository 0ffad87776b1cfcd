//! What presenting asks of the browser: keys wherever the keyboard is, the full screen,
//! the time, and a second window.
//!
//! Two windows of the same page talk by `postMessage`. A message is heard only from the
//! window that opened this one or was opened by it, and only from the same origin. A file
//! from a disk and a sandboxed frame have an opaque origin, which is written `null` and
//! proves nothing: there the window alone decides.

use super::{APP, Keep, element};
use crate::platform::{KeyPress, KeyboardHolder, Peer};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Date, Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlDialogElement, KeyboardEvent, MessageEvent, Window};

/// Calls back with every key that goes down; the answer says whether it is the page's.
pub fn on_key(call: impl Fn(KeyPress) -> bool + 'static) -> Keep {
    let options = EventListenerOptions::enable_prevent_default();
    let hear = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_on = |selector| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            target.is_some_and(|it| it.closest(selector).is_ok_and(|found| found.is_some()))
        };
        let is_writing = || is_on("input, textarea, select, [contenteditable]");
        let held_by = if event.is_composing() || is_writing() {
            KeyboardHolder::Field
        } else if is_on("button, a[href], summary") {
            KeyboardHolder::Control
        } else {
            KeyboardHolder::Nothing
        };
        let press = KeyPress {
            key: event.key(),
            code: event.code(),
            shift: event.shift_key(),
            modified: event.ctrl_key() || event.meta_key() || event.alt_key(),
            again: event.repeat(),
            held_by,
        };
        if call(press) {
            event.prevent_default();
        }
    };
    Keep::Listening(EventListener::new_with_options(
        &window(),
        "keydown",
        options,
        hear,
    ))
}

/// Calls back with whether the pointer has rested so many milliseconds, whenever that changes.
pub fn on_rest(milliseconds: u32, call: impl Fn(bool) + 'static) -> Keep {
    let call = Rc::new(call);
    let resting = Rc::new(Cell::new(false));
    let wait = {
        let (call, resting) = (Rc::clone(&call), Rc::clone(&resting));
        move || {
            let (call, resting) = (Rc::clone(&call), Rc::clone(&resting));
            Timeout::new(milliseconds, move || {
                resting.set(true);
                call(true);
            })
        }
    };
    // A new wait takes the place of the old one, which is dropped and with it ended.
    let waiting = RefCell::new(wait());
    Keep::Listening(EventListener::new(&window(), "pointermove", move |_| {
        if resting.replace(false) {
            call(false);
        }
        drop(waiting.replace(wait()));
    }))
}

/// Whether the reader asks for less motion.
pub fn is_calm() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|asked| asked.matches())
}

/// Whether the page may fill the screen.
pub fn may_fill_screen() -> bool {
    // Not by the typed method: where a browser has none, it is no `false` but nothing.
    let may = Reflect::get(&document(), &"fullscreenEnabled".into());
    may.is_ok_and(|may| may.is_truthy())
}

/// Whether the page fills the screen.
pub fn fills_screen() -> bool {
    let filling = Reflect::get(&document(), &"fullscreenElement".into());
    filling.is_ok_and(|element| element.is_truthy())
}

/// Fills the screen with the app, or no longer. Where it is refused, nothing happens.
pub fn fill_screen(fill: bool) {
    if fill == fills_screen() || fill && !may_fill_screen() {
        return;
    }
    let asked = if fill {
        element(APP).and_then(|app| called(&app, "requestFullscreen"))
    } else {
        called(&document(), "exitFullscreen")
    };
    if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        // A refusal must be heard, or the browser complains that nobody does.
        spawn_local(async { drop(JsFuture::from(asked).await) });
    }
}

/// Calls a method that not every browser has.
fn called(object: &JsValue, method: &str) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call0(object).ok()
}

/// Calls back whenever the screen is filled or left.
pub fn on_screen_change(call: impl Fn() + 'static) -> Keep {
    Keep::Listening(EventListener::new(
        &document(),
        "fullscreenchange",
        move |_| call(),
    ))
}

/// Shows the dialog of this id before everything else.
pub fn show_dialog(id: &str) {
    let dialog = element(id).and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        // It is in the page; there is nothing else to refuse it for.
        let _ = dialog.show_modal();
    }
}

/// Gives the keyboard to the element of this id once it is there.
pub fn focus_soon(id: &'static str) {
    Timeout::new(0, move || super::focus(id)).forget();
}

/// The width of the window, in CSS px.
pub fn window_width() -> f64 {
    let width = window().inner_width().ok();
    width.and_then(|width| width.as_f64()).unwrap_or_default()
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Seconds since 1970.
pub fn now() -> u64 {
    seconds(Date::now() / 1000.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock before 1970 gives 0, and none lasts as long as a u64"
)]
fn seconds(seconds: f64) -> u64 {
    seconds as u64
}

/// The time of the day where the reader is, in hours and minutes.
pub fn time_of_day() -> (u32, u32) {
    let now = Date::new_0();
    (now.get_hours(), now.get_minutes())
}

/// What the second window is called, so that it is found again after this one was loaded
/// anew; windows that have nothing to do with this one do not know the name.
const SECOND: &str = "tahaluf-lectern";

thread_local! {
    /// The window that this one opened.
    static OPENED: RefCell<Option<Window>> = const { RefCell::new(None) };
}

/// Opens this page at another fragment (without `#`) in a second window, or brings it to
/// the front; whether there is one now.
pub fn open_second_window(fragment: &str) -> bool {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    let known = peer(Peer::Opened);
    let opened = known.or_else(|| {
        let address = [page, "#", fragment].concat();
        let features = "popup,width=960,height=720";
        let opened = window().open_with_url_and_target_and_features(&address, SECOND, features);
        opened.ok().flatten()
    });
    let is_there = opened.is_some();
    if let Some(opened) = &opened {
        let _ = opened.focus();
    }
    OPENED.set(opened);
    is_there
}

/// Closes this window, which another one opened.
pub fn close_window() {
    let _ = window().close();
}

/// The other window, where it is still open.
fn peer(peer: Peer) -> Option<Window> {
    let found = match peer {
        Peer::Opened => OPENED.with_borrow(Clone::clone),
        Peer::Opener => {
            let opener = window().opener().ok()?;
            opener.is_object().then(|| opener.unchecked_into())
        }
    };
    found.filter(|window| window.closed().is_ok_and(|closed| !closed))
}

/// Says something to the other window, where there is one.
pub fn say(to: Peer, text: &str) {
    if let Some(to) = peer(to) {
        post(&to, text);
    }
}

fn post(to: &Window, text: &str) {
    let origin = window().origin();
    // An opaque origin cannot be named; what is said is no secret.
    let target = if origin == "null" { "*" } else { &origin };
    // A window that is being closed hears nothing, and need not.
    let _ = to.post_message(&text.into(), target);
}

/// Calls back with what the other window says, and answers it.
pub fn on_message(from: Peer, call: impl Fn(&str) -> Option<String> + 'static) -> Keep {
    let hear = move |event: &Event| {
        let event: &MessageEvent = event.unchecked_ref();
        let (Some(source), Some(text)) = (event.source(), event.data().as_string()) else {
            return;
        };
        if event.origin() != window().origin() || !is(from, &source) {
            return;
        }
        let source: Window = source.unchecked_into();
        let answer = call(&text);
        if let Some(answer) = answer {
            post(&source, &answer);
        }
        if from == Peer::Opened {
            OPENED.set(Some(source));
        }
    };
    Keep::Listening(EventListener::new(&window(), "message", hear))
}

/// Whether a window is the other one. One that this window opened knows it by `opener`,
/// also after this one was loaded anew and has forgotten it.
fn is(peer: Peer, source: &JsValue) -> bool {
    let here = JsValue::from(window());
    match peer {
        Peer::Opener => window().opener().is_ok_and(|opener| opener == *source),
        Peer::Opened => {
            *source != here
                && Reflect::get(source, &"opener".into()).is_ok_and(|opener| opener == here)
        }
    }
}
