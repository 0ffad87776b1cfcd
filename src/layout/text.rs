//! How wide a text will be drawn, without asking a browser.
//!
//! The prerendered page and the wasm program must lay out alike, so widths come
//! from the advances of the bundled fonts. Arabic letters have no width of
//! their own: it depends on the form that joining gives them (Unicode Standard,
//! §9.2, "Arabic Cursive Joining").

mod wrap;

use super::advances;
use crate::geometry::Size;
pub use wrap::wrap;

/// The ways of setting text in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// An organization's name.
    Label,
    /// An alliance's name, the title of its field.
    Title,
}

impl Face {
    /// The font's size, in scene units.
    pub const fn size(self) -> f64 {
        match self {
            Self::Label => 14.0,
            Self::Title => 16.0,
        }
    }

    /// The distance from one line to the next, in scene units.
    pub const fn line_height(self) -> f64 {
        match self {
            Self::Label => 20.0,
            Self::Title => 22.0,
        }
    }

    /// The font's weight, as in CSS `font-weight`.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Label => 400,
            Self::Title => 600,
        }
    }

    /// The box these lines need, with two units of air at either side.
    pub fn block(self, lines: &[String]) -> Size {
        let mut size = Size::default();
        for line in lines {
            size.width = size.width.max(self.width(line) + 4.0);
            size.height += self.line_height();
        }
        size
    }

    /// The width of one line, in scene units.
    pub fn width(self, text: &str) -> f64 {
        width_em(text, self) * self.size()
    }
}

/// How a letter joins its neighbors (the Unicode property `Joining_Type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joining {
    /// On both sides.
    Dual,
    /// Only to the letter before it.
    Right,
    /// Not at all.
    None,
    /// A mark: the letters around it join as if it were not there.
    Transparent,
}

/// How an Arabic character joins, and for each weight its width isolated, initial,
/// medial and final, in 1/1000 em.
pub(super) type ArabicWidths = (Joining, [[u16; 4]; 2]);

/// The width of one line in em: multiply by the font's size.
pub fn width_em(text: &str, face: Face) -> f64 {
    let weight = usize::from(face == Face::Title);
    let mut width = 0.0;
    // Whether the letter before reaches out to the next one.
    let mut reached = false;
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        let Some((joining, forms)) = arabic(char) else {
            width += plain_em(char, weight);
            reached &= is_mark(char);
            continue;
        };
        if joining == Joining::Transparent {
            continue;
        }
        let rest = chars.as_str();
        let joined = reached && matches!(joining, Joining::Dual | Joining::Right);
        let is_reaching = joining == Joining::Dual && is_joined_to(rest);
        let form = match (joined, is_reaching) {
            (false, false) => 0,
            (false, true) => 1,
            (true, true) => 2,
            (true, false) => 3,
        };
        width += em(forms[weight][form]) + pair_em(char, rest, weight, joined);
        reached = is_reaching;
    }
    width
}

fn em(thousandths: u16) -> f64 {
    f64::from(thousandths) / 1000.0
}

fn arabic(char: char) -> Option<(Joining, &'static [[u16; 4]; 2])> {
    let (joining, forms) = row(advances::ARABIC, char)?;
    Some((*joining, forms))
}

/// What a table has of a character: its lists hold characters that follow one another.
fn row<T>(lists: &'static [(char, &'static [T])], char: char) -> Option<&'static T> {
    let after = lists.partition_point(|(first, _)| *first <= char);
    let (first, rows) = lists[..after].last()?;
    rows.get(usize::try_from(u32::from(char) - u32::from(*first)).ok()?)
}

/// What a letter's width changes by beside the letter that begins `rest`, where
/// the two are kerned or form a ligature.
fn pair_em(char: char, rest: &str, weight: usize, joined: bool) -> f64 {
    let Some(next) = next_letter(rest) else {
        return 0.0;
    };
    // `str::contains` would look for the letter as for a text: 2 kB of WebAssembly.
    let has = |letters: &str, letter| letters.chars().any(|it| it == letter);
    let is_row = |row: &&(&str, &str, _)| has(row.0, char) && has(row.1, next);
    let Some((_, _, changes)) = advances::PAIRS.iter().find(is_row) else {
        return 0.0;
    };
    let after_next = &rest[rest.find(next).unwrap_or(0) + next.len_utf8()..];
    let goes_on =
        arabic(next).is_some_and(|row| row.0 == Joining::Dual) && is_joined_to(after_next);
    f64::from(changes[weight][usize::from(joined) + 2 * usize::from(goes_on)]) / 1000.0
}

fn is_joined_to(rest: &str) -> bool {
    next_letter(rest)
        .and_then(arabic)
        .is_some_and(|(joining, _)| matches!(joining, Joining::Dual | Joining::Right))
}

/// The first character that is no mark.
fn next_letter(rest: &str) -> Option<char> {
    rest.chars().find(|&char| {
        !is_mark(char) && !arabic(char).is_some_and(|row| row.0 == Joining::Transparent)
    })
}

fn plain_em(char: char, weight: usize) -> f64 {
    if is_mark(char) {
        return 0.0;
    }
    if let Some(widths) = row(advances::LATIN, char) {
        return em(widths[weight]);
    }
    // Ideographs, kana, Hangul and full-width forms fill their square.
    let is_square = matches!(char,
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}');
    if is_square { 1.0 } else { 0.6 }
}

/// Combining marks and the invisible controls of bidirectional text.
fn is_mark(char: char) -> bool {
    matches!(char,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "sums of the same numbers are equal")]

    use super::*;

    /// Widths that Chromium draws with the bundled fonts, in em.
    #[test]
    fn widths_are_those_of_a_browser_within_five_percent() {
        let check = |face, text, drawn: f64| {
            let width = width_em(text, face);
            let share = width / drawn;
            assert!((0.95..1.05).contains(&share), "{text}: {width} for {drawn}");
        };
        check(Face::Label, "Moore Threads", 6.731);
        check(Face::Label, "Shanghai Chamber of Commerce", 14.693);
        check(Face::Title, "Iluvatar CoreX", 6.724);
        check(Face::Label, "هواوي", 2.481);
        check(Face::Label, "مور ثريدز", 3.145);
        check(Face::Label, "مُتَّحِد", 1.987);
        check(Face::Label, "لا إلا ولائم", 3.604);
        check(Face::Label, "شركة «هواوي» 2025", 8.136);
        check(
            Face::Title,
            "تحالف ابتكار النظام البيئي للنماذج والرقائق",
            16.215,
        );
    }

    #[test]
    fn letters_are_as_wide_as_their_joining_makes_them() {
        let width = |text| width_em(text, Face::Label);
        assert_ne!(width("ببب"), 3.0 * width("ب"), "joined, not side by side");
        assert_eq!(width("بَ"), width("ب"), "a mark has no width");
        assert_eq!(width("بَب"), width("بب"), "nor does it part letters");
        assert!(width("لا") < width("ل") + width("ا"), "one ligature");
        assert_eq!(width("لَا"), width("لا"), "with a mark, too");
    }

    #[test]
    fn other_scripts_have_a_width() {
        assert_eq!(width_em("阶跃星辰", Face::Label), 4.0);
        assert_eq!(width_em("\u{2068}\u{2069}", Face::Label), 0.0);
        assert!(width_em("θ", Face::Label) > 0.0);
    }
}
