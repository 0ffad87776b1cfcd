//! What every static picture must be: whole, the same each time, and made of
//! nothing that the story could have put in.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use resvg::tiny_skia::Pixmap;
use roxmltree::{Document, Node};
use serde_json::Value;
use std::fs;
use tahaluf::atlas::Atlas;
use tahaluf::drawing::{Drawing, Shape};
use tahaluf::graph::Slice;
use tahaluf::locale::isolate::without_controls;
use tahaluf::locale::{Locale, format};
use tahaluf::scene::legend;
use tahaluf::state::{Action, State, View};
use tahaluf_cli::picture::{Picture, PictureError, Theme, card};

/// Every element that a picture is made of.
const KNOWN: [&str; 12] = [
    "svg",
    "title",
    "desc",
    "defs",
    "linearGradient",
    "stop",
    "rect",
    "g",
    "path",
    "circle",
    "text",
    "tspan",
];

fn story() -> Value {
    serde_json::from_str(include_str!("../../assets/story.json")).unwrap()
}

fn atlas(story: &Value) -> Atlas {
    Atlas::from_json(story.to_string().as_bytes()).unwrap()
}

fn picture(atlas: &Atlas, locale: Locale, theme: Theme) -> Picture {
    let state = State::opening(atlas.ecosystem(), locale);
    Picture::card(atlas, &state, theme)
}

/// A plate with everything on it.
fn plate(atlas: &Atlas, locale: Locale, theme: Theme) -> Picture {
    let state = opening(atlas, locale);
    Picture::plate(atlas, &state, theme, Some("example.org/story"))
}

/// What draws a picture.
type Draw = fn(&Atlas, Locale, Theme) -> Picture;

/// What a first visit shows, with the layer of relations.
fn opening(atlas: &Atlas, locale: Locale) -> State {
    State::opening(atlas.ecosystem(), locale).apply(Action::ShowRelations(true))
}

/// Every drawn text, its lines joined by spaces.
fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document
        .descendants()
        .filter(|it| it.tag_name().name() == "text");
    let lines = |text: Node<'_, '_>| {
        let lines: Vec<_> = text
            .children()
            .filter_map(|line| line.text())
            .map(without_controls)
            .collect();
        lines.join(" ")
    };
    texts.map(lines).collect()
}

#[test]
fn the_card_has_its_size_and_is_the_same_each_time() {
    let atlas = atlas(&story());
    for locale in Locale::ALL {
        let png = card(&atlas, locale).unwrap();
        let pixels = Pixmap::decode_png(&png).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (1200, 630));
        assert!(png == card(&atlas, locale).unwrap(), "the same bytes");
    }
}

#[test]
fn scales_are_pixels_a_unit() {
    let picture = picture(&atlas(&story()), Locale::Ar, Theme::Dark);
    let pixels = Pixmap::decode_png(&picture.png(0.5).unwrap()).unwrap();
    assert_eq!((pixels.width(), pixels.height()), (600, 315));
    for scale in [0.0, -1.0, f32::NAN, 1e9] {
        assert_eq!(picture.png(scale), Err(PictureError::Scale), "{scale}");
    }
}

/// The story, and every fixture of the other kinds of stories.
fn stories() -> Vec<Atlas> {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures");
    let files = fs::read_dir(fixtures).unwrap();
    let fixtures = files.map(|file| fs::read(file.unwrap().path()).unwrap());
    let mut stories: Vec<_> = fixtures
        .map(|bytes| Atlas::from_json(&bytes).unwrap())
        .collect();
    stories.push(atlas(&story()));
    stories
}

#[test]
fn a_post_has_its_shape_and_is_read_on_a_phone() {
    for atlas in stories() {
        for (locale, shape) in Locale::ALL
            .map(|it| Shape::ALL.map(|shape| (it, shape)))
            .concat()
        {
            let state = State::opening(atlas.ecosystem(), locale);
            let post = Drawing::post(&atlas, &state, Theme::Light, None, shape);
            assert_eq!(post.size(), shape.size());
            let svg = post.svg("");
            let texts = texts(&svg);
            let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
            for node in slice.nodes() {
                let name = without_controls(atlas.ecosystem().node_name(*node, locale));
                assert!(texts.contains(&name), "{name} in {texts:?}");
            }
            let document = Document::parse(&svg).unwrap();
            let column = document.root_element().children();
            let column: Vec<_> = column.filter(|it| it.has_tag_name("text")).collect();
            assert_eq!(column.len(), 4, "kicker, title, day and credit");
            for text in column {
                let size: f64 = text.attribute("font-size").unwrap().parse().unwrap();
                assert!(size >= 26.0, "{size}: too small on a phone");
                for line in text.children().filter_map(|it| it.attribute("y")) {
                    let y: f64 = line.parse().unwrap();
                    assert!(y > size && y < shape.size().height, "{y}: beyond the paper");
                }
            }
        }
    }
}

/// As in the page, from the seventh on: `scene::look`.
#[test]
fn fields_have_their_patterns() {
    for atlas in stories() {
        let alliances = atlas.ecosystem().alliances.len();
        let svg = picture(&atlas, Locale::En, Theme::Light).svg();
        let document = Document::parse(&svg).unwrap();
        let has = |name: &str| {
            let all = document.descendants();
            all.filter(|it| it.has_tag_name(name)).collect::<Vec<_>>()
        };
        let patterns = has("pattern");
        assert_eq!(patterns.len(), alliances.saturating_sub(6));
        for pattern in patterns {
            let fill = format!("url(#{})", pattern.attribute("id").unwrap());
            let paths = has("path");
            let mut fills = paths.iter().filter_map(|it| it.attribute("fill"));
            assert!(fills.any(|it| it == fill), "{fill} is nowhere");
        }
    }
}

#[test]
fn every_member_is_named() {
    let atlas = atlas(&story());
    let story = atlas.ecosystem();
    for locale in Locale::ALL {
        let texts = texts(&picture(&atlas, locale, Theme::Light).svg());
        for membership in &story.memberships {
            let name = story.organizations[membership.organization]
                .name
                .get(locale);
            assert!(texts.iter().any(|text| text == name), "{name} in {texts:?}");
        }
    }
}

#[test]
fn a_plate_can_stand_alone() {
    let atlas = atlas(&story());
    let story = atlas.ecosystem();
    for locale in Locale::ALL {
        let svg = plate(&atlas, locale, Theme::Light).svg();
        assert_eq!(svg, plate(&atlas, locale, Theme::Light).svg());
        let document = Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(
            root.attribute("direction"),
            Some(locale.direction().keyword())
        );
        let texts = texts(&svg);
        let text = texts.join("\n");
        for membership in &story.memberships {
            let name = story.organizations[membership.organization]
                .name
                .get(locale);
            assert!(texts.iter().any(|text| text == name), "{name} in {texts:?}");
        }
        let day = format::date(locale, story.as_of);
        for part in [
            &day,
            story.title.get(locale),
            "example.org/story",
            "MIT",
            "OFL",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let state = opening(&atlas, locale);
        let slice = Slice::of(atlas.graph(), story, state.query());
        for group in legend::of(&atlas, &state, &slice) {
            for entry in group.entries {
                assert!(text.contains(&entry.text), "{} in {text}", entry.text);
            }
        }
    }
}

#[test]
fn a_plate_shows_what_its_state_shows() {
    let atlas = atlas(&story());
    let height = |view| {
        let state = opening(&atlas, Locale::En).apply(Action::Show(view));
        let svg = Picture::plate(&atlas, &state, Theme::Dark, None).svg();
        let document = Document::parse(&svg).unwrap();
        let height = document.root_element().attribute("height").unwrap();
        height.parse::<f64>().unwrap()
    };
    let [network, timeline, both] = [View::Network, View::Timeline, View::Both].map(height);
    assert!(
        timeline < network && network < both,
        "{timeline} {network} {both}"
    );
    assert!(both < network + timeline, "one head and one foot");
}

#[test]
fn a_plate_has_so_many_pixels_a_unit_and_the_same_each_time() {
    let atlas = atlas(&story());
    let picture = plate(&atlas, Locale::Ar, Theme::Light);
    let [once, again] = [(); 2].map(|()| picture.png(1.0).unwrap());
    assert!(once == again, "the same bytes");
    let once = Pixmap::decode_png(&once).unwrap();
    let twice = Pixmap::decode_png(&picture.png(2.0).unwrap()).unwrap();
    let doubled = (once.width() * 2, once.height() * 2);
    assert_eq!(doubled, (twice.width(), twice.height()));
}

#[test]
fn arabic_letters_are_joined_in_outlines() {
    let mut story = story();
    let outlined = |story: &Value| plate(&atlas(story), Locale::Ar, Theme::Light).outlined();
    let joined = outlined(&story).unwrap();
    // The same letters with a non-joiner after each.
    let apart = story["title"]["ar"].as_str().unwrap().to_owned();
    let apart: String = apart.chars().flat_map(|c| [c, '\u{200c}']).collect();
    story["title"]["ar"] = apart.into();
    let paths = |svg: &str| -> Vec<String> {
        let document = Document::parse(svg).unwrap();
        let paths = document.descendants().filter_map(|it| it.attribute("d"));
        paths.map(str::to_owned).collect()
    };
    let (joined, apart) = (paths(&joined), paths(&outlined(&story).unwrap()));
    let same = joined.iter().filter(|path| apart.contains(path)).count();
    assert!(same < joined.len(), "the title is another");
    assert!(same > joined.len() / 2, "nothing else is");
}

#[test]
fn outlines_leave_no_text_to_set() {
    let atlas = atlas(&story());
    for locale in Locale::ALL {
        let picture = picture(&atlas, locale, Theme::Light);
        let (live, outlined) = (picture.svg(), picture.outlined().unwrap());
        assert!(!texts(&live).is_empty(), "{live}");
        assert_eq!(texts(&outlined), Vec::<String>::new());
        let title = atlas.ecosystem().title.get(locale);
        assert!(
            outlined.contains(&format!("<title id=\"title\">{title}</title>")),
            "{title}"
        );
    }
}

#[test]
fn themes_differ_in_nothing_but_colours() {
    let atlas = atlas(&story());
    let [light, dark] =
        [Theme::Light, Theme::Dark].map(|theme| picture(&atlas, Locale::En, theme).svg());
    assert_ne!(light, dark);
    let colourless = |svg: &str| {
        let colours = svg
            .split("=\"#")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap());
        let mut svg = svg.to_owned();
        for colour in colours.map(str::to_owned).collect::<Vec<_>>() {
            svg = svg.replace(&format!("#{colour}\""), "\"");
        }
        svg
    };
    assert_eq!(colourless(&light), colourless(&dark));
}

#[test]
fn relations_are_drawn_where_a_state_shows_them() {
    let atlas = atlas(&story());
    let opening = State::opening(atlas.ecosystem(), Locale::En);
    let paths = |relations| {
        let state = opening.apply(Action::ShowRelations(relations));
        let svg = Picture::card(&atlas, &state, Theme::Light).svg();
        Document::parse(&svg)
            .unwrap()
            .descendants()
            .filter(|it| it.tag_name().name() == "path")
            .count()
    };
    assert!(
        paths(true) > paths(false),
        "{} and {}",
        paths(true),
        paths(false)
    );
}

#[test]
fn what_the_story_says_is_never_markup() {
    let hostile = [
        "</text><script>alert(1)</script>",
        "\"' onload='alert(1)' x=\"&amp;&#60;<![CDATA[",
        "\u{2067}a\u{2069}\u{FFFF}ب\u{2066}",
        &"ط".repeat(10_000),
        &" W".repeat(5_000)[1..],
    ];
    let in_both = |text: &str| serde_json::json!({ "ar": text, "en": text });
    let mut story = story();
    story["kicker"] = in_both(&hostile.concat());
    story["title"] = in_both(&hostile.concat());
    for (index, name) in hostile.into_iter().enumerate() {
        // Shortening a name takes the square of its length: these are long enough.
        let name: String = name.chars().take(499).collect();
        let member = story["memberships"][index]["organization"].clone();
        let organizations = story["organizations"].as_array_mut().unwrap();
        let organization = organizations.iter_mut().find(|it| it["id"] == member);
        let organization = organization.unwrap();
        for language in ["ar", "en"] {
            organization["name"][language] = name.clone().into();
        }
        let few: String = name.chars().take(24).collect();
        story["alliances"][0]["short"] = in_both(few.trim());
    }
    let atlas = atlas(&story);
    for (locale, draw) in Locale::ALL
        .into_iter()
        .flat_map(|locale| [(locale, picture as Draw), (locale, plate as Draw)])
    {
        let picture = draw(&atlas, locale, Theme::Light);
        for svg in [picture.svg(), picture.outlined().unwrap()] {
            let document = Document::parse(&svg).unwrap();
            for node in document.descendants().filter(Node::is_element) {
                assert!(KNOWN.contains(&node.tag_name().name()), "{node:?}");
                let mut attributes = node.attributes();
                assert!(
                    attributes.all(|it| !it.name().starts_with("on")),
                    "{node:?}"
                );
            }
        }
        assert!(picture.png(0.1).is_ok(), "it can be drawn");
    }
}
