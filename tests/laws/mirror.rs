//! The one language mirrors the other: places to the bit, glyphs and words never.

#![allow(clippy::float_cmp, reason = "the mirror is exact")]

use crate::shown;
use crate::support::golden::points;
use crate::support::stories::every_story_keeps;
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::scene::network::{Glyph, NetworkScene};
use tahaluf::scene::timeline::{self, TimelineScene};
use tahaluf::state::{Action, State};

/// Whether two paths are mirror images in a picture this wide; path data has one decimal.
fn check_mirrored_path(one: &str, other: &str, width: f64) {
    let (one, other) = (points(one), points(other));
    let near = |a: f64, b: f64| (a - b).abs() < 0.11;
    let mirrored = |other: &[[f64; 2]]| {
        let pairs = one.iter().zip(other);
        one.len() == other.len()
            && pairs
                .into_iter()
                .all(|(a, b)| near(a[0], width - b[0]) && near(a[1], b[1]))
    };
    // An arrowhead is drawn from its other side.
    let turned: Vec<_> = other.iter().rev().copied().collect();
    assert!(
        mirrored(&other) || other.len() == 3 && mirrored(&turned),
        "{one:?}\n{other:?}"
    );
}

fn in_both_languages<T>(state: State, draw: impl Fn(&State) -> T) -> [T; 2] {
    Locale::ALL.map(|locale| draw(&state.apply(Action::Speak(locale))))
}

#[test]
fn the_arabic_picture_mirrors_the_english_one() {
    every_story_keeps(&[], |story| {
        for (state, frame) in story
            .states()
            .step_by(5)
            .flat_map(|it| Frame::ALL.map(|frame| (it, frame)))
        {
            let [ar, en] = in_both_languages(state, |state| story.picture(state, frame));
            check_mirrored(&ar, &en);
        }
    });
}

/// Whether a picture in Arabic is the mirror image of one in English.
fn check_mirrored(ar: &NetworkScene, en: &NetworkScene) {
    let width = en.size.width;
    assert_eq!(ar.size, en.size, "the size");
    assert_eq!(
        (ar.nodes.len(), ar.edges.len(), ar.fields.len()),
        (en.nodes.len(), en.edges.len(), en.fields.len()),
        "how many nodes, edges and fields"
    );
    for (ar, en) in ar.nodes.iter().zip(&en.nodes) {
        assert_eq!(ar.slug, en.slug, "the order of reading");
        assert_eq!(
            (ar.center.x, ar.center.y),
            (width - en.center.x, en.center.y),
            "{}",
            ar.slug
        );
        assert_eq!(
            (ar.label.x, ar.label.anchor),
            (width - en.label.x, en.label.anchor),
            "{}",
            ar.slug
        );
        assert_eq!(ar.ring, en.ring, "{}", ar.slug);
        if let (Glyph::Shape { path: ar, .. }, Glyph::Shape { path: en, .. }) =
            (&ar.glyph, &en.glyph)
        {
            assert_eq!(ar, en, "glyphs are never mirrored");
        }
    }
    for (ar, en) in ar.edges.iter().zip(&en.edges) {
        assert_eq!(
            (&ar.key, ar.style),
            (&en.key, en.style),
            "the order of edges"
        );
        check_mirrored_path(&ar.path, &en.path, width);
        for (ar, en) in ar.head.iter().zip(&en.head) {
            check_mirrored_path(ar, en, width);
        }
    }
    for (ar, en) in ar.fields.iter().zip(&en.fields) {
        check_mirrored_path(&ar.path, &en.path, width);
    }
    for (ar, en) in ar.mixes.iter().zip(&en.mixes) {
        let mirrored: Vec<_> = en.tones.iter().rev().copied().collect();
        let tones = if en.vertical {
            en.tones.clone()
        } else {
            mirrored
        };
        assert_eq!(ar.tones, tones, "{}", ar.id);
    }
}

#[test]
fn the_arabic_timeline_mirrors_the_english_one() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        for state in story.states().step_by(5) {
            for (width, window) in [
                (768.0, ecosystem.window),
                (1280.0, ecosystem.span()),
                (2560.0, ecosystem.window),
            ] {
                let state = State { window, ..state };
                let draw = |state: &State| timeline::of(&story.atlas, state, width);
                let [ar, en] = in_both_languages(state, draw);
                check_mirrored_time(&ar, &en, width);
            }
        }
    });
}

/// Whether a timeline in Arabic is the mirror image of one in English.
fn check_mirrored_time(ar: &TimelineScene, en: &TimelineScene, width: f64) {
    let mirrored = |x: f64| width - x;
    assert_eq!(shown(ar), shown(en), "how many events");
    assert_eq!(ar.events.len(), en.events.len(), "how many marks");
    for (ar, en) in ar.events.iter().zip(&en.events) {
        assert_eq!(ar.event, en.event, "the order of reading");
        assert_eq!(ar.x, en.x.map(mirrored), "{}", ar.slug);
        assert_eq!(ar.y, en.y, "the row of {}", ar.slug);
    }
    assert_eq!(ar.cursor, en.cursor.map(mirrored), "the day shown");
    let xs = |scene: &TimelineScene| scene.ticks.iter().map(|tick| tick.x).collect::<Vec<_>>();
    let ticks: Vec<_> = xs(en).into_iter().map(mirrored).collect();
    assert_eq!(xs(ar), ticks, "the ticks");
    let specks = en
        .overview
        .specks
        .iter()
        .map(|(x, lane)| (mirrored(*x), *lane));
    let specks: Vec<_> = specks.collect();
    assert_eq!(ar.overview.specks, specks, "the events of the overview");
    let cursor = mirrored(en.overview.cursor);
    assert_eq!(ar.overview.cursor, cursor, "the day shown in the overview");
    let [first, last] = en.overview.window;
    let window = [mirrored(last), mirrored(first)];
    assert_eq!(ar.overview.window, window, "the close-up in the overview");
}
