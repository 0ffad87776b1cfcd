//! Files and folders on a disk.

use crate::failure::{Failure, Outcome};
use std::fs;
use std::path::Path;

/// What a file holds.
///
/// # Errors
///
/// When it cannot be read; `advice` says what to do then.
pub(crate) fn read(path: &Path, advice: &str) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::at(path, &error, advice))
}

/// Writes a file, and the folders that lead to it.
///
/// # Errors
///
/// When the disk does not let it.
pub(crate) fn write(path: &Path, contents: &[u8]) -> Outcome {
    let failed = |error| Failure::at(path, &error, "name a place that can be written with --out");
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    fs::write(path, contents).map_err(failed)
}

/// Copies a file, or a folder with the files in it.
///
/// # Errors
///
/// When something cannot be read, of which `advice` says what to do, or written.
pub(crate) fn copy(from: &Path, to: &Path, advice: &str) -> Outcome {
    if !from.is_dir() {
        return write(to, &read(from, advice)?);
    }
    let entries = fs::read_dir(from).map_err(|error| Failure::at(from, &error, advice))?;
    for entry in entries.flatten() {
        copy(&entry.path(), &to.join(entry.file_name()), advice)?;
    }
    Ok(())
}
