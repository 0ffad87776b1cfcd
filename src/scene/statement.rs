//! What the page shows, in one sentence: the picture's spoken name, the line
//! above it, and what is announced when the day changes.

use crate::atlas::Atlas;
use crate::graph::Slice;
use crate::locale::catalog::{Messages, fill};
use crate::locale::format;
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

/// The statement for a state.
pub fn of(atlas: &Atlas, state: &State, slice: &Slice) -> Statement {
    let (ecosystem, locale) = (atlas.ecosystem(), state.locale);
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
                listed += usize::from(organization.listings_at(state.date).next().is_some());
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
    if state.relations {
        let relations = slice
            .edges()
            .iter()
            .filter(|edge| edge.is_relation())
            .count();
        counts.push(words.relations_count.say(locale, relations));
    }
    let on_date = if state.date == ecosystem.as_of {
        words.on_latest_date
    } else {
        words.on_date
    };
    Statement {
        day: fill(on_date, &format::date(locale, state.date)),
        counts: counts.join(words.comma),
    }
}
