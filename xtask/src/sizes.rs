//! What the reader downloads: sizes of `dist/` as they are and as a server sends them.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome, read, run};
use crate::workspace::{command, find, root, target};

/// The most that the WebAssembly of the app may weigh on the wire, in bytes of Brotli at
/// quality 11.
const APP_BUDGET: u64 = 96_000;
/// What it should weigh.
const APP_GOAL: u64 = 95_000;
/// The most that the studio's WebAssembly may weigh, which is fetched where it is asked for.
const STUDIO_BUDGET: u64 = 172_000;

/// The bytes of one kind of file, as stored and as Brotli at quality 11.
struct Size {
    kind: &'static str,
    raw: u64,
    brotli: u64,
}

/// What a site holds, by kind: the directory in `dist/` and how the names end.
const KINDS: &[(&str, &str, &[&str])] = &[
    ("WebAssembly", "", &["app_bg.wasm"]),
    ("studio's", "", &["studio_bg.wasm"]),
    ("JavaScript", "", &["app.js", "boot.js", "opening.js"]),
    ("studio's", "", &["studio.js"]),
    ("CSS", "", &["style.css", "parts.css"]),
    ("studio's", "", &["studio.css"]),
    ("HTML", "", &["index.html"]),
    ("story", "", &["story.json"]),
    ("fonts", "fonts", &[".woff2"]),
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
    for (what, bytes) in [
        ("budget", APP_BUDGET),
        ("goal", APP_GOAL),
        ("studio", STUDIO_BUDGET),
    ] {
        println!("{what:<14}{:>10}{bytes:>10}  (WebAssembly)", "");
    }
}

/// Fails when the WebAssembly is over its budget, and then shows what is in it.
///
/// # Errors
///
/// As [`show`], and when the budget is passed.
pub(crate) fn check() -> Outcome {
    let sizes = measure()?;
    table(&sizes);
    let over = sizes
        .iter()
        .zip([("app", APP_BUDGET), ("studio", STUDIO_BUDGET)])
        .find(|(size, (_, budget))| size.brotli > *budget);
    let Some((Size { brotli, .. }, (program, budget))) = over else {
        return Ok(());
    };
    if find("twiggy").is_some() {
        // The file before wasm-opt, which still has the functions' names; the last that was built.
        let named = target().join("wasm32-unknown-unknown/release/app.wasm");
        run(command("twiggy").args(["top", "-n", "25"]).arg(named), "")?;
    } else {
        println!("To see what is in it: cargo install twiggy, then run this again.");
    }
    Err(Failure::new(
        format!(
            "the WebAssembly of the {program} is {brotli} bytes of Brotli; the budget is {budget}"
        ),
        "look for new generic code, formatting or dependencies among the largest functions",
    ))
}

/// The sizes of what is in `dist/`.
fn measure() -> Outcome<Vec<Size>> {
    let dist = root().join("dist");
    KINDS
        .iter()
        .map(|&(kind, directory, endings)| {
            let files = files(&dist.join(directory), endings)?;
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

/// The files of a directory whose names end in one of these ways, in order.
fn files(directory: &Path, endings: &[&str]) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(directory).map_err(|error| {
        Failure::new(
            format!("{} cannot be read: {error}", directory.display()),
            "run `cargo xtask build` first",
        )
    })?;
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.to_string_lossy();
            endings.iter().any(|ending| name.ends_with(ending))
        })
        .collect();
    files.sort();
    Ok(files)
}
