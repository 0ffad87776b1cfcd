//! What the reader downloads: sizes of `dist/` as they are and as a server sends them.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome, read, run};
use crate::workspace::{command, find, root, target};

/// The most that the WebAssembly may weigh on the wire, in bytes of Brotli at quality 11: what
/// it weighs today and a little. The goal is [`WASM_GOAL`]; a change that comes nearer to it
/// lowers this.
const WASM_BUDGET: u64 = 116_500;
/// What the WebAssembly should weigh.
const WASM_GOAL: u64 = 115_000;

/// The bytes of one kind of file, as stored and as Brotli at quality 11.
struct Size {
    kind: &'static str,
    raw: u64,
    brotli: u64,
}

/// What a site holds, by kind: the directory in `dist/` and how the names end.
const KINDS: &[(&str, &str, &str)] = &[
    ("WebAssembly", "", ".wasm"),
    ("JavaScript", "", ".js"),
    ("CSS", "", ".css"),
    ("HTML", "", ".html"),
    ("story", "", "story.json"),
    ("fonts", "fonts", ".woff2"),
];

/// Prints the table of sizes.
///
/// # Errors
///
/// When `dist/` is not there or Node.js, which compresses, is not.
pub(crate) fn show() -> Outcome {
    measure().map(|sizes| table(&sizes))
}

fn table(sizes: &[Size]) {
    println!("{:<14}{:>10}{:>10}", "", "bytes", "Brotli");
    for Size { kind, raw, brotli } in sizes {
        println!("{kind:<14}{raw:>10}{brotli:>10}");
    }
    let raw: u64 = sizes.iter().map(|size| size.raw).sum();
    let brotli: u64 = sizes.iter().map(|size| size.brotli).sum();
    println!("{:<14}{raw:>10}{brotli:>10}", "all");
    println!("{:<14}{:>10}{WASM_BUDGET:>10}  (WebAssembly)", "budget", "");
    println!("{:<14}{:>10}{WASM_GOAL:>10}  (WebAssembly)", "goal", "");
}

/// Fails when the WebAssembly is over its budget, and then shows what is in it.
///
/// # Errors
///
/// As [`show`], and when the budget is passed.
pub(crate) fn check() -> Outcome {
    let sizes = measure()?;
    table(&sizes);
    let wasm: u64 = sizes
        .iter()
        .filter(|size| size.kind == KINDS[0].0)
        .map(|size| size.brotli)
        .sum();
    if wasm <= WASM_BUDGET {
        return Ok(());
    }
    if find("twiggy").is_some() {
        // The file before wasm-opt, which still has the functions' names.
        let named = target().join("wasm32-unknown-unknown/release/app.wasm");
        run(command("twiggy").args(["top", "-n", "25"]).arg(named), "")?;
    } else {
        println!("To see what is in it: cargo install twiggy, then run this again.");
    }
    Err(Failure::new(
        format!("the WebAssembly is {wasm} bytes of Brotli; the budget is {WASM_BUDGET}"),
        "look for new generic code, formatting or dependencies among the largest functions",
    ))
}

/// The sizes of what is in `dist/`.
fn measure() -> Outcome<Vec<Size>> {
    let dist = root().join("dist");
    KINDS
        .iter()
        .map(|&(kind, directory, ending)| {
            let files = files(&dist.join(directory), ending)?;
            let advice = "install Node.js 20 or later";
            let lines = read(command("node").arg("xtask/brotli.mjs").args(&files), advice)?;
            let (mut raw, mut brotli) = (0, 0);
            for (before, after) in lines.lines().filter_map(|line| line.split_once(' ')) {
                raw += before.parse().unwrap_or(0);
                brotli += after.parse().unwrap_or(0);
            }
            Ok(Size { kind, raw, brotli })
        })
        .collect()
}

/// The files of a directory whose names end so, in order.
fn files(directory: &Path, ending: &str) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(directory).map_err(|error| {
        Failure::new(
            format!("{} cannot be read: {error}", directory.display()),
            "run `cargo xtask build` first",
        )
    })?;
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    Ok(files)
}
