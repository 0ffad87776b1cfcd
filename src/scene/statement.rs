//! What the page shows, in one sentence: the picture's spoken name, the line
//! above it, and what is announced when the day changes.

use crate::atlas::Atlas;
use crate::date::Date;
use crate::graph::Slice;
use crate::locale::catalog::{Messages, fill};
use crate::locale::isolate::isolated;
use crate::locale::{Locale, format};
use crate::model::Ecosystem;
use crate::model::id::{AccountId, NodeId};
use crate::scene::vocabulary::Vocabulary;
use crate::state::State;

/// What exists on the day shown, in words, in two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// "On 1 January 2022"; of a day that the sources do not reach, "According to sources up to
    /// October 2026"
    pub day: String,
    /// "14 organisations, no alliance yet, 3 on US lists"; of one account's members "10 of 13
    /// organisations named by Reuters, …"
    pub counts: String,
}

impl Statement {
    /// Both parts, as one sentence.
    pub fn sentence(&self, locale: Locale) -> String {
        [&self.day, Messages::of(locale).colon, &self.counts].concat()
    }
}

/// All that the statement depends on, besides what exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The day shown.
    pub date: Date,
    /// Whose members are shown; none: everybody's.
    pub account: Option<AccountId>,
    /// Whether the relations are shown.
    pub relations: bool,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            date: state.date,
            account: state.account,
            relations: state.relations,
        }
    }
}

/// How far the sources reach, and when they were checked: "Sources reach to October 2026;
/// checked on 28 November 2026".
pub fn reach(story: &Ecosystem, locale: Locale) -> String {
    let words = Messages::of(locale);
    let reach = format::when(locale, story.sources_to);
    let checked = format::date(locale, story.as_of);
    [
        &fill(words.sources_reach, &reach),
        words.semicolon,
        &fill(words.checked_on, &checked),
    ]
    .concat()
}

/// Whether nothing is known of a day but what sources said that do not reach it, or the
/// day is the one on which they were checked.
pub fn is_latest(story: &Ecosystem, date: Date) -> bool {
    date == story.as_of || date > story.sources_to.last_day()
}

/// The statement for a state; `slice` is what exists for it.
pub fn of(atlas: &Atlas, input: impl Into<Input>, slice: &Slice) -> Statement {
    let input = input.into();
    let (ecosystem, locale) = (atlas.ecosystem(), input.locale);
    let words = Messages::of(locale);
    let is_of_many = ecosystem.is_of_many();
    let (mut organizations, mut named) = (0, 0);
    let mut alliances = 0;
    let mut listed = 0;
    for node in slice.nodes() {
        match *node {
            NodeId::Alliance(_) => alliances += 1,
            NodeId::Organization(id) => {
                // Of many, the members are counted; who is only tied to them is none.
                let is_tied_only = is_of_many && atlas.graph().alliances_of(id).is_empty();
                organizations += usize::from(!is_tied_only);
                named += usize::from(!slice.alliances_of(*node).is_empty());
                let organization = &ecosystem.organizations[id];
                listed += usize::from(organization.listings_at(input.date).next().is_some());
            }
        }
    }
    let own = Vocabulary::of(ecosystem, locale);
    let all = own.members(organizations);
    let organizations = match input.account {
        // Before there is an alliance nobody names its members.
        Some(account) if alliances > 0 => {
            let name = isolated(ecosystem.accounts[account].name.get(locale));
            let sentence = fill(words.named_of, &named.to_string());
            sentence.replace("[]", &all).replace("()", &name)
        }
        _ => all,
    };
    let mut all_alliances = ecosystem.alliances.iter();
    let is_before_all = all_alliances.all(|(_, it)| it.since().first_day() > input.date);
    let alliances = if is_before_all {
        words.no_alliance_yet.to_owned()
    } else {
        own.alliances(alliances)
    };
    let mut counts = vec![organizations, alliances];
    if !ecosystem.lists.is_empty() {
        counts.push(own.listed(listed));
    }
    if input.relations {
        let relations = slice
            .edges()
            .iter()
            .filter(|edge| edge.is_relation())
            .count();
        counts.push(words.relations_count.say(locale, relations));
        counts.extend(is_of_many.then(|| words.choose_for_relations.to_owned()));
    }
    let day = if is_latest(ecosystem, input.date) {
        fill(
            words.by_sources_to,
            &format::when(locale, ecosystem.sources_to),
        )
    } else {
        fill(words.on_date, &format::date(locale, input.date))
    };
    Statement {
        day,
        counts: counts.join(words.comma),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_no_source_reaches_is_not_said_as_one_that_is_known() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let story = Ecosystem {
            as_of: day("2026-11-28"),
            sources_to: "2026-10".parse().unwrap(),
            ..Ecosystem::default()
        };
        for (date, latest) in [
            ("2026-10-31", false),
            ("2026-11-01", true),
            ("2026-11-28", true),
        ] {
            assert_eq!(is_latest(&story, day(date)), latest, "{date}");
        }
        let same_day = Ecosystem {
            as_of: day("2026-10-08"),
            ..story
        };
        assert!(is_latest(&same_day, same_day.as_of), "the day of the check");
        assert_eq!(
            reach(&same_day, Locale::En),
            "Sources reach to October 2026; checked on 8 October 2026"
        );
    }
}
