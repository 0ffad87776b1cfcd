//! The page where there is no story to show: what is wrong, in both languages,
//! for nobody knows which one the editor reads.

use crate::document::problem::Problem;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::catalog::problem::explain;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct BrokenProps {
    pub(super) problems: Rc<Vec<Problem>>,
    pub(super) on_retry: Callback<()>,
}

/// A file with mistakes: every one of them.
#[component]
pub(super) fn Broken(props: &BrokenProps) -> Html {
    in_every_language(&props.on_retry, |words| {
        let locale = words.locale;
        let place = |problem: &Problem| match problem.pointer.as_str() {
            "" => html! { words.broken_whole_file },
            pointer => html! { <code dir="ltr">{ pointer.to_owned() }</code> },
        };
        html! {
            <>
                <h1>{ words.broken_title }</h1>
                <p>{ words.broken_lead }</p>
                <p><strong>{ words.problems.say(locale, props.problems.len()) }</strong></p>
                <ol class="problems">
                    for problem in props.problems.iter() {
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

#[derive(Properties, PartialEq)]
pub(super) struct AbsentProps {
    pub(super) on_retry: Callback<()>,
}

/// A file that did not come.
#[component]
pub(super) fn Absent(props: &AbsentProps) -> Html {
    in_every_language(&props.on_retry, |words| {
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
                        <button type="button" onclick={on_retry.reform(|_| ())}>
                            { Messages::of(locale).retry }
                        </button>
                    </p>
                </section>
            }
        </main>
    }
}
