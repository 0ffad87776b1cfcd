//! oEmbed 1.0: what another site puts in place of a link to a page, as a file.
//!
//! A file answers every question alike. It cannot keep to a `maxwidth`, so the frame is
//! as narrow as a column of text, and its height, that of every frame, below the thousand px
//! that many sites allow. The frame stands alone in `html`, for sites that take nothing else.

use crate::failure::Outcome;
use crate::json;
use serde::Serialize;
use tahaluf::atlas::Atlas;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::share::{self, Choices, Form};
use tahaluf::state::State;

/// The width of the frame, in CSS px.
const WIDTH: u32 = 600;
/// The size of a page's picture, in px.
const CARD: [u32; 2] = [1200, 630];
/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The name of the file that answers for the page in a language.
pub(crate) fn name(locale: Locale) -> String {
    format!("oembed-{}.json", locale.tag())
}

/// The answer for a page of a site; `card` is the name of its picture.
///
/// # Errors
///
/// When it cannot be written as JSON.
pub(crate) fn answer(atlas: &Atlas, locale: Locale, site: &str, card: &str) -> Outcome<String> {
    let choices = Choices {
        form: Form::Frame,
        width: Some(WIDTH),
        ..Choices::of(State::opening(atlas.ecosystem(), locale))
    };
    json::pretty(&Rich {
        version: "1.0",
        title: atlas.ecosystem().title.get(locale),
        provider_name: Messages::of(locale).product,
        provider_url: site,
        cache_age: CACHE_AGE,
        thumbnail_url: format!("{site}{card}"),
        thumbnail_width: CARD[0],
        thumbnail_height: CARD[1],
        html: share::snippet(site, atlas, &choices),
        width: WIDTH,
        height: choices.height(),
    })
}

/// An answer of the type `rich` (oEmbed 1.0, 2.3.4). Sizes are in CSS px.
#[derive(Serialize)]
#[serde(tag = "type", rename = "rich")]
struct Rich<'a> {
    version: &'static str,
    title: &'a str,
    provider_name: &'static str,
    provider_url: &'a str,
    /// In seconds.
    cache_age: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    /// The markup that stands for the page.
    html: String,
    width: u32,
    height: u32,
}
