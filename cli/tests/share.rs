//! What other sites get to embed a page: markup that gives back what went into it, and
//! answers for those who ask by the link.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use std::fs;
use support::{Folder, site};
use tahaluf::atlas::Atlas;
use tahaluf::locale::Locale;
use tahaluf::permalink;
use tahaluf::share::{Choices, Form, HEIGHTS, RESIZER, WIDTHS, picture_text, snippet};
use tahaluf::state::{State, Theme, View};

fn story() -> Value {
    serde_json::from_str(include_str!("../../assets/story.json")).unwrap()
}

fn atlas(story: &Value) -> Atlas {
    Atlas::from_json(story.to_string().as_bytes()).unwrap()
}

/// The elements of a text in the body of a page, in order.
fn elements(document: &Html) -> Vec<ElementRef<'_>> {
    let all = Selector::parse("body *, head > script").unwrap();
    document.select(&all).collect()
}

/// What a title comes to: its directional controls and what no title needs are left out.
fn plain(title: &str) -> String {
    tahaluf::locale::isolate::without_controls(title)
}

/// Titles as their author should not write them.
fn titles() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "<",
        ">",
        "\"",
        "'",
        "&",
        "&amp;",
        "&quot",
        "</script>",
        "</iframe>",
        "<!--",
        "-->",
        "]]>",
        " ",
        "onload=alert(1)",
        "javascript:",
        "`",
        "=",
        "/",
        "\\",
        "\u{202e}",
        "\u{2066}",
        "\u{2028}",
        "قصة",
        "é",
        "{{x}}",
    ]);
    prop::collection::vec(
        prop_oneof![parts.prop_map(str::to_owned), "\\PC{1,6}"],
        1..12,
    )
    .prop_map(|parts| parts.concat())
}

fn choices(atlas: &Atlas) -> impl Strategy<Value = Choices> + use<> {
    let opening = Locale::ALL.map(|locale| State::opening(atlas.ecosystem(), locale));
    let huawei = atlas.ecosystem().subject("huawei");
    (
        prop::sample::select(Form::ALL.to_vec()),
        prop::sample::select(opening.to_vec()),
        prop::sample::select(vec![View::Both, View::Network, View::Timeline, View::Table]),
        prop::sample::select(vec![Theme::System, Theme::Light, Theme::Dark]),
        any::<[bool; 3]>(),
        prop::option::of(WIDTHS),
        prop::option::of(HEIGHTS),
    )
        .prop_map(
            move |(form, state, view, theme, [controls, focused, relations], width, height)| {
                let state = State {
                    view,
                    theme,
                    controls,
                    relations,
                    focus: huawei.filter(|_| focused),
                    ..state
                };
                Choices {
                    form,
                    state,
                    width,
                    height,
                }
            },
        )
}

/// The state that an address restores, which must be one of ours.
fn restored(address: &str, below: &str, atlas: &Atlas) -> State {
    let rest = address
        .strip_prefix(below)
        .unwrap_or_else(|| panic!("{address} is not below {below}"));
    let (folder, fragment) = rest.split_once('#').unwrap();
    let link = permalink::decode(fragment, atlas, Locale::default());
    assert_eq!(link.foreign, [""; 0], "every part is ours");
    assert_eq!(folder, link.state.locale.folder(), "{address}");
    link.state
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_was_chosen_is_read_from_the_markup_again(
        titles in [titles(), titles()],
        site in "https://[a-z]{1,8}\\.example/([a-z&'\"<>]{1,4}/)?",
        chosen in choices(&atlas(&story())),
    ) {
        let mut story = story();
        for (locale, title) in Locale::ALL.iter().zip(&titles) {
            // A title says something.
            story["title"][locale.tag()] = json!(["x", title].concat());
        }
        // A story may refuse some titles; none that it takes may break out.
        let Ok(atlas) = Atlas::from_json(story.to_string().as_bytes()) else { return Ok(()) };
        let state = chosen.state;
        let title = plain(atlas.ecosystem().title.get(state.locale));
        let text = snippet(&site, &atlas, &chosen);
        let document = Html::parse_document(&text);
        let elements = elements(&document);
        let names: Vec<_> = elements.iter().map(|it| it.value().name()).collect();
        let embed = format!("{site}embed/");
        let width = chosen.width.map(|width| width.to_string());
        let page = State { controls: true, ..state };
        match chosen.form {
            Form::Link => prop_assert_eq!(restored(&text, &site, &atlas), page),
            Form::Frame | Form::Fitting => {
                let frame = elements[0];
                prop_assert_eq!(restored(frame.attr("src").unwrap(), &embed, &atlas), state);
                prop_assert_eq!(frame.attr("title"), Some(&*title));
                prop_assert_eq!(frame.attr("width"), Some(width.as_deref().unwrap_or("100%")));
                let height = chosen.height().to_string();
                prop_assert_eq!(frame.attr("height"), Some(&*height));
                prop_assert!(!frame.attr("sandbox").unwrap().contains("same-origin"));
                let fits = chosen.form == Form::Fitting;
                prop_assert_eq!(frame.attr("data-tahaluf").is_some(), fits);
                prop_assert_eq!(&names[..], &["iframe", "script"][..=usize::from(fits)]);
                if fits {
                    prop_assert_eq!(elements[1].text().collect::<String>(), RESIZER);
                }
            }
            Form::Script => {
                prop_assert_eq!(names, ["script", "tahaluf-story", "a", "img"]);
                let script = format!("{site}story-element.js");
                prop_assert_eq!(elements[0].attr("src"), Some(&*script));
                prop_assert!(elements[0].attr("defer").is_some());
                let element = elements[1];
                prop_assert_eq!(restored(element.attr("src").unwrap(), &embed, &atlas), state);
                prop_assert_eq!(element.attr("title"), Some(&*title));
                prop_assert_eq!(element.attr("width"), width.as_deref());
                let link = elements[2].attr("href").unwrap();
                prop_assert_eq!(restored(link, &site, &atlas), page);
                let alt = picture_text(&atlas, state.locale);
                prop_assert_eq!(elements[3].attr("alt"), Some(&*alt));
            }
            Form::Picture => {
                prop_assert_eq!(names, ["a", "img"]);
                let alt = picture_text(&atlas, state.locale);
                prop_assert!(alt.contains(&title));
                prop_assert_eq!(elements[1].attr("alt"), Some(&*alt));
                let theme = if state.theme == Theme::Dark { "dark" } else { "light" };
                let source = format!("{site}picture-{}-{theme}.png", state.locale.tag());
                prop_assert_eq!(elements[1].attr("src"), Some(&*source));
            }
        }
        for element in elements {
            for (name, _) in element.value().attrs() {
                prop_assert!(!name.starts_with("on"), "{}", text);
            }
        }
    }
}

const DISCOVERY: &str = "head link[type='application/json+oembed']";

#[test]
fn who_asks_by_a_link_gets_a_frame() {
    let folder = Folder::new("oembed");
    site(&folder, &["--url", "https://example.org/a&b"]);
    let out = folder.0.join("site");
    let top = "https://example.org/a&b/";
    let story = story();
    for locale in Locale::ALL {
        let tag = locale.tag();
        let embedded = out.join("embed").join(locale.folder()).join("index.html");
        let embedded = fs::read_to_string(embedded).unwrap();
        assert!(embedded.contains(&format!("oembed-{tag}.json")), "{tag}");
        let page = fs::read_to_string(out.join(locale.folder()).join("index.html")).unwrap();
        let page = Html::parse_document(&page);
        let link = page
            .select(&Selector::parse(DISCOVERY).unwrap())
            .next()
            .unwrap();
        assert_eq!(link.attr("rel"), Some("alternate"));
        assert_eq!(link.attr("title"), story["title"][tag].as_str());
        let file = link.attr("href").unwrap().strip_prefix(top).unwrap();
        let answer = fs::read_to_string(out.join(file)).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for (key, value) in [
            ("version", json!("1.0")),
            ("type", json!("rich")),
            ("title", story["title"][tag].clone()),
            ("provider_url", json!(top)),
            ("thumbnail_url", json!(format!("{top}card-{tag}.png"))),
        ] {
            assert_eq!(answer[key], value, "{key}");
        }
        let number = |key: &str| {
            answer[key]
                .as_u64()
                .unwrap_or_else(|| panic!("{key} is a whole number"))
        };
        assert!(number("width") <= 600 && number("height") < 1000);
        assert!(number("cache_age") > 0);
        // The size of a PNG stands after its signature and the head of its first chunk.
        let card = fs::read(out.join(format!("card-{tag}.png"))).unwrap();
        let size = |at: usize| u64::from(u32::from_be_bytes(card[at..at + 4].try_into().unwrap()));
        assert_eq!(
            [number("thumbnail_width"), number("thumbnail_height")],
            [size(16), size(20)]
        );
        let markup = Html::parse_document(answer["html"].as_str().unwrap());
        let elements = elements(&markup);
        assert_eq!(elements.len(), 1, "one frame and nothing else");
        let frame = elements[0];
        assert_eq!(frame.value().name(), "iframe");
        let source = format!("{top}embed/{}#lang={tag}", locale.folder());
        assert_eq!(frame.attr("src"), Some(&*source));
        for key in ["width", "height"] {
            assert_eq!(frame.attr(key), Some(&*number(key).to_string()));
        }
    }
}

#[test]
fn without_an_address_there_is_no_answer_and_it_is_said() {
    let folder = Folder::new("oembed-none");
    let output = site(&folder, &[]);
    assert!(!folder.0.join("site/oembed-ar.json").exists());
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(
        stdout.contains("--url") && stdout.contains("oEmbed"),
        "{stdout}"
    );
    let page = Html::parse_document(&folder.read("site/index.html"));
    assert_eq!(page.select(&Selector::parse(DISCOVERY).unwrap()).count(), 0);
}
