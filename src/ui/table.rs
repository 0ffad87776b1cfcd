//! The picture as a table, in step with it.

use super::context::{SharedAtlas, Texts};
use crate::graph::Slice;
use crate::model::Subject;
use crate::model::id::NodeId;
use crate::scene::table::{self, Row};
use crate::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TableProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) slice: Rc<Slice>,
    pub(super) on_action: Callback<Action>,
}

#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let TableProps {
        atlas,
        state,
        slice,
        on_action,
    } = props;
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
    let rows = table::rows(atlas, state, slice);
    html! {
        <div class="table">
            <table>
                <thead>
                    <tr>for column in columns { <th scope="col">{ column }</th> }</tr>
                </thead>
                <tbody>
                    for row in &rows { { row_view(row, *state, on_action) } }
                </tbody>
            </table>
        </div>
    }
}

fn row_view(row: &Row, state: State, on_action: &Callback<Action>) -> Html {
    let words = Texts::of(state.locale).words;
    let subject = Subject::Node(NodeId::Organization(row.organization));
    html! {
        <tr class={classes!(row.receded.then_some("receded"))}>
            <th scope="row">{ link(subject, &row.name, state, on_action) }</th>
            <td data-column={words.column_kind}>{ row.kind }</td>
            <td data-column={words.membership}>
                if row.memberships.is_empty() { { words.outside } }
                for cell in &row.memberships {
                    <p>
                        { link(Subject::Node(NodeId::Alliance(cell.alliance)), &cell.name, state, on_action) }
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
                        <p>{ link(*subject, text, state, on_action) }</p>
                    }
                </td>
            }
        </tr>
    }
}

fn link(subject: Subject, text: &str, state: State, on_action: &Callback<Action>) -> Html {
    let pressed = state.focus == Some(subject);
    html! {
        <button
            type="button"
            class="link"
            aria-pressed={pressed.to_string()}
            onclick={on_action.reform(move |_| Action::Focus(Some(subject)))}
        >
            <bdi>{ text.to_owned() }</bdi>
        </button>
    }
}
