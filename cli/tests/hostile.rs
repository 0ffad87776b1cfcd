//! A story whose author means harm, or knows no better: its words stay words.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use support::{Folder, app};
use tahaluf::atlas::Atlas;
use tahaluf::edition;

/// What is added to every word of the story.
const HARM: &str = concat!(
    " </script><script>alert(1)</script><!-- --!> ]]> <img src=x onerror=alert(1)>",
    " \" onload=\"alert(1) ' onfocus='alert(1) `${alert(1)}` &lt;b&gt; &amp;quot; \\u003c",
    " </title></style></noscript></textarea><svg/onload=alert(1)> <!--<script>",
    " \u{2067}\u{2066}\u{200f}\u{61c} {{x}} %3Cscript%3E",
);

fn tahaluf(words: &[&str], story: &Path, app: &Path, out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tahaluf"))
        .args(words)
        .arg(story)
        .arg("--app")
        .arg(app)
        .arg("--out")
        .arg(out)
        .output()
        .unwrap()
}

fn story() -> Value {
    serde_json::from_str(include_str!("../../assets/story.json")).unwrap()
}

/// Adds to every word that readers read: texts in both languages, and what sources say.
fn harmed(value: &mut Value, harm: &str) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(words)
                        if ["ar", "en", "zh", "title", "publisher"].contains(&key.as_str()) =>
                    {
                        words.push_str(harm);
                    }
                    // Where there is room for a few letters only.
                    few if ["short", "label"].contains(&key.as_str()) => {
                        harmed(few, harm);
                        let cut = |words: &mut Value| {
                            let text: String = words.as_str().unwrap().chars().take(22).collect();
                            *words = json!(text.trim_end());
                        };
                        few.as_object_mut().unwrap().values_mut().for_each(cut);
                    }
                    other => harmed(other, harm),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| harmed(item, harm)),
        _ => {}
    }
}

/// Writes a story and makes a site of it.
fn built(folder: &Folder, story: &str) -> Output {
    let path = folder.0.join("story.json");
    fs::write(&path, story).unwrap();
    tahaluf(&["build"], &path, &app(folder), &folder.0.join("site"))
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn all<'a>(document: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    document
        .select(&Selector::parse(selector).unwrap())
        .collect()
}

/// The text of the only element that fits.
fn only(document: &Html, selector: &str) -> String {
    let found = all(document, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0].text().collect()
}

/// What only orders words is not among them.
fn without_controls(words: &str) -> String {
    let is_control = |it: &char| matches!(it, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}');
    let words: String = words.chars().filter(|it| !is_control(it)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that a document does nothing but what a page of ours does.
fn is_tame(document: &Html, scripts: &[[&str; 2]]) {
    let found = all(document, "script");
    let found: Vec<_> = found
        .iter()
        .map(|it| ["src", "type"].map(|name| it.attr(name).unwrap_or_default()))
        .collect();
    assert_eq!(found, scripts, "the scripts are ours");
    let foreign = "img, iframe, object, embed, base, form, textarea, foreignObject, animate, set";
    assert!(
        all(document, foreign).is_empty(),
        "nothing but words came in"
    );
    for element in all(document, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name} of {}", element.html());
            assert_ne!(name, "srcdoc", "no page within the page");
            if ["href", "src", "action", "formaction", "xlink:href"].contains(&name) {
                let address = value.trim().to_ascii_lowercase();
                let known: &[&str] = match element.value().attr("rel") {
                    Some("icon") => &["data:image/svg+xml,"],
                    _ => &["https://", "http://", "#", "./", "../"],
                };
                assert!(known.iter().any(|it| address.starts_with(it)), "{address}");
            }
        }
    }
    let comments = document.tree.nodes().filter(|it| it.value().is_comment());
    assert_eq!(comments.count(), 0, "no comment began");
}

#[test]
fn the_words_of_a_story_stay_words_on_its_pages() {
    let folder = Folder::new("hostile-words");
    let mut story = story();
    harmed(&mut story, HARM);
    let output = built(&folder, &story.to_string());
    assert!(output.status.success(), "{}", printed(&output));
    for (path, lang, home) in [("index.html", "ar", "./"), ("en/index.html", "en", "../")] {
        let document = Html::parse_document(&folder.read(&format!("site/{path}")));
        let ours = [
            ["", ""],
            [&*format!("{home}boot.js"), "module"],
            ["", "application/json"],
            ["", "application/ld+json"],
        ];
        is_tame(&document, &ours);
        let carried = edition::read(&only(&document, "#story-data")).expect("it is whole");
        let checked = Atlas::from_json(story.to_string().as_bytes()).unwrap();
        assert_eq!(format!("{carried:?}"), format!("{checked:?}"));
        let meaning: Value =
            serde_json::from_str(&only(&document, "[type='application/ld+json']")).unwrap();
        assert_eq!(meaning["name"], story["title"][lang]);
        let title = without_controls(story["title"][lang].as_str().unwrap());
        assert_eq!(without_controls(&only(&document, "h1")), title);
        assert_eq!(without_controls(&only(&document, "head title")), title);
        let events = all(&document, "#record article").len();
        let told =
            ["alliances", "organizations", "events"].map(|it| story[it].as_array().unwrap().len());
        assert_eq!(events, told.iter().sum::<usize>());
    }
    assert_eq!(
        serde_json::from_str::<Value>(&folder.read("site/story.json")).unwrap(),
        story
    );
}

#[test]
fn the_words_of_a_story_stay_words_in_one_file() {
    let folder = Folder::new("hostile-file");
    let mut story = story();
    // The rest is packed; packing so much of the same takes a minute.
    for part in ["/kicker", "/title", "/summary", "/alliances/0/name"] {
        harmed(story.pointer_mut(part).unwrap(), HARM);
    }
    let path = folder.0.join("story.json");
    fs::write(&path, story.to_string()).unwrap();
    let out = folder.0.join("story.html");
    let output = tahaluf(&["one-file", "--lang", "en"], &path, &app(&folder), &out);
    assert!(output.status.success(), "{}", printed(&output));
    let document = Html::parse_document(&folder.read("story.html"));
    let ours = [
        ["", ""],
        ["", "module"],
        ["", "application/gzip"],
        ["", "application/gzip"],
        ["", "application/gzip"],
    ];
    is_tame(&document, &ours);
    assert_eq!(all(&document, "style").len(), 1);
    let title = without_controls(story["title"]["en"].as_str().unwrap());
    assert_eq!(without_controls(&only(&document, "h1")), title);
}

#[test]
fn a_name_of_ten_thousand_characters_is_no_harm() {
    let folder = Folder::new("hostile-length");
    let mut story = story();
    let long = "ا".repeat(10_000);
    story["organizations"][0]["name"] = json!({ "ar": long, "en": "W".repeat(10_000) });
    story["events"][0]["title"] =
        json!({ "ar": "كلمة ".repeat(2_000).trim_end(), "en": "x".repeat(10_000) });
    let output = built(&folder, &story.to_string());
    assert!(output.status.success(), "{}", printed(&output));
    let document = Html::parse_document(&folder.read("site/index.html"));
    let headings: Vec<String> = all(&document, "#record h4")
        .iter()
        .map(|it| it.text().collect())
        .collect();
    assert!(headings.iter().any(|it| without_controls(it) == long));
}

#[test]
fn links_that_would_run_are_refused() {
    let folder = Folder::new("hostile-links");
    for address in [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org",
        "file:///etc/passwd",
    ] {
        let mut story = story();
        story["sources"][0]["url"] = json!(address);
        let output = built(&folder, &story.to_string());
        assert_eq!(output.status.code(), Some(1), "{address}");
        assert!(
            printed(&output).contains("/sources/0/url"),
            "{}",
            printed(&output)
        );
        assert!(!folder.0.join("site").exists(), "nothing is published");
    }
}

#[test]
fn ids_that_would_be_markup_are_refused() {
    let folder = Folder::new("hostile-ids");
    for id in ["\"><script>", "x onload=1", "a/../b", "ا", ""] {
        let mut story = story();
        story["events"][0]["id"] = json!(id);
        let output = built(&folder, &story.to_string());
        assert_eq!(output.status.code(), Some(1), "{id}");
        assert!(
            printed(&output).contains("/events/0/id"),
            "{}",
            printed(&output)
        );
    }
}

#[test]
fn half_a_character_is_refused_and_told() {
    let folder = Folder::new("hostile-halves");
    for half in ["\\ud800", "\\udc00", "\\ud800\\u0041", "\\udfff\\ud800"] {
        let mut story = story();
        story["kicker"]["en"] = json!("HALF");
        let text = story.to_string().replace("HALF", half);
        let output = built(&folder, &text);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{half}: {}",
            printed(&output)
        );
        assert!(
            printed(&output).contains("story.json"),
            "{}",
            printed(&output)
        );
        assert!(!folder.0.join("site").exists(), "nothing is published");
    }
}
