//! The sources: what kind each is, what it goes back to, and what that makes of a fact.

use super::support::bundled_json;
use super::{each_object, expected, ids, list};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in addresses of servers that publishers do not mean readers to visit.
const STAGING: [&str; 7] = [
    "testing.",
    "staging",
    "preview.",
    "azurewebsites.net",
    "cloudfront.net",
    "assets.",
    "mcdn.",
];

/// The sources of the story by their ids.
pub(super) struct Sources(BTreeMap<String, Value>);

impl Sources {
    pub(super) fn of(story: &Value) -> Self {
        let by_id = |it: &Value| (it["id"].as_str().unwrap().to_owned(), it.clone());
        Self(list(story, "sources").iter().map(by_id).collect())
    }

    fn kind(&self, id: &str) -> &str {
        self.0[id]["kind"].as_str().unwrap()
    }

    fn host(&self, id: &str) -> &str {
        self.0[id]["host"].as_str().unwrap_or("own")
    }

    fn unopened(&self, id: &str) -> bool {
        self.0[id]["unopened"] == true
    }

    /// What counts among some sources: no digest, and what nobody opened only where nobody
    /// opened any.
    fn counted<'a>(&self, cited: &[&'a str]) -> Vec<&'a str> {
        let pages = cited.iter().copied().filter(|id| self.kind(id) != "digest");
        let (unopened, opened): (Vec<_>, Vec<_>) = pages.partition(|id| self.unopened(id));
        if opened.is_empty() { unopened } else { opened }
    }

    /// The report a source goes back to; a digest goes back to none that counts.
    fn origin<'a>(&'a self, id: &'a str) -> Option<&'a str> {
        (self.kind(id) != "digest").then(|| self.0[id]["origin"].as_str().unwrap_or(id))
    }

    /// The independent accounts among some sources.
    pub(super) fn origins<'a>(&'a self, cited: &[&'a str]) -> BTreeSet<&'a str> {
        let counted = cited.iter().filter(|id| self.host(id) != "home");
        let origins = counted.filter_map(|id| self.origin(id));
        origins.filter(|origin| *origin != "unknown").collect()
    }

    /// Whether a document or somebody's own report that was opened is among them.
    fn first_hand(&self, cited: &[&str]) -> bool {
        let first_hand = |id: &&str| matches!(self.kind(id), "document" | "report");
        cited.iter().any(|id| first_hand(id) && !self.unopened(id))
    }

    /// How certain a fact is, by the rules of docs/story-format.md.
    pub(super) fn certainty(&self, fact: &Value) -> &'static str {
        let counted = self.counted(&cited_by(fact));
        let documented = counted.iter().any(|id| self.kind(id) == "document");
        let unopened = counted.iter().any(|id| self.unopened(id));
        match self.origins(&counted).len() {
            _ if fact["scheduled"] == true => "scheduled",
            _ if fact["disputed"].is_object() => "disputed",
            _ if documented && unopened => "documented, not opened",
            _ if documented => "documented",
            0 => "unconfirmed",
            1 if unopened => "one, not opened",
            1 => "one",
            _ if unopened => "several, not opened",
            _ => "several",
        }
    }

    /// What is told of a fact beside what it is.
    pub(super) fn standing(&self, fact: &Value, mut row: Value) -> Value {
        row["certainty"] = json!(self.certainty(fact));
        row["first_hand"] = json!(self.first_hand(&cited_by(fact)));
        row
    }
}

/// The sources of a fact; those of a membership stand with the accounts that name it.
pub(super) fn cited_by(fact: &Value) -> Vec<&str> {
    let named_by = list(fact, "named_by").iter();
    let named_by = named_by.flat_map(|it| ids(it, "sources"));
    ids(fact, "sources").into_iter().chain(named_by).collect()
}

#[test]
fn every_source_is_of_the_kind_and_the_origin_that_were_seen() {
    let story = bundled_json();
    let sources = Sources::of(&story);
    let row = |id: &String| {
        let mut row = vec![
            json!(sources.kind(id)),
            json!(sources.host(id)),
            json!(sources.origin(id)),
        ];
        row.extend(sources.unopened(id).then(|| json!("unopened")));
        Value::Array(row)
    };
    let found: Map<_, _> = sources.0.keys().map(|id| (id.clone(), row(id))).collect();
    let expected = expected();
    let expected = expected["sources"].as_object().unwrap();
    let differ = |id: &&String| found.get(*id) != expected.get(*id);
    let differing: BTreeSet<_> = found.keys().chain(expected.keys()).filter(differ).collect();
    assert!(differing.is_empty(), "not as written down: {differing:?}");
}

#[test]
fn a_dispute_has_two_sides() {
    let story = bundled_json();
    let sources = Sources::of(&story);
    let mut disputes = 0;
    each_object(&story, &mut |it| {
        if it["disputed"].is_object() {
            disputes += 1;
            let origins = sources.origins(&cited_by(it));
            assert!(origins.len() > 1, "one origin only: {it}");
        }
    });
    assert!(disputes > 0, "nothing is disputed");
}

#[test]
fn every_address_is_one_that_a_reader_can_visit() {
    let story = bundled_json();
    for source in list(&story, "sources") {
        let url = source["url"].as_str().unwrap();
        let rest = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        let (host, path) = rest.unwrap_or_default().split_once('/').unwrap_or_default();
        let is_name = host.contains('.')
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
        let is_clean = !url.contains(char::is_whitespace) && url.is_ascii();
        assert!(is_name && is_clean, "{}: {url}", source["id"]);
        assert!(
            !path.is_empty() || source["host"] == "home",
            "{}: a home page",
            source["id"]
        );
        let staging = STAGING.iter().find(|it| host.contains(**it));
        assert_eq!(staging, None, "{}: {url}", source["id"]);
    }
}

#[test]
fn a_source_to_be_read_with_care_says_why() {
    let story = bundled_json();
    for source in list(&story, "sources") {
        let careful = source["kind"] == "digest"
            || source["unopened"] == true
            || source["published"].is_null();
        assert!(!careful || source["note"].is_object(), "{}", source["id"]);
    }
}
