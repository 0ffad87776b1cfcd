//! What is exported says what is shown, and is read by others as it was meant.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::stories::{Story, every_story_keeps};
use support::{atlas_of, bundled, bundled_json, opening, slice};
use tahaluf::atlas::Atlas;
use tahaluf::date::When;
use tahaluf::drawing::Drawing;
use tahaluf::drawing::theme::Theme;
use tahaluf::export::{self, file_name};
use tahaluf::locale::Locale;
use tahaluf::locale::isolate::without_controls;
use tahaluf::model::Subject;
use tahaluf::model::id::NodeId;
use tahaluf::scene::briefing;
use tahaluf::state::{Action, State, View};

fn csv(atlas: &Atlas, state: &State) -> String {
    export::csv(atlas, state).unwrap()
}

fn data(atlas: &Atlas, state: &State) -> String {
    export::json(atlas, state).unwrap()
}

/// The rows of a table by RFC 4180, with CRLF and the byte order mark as they must be.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.ends_with("\r\n"), "{text}");
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(char) = chars.next() {
        let row = rows.last_mut().unwrap();
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                row.last_mut().unwrap().extend(chars.next());
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'), "a row ends with CRLF");
                rows.push(vec![String::new()]);
            }
            other => row.last_mut().unwrap().push(other),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "so does the last");
    rows
}

fn read_json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_table_has_every_membership_of_the_day_and_every_organization() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            let state = state.apply(Action::ShowRelations(false));
            let rows = read_csv(&csv(&story.atlas, &state));
            assert!(rows.iter().all(|row| row.len() == 17), "{:?}", rows[0]);
            let slice = story.slice(&state);
            let memberships = slice.edges().iter().filter(|edge| !edge.is_relation());
            let named = rows[1..].iter().filter(|row| !row[2].is_empty()).count();
            assert_eq!(named, memberships.count(), "{}", state.date);
            for node in slice.nodes() {
                let NodeId::Organization(id) = *node else {
                    continue;
                };
                let organization = &story.atlas.ecosystem().organizations[id];
                let name = without_controls(organization.name.get(state.locale));
                let row = rows.iter().find(|row| row[0] == name).unwrap();
                assert!(row[8].starts_with("http"), "{row:?}");
                let counts = row[8..13].iter().map(|cell| cell.split(' ').count());
                let counts: Vec<_> = counts.collect();
                assert!(counts.iter().all(|count| *count == counts[0]), "{row:?}");
                assert_eq!(row[15], state.date.to_string(), "{row:?}");
                let since = row[14].parse::<When>();
                assert_eq!(since.is_ok(), !row[2].is_empty(), "{row:?}");
                let begun = since.is_ok_and(|since| since.first_day() <= state.date);
                assert_eq!(begun, !row[2].is_empty(), "{row:?}");
                let until = Some(&row[16]).filter(|until| !until.is_empty());
                let until = until.map(|until| until.parse::<When>().unwrap());
                let goes_on = until.is_none_or(|until| state.date <= until.last_day());
                assert!(goes_on, "{row:?}");
            }
        }
    });
}

#[test]
fn the_table_for_excel_is_the_same_table_parted_by_tabs() {
    every_story_keeps(&[], |story| {
        let state = story.opening(Locale::Ar, true);
        let bytes = export::excel(&story.atlas, &state).unwrap();
        let units = bytes
            .chunks_exact(2)
            .map(|it| u16::from_le_bytes([it[0], it[1]]));
        let text = String::from_utf16(&units.collect::<Vec<_>>()).unwrap();
        // No cell has a tab, and all are quoted.
        let with_commas = text.replace("\"\t\"", "\",\"");
        assert_eq!(with_commas, csv(&story.atlas, &state));
    });
}

#[test]
fn a_row_of_a_member_cites_who_names_it_and_nobody_else() {
    every_story_keeps(&[], |story| {
        let state = story.opening(Locale::En, false);
        let told = story.atlas.ecosystem();
        let rows = read_csv(&csv(&story.atlas, &state));
        for membership in &told.memberships {
            let name = told.organizations[membership.organization]
                .name
                .get(Locale::En);
            let alliance = &told.alliances[membership.alliance].short.en;
            let row = rows
                .iter()
                .find(|row| row[0] == name && row[2] == *alliance);
            // Of a large story, some have not begun.
            let Some(row) = row else { continue };
            let cited: BTreeSet<_> = row[8].split(' ').map(str::to_owned).collect();
            let naming = membership.sources();
            let naming = naming.iter().map(|id| told.sources[*id].url.clone());
            assert_eq!(cited, naming.collect(), "{name} in {alliance}");
        }
        for (_, organization) in told.organizations.iter() {
            let listed = organization.listings_at(state.date);
            let listed: BTreeSet<_> = listed
                .flat_map(|it| it.sources.iter().map(|id| told.sources[*id].url.clone()))
                .collect();
            for row in rows
                .iter()
                .filter(|row| row[0] == organization.name.get(Locale::En))
            {
                let cited = row[13].split(' ').filter(|it| !it.is_empty());
                let cited: BTreeSet<_> = cited.map(str::to_owned).collect();
                assert_eq!(cited, listed, "the lists of {}", organization.slug);
            }
        }
    });
}

#[test]
fn the_data_has_what_the_day_has_with_its_sources() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            check_data(story, &state);
        }
    });
}

fn check_data(story: &Story, state: &State) {
    let data = read_json(&data(&story.atlas, state));
    let ids = |list: &str| -> Vec<String> {
        let list = data[list].as_array().unwrap();
        list.iter()
            .map(|it| it["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let slug = |node: &NodeId| {
        story
            .atlas
            .ecosystem()
            .slug(Subject::Node(*node))
            .to_owned()
    };
    let shown: Vec<_> = story.slice(state).nodes().iter().map(slug).collect();
    let exported = [ids("alliances"), ids("organizations")].concat();
    assert_eq!(exported, shown, "{}", state.date);
    assert_eq!(data["date"], state.date.to_string(), "the day");
    let sources = ids("sources");
    let mut cited = 0;
    let mut lists = vec![&data];
    while let Some(value) = lists.pop() {
        if let Some(object) = value.as_object() {
            for (key, value) in object {
                if key == "sources" && value[0].is_string() {
                    for id in value.as_array().unwrap() {
                        cited += 1;
                        let id = id.as_str().unwrap().to_owned();
                        assert!(sources.contains(&id), "{id}");
                    }
                }
                lists.push(value);
            }
        }
        lists.extend(value.as_array().into_iter().flatten());
    }
    assert!(cited >= sources.len(), "{cited} of {}", sources.len());
}

#[test]
fn the_data_says_what_each_source_is_and_why_the_alliances_exist() {
    let story = include_str!("problems/minimal.json");
    let mut story: Value = serde_json::from_str(story).unwrap();
    let naming = &mut story["memberships"][0]["named_by"][0]["sources"];
    *naming = json!(["page", "site", "list", "notice"]);
    story["events"][0]["sources"] = json!(["notice"]);
    story["aims"][0]["sources"] = json!(["site"]);
    story["sources"][3]["unopened"] = json!(true);
    story["sources"][3]["note"] = json!({ "ar": "لم نرَ إلا رابطها.", "en": "Address seen." });
    let atlas = atlas_of(&story);
    let state = opening(&atlas, Locale::En, false);
    let data = read_json(&data(&atlas, &state));
    assert_eq!(data["sources_to"], "2025-12");
    let aim = json!({
        "alliances": ["pact"],
        "account": "paper",
        "text": "According to the paper.",
        "certainty": "single",
        "known_only_from_relays": true,
        "no_page_opened": false,
        "independent_accounts": 1,
        "sources": ["site"],
    });
    assert_eq!(data["aims"], json!([aim]));
    let event = &data["events"][0];
    assert_eq!(event["certainty"], "documented");
    assert_eq!(event["no_page_opened"], true);
    let classes = [
        ("page", "report", "own", Some("page")),
        ("site", "relay", "own", Some("page")),
        ("list", "digest", "own", None),
        ("notice", "document", "copy", Some("notice")),
    ];
    let sources = data["sources"].as_array().unwrap();
    for (id, kind, host, origin) in classes {
        let source = sources.iter().find(|it| it["id"] == id).unwrap();
        assert_eq!(source["kind"], kind);
        assert_eq!(source["host"], host);
        assert_eq!(source["origin"].as_str(), origin);
        assert_eq!(source["unopened"], id == "notice");
    }
    let rows = read_csv(&csv(&atlas, &state));
    assert_eq!(
        rows[1][9..13],
        [
            "report relay digest document",
            "own own own copy",
            "page page none notice",
            "opened opened opened unopened"
        ]
    );
}

#[test]
fn a_view_exports_its_part() {
    let atlas = bundled();
    let state = opening(&atlas, Locale::Ar, false);
    let has = |view| {
        let data = read_json(&data(&atlas, &state.apply(Action::Show(view))));
        ["organizations", "events"].map(|key| data.get(key).is_some())
    };
    assert_eq!(has(View::Network), [true, false]);
    assert_eq!(has(View::Timeline), [false, true]);
    assert_eq!(has(View::Both), [true, true]);
}

/// The story with the same words in every name and title.
fn named(words: &str) -> Atlas {
    let mut story = bundled_json();
    let text = json!({ "ar": words, "en": words });
    story["title"] = text.clone();
    for list in ["organizations", "accounts", "lists"] {
        for it in story[list].as_array_mut().unwrap() {
            for language in ["ar", "en"] {
                it["name"][language] = words.into();
            }
        }
    }
    for it in story["alliances"].as_array_mut().unwrap() {
        // There is room for a few letters only.
        let short: String = words.chars().take(24).collect();
        it["short"] = json!({ "ar": short.trim_end(), "en": short.trim_end() });
    }
    atlas_of(&story)
}

#[test]
fn a_hostile_story_stays_text() {
    for words in [
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1,\"2\" =3;@4",
        "-1 =2",
        "@SUM(A1)",
        "a\u{2067}b\u{2066}</script>\\\"]}",
    ] {
        let atlas = named(words);
        let state = opening(&atlas, Locale::En, true);
        let rows = read_csv(&csv(&atlas, &state));
        for cell in rows.iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
            assert!(!cell.chars().any(char::is_control), "{cell}");
        }
        let data = read_json(&data(&atlas, &state));
        assert_eq!(data["title"], without_controls(words));
    }
}

#[test]
fn a_file_has_a_name_that_any_disk_takes() {
    let atlas = bundled();
    let state = opening(&atlas, Locale::Ar, false);
    let date = state.date;
    let name = file_name(&atlas, &state, "@2x.png");
    assert!(
        name.starts_with("tahaluf-two-chinese-ai-alliances"),
        "{name}"
    );
    assert!(name.ends_with(&format!("-{date}-ar@2x.png")), "{name}");
    for words in [
        "../../etc/passwd",
        "تحالف",
        "CON: <a|b>?*\"",
        &"x".repeat(300),
    ] {
        let name = file_name(&named(words), &state, ".csv");
        let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        assert!(name.chars().all(is_safe) && name.len() < 80, "{name}");
        assert!(!name.contains("..") && !name.contains("--"), "{name}");
    }
}

#[test]
fn a_sheet_has_the_credit_and_the_licence_of_a_picture() {
    let atlas = bundled();
    for locale in Locale::ALL {
        let state = opening(&atlas, locale, false);
        for address in [None, Some("https://example.org/story/")] {
            let briefing = briefing::of(&atlas, &state, &slice(&atlas, &state), address);
            let picture = Drawing::plate(&atlas, &state, Theme::Light, address).svg("");
            for part in [briefing.credit.as_str(), briefing.licence] {
                assert!(!part.is_empty() && picture.contains(part), "{part}");
            }
            let named = briefing.credit.contains("example.org/story\u{2069}");
            assert_eq!(named, address.is_some(), "{}", briefing.credit);
        }
    }
}
