//! Writes down how wide every name is computed to be, for the end-to-end tests, which compare
//! it with what browsers draw.

use serde_json::{Map, json};
use tahaluf::atlas::Atlas;
use tahaluf::atlas::names::{face, lines, width};
use tahaluf::layout::Frame;
use tahaluf::layout::text::Face;
use tahaluf::locale::Locale;
use tahaluf::model::id::NodeId;
use tahaluf::scene::timeline::TEXT_SIZE;

/// Where `tests/e2e/labels.test.mjs` looks for it.
const FILE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/label-widths.json");

#[test]
fn every_name_has_a_width() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/story.json")).unwrap();
    let atlas = Atlas::from_json(&bytes).unwrap();
    let story = atlas.ecosystem();
    let (mut names, mut titles, mut events) = (Map::new(), Map::new(), Map::new());
    for locale in Locale::ALL {
        for frame in Frame::ALL {
            let alliances = story.alliances.ids().map(NodeId::Alliance);
            for node in alliances.chain(story.organizations.ids().map(NodeId::Organization)) {
                let face = face(node);
                let list = match face {
                    Face::Label => &mut names,
                    Face::Title => &mut titles,
                };
                let width = width(atlas.ecosystem(), atlas.graph(), node, frame);
                for line in lines(atlas.ecosystem(), node, locale, width) {
                    let width = face.width(&line);
                    assert!(width > 0.0, "{line} has no width");
                    list.insert(line, json!(width));
                }
            }
        }
        for (_, event) in story.events.iter() {
            if let Some(label) = &event.label {
                let text = label.get(locale);
                let width = Face::Label.width(text) * TEXT_SIZE / Face::Label.size();
                events.insert(text.to_owned(), json!(width));
            }
        }
    }
    let widths = json!({ "name": names, "title": titles, "event": events });
    std::fs::write(FILE, widths.to_string()).unwrap();
}
