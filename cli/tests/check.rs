//! `tahaluf check` as an editor meets it: what it says, and with which code it ends.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::process::{Command, Output};
use support::Folder;

/// What `check` makes of the smallest story with a value put in.
fn checked(folder: &Folder, pointer: &str, value: Value, options: &[&str]) -> Output {
    let story = include_str!("../../tests/problems/minimal.json");
    let mut story: Value = serde_json::from_str(story).unwrap();
    *story.pointer_mut(pointer).unwrap() = value;
    let path = folder.0.join("story.json");
    fs::write(&path, story.to_string()).unwrap();
    let mut check = Command::new(env!("CARGO_BIN_EXE_tahaluf"));
    check.arg("check").arg(&path).args(options);
    check.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_warning_is_told_apart_and_fails_only_where_it_is_denied() {
    let folder = Folder::new("check-warnings");
    let run = |options: &[&str]| checked(&folder, "/events/0/sources", json!(["list"]), options);
    let output = run(&[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).trim_end().ends_with(": ok"));
    let stderr = text(&output.stderr);
    assert!(
        stderr.contains("1 warning") && stderr.contains("/events/0: "),
        "{stderr}"
    );
    let denied = run(&["--deny", "warnings"]);
    assert_eq!(denied.status.code(), Some(1), "{}", text(&denied.stderr));
    assert!(text(&denied.stderr).contains("/events/0: "));
    let data: Value = serde_json::from_slice(&run(&["--format", "json"]).stdout).unwrap();
    assert_eq!(data[0]["severity"], "warning");
    assert_eq!(data[0]["pointer"], "/events/0");
}

#[test]
fn a_mistake_fails_and_says_what_to_do() {
    let folder = Folder::new("check-mistakes");
    let run = |options: &[&str]| checked(&folder, "/sources/1/origin", json!("Page"), options);
    let output = run(&["--lang", "ar"]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = text(&output.stderr);
    assert!(
        stderr.contains("/sources/1/origin: ") && stderr.contains("هل المقصود"),
        "{stderr}"
    );
    let data: Value = serde_json::from_slice(&run(&["--format", "json"]).stdout).unwrap();
    assert_eq!(data[0]["severity"], "problem");
}

/// What `tahaluf` says, and that it failed as it should.
fn refused(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tahaluf"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(!output.status.success(), "{arguments:?}");
    text(&output.stderr)
}

#[test]
fn what_cannot_be_read_is_told_for_what_it_is() {
    let folder = Folder::new("check-unread");
    let folder_path = folder.0.to_str().unwrap();
    let said = refused(&["check", folder_path]);
    assert!(said.contains("it is a folder"), "{said}");
    let said = refused(&["check", &format!("{folder_path}/nowhere.json")]);
    assert!(said.contains("name a story file"), "{said}");
    let file = folder.0.join("story.json");
    let path = file.to_str().unwrap();
    for (bytes, told) in [
        (&b"\xFF\xFE{\0}\0"[..], "UTF-16"),
        (b"[\n  \"\xD3\"\n]", "line 2, column 4"),
        (b"", "Nothing is in this file"),
    ] {
        fs::write(&file, bytes).unwrap();
        let said = refused(&["check", path]);
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn an_address_to_publish_at_is_one_that_a_browser_can_ask() {
    for address in [
        "https://",
        "https://?x",
        "https://example.org/?x",
        "https://example.org/#y",
        "https://a b.example/",
        "https://me:secret@example.org/",
        "https://example.org:99999/",
        "ftp://example.org/",
        "example.org",
    ] {
        let said = refused(&["build", "--out", "nowhere", "--url", address]);
        assert!(said.contains("--url"), "{address}: {said}");
    }
}
