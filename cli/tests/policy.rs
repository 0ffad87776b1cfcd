//! What a site's pages have in them is what its policy allows, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};
use std::fs;
use support::{Folder, site};

/// The pages that start an app.
const PAGES: [&str; 4] = [
    "index.html",
    "en/index.html",
    "embed/index.html",
    "embed/en/index.html",
];

fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document
        .select(&Selector::parse(selector).unwrap())
        .collect()
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The sources of a directive that are hashes.
fn hashes(policy: &str, directive: &str) -> Vec<String> {
    let rule = policy
        .split("; ")
        .find_map(|rule| rule.strip_prefix(directive));
    let sources = rule.unwrap().split(' ');
    sources
        .filter(|it| it.starts_with("'sha256-"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_page_has_the_one_script_and_the_one_style_that_the_policy_names() {
    let folder = Folder::new("policy");
    site(&folder, &[]);
    let headers = folder.read("site/_headers");
    let policy = headers
        .lines()
        .find_map(|line| line.strip_prefix("  Content-Security-Policy: "))
        .unwrap();
    for page in PAGES {
        let text = folder.read(&format!("site/{page}"));
        let document = Html::parse_document(&text);
        let inline = |selector: &str| -> Vec<String> {
            all(&document, selector)
                .iter()
                .map(|it| hash(&it.text().collect::<String>()))
                .collect()
        };
        let data = "[type='text/plain'], [type='application/json'], [type='application/ld+json']";
        let scripts = inline(&format!("script:not([src]):not({data})"));
        assert_eq!(scripts, hashes(policy, "script-src "), "{page}");
        assert_eq!(inline("style"), hashes(policy, "style-src "), "{page}");
        assert!(all(&document, "[style]").is_empty(), "{page}");
        // Before all that a page is, so that one that leads on need come no farther.
        assert!(text.find("<script").unwrap() < 120, "{page}");
        let picture = text.find("class=\"network").unwrap();
        let look = text.find("<link id=\"look\" rel=\"stylesheet\"").unwrap();
        assert!(
            picture < look,
            "{page} waits for no style sheet before its picture"
        );
        let sheets = all(&document, "link[rel='stylesheet']").len();
        assert_eq!(sheets, 1, "{page} has no other");
    }
}

#[test]
fn the_style_sheet_begins_with_what_stands_in_the_pages() {
    let folder = Folder::new("policy-style");
    site(&folder, &[]);
    let document = Html::parse_document(&folder.read("site/index.html"));
    let first: String = all(&document, "style")[0].text().collect();
    let sheet = fs::read_to_string(folder.0.join("site/style.css")).unwrap();
    assert!(
        sheet.starts_with(&first),
        "a policy without hashes still has the look come"
    );
}
