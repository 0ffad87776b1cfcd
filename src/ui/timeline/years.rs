//! The timeline as lists: a year each, the one of the day shown open, and the
//! day as a line between what was and what was to come.

use crate::date::Date;
use crate::model::Subject;
use crate::scene::timeline::{self, Entry, Listed, Year, cursor_text};
use crate::ui::classes::{emphasis, when};
use crate::ui::context::SharedAtlas;
use crate::ui::element::{Element, el, span};

/// A link to an event, of a day.
type Lead<'a> = &'a dyn Fn(Subject, Date) -> Element;

/// Every year of the story; all of them closed where the list is `folded`.
pub(super) fn years(atlas: &SharedAtlas, listed: Listed, folded: bool, lead: Lead<'_>) -> Element {
    let years = timeline::years(atlas, listed);
    let view = |year: &Year| {
        let open = year.current && !folded;
        year_view(year, listed, lead).flag("open", open)
    };
    let years = years.iter().map(view);
    el("div").class("years").children(years)
}

fn year_view(year: &Year, listed: Listed, lead: Lead<'_>) -> Element {
    let mut list = el("ol");
    for index in 0..=year.entries.len() {
        if year.current && index == year.cursor_after {
            let now = el("li").fixed(&[("class", "now"), ("aria-current", "date")]);
            list = list.child(now.text(&cursor_text(listed.locale, listed.date)));
        }
        if let Some(entry) = year.entries.get(index) {
            list = list.child(entry_view(entry, lead));
        }
    }
    let summary = el("summary")
        .child(el("h3").text(&year.year))
        .child(el("span").text(&year.count));
    el("details").key(&year.year).child(summary).child(list)
}

fn entry_view(entry: &Entry, lead: Lead<'_>) -> Element {
    let doubt = entry.scheduled.or(entry.unconfirmed);
    let link = lead(Subject::Event(entry.event), entry.date)
        .maybe("aria-current", entry.chosen.then_some("true"))
        .child(span("date", &[&entry.when, " · ", &entry.lane].concat()))
        .child(span("title", &entry.title))
        .child_if(doubt.map(|doubt| span("remark", doubt)));
    el("li")
        .classes(&[
            when(entry.core, "core"),
            when(entry.scheduled.is_some(), "scheduled"),
            when(entry.unconfirmed.is_some(), "unconfirmed"),
            when(entry.later, "later"),
            emphasis(entry.emphasis),
        ])
        .child(link)
}
