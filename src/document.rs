//! The bytes of a story as a tree, before anything is known of what they say.
//!
//! The tree keeps what a map would lose: the order of keys and keys that stand
//! twice. [`read::Reader`] walks it and collects every [`problem::Problem`] on the way,
//! each with its JSON Pointer (RFC 6901).

pub mod nearest;
mod parse;
pub mod problem;
pub mod read;

pub use parse::parse;

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
