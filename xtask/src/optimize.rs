//! The last work on the WebAssembly: smaller code, and short names for what it shares with the
//! JavaScript that serves it.
//!
//! wasm-bindgen gives every function that crosses the border a name of its own, with sixteen
//! hexadecimal digits that nothing can compress, and writes it on both sides of it. wasm-opt
//! renames its side and says how; here the JavaScript learns the same names.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome, read, run};
use crate::workspace::command;

/// What wasm-opt is told; what each is worth stands in docs/adr/0011.
const OPTIONS: &[&str] = &[
    // Loops and branches are built anew from plain jumps, more alike than the compiler left them.
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    // Brotli finds a small function again more cheaply than its copies.
    "--one-caller-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    // Nor does it mind what is computed twice, or stored before it is used.
    "--skip-pass=local-cse",
    "--skip-pass=rse",
    "--skip-pass=simplify-locals",
    // What can be where, seen over the whole program; then all of it once more.
    "--gufa",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // What one generic function became stands together.
    "--reorder-functions-by-name",
    // The first kilobyte is the very end of the stack: Rust puts it first, and it grows down.
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// The module that all imports come from: wasm-bindgen's name and wasm-opt's.
const MODULE: [&str; 2] = ["\"./app_bg.js\"", "\"a\""];

/// Makes a program in a directory small: its WebAssembly, `NAME_bg.wasm`, and its JavaScript,
/// `NAME.js`, which then knows the names that the other has.
///
/// # Errors
///
/// When a file cannot be read or written, wasm-opt fails, or the JavaScript does not have a name.
pub(crate) fn program(directory: &Path, name: &str) -> Outcome {
    let wasm = directory.join(format!("{name}_bg.wasm"));
    let script = directory.join(format!("{name}.js"));
    let unreadable = |error| {
        Failure::new(
            format!("{} cannot be renamed in: {error}", script.display()),
            "look at what Trunk left there",
        )
    };
    let before = fs::read_to_string(&script).map_err(unreadable)?;
    let map = read(
        command("wasm-opt")
            .args(OPTIONS)
            .arg(&wasm)
            .arg("-o")
            .arg(&wasm),
        "run `npm ci`, then this again",
    )?;
    let after = renamed(&before, &map).map_err(|name| {
        Failure::new(
            format!("{} does not have {name}", script.display()),
            "compare it with what `renamed` in xtask/src/optimize.rs expects of wasm-bindgen",
        )
    })?;
    fs::write(&script, after).map_err(unreadable)
}

/// Writes a small module, which shares no names with a script, as small as it can be.
///
/// # Errors
///
/// When wasm-opt fails.
pub(crate) fn stripped(from: &Path, to: &Path) -> Outcome {
    let mut optimizer = command("wasm-opt");
    optimizer.args(["-Oz", "--converge", "--strip-producers"]);
    optimizer.arg("--strip-target-features");
    run(
        optimizer.arg(from).arg("-o").arg(to),
        "run `npm ci`, then this again",
    )
}

/// The script with the names of a map; the first name that it does not have, where it lacks one.
fn renamed(script: &str, map: &str) -> Result<String, String> {
    let (imports, exports) = map.split_once("\"exports\"").unwrap_or((map, ""));
    let (imports, exports) = (pairs(imports), pairs(exports));
    let mut missing: Vec<&str> = imports.iter().map(|(name, _)| *name).collect();
    let mut text = String::new();
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // An import is the key of a function, an export a property of the instance.
        let names = if text.ends_with("wasm.") {
            &exports
        } else {
            &imports
        };
        let short = names.iter().find(|(name, _)| *name == word);
        text.push_str(short.map_or(word, |(_, short)| short));
        missing.retain(|name| *name != word);
        let gap = after.find(is_of_name).unwrap_or(after.len());
        let (between, next) = after.split_at(gap);
        text.push_str(between);
        rest = next;
    }
    if let Some(name) = missing.first() {
        return Err((*name).to_owned());
    }
    if !text.contains(MODULE[0]) {
        return Err(MODULE[0].to_owned());
    }
    Ok(text.replace(MODULE[0], MODULE[1]))
}

/// The names of a list in wasm-opt's report: each line ends in the old one and the new one.
fn pairs(report: &str) -> Vec<(&str, &str)> {
    fn pair(line: &str) -> Option<(&str, &str)> {
        let mut quoted = line.rsplit('"').skip(1).step_by(2);
        let (new, old) = (quoted.next()?, quoted.next()?);
        Some((old, new))
    }
    report.lines().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = r#"{
 "imports": [
  ["./app_bg.js", "__wbg_left_9df4", "$"],
  ["./app_bg.js", "__wbg_left_9df47", "a"]
 ],
"exports": [
  ["memory", "b"]
 ]
}"#;

    #[test]
    fn whole_names_are_renamed_where_they_cross_the_border() {
        let script = r#"{ __wbg_left_9df47: 1, __wbg_left_9df4: 2 }; { "./app_bg.js": x };
wasm.memory.buffer; memory"#;
        let expected = r#"{ a: 1, $: 2 }; { "a": x };
wasm.b.buffer; memory"#;
        assert_eq!(renamed(script, MAP).as_deref(), Ok(expected));
    }

    #[test]
    fn a_name_that_is_not_there_is_told() {
        let script = r#"{ __wbg_left_9df4: 2 }; { "./app_bg.js": x }"#;
        assert_eq!(renamed(script, MAP), Err("__wbg_left_9df47".to_owned()));
    }
}
