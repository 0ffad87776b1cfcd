//! The bundled story holds to the format and to the rules of honesty.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use serde_json::Value;
use support::{bundled, bundled_json, opening, text_of};
use tahaluf::date::{Date, When};
use tahaluf::locale::Locale;
use tahaluf::model::{Certainty, Event};
use tahaluf::scene::timeline;
use tahaluf::state::Action;

/// Who is said to be in what, by which accounts, and by how many independent ones.
const MEMBERSHIPS: [(&str, &str, &[&str], usize); 16] = [
    (
        "model-chip-alliance",
        "stepfun",
        &["article", "reuters", "stepfun"],
        2,
    ),
    (
        "model-chip-alliance",
        "huawei",
        &["article", "reuters", "stepfun"],
        2,
    ),
    (
        "model-chip-alliance",
        "biren",
        &["article", "reuters", "stepfun"],
        2,
    ),
    (
        "model-chip-alliance",
        "enflame",
        &["article", "reuters", "stepfun"],
        2,
    ),
    (
        "model-chip-alliance",
        "moore-threads",
        &["reuters", "stepfun"],
        2,
    ),
    ("model-chip-alliance", "metax", &["stepfun"], 1),
    ("model-chip-alliance", "iluvatar-corex", &["stepfun"], 1),
    ("model-chip-alliance", "cambricon", &["stepfun"], 1),
    ("model-chip-alliance", "infinigence", &["stepfun"], 1),
    ("model-chip-alliance", "siliconflow", &["stepfun"], 1),
    (
        "shanghai-gcc-ai-committee",
        "sensetime",
        &["article", "reuters"],
        1,
    ),
    (
        "shanghai-gcc-ai-committee",
        "stepfun",
        &["article", "reuters"],
        1,
    ),
    (
        "shanghai-gcc-ai-committee",
        "minimax",
        &["article", "reuters"],
        1,
    ),
    ("shanghai-gcc-ai-committee", "metax", &["reuters"], 1),
    (
        "shanghai-gcc-ai-committee",
        "iluvatar-corex",
        &["reuters"],
        1,
    ),
    (
        "shanghai-gcc-ai-committee",
        "shanghai-gcc",
        &["article", "reuters"],
        1,
    ),
];

/// Where English words carry Arabic letters on purpose.
const ARABIC_IN_ENGLISH: [(&str, &str); 1] =
    [("u-arabic-spelling", "it compares Arabic spellings of names")];

/// The most characters of the words beside an event's mark.
const LABEL_CHARS: usize = 22;

/// The most characters of an alliance's name beside its hub.
const SHORT_CHARS: usize = 24;

/// Calls back with every text of the story: its pointer, in Arabic, in English.
fn each_text(json: &Value, pointer: &str, call: &mut impl FnMut(&str, &str, &str)) {
    match json {
        Value::Object(fields) => {
            if let (Some(Value::String(ar)), Some(Value::String(en))) =
                (fields.get("ar"), fields.get("en"))
            {
                call(pointer, ar, en);
            }
            for (key, value) in fields {
                each_text(value, &format!("{pointer}/{key}"), call);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                // What has an id is named by it: numbers shift when the file grows.
                let index = index.to_string();
                let step = item["id"].as_str().unwrap_or(&index);
                each_text(item, &format!("{pointer}/{step}"), call);
            }
        }
        _ => {}
    }
}

/// Fails with every text for which `complaint` finds something.
fn check_texts(complaint: impl Fn(&str, &str, &str) -> Option<&'static str>) {
    let mut found = Vec::new();
    let mut count = 0;
    each_text(&bundled_json(), "", &mut |pointer, ar, en| {
        count += 1;
        found.extend(
            complaint(pointer, ar, en).map(|what| format!("{pointer}: {what}\n  {ar}\n  {en}")),
        );
    });
    assert!(count > 300, "only {count} texts read");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Every list under a key named `sources`, wherever it stands in something else.
fn cited(json: &Value, call: &mut impl FnMut(&str)) {
    match json {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::Array(ids) if key == "sources" => {
                        ids.iter().filter_map(Value::as_str).for_each(&mut *call);
                    }
                    _ => cited(value, call),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| cited(item, call)),
        _ => {}
    }
}

fn is_arabic(c: char) -> bool {
    ('\u{0600}'..='\u{06FF}').contains(&c) && c.is_alphabetic()
}

fn is_directional_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn the_bundled_story_has_no_problem() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    assert_eq!(story.alliances.len(), 2);
    assert_eq!(story.organizations.len(), 25);
}

#[test]
fn every_membership_has_the_accounts_that_name_it() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    let found: Vec<_> = story
        .memberships
        .iter()
        .map(|it| {
            let alliance = story.alliances[it.alliance].slug.clone();
            let organization = story.organizations[it.organization].slug.clone();
            let accounts = it.named_by.iter().map(|naming| naming.account);
            let accounts: Vec<_> = accounts.map(|id| story.accounts[id].slug.clone()).collect();
            (
                alliance,
                organization,
                accounts,
                story.origins(it.sources()),
            )
        })
        .collect();
    let expected = MEMBERSHIPS.map(|(alliance, organization, accounts, origins)| {
        let accounts = accounts
            .iter()
            .map(|it| (*it).to_owned())
            .collect::<Vec<_>>();
        (
            alliance.to_owned(),
            organization.to_owned(),
            accounts,
            origins,
        )
    });
    assert_eq!(found, expected);
}

#[test]
fn one_organization_is_in_both_alliances_by_a_single_account() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    let in_both_by = |account: &str| {
        let account = story.accounts.find(|it| it.slug == account).unwrap();
        let ids = story.organizations.ids();
        let twice = ids.filter(|id| {
            let named = story.memberships.iter();
            let named = named.filter(|it| it.organization == *id && it.is_named_by(account));
            named.count() > 1
        });
        let slugs = twice.map(|id| story.organizations[id].slug.clone());
        slugs.collect::<Vec<_>>()
    };
    assert_eq!(in_both_by("article"), ["stepfun"]);
    assert_eq!(in_both_by("reuters"), ["stepfun"]);
    assert!(in_both_by("stepfun").is_empty(), "it names one alliance");
}

#[test]
fn every_source_is_cited() {
    let mut story = bundled_json();
    let sources = story.as_object_mut().unwrap().remove("sources").unwrap();
    let mut found = Vec::new();
    cited(&story, &mut |id| found.push(id.to_owned()));
    let ids = sources.as_array().unwrap().iter();
    let uncited: Vec<_> = ids
        .map(|source| source["id"].as_str().unwrap())
        .filter(|id| !found.iter().any(|cited| cited == id))
        .collect();
    assert!(uncited.is_empty(), "cited nowhere: {}", uncited.join(", "));
    assert!(found.len() > uncited.len(), "nothing is cited");
}

#[test]
fn each_language_is_written_in_its_own_letters() {
    check_texts(|pointer, ar, en| {
        let excused = ARABIC_IN_ENGLISH.iter().any(|(id, _)| pointer.contains(id));
        if !ar.contains(is_arabic) {
            Some("no Arabic letter in the Arabic text")
        } else if en.contains(is_arabic) != excused {
            Some("Arabic letters in the English text, or an excuse for none")
        } else {
            None
        }
    });
}

#[test]
fn both_languages_say_as_much() {
    // Arabic leaves out vowels, and short labels vary more than sentences do.
    check_texts(|_, ar, en| {
        let length = |text: &str| u32::try_from(text.chars().count()).map(f64::from).unwrap();
        let share = length(ar) / length(en);
        let sentence = length(en) > 60.0;
        let fits = if sentence { 0.6..=1.6 } else { 0.4..=3.5 };
        (!fits.contains(&share)).then_some("one language says much more")
    });
}

#[test]
fn texts_are_tidy() {
    check_texts(|_, ar, en| {
        [ar, en].into_iter().find_map(|text| {
            if text.contains("TODO") || text.contains("FIXME") {
                Some("unfinished")
            } else if text.contains(is_directional_control) {
                Some("a directional control: the page isolates by itself")
            } else if text.contains("  ") || text.trim() != text || text.contains('\n') {
                Some("a space too many")
            } else if text.contains(['"', '\'']) {
                Some("a straight quotation mark or apostrophe")
            } else {
                None
            }
        })
    });
    check_texts(|_, ar, _| {
        let is_foreign = |c: char| matches!(c, '\'' | '%' | '?' | ';' | '٠'..='٩' | '۰'..='۹');
        ar.contains(is_foreign)
            .then_some("Latin digits, but Arabic punctuation and words")
    });
}

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
    let ends = |span: tahaluf::date::Span| (span.first.to_string(), span.last.to_string());
    let owned = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(ends(story.span()), owned("2018-01-01", "2026-12-31"));
    assert_eq!(ends(story.window), owned("2025-01-01", "2026-12-31"));
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
fn core_events_have_short_labels_and_no_others_have_any() {
    let atlas = bundled();
    for (_, event) in atlas.ecosystem().events.iter() {
        assert_eq!(event.core, event.label.is_some(), "{}", event.slug);
        for (label, locale) in event
            .label
            .iter()
            .flat_map(|it| Locale::ALL.map(|locale| (it, locale)))
        {
            let label = label.get(locale);
            assert!(
                label.chars().count() <= LABEL_CHARS,
                "{}: {label}",
                event.slug
            );
        }
    }
    for (_, alliance) in atlas.ecosystem().alliances.iter() {
        for short in Locale::ALL.map(|locale| alliance.short.get(locale)) {
            assert!(short.chars().count() <= SHORT_CHARS, "{short}");
        }
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
    assert_eq!(
        slugs,
        ["enflame-review", "waic-2026", "affiliates-rule-return"]
    );
    for (_, event) in &scheduled {
        assert_eq!(
            story.event_certainty(event),
            Certainty::Announced,
            "{}",
            event.slug
        );
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
        let said = entries.iter().filter(|entry| entry.scheduled.is_some());
        assert_eq!(said.count(), slugs.len());
    }
}

/// Whether the words say that it had been announced and that what came is not known.
fn looks_back(event: &Event) -> bool {
    let en = ["had scheduled", "had announced", "was to"];
    let unknown = ["not known", "No report"];
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    has(&event.text.en, &en) && has(&event.text.en, &unknown) && event.text.ar.contains("كان")
}

#[test]
fn no_source_is_published_after_the_sources_end() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    for (_, source) in story.sources.iter() {
        let published = source.published.map(When::first_day);
        let is_within = published.is_none_or(|day| day <= story.sources_to.last_day());
        assert!(is_within, "{}: after {}", source.slug, story.sources_to);
    }
}

#[test]
fn the_file_is_written_as_it_is_read() {
    let text = text_of("assets/story.json");
    assert!(
        text.ends_with("}\n") && !text.contains('\r') && !text.contains('\t'),
        "line ends, tabs"
    );
}
