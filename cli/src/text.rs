//! Small things that several commands say or read.

use tahaluf::locale::Locale;

/// A language by its tag.
///
/// # Errors
///
/// When the page has no such language.
pub(crate) fn locale(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| format!("{tag} is not a language of the page: ar or en"))
}

/// Text for a place between tags.
pub(crate) fn escaped(text: &str) -> String {
    html_escape::encode_text(text).into_owned()
}

/// Text for an attribute in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}

/// JSON for a `script` element that holds data: no tag or comment can begin in it,
/// and it reads the same.
pub(crate) fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}
