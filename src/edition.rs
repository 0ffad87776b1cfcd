//! A story as a page carries it: checked, laid out, and written without a word too many.
//!
//! A story's file is for its editors. It names each field, it may have mistakes, and it says
//! nothing of places; reading it takes a tenth of the program, and laying it out another.
//! Whoever publishes a story does both once, and writes an edition, from which the program
//! that every reader downloads has its [`Atlas`].
//!
//! An edition is text: a number ends with a space, a text with the end of its line. First
//! comes a checksum; then every field of the story and of its placements, in the order of
//! `records`. Nothing has a name, so an edition is only read where it is whole and its
//! writer had the same records. Where it is not, there is still the file.

mod marks;
mod records;

use crate::atlas::Atlas;
use marks::{Printed, Reader, Writer};

/// The edition of an atlas. It has no `<`, no carriage return and no NUL: what stands in a
/// `script` element of HTML is what was written.
pub fn write(atlas: &Atlas) -> String {
    let mut writer = Writer::default();
    atlas.ecosystem().write(&mut writer);
    atlas.placements().write(&mut writer);
    let text = writer.into_text();
    [&checksum(&text).to_string(), " ", &text].concat()
}

/// The atlas of an edition; [`None`] where it is not whole, or not of these records.
pub fn read(edition: &str) -> Option<Atlas> {
    let (sum, text) = edition.split_once(' ')?;
    if sum != checksum(text).to_string() {
        return None;
    }
    let mut reader = Reader::of(text);
    let (ecosystem, placements) = (Printed::read(&mut reader), Printed::read(&mut reader));
    Some(Atlas::placed(ecosystem, placements))
}

/// What tells a whole text of these records from any other: its hash, begun from theirs.
fn checksum(text: &str) -> u32 {
    hash(records::SHAPE, text.as_bytes())
}

/// Where a hash begins.
const BASIS: u32 = 0x811c_9dc5;

/// Fowler, Noll and Vo's hash, variant 1a, 32 bits (RFC 9923), continued from that of what came
/// before. It tells accidents, not intent.
const fn hash(mut hash: u32, bytes: &[u8]) -> u32 {
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static STORY: LazyLock<Atlas> =
        LazyLock::new(|| Atlas::from_json(include_bytes!("../assets/story.json")).unwrap());
    static EDITION: LazyLock<String> = LazyLock::new(|| write(&STORY));

    #[test]
    fn a_story_is_read_as_it_was_written() {
        let again = read(&EDITION).unwrap();
        assert_eq!(std::format!("{again:?}"), std::format!("{:?}", *STORY));
    }

    #[test]
    fn a_hash_has_the_values_that_are_known() {
        assert_eq!(hash(BASIS, b""), BASIS);
        assert_eq!(hash(BASIS, b"foobar"), 0xbf9c_f968);
    }

    #[test]
    fn the_sum_of_other_records_is_another() {
        let text = EDITION.split_once(' ').unwrap().1;
        let sum = hash(BASIS, text.as_bytes()).to_string();
        assert!(read(&[&sum, " ", text].concat()).is_none(), "of no records");
    }

    #[test]
    fn nothing_in_it_ends_a_script_or_is_changed_by_html() {
        let hostile = "</script><!--<script>\r\n\0\\l";
        let story = include_str!("../assets/story.json");
        let mut story: serde_json::Value = serde_json::from_str(story).unwrap();
        story["title"]["ar"] = hostile.into();
        let atlas = Atlas::from_json(story.to_string().as_bytes()).unwrap();
        let edition = write(&atlas);
        assert!(!edition.contains(['<', '\r', '\0']), "{edition}");
        assert_eq!(read(&edition).unwrap().ecosystem().title.ar, hostile);
    }

    proptest! {
        #[test]
        fn what_is_not_whole_is_not_read(at in any::<prop::sample::Index>(), letter in any::<char>()) {
            let starts: Vec<usize> = EDITION.char_indices().map(|(start, _)| start).collect();
            let (before, after) = EDITION.split_at(starts[at.index(starts.len())]);
            prop_assert!(read(before).is_none(), "cut off");
            let mut rest = after.chars();
            if rest.next() != Some(letter) {
                let changed = [before, &String::from(letter), rest.as_str()].concat();
                prop_assert!(read(&changed).is_none(), "changed");
            }
        }

        #[test]
        fn no_other_text_is_read(text in any::<String>()) {
            prop_assert!(read(&text).is_none());
        }
    }
}
