//! A story as a page carries it: checked, laid out, and written as JSON.
//!
//! A story's file is for its editors. It may have mistakes, and it says nothing of places;
//! reading it takes a tenth of the program, and laying it out another. Whoever publishes a story
//! does both once, and writes an edition, from which the program that every reader downloads has
//! its [`Atlas`].
//!
//! Writing and reading are derived (serde) from the types of the story and of its placements. An
//! edition begins with its version, and is read only where it is whole: where it is not, [`Damage`]
//! says why, and there is still the file.

mod data;

use crate::atlas::Atlas;
use crate::document::Json;
use crate::layout::zones::Zones;
use crate::layout::{Frame, Placement};
use crate::markup::script_data;
use crate::model::Ecosystem;
use data::{Data, Lengths};
use serde::{Deserialize, Serialize};

/// The version of the types below this module. To be raised where what is written by one can be
/// read by another and means something else there: a field that is gone or new without a default
/// is noticed without it.
pub const VERSION: i64 = 2;

/// An edition as it is written; its fields are those of [`Edition`].
#[derive(Serialize)]
struct Written<'a> {
    version: i64,
    story: &'a Ecosystem,
    placements: &'a [Placement; Frame::ALL.len()],
}

/// What of an edition is read when its version is known.
#[derive(Deserialize)]
struct Edition {
    story: Ecosystem,
    /// In the order of [`Frame::ALL`].
    placements: [Placement; Frame::ALL.len()],
}

/// Why an edition cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It ends too early.
    CutOff,
    /// It is not JSON.
    NotJson,
    /// It was written by another version of the program: the number that it has.
    OtherVersion(i64),
    /// A field is missing or of another type, or something stands for an entry that is not there.
    OtherShape,
}

impl Damage {
    /// What is wrong, for whoever looks into a browser's console.
    pub fn message(self) -> String {
        match self {
            Self::CutOff => "the page's story ends too early".to_owned(),
            Self::NotJson => "the page's story is not JSON".to_owned(),
            Self::OtherVersion(found) => [
                "the page's story is of version ",
                &found.to_string(),
                ", and this program reads version ",
                &VERSION.to_string(),
            ]
            .concat(),
            Self::OtherShape => "the page's story has not the fields of its version".to_owned(),
        }
    }
}

/// The edition of an atlas, as JSON. It has no `<`: what stands in a `script` element of HTML is
/// what was written.
///
/// # Errors
/// Never for an atlas: only what has no form in JSON cannot be written.
pub fn write(atlas: &Atlas) -> serde_json::Result<String> {
    let written = Written {
        version: VERSION,
        story: atlas.ecosystem(),
        placements: atlas.placements(),
    };
    Ok(script_data(serde_json::to_string(&written)?))
}

/// The atlas of an edition.
///
/// # Errors
/// What keeps it from being read.
pub fn read(edition: &str) -> Result<Atlas, Damage> {
    let tree: Json = serde_json::from_str(edition).map_err(|error| {
        if error.is_eof() {
            Damage::CutOff
        } else {
            Damage::NotJson
        }
    })?;
    match tree.get("version") {
        Some(Json::Whole(VERSION)) => {}
        Some(Json::Whole(other)) => return Err(Damage::OtherVersion(*other)),
        _ => return Err(Damage::OtherShape),
    }
    let lengths = Lengths::of(tree.get("story").unwrap_or(&Json::Null));
    let edition = Edition::deserialize(Data::new(tree, &lengths));
    let Edition { story, placements } = edition.map_err(|_| Damage::OtherShape)?;
    let nodes = story.alliances.len() + story.organizations.len();
    let is_of_story = |placement: &Placement| {
        let places = placement.places.len();
        let are_zones = |zones: &Zones| zones.are_of(places, placement.fields.len());
        places == nodes
            && placement.fields.iter().all(|field| field.hub < places)
            && placement.zones.as_ref().is_none_or(are_zones)
    };
    if !placements.iter().all(is_of_story) {
        return Err(Damage::OtherShape);
    }
    Ok(Atlas::placed(story, placements))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};
    use std::sync::LazyLock;

    static STORY: LazyLock<Atlas> =
        LazyLock::new(|| Atlas::from_json(include_bytes!("../assets/story.json")).unwrap());
    static EDITION: LazyLock<String> = LazyLock::new(|| write(&STORY).unwrap());

    /// Why the edition is not read when one place of it, a JSON Pointer, has another value.
    fn damage(place: &str, value: Value) -> Option<Damage> {
        let mut edition: Value = serde_json::from_str(&EDITION).unwrap();
        *edition.pointer_mut(place).unwrap() = value;
        read(&edition.to_string()).err()
    }

    #[test]
    fn a_story_is_read_as_it_was_written() {
        let again = read(&EDITION).unwrap();
        assert_eq!(std::format!("{again:?}"), std::format!("{:?}", *STORY));
    }

    #[test]
    fn another_version_is_told_first() {
        let other = r#"{"version":1,"story":"written otherwise"}"#;
        assert_eq!(read(other).err(), Some(Damage::OtherVersion(1)));
        let message = Damage::OtherVersion(1).message();
        assert!(message.contains("version 1"), "{message}");
    }

    #[test]
    fn what_is_not_json_is_told() {
        for text in ["<p>", "{\"version\":2}x", "{\"version\":2,}", "{1:2}"] {
            assert_eq!(read(text).err(), Some(Damage::NotJson), "{text}");
        }
    }

    #[test]
    fn fields_of_another_shape_are_told() {
        for text in ["{}", "[]", "{\"version\":\"1\"}", "{\"version\":2}"] {
            assert_eq!(read(text).err(), Some(Damage::OtherShape), "{text}");
        }
        for (place, value) in [
            ("/story/title", json!("one language")),
            ("/story/as_of", json!("2026-02-30")),
            ("/story/words/kinds/0/shape", json!("no-shape")),
            ("/story/organizations/0/kind", json!("no-kind")),
            ("/story/events/0/core", Value::Null),
            ("/placements/0/size/width", json!("wide")),
        ] {
            assert_eq!(damage(place, value), Some(Damage::OtherShape), "{place}");
        }
    }

    #[test]
    fn what_stands_for_nothing_is_told() {
        for (place, value) in [
            ("/story/accounts/0/sources/0", json!(100_000)),
            ("/story/memberships/0/alliance", json!(-1)),
            ("/story/memberships/0/organization", json!(1_000)),
            ("/story/relations/0/to", json!({ "organization": 1_000 })),
            ("/story/lists", json!([])),
            ("/placements/1/places/0", json!([])),
            ("/placements/1/places", json!([])),
            ("/placements/1/fields/0/hub", json!(1_000)),
        ] {
            assert_eq!(damage(place, value), Some(Damage::OtherShape), "{place}");
        }
    }

    #[test]
    fn nothing_in_it_ends_a_script_or_is_changed_by_html() {
        let hostile = "</script><!--<script>\\r\\l";
        let story = include_str!("../assets/story.json");
        let mut story: Value = serde_json::from_str(story).unwrap();
        story["title"]["ar"] = hostile.into();
        let atlas = Atlas::from_json(story.to_string().as_bytes()).unwrap();
        let edition = write(&atlas).unwrap();
        assert!(!edition.contains('<'), "{edition}");
        assert_eq!(read(&edition).unwrap().ecosystem().title.ar, hostile);
    }

    proptest! {
        #[test]
        fn what_ends_too_early_is_told(at in any::<prop::sample::Index>()) {
            let starts: Vec<usize> = EDITION.char_indices().map(|(start, _)| start).collect();
            let before = &EDITION[..starts[at.index(starts.len())]];
            prop_assert_eq!(read(before).err(), Some(Damage::CutOff), "{}", before);
        }

        #[test]
        fn no_other_text_is_read(text in any::<String>()) {
            prop_assert!(read(&text).is_err());
        }
    }
}
