//! What holds on every day of the story: every view shows the same, and the same
//! state always looks the same.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod certainty;
mod compare;
mod mirror;
mod places;
#[path = "../support/mod.rs"]
mod support;
mod tour;

use serde_json::Value;
use std::collections::BTreeSet;
use support::stories::{LARGE, Story, bundled_story, every_story_keeps};
use support::{atlas_of, slice};
use tahaluf::date::Date;
use tahaluf::graph::{Filter, Slice};
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::model::Subject;
use tahaluf::model::id::NodeId;
use tahaluf::scene::network::{self, EdgeStyle, Fill, Glyph, NetworkScene};
use tahaluf::scene::timeline::{self, TimelineScene};
use tahaluf::scene::vocabulary::Vocabulary;
use tahaluf::scene::{details, legend, statement, table};
use tahaluf::state::{Action, State};

/// The first day that a date of the file can mean, as it sorts: `2025-07` is `2025-07-01`.
fn first_day(date: &Value) -> String {
    let first = date.as_str().unwrap().split('/').next().unwrap();
    [first, &"-01-01"[first.len() - 4..]].concat()
}

/// The last day that a date of the file can mean: `2025-02` sorts as `2025-02-31`.
fn last_day(date: &Value) -> String {
    let last = date.as_str().unwrap().split('/').next_back().unwrap();
    [last, &"-12-31"[last.len() - 4..]].concat()
}

/// The items of a list of the file, none where it is left out.
fn list<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json[key].as_array().map_or(&[], Vec::as_slice)
}

/// A word of the file.
fn word(json: &Value) -> String {
    json.as_str().unwrap().to_owned()
}

fn slug(story: &Story, subject: Subject) -> String {
    story.atlas.ecosystem().slug(subject).to_owned()
}

/// Pairs of alliance and member.
type Members = BTreeSet<(String, String)>;

/// From when on an alliance is there, by the file alone.
fn since(alliance: &Value) -> String {
    let dates = [&alliance["announced"], &alliance["reported"]];
    first_day(dates.into_iter().find(|date| date.is_string()).unwrap())
}

/// The members on a day by the file alone, without any of the program's code.
fn members_in_file(story: &Story, day: Date) -> Members {
    let day = day.to_string();
    let memberships = story.list("memberships").iter();
    memberships
        .filter(|it| is_member(story, it, &day))
        .map(|it| (word(&it["alliance"]), word(&it["organization"])))
        .collect()
}

/// Whether what has this end in the file is over before a day.
fn is_over(end: &Value, day: &str) -> bool {
    end.is_string() && last_day(end).as_str() < day
}

/// Whether a membership counts on a day, by the file alone: it has begun and goes on, as do its
/// alliance and its organization, and no rank says that it does not count.
fn is_member(story: &Story, membership: &Value, day: &str) -> bool {
    let find = |table: &'static str, id: &Value| {
        let mut entries = story.list(table).iter();
        entries.find(|it| it["id"] == *id).unwrap()
    };
    let alliance = find("alliances", &membership["alliance"]);
    let organization = find("organizations", &membership["organization"]);
    let from = &membership["from"];
    let begins = if from.is_string() {
        first_day(from)
    } else {
        since(alliance)
    };
    let counts = |rank: &Value| {
        let mut ranks = list(&story.json["words"], "ranks").iter();
        ranks.any(|it| it["id"] == *rank && it["counts"] == true)
    };
    let mut ranks = list(membership, "ranks").iter();
    let is_interrupted = ranks.any(|it| {
        let has_begun = !it["from"].is_string() || first_day(&it["from"]).as_str() <= day;
        !counts(&it["rank"]) && has_begun && !is_over(&it["until"], day)
    });
    let ends = [
        &membership["until"],
        &alliance["dissolved"]["when"],
        &organization["dissolved"]["when"],
    ];
    begins.as_str() <= day && !is_interrupted && !ends.into_iter().any(|end| is_over(end, day))
}

/// The pages that say so of a membership.
fn pages(membership: &Value) -> impl Iterator<Item = &Value> {
    let namings = list(membership, "named_by").iter();
    let named = namings.flat_map(|naming| list(naming, "sources"));
    named.chain(list(membership, "sources"))
}

/// The members of a picture, by its edges; in zones by the fields that they stand in, in the hues
/// of their marks.
fn members_in_picture(story: &Story, scene: &NetworkScene) -> Members {
    let alliances = story.atlas.ecosystem().alliances.ids();
    let names: Vec<_> = alliances
        .map(|id| slug(story, Subject::Node(NodeId::Alliance(id))))
        .collect();
    if scene.zones {
        let marks = scene.nodes.iter();
        let members = marks.flat_map(|mark| {
            let tones = match &mark.glyph {
                Glyph::Shape {
                    fill: Fill::Tone(tone),
                    ..
                } => vec![*tone],
                Glyph::Shape {
                    fill: Fill::Mix(id),
                    ..
                } => {
                    let mut mixes = scene.mixes.iter();
                    mixes.find(|mix| mix.id == *id).unwrap().tones.clone()
                }
                _ => Vec::new(),
            };
            let names = tones.into_iter().map(|tone| names[tone].clone());
            names
                .map(|name| (name, mark.slug.clone()))
                .collect::<Vec<_>>()
        });
        return members.collect();
    }
    let members = scene.edges.iter().filter_map(|edge| match edge.style {
        // A key is the kind and number of the edge, then the member.
        EdgeStyle::Membership { tone, .. } => {
            Some((names[tone].clone(), edge.key.split_once('-')?.1.to_owned()))
        }
        EdgeStyle::Relation(_) => None,
    });
    members.collect()
}

fn members_in_table(story: &Story, state: &State, slice: &Slice) -> Members {
    let rows = table::rows(&story.atlas, state, slice);
    let cells = rows.iter().flat_map(|row| {
        let member = slug(story, Subject::Node(NodeId::Organization(row.organization)));
        let alliances = row
            .memberships
            .iter()
            .map(|cell| NodeId::Alliance(cell.alliance));
        alliances.map(move |it| (slug(story, Subject::Node(it)), member.clone()))
    });
    cells.collect()
}

fn members_in_details(story: &Story, state: &State) -> Members {
    let heading = Messages::of(state.locale).member_list;
    let mut members = Members::new();
    for alliance in story.atlas.ecosystem().alliances.ids() {
        let subject = Subject::Node(NodeId::Alliance(alliance));
        let profile = details::of(&story.atlas, &state.apply(Action::Focus(Some(subject))));
        let section = profile
            .sections
            .iter()
            .find(|it| it.heading.as_deref() == Some(heading));
        let items = section
            .into_iter()
            .flat_map(|it| &it.items)
            .filter(|it| !it.absent);
        let names = items.filter_map(|it| Some(slug(story, it.link.as_ref()?.0)));
        members.extend(names.map(|name| (slug(story, subject), name)));
    }
    members
}

#[test]
fn a_law_is_tried_on_many_days() {
    let days = bundled_story().days().len();
    assert!(days > 150, "only {days} days");
}

#[test]
fn every_view_has_the_same_members() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            let (day, slice) = (state.date, story.slice(&state));
            let expected = members_in_file(story, day);
            for frame in Frame::ALL {
                let scene = story.picture(&state, frame);
                assert_eq!(
                    members_in_picture(story, &scene),
                    expected,
                    "picture, {day}"
                );
                check_hubs_and_fills(&scene, &expected);
            }
            let in_table = members_in_table(story, &state, &slice);
            assert_eq!(in_table, expected, "table, {day}");
            assert_eq!(
                members_in_details(story, &state),
                expected,
                "details, {day}"
            );
        }
    });
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
                    Fill::Hollow | Fill::Unnamed => 0,
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

/// What the page of an id goes back to in the end, by the file alone; nothing where that is not
/// known or the page counts for nothing.
fn account(story: &Story, id: &Value) -> Option<String> {
    let sources = story.list("sources");
    let source = sources.iter().find(|it| it["id"] == *id).unwrap();
    if source["kind"] == "digest" || source["host"] == "home" {
        return None;
    }
    match source["origin"].as_str() {
        None => Some(word(id)),
        Some("unknown") => None,
        Some(origin) if *id != origin && sources.iter().any(|it| it["id"] == origin) => {
            account(story, &origin.into())
        }
        Some(origin) => Some(origin.to_owned()),
    }
}

/// How many accounts a membership's line weighs, by the file alone: those that its pages go back
/// to, two where a document is among them, one where nobody opened that. What nobody opened
/// weighs nothing beside what somebody read.
fn weight(story: &Story, membership: &Value) -> usize {
    let source = |id: &Value| story.list("sources").iter().find(|it| it["id"] == *id);
    let pages = pages(membership).map(|id| (id, source(id).unwrap()));
    let pages = pages.filter(|(_, it)| it["kind"] != "digest");
    let (unopened, opened): (Vec<_>, Vec<_>) = pages.partition(|(_, it)| it["unopened"] == true);
    let (pages, document) = if opened.is_empty() {
        (unopened, 1)
    } else {
        (opened, 2)
    };
    let mut accounts = BTreeSet::new();
    for (id, source) in &pages {
        if source["kind"] == "document" {
            return document;
        }
        accounts.extend(account(story, id));
    }
    accounts.len()
}

/// A mark in a zone has an empty core where one account at most names a membership of it.
fn check_cores(story: &Story, scene: &NetworkScene) {
    for mark in &scene.nodes {
        let Glyph::Shape { core, .. } = mark.glyph else {
            continue;
        };
        let mut memberships = story.list("memberships").iter();
        let single =
            memberships.any(|it| it["organization"] == mark.slug.as_str() && weight(story, it) < 2);
        assert_eq!(core, single, "{}", mark.slug);
    }
}

#[test]
fn every_membership_weighs_as_many_accounts_as_it_has() {
    every_story_keeps(&[], |story| {
        let opening = story.opening(Locale::Ar, false);
        let scene = story.picture(&opening, Frame::Wide);
        let day = opening.date.to_string();
        let memberships = story.list("memberships").iter();
        let memberships: Vec<_> = memberships
            .filter(|it| is_member(story, it, &day))
            .collect();
        if scene.zones {
            check_cores(story, &scene);
            return;
        }
        assert_eq!(scene.edges.len(), memberships.len());
        for (edge, membership) in scene.edges.iter().zip(memberships) {
            let EdgeStyle::Membership { accounts, .. } = edge.style else {
                panic!("{} is no membership", edge.key);
            };
            assert!(
                edge.key.ends_with(&word(&membership["organization"])),
                "{}",
                edge.key
            );
            assert_eq!(accounts, weight(story, membership), "{}", edge.key);
        }
    });
}

#[test]
fn an_alliance_is_there_from_its_announcement() {
    every_story_keeps(&[], |story| {
        let is_hub = |glyph: &Glyph| matches!(glyph, Glyph::Hub { .. });
        for state in story.states() {
            let (day, slice) = (state.date.to_string(), story.slice(&state));
            let announced = story.list("alliances").iter();
            let begun = announced.clone().filter(|it| since(it) <= day).count();
            let is_there =
                |it: &&Value| since(it) <= day && !is_over(&it["dissolved"]["when"], &day);
            let announced = announced.filter(is_there).count();
            let scene = story.picture(&state, Frame::Wide);
            let hubs = scene.nodes.iter().filter(|node| is_hub(&node.glyph));
            assert_eq!(hubs.count(), announced, "{day}");
            assert_eq!(scene.fields.len(), announced, "{day}");
            let words = Messages::of(state.locale);
            let counts = statement::of(&story.atlas, &state, &slice).counts;
            assert_eq!(
                counts.contains(words.no_alliance_yet),
                begun == 0,
                "{counts}"
            );
        }
    });
}

#[test]
fn the_statement_counts_whom_an_account_names() {
    every_story_keeps(&[], |story| {
        for (account, of) in story.atlas.ecosystem().accounts.iter() {
            let says = |it: &Value| {
                list(it, "named_by")
                    .iter()
                    .any(|it| it["account"] == *of.slug)
            };
            for locale in Locale::ALL {
                let all = story.opening(locale, false);
                let state = all.apply(Action::Hear(Some(account)));
                let there = members_in_file(story, state.date);
                let named = story.list("memberships").iter().filter(|it| says(it));
                let named = named.map(|it| (word(&it["alliance"]), word(&it["organization"])));
                let named: BTreeSet<_> = named
                    .filter(|it| there.contains(it))
                    .map(|(_, organization)| organization)
                    .collect();
                let organizations = |state: &State| {
                    let said = statement::of(&story.atlas, state, &story.slice(state)).counts;
                    let first = said.split(Messages::of(locale).comma).next();
                    first.map(str::to_owned).unwrap()
                };
                let (said, of_all) = (organizations(&state), organizations(&all));
                assert!(said.starts_with(&named.len().to_string()), "{said}");
                assert!(said.contains(&of_all), "{said}: not of {of_all}");
                assert!(said.contains(of.name.get(locale)), "{said}");
            }
        }
    });
}

/// How many alliances of the file an organization is in.
fn alliances_of(story: &Story, organization: &Value) -> usize {
    let memberships = story.list("memberships").iter();
    memberships
        .filter(|it| it["organization"] == *organization)
        .count()
}

#[test]
fn the_legend_has_shared_members_where_the_story_has() {
    every_story_keeps(&[], |story| {
        let has_shared = story
            .list("organizations")
            .iter()
            .any(|it| alliances_of(story, &it["id"]) > 1);
        for state in story.states() {
            let slice = story.slice(&state);
            let is_shared = |entry: &legend::Entry| entry.filter == Some(Filter::Shared);
            let shown = legend::of(&story.atlas, &state, &slice)
                .iter()
                .any(|group| group.entries.iter().any(is_shared));
            let expected = has_shared
                && slice
                    .nodes()
                    .iter()
                    .any(|it| matches!(it, NodeId::Alliance(_)));
            assert_eq!(shown, expected, "{}", state.date);
        }
    });
}

/// The standing of an organization among the alliances, in words.
fn standing(story: &Story, organization: &str, locale: Locale) -> String {
    let subject = story.atlas.ecosystem().subject(organization);
    let state = story.opening(locale, true).apply(Action::Focus(subject));
    let profile = details::of(&story.atlas, &state);
    profile.badges.last().unwrap().clone()
}

#[test]
fn how_many_alliances_somebody_is_in_is_said_truly() {
    let story = |name| {
        support::stories::stories()
            .find(|it| it.name == name)
            .unwrap()
    };
    let standing_in = |name, organization: &str| {
        Locale::ALL.map(|locale| standing(story(name), organization, locale))
    };
    assert_eq!(
        standing_in("no-steps", "grain-store"),
        ["اتفاق الطحين", "Flour Pact"]
    );
    assert_eq!(
        standing_in("no-steps", "corner-bakery"),
        ["ورد اسمها في التحالفين", "Named in both"]
    );
    assert_eq!(
        standing_in("no-steps", "market-inspector"),
        ["خارج التحالفين", "In neither alliance"]
    );
    assert_eq!(
        standing_in("one-alliance", "council"),
        ["خارج التحالف", "Not in the alliance"]
    );
    assert_eq!(
        standing_in("three-alliances", "weather-service"),
        ["خارج التحالفات", "In no alliance"]
    );
    assert_eq!(
        standing_in("three-alliances", "mill-weir"),
        ["ورد اسمها في 2 من 3 تحالفات", "Named in 2 of 3 alliances"]
    );
    assert_eq!(
        standing_in("three-alliances", "delta-station"),
        ["ورد اسمها في 3 من 3 تحالفات", "Named in 3 of 3 alliances"]
    );
}

#[test]
fn rings_and_lists_are_the_listings_of_the_day() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            check_listings(story, &state);
        }
    });
}

fn check_listings(story: &Story, state: &State) {
    let day = state.date.to_string();
    let is_listed = |it: &&Value| {
        list(it, "listings")
            .iter()
            .any(|it| first_day(&it["from"]) <= day && !is_over(&it["until"], &day))
    };
    let listed = story.list("organizations").iter().filter(is_listed);
    let listed: BTreeSet<_> = listed.map(|it| word(&it["id"])).collect();
    let scene = story.picture(state, Frame::Tall);
    let shown: BTreeSet<_> = scene.nodes.iter().map(|node| node.slug.clone()).collect();
    let expected: BTreeSet<_> = listed.intersection(&shown).cloned().collect();
    let ringed = scene.nodes.iter().filter(|node| node.ring.is_some());
    let ringed: BTreeSet<_> = ringed.map(|node| node.slug.clone()).collect();
    assert_eq!(ringed, expected, "rings, {day}");
    let slice = story.slice(state);
    let rows = table::rows(&story.atlas, state, &slice);
    let rows = rows.iter().filter(|row| !row.lists.is_empty());
    let in_table: BTreeSet<_> = rows
        .map(|row| slug(story, Subject::Node(NodeId::Organization(row.organization))))
        .collect();
    assert_eq!(in_table, expected, "table, {day}");
    let words = Vocabulary::of(story.atlas.ecosystem(), state.locale).listed(expected.len());
    let counts = statement::of(&story.atlas, state, &slice).counts;
    let has_lists = !story.list("lists").is_empty();
    assert_eq!(counts.contains(&words), has_lists, "{counts}: “{words}”");
}

#[test]
fn an_organization_is_there_from_its_founding() {
    every_story_keeps(&[], |story| {
        for state in story.states().step_by(2) {
            let day = state.date.to_string();
            for node in story.picture(&state, Frame::Wide).nodes {
                let mut organizations = story.list("organizations").iter();
                let organization = organizations.find(|it| it["id"] == *node.slug);
                let founded = organization.and_then(|it| it.get("founded"));
                assert!(
                    founded.is_none_or(|it| first_day(&it["when"]) <= day),
                    "{} on {day}",
                    node.slug
                );
            }
        }
    });
}

#[test]
fn what_lies_after_the_day_shown_is_marked_so() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            let all = story.whole_time(state);
            for mark in timeline::of(&story.atlas, &all, 1280.0).events {
                let later = mark.date > state.date;
                assert_eq!(mark.later, later, "{} on {}", mark.slug, state.date);
            }
            for year in timeline::years(&story.atlas, &all) {
                let (past, rest) = year.entries.split_at(year.cursor_after);
                assert!(
                    past.iter().all(|it| !it.later) && rest.iter().all(|it| it.later),
                    "{}",
                    year.year
                );
            }
        }
    });
}

#[test]
fn the_same_state_looks_the_same() {
    every_story_keeps(&[], |story| {
        // Laying the large story out once more takes seconds; the step `parity` does.
        if story.name == LARGE {
            return;
        }
        let again = atlas_of(&story.json);
        for (frame, relations, layout) in &story.layouts {
            assert!(again.layout(*frame, *relations) == *layout, "{frame:?}");
            let state = story.opening(Locale::Ar, *relations);
            let slice = slice(&again, &state);
            let scene = network::of(&again, layout, &slice, state.locale, "");
            assert!(scene == story.picture(&state, *frame), "{frame:?}");
        }
        for state in story.states().step_by(9) {
            let [once, twice] = [(); 2].map(|()| story.picture(&state, Frame::Tall));
            assert!(once == twice, "picture, {}", state.date);
            let atlases = [&story.atlas, &again];
            let [once, twice] = atlases.map(|it| timeline::of(it, &state, 1280.0));
            assert_eq!(once, twice);
            let [once, twice] = atlases.map(|it| details::of(it, &state));
            assert_eq!(once, twice);
        }
    });
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
    every_story_keeps(&[], |story| {
        let events = story.list("events").len();
        for locale in Locale::ALL {
            let state = story.whole_time(story.opening(locale, false));
            let step = if story.name == LARGE { 280 } else { 40 };
            for width in (320..=2560).step_by(step).map(f64::from) {
                let scene = timeline::of(&story.atlas, &state, width);
                assert_eq!(shown(&scene), events, "{width} px");
            }
            let years = timeline::years(&story.atlas, &state);
            let listed = years.iter().map(|year| year.entries.len());
            assert_eq!(listed.sum::<usize>(), events);
        }
    });
}

#[test]
fn an_authority_answers_for_every_entry_that_it_made() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        for (id, organization) in ecosystem.organizations.iter() {
            for listing in &organization.listings {
                let authority = NodeId::Organization(ecosystem.lists[listing.list].authority);
                let focused = Action::Focus(Some(Subject::Node(authority)));
                let state = State::opening(ecosystem, Locale::En).apply(focused);
                let listed = Subject::Node(NodeId::Organization(id));
                let profile = details::of(&story.atlas, &state);
                let mut items = profile.sections.iter().flat_map(|section| &section.items);
                let named = items.any(|item| {
                    let leads_there = item.link.as_ref().is_some_and(|(to, _)| *to == listed);
                    leads_there && !item.cites.is_empty()
                });
                assert!(named, "{} in {}", organization.slug, profile.heading);
            }
        }
    });
}
