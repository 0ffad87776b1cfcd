//! What every story looks like, as text that was read and approved: `tests/goldens/` has it for
//! each story, frame and language. A change of the picture shows here which things moved, from
//! where to where.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string, remove_file, write};
use support::golden::{difference, text};
use support::path;
use support::stories::{LARGE, stories};
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;

/// The folder of the approved texts.
const FOLDER: &str = "tests/goldens";
/// What a person sets to approve what is drawn now.
const UPDATE: &str = "UPDATE_GOLDENS";

/// Each text by the name of its file. The large story has none: nobody reads a thousand lines.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for story in stories().filter(|it| it.name != LARGE) {
        for (frame, shape) in [(Frame::Wide, "wide"), (Frame::Tall, "tall")] {
            for locale in Locale::ALL {
                let file = format!("{}.{shape}.{}.txt", story.name, locale.tag());
                texts.push((file, text(story, frame, locale)));
            }
        }
    }
    texts
}

#[test]
fn the_stories_look_as_approved() {
    let texts = texts();
    if std::env::var_os(UPDATE).is_some() {
        assert!(
            std::env::var_os("CI").is_none(),
            "{UPDATE} approves what a person has looked at; CI has not: unset it, or CI"
        );
        approve(&texts);
        return;
    }
    let mut faults = Vec::new();
    for (file, found) in &texts {
        let approved = read_to_string(path(FOLDER).join(file)).unwrap_or_default();
        if approved != *found {
            faults.push(format!("{FOLDER}/{file}\n{}", difference(&approved, found)));
        }
    }
    for file in files().difference(&texts.iter().map(|(file, _)| file.clone()).collect()) {
        faults.push(format!("{FOLDER}/{file} is of no story\n"));
    }
    assert!(
        faults.is_empty(),
        "{} of {} pictures are not as approved (- approved, + drawn now):\n\n{}\n\
         Look at them in both languages; if they are better so, approve them:\n  \
         {UPDATE}=1 cargo test --test goldens",
        faults.len(),
        texts.len(),
        faults.join("\n")
    );
}

fn files() -> BTreeSet<String> {
    let files = read_dir(path(FOLDER)).unwrap();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn approve(texts: &[(String, String)]) {
    for file in files() {
        remove_file(path(FOLDER).join(file)).unwrap();
    }
    for (file, text) in texts {
        write(path(FOLDER).join(file), text).unwrap();
    }
}

#[test]
fn a_difference_says_what_moved_from_where_to_where() {
    let approved = "nodes: 3\n  mill  x 1\n  lock  x 2\n  weir  x 3\n\nties: 1\n  a\n";
    let moved = approved.replace("x 2", "x 5");
    assert_eq!(
        difference(approved, &moved),
        "  nodes: 3\n  -   lock  x 2\n  +   lock  x 5\n"
    );
    let gone = approved.replace("  weir  x 3\n", "");
    assert_eq!(difference(approved, &gone), "  nodes: 3\n  -   weir  x 3\n");
    assert_eq!(difference("", "a\n"), "  + a\n");
    assert_eq!(difference(approved, approved), "\n");
}
