//! What is shown, as files for other programs: a picture, a table, and data.
//!
//! Everything here is text that the caller writes where it likes. What the story says is
//! never markup in a picture and never a formula in a table.

mod csv;
mod data;
mod json;

use crate::atlas::Atlas;
use crate::drawing::Drawing;
use crate::drawing::theme::Theme;
use crate::state::State;
pub use csv::csv;
pub use data::json;

/// What is shown as a picture that stands alone, an SVG document: title, day, network with
/// its signs in words, timeline where the state shows it, credit and licence.
///
/// `address` is where the page is, as the credit says it; `fonts` is CSS with `@font-face`
/// rules whose sources are data URLs, or nothing, where the reader's fonts will do.
/// [`Drawing::size`] of [`Drawing::plate`] says how large the same picture is.
pub fn svg(
    atlas: &Atlas,
    state: &State,
    theme: Theme,
    address: Option<&str>,
    fonts: &str,
) -> String {
    Drawing::plate(atlas, state, theme, address).svg(fonts)
}

/// The most characters that a story's title gives to a file's name.
const TITLE: usize = 40;

/// A name for a file of what is shown: `tahaluf-two-alliances-2026-06-24-ar.svg`, in
/// letters, digits and hyphens of ASCII, whatever the story. `ending` follows the language:
/// `.svg`, `@2x.png`.
pub fn file_name(atlas: &Atlas, state: &State, ending: &str) -> String {
    let mut name = "tahaluf".to_owned();
    // What is no letter parts words; those of other scripts are left out.
    let title = &atlas.ecosystem().title.en;
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    let mut taken = 0;
    for word in words.filter(|word| !word.is_empty()) {
        taken += word.len() + 1;
        if taken > TITLE {
            break;
        }
        name.push('-');
        name.push_str(&word.to_ascii_lowercase());
    }
    let date = state.date.to_string();
    [&name, "-", &date, "-", state.locale.tag(), ending].concat()
}
