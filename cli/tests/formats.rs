//! A story of an earlier format is told as before, and one that begins is one.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use tahaluf::model::check;

fn migrate(story: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tahaluf"));
    command.arg("migrate").arg(story).output().unwrap()
}

/// A story of format 1 with one of everything.
fn old() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/format-1.json"))
}

/// Every text of a file, whatever it stands in.
fn texts(json: &Value, found: &mut BTreeSet<String>) {
    match json {
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

#[test]
fn an_old_story_is_a_story_and_has_lost_no_word() {
    let output = migrate(old());
    assert!(output.status.success());
    let story = check::read(&output.stdout).unwrap();
    let kinds = story.words.kinds.iter().map(|(_, kind)| kind.slug.as_str());
    assert_eq!(kinds.collect::<Vec<_>>(), ["model-developer", "regulator"]);
    assert_eq!(story.words.ties.len(), 1, "only what the story uses");
    let new: Value = serde_json::from_slice(&output.stdout).unwrap();
    let old: Value = serde_json::from_slice(&std::fs::read(old()).unwrap()).unwrap();
    let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
    texts(&old, &mut before);
    texts(&new, &mut after);
    let lost: Vec<_> = before.difference(&after).collect();
    assert_eq!(lost, ["member"], "which goes without saying");
    let baidu = &new["organizations"][0];
    assert_eq!(baidu["name"]["original"]["name"], "百度");
    assert_eq!(baidu["facts"][1]["topic"], "us-status");
}

/// The story that the documents begin with is one.
#[test]
fn the_first_story_of_the_documents_has_no_mistake() {
    let page = include_str!("../../docs/your-own-story.md");
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (story, _) = rest.split_once("```").unwrap();
    let story = check::read(story.as_bytes()).unwrap();
    assert_eq!(check::warnings(&story), []);
}

#[test]
fn what_needs_no_migration_is_told_so_and_not_written() {
    let today = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/story.json");
    let output = migrate(Path::new(today));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("it says format 2"), "{said}");
}

#[test]
fn check_says_how_an_old_story_is_moved() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tahaluf"));
    let output = command.arg("check").arg(old()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("1 problem"), "that alone: {said}");
    assert!(said.contains("tahaluf migrate"), "{said}");
}
