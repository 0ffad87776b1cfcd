//! What a reader downloads: weighed, held against what it may weigh, and against the last time.

use std::fs;
use std::path::PathBuf;

use crate::figures::{self, Figure};
use crate::run::{Failure, Outcome, read, run};
use crate::workspace::{cargo, command, find, root, target};

/// The most that each may weigh, in bytes: on the wire as Brotli at quality 11, and the one file as
/// it is. There is room above what they weigh: the times that readers feel are the gate
/// (`bench/speed.mjs`), and these keep a mistake from passing unseen.
const CEILINGS: [(&str, u64); 5] = [
    ("first visit", 286_000),
    ("first screen", 14_000),
    (APP, 154_000),
    (STUDIO, 297_000),
    // To come down to 520 kB: see docs/adr/0024.
    (ONE_FILE, 672_000),
];
/// The most by which one of these may grow beyond what was recorded last, in hundredths, where no
/// commit since then says what that bought.
const GROWTH: u64 = 2;

const APP: &str = "app: WebAssembly";
const STUDIO: &str = "studio: WebAssembly";
const ONE_FILE: &str = "one file";

/// What is weighed file by file, by what it is part of.
const FILES: [(&str, &str); 4] = [
    (APP, "app_bg.wasm"),
    (STUDIO, "studio_bg.wasm"),
    ("studio: JavaScript", "studio.js"),
    ("studio: CSS", "studio.css"),
];

/// Weighs, prints and writes it down.
///
/// # Errors
///
/// When the release is not there, or Node.js or Chromium, which weigh, are not.
pub(crate) fn record() -> Outcome {
    let now = measure()?;
    print(&now, &figures::recorded().unwrap_or_default());
    figures::record(&now)
}

/// Fails when something is over its ceiling, or has grown and no commit says for what.
///
/// # Errors
///
/// As [`record`], and when there is too much.
pub(crate) fn check() -> Outcome {
    let (now, before) = (measure()?, figures::recorded()?);
    print(&now, &before);
    if let Some(over) = over(&now).first() {
        return Err(too_much(over));
    }
    let grown = grown(&now, &before);
    if grown.is_empty() {
        return Ok(());
    }
    let grown = grown.join("; ");
    match figures::bought() {
        None => {
            println!(
                "{grown}. There is no history to tell whether a commit says what that bought."
            );
            Ok(())
        }
        Some(bought) if !bought.is_empty() => {
            println!("{grown}. Bought: {}", bought.join("; "));
            Ok(())
        }
        Some(_) => Err(Failure::new(
            grown,
            "make it smaller, or say what the bytes bought in a line `Size: …` at the end of the \
             commit's message",
        )),
    }
}

/// What is over its ceiling, in words.
fn over(now: &[Figure]) -> Vec<String> {
    let over = CEILINGS.iter().filter_map(|(name, ceiling)| {
        let bytes = count(now, name)?;
        let complaint = format!("{name}: {bytes} bytes, and at most {ceiling} may be");
        (bytes > *ceiling).then_some(complaint)
    });
    over.collect()
}

/// What has grown by more than it may, in words.
fn grown(now: &[Figure], before: &[Figure]) -> Vec<String> {
    let grown = CEILINGS.iter().filter_map(|(name, _)| {
        let (after, before) = (count(now, name)?, count(before, name)?);
        let complaint =
            format!("{name}: {after} bytes, more than {GROWTH} % above the last {before}");
        (after * 100 > before * (100 + GROWTH)).then_some(complaint)
    });
    grown.collect()
}

fn count(figures: &[Figure], name: &str) -> Option<u64> {
    figures.iter().find(|it| it.name == name)?.count()
}

/// The failure of something over its ceiling; shows what the app is made of.
fn too_much(what: &str) -> Failure {
    if find("twiggy").is_some() {
        // The file before wasm-opt, which still has the functions' names; the last that was built.
        let named = target().join("wasm32-unknown-unknown/release/app.wasm");
        let shown = run(command("twiggy").args(["top", "-n", "25"]).arg(named), "");
        if let Err(failure) = shown {
            println!("{failure}");
        }
    } else {
        println!("To see what the app is made of: cargo install twiggy, then run this again.");
    }
    Failure::new(
        what,
        "look for new generic code, formatting or dependencies among the largest functions",
    )
}

/// Prints the figures beside their ceilings and those of before.
fn print(now: &[Figure], before: &[Figure]) {
    println!("{:<24}{:>10}{:>10}{:>10}", "", "bytes", "at most", "before");
    for figure in now {
        let ceiling = CEILINGS.iter().find(|(name, _)| *name == figure.name);
        let ceiling = ceiling.map(|(_, bytes)| bytes.to_string());
        let last = count(before, &figure.name).map(|bytes| bytes.to_string());
        println!(
            "{:<24}{:>10}{:>10}{:>10}",
            figure.name,
            figure.value,
            ceiling.unwrap_or_default(),
            last.unwrap_or_default()
        );
    }
}

/// Weighs what is in `dist/`, what a first visit fetches of it, and one file.
fn measure() -> Outcome<Vec<Figure>> {
    let mut found = Vec::new();
    for part in ["first-visit", "first-screen"] {
        found.extend(speed(&[part])?);
    }
    let paths: Vec<PathBuf> = FILES
        .iter()
        .map(|(_, file)| root().join("dist").join(file))
        .collect();
    let lines = read(
        command("node").arg("xtask/brotli.mjs").args(&paths),
        "run `cargo xtask build` first",
    )?;
    for ((name, _), line) in FILES.iter().zip(lines.lines()) {
        let bytes = line
            .split_once(' ')
            .and_then(|(_, after)| after.parse().ok());
        found.extend(bytes.map(|bytes| Figure::bytes(name, bytes)));
    }
    found.push(Figure::bytes(ONE_FILE, one_file()?));
    Ok(found)
}

/// What `bench/speed.mjs` finds, told to do a part of its work.
///
/// # Errors
///
/// When it fails, or a bar is missed.
pub(crate) fn speed(words: &[&str]) -> Outcome<Vec<Figure>> {
    let path = target().join("figures.csv");
    run(
        command("node")
            .arg("bench/speed.mjs")
            .args(words)
            .arg("--figures")
            .arg(&path),
        "run `cargo xtask build` if there is no release; else mend what the lines above name",
    )?;
    figures::parsed(&fs::read_to_string(&path).map_err(|error| {
        let what = format!("{} cannot be read: {error}", path.display());
        Failure::new(what, "look at bench/speed.mjs, which writes it")
    })?)
}

/// The bytes of the bundled story as one file.
fn one_file() -> Outcome<u64> {
    let path = target().join("one-file.html");
    let mut tahaluf = cargo(["run", "--quiet", "--package", "tahaluf-cli", "--"]);
    tahaluf.args(["one-file", "assets/story.json", "--app"]);
    tahaluf.arg(target().join("app")).arg("--out").arg(&path);
    run(&mut tahaluf, "run `cargo xtask build` first")?;
    let metadata = fs::metadata(&path).map_err(|error| {
        let what = format!("{} cannot be read: {error}", path.display());
        Failure::new(what, "run `cargo xtask build`, then this again")
    })?;
    Ok(metadata.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app(bytes: u64) -> [Figure; 1] {
        [Figure::bytes(APP, bytes)]
    }

    #[test]
    fn what_is_over_its_ceiling_is_told() {
        assert!(over(&app(154_000)).is_empty());
        assert_eq!(over(&app(154_001)).len(), 1);
    }

    #[test]
    fn what_has_grown_by_more_than_two_hundredths_is_told() {
        assert!(grown(&app(102_000), &app(100_000)).is_empty());
        assert_eq!(grown(&app(102_001), &app(100_000)).len(), 1);
        assert!(grown(&app(90_000), &app(100_000)).is_empty());
        assert!(
            grown(&app(90_000), &[]).is_empty(),
            "nothing to compare with"
        );
    }
}
