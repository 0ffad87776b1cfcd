//! The steps of a story file: how it is told.

use super::words::LAYERS;
use super::{slug, sources, table_if_any, text, window};
use crate::date::Date;
use crate::document::Json;
use crate::document::problem::{Kind, ProblemKind};
use crate::document::read::{Fields, Reader};
use crate::model::Step;
use crate::model::check::Ids;
use crate::model::id::{AccountId, Id};

/// The steps, none where the file has none; `time` is from the story's first day to its
/// date, where both are known.
pub(super) fn steps(
    r: &mut Reader,
    f: &mut Fields<'_>,
    ids: &Ids<'_>,
    time: Option<(Date, Date)>,
) -> Vec<Step> {
    table_if_any(r, f, "steps", |r, f| step(r, f, ids, time))
}

fn step(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>, time: Option<(Date, Date)>) -> Step {
    Step {
        slug: slug(r, f),
        title: r.required(f, "title", text),
        text: r.required(f, "text", text),
        short: r.optional(f, "short", text),
        note: r.required(f, "note", text),
        date: r.required(f, "at", |r, json| {
            let problems_before = r.problem_count();
            let day = r.day(json);
            let is_outside =
                |(begins, today): (Date, Date)| day.ymd().0 < begins.ymd().0 || day > today;
            if r.problem_count() == problems_before && time.is_some_and(is_outside) {
                r.report(|| ProblemKind::OutsideStory);
            }
            day
        }),
        focus: r.optional(f, "focus", |r, json| ids.subject(r, json)),
        emphasis: r
            .optional(f, "emphasis", |r, json| {
                r.filled(json);
                r.set(json, |r, json| ids.subject(r, json))
            })
            .unwrap_or_default(),
        relations: r
            .optional(f, "layer", |r, json| r.word(json, &LAYERS))
            .unwrap_or_default(),
        window: r.optional(f, "window", window),
        around: r
            .optional(f, "around", |r, json| {
                r.filled(json);
                r.set(json, |r, json| ids.node(r, json))
            })
            .unwrap_or_default(),
        accounts: r
            .optional(f, "accounts", |r, json| accounts(r, json, ids))
            .unwrap_or_default(),
        sources: sources(r, f, ids),
    }
}

/// Accounts side by side: of more than two, no name could be read in a room.
fn accounts(r: &mut Reader, json: &Json, ids: &Ids<'_>) -> Vec<AccountId> {
    let problems_before = r.problem_count();
    let accounts = r.set(json, |r, json| {
        Id::from_index(ids.index(r, json, Kind::Account))
    });
    if r.problem_count() == problems_before && accounts.len() != 2 {
        r.report(|| ProblemKind::NotTwoAccounts);
    }
    accounts
}
