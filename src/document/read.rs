//! Reading typed values from the tree, collecting every problem.
//!
//! A reader never stops at the first problem: where something is wrong it notes
//! it and goes on with a placeholder. The placeholders never get out, for a
//! document with problems gives no model.

use super::Json;
use super::characters::{fault_of_key, fault_of_prose};
use super::nearest::nearest;
use super::problem::{JsonType, Problem, ProblemKind};
use super::url;
use crate::date::{Date, When};
use std::mem;

/// Walks the tree, knowing where it is and what was wrong so far.
#[derive(Debug, Default)]
pub struct Reader {
    problems: Vec<Problem>,
    pointer: String,
    /// Inside a field that is missing, which has been reported, nothing else is.
    is_silent: bool,
}

/// The entries of an object, and which of them were asked for.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: &'a [(String, Json)],
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Whether there is a value at a key, whatever it is.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name == key)
    }

    /// The first value at a key, which is noted as asked for.
    fn ask(&mut self, key: &'static str) -> Option<&'a Json> {
        self.asked.push(key);
        let (_, json) = self.entries.iter().find(|(name, _)| name == key)?;
        Some(json)
    }
}

impl Reader {
    /// Everything that was wrong, in the order of reading.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// How many problems there are so far.
    pub fn problem_count(&self) -> usize {
        self.problems.len()
    }

    /// Notes a problem at the present place. What it is, is made out only where it is noted.
    pub fn report(&mut self, kind: impl FnOnce() -> ProblemKind) {
        if !self.is_silent {
            self.problems.push(Problem {
                pointer: self.pointer.clone(),
                kind: kind(),
            });
        }
    }

    /// Reads below the present place, at a key or an index.
    pub fn at<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.pointer.len();
        self.pointer.push('/');
        // RFC 6901, section 3: `~` and `/` are escaped in a reference token.
        self.pointer
            .push_str(&step.replace('~', "~0").replace('/', "~1"));
        let value = read(self);
        self.pointer.truncate(outside);
        value
    }

    /// Reads an object's fields; afterwards every field that was not asked for,
    /// or stands twice, is a problem.
    pub fn object<'a, T: Default>(
        &mut self,
        json: &'a Json,
        read: impl FnOnce(&mut Self, &mut Fields<'a>) -> T,
    ) -> T {
        let Some(mut fields) = self.open(json) else {
            return T::default();
        };
        let value = read(self, &mut fields);
        self.close(&fields);
        value
    }

    fn open<'a>(&mut self, json: &'a Json) -> Option<Fields<'a>> {
        if let Json::Object(entries) = json {
            return Some(Fields {
                entries,
                asked: Vec::new(),
            });
        }
        self.wrong_type(json, JsonType::Object)
    }

    /// Reports every field of an object that was not asked for, or stands twice.
    fn close(&mut self, fields: &Fields<'_>) {
        let entries = fields.entries;
        for (index, (key, _)) in entries.iter().enumerate() {
            if !fields.asked.contains(&key.as_str()) {
                self.at(key, |reader| {
                    reader.report(|| ProblemKind::UnknownField {
                        found: key.clone(),
                        suggestion: nearest(key, &fields.asked),
                    });
                });
            } else if entries[..index].iter().any(|(other, _)| other == key) {
                self.at(key, |reader| {
                    reader.report(|| ProblemKind::DuplicateField { found: key.clone() });
                });
            }
        }
    }

    /// A field that must be there. Where it is not, `read` gives the placeholder
    /// that it gives for any value of a wrong type.
    pub fn required<'a, T>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'a Json) -> T,
    ) -> T {
        if let Some(json) = fields.ask(key) {
            return self.at(key, |reader| read(reader, json));
        }
        self.report(|| ProblemKind::Missing { field: key });
        let was_silent = mem::replace(&mut self.is_silent, true);
        let placeholder = read(self, &Json::Null);
        self.is_silent = was_silent;
        placeholder
    }

    /// A field that may be left out.
    pub fn optional<'a, T>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'a Json) -> T,
    ) -> Option<T> {
        let json = fields.ask(key)?;
        Some(self.at(key, |reader| read(reader, json)))
    }

    /// Every item of an array.
    pub fn array<'a, T>(
        &mut self,
        json: &'a Json,
        mut read: impl FnMut(&mut Self, &'a Json) -> T,
    ) -> Vec<T> {
        let Json::Array(items) = json else {
            return self.wrong_type(json, JsonType::Array);
        };
        let item = |(index, item): (usize, &'a Json)| {
            self.at(&index.to_string(), |reader| read(reader, item))
        };
        items.iter().enumerate().map(item).collect()
    }

    /// Reports a list with nothing in it.
    pub fn filled(&mut self, json: &Json) {
        if matches!(json, Json::Array(items) if items.is_empty()) {
            self.report(|| ProblemKind::Empty);
        }
    }

    /// Every object of an array; what is none is reported and left out.
    pub fn objects<'a, T>(
        &mut self,
        json: &'a Json,
        mut read: impl FnMut(&mut Self, &mut Fields<'a>) -> T,
    ) -> Vec<T> {
        let objects = self.array(json, |reader, json| {
            let mut fields = reader.open(json)?;
            let object = read(reader, &mut fields);
            reader.close(&fields);
            Some(object)
        });
        objects.into_iter().flatten().collect()
    }

    /// A text that says something, in one paragraph.
    pub fn string(&mut self, json: &Json) -> String {
        let text = self.raw_string(json);
        if let Some("") = text.map(str::trim) {
            self.report(|| ProblemKind::Empty);
        } else if let Some((fault, place)) = text.and_then(fault_of_prose) {
            self.report(|| ProblemKind::Character { fault, place });
        }
        text.unwrap_or_default().to_owned()
    }

    /// A text that programs compare. What nobody sees in it is reported here: in words about the
    /// whole, it could not be seen either.
    fn key<'a>(&mut self, json: &'a Json) -> Option<&'a str> {
        let text = self.raw_string(json)?;
        if let Some((fault, place)) = fault_of_key(text) {
            self.report(|| ProblemKind::Character { fault, place });
            return None;
        }
        Some(text)
    }

    /// A list with something in it, none of it twice; `read` gives each item.
    pub fn set<T: PartialEq>(
        &mut self,
        json: &Json,
        mut read: impl FnMut(&mut Self, &Json) -> T,
    ) -> Vec<T> {
        let mut items: Vec<T> = Vec::new();
        self.array(json, |reader, json| {
            let problems_before = reader.problem_count();
            let item = read(reader, json);
            if problems_before < reader.problem_count() {
                return;
            }
            if items.contains(&item) {
                let found = reader.id(json);
                reader.report(|| ProblemKind::DuplicateId {
                    found: found.to_owned(),
                });
            } else {
                items.push(item);
            }
        });
        items
    }

    /// `true` or `false`.
    pub fn bool(&mut self, json: &Json) -> bool {
        match json {
            Json::Bool(value) => *value,
            _ => self.wrong_type(json, JsonType::Bool),
        }
    }

    /// A whole number.
    pub fn whole(&mut self, json: &Json) -> i64 {
        match json {
            Json::Whole(value) => *value,
            _ => self.wrong_type(json, JsonType::Whole),
        }
    }

    /// An EDTF date or interval.
    pub fn when(&mut self, json: &Json) -> When {
        self.date_of(json)
    }

    /// A whole day.
    pub fn day(&mut self, json: &Json) -> Date {
        self.date_of(json)
    }

    fn date_of<T: std::str::FromStr<Err = crate::date::DateError> + Default>(
        &mut self,
        json: &Json,
    ) -> T {
        let Some(text) = self.key(json) else {
            return T::default();
        };
        text.parse().unwrap_or_else(|error| {
            self.report(|| ProblemKind::MalformedDate {
                found: text.to_owned(),
                error,
            });
            T::default()
        })
    }

    /// An address that a link may lead to: http or https, nothing that runs.
    pub fn url(&mut self, json: &Json) -> String {
        let Some(text) = self.key(json) else {
            return String::new();
        };
        if let Err(problem) = url::check(text) {
            self.report(|| problem);
        }
        text.to_owned()
    }

    /// An id of the form `lower-case-words-1`.
    pub fn id<'a>(&mut self, json: &'a Json) -> &'a str {
        let Some(text) = self.key(json) else {
            return "";
        };
        let well_formed = text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if !well_formed {
            self.report(|| ProblemKind::MalformedId {
                found: text.to_owned(),
            });
        }
        text
    }

    /// The tag of a language, or of a language in a script or a region, as BCP 47 writes them:
    /// `pt`, `zh-Hant`, `pt-BR`.
    pub fn language(&mut self, json: &Json) -> String {
        let Some(text) = self.key(json) else {
            return String::new();
        };
        let mut subtags = text.split('-');
        let language = subtags.next().unwrap_or_default();
        let is_language = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        let mut others = subtags.map(str::as_bytes);
        let are_subtags = others.all(|subtag| {
            (2..=8).contains(&subtag.len()) && subtag.iter().all(u8::is_ascii_alphanumeric)
        });
        if !is_language || !are_subtags {
            self.report(|| ProblemKind::MalformedLanguage {
                found: text.to_owned(),
            });
        }
        text.to_owned()
    }

    /// One of a few words, each standing for a value.
    pub fn word<T: Copy + Default>(&mut self, json: &Json, words: &[(&'static str, T)]) -> T {
        let Some(text) = self.key(json) else {
            return T::default();
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return *value;
        }
        self.report(|| {
            let expected: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            ProblemKind::UnknownWord {
                found: text.to_owned(),
                suggestion: nearest(text, &expected),
                expected,
            }
        });
        T::default()
    }

    fn raw_string<'a>(&mut self, json: &'a Json) -> Option<&'a str> {
        if let Json::String(text) = json {
            return Some(text);
        }
        self.wrong_type::<()>(json, JsonType::String);
        None
    }

    fn wrong_type<T: Default>(&mut self, json: &Json, expected: JsonType) -> T {
        self.report(|| ProblemKind::WrongType {
            found: json.kind(),
            expected,
        });
        T::default()
    }
}

impl Json {
    /// Which type of value it is.
    pub const fn kind(&self) -> JsonType {
        match self {
            Self::Null => JsonType::Null,
            Self::Bool(_) => JsonType::Bool,
            Self::Whole(_) => JsonType::Whole,
            Self::Fraction(_) => JsonType::Fraction,
            Self::String(_) => JsonType::String,
            Self::Array(_) => JsonType::Array,
            Self::Object(_) => JsonType::Object,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    fn problems(json: &str, read: impl FnOnce(&mut Reader, &Json)) -> Vec<(String, ProblemKind)> {
        let mut reader = Reader::default();
        read(&mut reader, &parse(json.as_bytes()).unwrap());
        reader
            .into_problems()
            .into_iter()
            .map(|problem| (problem.pointer, problem.kind))
            .collect()
    }

    #[test]
    fn every_problem_of_an_object_is_reported() {
        let found = problems(
            r#"{"titel": 1, "a/b": 2, "id": 3, "id": 4}"#,
            |reader, json| {
                reader.object(json, |reader, fields| {
                    reader.required(fields, "title", Reader::string);
                    reader.required(fields, "id", |reader, json| reader.id(json).to_owned());
                });
            },
        );
        let pointers: Vec<_> = found.iter().map(|(pointer, _)| pointer.as_str()).collect();
        assert_eq!(pointers, ["", "/id", "/titel", "/a~1b", "/id"]);
        assert_eq!(found[0].1, ProblemKind::Missing { field: "title" });
        assert_eq!(
            found[2].1,
            ProblemKind::UnknownField {
                found: "titel".into(),
                suggestion: Some("title".into())
            }
        );
        assert_eq!(
            found[4].1,
            ProblemKind::DuplicateField { found: "id".into() }
        );
    }
}
