//! The page where there is no story to show: what is wrong, in both languages,
//! for nobody knows which one the editor reads.

use super::controls::button;
use super::element::{Element, el, span};
use crate::document::problem::Problem;
use crate::locale::Locale;
use crate::locale::catalog::problem::{ProblemMessages, explain};
use yew::{Callback, Html};

/// A file with mistakes, every one of them; or a file that did not come.
pub(super) fn broken(problems: Option<&[Problem]>, on_retry: &Callback<()>) -> Html {
    let mut main = el("main").class("broken").set("role", "alert");
    for locale in Locale::ALL {
        let words = ProblemMessages::of(locale);
        let section = el("section")
            .set("lang", locale.tag())
            .set("dir", locale.direction().keyword())
            .child(el("h1").text(words.title));
        let section = match problems {
            None => section.child(el("p").text(words.not_here)),
            Some(problems) => listed(section, words, problems),
        };
        let retry = button(on_retry.reform(|_| ())).text(words.retry);
        main = main.child(section.child(el("p").child(retry)));
    }
    main.into()
}

fn listed(section: Element, words: &ProblemMessages, problems: &[Problem]) -> Element {
    let count = words.count.say(words.locale, problems.len());
    let items = problems.iter().map(|problem| {
        let place = match problem.pointer.as_str() {
            "" => span("where", words.whole_file),
            pointer => {
                let code = el("code").set("dir", "ltr").text(pointer);
                el("span").class("where").child(code)
            }
        };
        el("li")
            .child(place)
            .text(&explain(words.locale, &problem.kind))
    });
    section
        .child(el("p").text(words.lead))
        .child(el("p").child(el("strong").text(&count)))
        .child(el("ol").class("problems").children(items))
}
