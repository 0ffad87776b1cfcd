//! The bytes of a story as a tree, before anything is known of what they say.
//!
//! The tree keeps what a map would lose: the order of keys and keys that stand
//! twice. [`read::Reader`] walks it and collects every [`problem::Problem`] on the way,
//! each with its JSON Pointer (RFC 6901).

#[cfg(feature = "studio")]
pub mod characters;
pub mod foreign;
#[cfg(feature = "studio")]
pub mod nearest;
#[cfg(feature = "studio")]
mod parse;
pub mod problem;
#[cfg(feature = "studio")]
pub mod read;
mod tree;
#[cfg(feature = "studio")]
pub mod url;

#[cfg(feature = "studio")]
pub use parse::parse;
pub use tree::Json;
