//! What the subset fonts must draw as the whole ones do: the glyphs of these texts are kept.
//!
//! The Arabic face draws some letters anew for what stands beside them, with a glyph for each
//! pair. Such pairs are kept where both letters are those of Arabic. Letters of foreign names join
//! those beside them in their common forms: pairs with them would weigh a kilobyte in each weight.

use crate::fonts::advances::{JOINER, forms};
use crate::fonts::charset::Face;
use crate::fonts::pairs;

/// Letters that a reh before them makes shorter, and those that have its shape.
const SHORTENED: (&str, &str) = ("رز", "جحخعغ");

/// The texts whose glyphs are kept.
pub(super) fn texts(face: Face) -> Vec<String> {
    let characters = face.characters().map(String::from);
    match face {
        Face::Latin => characters.chain(["fi", "fl"].map(str::to_owned)).collect(),
        Face::Arabic => characters
            .chain(face.characters().flat_map(forms))
            .chain(pairs::texts(&letters()))
            .chain(pairs::texts(&['ل', 'ٱ']))
            .chain(shortened())
            .chain(marks())
            .collect(),
    }
}

/// The letters of Arabic itself.
fn letters() -> Vec<char> {
    ('\u{621}'..='\u{64a}')
        .filter(|letter| Face::Arabic.characters().any(|it| it == *letter))
        .collect()
}

/// Each letter that can make a pair with a reh, before one that is shortened.
fn shortened() -> impl Iterator<Item = String> {
    letters().into_iter().flat_map(|letter| {
        SHORTENED.0.chars().flat_map(move |reh| {
            SHORTENED.1.chars().flat_map(move |next| {
                let text = format!("{letter}{reh}{next}");
                [format!("{JOINER}{text}"), text]
            })
        })
    })
}

/// Each two marks on one letter, which may be drawn as one.
fn marks() -> impl Iterator<Item = String> {
    let marks = || Face::Arabic.characters().filter(|it| is_mark(*it));
    marks().flat_map(move |first| marks().map(move |second| format!("ب{first}{second}")))
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{64b}'..='\u{655}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::texts;
    use crate::fonts::charset::Face;

    #[test]
    fn every_character_is_drawn() {
        for face in [Face::Latin, Face::Arabic] {
            let drawn = texts(face);
            let is_drawn = |character: char| drawn.contains(&character.to_string());
            assert!(face.characters().all(is_drawn), "{}", face.family());
        }
    }
}
