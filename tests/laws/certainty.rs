//! What nobody reported of his own says so, wherever it is told.

use super::support::stories::{Story, every_story_keeps};
use super::{list, pages};
use serde_json::Value;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::scene::details;
use tahaluf::scene::profile::Item;
use tahaluf::scene::vocabulary::Vocabulary;
use tahaluf::state::Action;

/// Whether none of these sources is a document or somebody's own report that was opened, by the
/// file alone.
fn is_second_hand(story: &Story, sources: &[&Value]) -> bool {
    let all = story.list("sources");
    let mut cited = all
        .iter()
        .filter(|it| sources.iter().any(|id| **id == it["id"]));
    !cited.any(|it| match it["kind"].as_str().unwrap() {
        _ if it["unopened"] == true => false,
        "document" => it["host"] != "home",
        kind => kind == "report",
    })
}

#[test]
fn what_is_known_only_from_others_says_so() {
    every_story_keeps(&[], |story| {
        let told = story.atlas.ecosystem();
        let locale = Locale::Ar;
        let (words, state) = (Messages::of(locale), story.opening(locale, false));
        let sheet = |slug: &Value| {
            let subject = told.subject(slug.as_str().unwrap());
            details::of(&story.atlas, &state.apply(Action::Focus(subject)))
        };
        let says_so = |item: &Item| {
            let badge = words.certainty(item.certainty.unwrap());
            let said = [words.relayed, words.none_opened, words.documented_unopened];
            badge == words.unconfirmed || said.iter().any(|it| badge.contains(it))
        };
        for event in story.list("events") {
            let sources: Vec<_> = list(event, "sources").iter().collect();
            let expected = is_second_hand(story, &sources);
            let lead = sheet(&event["id"]).lead;
            assert_eq!(says_so(&lead), expected, "{}", event["id"]);
        }
        for alliance in story.list("alliances") {
            let memberships = story.list("memberships").iter();
            let memberships = memberships.filter(|it| it["alliance"] == alliance["id"]);
            let sections = sheet(&alliance["id"]).sections;
            let members = sections
                .iter()
                .find(|it| it.heading.as_deref() == Some(words.member_list));
            let members: Vec<_> = members.into_iter().flat_map(|it| &it.items).collect();
            for membership in memberships {
                let leads = |item: &&&Item| {
                    let (subject, _) = item.link.as_ref().unwrap();
                    told.slug(*subject) == membership["organization"].as_str().unwrap()
                };
                let item = members.iter().find(leads).unwrap();
                let sources: Vec<_> = pages(membership).collect();
                let expected = is_second_hand(story, &sources);
                assert_eq!(says_so(item), expected, "{membership}");
            }
        }
        for organization in story.list("organizations") {
            // What an authority itself is on is not told of it.
            if is_authority(story, organization) || story.list("lists").is_empty() {
                continue;
            }
            let lists = Vocabulary::of(story.atlas.ecosystem(), locale).lists();
            let listings = list(organization, "listings");
            let sections = sheet(&organization["id"]).sections;
            let listed = sections
                .iter()
                .find(|it| it.heading.as_deref() == Some(lists));
            let facts = &listed.unwrap().items;
            for listing in listings {
                let name = story.list("lists").iter();
                let name = name.filter(|it| it["id"] == listing["list"]);
                let name = name.map(|it| &it["name"][locale.tag()]).next().unwrap();
                let name = name.as_str().unwrap();
                let mut items = facts.iter().filter(|it| it.certainty.is_some());
                let item = items.find(|it| it.text.starts_with(name)).unwrap();
                let sources: Vec<_> = list(listing, "sources").iter().collect();
                assert_eq!(says_so(item), is_second_hand(story, &sources), "{listing}");
            }
        }
    });
}

/// Whether the story's words say that organizations of this one's kind act on others.
fn is_authority(story: &Story, organization: &Value) -> bool {
    let kinds = list(&story.json["words"], "kinds").iter();
    let mut kinds = kinds.filter(|kind| kind["id"] == organization["kind"]);
    kinds.any(|kind| kind["authority"] == true)
}
