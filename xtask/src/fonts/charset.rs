//! The two faces: where each comes from, what it is called, and what is kept of it.

use std::ops::RangeInclusive;

/// One of the two faces of the page, which share the work by character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// IBM Plex Sans: Latin letters, digits, and the punctuation of both scripts where it is shared.
    Latin,
    /// IBM Plex Sans Arabic: Arabic letters, digits and punctuation.
    Arabic,
}

/// A licence text: where npm puts it, and what it is called beside the fonts.
pub(super) struct Licence {
    pub(super) source: &'static str,
    pub(super) shipped: &'static str,
}

/// ASCII, the letters and signs of Latin-1, and the punctuation that prose and data use.
///
/// The source holds no arrows but ↑ ↓ and no №: the page draws arrows as pictures.
const LATIN: &[RangeInclusive<char>] = &[
    ' '..='~',
    '\u{a0}'..='\u{ac}',
    '\u{ae}'..='ÿ',
    'ı'..='ı',
    'Œ'..='œ',
    '–'..='—',
    '‘'..='‚',
    '“'..='„',
    '•'..='•',
    '…'..='…',
    '‹'..='›',
    '€'..='€',
    '™'..='™',
    '↑'..='↑',
    '↓'..='↓',
    '−'..='−',
];

/// Arabic as news writes it: its letters, the letters of foreign names, vowel marks, both sets
/// of Arabic digits, its punctuation; and the invisible characters that steer joining and direction.
const ARABIC: &[RangeInclusive<char>] = &[
    '\u{60c}'..='\u{60c}',
    '\u{61b}'..='\u{61b}',
    '\u{61f}'..='\u{61f}',
    '\u{621}'..='\u{63a}',
    '\u{640}'..='\u{655}',
    '\u{660}'..='\u{66c}',
    '\u{670}'..='\u{671}',
    '\u{67e}'..='\u{67e}', // peh
    '\u{686}'..='\u{686}', // tcheh
    '\u{698}'..='\u{698}', // jeh
    '\u{6a4}'..='\u{6a4}', // veh
    '\u{6a9}'..='\u{6a9}', // keheh
    '\u{6af}'..='\u{6af}', // gaf
    '\u{6cc}'..='\u{6cc}', // Farsi yeh
    '\u{6f0}'..='\u{6f9}',
    '\u{200c}'..='\u{200f}',
];

impl Face {
    /// The name of the family, as the font itself and the style sheet give it.
    pub(super) fn family(self) -> &'static str {
        match self {
            Self::Latin => "IBM Plex Sans",
            Self::Arabic => "IBM Plex Sans Arabic",
        }
    }

    /// Every character that is kept, in ascending order.
    pub(super) fn characters(self) -> impl Iterator<Item = char> {
        let ranges = match self {
            Self::Latin => LATIN,
            Self::Arabic => ARABIC,
        };
        ranges.iter().cloned().flatten()
    }

    /// The OpenType features that are kept: what joins, places marks and kerns.
    pub(super) fn features(self) -> &'static str {
        match self {
            Self::Latin => "ccmp liga kern mark mkmk",
            Self::Arabic => "ccmp isol init medi fina rlig calt liga kern mark mkmk curs",
        }
    }

    /// The OpenType script whose rules are kept. Text that is in no script of the font, such as
    /// digits alone, is set by the rules for Latin where there are none by default.
    pub(super) fn script(self) -> &'static str {
        match self {
            Self::Latin => "latn",
            Self::Arabic => "arab",
        }
    }

    /// The file that npm installs, from the top of the repository.
    pub(super) fn source(self, weight: u16) -> String {
        match self {
            Self::Latin => {
                format!(
                    "node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-{weight}-normal.woff2"
                )
            }
            Self::Arabic => format!(
                "node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-{weight}-normal.woff2"
            ),
        }
    }

    /// How the names of the shipped files begin.
    pub(super) fn stem(self) -> &'static str {
        match self {
            Self::Latin => "plex-sans",
            Self::Arabic => "plex-sans-arabic",
        }
    }

    /// The licence, which asks to be shipped with the font.
    pub(super) fn licence(self) -> Licence {
        match self {
            Self::Latin => Licence {
                source: "node_modules/@fontsource/ibm-plex-sans/LICENSE",
                shipped: "LICENSE-IBM-Plex-Sans.txt",
            },
            Self::Arabic => Licence {
                source: "node_modules/@fontsource/ibm-plex-sans-arabic/LICENSE",
                shipped: "LICENSE-IBM-Plex-Sans-Arabic.txt",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Face;

    /// The generated tables are searched by halving.
    #[test]
    fn characters_ascend_without_repeats() {
        for face in [Face::Latin, Face::Arabic] {
            let characters: Vec<char> = face.characters().collect();
            assert!(
                characters.is_sorted_by(|a, b| a < b),
                "{}: the ranges overlap or are out of order",
                face.family()
            );
        }
    }

    /// A character in both would belong to the first, and its width in the second mislead.
    #[test]
    fn no_character_is_in_both_faces() {
        let arabic: Vec<char> = Face::Arabic.characters().collect();
        let shared: Vec<char> = Face::Latin
            .characters()
            .filter(|character| arabic.contains(character))
            .collect();
        assert!(shared.is_empty(), "in both faces: {shared:?}");
    }
}
