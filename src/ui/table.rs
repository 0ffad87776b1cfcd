//! The picture as a table, in step with it.

use super::classes::when;
use super::context::{SharedAtlas, Texts};
use super::controls::link;
use super::element::{Element, el, span};
use super::part::Projection;
use crate::graph::Slice;
use crate::locale::catalog::fill;
use crate::model::Subject;
use crate::model::id::NodeId;
use crate::scene::table::{self, Row};
use crate::scene::vocabulary::Vocabulary;
use crate::state::{Action, State};
use std::rc::Rc;
use yew::{Callback, Html};

/// A row for each organization that the picture shows.
#[derive(PartialEq)]
pub(super) struct Table {
    atlas: SharedAtlas,
    input: table::Input,
    focus: Option<Subject>,
    relations: bool,
    slice: Rc<Slice>,
    on_action: Callback<Action>,
}

impl Projection for Table {
    fn draw(&self) -> Html {
        let words = Texts::of(self.input.locale).words;
        let own = self.own();
        let has = self.has();
        let mut columns = vec![words.column_organization];
        columns.extend(has.kinds.then_some(words.column_kind));
        columns.push(words.membership);
        columns.extend(has.lists.then(|| own.lists()));
        columns.extend(self.relations.then_some(words.relations));
        let columns = columns.iter();
        let columns = columns.map(|column| el("th").set("scope", "col").text(column));
        let rows = table::rows(&self.atlas, self.input, &self.slice);
        let rows = rows.iter().map(|row| self.row(row));
        let table = el("table")
            .child(el("thead").child(el("tr").children(columns)))
            .child(el("tbody").children(rows));
        el("div").class("table").child(table).into()
    }
}

/// What a story has, which has a column then.
struct Has {
    kinds: bool,
    lists: bool,
}

impl Table {
    fn has(&self) -> Has {
        let story = self.atlas.ecosystem();
        Has {
            kinds: !story.words.kinds.is_empty(),
            lists: !story.lists.is_empty(),
        }
    }

    fn own(&self) -> Vocabulary<'_> {
        Vocabulary::of(self.atlas.ecosystem(), self.input.locale)
    }

    /// What of a state stands in it.
    pub(super) fn of(
        atlas: &SharedAtlas,
        state: State,
        slice: &Rc<Slice>,
        on_action: &Callback<Action>,
    ) -> Self {
        Self {
            atlas: atlas.clone(),
            input: (&state).into(),
            focus: state.focus,
            relations: state.relations,
            slice: Rc::clone(slice),
            on_action: on_action.clone(),
        }
    }

    fn row(&self, row: &Row) -> Element {
        let words = Texts::of(self.input.locale).words;
        let story = self.atlas.ecosystem();
        let leads = |subject, name: &str| {
            let chosen = (self.focus == Some(subject)).then_some("true");
            link(&self.on_action, story, subject, name).maybe("aria-current", chosen)
        };
        let cell = |column: &str| el("td").set("data-column", column);
        let subject = Subject::Node(NodeId::Organization(row.organization));
        let mut memberships = cell(words.membership);
        if row.memberships.is_empty() {
            memberships = memberships.text(words.outside.of(story.alliances.len()));
        }
        for membership in &row.memberships {
            let mut remark = words.certainty(membership.certainty);
            if !membership.named_by.is_empty() {
                let named_by = fill(words.named_by, &membership.named_by);
                remark = [&named_by, words.semicolon, &remark].concat();
            }
            let alliance = Subject::Node(NodeId::Alliance(membership.alliance));
            let line = el("p")
                .child(leads(alliance, &membership.name))
                .text(words.comma)
                .text(&membership.role)
                .children(
                    membership
                        .since
                        .iter()
                        .map(|since| span("since", &[words.comma, since].concat())),
                )
                .child(span("remark", &remark));
            memberships = memberships.child(line);
        }
        let lists = if row.lists.is_empty() {
            "–"
        } else {
            &row.lists
        };
        let relations = self.relations.then(|| {
            let relations = row.relations.iter();
            let lines = relations.map(|(subject, text)| el("p").child(leads(*subject, text)));
            cell(words.relations).children(lines)
        });
        let has = self.has();
        let kind = has.kinds.then(|| cell(words.column_kind).text(&row.kind));
        let lists = has.lists.then(|| cell(self.own().lists()).text(lists));
        el("tr")
            .class(when(row.receded, "receded"))
            .child(
                el("th")
                    .set("scope", "row")
                    .child(leads(subject, &row.name)),
            )
            .child_if(kind)
            .child(memberships)
            .child_if(lists)
            .child_if(relations)
    }
}
