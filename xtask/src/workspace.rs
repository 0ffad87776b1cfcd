//! Where things are in the repository, and how programs are found and started.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Failure, Outcome};

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs this program; the constant serves a direct start.
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask
        .parent()
        .map_or_else(|| xtask.clone(), Path::to_path_buf)
}

/// Where the project's own copies of Trunk and wasm-bindgen live; Git ignores it.
pub(crate) fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where Cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The text of a file of the repository.
///
/// # Errors
///
/// When the file cannot be read.
pub(crate) fn text(path: &str) -> Outcome<String> {
    fs::read_to_string(root().join(path)).map_err(|error| {
        Failure::new(
            format!("{path} cannot be read: {error}"),
            "restore it with `git checkout`",
        )
    })
}

/// The version of a package in `Cargo.lock`.
///
/// # Errors
///
/// When the lock file cannot be read or does not name the package.
pub(crate) fn locked_version(package: &str) -> Outcome<String> {
    let lock = text("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            Failure::new(
                format!("Cargo.lock names no version of {package}"),
                "run `cargo generate-lockfile`",
            )
        })
}

/// The search path of every program started here: the project's tools, then npm's, then the machine's.
fn search_path() -> Vec<PathBuf> {
    let mut path = vec![tools().join("bin"), root().join("node_modules/.bin")];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    path
}

/// Where a program is, by the search path above.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    search_path()
        .into_iter()
        .map(|directory| {
            directory
                .join(program)
                .with_extension(env::consts::EXE_EXTENSION)
        })
        .find(|candidate| candidate.is_file())
}

/// The first of several programs that is there.
pub(crate) fn find_any(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| find(program))
}

/// A command at the top of the repository that sees the project's tools.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    command.current_dir(root());
    if let Ok(path) = env::join_paths(search_path()) {
        command.env("PATH", path);
    }
    let plain = env::var_os("CI").is_some();
    if plain || env::var_os("NO_COLOR").is_some() {
        // Trunk 0.21 reads NO_COLOR as a boolean and refuses the usual "1".
        command.env("NO_COLOR", "true");
    }
    if plain {
        command.env("CARGO_TERM_COLOR", "never");
        command.env("CARGO_TERM_PROGRESS_WHEN", "never");
        command.env_remove("FORCE_COLOR");
    }
    command
}

/// `cargo` with some words; the toolchain is the one that built this program.
pub(crate) fn cargo<I: IntoIterator<Item: Into<OsString>>>(words: I) -> Command {
    let mut command = command("cargo");
    command.args(words.into_iter().map(Into::into));
    command
}
