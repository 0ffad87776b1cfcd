//! What the page shows, in one sentence: the picture's spoken name, the line
//! above it, and what is announced when the day changes.

use crate::atlas::Atlas;
use crate::date::Date;
use crate::graph::Slice;
use crate::locale::catalog::{Messages, fill};
use crate::locale::{Locale, format};
use crate::model::id::NodeId;
use crate::state::State;

/// What exists on the day shown, in words, in two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// "On 1 January 2022"
    pub day: String,
    /// "14 organisations, no alliance yet, 3 on US lists"
    pub counts: String,
}

/// All that the statement depends on, besides what exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The day shown.
    pub date: Date,
    /// Whether the relations are shown.
    pub relations: bool,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            date: state.date,
            relations: state.relations,
        }
    }
}

/// The statement for a state.
pub fn of(atlas: &Atlas, input: impl Into<Input>, slice: &Slice) -> Statement {
    let input = input.into();
    let (ecosystem, locale) = (atlas.ecosystem(), input.locale);
    let words = Messages::of(locale);
    let mut organizations = 0;
    let mut alliances = 0;
    let mut listed = 0;
    for node in slice.nodes() {
        match *node {
            NodeId::Alliance(_) => alliances += 1,
            NodeId::Organization(id) => {
                organizations += 1;
                let organization = &ecosystem.organizations[id];
                listed += usize::from(organization.listings_at(input.date).next().is_some());
            }
        }
    }
    let alliances = if alliances == 0 {
        words.no_alliance_yet.to_owned()
    } else {
        words.alliances.say(locale, alliances)
    };
    let mut counts = vec![
        words.organizations.say(locale, organizations),
        alliances,
        words.on_us_list.say(locale, listed),
    ];
    if input.relations {
        let relations = slice
            .edges()
            .iter()
            .filter(|edge| edge.is_relation())
            .count();
        counts.push(words.relations_count.say(locale, relations));
    }
    let on_date = if input.date == ecosystem.as_of {
        words.on_latest_date
    } else {
        words.on_date
    };
    Statement {
        day: fill(on_date, &format::date(locale, input.date)),
        counts: counts.join(words.comma),
    }
}
