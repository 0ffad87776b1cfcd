//! The same picture wherever it is computed: the prerendered page and the browser must agree to
//! the last bit of every coordinate, for every story.
//!
//! Natively this writes down what it computes, and `cargo xtask test parity` hands that to the
//! tests which run in a browser. Nothing of it is committed: what a person approves is in
//! `tests/goldens/`, which the browser compares too, so that it can say what moved.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use support::stories::stories;

/// A digest of each picture, by its story, frame and layer.
fn digests() -> Vec<String> {
    let mut digests = Vec::new();
    for story in stories() {
        for (frame, relations, layout) in &story.layouts {
            // Every field of it, with every digit that its numbers need to be read again.
            let digest = fnv1a(&format!("{layout:?}"));
            let layer = if *relations { "relations" } else { "members" };
            digests.push(format!("{}-{frame:?}-{layer}={digest:016x}", story.name));
        }
    }
    digests
}

/// Fowler, Noll and Vo's hash, variant 1a, 64 bits.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn what_is_computed_natively_is_written_down() {
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/parity.txt");
    std::fs::write(file, digests().join(" ")).unwrap_or_else(|error| panic!("{file}: {error}"));
}

#[cfg(target_arch = "wasm32")]
mod in_a_browser {
    use super::digests;
    use super::support::golden::{difference, text};
    use super::support::stories::{LARGE, fixtures, stories};
    use tahaluf::layout::Frame;
    use tahaluf::locale::Locale;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    macro_rules! goldens {
        ($($name:literal),* $(,)?) => {
            &[$((
                $name,
                include_str!(concat!("goldens/", $name, ".wide.en.txt")),
                include_str!(concat!("goldens/", $name, ".tall.en.txt")),
            )),*]
        };
    }

    /// The approved English texts of each story, wide and tall.
    const GOLDENS: &[(&str, &str, &str)] = fixtures!(goldens, "bundled");

    #[wasm_bindgen_test]
    fn every_story_looks_as_approved() {
        for story in stories().filter(|it| it.name != LARGE) {
            let golden = GOLDENS.iter().find(|(name, ..)| *name == story.name);
            let Some((_, wide, tall)) = golden else {
                panic!("{} has no golden", story.name)
            };
            for (frame, approved) in [(Frame::Wide, wide), (Frame::Tall, tall)] {
                let found = text(story, frame, Locale::En);
                assert!(
                    found == **approved,
                    "{}, {frame:?}: - approved, + drawn here\n{}",
                    story.name,
                    difference(approved, &found)
                );
            }
        }
    }

    #[wasm_bindgen_test]
    fn every_story_is_the_same_to_the_bit() {
        let Some(native) = option_env!("TAHALUF_PARITY") else {
            panic!("nothing to compare with: run this by `cargo xtask test parity`")
        };
        let native: Vec<_> = native.split_whitespace().collect();
        assert_eq!(digests(), native, "computed here, and natively");
    }
}
