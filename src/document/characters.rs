//! Characters that a text of a story does not have: nobody sees them, or they are not what they
//! look like.

use super::problem::CharacterFault;

/// Whether nobody sees a character, wherever it stands: controls, separators of lines and
/// paragraphs, and those format characters of Unicode (general category Cf) that draw nothing.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
        )
}

/// Whether an invisible character has its use in prose: it joins or parts letters, or says which
/// way a text runs, and ends by itself.
const fn has_use(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}' | '\u{61C}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is a form of a letter in its place, which Unicode keeps for old encodings:
/// it joins nothing, and nobody finds it who searches for the letter. The ornate brackets among
/// them are brackets.
const fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FD3D}' | '\u{FD40}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// What is wrong with the first wrong character of a prose, and its place, from 1.
pub(super) fn fault_of_prose(text: &str) -> Option<(CharacterFault, usize)> {
    let at_end = || {
        let blank = text.trim().len() < text.len();
        let place = if text.starts_with(char::is_whitespace) {
            1
        } else {
            text.chars().count()
        };
        blank.then_some((CharacterFault::BlankAtEnd, place))
    };
    first_fault(text, |c| match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(CharacterFault::LineBreak),
        '\t' => Some(CharacterFault::Tab),
        '\u{FFFD}' => Some(CharacterFault::Lost),
        _ if is_presentation_form(c) => Some(CharacterFault::PresentationForm(c)),
        _ if is_invisible(c) && !has_use(c) => Some(CharacterFault::Invisible(c)),
        _ => None,
    })
    .or_else(at_end)
}

/// The same of a text that programs compare: an id, a date, an address, a word of the format.
pub(super) fn fault_of_key(text: &str) -> Option<(CharacterFault, usize)> {
    first_fault(text, |c| {
        (is_invisible(c) || c == '\u{A0}').then_some(CharacterFault::Invisible(c))
    })
}

fn first_fault(
    text: &str,
    fault: impl Fn(char) -> Option<CharacterFault>,
) -> Option<(CharacterFault, usize)> {
    let mut characters = text.chars().zip(1..);
    characters.find_map(|(c, place)| Some((fault(c)?, place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_has_one_line_of_letters() {
        for (text, fault) in [
            ("Reuters", None),
            (
                "کتاب\u{200C}ها و\u{2068}StepFun\u{2069} \u{FD3F}1\u{FD3E}",
                None,
            ),
            ("a\nb", Some((CharacterFault::LineBreak, 2))),
            ("a\tb", Some((CharacterFault::Tab, 2))),
            (
                "عربي\u{200B}",
                Some((CharacterFault::Invisible('\u{200B}'), 5)),
            ),
            (
                "\u{202E}abc",
                Some((CharacterFault::Invisible('\u{202E}'), 1)),
            ),
            ("so\u{AD}ft", Some((CharacterFault::Invisible('\u{AD}'), 3))),
            (
                "\u{FEE1}\u{FEAE}",
                Some((CharacterFault::PresentationForm('\u{FEE1}'), 1)),
            ),
            (
                "\u{FDF2}",
                Some((CharacterFault::PresentationForm('\u{FDF2}'), 1)),
            ),
            ("a\u{FFFD}", Some((CharacterFault::Lost, 2))),
            (" a", Some((CharacterFault::BlankAtEnd, 1))),
            ("ab ", Some((CharacterFault::BlankAtEnd, 3))),
        ] {
            assert_eq!(fault_of_prose(text), fault, "{text:?}");
        }
    }

    #[test]
    fn a_key_has_no_character_that_nobody_sees() {
        assert_eq!(fault_of_key("2025-07-26"), None);
        for c in ['\u{200B}', '\u{200E}', '\u{A0}', '\u{FEFF}', '\t'] {
            let found = fault_of_key(&format!("al{c}der"));
            assert_eq!(found, Some((CharacterFault::Invisible(c), 3)));
        }
    }
}
