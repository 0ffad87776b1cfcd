//! What went wrong, where, and what can be done about it.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    advice: String,
}

impl Failure {
    /// A failure, and what the reader can do about it; nothing where `what` says it all.
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: advice.into(),
        }
    }

    /// A file or a folder that cannot be read or written; `advice` is what to do where it is not
    /// there.
    pub(crate) fn at(path: &Path, error: &io::Error, advice: &str) -> Self {
        let advice = match error.kind() {
            ErrorKind::PermissionDenied => "see who may read and write it: the rights are missing",
            ErrorKind::IsADirectory => "it is a folder: name the file in it",
            ErrorKind::NotADirectory => "a part of its path is a file, not a folder: mend the path",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                "the disk is full: make room on it"
            }
            ErrorKind::ReadOnlyFilesystem => "the disk can only be read: name another place",
            _ => advice,
        };
        Self::new(format!("{}: {error}", path.display()), advice)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.what)?;
        if self.advice.is_empty() {
            return Ok(());
        }
        writeln!(f, "What to do: {}", self.advice)
    }
}

/// What a command, or a part of it, comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;
