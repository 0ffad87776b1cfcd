//! The bundled story holds to the format and to the rules of honesty, and says what
//! `assets/story.facts.json` writes down a second time.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod days;
mod sources;
#[path = "../support/mod.rs"]
mod support;
mod words;

use serde_json::{Map, Value, json};
use sources::{Sources, cited_by};
use std::collections::BTreeMap;
use support::{bundled, bundled_json, text_of};
use tahaluf::date::Date;

/// The facts of the story, written down a second time.
fn expected() -> Value {
    serde_json::from_str(&text_of("assets/story.facts.json")).unwrap()
}

/// The entries of a list of the story, or of anything in it.
fn list<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json[key].as_array().map_or(&[], Vec::as_slice)
}

/// The words of a list of ids.
fn ids<'a>(json: &'a Value, key: &str) -> Vec<&'a str> {
    list(json, key).iter().filter_map(Value::as_str).collect()
}

/// The ids of the entries of a list of the story.
fn ids_of<'a>(story: &'a Value, key: &str) -> Vec<&'a str> {
    let ids = list(story, key).iter().filter_map(|it| it["id"].as_str());
    ids.collect()
}

/// Every listing of the story, with the organization listed.
fn listings(story: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let organizations = list(story, "organizations").iter();
    organizations.flat_map(|it| {
        list(it, "listings")
            .iter()
            .map(move |listing| (it, listing))
    })
}

/// Calls back with every object of a story, the outer before the inner.
fn each_object(json: &Value, call: &mut impl FnMut(&Value)) {
    match json {
        Value::Object(fields) => {
            call(json);
            fields.values().for_each(|value| each_object(value, call));
        }
        Value::Array(items) => items.iter().for_each(|item| each_object(item, call)),
        _ => {}
    }
}

/// Fails with every row that only one of two lists has.
fn assert_same_rows(key: &str, found: impl Iterator<Item = Value>) {
    let expected = expected();
    let expected: Vec<_> = list(&expected, key).iter().map(Value::to_string).collect();
    let found: Vec<_> = found.map(|row| row.to_string()).collect();
    let only = |these: &[String], others: &[String]| {
        let missing = these.iter().filter(|it| !others.contains(it));
        missing.cloned().collect::<Vec<_>>().join("\n  ")
    };
    assert!(
        found == expected,
        "{key}\nonly in story.json:\n  {}\nonly in story.facts.json:\n  {}\nor another order",
        only(&found, &expected),
        only(&expected, &found)
    );
}

#[test]
fn the_bundled_story_has_no_problem() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    let expected = expected();
    let end = |date: Date| json!(date.to_string());
    assert_eq!(
        json!([end(story.span().first), end(story.span().last)]),
        expected["span"]
    );
    assert_eq!(
        json!([end(story.window.first), end(story.window.last)]),
        expected["window"]
    );
    let count = |key: &str| json!(list(&bundled_json(), key).len());
    for key in ["alliances", "organizations"] {
        assert_eq!(count(key), expected[key], "{key}");
    }
    assert_eq!(end(story.as_of), expected["as_of"]);
    assert_eq!(bundled_json()["sources_to"], expected["sources_to"]);
}

#[test]
fn every_membership_is_named_by_whom_was_written_down() {
    let story = bundled_json();
    let sources = Sources::of(&story);
    let rows = list(&story, "memberships").iter().map(|it| {
        let naming = |it: &Value| {
            (
                it["account"].as_str().unwrap().to_owned(),
                it["sources"].clone(),
            )
        };
        let named_by: Map<_, _> = list(it, "named_by").iter().map(naming).collect();
        let row = json!({
            "alliance": it["alliance"],
            "organization": it["organization"],
            "named_by": named_by,
            "origins": sources.origins(&cited_by(it)),
        });
        sources.standing(it, row)
    });
    assert_same_rows("memberships", rows);
}

#[test]
fn every_listing_began_on_the_day_that_was_written_down() {
    let story = bundled_json();
    let sources = Sources::of(&story);
    let rows = listings(&story).map(|(organization, it)| {
        let row =
            json!({ "organization": organization["id"], "list": it["list"], "from": it["from"] });
        sources.standing(it, row)
    });
    assert_same_rows("listings", rows);
}

#[test]
fn every_event_that_carries_the_story_has_the_day_that_was_written_down() {
    let story = bundled_json();
    let sources = Sources::of(&story);
    let core = list(&story, "events")
        .iter()
        .filter(|it| it["core"] == true);
    let rows = core.map(|it| sources.standing(it, json!({ "id": it["id"], "when": it["when"] })));
    assert_same_rows("core_events", rows);
}

#[test]
fn as_many_facts_stand_on_documents_and_accounts_as_were_counted() {
    let story = bundled_json();
    let sources = Sources::of(&story);
    let of = |key: &str| list(&story, key).iter();
    let parts = of("organizations").flat_map(|it| {
        let parts = ["city", "founded"].map(|part| &it[part]).into_iter();
        let parts = parts.filter(|part| part.is_object());
        parts.chain(list(it, "facts"))
    });
    let told = ["events", "memberships", "relations", "products", "quotes"];
    let facts = told.into_iter().flat_map(of);
    let facts = facts.chain(parts).chain(listings(&story).map(|(_, it)| it));
    let mut counts = BTreeMap::<_, usize>::new();
    for fact in facts {
        *counts.entry(sources.certainty(fact)).or_default() += 1;
    }
    assert_eq!(json!(counts), expected()["counts"]);
}

#[test]
fn one_organization_is_in_both_alliances_by_a_single_account() {
    let story = bundled_json();
    let named = |account: &str| {
        let by_account = |it: &&Value| {
            list(it, "named_by")
                .iter()
                .any(|it| it["account"] == account)
        };
        let organizations = list(&story, "memberships").iter().filter(by_account);
        organizations
            .map(|it| it["organization"].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    let twice = |account: &str| {
        let named = named(account);
        let again = named
            .iter()
            .enumerate()
            .filter(|(at, id)| named[..*at].contains(id));
        json!(again.map(|(_, id)| *id).collect::<Vec<_>>())
    };
    let accounts = ids_of(&story, "accounts");
    let found: Map<_, _> = accounts
        .iter()
        .map(|id| ((*id).to_owned(), twice(id)))
        .collect();
    assert_eq!(Value::Object(found), expected()["in_both_by_one_account"]);
}

#[test]
fn the_file_is_written_as_it_is_read() {
    let text = text_of("assets/story.json");
    assert!(
        text.ends_with("}\n") && !text.contains('\r') && !text.contains('\t'),
        "line ends, tabs"
    );
}
