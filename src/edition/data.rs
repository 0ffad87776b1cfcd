//! The tree of an edition as serde's data: what any type that derives `Deserialize` is made of.
//!
//! `serde_json` could give the derived code the text itself. Through the tree its parser is
//! compiled once and not again for each type, and what does not fit is not put in words that
//! nobody reads: see docs/adr/0023.

use crate::document::Json;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::{fmt, mem};

/// Data of another shape than the type that was asked for.
#[derive(Debug)]
pub(super) struct Misfit;

impl fmt::Display for Misfit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("data of another shape")
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// How many entries each table of a story has, by the type of its ids. Ids are the only types of
/// a story that wrap a single value.
pub(super) struct Lengths([(&'static str, usize); TABLES.len() + WORDS.len()]);

/// The tables of a story, each with the type of its ids.
const TABLES: [(&str, &str); 7] = [
    ("AccountId", "accounts"),
    ("ListId", "lists"),
    ("AllianceId", "alliances"),
    ("OrganizationId", "organizations"),
    ("EventId", "events"),
    ("StepId", "steps"),
    ("SourceId", "sources"),
];

/// The tables of its words.
const WORDS: [(&str, &str); 7] = [
    ("KindId", "kinds"),
    ("RoleId", "roles"),
    ("TieId", "ties"),
    ("RankId", "ranks"),
    ("EndId", "ends"),
    ("TopicId", "topics"),
    ("LaneId", "lanes"),
];

impl Lengths {
    /// Those of a story.
    pub(super) fn of(story: &Json) -> Self {
        let words = story.get("words").unwrap_or(&Json::Null);
        let mut lengths = [("", 0); TABLES.len() + WORDS.len()];
        let tables = TABLES.map(|table| (story, table)).into_iter();
        let tables = tables.chain(WORDS.map(|table| (words, table)));
        for (length, (parent, (id, table))) in lengths.iter_mut().zip(tables) {
            let entries = match parent.get(table) {
                Some(Json::Array(entries)) => entries.len(),
                _ => 0,
            };
            *length = (id, entries);
        }
        Self(lengths)
    }

    /// Whether a value can be an id of this type: the place of an entry in its table. An id whose
    /// table is not listed above can be nothing.
    fn has(&self, name: &str, value: &Json) -> bool {
        let length = self.0.iter().find(|(id, _)| *id == name);
        length.is_some_and(|(_, length)| match value {
            Json::Whole(index) => usize::try_from(*index).is_ok_and(|index| index < *length),
            _ => false,
        })
    }
}

/// A value of a story, as data.
pub(super) struct Data<'a> {
    value: Json,
    lengths: &'a Lengths,
}

impl<'a> Data<'a> {
    pub(super) const fn new(value: Json, lengths: &'a Lengths) -> Self {
        Self { value, lengths }
    }

    fn items(
        lengths: &'a Lengths,
        items: Vec<Json>,
    ) -> SeqDeserializer<impl Iterator<Item = Self>, Misfit> {
        let items = items.into_iter();
        SeqDeserializer::new(items.map(move |item| Self::new(item, lengths)))
    }

    fn entries<'de>(
        lengths: &'a Lengths,
        entries: Vec<(String, Json)>,
    ) -> MapDeserializer<'de, impl Iterator<Item = (String, Self)>, Misfit> {
        let entries = entries.into_iter();
        MapDeserializer::new(entries.map(move |(key, value)| (key, Self::new(value, lengths))))
    }
}

/// The values at these keys, in their order; nothing where there is none.
fn in_order(mut entries: Vec<(String, Json)>, keys: &[&str]) -> Vec<Json> {
    let value = |key: &&str| {
        let entry = entries.iter_mut().find(|(name, _)| name == key);
        entry.map_or(Json::Null, |(_, value)| mem::replace(value, Json::Null))
    };
    keys.iter().map(value).collect()
}

impl IntoDeserializer<'_, Misfit> for Data<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Data<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(value),
            Json::Whole(value) => visitor.visit_i64(value),
            Json::Fraction(value) => visitor.visit_f64(value),
            Json::String(value) => visitor.visit_string(value),
            Json::Array(items) => visitor.visit_seq(Self::items(self.lengths, items)),
            Json::Object(entries) => visitor.visit_map(Self::entries(self.lengths, entries)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        if self.lengths.has(name, &self.value) {
            visitor.visit_newtype_struct(self)
        } else {
            Err(Misfit)
        }
    }

    /// A record is an object. What is derived takes its fields as they come, each with its name,
    /// or all of them in their order; for the latter it is half as large. So they are put in order
    /// here, and what is missing is nothing.
    ///
    /// Not inlined: inlined, records are compiled again in each record that holds them, for 4.7 kB
    /// of Brotli.
    #[inline(never)]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.value {
            Json::Object(entries) => {
                visitor.visit_seq(Self::items(self.lengths, in_order(entries, fields)))
            }
            _ => Err(Misfit),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.value {
            Json::String(kind) => visitor.visit_enum(kind.into_deserializer()),
            Json::Object(entries) => visitor.visit_enum(MapAccessDeserializer::new(Self::entries(
                self.lengths,
                entries,
            ))),
            _ => Err(Misfit),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}
