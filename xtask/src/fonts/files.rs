//! The files of a face: a page fetches only those whose characters it shows.

use crate::fonts::charset::Face;

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subset {
    /// What Arabic takes from the Latin face: it need not fetch its letters.
    Figures,
    /// What ordinary text of the two languages needs.
    Core,
    /// The rest.
    Extra,
}

/// The spaces, the digits, and what stands between words and digits of both scripts. Periods,
/// commas and hyphens stay with the letters, which are kerned with them.
const FIGURES: &str = " \u{a0}%()+/:0123456789«·»–−";

/// What Arabic text takes beside them, and the app's buttons. These and the figures are in the
/// file of the letters as well, where kerning knows them: Latin text fetches that alone.
const ARABIC_TEXT: &str = ".,‹›";

/// What English and Arabic prose uses beyond ASCII, and the app on its buttons.
const PUNCTUATION: &str = "\u{a0}«·»×–—‘’“”•…‹›−";

/// A shipped file.
pub(super) struct File {
    /// Its name in `assets/fonts`.
    pub(super) name: String,
    /// The family in which the style sheet has it.
    pub(super) family: String,
    /// What it is for, in ascending order.
    pub(super) characters: Vec<char>,
}

/// The files that a face in one weight is split into.
pub(super) fn files(face: Face, weight: u16) -> Vec<File> {
    [
        (Subset::Figures, "-figures"),
        (Subset::Core, ""),
        (Subset::Extra, "-extra"),
    ]
    .into_iter()
    .map(|(subset, suffix)| File {
        name: format!("{}{suffix}-{weight}.woff2", face.stem()),
        family: match subset {
            Subset::Figures => figures_family(face),
            Subset::Core | Subset::Extra => face.family().to_owned(),
        },
        characters: face
            .characters()
            .filter(|character| subset.has(face, weight, *character))
            .collect(),
    })
    .filter(|file| !file.characters.is_empty())
    .collect()
}

/// The family of a face's figures. It stands before the face where text is Arabic, and after
/// it where it is not: there it gives only what the face's own files lack.
pub(super) fn figures_family(face: Face) -> String {
    format!("{} Figures", face.family())
}

impl Subset {
    fn has(self, face: Face, weight: u16, character: char) -> bool {
        let is_doubled = face == Face::Latin && weight == 400 && self == Self::Figures;
        is_doubled && (FIGURES.contains(character) || ARABIC_TEXT.contains(character))
            || Self::of(face, weight, character) == self
    }

    fn of(face: Face, weight: u16, character: char) -> Self {
        let is_core = match face {
            Face::Latin if weight > 400 && FIGURES.contains(character) => return Self::Figures,
            Face::Latin => character.is_ascii() || PUNCTUATION.contains(character),
            // Letters join only letters of their own file, and marks find their place only on
            // those: all must be together, those of foreign names too.
            Face::Arabic => !matches!(character, '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}'),
        };
        if is_core { Self::Core } else { Self::Extra }
    }
}

#[cfg(test)]
mod tests {
    use super::{Subset, files};
    use crate::fonts::WEIGHTS;
    use crate::fonts::charset::Face;
    use crate::workspace::root;
    use std::fs;

    #[test]
    fn every_character_is_in_one_file_beside_those_for_arabic_text() {
        for face in [Face::Latin, Face::Arabic] {
            for weight in WEIGHTS {
                let mut characters: Vec<char> = files(face, weight)
                    .into_iter()
                    .filter(|file| weight > 400 || file.family == face.family())
                    .flat_map(|file| file.characters)
                    .collect();
                characters.sort_unstable();
                assert!(characters.into_iter().eq(face.characters()));
            }
        }
    }

    #[test]
    fn what_joins_or_stands_on_a_letter_is_in_its_file() {
        for weight in WEIGHTS {
            for letter in Face::Arabic.characters().filter(|it| it.is_alphabetic()) {
                assert!(
                    Subset::of(Face::Arabic, weight, letter) == Subset::Core,
                    "{letter}"
                );
            }
        }
    }

    #[test]
    fn the_bundled_story_needs_no_extra_file() {
        let story = fs::read_to_string(root().join("assets/story.json")).unwrap();
        for face in [Face::Latin, Face::Arabic] {
            for character in face.characters().filter(|it| story.contains(*it)) {
                assert!(
                    Subset::of(face, 400, character) != Subset::Extra,
                    "{character}"
                );
            }
        }
    }
}
