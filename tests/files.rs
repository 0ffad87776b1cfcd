//! Files as a browser makes them: a picture in pixels, and what is refused.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use js_sys::{Promise, Uint8Array};
use tahaluf::atlas::Atlas;
use tahaluf::drawing::Drawing;
use tahaluf::drawing::theme::Theme;
use tahaluf::locale::Locale;
use tahaluf::platform;
use tahaluf::state::State;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The PNG of a document, if there is one.
async fn pixels(svg: &str, size: (f64, f64), scale: f64) -> Option<Vec<u8>> {
    let promise = Promise::new(&mut |done, failed| {
        let call = move |png: Option<Vec<u8>>| {
            let _ = match png {
                Some(png) => done.call1(&done, &Uint8Array::from(png.as_slice())),
                None => failed.call0(&failed),
            };
        };
        platform::rasterize(svg, size, scale, Box::new(call));
    });
    let png = JsFuture::from(promise).await.ok()?;
    Some(Uint8Array::new(&png).to_vec())
}

/// The width and the height that a PNG says it has (PNG, section 11.2.1).
fn size_of(png: &[u8]) -> [u32; 2] {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "it is a PNG");
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()))
}

#[wasm_bindgen_test]
async fn a_plate_becomes_pixels_at_any_scale() {
    let atlas = Atlas::from_json(include_bytes!("../assets/story.json")).unwrap();
    let state = State::opening(atlas.ecosystem(), Locale::Ar);
    let plate = Drawing::plate(&atlas, &state, Theme::Light, None);
    let size = (plate.size().width, plate.size().height);
    for scale in [2.0, 3.0] {
        let png = pixels(&plate.svg(""), size, scale).await.unwrap();
        let found = size_of(&png).map(|side| side.to_string());
        let expected = [size.0, size.1].map(|side| (side * scale).round().to_string());
        assert_eq!(found, expected, "at {scale}");
        assert!(png.len() > 50_000, "there is something on it");
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_drawn_is_nothing() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    assert!(pixels(svg, (9.0, 9.0), 1.0).await.is_some(), "this can");
    for scale in [0.0, -1.0, f64::NAN, 1e9] {
        assert_eq!(pixels(svg, (9.0, 9.0), scale).await, None, "{scale}");
    }
    assert_eq!(pixels("<svg", (9.0, 9.0), 1.0).await, None, "no document");
}

#[wasm_bindgen_test]
async fn fonts_that_are_not_there_are_left_out() {
    let promise = Promise::new(&mut |done, _| {
        platform::font_data(Box::new(move |css| {
            let _ = done.call1(&done, &css.into());
        }));
    });
    let css = JsFuture::from(promise).await.unwrap();
    assert_eq!(css.as_string().unwrap(), "", "no rule without its file");
    assert!(platform::may_download(), "no frame is around the test");
}
