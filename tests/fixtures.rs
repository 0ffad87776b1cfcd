//! The stories of `tests/fixtures/` and the generated one: whole, without a problem, and each
//! with what it is there for.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::collections::BTreeSet;
use std::fs::{read_dir, write};
use support::large::three_hundred;
use support::stories::{FIXTURES, LARGE, Story, stories};
use support::{draw_everything, path};
use tahaluf::scene::look::LOOKS;

/// Where `tests/e2e/fixtures.test.mjs` looks for the generated story.
const FILE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/three-hundred.json");

fn story(name: &str) -> &'static Story {
    stories().find(|it| it.name == name).unwrap()
}

#[test]
fn every_file_of_the_folder_is_tried() {
    let files = read_dir(path("tests/fixtures")).unwrap();
    let files: BTreeSet<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let listed = FIXTURES.iter().map(|(name, _)| format!("{name}.json"));
    let listed: BTreeSet<_> = listed.collect();
    assert_eq!(files, listed, "`fixtures!` of tests/support/stories.rs");
}

#[test]
fn every_story_is_drawn_whole() {
    for story in stories().filter(|it| it.name != LARGE) {
        draw_everything(&story.atlas);
    }
}

#[test]
fn the_large_story_is_the_same_each_time_and_others_can_read_it() {
    let large = three_hundred();
    assert_eq!(large, three_hundred());
    write(FILE, large.to_string()).unwrap();
}

#[test]
fn each_story_has_what_it_is_there_for() {
    let alliances = |name| story(name).atlas.ecosystem().alliances.len();
    let counted = [
        ("one-alliance", 1),
        ("three-alliances", 3),
        ("five-alliances", 5),
        ("twelve-alliances", LOOKS),
    ];
    for (name, count) in counted {
        assert_eq!(alliances(name), count, "{name}");
    }
    let three = story("three-alliances");
    let of = |it| three.atlas.graph().alliances_of(it).len();
    let shares: BTreeSet<_> = three
        .atlas
        .ecosystem()
        .organizations
        .ids()
        .map(of)
        .collect();
    assert_eq!(
        shares,
        BTreeSet::from([0, 1, 2, 3]),
        "alliances of an organization"
    );
    assert_eq!(story(LARGE).atlas.ecosystem().organizations.len(), 300);
    let empty = |name, list| story(name).list(list).is_empty();
    assert!(empty("no-steps", "steps"));
    assert!(empty("no-events", "events"));
    assert!(empty("no-ties", "lists") && empty("no-ties", "relations"));
    assert_eq!(story("one-account").list("accounts").len(), 1);
}
