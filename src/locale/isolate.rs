//! Bidi isolation: a name in one script must not reorder the text around it.
//!
//! In markup a name stands in `<bdi>`; in attributes, titles and SVG labels,
//! which hold no markup, it stands between FSI and PDI (Unicode Standard Annex
//! #9, Unicode Bidirectional Algorithm, section 2.4). A name's own directional
//! controls are removed, so that none can reach past its end.

use super::Direction;

/// Right-to-left isolate: what follows runs from right to left.
const RLI: char = '\u{2067}';
/// First strong isolate: what follows has the direction of its first strong letter.
const FSI: char = '\u{2068}';
/// Pop directional isolate: ends the last isolate.
const PDI: char = '\u{2069}';

/// The text between FSI and PDI, without directional controls of its own.
///
/// ```
/// assert_eq!(tahaluf::locale::isolate::isolated("C++"), "\u{2068}C++\u{2069}");
/// ```
pub fn isolated(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.push(FSI);
    out.push_str(&without_controls(text));
    out.push(PDI);
    out
}

/// The text so that it runs in a direction where every text is taken for one from left to
/// right, by programs that know no other.
///
/// ```
/// use tahaluf::locale::{Direction, isolate::running};
/// assert_eq!(running("يوليو 2025", Direction::RightToLeft), "\u{2067}يوليو 2025\u{2069}");
/// assert_eq!(running("July 2025", Direction::LeftToRight), "July 2025");
/// ```
pub fn running(text: &str, direction: Direction) -> String {
    match direction {
        Direction::LeftToRight => text.to_owned(),
        Direction::RightToLeft => {
            let mut out = String::with_capacity(text.len() + 6);
            out.push(RLI);
            out.push_str(text);
            out.push(PDI);
            out
        }
    }
}

/// The text without directional controls (UAX #9, section 2) and without the
/// control characters that no name needs.
pub fn without_controls(text: &str) -> String {
    text.chars()
        .filter(|&c| !is_directional_control(c) && !c.is_control())
        .collect()
}

/// Embeddings, overrides, isolates and marks: LRE … RLO, LRI … PDI, LRM, RLM, ALM.
const fn is_directional_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_name_cannot_reach_past_its_end() {
        assert_eq!(isolated("a\u{202E}b\u{2069}c\u{0}"), "\u{2068}abc\u{2069}");
    }
}
