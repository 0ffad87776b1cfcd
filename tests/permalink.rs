//! Links: what is written is read again, and whatever is read is a state of the story.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use proptest::prelude::*;
use std::sync::LazyLock;
use support::stories::every_story_keeps;
use support::{bundled, subjects};
use tahaluf::atlas::Atlas;
use tahaluf::date::{Date, Span};
use tahaluf::graph::Filter;
use tahaluf::locale::Locale;
use tahaluf::permalink::{Link, decode, encode, is_step};
use tahaluf::state::{Action, Stage, State, Theme, View};
use tahaluf::timeline::scale::SHORTEST_WINDOW;

static STORY: LazyLock<Atlas> = LazyLock::new(bundled);

/// The keys of a link, in their order.
const KEYS: [&str; 13] = [
    "lang", "step", "focus", "at", "layer", "by", "only", "window", "theme", "view", "controls",
    "stage", "kiosk",
];

#[test]
fn of_a_key_that_stands_twice_the_first_counts() {
    let link = |fragment: &str| decode(fragment, &STORY, Locale::Ar);
    for [twice, once] in [
        ["lang=en&lang=ar", "lang=en"],
        [
            "at=2025-08-01&x=1&at=2025-09-01&y=2&x=3",
            "at=2025-08-01&x=1&y=2&x=3",
        ],
        ["focus=huawei&focus=stepfun", "focus=huawei"],
        [
            "view=table&view=compare&theme=dark&theme=light",
            "view=table&theme=dark",
        ],
        ["step=the-week&step=nobody", "step=the-week"],
    ] {
        assert_eq!(link(twice), link(once), "{twice}");
    }
}

const VIEWS: [View; 5] = [
    View::Both,
    View::Network,
    View::Timeline,
    View::Table,
    View::Compare,
];

fn one_of<T: Clone + std::fmt::Debug + 'static>(
    values: impl IntoIterator<Item = T>,
) -> impl Strategy<Value = T> {
    prop::sample::select(values.into_iter().collect::<Vec<_>>())
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let others = [
        Filter::Listed,
        Filter::Shared,
        Filter::Corroborated,
        Filter::SingleAccount,
    ];
    let words = &STORY.ecosystem().words;
    let kinds = words.kinds.ids().map(Filter::Kind);
    let ties = words.ties.ids().map(Filter::Relation);
    one_of(kinds.chain(ties).chain(others))
}

fn any_day() -> impl Strategy<Value = Date> {
    let span = STORY.ecosystem().span();
    (span.first.days()..=span.last.days()).prop_map(Date::from_days)
}

fn any_window() -> impl Strategy<Value = Span> {
    let long_enough = |span: &Span| span.length_days() >= SHORTEST_WINDOW;
    let span = (any_day(), any_day()).prop_map(|(a, b)| Span::between(a, b));
    span.prop_filter("no shorter than a close-up", long_enough)
}

/// Any state that a reader can come to.
fn any_state() -> impl Strategy<Value = State> {
    let accounts = STORY.ecosystem().accounts.ids().collect::<Vec<_>>();
    let choices = (
        one_of(Locale::ALL),
        one_of([Theme::System, Theme::Light, Theme::Dark]),
        one_of(subjects(&STORY)),
        one_of(VIEWS),
        any::<bool>(),
        (
            one_of([Stage::Page, Stage::Room, Stage::Lectern]),
            prop::option::of(3..=3600_u16),
        ),
    );
    let network = (
        any::<bool>(),
        prop::option::of(one_of(accounts)),
        prop::option::of(any_filter()),
    );
    let time = (any_day(), any_window());
    let steps = STORY.ecosystem().steps.ids().map(Some);
    let step = one_of(steps.chain([None]));
    (choices, network, time, step).prop_map(
        |(
            (locale, theme, focus, view, controls, (stage, kiosk)),
            (relations, account, filter),
            (date, window),
            step,
        )| {
            let state = State {
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
                // A room and its lectern are never without a step.
                stage: step.map_or(Stage::Page, |_| stage),
                kiosk,
            };
            let state = state.apply(Action::ShowRelations(relations));
            state.apply(Action::Show(view))
        },
    )
}

/// Parts of an address that belong to others: not empty, no separator, no key of ours.
fn any_foreign() -> impl Strategy<Value = Vec<String>> {
    let part = "[^&=]{0,8}(=[^&]{0,12})?".prop_filter("not ours", |part: &String| {
        let key = part.split('=').next().unwrap_or_default();
        !part.is_empty() && !KEYS.contains(&key)
    });
    prop::collection::vec(part, 0..4)
}

fn read(fragment: &str) -> Link {
    decode(fragment, &STORY, Locale::Ar)
}

fn write(link: &Link) -> String {
    encode(link, &STORY)
}

fn opening() -> State {
    State::opening(STORY.ecosystem(), Locale::Ar)
}

/// What a fragment comes down to when it is written again.
fn check(fragment: &str, canonical: &str) {
    assert_eq!(write(&read(fragment)), canonical, "{fragment}");
}

#[test]
fn the_opening_state_says_its_language_only() {
    check("", "lang=ar");
    check(
        "lang=ar&at=2026-11-28&window=2025-01-01..2026-12-31&view=picture&theme=system",
        "lang=ar",
    );
}

#[test]
fn everything_is_written_in_one_order() {
    let full = "amp=1&lang=en&focus=stepfun&at=2022-01-01&layer=relations&by=reuters&only=investor\
                &window=2021-01-01..2022-12-31&theme=dark&view=table";
    check(full, full);
    let reversed: Vec<_> = full.split('&').rev().collect();
    check(&reversed.join("&"), full);
}

#[test]
fn a_bad_value_falls_back_and_the_rest_is_honoured() {
    check("lang=fr&at=2022-01-01", "lang=ar&at=2022-01-01");
    check("focus=nobody&lang=en", "lang=en");
    check("at=2022-02-30&by=nobody&only=nothing&lang=en", "lang=en");
    check("at=2022-01&lang=en", "lang=en");
    check(
        "window=2022-12-31..2022-01-01&theme=pink&view=film",
        "lang=ar",
    );
    check("window=2022-01-01..2022-01-10", "lang=ar");
    check("window=1990-01-01..2022-01-01", "lang=ar");
    check("at=1990-01-01", "lang=ar&at=2018-01-01");
    check("at=2999-01-01", "lang=ar&at=2026-12-31");
    check("only=investor", "lang=ar");
    check(
        "only=listed&layer=relations",
        "lang=ar&layer=relations&only=listed",
    );
    check("&&=&lang", "=&lang=ar");
}

#[test]
fn a_step_brings_what_it_shows_and_other_keys_override() {
    let story = STORY.ecosystem();
    for (id, step) in story.steps.iter() {
        let state = read(&format!("step={}", step.slug)).state;
        assert_eq!(state, opening().telling(story, Some(id)));
        assert_eq!(
            (state.step, state.date, state.focus, state.relations),
            (Some(id), step.date, step.focus, step.relations),
            "{}",
            step.slug
        );
        let canonical = format!("lang=ar&step={}", step.slug);
        check(&format!("step={}", step.slug), &canonical);
    }
    // Whatever stands beside it, before or after, is what the reader changed.
    let changed = "lang=en&step=in-both&focus=huawei&at=2025-09-01&layer=relations\
                   &window=2025-01-01..2025-12-31";
    check(changed, changed);
    let reversed: Vec<_> = changed.split('&').rev().collect();
    check(&reversed.join("&"), changed);
    check(
        "step=pressure&layer=none&focus=",
        "lang=ar&step=pressure&focus=&layer=none",
    );
    // What the step shows anyway need not be said.
    check(
        "step=in-both&focus=stepfun&at=2025-07-28",
        "lang=ar&step=in-both",
    );
    // One that is unknown, or none, is a page that nobody tells.
    check("step=epilogue&at=2022-01-01", "lang=ar&at=2022-01-01");
    check("step=&lang=en", "lang=en");
}

#[test]
fn every_story_has_a_link_for_whatever_it_shows() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        let mut states = Vec::new();
        for opening in story.openings() {
            let focused = subjects(&story.atlas).into_iter();
            states.extend(focused.map(|focus| opening.apply(Action::Focus(focus))));
            let accounts = ecosystem.accounts.ids();
            states.extend(accounts.map(|account| State {
                account: Some(account),
                ..opening
            }));
            let days = story.days().into_iter();
            states.extend(days.map(|date| State { date, ..opening }));
            let steps = ecosystem.steps.ids();
            states.extend(steps.map(|step| opening.telling(ecosystem, Some(step))));
        }
        for state in states.clone() {
            states.extend(story.compared(&state));
        }
        for state in states {
            let link = Link {
                state,
                foreign: Vec::new(),
            };
            let fragment = encode(&link, &story.atlas);
            assert_eq!(
                decode(&fragment, &story.atlas, Locale::Ar),
                link,
                "{fragment}"
            );
        }
    });
}

#[test]
fn accounts_are_compared_where_two_name_members() {
    check("view=compare", "lang=ar&view=compare");
    // Side by side there is no account that is seen alone.
    check("by=reuters&view=compare", "lang=ar&view=compare");
    check("view=compare&by=reuters", "lang=ar&view=compare");
    every_story_keeps(&[], |story| {
        let state = decode("view=compare", &story.atlas, Locale::Ar).state;
        let comparable = story.compared(&state).is_some();
        let expected = if comparable {
            View::Compare
        } else {
            View::Both
        };
        assert_eq!(state.view, expected);
    });
}

#[test]
fn going_to_a_step_and_leaving_are_steps_for_back() {
    let story = STORY.ecosystem();
    let mut before = opening();
    for step in story.steps.ids().map(Some).chain([None]) {
        let after = before.telling(story, step);
        assert!(is_step(&before, &after), "{step:?}");
        before = after;
    }
}

#[test]
fn what_belongs_to_others_is_kept_as_it_stands() {
    check("amp=1&lang=en&?secret=a=b", "amp=1&?secret=a=b&lang=en");
    check("Lang=en&focus%3Dx", "Lang=en&focus%3Dx&lang=ar");
}

#[test]
fn every_subject_has_a_name_of_its_own() {
    let states = subjects(&STORY)
        .into_iter()
        .map(|focus| opening().apply(Action::Focus(focus)));
    let mut links: Vec<_> = states
        .map(|state| {
            write(&Link {
                state,
                foreign: Vec::new(),
            })
        })
        .collect();
    let count = links.len();
    links.sort();
    links.dedup();
    assert_eq!(links.len(), count);
}

#[test]
fn only_a_change_of_what_is_read_is_a_step() {
    let before = opening();
    let step = |action| is_step(&before, &before.apply(action));
    let day = Date::from_ymd(2022, 1, 1).unwrap();
    assert!(
        !step(Action::MoveTo(day)) && !step(Action::Paint(Theme::Dark)),
        "corrections"
    );
    assert!(
        !step(Action::Zoom(STORY.ecosystem().span())),
        "a correction"
    );
    let focus = subjects(&STORY)[1];
    for action in [
        Action::Focus(focus),
        Action::Speak(Locale::En),
        Action::ShowRelations(true),
        Action::Show(View::Table),
        Action::Show(View::Compare),
        Action::Pick(Some(Filter::Listed)),
        Action::Visit(focus.unwrap(), day),
    ] {
        assert!(step(action), "{action:?}");
    }
}

/// A story of two steps.
fn in_steps() -> Atlas {
    let mut story: serde_json::Value =
        serde_json::from_slice(&std::fs::read(support::path("assets/story.json")).unwrap())
            .unwrap();
    let text = serde_json::json!({ "ar": "نص", "en": "text" });
    let source = story["sources"][0]["id"].clone();
    let step = |id: &str, day: &str| {
        serde_json::json!({
            "id": id, "title": text, "text": text, "note": text, "at": day, "sources": [source],
        })
    };
    story["steps"] = [step("one", "2025-07-28"), step("two", "2025-08-01")].into();
    Atlas::from_json(story.to_string().as_bytes()).unwrap()
}

#[test]
fn a_room_is_never_without_a_step() {
    let atlas = in_steps();
    let written = |fragment: &str| encode(&decode(fragment, &atlas, Locale::Ar), &atlas);
    assert_eq!(written("stage=room"), "lang=ar&step=one&stage=room");
    assert_eq!(
        written("stage=lectern&step=two&lang=en"),
        "lang=en&step=two&stage=lectern"
    );
    assert_eq!(written("stage=balcony"), "lang=ar");
    let mut story: serde_json::Value =
        serde_json::from_slice(&std::fs::read(support::path("assets/story.json")).unwrap())
            .unwrap();
    story.as_object_mut().unwrap().remove("steps");
    let untold = Atlas::from_json(story.to_string().as_bytes()).unwrap();
    let link = decode("stage=room&kiosk=20", &untold, Locale::Ar);
    assert_eq!(link.state.stage, Stage::Page, "there is nothing to present");
}

#[test]
fn a_kiosk_waits_seconds_that_make_sense() {
    let atlas = in_steps();
    let kiosk = |fragment: &str| decode(fragment, &atlas, Locale::Ar).state.kiosk;
    assert_eq!(kiosk("stage=room&kiosk=20"), Some(20));
    for value in ["", "0", "2", "-5", "3601", "99999999", "soon", "7.5"] {
        assert_eq!(kiosk(&["kiosk=", value].concat()), None, "{value}");
    }
}

#[test]
fn before_a_room_back_returns_to_the_page_at_once() {
    let atlas = in_steps();
    let state = |fragment: &str| decode(fragment, &atlas, Locale::Ar).state;
    let (page, room) = (state("step=one"), state("step=one&stage=room"));
    assert!(is_step(&page, &room), "the beginning");
    assert!(!is_step(&room, &state("step=two&stage=room")), "a step");
    assert!(is_step(&room, &page), "the end");
    assert!(is_step(&page, &state("step=two")), "a step on the page");
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(state in any_state(), foreign in any_foreign(), preferred in one_of(Locale::ALL)) {
        let link = Link { state, foreign };
        prop_assert_eq!(decode(&write(&link), &STORY, preferred), link);
    }

    #[test]
    fn keys_stand_in_their_order_and_once(state in any_state()) {
        let fragment = write(&Link { state, foreign: Vec::new() });
        let keys = fragment.split('&').map(|part| part.split('=').next().unwrap());
        let places: Vec<_> = keys.map(|key| KEYS.iter().position(|known| *known == key)).collect();
        prop_assert!(places.iter().all(Option::is_some), "{fragment}");
        prop_assert!(places.is_sorted_by(|a, b| a < b), "{fragment}");
    }

    #[test]
    fn whatever_is_read_is_a_state_of_the_story(
        parts in prop::collection::vec((one_of(KEYS), prop_oneof![
            ".{0,20}",
            "(article|stepfun|huawei|relations|investor|listed|dark|table|en)",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2})?",
        ]), 0..6),
        rest in ".{0,40}",
    ) {
        let parts: Vec<_> = parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let link = read(&[parts.join("&"), rest].join("&"));
        let (state, bounds) = (link.state, STORY.ecosystem().span());
        prop_assert!(bounds.contains(state.date), "{}", state.date);
        prop_assert!(bounds.contains(state.window.first) && bounds.contains(state.window.last), "{:?}", state.window);
        prop_assert!(state.window.length_days() >= SHORTEST_WINDOW, "{:?}", state.window);
        prop_assert!(state.relations || !matches!(state.filter, Some(Filter::Relation(_))), "{:?}", state.filter);
        prop_assert_eq!(read(&write(&link)), link);
    }
}
