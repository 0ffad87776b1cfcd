//! The timeline as lists: a year each, the one of the day shown open, and the
//! day as a line between what was and what was to come.

use crate::model::{Ecosystem, Subject};
use crate::scene::timeline::{self, Entry, Year, cursor_text};
use crate::state::{Action, State};
use crate::ui::context::SharedAtlas;
use crate::ui::element::{Element, el};
use crate::ui::parts::{emphasis, leading, span, when};
use yew::Callback;

/// Every year of the story.
pub(super) fn years(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Element {
    let years = timeline::years(atlas, &state);
    let story = atlas.ecosystem();
    let years = years
        .iter()
        .map(|year| year_view(story, year, state, on_action));
    el("div").class("years").children(years)
}

fn year_view(
    story: &Ecosystem,
    year: &Year,
    state: State,
    on_action: &Callback<Action>,
) -> Element {
    let mut list = el("ol");
    for index in 0..=year.entries.len() {
        if year.current && index == year.cursor_after {
            let now = el("li").fixed(&[("class", "now"), ("aria-current", "date")]);
            list = list.child(now.text(&cursor_text(&state)));
        }
        if let Some(entry) = year.entries.get(index) {
            list = list.child(entry_view(story, entry, on_action));
        }
    }
    let summary = el("summary")
        .child(el("h3").text(&year.year))
        .child(el("span").text(&year.count));
    el("details")
        .key(&year.year)
        .flag("open", year.current)
        .child(summary)
        .child(list)
}

fn entry_view(story: &Ecosystem, entry: &Entry, on_action: &Callback<Action>) -> Element {
    let event = Subject::Event(entry.event);
    let scheduled = entry.scheduled;
    let link = leading(on_action, story, event, Action::Visit(event, entry.date))
        .maybe("aria-current", entry.chosen.then_some("true"))
        .child(span("date", &[&entry.when, " · ", entry.lane].concat()))
        .child(span("title", &entry.title))
        .child_if(scheduled.map(|scheduled| span("remark", scheduled)));
    el("li")
        .classes(&[
            when(entry.core, "core"),
            when(entry.scheduled.is_some(), "scheduled"),
            when(entry.later, "later"),
            emphasis(entry.emphasis),
        ])
        .child(link)
}
