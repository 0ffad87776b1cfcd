//! The one language mirrors the other: places to the bit, glyphs and words never.

#![allow(clippy::float_cmp, reason = "the mirror is exact")]

use crate::{STORY, picture, shown, states};
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::scene::network::Glyph;
use tahaluf::scene::timeline::{self, TimelineScene};
use tahaluf::state::{Action, State};

/// The numbers of path data with absolute commands: x and y by turns.
fn points(path: &str) -> Vec<[f64; 2]> {
    let numbers = path
        .split(|c: char| c.is_alphabetic() || c == ' ')
        .filter(|it| !it.is_empty());
    let numbers: Vec<f64> = numbers.map(|it| it.parse().unwrap()).collect();
    numbers.chunks(2).map(|pair| [pair[0], pair[1]]).collect()
}

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
    for (state, _) in states().step_by(5) {
        for frame in [Frame::Wide, Frame::Tall] {
            let [ar, en] = in_both_languages(state, |state| picture(state, frame));
            let width = en.size.width;
            assert_eq!(ar.size, en.size);
            assert_eq!(
                (ar.nodes.len(), ar.edges.len(), ar.fields.len()),
                (en.nodes.len(), en.edges.len(), en.fields.len())
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
                assert_eq!(ar.ring, en.ring);
                if let (Glyph::Shape { path: ar, .. }, Glyph::Shape { path: en, .. }) =
                    (&ar.glyph, &en.glyph)
                {
                    assert_eq!(ar, en, "glyphs are never mirrored");
                }
            }
            for (ar, en) in ar.edges.iter().zip(&en.edges) {
                assert_eq!((&ar.key, ar.style), (&en.key, en.style));
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
                assert_eq!(
                    ar.tones,
                    if en.vertical {
                        en.tones.clone()
                    } else {
                        mirrored
                    }
                );
            }
        }
    }
}

#[test]
fn the_arabic_timeline_mirrors_the_english_one() {
    let story = STORY.ecosystem();
    for (state, _) in states().step_by(5) {
        for (width, window) in [
            (768.0, story.window),
            (1280.0, story.span()),
            (2560.0, story.window),
        ] {
            let state = State { window, ..state };
            let [ar, en] = in_both_languages(state, |state| timeline::of(&STORY, state, width));
            let mirrored = |x: f64| width - x;
            // The words differ in length, so an event can stand on another row, or be counted.
            assert_eq!(shown(&ar), shown(&en));
            for ar in &ar.events {
                if let Some(en) = en.events.iter().find(|en| en.event == ar.event) {
                    assert_eq!(ar.x, en.x.map(mirrored), "{}", ar.slug);
                }
            }
            assert_eq!(ar.cursor, en.cursor.map(mirrored));
            let xs =
                |scene: &TimelineScene| scene.ticks.iter().map(|tick| tick.x).collect::<Vec<_>>();
            assert_eq!(
                xs(&ar),
                xs(&en).into_iter().map(mirrored).collect::<Vec<_>>()
            );
            let specks = en
                .overview
                .specks
                .iter()
                .map(|(x, lane)| (mirrored(*x), *lane));
            assert_eq!(ar.overview.specks, specks.collect::<Vec<_>>());
            assert_eq!(ar.overview.cursor, mirrored(en.overview.cursor));
            let [first, last] = en.overview.window;
            assert_eq!(ar.overview.window, [mirrored(last), mirrored(first)]);
        }
    }
}
