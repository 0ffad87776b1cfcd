//! What those who share ask the browser for. What a browser or a sandbox does not have
//! is found by looking for it.

use super::element;
use super::files::STORY_LINK;
use gloo::utils::{document, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDialogElement, HtmlLinkElement, HtmlTextAreaElement};

/// The link that names the site's top in full, where its address was known when the
/// page was written.
const TOP: &str = "link[hreflang='x-default']";

/// The address of the site's top, where the page names one.
pub fn site_address() -> Option<String> {
    let top = document().query_selector(TOP).ok().flatten();
    if let Some(top) = top.and_then(|top| top.dyn_into::<HtmlLinkElement>().ok()) {
        return Some(top.href());
    }
    // A shell without a story's pages has no such link; its story lies at the top.
    let story: HtmlLinkElement = element(STORY_LINK)?.dyn_into().ok()?;
    let address = story.href();
    let end = address.rfind('/')? + 1;
    Some(address[..end].to_owned())
}

/// The page's own address, without query and fragment.
pub fn page_address() -> String {
    let address = window().location().href().unwrap_or_default();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address[..end].to_owned()
}

/// Opens the dialog of this id over the page.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        // It throws where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Whether the dialog of this id is open.
pub fn is_dialog_open(id: &str) -> bool {
    dialog(id).is_some_and(|dialog| dialog.open())
}

/// Closes the dialog of this id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}

/// Selects the text in the field of this id, and gives it the keyboard.
pub fn select(id: &str) {
    let field = element(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
}

/// Puts a text where it can be pasted from; calls back whether it is there.
pub fn copy(text: &str, call: Box<dyn FnOnce(bool)>) {
    if !is_allowed("clipboard-write") {
        return call(false);
    }
    let board = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    asked(&board, "writeText", &text.into(), call);
}

/// Whether there is a share dialog of the system, which sends links.
pub fn can_send() -> bool {
    method(&window().navigator(), "share").is_some() && is_allowed("web-share")
}

/// Opens that dialog with a title and an address; calls back with false where it was
/// refused. A reader who closes it has changed their mind, which is no refusal.
pub fn send(title: &str, address: &str, call: Box<dyn FnOnce(bool)>) {
    let what = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        let _ = Reflect::set(&what, &name.into(), &value.into());
    }
    asked(&window().navigator(), "share", &what, call);
}

/// Whether the page that frames this one lets it use a feature, as far as the browser
/// tells: one that does would also complain of an attempt in the console.
fn is_allowed(feature: &str) -> bool {
    let policy = Reflect::get(&document(), &"featurePolicy".into()).unwrap_or_default();
    let ask = |name: &str, of: &JsValue| method(&policy, name)?.call1(&policy, of).ok();
    // It would forbid what it does not know.
    let known = ask("features", &JsValue::UNDEFINED).and_then(|list| list.dyn_into::<Array>().ok());
    if !known.is_some_and(|list| list.includes(&feature.into(), 0)) {
        return true;
    }
    ask("allowsFeature", &feature.into()).is_none_or(|answer| answer.is_truthy())
}

/// A method, where the object has one of this name.
fn method(of: &JsValue, name: &str) -> Option<Function> {
    // A property of what is no object throws.
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Calls a method that promises something, and back with whether it kept it.
fn asked(of: &JsValue, name: &str, argument: &JsValue, call: Box<dyn FnOnce(bool)>) {
    let promise = method(of, name).and_then(|method| method.call1(of, argument).ok());
    let promise = promise.and_then(|promise| promise.dyn_into::<Promise>().ok());
    let Some(promise) = promise else {
        return call(false);
    };
    spawn_local(async {
        let kept = JsFuture::from(promise).await;
        call(kept.map_or_else(|error| is_change_of_mind(&error), |_| true));
    });
}

/// Whether a promise was broken because the reader closed what it was for.
fn is_change_of_mind(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into()).unwrap_or_default();
    name.as_string().as_deref() == Some("AbortError")
}
