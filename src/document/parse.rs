//! From the bytes of a file to its tree.

use super::Json;
use super::problem::{Problem, ProblemKind};

/// The tree of a file.
///
/// Arrays and objects may stand 127 deep in one another, which is the limit of `serde_json`:
/// no file exhausts the stack.
///
/// # Errors
/// One [`Problem`] with line and column, where the bytes are not JSON in UTF-8.
pub fn parse(bytes: &[u8]) -> Result<Json, Problem> {
    // A byte order mark is not JSON, but editors write it and nobody sees it.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| Problem {
        pointer: String::new(),
        kind: ProblemKind::Syntax {
            line: error.line(),
            column: error.column(),
        },
    })
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
        let place = |bytes: &[u8]| parse(bytes).unwrap_err().kind;
        let at = |line, column| ProblemKind::Syntax { line, column };
        assert_eq!(place(b"{\n  \"a\": ,\n}"), at(2, 8));
        assert_eq!(place(b"[1,\n2"), at(2, 1), "the end comes too early");
        assert_eq!(place(b"[\"a\n\"]"), at(2, 0), "a line ends in a text");
        assert_eq!(place(b"\"\\ud800\""), at(1, 8), "half a character");
        assert_eq!(place(b"[1e999]"), at(1, 6), "no float is as large");
        assert_eq!(place(b"\xEF\xBB\xBF\xff"), at(1, 1), "not UTF-8");
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
        assert!(parse(nest(128).as_bytes()).is_err(), "too deep");
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
                Ok(_) => {}
                Err(ProblemKind::Syntax { line, column }) => {
                    prop_assert!((1..=lines).contains(&line) && column <= bytes.len());
                }
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
