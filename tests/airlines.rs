//! The second story that is published says the right members on every day that was written down.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use serde_json::Value;
use std::path::Path;
use tahaluf::atlas::Atlas;
use tahaluf::date::Date;
use tahaluf::graph::{Query, Slice};
use tahaluf::model::check;
use tahaluf::model::id::NodeId;

fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn the_story_has_no_mistake_and_nothing_to_look_at() {
    let story = check::read(&file("examples/airlines/story.json")).unwrap();
    assert_eq!(check::warnings(&story), []);
}

#[test]
fn the_members_are_those_of_the_day() {
    let atlas = Atlas::from_json(&file("examples/airlines/story.json")).unwrap();
    let story = atlas.ecosystem();
    let expected: Value = serde_json::from_slice(&file("tests/airlines.json")).unwrap();
    for (day, alliances) in expected.as_object().unwrap() {
        let date: Date = day.parse().unwrap();
        let query = Query {
            date,
            account: None,
            relations: false,
        };
        let slice = Slice::of(atlas.graph(), story, query);
        let mut shown = 0;
        for (slug, members) in alliances.as_object().unwrap() {
            let id = story.alliances.find(|it| it.slug == *slug).unwrap();
            let hub = NodeId::Alliance(id);
            let mut found: Vec<_> = slice
                .edges_at(hub)
                .filter_map(|edge| match edge.to {
                    NodeId::Organization(id) => Some(story.organizations[id].slug.as_str()),
                    NodeId::Alliance(_) => None,
                })
                .collect();
            found.sort_unstable();
            let members: Vec<_> = members.as_array().unwrap().iter().collect();
            assert_eq!(found, members, "{slug} on {day}");
            assert_eq!(slice.member_count(id), found.len());
            shown += found.len();
        }
        let is_organization = |node: &&NodeId| matches!(node, NodeId::Organization(_));
        let there = slice.nodes().iter().filter(is_organization).count();
        assert_eq!(there, shown, "nobody else is there on {day}");
    }
}
