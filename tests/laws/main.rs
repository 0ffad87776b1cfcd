//! What holds on every day of the story: every view shows the same, and the same
//! state always looks the same.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod mirror;
#[path = "../support/mod.rs"]
mod support;
mod tour;

use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use support::{bundled, bundled_json, opening, slice};
use tahaluf::atlas::Atlas;
use tahaluf::date::{Date, When};
use tahaluf::graph::{Filter, Slice};
use tahaluf::layout::{Frame, Layout};
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::model::Subject;
use tahaluf::model::id::NodeId;
use tahaluf::scene::network::{self, EdgeStyle, Fill, Glyph, NetworkScene};
use tahaluf::scene::timeline::{self, TimelineScene};
use tahaluf::scene::{details, legend, statement, table};
use tahaluf::state::{Action, State};

static STORY: LazyLock<Atlas> = LazyLock::new(bundled);
static JSON: LazyLock<Value> = LazyLock::new(bundled_json);

/// The pictures of the story: a frame, with or without the relations.
static LAYOUTS: LazyLock<Vec<(Frame, bool, Layout)>> = LazyLock::new(|| {
    let frames = [Frame::Wide, Frame::Tall].into_iter();
    let kinds = frames.flat_map(|frame| [false, true].map(|relations| (frame, relations)));
    let placed = kinds.map(|(frame, relations)| (frame, relations, STORY.layout(frame, relations)));
    placed.collect()
});

/// Every day on which something changes, the day before and the day after.
fn days() -> BTreeSet<Date> {
    fn dates(json: &Value, key: &str, found: &mut BTreeSet<Date>) {
        match json {
            Value::Object(fields) => fields
                .iter()
                .for_each(|(key, value)| dates(value, key, found)),
            Value::Array(items) => items.iter().for_each(|item| dates(item, key, found)),
            Value::String(text)
                if ["when", "from", "announced", "reported", "as_of"].contains(&key) =>
            {
                let when: Option<When> = text.parse().ok();
                found.extend(when.map(When::first_day));
            }
            _ => {}
        }
    }
    let mut changes = BTreeSet::new();
    dates(&JSON, "", &mut changes);
    let span = STORY.ecosystem().span();
    let around = changes
        .iter()
        .flat_map(|day| [-1, 0, 1].map(|by| day.plus_days(by)));
    let days: BTreeSet<_> = around.filter(|day| span.contains(*day)).collect();
    assert!(days.len() > 150, "only {} days", days.len());
    days
}

/// Every such day, by turns in Arabic and, with the relations, in English.
fn states() -> impl Iterator<Item = (State, Slice)> {
    let choices = [(Locale::Ar, false), (Locale::En, true)]
        .into_iter()
        .cycle();
    days()
        .into_iter()
        .zip(choices)
        .map(|(date, (locale, relations))| {
            let state = State {
                date,
                ..opening(&STORY, locale, relations)
            };
            (state, slice(&STORY, &state))
        })
}

fn picture(state: &State, frame: Frame) -> NetworkScene {
    let fits = |it: &&(Frame, bool, Layout)| (it.0, it.1) == (frame, state.relations);
    let (_, _, layout) = LAYOUTS.iter().find(fits).unwrap();
    network::of(&STORY, layout, &slice(&STORY, state), state.locale, "")
}

/// The first day that a date of the file can mean, as it sorts: `2025-07` is `2025-07-01`.
fn first_day(date: &Value) -> String {
    let first = date.as_str().unwrap().split('/').next().unwrap();
    [first, &"-01-01"[first.len() - 4..]].concat()
}

/// The items of a list of the file, none where it is left out.
fn list<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json[key].as_array().map_or(&[], Vec::as_slice)
}

fn slug(subject: Subject) -> String {
    STORY.ecosystem().slug(subject).to_owned()
}

/// Pairs of alliance and member.
type Members = BTreeSet<(String, String)>;

/// The members on a day by the file alone, without any of the program's code.
fn members_in_file(day: Date) -> Members {
    let day = day.to_string();
    let since = |membership: &Value| {
        let id = &membership["alliance"];
        let alliance = list(&JSON, "alliances")
            .iter()
            .find(|it| it["id"] == *id)
            .unwrap();
        let dates = [
            &membership["from"],
            &alliance["announced"],
            &alliance["reported"],
        ];
        first_day(dates.into_iter().find(|date| date.is_string()).unwrap())
    };
    let there = list(&JSON, "memberships")
        .iter()
        .filter(|it| since(it) <= day);
    let text = |json: &Value| json.as_str().unwrap().to_owned();
    there
        .map(|it| (text(&it["alliance"]), text(&it["organization"])))
        .collect()
}

/// The members of a picture, by its edges.
fn members_in_picture(scene: &NetworkScene) -> Members {
    let alliances = STORY.ecosystem().alliances.ids().map(NodeId::Alliance);
    let names: Vec<_> = alliances.map(|node| slug(Subject::Node(node))).collect();
    let members = scene.edges.iter().filter_map(|edge| match edge.style {
        // A key is the kind and number of the edge, then the member.
        EdgeStyle::Membership { tone, .. } => {
            Some((names[tone].clone(), edge.key.split_once('-')?.1.to_owned()))
        }
        EdgeStyle::Relation(_) => None,
    });
    members.collect()
}

fn members_in_table(state: &State, slice: &Slice) -> Members {
    let rows = table::rows(&STORY, state, slice);
    let cells = rows.iter().flat_map(|row| {
        let member = slug(Subject::Node(NodeId::Organization(row.organization)));
        let alliances = row
            .memberships
            .iter()
            .map(|cell| NodeId::Alliance(cell.alliance));
        alliances.map(move |it| (slug(Subject::Node(it)), member.clone()))
    });
    cells.collect()
}

fn members_in_details(state: &State) -> Members {
    let heading = Messages::of(state.locale).member_list;
    let mut members = Members::new();
    for alliance in STORY.ecosystem().alliances.ids() {
        let subject = Subject::Node(NodeId::Alliance(alliance));
        let sheet = details::of(&STORY, &state.apply(Action::Focus(Some(subject))));
        let section = sheet.sections.iter().find(|it| it.heading == Some(heading));
        let items = section
            .into_iter()
            .flat_map(|it| &it.items)
            .filter(|it| !it.later);
        members.extend(items.filter_map(|it| Some((slug(subject), slug(it.link.as_ref()?.0)))));
    }
    members
}

#[test]
fn every_view_has_the_same_members() {
    for (state, slice) in states() {
        let expected = members_in_file(state.date);
        let day = state.date;
        for frame in [Frame::Wide, Frame::Tall] {
            let scene = picture(&state, frame);
            assert_eq!(members_in_picture(&scene), expected, "picture, {day}");
            check_hubs_and_fills(&scene, &expected);
        }
        assert_eq!(members_in_table(&state, &slice), expected, "table, {day}");
        assert_eq!(members_in_details(&state), expected, "details, {day}");
    }
}

/// The number in a hub is that of its members; a shape has the hues of its alliances.
fn check_hubs_and_fills(scene: &NetworkScene, members: &Members) {
    for node in &scene.nodes {
        let of_alliance = members
            .iter()
            .filter(|(alliance, _)| *alliance == node.slug)
            .count();
        let alliances = members
            .iter()
            .filter(|(_, member)| *member == node.slug)
            .count();
        match &node.glyph {
            Glyph::Hub { members, .. } => {
                assert_eq!(*members, of_alliance.to_string(), "{}", node.slug);
            }
            Glyph::Shape { fill, .. } => {
                let hues = match fill {
                    Fill::Hollow => 0,
                    Fill::Tone(_) => 1,
                    Fill::Mix(id) => scene
                        .mixes
                        .iter()
                        .find(|mix| mix.id == *id)
                        .unwrap()
                        .tones
                        .len(),
                };
                assert_eq!(hues, alliances, "{}", node.slug);
            }
        }
    }
}

#[test]
fn every_membership_weighs_as_many_accounts_as_it_has() {
    let scene = picture(&opening(&STORY, Locale::Ar, false), Frame::Wide);
    let heavy = scene
        .edges
        .iter()
        .filter(|edge| matches!(edge.style, EdgeStyle::Membership { accounts: 2, .. }));
    let heavy: BTreeSet<_> = heavy
        .filter_map(|edge| Some(edge.key.split_once('-')?.1))
        .collect();
    assert_eq!(
        heavy,
        BTreeSet::from(["biren", "enflame", "huawei", "moore-threads", "stepfun"])
    );
    assert_eq!(scene.edges.len(), 16);
}

#[test]
fn before_its_announcement_there_is_no_alliance() {
    let announced = Date::from_ymd(2025, 7, 25).unwrap();
    let is_hub = |glyph: &Glyph| matches!(glyph, Glyph::Hub { .. });
    for (state, slice) in states() {
        let scene = picture(&state, Frame::Wide);
        let words = Messages::of(state.locale);
        let hubs = scene
            .nodes
            .iter()
            .filter(|node| is_hub(&node.glyph))
            .count();
        let said = statement::of(&STORY, &state, &slice).counts;
        let early = state.date < announced;
        assert_eq!(hubs == 0, early, "{}", state.date);
        assert_eq!(scene.fields.len(), hubs, "{}", state.date);
        assert_eq!(said.contains(words.no_alliance_yet), early, "{said}");
        let shared = legend::of(&STORY, &state, &slice).iter().any(|group| {
            group
                .entries
                .iter()
                .any(|entry| entry.filter == Some(Filter::Shared))
        });
        assert_eq!(shared, !early, "the legend, {}", state.date);
    }
}

#[test]
fn rings_and_lists_are_the_listings_of_the_day() {
    for (state, slice) in states() {
        let day = state.date.to_string();
        let listed: BTreeSet<_> = list(&JSON, "organizations")
            .iter()
            .filter(|it| {
                list(it, "listings")
                    .iter()
                    .any(|it| first_day(&it["from"]) <= day)
            })
            .map(|it| it["id"].as_str().unwrap().to_owned())
            .collect();
        let scene = picture(&state, Frame::Tall);
        let shown: BTreeSet<_> = scene.nodes.iter().map(|node| node.slug.clone()).collect();
        let expected: BTreeSet<_> = listed.intersection(&shown).cloned().collect();
        let ringed = scene.nodes.iter().filter(|node| node.ring.is_some());
        assert_eq!(
            ringed
                .map(|node| node.slug.clone())
                .collect::<BTreeSet<_>>(),
            expected,
            "rings, {day}"
        );
        let rows = table::rows(&STORY, &state, &slice);
        let rows = rows.iter().filter(|row| !row.lists.is_empty());
        let in_table = rows.map(|row| slug(Subject::Node(NodeId::Organization(row.organization))));
        assert_eq!(in_table.collect::<BTreeSet<_>>(), expected, "table, {day}");
        let words = Messages::of(state.locale)
            .on_us_list
            .say(state.locale, expected.len());
        let said = statement::of(&STORY, &state, &slice).counts;
        assert!(said.contains(&words), "{said}: not “{words}”");
    }
}

#[test]
fn an_organization_is_there_from_its_founding() {
    for (state, _) in states().step_by(2) {
        let day = state.date.to_string();
        for node in picture(&state, Frame::Wide).nodes {
            let organization = list(&JSON, "organizations")
                .iter()
                .find(|it| it["id"] == *node.slug);
            let founded = organization.and_then(|it| it.get("founded"));
            assert!(
                founded.is_none_or(|it| first_day(&it["when"]) <= day),
                "{} on {day}",
                node.slug
            );
        }
    }
}

#[test]
fn what_lies_after_the_day_shown_is_marked_so() {
    for (state, _) in states() {
        let all = state.apply(Action::Zoom(STORY.ecosystem().span()));
        for mark in timeline::of(&STORY, &all, 1280.0).events {
            assert_eq!(
                mark.later,
                mark.date > state.date,
                "{} on {}",
                mark.slug,
                state.date
            );
        }
        for year in timeline::years(&STORY, &all) {
            let (past, rest) = year.entries.split_at(year.cursor_after);
            assert!(
                past.iter().all(|it| !it.later) && rest.iter().all(|it| it.later),
                "{}",
                year.year
            );
        }
    }
}

#[test]
fn the_same_state_looks_the_same() {
    let again = bundled();
    for (frame, relations, layout) in LAYOUTS.iter() {
        assert_eq!(again.layout(*frame, *relations), *layout);
        let state = opening(&again, Locale::Ar, *relations);
        let scene = network::of(&again, layout, &slice(&again, &state), state.locale, "");
        assert_eq!(scene, picture(&state, *frame));
    }
    for (state, _) in states().step_by(9) {
        assert_eq!(picture(&state, Frame::Tall), picture(&state, Frame::Tall));
        assert_eq!(
            timeline::of(&STORY, &state, 1280.0),
            timeline::of(&again, &state, 1280.0)
        );
        assert_eq!(details::of(&STORY, &state), details::of(&again, &state));
    }
}

/// How many events a close-up shows, drawn or counted.
fn shown(scene: &TimelineScene) -> usize {
    let counted = scene
        .clusters
        .iter()
        .map(|it| it.count.parse::<usize>().unwrap());
    scene.events.len() + counted.sum::<usize>()
}

#[test]
fn no_event_is_lost_at_any_width() {
    for locale in Locale::ALL {
        let state = opening(&STORY, locale, false).apply(Action::Zoom(STORY.ecosystem().span()));
        for width in (320..=2560).step_by(40).map(f64::from) {
            let scene = timeline::of(&STORY, &state, width);
            assert_eq!(shown(&scene), STORY.ecosystem().events.len(), "{width} px");
        }
        let listed = timeline::years(&STORY, &state)
            .iter()
            .map(|year| year.entries.len())
            .sum::<usize>();
        assert_eq!(listed, STORY.ecosystem().events.len());
    }
}

#[test]
fn an_authority_answers_for_every_entry_that_it_made() {
    let story = STORY.ecosystem();
    for (id, organization) in story.organizations.iter() {
        for listing in &organization.listings {
            let authority = NodeId::Organization(story.lists[listing.list].authority);
            let focused = Action::Focus(Some(Subject::Node(authority)));
            let state = State::opening(story, Locale::En).apply(focused);
            let listed = Subject::Node(NodeId::Organization(id));
            let sheet = details::of(&STORY, &state);
            let mut items = sheet.sections.iter().flat_map(|section| &section.items);
            let named = items.any(|item| {
                let leads_there = item.link.as_ref().is_some_and(|(to, _)| *to == listed);
                leads_there && !item.cites.is_empty()
            });
            assert!(named, "{} in {}", organization.slug, sheet.heading);
        }
    }
}
