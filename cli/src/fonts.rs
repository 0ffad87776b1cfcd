//! The fonts of a page that stands alone: of those that the app ships the ones that it needs,
//! with their files in the style sheet.

use crate::app::App;
use crate::failure::Outcome;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeSet;

/// The style sheet of the fonts.
pub(crate) struct Fonts {
    /// The rules of those that the app ships, each with its font as a data address.
    pub(crate) shipped: String,
    /// The custom properties that name the families, each with the order in which they are tried.
    pub(crate) families: String,
}

/// The fonts that some characters need.
///
/// # Errors
///
/// When the style sheet or a font is not there.
pub(crate) fn fonts(app: App<'_>, characters: &BTreeSet<char>) -> Outcome<Fonts> {
    let sheet = app.text("fonts.css")?;
    let mut fonts = Fonts {
        shipped: String::new(),
        families: String::new(),
    };
    let mut left = sheet.as_str();
    while let Some(at) = left.find("@font-face") {
        let (before, rule) = left.split_at(at);
        let end = rule.find('}').map_or(rule.len(), |end| end + 1);
        let (rule, after) = rule.split_at(end);
        fonts.families.push_str(before);
        left = after;
        if let Some((before, source)) = rule.split_once("url(")
            && let Some((address, after)) = source.split_once(')')
            && characters.iter().any(|character| covers(rule, *character))
        {
            let file = STANDARD.encode(app.bytes(address.trim_matches(['"', '\'']))?);
            let data = ["url(data:font/woff2;base64,", &file, ")"].concat();
            fonts.shipped.push_str(&[before, &data, after].concat());
        }
    }
    fonts.families.push_str(left);
    Ok(fonts)
}

/// Whether a `@font-face` rule is for a character by its `unicode-range` (CSS Fonts Level 4): all
/// characters, where it says none.
fn covers(rule: &str, character: char) -> bool {
    let Some((_, ranges)) = rule.split_once("unicode-range:") else {
        return true;
    };
    let ranges = ranges.split([';', '}']).next().unwrap_or_default();
    ranges
        .split(',')
        .any(|range| contains(range.trim(), character))
}

/// Whether `U+20-7E`, `U+131` or `U+4??` has a character.
fn contains(range: &str, character: char) -> bool {
    let Some(range) = range.strip_prefix("U+").or(range.strip_prefix("u+")) else {
        return false;
    };
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let number = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let first = number(&first.replace('?', "0"));
    let last = number(&last.replace('?', "F"));
    first.is_some_and(|first| first <= character.into())
        && last.is_some_and(|last| u32::from(character) <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// The fonts of the app that some text needs.
    fn of(characters: &str) -> Fonts {
        let assets = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets"));
        fonts(App(assets), &characters.chars().collect()).unwrap_or_else(|it| panic!("{it}"))
    }

    #[test]
    fn what_no_character_needs_is_left_out() {
        let latin = of("Tahaluf");
        let rules = latin.shipped.matches("@font-face").count();
        assert_eq!(rules, 2, "one in each weight");
        let fonts = latin.shipped.matches("url(data:font/woff2;base64,d09GM");
        assert_eq!(fonts.count(), rules, "with its font, which is WOFF2");
        assert!(
            latin.families.contains("--font-text:"),
            "what says which stays"
        );
        assert!(!latin.families.contains("url("), "no font is asked for");
        assert!(of("تحالف").shipped.contains("IBM Plex Sans Arabic"));
    }

    #[test]
    fn a_range_is_read_as_css_writes_it() {
        let rule = "{font-family:X;unicode-range:U+20-7E,U+131, u+4??;src:url(x)}";
        for inside in [' ', '~', '\u{131}', '\u{400}', '\u{4ff}'] {
            assert!(covers(rule, inside), "{inside:?}");
        }
        for outside in ['\u{7f}', '\u{130}', '\u{500}'] {
            assert!(!covers(rule, outside), "{outside:?}");
        }
        assert!(
            covers("{font-family:X}", 'x'),
            "a rule without a range is for all"
        );
    }
}
