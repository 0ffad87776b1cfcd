//! Who made what leaves the page, in a line that pictures and sheets have.

use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::catalog::export::ExportMessages;
use crate::locale::isolate::isolated;

/// The credit, with the page's address where it is known.
pub fn line(locale: Locale, address: Option<&str>) -> String {
    let credit = ExportMessages::of(locale).credit;
    let Some(address) = address else {
        return credit.to_owned();
    };
    // As a reader would say it.
    let shown = address
        .split_once("://")
        .map_or(address, |(_, place)| place);
    let shown = isolated(shown.trim_end_matches('/'));
    [credit, Messages::of(locale).comma, &shown].concat()
}
