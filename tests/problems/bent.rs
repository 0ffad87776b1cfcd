//! Whatever the bytes, there is a story to draw or a problem to tell, never a panic.

use crate::support::{atlas_of, bundled_json, draw_everything};
use crate::{check_words, edit, gone, minimal, put};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;
use tahaluf::atlas::Atlas;
use tahaluf::edition;

/// There is a story that can be drawn, or something is wrong and is said.
pub(crate) fn check_survives(bytes: &[u8]) {
    match Atlas::from_json(bytes) {
        Ok(atlas) => draw_everything(&atlas),
        Err(problems) => {
            assert!(!problems.is_empty(), "neither a story nor a problem");
            problems.iter().for_each(check_words);
        }
    }
}

/// The smallest story as a page carries it.
static EDITION: LazyLock<Value> = LazyLock::new(|| {
    let edition = edition::write(&atlas_of(&minimal())).unwrap();
    serde_json::from_str(&edition).unwrap()
});

/// Any JSON, often with the keys and the words of stories.
fn any_json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        "[a-z-]{0,8}",
        "2025(-0[0-9](-[0-3][0-9])?)?",
        ".{0,8}",
        Just("page".to_owned())
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "format",
        "title",
        "as_of",
        "window",
        "events",
        "organizations",
        "memberships",
        "alliances",
        "accounts",
        "lists",
        "relations",
        "sources",
        "id",
        "ar",
        "en",
        "when",
        "about",
        "text",
        "x/~",
    ]);
    leaf.prop_recursive(4, 64, 8, move |inner| {
        let entry = (key.clone(), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            prop::collection::vec(entry, 0..8).prop_map(|entries| {
                Value::Object(
                    entries
                        .into_iter()
                        .map(|(key, value)| (key.to_owned(), value))
                        .collect(),
                )
            }),
        ]
    })
}

/// What happens to a part of a story.
#[derive(Clone, Debug)]
enum Mutation {
    Delete,
    Duplicate,
    Replace(Value),
    /// By another part of the same story.
    Graft(prop::sample::Index),
}

fn any_mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        3 => Just(Mutation::Delete),
        1 => Just(Mutation::Duplicate),
        2 => any_json().prop_map(Mutation::Replace),
        3 => any::<prop::sample::Index>().prop_map(Mutation::Graft),
    ]
}

/// One or two mutations, each with its place.
fn any_mutations() -> impl Strategy<Value = Vec<(prop::sample::Index, Mutation)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any_mutation()), 1..3)
}

fn bend(story: &mut Value, mutations: Vec<(prop::sample::Index, Mutation)>) {
    for (place, mutation) in mutations {
        mutate(story, place, mutation);
    }
}

/// Every place of a story but the whole.
fn places(json: &Value, pointer: &str, found: &mut Vec<String>) {
    let mut visit = |step: &str, value: &Value| {
        let place = format!("{pointer}/{step}");
        found.push(place.clone());
        places(value, &place, found);
    };
    match json {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| visit(key, value)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, value)| visit(&index.to_string(), value)),
        _ => {}
    }
}

fn mutate(story: &mut Value, place: prop::sample::Index, mutation: Mutation) {
    let mut all = Vec::new();
    places(story, "", &mut all);
    if all.is_empty() {
        return;
    }
    let place = place.get(&all).as_str();
    let part = story.pointer(place).unwrap().clone();
    let in_list = place
        .rsplit('/')
        .next()
        .is_some_and(|key| key.parse::<usize>().is_ok());
    match mutation {
        Mutation::Delete => edit(story, gone(place)),
        Mutation::Duplicate if in_list => {
            let (list, _) = place.rsplit_once('/').unwrap();
            edit(story, put(&format!("{list}/-"), part));
        }
        Mutation::Duplicate => {}
        Mutation::Replace(value) => edit(story, put(place, value)),
        Mutation::Graft(other) => {
            let graft = story.pointer(other.get(&all).as_str()).unwrap().clone();
            edit(story, put(place, graft));
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_give_a_story_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_survives(&bytes);
    }

    #[test]
    fn any_json_gives_a_story_or_a_problem(json in any_json()) {
        check_survives(json.to_string().as_bytes());
    }
}

proptest! {
    /// What a page carries has been checked, but not by the program that reads it.
    #[test]
    fn a_page_bent_anywhere_gives_a_story_or_is_damaged(mutations in any_mutations()) {
        let mut page = EDITION.clone();
        bend(&mut page, mutations);
        if let Ok(atlas) = edition::read(&page.to_string()) {
            draw_everything(&atlas);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_bundled_story_bent_anywhere_gives_a_story_or_a_problem(
        mutations in any_mutations(),
    ) {
        let mut story = bundled_json();
        bend(&mut story, mutations);
        check_survives(story.to_string().as_bytes());
    }

    #[test]
    fn the_smallest_story_bent_anywhere_gives_a_story_or_a_problem(
        mutations in any_mutations(),
    ) {
        let mut story = minimal();
        bend(&mut story, mutations);
        check_survives(story.to_string().as_bytes());
    }
}
