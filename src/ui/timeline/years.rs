//! The timeline as lists: a year each, the one of the day shown open, and the
//! day as a line between what was and what was to come.

use crate::model::Subject;
use crate::scene::timeline::{self, Entry, Year, cursor_text};
use crate::state::{Action, State};
use crate::ui::context::SharedAtlas;
use crate::ui::parts::{Button, class_of, doing, span, when};
use yew::prelude::*;

/// Every year of the story.
pub(super) fn years(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Html {
    html! {
        <div class="years">
            for year in timeline::years(atlas, &state) { { year_view(&year, state, on_action) } }
        </div>
    }
}

fn year_view(year: &Year, state: State, on_action: &Callback<Action>) -> Html {
    let cursor = || html! { <li class="now" aria-current="date">{ cursor_text(&state) }</li> };
    let ends_list = year.current && year.cursor_after == year.entries.len();
    html! {
        <details key={year.year.clone()} open={year.current}>
            <summary>
                <h3>{ year.year.clone() }</h3>
                <span>{ year.count.clone() }</span>
            </summary>
            <ol>
                for (index, entry) in year.entries.iter().enumerate() {
                    if year.current && index == year.cursor_after { { cursor() } }
                    { entry_view(entry, on_action) }
                }
                if ends_list { { cursor() } }
            </ol>
        </details>
    }
}

fn entry_view(entry: &Entry, on_action: &Callback<Action>) -> Html {
    let choose = Action::Visit(Subject::Event(entry.event), entry.date);
    let class = class_of(&[
        when(entry.core, "core"),
        when(entry.scheduled.is_some(), "scheduled"),
        when(entry.later, "later"),
    ]);
    let words = html! {
        <>
            { span("date", [&entry.when, " · ", entry.lane].concat()) }
            { span("title", entry.title.clone()) }
            { entry.scheduled.map(|scheduled| span("remark", scheduled)) }
        </>
    };
    let button = Button {
        pressed: Some(entry.chosen),
        onclick: doing(on_action, choose),
        ..Button::default()
    };
    html! {
        <li {class}>
            { button.of(words) }
        </li>
    }
}
