//! The picture as a table, in step with it.

use super::context::{SharedAtlas, Texts};
use super::parts::{link, when};
use crate::graph::Slice;
use crate::model::Subject;
use crate::model::id::NodeId;
use crate::scene::table::{self, Row};
use crate::state::{Action, State};
use yew::prelude::*;

/// A row for each organization that the picture shows.
pub(super) fn table(
    atlas: &SharedAtlas,
    state: State,
    slice: &Slice,
    on_action: &Callback<Action>,
) -> Html {
    let words = Texts::of(state.locale).words;
    let mut columns = vec![
        words.column_organization,
        words.column_kind,
        words.membership,
        words.column_listed,
    ];
    if state.relations {
        columns.push(words.relations);
    }
    let rows = table::rows(atlas, &state, slice);
    html! {
        <div class="table">
            <table>
                <thead>
                    <tr>for column in columns { <th scope="col">{ column }</th> }</tr>
                </thead>
                <tbody>
                    for row in &rows { { row_view(row, state, on_action) } }
                </tbody>
            </table>
        </div>
    }
}

fn row_view(row: &Row, state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let leads =
        |subject, name: &str| link(on_action, subject, name, Some(state.focus == Some(subject)));
    let subject = Subject::Node(NodeId::Organization(row.organization));
    html! {
        <tr class={when(row.receded, "receded")}>
            <th scope="row">{ leads(subject, &row.name) }</th>
            <td data-column={words.column_kind}>{ row.kind }</td>
            <td data-column={words.membership}>
                if row.memberships.is_empty() { { words.outside } }
                for cell in &row.memberships {
                    <p>
                        { leads(Subject::Node(NodeId::Alliance(cell.alliance)), &cell.name) }
                        { words.comma }{ cell.role }
                        <span class="remark">
                            { crate::locale::catalog::fill(words.named_by, &cell.named_by) }
                            { words.semicolon }{ words.certainty(cell.certainty) }
                        </span>
                    </p>
                }
            </td>
            <td data-column={words.column_listed}>
                { if row.lists.is_empty() { "–" } else { row.lists.as_str() } }
            </td>
            if state.relations {
                <td data-column={words.relations}>
                    for (subject, text) in &row.relations {
                        <p>{ leads(*subject, text) }</p>
                    }
                </td>
            }
        </tr>
    }
}
