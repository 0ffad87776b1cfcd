//! A program's JavaScript without what `assets/load.js` does for it.
//!
//! wasm-bindgen exports a function that takes an address, an answer, bytes or a module, fetches
//! and compiles, and warns where a server gives a wrong type. A site's `load.js` fetches and
//! compiles, for it has to know what did not come. Here the function takes a module and no more;
//! what minifies the script then leaves out the rest.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome};

/// What of a program's JavaScript starts it: what the program asks for, and what it is given to.
pub(crate) const START: [&str; 2] = [
    "function __wbg_get_imports(",
    "function __wbg_finalize_init(",
];

/// The list of exports that wasm-bindgen writes.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";

/// What takes its place; the argument is that of wasm-bindgen's function.
const EXPORT: &str = "export default async ({ module_or_path: module }) =>
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);";

/// Writes a program's script again, `NAME.js` in a directory.
///
/// # Errors
///
/// When the script cannot be read or written, or is not as expected.
pub(crate) fn bare(app: &Path, program: &str) -> Outcome {
    let path = app.join(format!("{program}.js"));
    let failed = |what: String| {
        let advice = "compare what wasm-bindgen wrote with what xtask/src/glue.rs expects";
        Failure::new(format!("{}: {what}", path.display()), advice)
    };
    let script = fs::read_to_string(&path).map_err(|error| failed(error.to_string()))?;
    let script = bared(&script).map_err(|part| failed(format!("there is no `{part}`")))?;
    fs::write(&path, script).map_err(|error| failed(error.to_string()))
}

/// The script with another export; the part that it does not have, where it lacks one.
fn bared(script: &str) -> Result<String, &str> {
    match START
        .into_iter()
        .chain([EXPORTS])
        .find(|part| !script.contains(part))
    {
        Some(missing) => Err(missing),
        None => Ok(script.replace(EXPORTS, EXPORT)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "function __wbg_get_imports() {}\nfunction __wbg_finalize_init(it) {}\n\
                          export { initSync, __wbg_init as default };\n";

    #[test]
    fn a_program_is_exported_by_what_starts_a_module() {
        let script = bared(SCRIPT).unwrap_or_default();
        assert!(!script.contains("__wbg_init "), "{script}");
        assert_eq!(script.matches("export default").count(), 1, "{script}");
    }

    #[test]
    fn a_script_that_is_not_as_expected_is_told() {
        assert_eq!(bared(&SCRIPT.replace("initSync", "init")), Err(EXPORTS));
        assert_eq!(bared(&SCRIPT.replace("finalize", "end")), Err(START[1]));
    }
}
