//! What a font of a style sheet is for: its `unicode-range` (CSS Fonts Level 4).

/// Whether a `@font-face` rule is for a character: all characters, where it says none.
pub(super) fn covers(rule: &str, character: char) -> bool {
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
