//! Tests that are run once more where they failed: counted, named, and no more than a few.
//!
//! Several hundred browser tests wait for a browser, and a busy machine stalls one now and then.
//! What is broken fails again. A race that shows seldom passes again, so a run with many of them
//! fails all the same: otherwise nobody would mend them.

use std::path::{Path, PathBuf};

use crate::run::{Failure, Outcome};

/// The most files of tests that may need a second run.
const ALLOWED: usize = 2;

/// Runs each file, and those that failed once more, if they are few.
///
/// # Errors
///
/// When a file fails twice, or more than [`ALLOWED`] fail once.
pub(super) fn each(files: &[PathBuf], mut test: impl FnMut(&Path) -> Outcome) -> Outcome {
    let mut failed: Vec<&Path> = Vec::new();
    for file in files {
        if test(file).is_err() {
            failed.push(file);
        }
    }
    let names: Vec<_> = failed
        .iter()
        .filter_map(|file| file.file_name())
        .map(|name| name.to_string_lossy())
        .collect();
    let names = names.join(", ");
    println!(
        "\nFiles of tests to run again: {} of {} (at most {ALLOWED} may be){}{names}",
        failed.len(),
        files.len(),
        if failed.is_empty() { "" } else { ": " },
    );
    if failed.len() > ALLOWED {
        return Err(Failure::new(
            format!(
                "{} files of tests failed, and at most {ALLOWED} are run again: {names}",
                failed.len()
            ),
            "mend what the lines above name; a test that fails now and then waits for a time \
             instead of for what it expects",
        ));
    }
    failed.into_iter().try_for_each(test)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    /// Runs four files, some of which fail a number of times before they pass; how often each
    /// was run, and whether the whole passed.
    fn run(failures: [usize; 4]) -> ([usize; 4], bool) {
        let names = ["a", "b", "c", "d"];
        let mut runs: HashMap<PathBuf, usize> = HashMap::new();
        let outcome = each(&names.map(PathBuf::from), |file| {
            let count = runs.entry(file.to_path_buf()).or_default();
            *count += 1;
            let at = names.iter().position(|name| Path::new(name) == file);
            if at.is_some_and(|at| *count <= failures[at]) {
                return Err(Failure::new("it failed", "mend it"));
            }
            Ok(())
        });
        let count = |name| runs.get(Path::new(name)).copied().unwrap_or(0);
        (names.map(count), outcome.is_ok())
    }

    #[test]
    fn what_passes_is_run_once() {
        assert_eq!(run([0, 0, 0, 0]), ([1, 1, 1, 1], true));
    }

    #[test]
    fn two_that_failed_are_run_again_and_may_pass() {
        assert_eq!(run([0, 1, 0, 1]), ([1, 2, 1, 2], true));
    }

    #[test]
    fn three_that_failed_fail_the_run_and_are_not_run_again() {
        assert_eq!(run([1, 1, 0, 1]), ([1, 1, 1, 1], false));
    }

    #[test]
    fn what_is_broken_fails_again() {
        assert_eq!(run([0, 2, 0, 0]), ([1, 2, 1, 1], false));
    }
}
