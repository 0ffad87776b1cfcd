//! oEmbed 1.0: what another site puts in place of a link to a page, as a file.
//!
//! A file answers every question alike. It cannot keep to a `maxwidth`, so the frame is
//! as narrow as a column of text, and its height below the thousand px that many sites
//! allow. The frame stands alone in `html`, for sites that take nothing else.

use serde_json::json;
use tahaluf::atlas::Atlas;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::share::{self, Choices, Form};
use tahaluf::state::State;

/// The size of the frame, in CSS px.
const SIZE: [u32; 2] = [600, 960];
/// The size of a page's picture, in px.
const CARD: [u32; 2] = [1200, 630];
/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The name of the file that answers for the page in a language.
pub(crate) fn name(locale: Locale) -> String {
    format!("oembed-{}.json", locale.tag())
}

/// The answer for a page of a site; `card` is the name of its picture.
pub(crate) fn answer(atlas: &Atlas, locale: Locale, site: &str, card: &str) -> String {
    let [width, height] = SIZE;
    let choices = Choices {
        form: Form::Frame,
        width: Some(width),
        height: Some(height),
        ..Choices::of(State::opening(atlas.ecosystem(), locale))
    };
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": atlas.ecosystem().title.get(locale),
        "provider_name": Messages::of(locale).product,
        "provider_url": site,
        "cache_age": CACHE_AGE,
        "thumbnail_url": format!("{site}{card}"),
        "thumbnail_width": CARD[0],
        "thumbnail_height": CARD[1],
        "html": share::snippet(site, atlas, &choices),
        "width": width,
        "height": height,
    });
    format!("{answer:#}\n")
}
