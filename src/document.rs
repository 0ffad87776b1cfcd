//! The bytes of a story as a tree, before anything is known of what they say.
//!
//! The tree keeps what a map would lose: the order of keys and keys that stand
//! twice. [`read::Reader`] walks it and collects every [`Problem`] on the way,
//! each with its JSON Pointer (RFC 6901).

pub mod problem;
pub mod read;

use problem::{Problem, ProblemKind};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A JSON value (RFC 8259), objects in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that fits; stories use no others.
    Whole(i64),
    /// Any other number: never what a story expects, kept to be named in a problem.
    Fraction,
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Self>),
    /// An object; a key that stands twice is in it twice.
    Object(Vec<(String, Self)>),
}

/// The tree of a file.
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

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or(Json::Fraction, Json::Whole))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_order_and_their_doubles() {
        let tree = parse(br#"{"b":1,"a":[true,null,"x"],"b":0.5}"#).unwrap();
        assert_eq!(
            tree,
            Json::Object(vec![
                ("b".into(), Json::Whole(1)),
                (
                    "a".into(),
                    Json::Array(vec![Json::Bool(true), Json::Null, Json::String("x".into())])
                ),
                ("b".into(), Json::Fraction),
            ])
        );
    }

    #[test]
    fn what_is_not_json_is_found_by_line_and_column() {
        let problem = parse(b"{\n  \"a\": ,\n}").unwrap_err();
        assert_eq!(problem.kind, ProblemKind::Syntax { line: 2, column: 8 });
        assert!(
            parse(b"\"\\ud800\"").is_err(),
            "a lone surrogate is no text"
        );
        assert!(parse(b"\xff").is_err(), "not UTF-8");
    }

    #[test]
    fn a_deep_nest_is_refused_and_does_not_overflow() {
        assert!(parse(&b"[".repeat(100_000)).is_err(), "too deep");
    }
}
