//! Where there is no browser, there is nobody to give a file to.

use crate::platform::FetchError;

/// Calls back with the bytes of the story's file.
pub fn fetch_story(_: Box<dyn FnOnce(Result<Vec<u8>, FetchError>)>) {}

/// Whether a reader can be given a file.
pub fn may_download() -> bool {
    false
}

/// Gives the reader a file of this name; false where that is refused.
pub fn download(_: &str, _: &str, _: &[u8]) -> bool {
    false
}

/// Calls back with an SVG document of this size, in its units, as a PNG of `scale` pixels
/// a unit; with nothing where the browser does not draw it.
pub fn rasterize(_: &str, _: (f64, f64), _: f64, _: Box<dyn FnOnce(Option<Vec<u8>>)>) {}

/// Calls back with the page's fonts as CSS: its `@font-face` rules, each with the font's
/// file in it as a data URL. What cannot be had is left out.
pub fn font_data(_: Box<dyn FnOnce(String)>) {}

/// Whether the reader's system asks for dark colours.
pub fn prefers_dark() -> bool {
    false
}
