//! The list of keys.

use super::tools::{apart, commanding};
use crate::keymap::stage::Command;
use crate::locale::Locale;
use crate::locale::catalog::stage::StageMessages;
use crate::scene::stage::keys;
use crate::ui::element::{Element, el};
use yew::html::onclose;
use yew::{Callback, Event};

/// The id of the dialog.
pub(super) const DIALOG: &str = "keys";

/// The list, as a dialog that has still to be shown.
pub(super) fn help(locale: Locale, obey: &Callback<Command>) -> Element {
    let words = StageMessages::of(locale);
    let mut list = el("dl");
    for (group, meaning) in keys(locale) {
        let mut names = el("dt");
        for key in &group {
            names = names.child(el("kbd").set("dir", "ltr").text(key)).text(" ");
        }
        let entry = el("div").child(names).child(el("dd").text(meaning));
        list = list.child(entry);
    }
    let heading = el("h2").set("id", "keys-heading").text(words.keys);
    // A browser may close it by a gesture of its own.
    let closed = obey.reform(|_: Event| Command::Help);
    let close = commanding(obey, Command::Help).set("id", "keys-close");
    apart(el("dialog"))
        .fixed(&[
            ("id", DIALOG),
            ("class", "keys"),
            ("aria-labelledby", "keys-heading"),
        ])
        .on(onclose::Wrapper::new(closed))
        .child(heading)
        .child(list)
        .child(close.text(words.close))
}
