//! From bytes to the tree: `hifijson` finds the tokens, and here they become values.

use super::Json;
use super::problem::{Problem, ProblemKind};
use hifijson::num::LexWrite as _;
use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Expect, SliceLexer};

/// How many arrays and objects may stand in one another: no file exhausts the stack.
const MAX_DEPTH: usize = 127;

/// The byte that no JSON has there.
enum Misfit {
    /// The next one to be read.
    Next,
    /// The last one that was read.
    Last,
}

impl From<Expect> for Misfit {
    fn from(_: Expect) -> Self {
        Self::Next
    }
}

/// The tree of a file.
///
/// # Errors
/// One [`Problem`] with line and column, where the bytes are not JSON in UTF-8.
pub fn parse(bytes: &[u8]) -> Result<Json, Problem> {
    // A byte order mark is not JSON, but editors write it and nobody sees it.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lexer = SliceLexer::new(bytes);
    let tree = lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| {
        value(next, lexer, MAX_DEPTH)
    });
    tree.map_err(|misfit| {
        let read = bytes.len() - lexer.as_slice().len();
        let end = match misfit {
            Misfit::Next => bytes.len().min(read + 1),
            Misfit::Last => read,
        };
        Problem {
            pointer: String::new(),
            kind: place_of_last(&bytes[..end]),
        }
    })
}

fn place_of_last(bytes: &[u8]) -> ProblemKind {
    let (mut line, mut column) = (1, 0);
    for byte in bytes {
        column += 1;
        if *byte == b'\n' {
            (line, column) = (line + 1, 0);
        }
    }
    ProblemKind::Syntax { line, column }
}

fn value(next: u8, lexer: &mut SliceLexer<'_>, depth: usize) -> Result<Json, Misfit> {
    Ok(match next {
        b'[' => {
            let mut items = Vec::new();
            sequence(lexer, b']', depth, &mut |next, lexer, depth| {
                items.push(value(next, lexer, depth)?);
                Ok(())
            })?;
            Json::Array(items)
        }
        b'{' => {
            let mut entries = Vec::new();
            sequence(lexer, b'}', depth, &mut |next, lexer, depth| {
                entries.push(entry(next, lexer, depth)?);
                Ok(())
            })?;
            Json::Object(entries)
        }
        b'"' => Json::String(string(lexer)?),
        b'-' | b'0'..=b'9' => number(lexer)?,
        // The first letter has been read where the word is none of these.
        _ => match lexer.null_or_bool().ok_or(Misfit::Last)? {
            None => Json::Null,
            Some(value) => Json::Bool(value),
        },
    })
}

/// Not generic: one copy serves arrays and objects.
fn sequence<'a>(
    lexer: &mut SliceLexer<'a>,
    end: u8,
    depth: usize,
    read: &mut dyn FnMut(u8, &mut SliceLexer<'a>, usize) -> Result<(), Misfit>,
) -> Result<(), Misfit> {
    let depth = depth.checked_sub(1).ok_or(Misfit::Next)?;
    lexer
        .discarded()
        .seq(end, SliceLexer::ws_peek, |next, lexer| {
            read(next, lexer, depth)
        })
}

fn entry(next: u8, lexer: &mut SliceLexer<'_>, depth: usize) -> Result<(String, Json), Misfit> {
    if next != b'"' {
        return Err(Misfit::Next);
    }
    let key = string(lexer)?;
    if lexer.ws_peek() != Some(b':') {
        return Err(Misfit::Next);
    }
    let next = lexer.discarded().ws_peek().ok_or(Misfit::Next)?;
    Ok((key, value(next, lexer, depth)?))
}

/// Not inlined: keys and values are strings.
#[inline(never)]
fn string(lexer: &mut SliceLexer<'_>) -> Result<String, Misfit> {
    let text = lexer.discarded().str_string().map_err(|_| Misfit::Last)?;
    Ok(text.into_owned())
}

#[inline(never)]
fn number(lexer: &mut SliceLexer<'_>) -> Result<Json, Misfit> {
    let (text, _) = lexer.num_string().validated().map_err(|_| Misfit::Next)?;
    Ok(text.parse().map_or(Json::Fraction, Json::Whole))
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
                ("b".into(), Json::Fraction),
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
        assert_eq!(place(b"\"\\ud800\""), at(1, 7), "half a character");
        assert_eq!(place(b"\xEF\xBB\xBF\xff"), at(1, 1), "not UTF-8");
    }

    #[test]
    fn numbers_that_are_not_whole_or_too_large_are_fractions() {
        for (text, number) in [
            ("-9223372036854775808", Json::Whole(i64::MIN)),
            ("9223372036854775807", Json::Whole(i64::MAX)),
            ("9223372036854775808", Json::Fraction),
            ("1.0", Json::Fraction),
            ("1e2", Json::Fraction),
            // serde_json refuses it; the grammar has no limit (RFC 8259, section 6).
            ("1e999", Json::Fraction),
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
            (Json::Whole(ours), Value::Number(theirs)) => {
                theirs.as_i64() == Some(*ours) || (*ours == 0 && theirs.to_string() == "-0.0")
            }
            (Json::Fraction, Value::Number(theirs)) => theirs.as_i64().is_none(),
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
            let theirs = serde_json::from_slice::<Value>(&bytes);
            match (parse(&bytes), theirs) {
                (Ok(ours), Ok(theirs)) => prop_assert!(is_same(&ours, &theirs), "{ours:?}"),
                (Err(_), Err(_)) => {}
                (Ok(_), Err(limit)) => {
                    prop_assert!(limit.to_string().starts_with("number out of range"), "{limit}");
                }
                (Err(ours), Ok(_)) => prop_assert!(false, "{ours:?}"),
            }
        }
    }
}
