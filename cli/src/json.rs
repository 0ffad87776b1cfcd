//! What the program writes as JSON.

use crate::failure::{Failure, Outcome};
use serde::Serialize;
use tahaluf::markup::script_data;

/// A value in one line.
///
/// # Errors
///
/// When it has no form in JSON, which no value of this program is without.
pub(crate) fn compact(value: &impl Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| unwritten(&error))
}

/// A value in lines, for people who look into the file.
///
/// # Errors
///
/// As [`compact`].
pub(crate) fn pretty(value: &impl Serialize) -> Outcome<String> {
    let json = serde_json::to_string_pretty(value).map_err(|error| unwritten(&error))?;
    Ok(json + "\n")
}

/// A value as data in a page: a `script` element of a media type.
///
/// # Errors
///
/// As [`compact`].
pub(crate) fn script(media_type: &str, value: &impl Serialize) -> Outcome<String> {
    let json = script_data(compact(value)?);
    Ok(format!("<script type=\"{media_type}\">{json}</script>\n"))
}

fn unwritten(error: &serde_json::Error) -> Failure {
    Failure::new(
        format!("JSON cannot be written: {error}"),
        "this is a fault of tahaluf: report it with the story",
    )
}
