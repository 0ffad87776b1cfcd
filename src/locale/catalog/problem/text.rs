//! What is wrong with the letters of a file, in words.

use super::{ProblemMessages, compose};
use crate::document::problem::{CharacterFault, SyntaxFault, UrlFault};
use crate::locale::isolate::isolated;

/// Where a file ceases to be UTF-8, by line and column, and the byte that stands there.
pub(super) fn not_utf8(words: &ProblemMessages, place: [usize; 2], byte: u8) -> String {
    let [line, column] = place.map(|it| it.to_string());
    let byte = isolated(&format!("0x{byte:02X}"));
    compose(words, words.not_utf8, &[&line, &column, &byte])
}

/// Where JSON ends, by line and column, and what was found there.
pub(super) fn syntax(words: &ProblemMessages, place: [usize; 2], fault: SyntaxFault) -> String {
    let [line, column] = place.map(|it| it.to_string());
    let say = |sentence, parts: &[&str]| compose(words, sentence, parts);
    let found = match fault {
        SyntaxFault::EndsEarly => say(words.syntax_ends_early, &[]),
        SyntaxFault::LineBreakInText => say(words.syntax_line_break, &[]),
        SyntaxFault::TabInText => say(words.syntax_tab, &[]),
        SyntaxFault::Quote(found) => {
            say(words.syntax_quote, &[&found.to_string(), &isolated("\"")])
        }
        SyntaxFault::ArabicComma(found) => {
            say(words.syntax_comma, &[&found.to_string(), &isolated(",")])
        }
        SyntaxFault::ArabicDigit(found) => say(words.syntax_digit, &[&found.to_string()]),
        SyntaxFault::Comment => say(words.syntax_comment, &[]),
        SyntaxFault::TrailingComma => say(words.syntax_trailing_comma, &[]),
        SyntaxFault::Word => say(words.syntax_word, &[]),
        SyntaxFault::Hidden(found) => say(words.syntax_hidden, &[&code(found)]),
        SyntaxFault::TooDeep => say(words.syntax_too_deep, &[]),
        SyntaxFault::TooLarge => say(words.syntax_too_large, &[]),
        SyntaxFault::Other(found) => say(words.syntax_other, &[&found.to_string()]),
    };
    say(words.syntax, &[&line, &column, &found])
}

/// What is wrong with a character of a text, in words.
pub(super) fn character(words: &ProblemMessages, fault: CharacterFault, place: usize) -> String {
    let place = place.to_string();
    let (sentence, found) = match fault {
        CharacterFault::LineBreak => (words.character_line_break, None),
        CharacterFault::Tab => (words.character_tab, None),
        CharacterFault::Invisible(found) => (words.character_invisible, Some(found)),
        CharacterFault::PresentationForm(found) => (words.character_form, Some(found)),
        CharacterFault::Lost => (words.character_lost, Some(char::REPLACEMENT_CHARACTER)),
        CharacterFault::BlankAtEnd => (words.character_blank, None),
    };
    let found = found.map(code).unwrap_or_default();
    compose(words, sentence, &[&place, &found])
}

/// A character by its code, for it may not be seen: U+200B.
fn code(found: char) -> String {
    isolated(&format!("U+{:04X}", u32::from(found)))
}

/// What is wrong with an address.
pub(super) fn broken_url(words: &ProblemMessages, found: &str, fault: UrlFault) -> String {
    let sentence = match fault {
        UrlFault::Host => words.broken_url_host,
        UrlFault::Port => words.broken_url_port,
        UrlFault::Escape => words.broken_url_escape,
        UrlFault::Credentials => words.broken_url_credentials,
    };
    compose(words, sentence, &[found, "%25"])
}
