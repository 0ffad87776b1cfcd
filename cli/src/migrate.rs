//! `tahaluf migrate`: a story file of an earlier format as one of today's.
//!
//! Format 1 had the words of one subject in the program; in format 2 they stand in the file. What
//! a story of format 1 used of them is written into it, and nothing that it said is lost.

use crate::failure::{Failure, Outcome};
use crate::json;
use crate::story;
use clap::Args;
use std::path::PathBuf;
use tahaluf::document::{Json, parse};
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::ProblemMessages;
use tahaluf::model::check::FORMAT;

/// What `migrate` is told.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The story file of an earlier format.
    story: PathBuf,
}

/// The words that every story of format 1 had.
const WORDS: &str = include_str!("../data/format-1-words.json");

/// Writes the story of a file to the standard output, as one of today's format.
///
/// # Errors
///
/// When the file cannot be read, is no JSON, or is not of an earlier format.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let path = &arguments.story;
    let unread = |problem| {
        let count = &ProblemMessages::of(Locale::En).count;
        Failure::new(story::told(path, &[problem], count, Locale::En), "")
    };
    let mut old = parse(&story::bytes(path)?).map_err(unread)?;
    match old.get("format") {
        Some(Json::Whole(1)) => {}
        found => {
            let says = match found {
                Some(Json::Whole(found)) => format!("it says format {found}"),
                _ => "it says no format".to_owned(),
            };
            return Err(Failure::new(
                format!("{}: not a story of format 1: {says}", path.display()),
                format!("give a file of format 1; one of format {FORMAT} needs no migration"),
            ));
        }
    }
    let words = parse(WORDS.as_bytes()).map_err(unread)?;
    migrate(&mut old, &words);
    print!("{}", json::pretty(&old)?);
    Ok(())
}

/// Turns a story of format 1 into one of format 2.
fn migrate(story: &mut Json, words: &Json) {
    let words = used(words, story);
    let Json::Object(fields) = story else {
        return;
    };
    for (key, value) in &mut *fields {
        match (key.as_str(), value) {
            ("format", value) => *value = Json::Whole(FORMAT),
            ("lists", Json::Array(lists)) => lists.iter_mut().for_each(list),
            ("organizations", Json::Array(all)) => all.iter_mut().for_each(organization),
            ("memberships", Json::Array(all)) => all.iter_mut().for_each(membership),
            _ => {}
        }
    }
    let place = fields.iter().position(|(key, _)| key == "window");
    let place = place.map_or(fields.len(), |place| place + 1);
    fields.insert(place, ("words".to_owned(), words));
    original_names(story);
}

/// The words that a story uses: a kind that no organization is of is not in its legend.
fn used(words: &Json, story: &Json) -> Json {
    let (kinds, roles) = (
        at(story, "organizations", "kind"),
        at(story, "memberships", "role"),
    );
    let (ties, lanes) = (at(story, "relations", "kind"), at(story, "events", "lane"));
    let has_lists = matches!(story.get("lists"), Some(Json::Array(lists)) if !lists.is_empty());
    let is_told = |topic: &str| {
        let field = TOPICS
            .iter()
            .find(|(_, id)| *id == topic)
            .map(|(field, _)| field);
        let organizations = story.get("organizations");
        let organizations = organizations.map_or(&[][..], |all| match all {
            Json::Array(all) => all,
            _ => &[],
        });
        organizations
            .iter()
            .any(|it| field.is_some_and(|field| it.get(field).is_some()))
    };
    let is_used = |table: &str, id: &str| match table {
        "kinds" => kinds.contains(&id),
        "roles" => roles.contains(&id),
        "ties" => ties.contains(&id) || has_lists && id == LISTING,
        "lanes" => lanes.contains(&id),
        _ => is_told(id),
    };
    let Json::Object(tables) = words else {
        return words.clone();
    };
    let mut kept = Vec::new();
    for (table, value) in tables {
        match value {
            Json::Array(entries) => {
                let is_kept = |entry: &&Json| matches!(entry.get("id"), Some(Json::String(id)) if is_used(table, id));
                let entries: Vec<_> = entries.iter().filter(is_kept).cloned().collect();
                if !entries.is_empty() {
                    kept.push((table.clone(), Json::Array(entries)));
                }
            }
            // What the lists are called, where there are any.
            other if has_lists => kept.push((table.clone(), other.clone())),
            _ => {}
        }
    }
    Json::Object(kept)
}

/// The texts at a key of the entries of a table.
fn at<'a>(story: &'a Json, table: &str, key: &str) -> Vec<&'a str> {
    let entries = match story.get(table) {
        Some(Json::Array(entries)) => entries.as_slice(),
        _ => &[],
    };
    let text = |entry: &'a Json| match entry.get(key) {
        Some(Json::String(text)) => Some(text.as_str()),
        _ => None,
    };
    entries.iter().filter_map(text).collect()
}

/// What an entry on a list was as a tie.
const LISTING: &str = "regulator-action";

fn list(list: &mut Json) {
    if let Json::Object(fields) = list {
        let place = fields.iter().position(|(key, _)| key == "authority");
        let place = place.map_or(fields.len(), |place| place + 1);
        let tie = Json::String(LISTING.to_owned());
        fields.insert(place, ("tie".to_owned(), tie));
    }
}

/// The fields of an organization that became facts of a topic, with the topics.
const TOPICS: [(&str, &str); 2] = [("stock", "shares"), ("us_status", "us-status")];

fn organization(organization: &mut Json) {
    let Json::Object(fields) = organization else {
        return;
    };
    let mut facts = Vec::new();
    for (field, topic) in TOPICS {
        let Some(place) = fields.iter().position(|(key, _)| key == field) else {
            continue;
        };
        let (_, mut fact) = fields.remove(place);
        if let Json::Object(parts) = &mut fact {
            let topic = Json::String(topic.to_owned());
            parts.insert(0, ("topic".to_owned(), topic));
        }
        facts.push(fact);
    }
    if !facts.is_empty() {
        let before = |key: &str| matches!(key, "description" | "city" | "founded");
        let place = fields.iter().rposition(|(key, _)| before(key));
        let place = place.map_or(fields.len(), |place| place + 1);
        fields.insert(place, ("facts".to_owned(), Json::Array(facts)));
    }
}

/// Just a member is what one is who has no role.
fn membership(membership: &mut Json) {
    if let Json::Object(fields) = membership {
        let is_plain = |value: &Json| *value == Json::String("member".to_owned());
        fields.retain(|(key, value)| key != "role" || !is_plain(value));
    }
}

/// A name in Chinese is one in the language of the named, which can be any.
fn original_names(json: &mut Json) {
    match json {
        Json::Object(fields) => {
            let is_name = ["ar", "en"]
                .iter()
                .all(|tag| fields.iter().any(|(key, _)| key == tag));
            for (key, value) in fields {
                if is_name && key == "zh" {
                    "original".clone_into(key);
                    let name = ("name".to_owned(), value.clone());
                    let lang = ("lang".to_owned(), Json::String("zh".to_owned()));
                    *value = Json::Object(vec![name, lang]);
                }
                original_names(value);
            }
        }
        Json::Array(items) => items.iter_mut().for_each(original_names),
        _ => {}
    }
}
