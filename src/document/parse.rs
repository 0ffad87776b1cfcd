//! From the bytes of a file to its tree.

use super::Json;
use super::characters::is_invisible;
use super::foreign::foreign;
use super::problem::{Problem, ProblemKind, SyntaxFault};
use std::str;

/// The tree of a file.
///
/// Arrays and objects may stand 127 deep in one another, which is the limit of `serde_json`:
/// no file exhausts the stack.
///
/// # Errors
/// One [`Problem`] that says what the file is, where it is no text in UTF-8, or the line and the
/// column from which on it is not JSON, and what was found there.
pub fn parse(bytes: &[u8]) -> Result<Json, Problem> {
    read(bytes).map_err(|kind| Problem {
        pointer: String::new(),
        kind,
    })
}

fn read(bytes: &[u8]) -> Result<Json, ProblemKind> {
    if let Some(found) = foreign(bytes) {
        return Err(ProblemKind::NotText { found });
    }
    // A byte order mark is not JSON, but editors write it and nobody sees it.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let [line, column] = place(bytes, at);
        let byte = bytes[at];
        ProblemKind::NotUtf8 { line, column, byte }
    })?;
    serde_json::from_str(text).map_err(|error| {
        let at = offset(text, &error);
        let [line, column] = place(bytes, at);
        ProblemKind::Syntax {
            line,
            column,
            fault: fault(text, at, &error),
        }
    })
}

/// Where in a text an error is, in bytes: at a character, or at the end.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let lines = text.split_inclusive('\n').take(error.line() - 1);
    let line: usize = lines.map(str::len).sum();
    // `serde_json` counts from 1, in bytes; the end of a line is the column before the next's first.
    let mut at = (line + error.column()).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Line and column of a byte, both from 1 and in characters, as editors count.
fn place(bytes: &[u8], at: usize) -> [usize; 2] {
    let before = &bytes[..at];
    let line = before
        .rsplit(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    // What is before is UTF-8: every character has one byte that continues none.
    let characters = line.iter().filter(|byte| **byte & 0xC0 != 0x80);
    let lines = before.iter().filter(|byte| **byte == b'\n');
    [lines.count() + 1, characters.count() + 1]
}

/// What was found where JSON ends.
fn fault(text: &str, at: usize, error: &serde_json::Error) -> SyntaxFault {
    let (before, after) = text.split_at(at);
    let Some(found) = after.chars().next() else {
        return SyntaxFault::EndsEarly;
    };
    // `serde_json` has no other way to tell these two.
    let said = error.to_string();
    if said.starts_with("recursion limit") {
        return SyntaxFault::TooDeep;
    }
    if said.starts_with("number out of range") {
        return SyntaxFault::TooLarge;
    }
    match found {
        '\n' | '\r' => SyntaxFault::LineBreakInText,
        '\t' => SyntaxFault::TabInText,
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' => SyntaxFault::Quote(found),
        '،' | '؛' => SyntaxFault::ArabicComma(found),
        '٠'..='٩' | '۰'..='۹' => SyntaxFault::ArabicDigit(found),
        '/' | '#' => SyntaxFault::Comment,
        '}' | ']' if before.trim_end().ends_with(',') => SyntaxFault::TrailingComma,
        'N' | 'I' | 'T' | 'F' | 'u' => SyntaxFault::Word,
        '\u{A0}' => SyntaxFault::Hidden(found),
        _ if is_invisible(found) => SyntaxFault::Hidden(found),
        _ => SyntaxFault::Other(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    #[test]
    fn keys_keep_their_order_and_their_doubles() {
        let tree = parse(br#"{"b":1,"a":[true,null,"x"],"b":0.5}"#).unwrap();
        let array = vec![Json::Bool(true), Json::Null, Json::String("x".into())];
        assert_eq!(
            tree,
            Json::Object(vec![
                ("b".into(), Json::Whole(1)),
                ("a".into(), Json::Array(array)),
                ("b".into(), Json::Fraction(0.5)),
            ])
        );
    }

    #[test]
    fn what_is_not_json_is_found_by_line_and_column() {
        for (text, [line, column], fault) in [
            ("{\n  \"a\": ,\n}", [2, 8], SyntaxFault::Other(',')),
            ("{\"ع\": «ب»}", [1, 7], SyntaxFault::Quote('«')),
            ("{“a”: 1}", [1, 2], SyntaxFault::Quote('“')),
            ("{'a': 1}", [1, 2], SyntaxFault::Quote('\'')),
            ("[\"شهر\"، 2]", [1, 7], SyntaxFault::ArabicComma('،')),
            ("[\"شهر\", ٢]", [1, 9], SyntaxFault::ArabicDigit('٢')),
            ("[1,\n2", [2, 2], SyntaxFault::EndsEarly),
            ("[\"a\n\"]", [1, 4], SyntaxFault::LineBreakInText),
            ("[\"a\tb\"]", [1, 4], SyntaxFault::TabInText),
            ("[1,]", [1, 4], SyntaxFault::TrailingComma),
            ("{\"a\": 1,\n}", [2, 1], SyntaxFault::TrailingComma),
            ("[1] // one", [1, 5], SyntaxFault::Comment),
            ("[NaN]", [1, 2], SyntaxFault::Word),
            ("[\u{A0}1]", [1, 2], SyntaxFault::Hidden('\u{A0}')),
            ("[1e999]", [1, 6], SyntaxFault::TooLarge),
        ] {
            let expected = ProblemKind::Syntax {
                line,
                column,
                fault,
            };
            assert_eq!(parse(text.as_bytes()).unwrap_err().kind, expected, "{text}");
        }
        let not_utf8 = |bytes: &[u8]| parse(bytes).unwrap_err().kind;
        let expected = ProblemKind::NotUtf8 {
            line: 2,
            column: 3,
            byte: 0xD3,
        };
        assert_eq!(not_utf8(b"[\n\"\xD8\xB9\xD3\xC7\"]"), expected);
        let utf16 = ProblemKind::NotText {
            found: super::super::foreign::Foreign::Utf16,
        };
        assert_eq!(not_utf8(b"\xFF\xFE{\0}\0"), utf16);
    }

    #[test]
    fn numbers_that_are_not_whole_or_too_large_are_fractions() {
        for (text, number) in [
            ("-9223372036854775808", Json::Whole(i64::MIN)),
            ("9223372036854775807", Json::Whole(i64::MAX)),
            (
                "9223372036854775808",
                Json::Fraction(9_223_372_036_854_775_808.0),
            ),
            ("1.0", Json::Fraction(1.0)),
            ("1e2", Json::Fraction(100.0)),
            ("-0", Json::Fraction(-0.0)),
        ] {
            assert_eq!(parse(text.as_bytes()), Ok(number), "{text}");
        }
    }

    #[test]
    fn a_deep_nest_is_refused_and_does_not_overflow() {
        let nest = |depth| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(nest(127).as_bytes()).is_ok(), "as deep as can be");
        let too_deep = parse(nest(128).as_bytes()).unwrap_err().kind;
        let is_told = matches!(
            too_deep,
            ProblemKind::Syntax {
                fault: SyntaxFault::TooDeep,
                ..
            }
        );
        assert!(is_told, "{too_deep:?}");
        assert!(parse(&b"[".repeat(100_000)).is_err(), "far too deep");
    }

    /// Whether a tree says what `serde_json` reads; of doubled keys it has the last.
    fn is_same(ours: &Json, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
            (Json::Whole(ours), Value::Number(theirs)) => theirs.as_i64() == Some(*ours),
            (Json::Fraction(ours), Value::Number(theirs)) => {
                theirs.as_i64().is_none() && theirs.as_f64() == Some(*ours)
            }
            (Json::String(ours), Value::String(theirs)) => ours == theirs,
            (Json::Array(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len()
                    && ours.iter().zip(theirs).all(|(ours, it)| is_same(ours, it))
            }
            (Json::Object(ours), Value::Object(theirs)) => {
                let last = |key| ours.iter().rfind(|(name, _)| name == key);
                ours.iter().all(|(key, _)| theirs.contains_key(key))
                    && theirs
                        .iter()
                        .all(|(key, it)| last(key).is_some_and(|(_, ours)| is_same(ours, it)))
            }
            _ => false,
        }
    }

    /// Pieces of JSON, and what comes near to it.
    const PIECES: &str = r#"{ } [ ] , : "a": "b" "\u00e9\n" "\ud83d\ude00" "\ud800" "\ude00" "\x" "\u1g"
        " \u12 م 0 1 - -1 12.5 1. 1e-3 1E 01 9223372036854775808 true nul null false [] {} [1,2]
        {"a":0,"a":[]}"#;

    /// Pieces in any order, often in brackets that close.
    fn nearly_json() -> impl Strategy<Value = Vec<u8>> {
        let mut pieces: Vec<&[u8]> = vec![b" ", b"\n", b"\"\x01\"", b"\"\xff\""];
        pieces.extend(PIECES.split_whitespace().map(str::as_bytes));
        let bytes = prop::collection::vec(prop::sample::select(pieces), 0..7)
            .prop_map(|pieces| pieces.concat());
        (bytes, 0..3).prop_map(|(inside, wrap)| match wrap {
            0 => inside,
            1 => [b"[", &inside[..], b"]"].concat(),
            _ => [b"{\"k\":", &inside[..], b"}"].concat(),
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn it_reads_what_serde_json_reads(bytes in nearly_json()) {
            match (parse(&bytes), serde_json::from_slice::<Value>(&bytes)) {
                (Ok(ours), Ok(theirs)) => prop_assert!(is_same(&ours, &theirs), "{ours:?}"),
                (Err(_), Err(_)) => {}
                (ours, theirs) => prop_assert!(false, "{ours:?} {theirs:?}"),
            }
        }

        #[test]
        fn any_bytes_give_a_tree_or_a_place_in_them(bytes in any::<Vec<u8>>()) {
            let lines = bytes.split(|byte| *byte == b'\n').count();
            match parse(&bytes).map_err(|problem| problem.kind) {
                Ok(_) | Err(ProblemKind::NotText { .. }) => {}
                Err(
                    ProblemKind::Syntax { line, column, .. }
                    | ProblemKind::NotUtf8 { line, column, .. },
                ) => {
                    prop_assert!((1..=lines).contains(&line));
                    prop_assert!((1..=bytes.len() + 1).contains(&column));
                }
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
