//! What is shown, as files for other programs: a table, and data. The picture of it is a
//! [`Drawing`](crate::drawing::Drawing).
//!
//! Everything here is text that the caller writes where it likes. What the story says is
//! never a formula in a table.

mod csv;
mod data;
mod sure;

use crate::atlas::Atlas;
use crate::state::State;
pub use csv::{csv, excel};
pub use data::json;

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
