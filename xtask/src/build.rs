//! `cargo xtask build`: the app, and of it and the story the site in `dist/`.

use std::path::Path;

use crate::install;
use crate::lean;
use crate::optimize;
use crate::run::{Failure, Outcome, run, step};
use crate::workspace::{cargo, command, target};

/// Installs what is missing and builds.
///
/// # Errors
///
/// When an argument is given, or an installation or the build fails.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    if let Some(word) = arguments.first() {
        return Err(Failure::new(
            format!("build does not know {word}"),
            "it takes no arguments",
        ));
    }
    install::builder()?;
    install::npm()?;
    step(
        "build",
        "the release in dist/ (a minute or two the first time)",
        release,
    )?;
    println!("\nPublish the files of dist/ with any web server, at any path.");
    Ok(())
}

/// What to do where a build fails.
const ADVICE: &str = "read the lines above: a build error names its file and line";

/// Builds the app that every reader downloads: without the studio's tools.
///
/// # Errors
///
/// When the build fails.
fn reader(app: &Path) -> Outcome {
    let mut build = cargo([
        "build",
        "--release",
        "--locked",
        "--bin",
        "app",
        "--no-default-features",
        "--features",
        "csr",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    lean::settings(&mut build)?;
    run(&mut build, ADVICE)?;
    let wasm = target().join("wasm32-unknown-unknown/release/app.wasm");
    let mut bindgen = command("wasm-bindgen");
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "app",
        "--out-dir",
    ]);
    run(bindgen.arg(app).arg(wasm), ADVICE)
}

/// Gives a file another name in the same directory.
fn rename(directory: &Path, [from, to]: [String; 2]) -> Outcome {
    std::fs::rename(directory.join(&from), directory.join(&to)).map_err(|error| {
        Failure::new(
            format!("{from} cannot be renamed to {to}: {error}"),
            "look at what Trunk left there",
        )
    })
}

/// The second story that is published.
const AIRLINES: &str = "examples/airlines/story.json";

/// Builds `dist/`; everything must be installed.
///
/// # Errors
///
/// When the build fails.
pub(crate) fn release() -> Outcome {
    let mut trunk = command("trunk");
    // Without pages: what `tahaluf` makes a site of, whatever the story.
    let app = target().join("app");
    trunk.args(["build", "--release", "--dist"]).arg(&app);
    lean::settings(&mut trunk)?;
    run(&mut trunk, ADVICE)?;
    // What Trunk builds has everything: it is the studio.
    for ending in [".js", "_bg.wasm"] {
        rename(&app, ["app", "studio"].map(|name| [name, ending].concat()))?;
    }
    reader(&app)?;
    for program in ["app", "studio"] {
        optimize::program(&app, program)?;
    }
    let mut bundle = command("node");
    bundle.arg("xtask/bundle.mjs").arg(&app);
    run(&mut bundle, "run `npm ci`, then this again")?;
    // The bundled story, and beside it one of another subject.
    for (story, out) in [("assets/story.json", "dist"), (AIRLINES, "dist/airlines")] {
        let mut tahaluf = cargo(["run", "--quiet", "--package", "tahaluf-cli", "--", "build"]);
        tahaluf
            .arg(story)
            .arg("--app")
            .arg(&app)
            .args(["--out", out]);
        run(&mut tahaluf, ADVICE)?;
    }
    Ok(())
}
