//! What can be wrong with a story file, as data.
//!
//! [`crate::locale::catalog`] puts it in words, in each language.

use crate::date::DateError;

/// One thing that is wrong: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON Pointer (RFC 6901) to the place; empty for the whole file.
    pub pointer: String,
    /// What was found there and what was expected.
    pub kind: ProblemKind,
}

/// What was found, and what was expected instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is not JSON, from this place on (both count from 1).
    Syntax {
        /// Line of the file.
        line: usize,
        /// Column in that line, in bytes.
        column: usize,
    },
    /// A value of another type.
    WrongType {
        /// What stands there.
        found: JsonType,
        /// What should.
        expected: JsonType,
    },
    /// A field that must be there is not.
    Missing {
        /// The field's name; a language's key where a translation is missing.
        field: &'static str,
    },
    /// A field that the format does not have.
    UnknownField {
        /// Its name.
        found: String,
        /// The field that was probably meant.
        suggestion: Option<String>,
    },
    /// A field that stands twice in one object.
    DuplicateField {
        /// Its name.
        found: String,
    },
    /// A text or a list with nothing in it.
    Empty,
    /// A text that is not one of a few words.
    UnknownWord {
        /// What stands there.
        found: String,
        /// The words that may.
        expected: Vec<&'static str>,
        /// The word that was probably meant.
        suggestion: Option<String>,
    },
    /// An id of another form than `lower-case-words`.
    MalformedId {
        /// What stands there.
        found: String,
    },
    /// An id that nothing in the file has.
    UnknownId {
        /// What stands there.
        found: String,
        /// What it should be the id of.
        of: Kind,
        /// The id that was probably meant.
        suggestion: Option<String>,
    },
    /// An id that something earlier has, or a reference made twice.
    DuplicateId {
        /// The id.
        found: String,
    },
    /// Not a date.
    MalformedDate {
        /// What stands there.
        found: String,
        /// What is wrong with it.
        error: DateError,
    },
    /// Not an http(s) address.
    MalformedUrl {
        /// What stands there.
        found: String,
    },
    /// A version of the format that this program does not know.
    UnknownFormat {
        /// What stands there.
        found: i64,
    },
    /// An event later than the story's date that is not marked as scheduled.
    NotYetHappened,
    /// A step that shows a day before the story's time or after its date.
    OutsideStory,
    /// An organization that is in the same alliance twice.
    DuplicateMembership,
    /// A relation of an organization with itself.
    SelfRelation,
}

/// The types of JSON values, and the whole numbers among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are JSON's own")]
pub enum JsonType {
    Null,
    Bool,
    Whole,
    Fraction,
    String,
    Array,
    Object,
}

/// What an id can be the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the model's own")]
pub enum Kind {
    Source,
    Account,
    List,
    Alliance,
    Organization,
    /// An alliance or an organization.
    Node,
    /// An alliance, an organization or an event.
    Subject,
}
