//! The script of the one file: a program's JavaScript, what unpacks the program, and what starts
//! it, as one module, for a page from a disk can ask for no other.
//!
//! They are joined as their authors wrote them. What minifies the whole then sees what of it a
//! file needs, and leaves out how a site fetches its program.

use std::fs;
use std::path::Path;

use crate::glue::START;
use crate::run::{Failure, Outcome};
use crate::starter::{self, BOOT, local};
use crate::workspace::text;

/// The modules that unpack and start the program, before those that import them.
const LOADER: [&str; 2] = ["cli/src/pack/letters.js", "cli/src/one_file/load.js"];

/// The name of the script beside a program's own.
pub(crate) fn name(program: &str) -> String {
    [program, "-alone.js"].concat()
}

/// Writes the script beside a program's own, which is not minified yet.
///
/// # Errors
///
/// When a part cannot be read or is not as expected, or the script cannot be written.
pub(crate) fn script(app: &Path, program: &str) -> Outcome {
    let unreadable = |error| {
        let advice = "look at what wasm-bindgen left there";
        Failure::new(format!("{program}.js cannot be joined: {error}"), advice)
    };
    let glue = fs::read_to_string(app.join(format!("{program}.js"))).map_err(unreadable)?;
    let loader = LOADER.map(text).into_iter().collect::<Outcome<Vec<_>>>()?;
    let joined = joined(&glue, &loader.concat(), &text(BOOT)?)?;
    fs::write(app.join(name(program)), joined).map_err(unreadable)
}

/// The three as one module.
fn joined(glue: &str, loader: &str, boot: &str) -> Outcome<String> {
    if let Some(part) = START.into_iter().find(|part| !glue.contains(part)) {
        return Err(Failure::new(
            format!("what wasm-bindgen wrote does not have `{part}`"),
            "compare it with what xtask/src/alone.rs expects",
        ));
    }
    Ok([local(glue), starter::joined(loader, boot)?].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "function __wbg_get_imports() {}\nfunction __wbg_finalize_init(it) {}\n\
                        export { initSync };\n";
    const LOADER: &str = "import { a } from './a.js';\nexport async function load() {}\n";
    const BOOT: &str = "await (await import('./load.js')).load(name);\n";

    #[test]
    fn what_modules_say_of_each_other_is_left_out() {
        let expected = "function __wbg_get_imports() {}\nfunction __wbg_finalize_init(it) {}\n\
                        async function load() {}\n{\nawait load(name);\n}\n";
        assert_eq!(joined(GLUE, LOADER, BOOT).ok().as_deref(), Some(expected));
    }

    #[test]
    fn a_script_that_is_not_as_expected_is_told() {
        assert!(joined(&GLUE.replace("finalize", "end"), LOADER, BOOT).is_err());
        assert!(joined(GLUE, LOADER, "import './load.js';").is_err());
    }

    #[test]
    fn the_scripts_are_as_expected() {
        let loader = super::LOADER.map(|path| text(path).unwrap_or_default());
        let boot = text(starter::BOOT).unwrap_or_default();
        let joined = joined(GLUE, &loader.concat(), &boot).unwrap_or_default();
        for part in START {
            let name = part.trim_start_matches("function ");
            assert_eq!(
                joined.matches(name).count(),
                2,
                "{name} is there, and called"
            );
        }
        let is_of_modules = |line: &&str| {
            line.starts_with("import ") || line.starts_with("export ") || line.contains("import(")
        };
        let left = joined.lines().find(is_of_modules);
        assert_eq!(left, None, "it names no other module");
    }
}
