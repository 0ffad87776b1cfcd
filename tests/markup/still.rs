//! The page before its scripts, and without them: all of the story is in it, and
//! every link leads somewhere.

use super::check;
use super::parse::Markup;
use super::support::stories::{Story, bundled_story, every_story_keeps};
use super::support::{atlas_of, opening, slice};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tahaluf::atlas::Atlas;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::model::{Basis, Certainty, Ecosystem, Host, SourceKind};
use tahaluf::scene::legend::{self, Sign};
use tahaluf::scene::{briefing, statement, timeline};
use tahaluf::state::{Action, State, View};
use tahaluf::ui::SharedAtlas;
use tahaluf::ui::still::{cover, markup, sheet_markup};

/// The address of the page in the other language.
const OTHER: &str = "#other";

/// A whole page: what stands where the app will, and the record below it.
fn page(story: &Story, locale: Locale) -> Markup {
    page_of(story.atlas.clone(), locale)
}

fn page_of(atlas: Atlas, locale: Locale) -> Markup {
    let still = markup(&SharedAtlas::new(atlas), locale, OTHER);
    Markup::read(&[still.app, still.record].concat())
}

#[test]
fn the_record_tells_everything() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let page = page(story, locale);
            check(&page);
            check_record(story.atlas.ecosystem(), &page, locale);
        }
    });
}

#[test]
fn the_contents_of_the_record_lead_to_what_the_story_has() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        let parts = [
            ("record-story", ecosystem.steps.len()),
            ("record-alliances", ecosystem.alliances.len()),
            ("record-organizations", ecosystem.organizations.len()),
            ("record-events", ecosystem.events.len()),
            ("record-doubts", ecosystem.uncertainties.len()),
            ("record-sources", ecosystem.sources.len()),
        ];
        let page = page(story, Locale::Ar);
        for (id, entries) in parts {
            let link = format!("#{id}");
            let count = |attribute, value| page.values(attribute).filter(|it| *it == value).count();
            let there = usize::from(entries > 0);
            assert_eq!(count("id", id), there, "{id}, {entries} entries");
            assert_eq!(count("href", &link), there, "{link}, {entries} entries");
        }
    });
}

#[test]
fn a_doubt_is_told_once_in_the_record_and_referred_to() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        for locale in Locale::ALL {
            let still = markup(&SharedAtlas::new(story.atlas.clone()), locale, OTHER);
            let record = Markup::read(&still.record);
            for (uncertainty, number) in ecosystem.uncertainties.iter().zip(1..) {
                let text = uncertainty.text.get(locale);
                let told = record.text.matches(text).count();
                // A short one is as well told as referred to.
                let long = text.split_whitespace().count() > 9;
                assert!(told == 1 || !long && told > 1, "{told} times: {text}");
                let link = format!("#doubt-{number}");
                let references = record.values("href").filter(|it| *it == link).count();
                assert_eq!(references, uncertainty.about.len(), "{link}");
                let place = record.values("id").filter(|it| *it == &link[1..]).count();
                assert_eq!(place, 1, "{link}");
            }
        }
    });
}

/// Every name, text, headline and source of a story is in its page.
fn check_record(story: &Ecosystem, page: &Markup, locale: Locale) {
    for (_, alliance) in story.alliances.iter() {
        let name = alliance.name.get(locale);
        assert!(page.text.contains(name), "{name}");
    }
    for (_, organization) in story.organizations.iter() {
        let name = organization.name.get(locale);
        let text = organization.description.get(locale);
        let told = page.text.contains(name) && page.text.contains(text);
        assert!(told, "{name}");
    }
    for (_, event) in story.events.iter() {
        let (title, text) = (event.title.get(locale), event.text.get(locale));
        let told = page.text.contains(title) && page.text.contains(text);
        assert!(told, "{title}");
    }
    let addresses: Vec<_> = page.values("href").collect();
    for (_, source) in story.sources.iter() {
        let shown = addresses.iter().any(|address| *address == source.url);
        assert!(shown && page.text.contains(&source.title), "{}", source.url);
    }
}

/// The smallest story; what it says of its only event rests on one source.
fn minimal(source: &str) -> Atlas {
    unopened(source, &[])
}

/// The same, where nobody opened some sources, on which it rests as well.
fn unopened(source: &str, unopened: &[&str]) -> Atlas {
    let story = include_str!("../problems/minimal.json");
    let mut story: Value = serde_json::from_str(story).unwrap();
    let cited: BTreeSet<_> = [source].iter().chain(unopened).copied().collect();
    story["events"][0]["sources"] = json!(cited);
    story["memberships"][0]["named_by"][0]["sources"] = json!(cited);
    for it in story["sources"].as_array_mut().unwrap() {
        if unopened.iter().any(|id| it["id"] == *id) {
            it["unopened"] = json!(true);
            it["note"] = json!({ "ar": "لم نرَ إلا رابطها.", "en": "Only its address was seen." });
        }
    }
    atlas_of(&story)
}

#[test]
fn every_source_says_what_it_is_and_whose_address_it_has() {
    for locale in Locale::ALL {
        let page = page_of(minimal("page"), locale);
        let words = Messages::of(locale);
        let kinds = [
            SourceKind::Document,
            SourceKind::Report,
            SourceKind::Relay,
            SourceKind::Digest,
        ];
        for kind in kinds.map(|kind| words.source_kind(kind)) {
            assert!(page.text.contains(kind), "{kind}");
        }
        assert!(page.text.contains(words.host(Host::Copy).unwrap()));
        let aim = words.aims;
        assert!(page.text.contains(aim), "{aim}");
    }
}

const fn single(relayed: bool) -> Certainty {
    Certainty::Single(Basis {
        relayed,
        unopened: false,
    })
}

#[test]
fn a_fact_says_how_sure_it_is_by_the_kinds_of_its_sources() {
    for (source, certainty) in [
        ("page", single(false)),
        ("site", single(true)),
        ("notice", Certainty::Documented { unopened: false }),
        ("list", Certainty::Unconfirmed),
    ] {
        for locale in Locale::ALL {
            let page = page_of(minimal(source), locale);
            let words = Messages::of(locale).certainty(certainty);
            let badges = page.values("class");
            let badges = badges.filter(|class| class.starts_with("certainty "));
            assert!(badges.count() > 2, "{source}");
            assert!(page.text.contains(&words), "{source}: {words}");
        }
    }
}

#[test]
fn what_nobody_opened_says_so_at_the_fact_and_at_the_source() {
    let read = unopened("page", &["notice"]);
    let unread = unopened("notice", &["notice"]);
    for locale in Locale::ALL {
        let words = Messages::of(locale);
        let [read, unread] = [&read, &unread].map(|atlas| page_of(atlas.clone(), locale).text);
        for page in [&read, &unread] {
            let source = [
                words.source_kind(SourceKind::Document),
                words.host(Host::Copy).unwrap(),
                words.not_opened,
            ];
            assert!(page.contains(&source.join(words.comma)), "{page}");
        }
        // In the words of a source, which both pages have alike, it may stand as well.
        let count = |page: &str| page.matches(words.documented_unopened).count();
        assert!(count(&unread) > count(&read), "{}", count(&unread));
    }
}

#[test]
fn what_stands_in_digests_only_is_dashed_on_the_timeline_and_explained() {
    for (source, dashed) in [("list", true), ("page", false)] {
        for locale in Locale::ALL {
            let atlas = minimal(source);
            let said = Messages::of(locale).unconfirmed;
            let page = page_of(atlas.clone(), locale);
            let classes = page.values("class");
            let marked = |class: &&str| {
                let mut words = class.split(' ');
                words.clone().all(|it| it != "certainty") && words.any(|it| it == "unconfirmed")
            };
            // On the axis in both frames, in the list, and in the legend.
            assert_eq!(classes.filter(marked).count() > 2, dashed, "{source}");
            let state = opening(&atlas, locale, false);
            let signs = |state: &State| {
                let groups = legend::of(&atlas, state, &slice(&atlas, state));
                let entries = groups.into_iter().flat_map(|group| group.entries);
                let signs = entries.filter(|it| it.sign == Sign::Unconfirmed && it.text == said);
                signs.count()
            };
            assert_eq!(signs(&state), usize::from(dashed), "{source}");
            let alone = state.apply(Action::Show(View::Network));
            assert_eq!(signs(&alone), 0, "where there is no timeline");
            let marks = timeline::of(&atlas, &state, 1280.0).events;
            assert!(marks.iter().any(|it| it.unconfirmed == dashed), "{source}");
            assert_eq!(marks.iter().any(|it| it.name.contains(said)), dashed);
            let years = timeline::years(&atlas, &state);
            let mut entries = years.iter().flat_map(|year| &year.entries);
            assert_eq!(
                entries.any(|it| it.unconfirmed == Some(said)),
                dashed,
                "{source}"
            );
        }
    }
}

#[test]
fn the_printed_sheet_says_of_each_source_and_fact_what_the_page_says() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let sheet = sheet_markup(&SharedAtlas::new(story.atlas.clone()), locale);
            let sheet = Markup::read(&sheet);
            check_sheet(story, &sheet, locale);
        }
    });
}

/// What a source is, whose address it has and what to know of it, how sure every core event is,
/// and under how sure they are, every member.
fn check_sheet(story: &Story, sheet: &Markup, locale: Locale) {
    let (words, told) = (Messages::of(locale), story.atlas.ecosystem());
    let state = story.opening(locale, false);
    let briefing = briefing::of(&story.atlas, &state, &story.slice(&state), None);
    for id in briefing.sources {
        let source = &told.sources[id];
        let note = source.note.as_ref().map(|it| it.get(locale));
        let said = [
            Some(words.source_kind(source.kind)),
            words.host(source.host),
            source.unopened.then_some(words.not_opened),
            note,
        ];
        for said in said.into_iter().flatten() {
            assert!(sheet.text.contains(said), "{}: {said}", source.slug);
        }
    }
    let mut badges = BTreeMap::<String, usize>::new();
    let mut expect = |certainty| *badges.entry(words.certainty(certainty)).or_default() += 1;
    for (_, event) in told.events.iter().filter(|(_, it)| it.core) {
        expect(told.event_certainty(event));
    }
    for group in &briefing.alliances {
        group
            .members
            .iter()
            .for_each(|(certainty, _)| expect(*certainty));
    }
    for (badge, count) in badges {
        let found = sheet.text.matches(&badge).count();
        assert!(found >= count, "{badge}: {found} of {count} times");
    }
}

#[test]
fn a_page_says_how_far_its_sources_reach() {
    let story = bundled_story();
    for locale in Locale::ALL {
        let reach = statement::reach(story.atlas.ecosystem(), locale);
        let page = page(story, locale);
        let count = page.text.matches(&reach).count();
        assert!(count >= 2, "{count} times, in the last line and the record");
    }
}

#[test]
fn every_link_leads_somewhere() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let page = page(story, locale);
            let ids: BTreeSet<_> = page.values("id").collect();
            for address in page.values("href") {
                let id = address.strip_prefix('#');
                let leads = id.is_none_or(|id| ids.contains(id)) || address == OTHER;
                assert!(leads, "{address} leads nowhere");
            }
            assert!(page.values("href").any(|address| address == OTHER));
        }
    });
}

#[test]
fn the_same_story_makes_the_same_page() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let atlas = SharedAtlas::new(story.atlas.clone());
            let [once, again] = [(); 2].map(|()| markup(&atlas, locale, "../"));
            assert!(once.app == again.app, "{locale:?}");
            assert!(once.record == again.record, "{locale:?}");
            let [once, again] = [(); 2].map(|()| cover(&atlas, locale, "../"));
            assert_eq!(once, again);
        }
    });
}
