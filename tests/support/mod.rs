//! What several tests need: the bundled story, and everything that is shown of one.

#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod golden;
pub(crate) mod large;
pub(crate) mod stories;

use serde_json::Value;
use std::path::{Path, PathBuf};
use tahaluf::atlas::Atlas;
use tahaluf::document::problem::Problem;
use tahaluf::graph::Slice;
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::explain;
use tahaluf::model::Subject;
use tahaluf::model::id::NodeId;
use tahaluf::scene::{details, legend, network, statement, table, timeline};
use tahaluf::state::{Action, State};

/// A path of the repository.
pub(crate) fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// A file of the repository.
pub(crate) fn text_of(relative: &str) -> String {
    let path = path(relative);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The bundled story as it stands in its file.
pub(crate) fn bundled_json() -> Value {
    serde_json::from_str(&text_of("assets/story.json")).unwrap()
}

/// The bundled story.
pub(crate) fn bundled() -> Atlas {
    atlas_of(&bundled_json())
}

/// The atlas of a story that has no problem.
pub(crate) fn atlas_of(story: &Value) -> Atlas {
    read(story).unwrap_or_else(|problems| panic!("{}", explained(&problems)))
}

/// What the program makes of a story.
pub(crate) fn read(story: &Value) -> Result<Atlas, Vec<Problem>> {
    Atlas::from_json(story.to_string().as_bytes())
}

/// Problems in words, one a line.
pub(crate) fn explained(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let words = explain(Locale::En, &problem.kind);
        format!("{}: {words}\n", problem.pointer)
    };
    problems.iter().map(line).collect()
}

/// The opening state in a language, with or without the relations.
pub(crate) fn opening(atlas: &Atlas, locale: Locale, relations: bool) -> State {
    State::opening(atlas.ecosystem(), locale).apply(Action::ShowRelations(relations))
}

/// What of the story a state shows.
pub(crate) fn slice(atlas: &Atlas, state: &State) -> Slice {
    Slice::of(atlas.graph(), atlas.ecosystem(), state.query())
}

/// Everything that the details can be about, and nothing.
pub(crate) fn subjects(atlas: &Atlas) -> Vec<Option<Subject>> {
    let story = atlas.ecosystem();
    let alliances = story.alliances.ids().map(NodeId::Alliance);
    let organizations = story.organizations.ids().map(NodeId::Organization);
    let nodes = alliances.chain(organizations).map(Subject::Node);
    let events = story.events.ids().map(Subject::Event);
    [None]
        .into_iter()
        .chain(nodes.chain(events).map(Some))
        .collect()
}

/// Draws whatever a reader can come to see; for stories that may be odd.
pub(crate) fn draw_everything(atlas: &Atlas) {
    for frame in Frame::ALL {
        for relations in [false, true] {
            let layout = atlas.layout(frame, relations);
            for locale in Locale::ALL {
                let state = opening(atlas, locale, relations);
                network::of(atlas, &layout, &slice(atlas, &state), locale, "");
            }
        }
    }
    for locale in Locale::ALL {
        let state = opening(atlas, locale, true);
        let slice = slice(atlas, &state);
        legend::of(atlas, &state, &slice);
        table::rows(atlas, &state, &slice);
        statement::of(atlas, &state, &slice);
        timeline::years(atlas, &state);
        for width in [0.0, 320.0, 768.0, 1280.0, 2560.0] {
            timeline::of(atlas, &state, width);
        }
        for focus in subjects(atlas) {
            details::of(atlas, &state.apply(Action::Focus(focus)));
        }
    }
}
