//! Small things that several commands say or read.

use tahaluf::locale::Locale;
// Text between tags, and in attributes in double quotes.
pub(crate) use tahaluf::markup::{escaped, escaped as quoted};

/// A language by its tag.
///
/// # Errors
///
/// When the page has no such language.
pub(crate) fn locale(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| format!("{tag} is not a language of the page: ar or en"))
}
