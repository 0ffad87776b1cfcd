//! The page as markup, without a browser: in each language everything is in it,
//! and a hostile story stays text.

#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod parse;
mod still;
#[path = "../support/mod.rs"]
mod support;

use parse::Markup;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use support::stories::every_story_keeps;
use support::{atlas_of, bundled, bundled_json, opening, read, slice};
use tahaluf::atlas::Atlas;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::locale::catalog::problem::ProblemMessages;
use tahaluf::scene::statement;
use tahaluf::ui::{App, AppProps, Page, PageProps, SharedAtlas, Story};
use yew::LocalServerRenderer;

/// Runs a future that waits for nothing outside itself.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..10_000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
    panic!("the page waits for something that does not come")
}

fn app(atlas: Atlas, preferred: Locale) -> Markup {
    let props = AppProps {
        atlas: SharedAtlas::new(atlas),
        preferred,
    };
    Markup::read(&block_on(
        LocalServerRenderer::<App>::with_props(props)
            .hydratable(false)
            .render(),
    ))
}

fn page(story: Story) -> Markup {
    let props = PageProps { story };
    Markup::read(&block_on(
        LocalServerRenderer::<Page>::with_props(props)
            .hydratable(false)
            .render(),
    ))
}

/// What holds for the markup of any story.
fn check(markup: &Markup) {
    for tag in &markup.tags {
        for (name, value) in &tag.attributes {
            assert!(
                !name.starts_with("on") && name != "style",
                "{name} in <{}>",
                tag.name
            );
            let number = ["NaN", "inf"].iter().any(|it| value.contains(it));
            let is_words = [
                "aria-label",
                "title",
                "id",
                "href",
                "class",
                "data-id",
                "data-subject",
                "aria-valuetext",
            ];
            assert!(
                !number || is_words.contains(&name.as_str()),
                "{name}=\"{value}\" in <{}>",
                tag.name
            );
        }
        if let Some(href) = tag.get("href") {
            let safe = ["#", "https://", "http://"]
                .iter()
                .any(|it| href.starts_with(it));
            assert!(safe, "{href}");
            let leaves = !href.starts_with('#');
            assert_eq!(
                leaves,
                tag.get("rel") == Some("noopener noreferrer"),
                "{href}"
            );
            assert_eq!(leaves, tag.get("target") == Some("_blank"), "{href}");
        }
        assert!(
            tag.name != "script" && tag.name != "img" && tag.name != "iframe",
            "<{}>",
            tag.name
        );
        let named = ["aria-label", "title"]
            .iter()
            .any(|it| tag.get(it).is_none_or(|it| !it.trim().is_empty()));
        assert!(named, "an empty name in <{}>", tag.name);
    }
    let mut ids: Vec<_> = markup.values("id").collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
    for reference in ["aria-describedby", "aria-labelledby", "for"] {
        for id in markup.values(reference) {
            assert!(ids.contains(&id), "{reference}=\"{id}\" leads nowhere");
        }
    }
    for fill in markup.values("fill") {
        let id = fill
            .strip_prefix("url(#")
            .and_then(|it| it.strip_suffix(')'));
        assert!(
            id.is_none_or(|id| ids.contains(&id)),
            "{fill} leads nowhere"
        );
    }
}

#[test]
fn every_story_is_a_sound_page_with_a_hue_for_each_alliance() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let markup = app(story.atlas.clone(), locale);
            check(&markup);
            let hues: BTreeSet<_> = markup
                .values("class")
                .filter(|class| class.starts_with("field "))
                .collect();
            // On the day on which it opens, which none of them begins after.
            let alliances = story.list("alliances").iter();
            let there = alliances.filter(|it| it["dissolved"].is_null());
            assert_eq!(hues.len(), there.count(), "{hues:?}");
        }
    });
}

#[test]
fn the_page_has_everything_in_each_language() {
    let atlas = bundled();
    for locale in Locale::ALL {
        let markup = app(bundled(), locale);
        check(&markup);
        let story = atlas.ecosystem();
        let labels: Vec<_> = markup.values("aria-label").collect();
        for membership in &story.memberships {
            let name = story.organizations[membership.organization]
                .name
                .get(locale);
            assert!(labels.iter().any(|label| label.contains(name)), "{name}");
        }
        for (_, alliance) in story.alliances.iter() {
            assert!(
                markup.text.contains(alliance.short.get(locale)),
                "{}",
                alliance.slug
            );
        }
        let state = opening(&atlas, locale, false);
        let statement = statement::of(&atlas, &state, &slice(&atlas, &state));
        assert!(
            markup.text.contains(&statement.day) && markup.text.contains(&statement.counts),
            "{statement:?}"
        );
        let words = Messages::of(locale);
        for heading in [
            words.timeline,
            words.at_a_glance,
            words.uncertainties,
            words.sources,
            words.legend_marks,
        ] {
            assert!(markup.text.contains(heading), "{heading}");
        }
        assert!(markup.text.contains(story.title.get(locale)), "the title");
    }
}

#[test]
fn headings_and_landmarks_make_an_outline() {
    let markup = app(bundled(), Locale::Ar);
    let count = |name: &str| markup.tags.iter().filter(|tag| tag.name == name).count();
    assert_eq!(
        ["h1", "main", "header", "footer", "aside"].map(count),
        [1; 5]
    );
    let levels = markup
        .tags
        .iter()
        .filter_map(|tag| tag.name.strip_prefix('h')?.parse::<u32>().ok());
    let levels: Vec<_> = levels.collect();
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "a level is skipped: {levels:?}"
    );
    for tag in markup.tags.iter().filter(|tag| tag.name == "button") {
        assert_eq!(tag.get("type"), Some("button"));
    }
    let tabbable = markup
        .tags
        .iter()
        .filter(|tag| tag.name == "g" && tag.get("tabindex") == Some("0"));
    assert!(
        tabbable.count() >= 2,
        "one way into the picture and one into the timeline"
    );
}

#[test]
fn the_switch_of_language_is_a_link_in_the_other_language() {
    for locale in Locale::ALL {
        let markup = app(bundled(), locale);
        let link = markup
            .tags
            .iter()
            .find(|tag| tag.get("id") == Some("language"))
            .unwrap();
        let other = locale.other().tag();
        assert_eq!(link.get("hreflang"), Some(other));
        assert_eq!(link.get("href"), Some(format!("#lang={other}").as_str()));
    }
}

/// Puts a text in every place of a story that holds words.
fn fill_with(json: &mut Value, text: &str) {
    const WORDS: [&str; 6] = ["ar", "en", "zh", "publisher", "title", "name"];
    match json {
        Value::Object(fields) => {
            for (key, value) in fields {
                if value.is_string() && WORDS.contains(&key.as_str()) {
                    *value = json!(text);
                } else if ["short", "label"].contains(&key.as_str()) {
                    // Where there is room for a few letters only.
                    let few: String = text.chars().take(22).collect();
                    fill_with(value, few.trim_end());
                } else {
                    fill_with(value, text);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill_with(item, text)),
        _ => {}
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)' autofocus x='",
        "</text></svg><iframe src=javascript:alert(1)>",
        "&lt;b&gt; &amp; &#60;",
        "]]> --> <!-- {{x}} ${x}",
        "NaN inf",
    ];
    let mut plain = bundled_json();
    fill_with(&mut plain, "x");
    let plain = app(atlas_of(&plain), Locale::En);
    for text in hostile {
        let mut story = bundled_json();
        fill_with(&mut story, text);
        for locale in Locale::ALL {
            let markup = app(atlas_of(&story), locale);
            check(&markup);
            assert!(
                markup.text.contains(text),
                "{text} is not shown as it stands"
            );
            // A long word takes more lines; no tag of another kind comes in.
            assert_eq!(markup.kinds(), plain.kinds(), "{text}");
        }
    }
}

#[test]
fn no_name_turns_the_words_around_it() {
    let is_control = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}');
    let mut story = bundled_json();
    fill_with(&mut story, "a\u{2067}b\u{2066}c");
    for locale in Locale::ALL {
        let markup = app(atlas_of(&story), locale);
        for label in markup.values("aria-label") {
            assert!(!label.contains(is_control), "{label:?}");
        }
    }
}

#[test]
fn a_very_long_name_is_drawn_short_and_told_whole() {
    let long = "word ".repeat(2000);
    let mut story = bundled_json();
    for text in ["ar", "en"] {
        story["organizations"][1]["name"][text] = json!(long.trim());
        story["events"][1]["title"][text] = json!("x".repeat(10_000));
    }
    for locale in Locale::ALL {
        let markup = app(atlas_of(&story), locale);
        check(&markup);
        assert!(
            markup
                .values("aria-label")
                .any(|label| label.contains(long.trim())),
            "the whole name"
        );
        assert!(markup.text.contains('…'), "the short name");
    }
}

#[test]
fn a_broken_story_says_in_both_languages_what_is_wrong() {
    let mut story = bundled_json();
    story["events"][0]["<b>\"x\"</b>"] = json!(1);
    story["memberships"][0]["organization"] = json!("stepfn");
    let problems = read(&story).unwrap_err();
    let markup = page(Story::Broken(Rc::new(problems)));
    check(&markup);
    for words in Locale::ALL.map(ProblemMessages::of) {
        assert!(
            markup.text.contains(words.title) && markup.text.contains(words.retry),
            "{:?}",
            words.locale
        );
        assert!(
            markup.text.contains(&words.count.say(words.locale, 2)),
            "{:?}",
            words.locale
        );
    }
    for expected in [
        "/events/0/<b>\"x\"<~1b>",
        "/memberships/0/organization",
        "stepfun",
    ] {
        assert!(markup.text.contains(expected), "{expected}");
    }
    let languages: Vec<_> = markup
        .tags
        .iter()
        .filter_map(|tag| Some((tag.get("lang")?, tag.get("dir")?)))
        .collect();
    assert_eq!(languages, [("ar", "rtl"), ("en", "ltr")]);
}

#[test]
fn a_story_that_did_not_come_is_told_of() {
    let markup = page(Story::Absent);
    check(&markup);
    for words in Locale::ALL.map(ProblemMessages::of) {
        assert!(markup.text.contains(words.not_here), "{:?}", words.locale);
    }
}
