//! The state as the fragment of an address, and back.
//!
//! `#lang=ar&focus=upper-river&at=2022-01-01&layer=relations`: canonical on the way
//! out (fixed order, defaults left out), forgiving on the way in (a bad value
//! falls back, the rest is honoured). The fragment is shared ground: AMP puts
//! `amp=1` there, WordPress `?secret=…`; what is not ours is kept.
//!
//! Scripts read links too, before a program is there. What they need of the names stands in the
//! pages, from the lists here ([`SHEET_KEYS`], [`studio_pairs`]).

use crate::atlas::Atlas;
use crate::date::{Date, Span};
use crate::graph::Filter;
use crate::locale::Locale;
use crate::model::Ecosystem;
use crate::state::{Stage, State, Theme, View};
use std::ops::RangeInclusive;

/// The keys of a link.
pub mod key {
    /// The language.
    pub const LANG: &str = "lang";
    /// The step of the story.
    pub const STEP: &str = "step";
    /// What is chosen.
    pub const FOCUS: &str = "focus";
    /// The day.
    pub const AT: &str = "at";
    /// Whether the relations are shown.
    pub const LAYER: &str = "layer";
    /// The account whose view is shown.
    pub const BY: &str = "by";
    /// What the legend picks.
    pub const ONLY: &str = "only";
    /// The days that the close-up of the timeline shows.
    pub const WINDOW: &str = "window";
    /// The colours.
    pub const THEME: &str = "theme";
    /// Which parts of the page are shown.
    pub const VIEW: &str = "view";
    /// Whether there are controls.
    pub const CONTROLS: &str = "controls";
    /// Whether this is a window of a presentation, and which.
    pub const STAGE: &str = "stage";
    /// How long a step stays where the story goes on by itself.
    pub const KIOSK: &str = "kiosk";
}

/// The keys that change what is printed of a page; the rest of a link changes only the screen.
pub const SHEET_KEYS: [&str; 6] = [
    key::AT,
    key::STEP,
    key::BY,
    key::LAYER,
    key::ONLY,
    key::VIEW,
];

/// The pairs of a link, `key=value`, that only the studio can show: the windows of a presentation,
/// and accounts side by side.
pub fn studio_pairs() -> [String; 3] {
    let [room, lectern] = STAGES.map(|(_, name)| [key::STAGE, "=", name].concat());
    [room, lectern, [key::VIEW, "=", COMPARE].concat()]
}

const THEMES: [(Theme, &str); 2] = [(Theme::Light, "light"), (Theme::Dark, "dark")];
const LAYER: &str = "relations";
const NO_LAYER: &str = "none";
const OFF: &str = "off";
const COMPARE: &str = "compare";
const VIEWS: [(View, &str); 5] = [
    (View::Both, "both"),
    (View::Network, "network"),
    (View::Timeline, "timeline"),
    (View::Table, "table"),
    (View::Compare, COMPARE),
];
/// How long a step may stay where the story goes on by itself, in seconds.
const KIOSK: RangeInclusive<u16> = 3..=3600;
const STAGES: [(Stage, &str); 2] = [(Stage::Room, "room"), (Stage::Lectern, "lectern")];

/// What every story can have; kinds and ties have their own ids ([`crate::model::words::RESERVED`]).
const FILTERS: [(Filter, &str); 4] = [
    (Filter::Listed, "listed"),
    (Filter::Shared, "shared"),
    (Filter::Corroborated, "corroborated"),
    (Filter::SingleAccount, "single-account"),
];

/// The filter of this name in links.
fn filter(story: &Ecosystem, wanted: &str) -> Option<Filter> {
    let (kinds, ties) = (&story.words.kinds, &story.words.ties);
    let kind = || kinds.find(|it| it.slug == wanted).map(Filter::Kind);
    let tie = || ties.find(|it| it.slug == wanted).map(Filter::Relation);
    named(&FILTERS, wanted).or_else(kind).or_else(tie)
}

/// The name of a filter in links.
fn filter_name(story: &Ecosystem, filter: Filter) -> Option<&str> {
    match filter {
        Filter::Kind(id) => Some(&story.words.kinds[id].slug),
        Filter::Relation(id) => Some(&story.words.ties[id].slug),
        _ => name_of(&FILTERS, &filter),
    }
}

/// A link's state, and the pairs of it that belong to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it restores.
    pub state: State,
    /// The pairs that are not ours, as they stood.
    pub foreign: Vec<String>,
}

/// What a fragment (without `#`) says; `preferred` is the language where it says none.
pub fn decode(fragment: &str, atlas: &Atlas, preferred: Locale) -> Link {
    let ecosystem = atlas.ecosystem();
    // What a step shows is the ground on which the rest is read.
    let step = pairs(fragment).find(|(_, name, _)| *name == key::STEP);
    let step = step.and_then(|(_, _, value)| ecosystem.steps.find(|step| step.slug == value));
    // A room and its lectern are never without a step, where the story has any.
    let staged = pairs(fragment)
        .any(|(_, name, value)| name == key::STAGE && named(&STAGES, value).is_some());
    let step = step.or(ecosystem.steps.ids().next().filter(|_| staged));
    let mut state = State::opening(ecosystem, preferred).telling(ecosystem, step);
    let mut foreign = Vec::new();
    // From the end: of a key that stands twice the first counts, as for every reader of a link.
    let backwards: Vec<_> = pairs(fragment).collect();
    for (pair, name, value) in backwards.into_iter().rev() {
        match name {
            key::STEP => {}
            key::LANG => state.locale = Locale::from_tag(value).unwrap_or(state.locale),
            key::FOCUS => state.focus = ecosystem.subject(value),
            key::AT => {
                if let Ok(date) = value.parse::<Date>() {
                    state.date = ecosystem.span().clamp(date);
                }
            }
            key::LAYER => state.relations = value == LAYER,
            key::BY => state.account = ecosystem.accounts.find(|account| account.slug == value),
            key::ONLY => state.filter = filter(ecosystem, value),
            key::WINDOW => state.window = window(value, atlas).unwrap_or(state.window),
            key::THEME => state.theme = named(&THEMES, value).unwrap_or_default(),
            key::VIEW => {
                let named = named(&VIEWS, value);
                let shown = named.filter(|it| *it != View::Compare || ecosystem.is_comparable());
                state.view = shown.unwrap_or_default();
            }
            key::CONTROLS => state.controls = value != OFF,
            key::STAGE => {
                let named = named(&STAGES, value).filter(|_| step.is_some());
                state.stage = named.unwrap_or_default();
            }
            key::KIOSK => {
                let seconds = value.parse().ok();
                state.kiosk = seconds.filter(|seconds| KIOSK.contains(seconds));
            }
            _ => foreign.push(pair.to_owned()),
        }
    }
    if !state.relations && matches!(state.filter, Some(Filter::Relation(_))) {
        state.filter = None;
    }
    foreign.reverse();
    let state = state.with_accounts_in_view();
    // A link that names a day and no time shows the day in the time.
    let names_window = pairs(fragment).any(|(_, name, _)| name == key::WINDOW);
    let state = if names_window {
        state
    } else {
        state.with_date_in_window()
    };
    Link { state, foreign }
}

/// The pairs of a fragment, each as it stands, with its key and its value.
fn pairs(fragment: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let pairs = fragment.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (pair, key, value)
    })
}

/// The fragment (without `#`) that says this.
pub fn encode(link: &Link, atlas: &Atlas) -> String {
    let ecosystem = atlas.ecosystem();
    let State {
        locale,
        theme,
        focus,
        date,
        relations,
        account,
        filter,
        window,
        view,
        controls,
        step,
        stage,
        kiosk,
    } = link.state;
    let opening = State::opening(ecosystem, locale).telling(ecosystem, step);
    let mut fragment = link.foreign.join("&");
    let mut say = |name: &str, value: &str| {
        if !fragment.is_empty() {
            fragment.push('&');
        }
        fragment.push_str(name);
        fragment.push('=');
        fragment.push_str(value);
    };
    say(key::LANG, locale.tag());
    if let Some(step) = step {
        say(key::STEP, &ecosystem.steps[step].slug);
    }
    if focus != opening.focus {
        say(key::FOCUS, focus.map_or("", |focus| ecosystem.slug(focus)));
    }
    if date != opening.date {
        say(key::AT, &date.to_string());
    }
    if relations != opening.relations {
        say(key::LAYER, if relations { LAYER } else { NO_LAYER });
    }
    if let Some(account) = account {
        say(key::BY, &ecosystem.accounts[account].slug);
    }
    if let Some(name) = filter.and_then(|filter| filter_name(ecosystem, filter)) {
        say(key::ONLY, name);
    }
    // Without it, the day is brought into the time that is shown at first.
    let followed = State { date, ..opening }.with_date_in_window();
    if window != followed.window {
        say(
            key::WINDOW,
            &[window.first.to_string(), window.last.to_string()].join(".."),
        );
    }
    if let Some(name) = name_of(&THEMES, &theme) {
        say(key::THEME, name);
    }
    if view != View::default()
        && let Some(name) = name_of(&VIEWS, &view)
    {
        say(key::VIEW, name);
    }
    if !controls {
        say(key::CONTROLS, OFF);
    }
    if let Some(name) = name_of(&STAGES, &stage) {
        say(key::STAGE, name);
    }
    if let Some(seconds) = kiosk {
        say(key::KIOSK, &seconds.to_string());
    }
    fragment
}

/// Whether a change is a step that "back" should return from; the day, the
/// close-up and the colours only correct the present address, and so does all that
/// happens before a room: from there "back" returns to the page.
pub fn is_step(before: &State, after: &State) -> bool {
    if before.stage == after.stage && after.stage != Stage::Page {
        return false;
    }
    let without = |state: &State| State {
        date: after.date,
        window: after.window,
        theme: after.theme,
        ..*state
    };
    without(before) != *after
}

/// `2025-01-01..2025-12-31`, within the story's time and not shorter than a
/// close-up can be.
fn window(value: &str, atlas: &Atlas) -> Option<Span> {
    let (first, rest) = value.split_once('.')?;
    let last = rest.strip_prefix('.')?;
    let (first, last): (Date, Date) = (first.parse().ok()?, last.parse().ok()?);
    let bounds = atlas.ecosystem().span();
    let fits = bounds.contains(first) && bounds.contains(last);
    let span = Span { first, last };
    (fits && span.length_days() >= crate::timeline::scale::SHORTEST_WINDOW).then_some(span)
}

fn named<T: Copy>(names: &[(T, &str)], wanted: &str) -> Option<T> {
    let (value, _) = names.iter().find(|(_, name)| *name == wanted)?;
    Some(*value)
}

fn name_of<T: PartialEq>(names: &[(T, &'static str)], wanted: &T) -> Option<&'static str> {
    let (_, name) = names.iter().find(|(value, _)| value == wanted)?;
    Some(name)
}
