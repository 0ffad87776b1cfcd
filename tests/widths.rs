//! Writes down how wide every name is computed to be, for the end-to-end tests, which compare
//! it with what browsers draw.

use serde_json::{Map, Value, json};
use tahaluf::atlas::Atlas;
use tahaluf::layout::Frame;
use tahaluf::layout::text::Face;
use tahaluf::locale::Locale;
use tahaluf::model::id::NodeId;
use tahaluf::scene::request::{face, lines};

/// Where `tests/e2e/labels.test.mjs` looks for it.
const FILE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/label-widths.json");

#[test]
fn every_name_has_a_width() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/story.json")).unwrap();
    let atlas = Atlas::from_json(&bytes).unwrap();
    let story = atlas.ecosystem();
    let (mut names, mut titles) = (Map::new(), Map::new());
    let mut note = |face: Face, text: String| {
        let width = face.width(&text);
        assert!(width > 0.0, "{text} has no width");
        let list = match face {
            Face::Label => &mut names,
            Face::Title => &mut titles,
        };
        list.insert(text, json!(width));
    };
    for locale in Locale::ALL {
        for frame in [Frame::Wide, Frame::Tall] {
            let alliances = story.alliances.ids().map(NodeId::Alliance);
            for node in alliances.chain(story.organizations.ids().map(NodeId::Organization)) {
                for line in lines(&atlas, node, locale, frame) {
                    note(face(node), line);
                }
            }
        }
        for (_, event) in story.events.iter() {
            if let Some(label) = &event.label {
                note(Face::Label, label.get(locale).to_owned());
            }
        }
    }
    let sizes = json!({ "name": Face::Label.size(), "title": Face::Title.size() });
    let widths: Value = json!({ "sizes": sizes, "name": names, "title": titles });
    std::fs::write(FILE, widths.to_string()).unwrap();
}
