//! Every mistake that a story file can hold is found, at its place and in words.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod bent;
mod cases;
#[path = "../support/mod.rs"]
mod support;

use bent::check_survives;
use cases::problem;
use serde_json::{Value, json};
use std::mem::{Discriminant, discriminant};
use support::{atlas_of, bundled_json, draw_everything, explained, read, text_of};
use tahaluf::atlas::Atlas;
use tahaluf::document::foreign::Foreign;
use tahaluf::document::problem::{Problem, ProblemKind, SyntaxFault};
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::explain;
use tahaluf::model::check;

/// The smallest story that has one of everything.
fn minimal() -> Value {
    serde_json::from_str(include_str!("minimal.json")).unwrap()
}

/// A change to a story: a JSON Pointer, and what is put there; nothing takes it out.
type Edit = (String, Option<Value>);

fn put(pointer: &str, value: impl Into<Value>) -> Edit {
    (pointer.to_owned(), Some(value.into()))
}

fn gone(pointer: &str) -> Edit {
    (pointer.to_owned(), None)
}

/// `-` for a list's index adds to its end.
fn edit(story: &mut Value, (pointer, value): Edit) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = story.pointer_mut(parent).unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match (parent, value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(key, value)),
        (Value::Object(fields), None) => drop(fields.remove(&key)),
        (Value::Array(items), Some(value)) if key == "-" => items.push(value),
        (Value::Array(items), Some(value)) => items[key.parse::<usize>().unwrap()] = value,
        (Value::Array(items), None) => drop(items.remove(key.parse().unwrap())),
        (other, _) => panic!("{pointer}: {other} has no parts"),
    }
}

fn edited(mut story: Value, edits: Vec<Edit>) -> Value {
    for it in edits {
        edit(&mut story, it);
    }
    story
}

/// What is wrong with a story, if anything.
fn problems_of(story: &Value) -> Vec<Problem> {
    read(story).err().unwrap_or_default()
}

/// The problem is put in words in each language: not nothing, and not the same.
fn check_words(problem: &Problem) {
    let [ar, en] = Locale::ALL.map(|locale| explain(locale, &problem.kind));
    let is_arabic = |c: char| ('\u{0621}'..='\u{064A}').contains(&c);
    assert!(ar.contains(is_arabic), "no Arabic: {ar}");
    assert!(
        en.contains(|c: char| c.is_ascii_lowercase()) && en != ar,
        "no English: {en}"
    );
}

#[test]
fn a_story_with_one_of_everything_is_read_and_drawn() {
    draw_everything(&atlas_of(&minimal()));
}

#[test]
fn stories_at_the_edges_are_drawn_all_the_same() {
    let mut emptied = minimal();
    for list in ["relations", "events", "products", "quotes", "uncertainties"] {
        emptied[list] = json!([]);
    }
    // Steps may be left out, and these would point at what is gone.
    emptied.as_object_mut().unwrap().remove("steps");
    draw_everything(&atlas_of(&emptied));
    // Without these there is no story, and every one of them is named.
    let mut empty = emptied;
    for list in ["alliances", "organizations", "memberships", "sources"] {
        empty[list] = json!([]);
        let problems = problems_of(&empty);
        assert!(
            problems
                .iter()
                .any(|problem| problem.pointer == format!("/{list}")
                    && problem.kind == ProblemKind::Empty),
            "{list}: {problems:?}"
        );
    }
    for window in ["1000/9999", "1000", "9999-12-31", "2025-07-25"] {
        for as_of in ["1000-01-01", "2026-01-01", "9999-12-31"] {
            let mut story = minimal();
            story["window"] = json!(window);
            story["as_of"] = json!(as_of);
            check_survives(story.to_string().as_bytes());
        }
    }
}

#[test]
fn every_mistake_is_found_at_its_place() {
    for (edit, expected) in cases::all() {
        let place = edit.0.clone();
        let problems = problems_of(&edited(minimal(), vec![edit]));
        assert_eq!(problems, [expected], "{place}");
        check_words(&problems[0]);
    }
}

#[test]
fn every_warning_is_of_a_story_that_can_be_published() {
    let warnings_of = |story: &Value| {
        let story = check::read(story.to_string().as_bytes()).unwrap();
        check::warnings(&story)
    };
    assert_eq!(warnings_of(&minimal()), []);
    for (edit, expected) in cases::warnings() {
        let place = edit.0.clone();
        let warnings = warnings_of(&edited(minimal(), vec![edit]));
        assert_eq!(warnings, [expected], "{place}");
        check_words(&warnings[0]);
    }
}

#[test]
fn a_title_that_stands_twice_is_told_only_where_it_may_be_one_text() {
    let titled = |place: &str| put(&format!("/sources/{place}/title"), json!("Page"));
    let own = |publisher: &str| {
        let publisher = put("/sources/3/publisher", json!(publisher));
        vec![titled("3"), gone("/sources/3/host"), publisher]
    };
    for (edits, told) in [
        (vec![titled("1")], false),
        (vec![titled("2")], false),
        (own("Office"), false),
        (own("Paper (abroad)"), true),
        (vec![titled("3")], true),
    ] {
        let story = edited(minimal(), edits).to_string();
        let warnings = check::warnings(&check::read(story.as_bytes()).unwrap());
        let is_told = |it: &Problem| matches!(it.kind, ProblemKind::SameTitle { .. });
        assert_eq!(warnings.iter().any(is_told), told, "{story}");
    }
}

#[test]
fn all_mistakes_are_found_in_one_run() {
    let edits = vec![
        put("/memberships/0/organization", json!("badu")),
        gone("/title/ar"),
        put("/events/0/when", json!("2025-02-30")),
        put("/sources/0/url", json!("javascript:alert(1)")),
        put("/uncertainties/0/colour", json!("red")),
        gone("/products/0/sources"),
    ];
    let problems = problems_of(&edited(minimal(), edits));
    let pointers: Vec<_> = problems.iter().map(|it| it.pointer.as_str()).collect();
    let expected = [
        "/title",
        "/memberships/0/organization",
        "/events/0/when",
        "/products/0",
        "/uncertainties/0/colour",
        "/sources/0/url",
    ];
    assert_eq!(pointers, expected);
}

#[test]
fn a_field_that_stands_twice_is_found() {
    let twice =
        minimal()
            .to_string()
            .replacen("\"as_of\":", "\"as_of\":\"2025-01-01\",\"as_of\":", 1);
    let problems = Atlas::from_json(twice.as_bytes()).unwrap_err();
    let kind = ProblemKind::DuplicateField {
        found: "as_of".into(),
    };
    assert!(
        problems.contains(&problem("/as_of", kind)),
        "{}",
        explained(&problems)
    );
    problems.iter().for_each(check_words);
}

#[test]
fn what_is_not_json_is_one_problem() {
    let files: [&[u8]; 21] = [
        b"",
        b"\xff\xfe",
        b"\xff\xfe\0\0",
        b"\x1f\x8b",
        b"PK\x03\x04",
        b"\x89PNG",
        b"%PDF",
        b"[\"\xd3\"]",
        b"{",
        b"{\"a\": 1,}",
        b"[1] 2",
        b"NaN",
        b"['a']",
        b"[\"a\n\"]",
        b"[\"a\tb\"]",
        b"[1] // one",
        b"[1e999]",
        &b"[".repeat(200),
        "[1، 2]".as_bytes(),
        "[٢]".as_bytes(),
        "[\u{200B}2]".as_bytes(),
    ];
    for bytes in files {
        let problems = Atlas::from_json(bytes).unwrap_err();
        assert!(
            matches!(&problems[..], [it] if it.pointer.is_empty()),
            "{bytes:?}"
        );
        check_words(&problems[0]);
    }
}

#[test]
fn every_kind_of_problem_is_tried() {
    const KINDS: usize = 50;
    let mut seen: Vec<Discriminant<ProblemKind>> = Vec::new();
    let elsewhere = [
        ProblemKind::NotText {
            found: Foreign::Gzip,
        },
        ProblemKind::NotUtf8 {
            line: 1,
            column: 1,
            byte: 0xD3,
        },
        ProblemKind::Syntax {
            line: 1,
            column: 1,
            fault: SyntaxFault::EndsEarly,
        },
        ProblemKind::DuplicateField {
            found: String::new(),
        },
    ];
    let all = [cases::all(), cases::warnings()].concat();
    let tried = all.into_iter().map(|(_, problem)| problem.kind);
    for kind in tried.chain(elsewhere) {
        let which = discriminant(&kind);
        if !seen.contains(&which) {
            seen.push(which);
        }
    }
    assert_eq!(seen.len(), KINDS);
}

/// The same table that the JSON Schema is tried on, in `tests/e2e/schema.test.mjs`.
#[test]
fn what_the_schema_rejects_is_a_problem_here() {
    let story = bundled_json();
    let table: Value = serde_json::from_str(&text_of("tests/problems/broken.json")).unwrap();
    for case in table.as_array().unwrap() {
        let at = case["at"].as_str().unwrap();
        let problems = problems_of(&edited(
            story.clone(),
            vec![(at.to_owned(), case.get("value").cloned())],
        ));
        let found = problems.iter().any(|it| it.pointer == case["problem"]);
        assert!(found, "{}\n{}", case["what"], explained(&problems));
    }
}
