//! What starts a program on a site: `boot.js` with `load.js` in it, which costs a visit one
//! request less. They are two files because what a page from a disk has in place of `load.js` is
//! another.

use std::fs;
use std::path::Path;

use crate::alone::{BOOT, ON_A_SITE, local};
use crate::run::{Failure, Outcome};
use crate::workspace::text;

/// What fetches and starts a program.
const LOADER: &str = "assets/load.js";

/// Writes the two as the `boot.js` of an app, in place of both.
///
/// # Errors
///
/// When one cannot be read or is not as expected, or the script cannot be written.
pub(crate) fn script(app: &Path) -> Outcome {
    let joined = joined(&text(LOADER)?, &text(BOOT)?)?;
    fs::write(app.join("boot.js"), joined)
        .and_then(|()| fs::remove_file(app.join("load.js")))
        .map_err(|error| {
            let what = format!("{}: boot.js cannot be joined: {error}", app.display());
            Failure::new(what, "look at what Trunk left there")
        })
}

/// The two as one module.
fn joined(loader: &str, boot: &str) -> Outcome<String> {
    if !boot.contains(ON_A_SITE) {
        return Err(Failure::new(
            format!("{BOOT} does not have `{ON_A_SITE}`"),
            "compare it with what xtask/src/alone.rs expects",
        ));
    }
    // A block keeps the names of the one from those of the other.
    let boot = boot.replace(ON_A_SITE, "load(");
    Ok([&local(loader), "{\n", &boot, "}\n"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_are_one_module_that_asks_for_no_other_but_the_programs() {
        let joined = joined(
            &text(LOADER).unwrap_or_default(),
            &text(BOOT).unwrap_or_default(),
        )
        .unwrap_or_default();
        assert!(joined.contains("await load(name)"));
        assert!(joined.contains("async function load(program)"));
        assert_eq!(joined.matches("import(").count(), 1, "that of the program");
        assert!(!joined.contains("export "));
    }

    #[test]
    fn a_script_that_is_not_as_expected_is_told() {
        assert!(joined("", "import './load.js';").is_err());
    }
}
