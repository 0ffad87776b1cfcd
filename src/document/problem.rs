//! What can be wrong with a story file, as data.
//!
//! [`crate::locale::catalog`] puts it in words, in each language.

use super::foreign::Foreign;
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
    /// The file is no text in UTF-8.
    NotText {
        /// What it is.
        found: Foreign,
    },
    /// The file is text of another encoding, from this place on (both count from 1).
    NotUtf8 {
        /// Line of the file.
        line: usize,
        /// Column in that line, in characters.
        column: usize,
        /// The byte that begins no character.
        byte: u8,
    },
    /// The file is not JSON, from this place on (both count from 1).
    Syntax {
        /// Line of the file.
        line: usize,
        /// Column in that line, in characters.
        column: usize,
        /// What was found there.
        fault: SyntaxFault,
    },
    /// A text with a character that it cannot have.
    Character {
        /// What is wrong with it.
        fault: CharacterFault,
        /// Its place in the text, in characters from 1.
        place: usize,
    },
    /// A value of another type.
    WrongType {
        /// The type that the value has.
        found: JsonType,
        /// The type that it must have.
        expected: JsonType,
    },
    /// A field that must be there is not.
    Missing {
        /// The field's name; a language's key where a translation is missing.
        field: &'static str,
    },
    /// A field that the format does not have.
    UnknownField {
        /// The field's name.
        found: String,
        /// The field that was probably meant.
        suggestion: Option<String>,
    },
    /// A field that an earlier form of the format had.
    ReplacedField {
        /// The field's name.
        found: &'static str,
        /// The field that took its place.
        by: &'static str,
        /// The words that may stand in that.
        words: Vec<&'static str>,
    },
    /// A field that stands twice in one object.
    DuplicateField {
        /// The field's name.
        found: String,
    },
    /// A text or a list with nothing in it.
    Empty,
    /// A text that is not one of a few words.
    UnknownWord {
        /// The text as it stands in the file.
        found: String,
        /// The words that may.
        expected: Vec<&'static str>,
        /// The word that was probably meant.
        suggestion: Option<String>,
    },
    /// An id of another form than `lower-case-words`.
    MalformedId {
        /// The text as it stands in the file.
        found: String,
    },
    /// An id that nothing in the file has.
    UnknownId {
        /// The text as it stands in the file.
        found: String,
        /// What it should be the id of.
        of: Kind,
        /// The id that was probably meant.
        suggestion: Option<String>,
    },
    /// An id that something earlier has, or a reference made twice.
    DuplicateId {
        /// The id that is not the only one.
        found: String,
    },
    /// A text that is not a date.
    MalformedDate {
        /// The text as it stands in the file.
        found: String,
        /// What is wrong with it.
        error: DateError,
    },
    /// A text that is not an http(s) address.
    MalformedUrl {
        /// The text as it stands in the file.
        found: String,
    },
    /// An http(s) address that leads nowhere.
    BrokenUrl {
        /// The text as it stands in the file.
        found: String,
        /// What is wrong with it.
        fault: UrlFault,
    },
    /// A version of the format that this program does not know.
    UnknownFormat {
        /// The version that the file says.
        found: i64,
    },
    /// A version of the format that an earlier program read.
    OldFormat {
        /// The version that the file says.
        found: i64,
    },
    /// An event later than the story's date that is not marked as scheduled.
    NotYetHappened,
    /// A founding, a tie or a product later than the story's date: none of them can be scheduled.
    AfterStory,
    /// A date before another that cannot be later.
    BeforeOther {
        /// JSON Pointer (RFC 6901) to the other.
        other: String,
    },
    /// A step that shows a day before the story's time or after its date.
    OutsideStory,
    /// A step that shows one account, or more than two, side by side.
    NotTwoAccounts,
    /// An organization that is in the same alliance twice on a day.
    DuplicateMembership,
    /// A text that is no tag of a language.
    MalformedLanguage {
        /// The text as it stands in the file.
        found: String,
    },
    /// A word of the subject whose id means something else in links.
    ReservedId {
        /// The id.
        found: String,
    },
    /// A text that has no room where it stands.
    TooLong {
        /// How many characters it has.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// A warning: a source that nothing rests on.
    Uncited,
    /// A form of counting without a place for the number, where it stands for several numbers.
    NoNumber,
    /// A relation of an organization with itself.
    SelfRelation,
    /// An origin of another form than an id.
    MalformedOrigin {
        /// The text as it stands in the file.
        found: String,
        /// The origin that differs from it by capitals and spaces only.
        suggestion: Option<String>,
    },
    /// An origin of a digest, which counts for none.
    OriginOfDigest,
    /// A relay that goes back to itself.
    OriginItself,
    /// A document or a report that goes back to nobody knows what.
    OriginUnknown,
    /// A publisher that says that the text is somebody else's, of a source that says that
    /// it is the publisher's own.
    NotItsOwn {
        /// The word that says so.
        found: &'static str,
    },
    /// An address that leads to a home page.
    HomePage,
    /// An address that is not meant for readers.
    StagingHost {
        /// The word or the domain that tells so.
        found: &'static str,
    },
    /// A source without a date, and without a note that could say why.
    Undated,
    /// A dispute that rests on one account.
    OneSidedDispute,
    /// Not a month and not a day, where it has to be one of them.
    NoMonthOrDay,
    /// Sources that reach beyond the day on which they were checked.
    SourcesAhead,
    /// A warning: a date so far ahead of the story's that a digit is probably wrong.
    FarAhead,
    /// A warning: an organization with the name of another.
    SameName {
        /// The id of the other.
        other: String,
    },
    /// A warning: what carries the story, and stands in digests only.
    DigestsOnly,
    /// A warning: what carries the story, and stands in pages only that nobody opened.
    UnopenedOnly,
    /// A warning: a source whose address is not meant for readers, and is marked so.
    MarkedStaging,
    /// A warning: an address of a host that hands out files for others.
    DeliveryHost {
        /// The word that tells so.
        found: &'static str,
    },
    /// A warning: a page that seems to be another's copy, or another of the same publisher's
    /// text, and counts as an account of its own.
    SameTitle {
        /// The id of the other.
        other: String,
    },
    /// A warning: a source that is newer than what the sources are said to reach.
    PublishedLater,
}

/// What was found where JSON ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The end of the file: something is open.
    EndsEarly,
    /// The end of a line in a text.
    LineBreakInText,
    /// A tab in a text.
    TabInText,
    /// A quotation mark that is not JSON's.
    Quote(char),
    /// A comma or a semicolon of the Arabic script.
    ArabicComma(char),
    /// A digit that is not ASCII.
    ArabicDigit(char),
    /// A comment, which JSON has not.
    Comment,
    /// A comma with nothing after it.
    TrailingComma,
    /// A word that JSON has not, such as `NaN`, `None` or `True`.
    Word,
    /// A character that nobody sees.
    Hidden(char),
    /// Brackets in brackets, deeper than they are read.
    TooDeep,
    /// A number that no program holds.
    TooLarge,
    /// Anything else.
    Other(char),
}

/// What is wrong with a character of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharacterFault {
    /// The end of a line: every text is one paragraph.
    LineBreak,
    /// A tab.
    Tab,
    /// A character that nobody sees.
    Invisible(char),
    /// A form of a letter in place of the letter.
    PresentationForm(char),
    /// U+FFFD, which stands for what a program could not read.
    Lost,
    /// A blank at the beginning or the end.
    BlankAtEnd,
}

/// What is wrong with an http(s) address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlFault {
    /// There is no host, or it has characters that no host has.
    Host,
    /// The port is no number up to 65535.
    Port,
    /// A `%` without two hexadecimal digits after it.
    Escape,
    /// A name and a password of somebody.
    Credentials,
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
    /// What an organization can be.
    Kind,
    Role,
    Tie,
    Rank,
    End,
    Topic,
    Lane,
}

impl Kind {
    /// The table of a story's words that it stands in, where it is a word.
    pub const fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::Kind => "kinds",
            Self::Role => "roles",
            Self::Tie => "ties",
            Self::Rank => "ranks",
            Self::End => "ends",
            Self::Topic => "topics",
            Self::Lane => "lanes",
            _ => return None,
        })
    }
}
