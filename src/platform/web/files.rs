//! Files: the story's, what a reader takes along, and what a picture needs to stand alone.

use super::element;
use crate::platform::FetchError;
use gloo::utils::{document, window};
use js_sys::{Array, Promise, Uint8Array, encode_uri_component};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CssFontFaceRule, CssStyleSheet, FileReader,
    HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Response, Url,
};

/// The id of the link that names the story's file.
pub(super) const STORY_LINK: &str = "story";
/// The most pixels of a canvas's side that every engine draws.
const MOST_PIXELS: f64 = 16_384.0;
/// How often a picture is drawn, at most, until it stays as it is.
const MOST_DRAWS: u8 = 10;

/// Calls back with the bytes of the story's file, which the page names in a link.
pub fn fetch_story(call: Box<dyn FnOnce(Result<Vec<u8>, FetchError>)>) {
    let address = element(STORY_LINK).and_then(|link| link.get_attribute("href"));
    spawn_local(async {
        call(match address {
            Some(address) => bytes_at(&address).await.map_err(|_| FetchError),
            None => Err(FetchError),
        });
    });
}

async fn bytes_at(address: &str) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(address))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Whether a reader can be given a file.
///
/// A page in a sandbox may be forbidden to, and nothing asks whether it is without a
/// complaint in the console. One whose origin is opaque counts as one that is, unless it is
/// a file that was opened by itself: the sandbox of a frame is also that of the tabs that
/// the frame opens, where it does not say otherwise.
pub fn may_download() -> bool {
    let window = window();
    let is_framed = window.parent().ok().flatten().as_ref() != Some(&window);
    let protocol = window.location().protocol().unwrap_or_default();
    window.origin() != "null" || !is_framed && protocol == "file:"
}

/// Gives the reader a file of this name; false where that is refused.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    may_download() && give(name, media_type, bytes).is_ok()
}

fn give(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&blob(media_type, bytes)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has the bytes before it returns; some read them a moment later.
    let release = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    let soon = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000);
    soon.map(|_| ())
}

fn blob(media_type: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// Bytes as a `data:` URL.
async fn data_url(media_type: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let reader = FileReader::new()?;
    let is_read = Promise::new(&mut |done, failed| {
        reader.set_onload(Some(&done));
        reader.set_onerror(Some(&failed));
    });
    reader.read_as_data_url(&blob(media_type, bytes)?)?;
    JsFuture::from(is_read).await?;
    reader.result()?.as_string().ok_or(JsValue::NULL)
}

/// Calls back with an SVG document of this size, in its units, as a PNG of `scale` pixels
/// a unit; with nothing where the browser does not draw it.
pub fn rasterize(svg: &str, size: (f64, f64), scale: f64, call: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    // Not from an object URL: the policy has `data:` for images.
    let address: String = encode_uri_component(svg).into();
    let address = ["data:image/svg+xml;charset=utf-8,", &address].concat();
    spawn_local(async move { call(pixels(&address, size, scale).await.ok()) });
}

async fn pixels(address: &str, size: (f64, f64), scale: f64) -> Result<Vec<u8>, JsValue> {
    let (width, height) = (size.0 * scale, size.1 * scale);
    let fits = |side: f64| (1.0..=MOST_PIXELS).contains(&side);
    if !(fits(width) && fits(height)) {
        return Err(JsValue::NULL);
    }
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    // Some engines look for a letter's font when they draw the letter, draw another
    // meanwhile, and say nothing when the font is there.
    let small = (width.min(size.0), height.min(size.1));
    let mut before = Vec::new();
    for _ in 0..MOST_DRAWS {
        let now = drawn(&image, small).await?;
        if now == before {
            break;
        }
        before = now;
    }
    drawn(&image, (width, height)).await
}

/// An image as a PNG of so many pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a side is between one and some thousand pixels"
)]
async fn drawn(image: &HtmlImageElement, size: (f64, f64)) -> Result<Vec<u8>, JsValue> {
    let (width, height) = size;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width.round() as u32);
    canvas.set_height(height.round() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let mut refused = Ok(());
    let blob = JsFuture::from(Promise::new(&mut |done, _| {
        refused = canvas.to_blob(&done);
    }));
    // A canvas that may not be read says so at once.
    refused?;
    let blob: Blob = blob.await?.dyn_into()?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Calls back with the page's fonts as CSS: its `@font-face` rules, each with the font's
/// file in it as a data URL. What cannot be had is left out.
pub fn font_data(call: Box<dyn FnOnce(String)>) {
    spawn_local(async {
        let mut css = String::new();
        for (rule, home) in font_faces() {
            if let Ok(face) = with_file(&rule, &home).await {
                css.push_str(&face);
                css.push('\n');
            }
        }
        call(css);
    });
}

/// Every rule that names a font's file, with the address that the name is relative to.
fn font_faces() -> Vec<(String, String)> {
    let mut faces = Vec::new();
    let sheets = document().style_sheets();
    for index in 0..sheets.length() {
        let Some(Ok(sheet)) = sheets.get(index).map(JsCast::dyn_into::<CssStyleSheet>) else {
            continue;
        };
        let home = sheet.href().ok().flatten();
        let home = home.or_else(|| document().base_uri().ok().flatten());
        // Of another origin, as in a sandboxed frame, they are not to be read.
        let Ok(rules) = sheet.css_rules() else {
            continue;
        };
        for index in 0..rules.length() {
            let rule = rules.item(index);
            if let Some(Ok(rule)) = rule.map(JsCast::dyn_into::<CssFontFaceRule>) {
                let text = rule.css_text();
                if text.contains("url(") {
                    faces.push((text, home.clone().unwrap_or_default()));
                }
            }
        }
    }
    faces
}

/// A rule with the file that it names in it.
async fn with_file(rule: &str, home: &str) -> Result<String, JsValue> {
    let (before, rest) = rule.split_once("url(").ok_or(JsValue::NULL)?;
    let (name, after) = rest.split_once(')').ok_or(JsValue::NULL)?;
    let name = name.trim_matches(['"', '\'']);
    if name.starts_with("data:") {
        return Ok(rule.to_owned());
    }
    let address = Url::new_with_base(name, home)?.href();
    let file = data_url("font/woff2", &bytes_at(&address).await?).await?;
    let source = ["url(\"", &file, "\")"].concat();
    Ok([before, &source, after].concat())
}

/// Whether the reader's system asks for dark colours.
pub fn prefers_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
