//! The days: all in the time of the story, and what was only scheduled told as that.

use super::support::{bundled, bundled_json, opening};
use super::{expected, list};
use serde_json::json;
use tahaluf::date::{Date, When};
use tahaluf::locale::Locale;
use tahaluf::model::{Certainty, Event};
use tahaluf::scene::timeline;
use tahaluf::state::Action;

#[test]
fn dates_lie_in_the_time_of_the_story() {
    let year = |date: Date| date.ymd().0;
    let check = |what: &str, when: When| {
        let years = year(when.first_day())..=year(when.last_day());
        assert!(
            *years.start() >= 2015 && *years.end() <= 2027,
            "{what}: {when}"
        );
    };
    let atlas = bundled();
    let story = atlas.ecosystem();
    for (_, event) in story.events.iter() {
        check(&event.slug, event.when);
    }
    for (_, alliance) in story.alliances.iter() {
        check(&alliance.slug, alliance.since());
        check(&alliance.slug, alliance.reported);
    }
    for (_, organization) in story.organizations.iter() {
        for listing in &organization.listings {
            check(&organization.slug, listing.from);
        }
        let founded = organization.founded.as_ref();
        let sound = founded.is_none_or(|it| (1980..=2027).contains(&year(it.when.first_day())));
        assert!(sound, "{}: founded then?", organization.slug);
    }
    for relation in &story.relations {
        check(&relation.text.en, relation.when);
    }
    for product in &story.products {
        check(&product.name.en, product.when);
    }
    for when in story.quotes.iter().filter_map(|quote| quote.when) {
        check("a quote", when);
    }
    for (_, source) in story.sources.iter() {
        source
            .published
            .iter()
            .for_each(|when| check(&source.slug, *when));
    }
}

#[test]
fn nothing_was_published_before_what_it_tells_of_was_last_seen() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    for (_, source) in story.sources.iter() {
        let published = source.published.map(When::first_day);
        assert!(
            published <= Some(story.as_of),
            "{}: not yet published",
            source.slug
        );
    }
}

#[test]
fn no_source_is_published_after_the_sources_end() {
    let story = bundled_json();
    let end = story["sources_to"].as_str().unwrap();
    for source in list(&story, "sources") {
        // Dates of the format sort as their letters do, and a year sorts before its months.
        let published = source["published"].as_str().unwrap_or_default();
        let month: String = published.chars().take(end.len()).collect();
        assert!(month.as_str() <= end, "{}: after {end}", source["id"]);
    }
}

#[test]
fn what_was_only_scheduled_is_never_told_as_a_fact() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    let scheduled: Vec<_> = story
        .events
        .iter()
        .filter(|(_, event)| event.scheduled)
        .collect();
    let slugs: Vec<_> = scheduled
        .iter()
        .map(|(_, event)| event.slug.as_str())
        .collect();
    assert_eq!(json!(slugs), expected()["scheduled"]);
    for (_, event) in &scheduled {
        let certainty = story.event_certainty(event);
        let announced = matches!(certainty, Certainty::Announced(_));
        assert!(announced, "{}: {certainty:?}", event.slug);
        assert!(
            looks_back(event),
            "{}: {} {}",
            event.slug,
            event.text.ar,
            event.text.en
        );
    }
    for locale in Locale::ALL {
        let all = opening(&atlas, locale, false).apply(Action::Zoom(story.span()));
        let marks = timeline::of(&atlas, &all, 2560.0).events;
        let hollow: Vec<_> = marks.iter().filter(|mark| mark.scheduled).collect();
        assert!(!hollow.is_empty(), "nothing hollow on the timeline");
        let told = |slug: &str| slugs.contains(&slug);
        assert!(
            marks.iter().all(|mark| mark.scheduled == told(&mark.slug)),
            "{locale:?}"
        );
        let years = timeline::years(&atlas, &all);
        let entries: Vec<_> = years.iter().flat_map(|year| &year.entries).collect();
        let announced = entries.iter().filter(|entry| entry.scheduled.is_some());
        assert_eq!(announced.count(), slugs.len());
    }
}

/// Whether the words say that it had been announced and that what came is not known.
fn looks_back(event: &Event) -> bool {
    let en = ["had scheduled", "had announced", "was to"];
    let unknown = ["not known", "No report"];
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    has(&event.text.en, &en) && has(&event.text.en, &unknown) && event.text.ar.contains("كان")
}
