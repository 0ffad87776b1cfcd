//! The page where there is no story to show: what is wrong, in both languages,
//! for nobody knows which one the editor reads.

use super::parts::Button;
use crate::document::problem::Problem;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::catalog::problem::explain;
use yew::prelude::*;

/// A file with mistakes: every one of them.
pub(super) fn broken(problems: &[Problem], on_retry: &Callback<()>) -> Html {
    in_every_language(on_retry, |words| {
        let locale = words.locale;
        let place = |problem: &Problem| match problem.pointer.as_str() {
            "" => html! { words.broken_whole_file },
            pointer => html! { <code dir="ltr">{ pointer.to_owned() }</code> },
        };
        html! {
            <>
                <h1>{ words.broken_title }</h1>
                <p>{ words.broken_lead }</p>
                <p><strong>{ words.problems.say(locale, problems.len()) }</strong></p>
                <ol class="problems">
                    for problem in problems {
                        <li>
                            <span class="where">{ place(problem) }</span>
                            { explain(locale, &problem.kind) }
                        </li>
                    }
                </ol>
            </>
        }
    })
}

/// A file that did not come.
pub(super) fn absent(on_retry: &Callback<()>) -> Html {
    in_every_language(on_retry, |words| {
        html! { <><h1>{ words.broken_title }</h1><p>{ words.fetch_failed }</p></> }
    })
}

fn in_every_language(on_retry: &Callback<()>, say: impl Fn(&'static Messages) -> Html) -> Html {
    html! {
        <main class="broken" role="alert">
            for locale in Locale::ALL {
                <section lang={locale.tag()} dir={locale.direction().keyword()}>
                    { say(Messages::of(locale)) }
                    <p>
                        { retry(Messages::of(locale), on_retry) }
                    </p>
                </section>
            }
        </main>
    }
}

fn retry(words: &'static Messages, on_retry: &Callback<()>) -> Html {
    let button = Button {
        onclick: on_retry.reform(|_| ()),
        ..Button::default()
    };
    button.of(words.retry.into())
}
