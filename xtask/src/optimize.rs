//! The last work on the WebAssembly: `wasm-opt` makes the code smaller, and the names of imports
//! and exports shorter.
//!
//! wasm-bindgen gives every function that WebAssembly and JavaScript call of each other a name
//! with sixteen hexadecimal digits, which nothing can compress, on both sides. wasm-opt renames
//! its side and says how; `xtask/bundle.mjs` gives the JavaScript the same names.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome, read};
use crate::workspace::command;

/// What wasm-opt is told. All but `-Oz`, the strips and the names earn 2.2 kB of Brotli together,
/// and can go together, or any of them; what each is worth stands in docs/adr/0011.
const OPTIONS: &[&str] = &[
    // Loops and branches are built anew from plain jumps, more alike than the compiler left them.
    "--flatten",
    "--rereloop",
    "-Oz",
    // Brotli finds a small function again more cheaply than its copies.
    "--one-caller-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
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
    // 3.5 kB of Brotli by itself. To be without: leave it out here, and `renaming` in bundle.mjs.
    "--minify-imports-and-exports-and-modules",
];

/// Makes a program in a directory small: its WebAssembly, `NAME_bg.wasm`. What its imports and
/// exports are called now is written beside it, in `NAME.names.json`.
///
/// # Errors
///
/// When wasm-opt fails, or the names cannot be written.
pub(crate) fn program(directory: &Path, name: &str) -> Outcome {
    let wasm = directory.join(format!("{name}_bg.wasm"));
    let names = read(
        command("wasm-opt")
            .args(OPTIONS)
            .arg(&wasm)
            .arg("-o")
            .arg(&wasm),
        "run `npm ci`, then this again",
    )?;
    let path = directory.join(format!("{name}.names.json"));
    fs::write(&path, names).map_err(|error| {
        Failure::new(
            format!("{} cannot be written: {error}", path.display()),
            "make this directory writable",
        )
    })
}
