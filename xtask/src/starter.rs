//! What starts a program: `boot.js`, with what loads the program in it. On a site that is
//! `load.js`, which costs a visit one request less so; in the one file it is another (`alone.rs`).

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome};
use crate::workspace::text;

/// What starts it.
pub(crate) const BOOT: &str = "assets/boot.js";

/// How `boot.js` names what loads the program, where both are files of their own.
const ON_A_SITE: &str = "(await import('./load.js')).load(";

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

/// What loads a program, and `boot.js`, as one module.
///
/// # Errors
///
/// When `boot.js` is not as expected.
pub(crate) fn joined(loader: &str, boot: &str) -> Outcome<String> {
    if !boot.contains(ON_A_SITE) {
        return Err(Failure::new(
            format!("{BOOT} does not have `{ON_A_SITE}`"),
            "compare it with what xtask/src/starter.rs expects",
        ));
    }
    // A block keeps the names of the one from those of the other.
    let boot = boot.replace(ON_A_SITE, "load(");
    Ok([&local(loader), "{\n", &boot, "}\n"].concat())
}

/// Modules without what they say of other modules.
pub(crate) fn local(modules: &str) -> String {
    let is_list = |line: &&str| line.starts_with("import ") || line.starts_with("export {");
    let lines = modules.lines().filter(|line| !is_list(line));
    lines
        .flat_map(|line| [line.strip_prefix("export ").unwrap_or(line), "\n"])
        .collect()
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
