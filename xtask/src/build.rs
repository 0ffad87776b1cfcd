//! `cargo xtask build`: the app, and of it and the story the site in `dist/`.

use std::path::Path;

use crate::alone;
use crate::glue;
use crate::install;
use crate::lean;
use crate::optimize;
use crate::run::{Failure, Outcome, run, step};
use crate::starter;
use crate::workspace::{cargo, command, root, target};

/// What must be in `dist/` for the pages to work.
const SHIPPED: &[&str] = &[
    "index.html",
    "en/index.html",
    "embed/index.html",
    "embed/en/index.html",
    "demo/index.html",
    "demo/en/index.html",
    "demo/demo.css",
    "demo/resizer.js",
    "opening.js",
    "boot.js",
    "frame.js",
    "height.js",
    "story-element.js",
    "app.js",
    "app_bg.wasm",
    "studio.js",
    "studio_bg.wasm",
    "studio.css",
    "style.css",
    "parts.css",
    "_headers",
    "card-ar.png",
    "card-en.png",
    "picture-ar-light.svg",
    "picture-ar-light-outlines.svg",
    "picture-ar-light.png",
    "picture-ar-light@2x.png",
    "picture-ar-dark.png",
    "picture-en-light.svg",
    "picture-en-light-outlines.svg",
    "picture-en-light.png",
    "picture-en-light@2x.png",
    "picture-en-dark.png",
    "story.json",
    "story.schema.json",
    "fonts/LICENSE-IBM-Plex-Sans.txt",
    "fonts/LICENSE-IBM-Plex-Sans-Arabic.txt",
    "fonts/plex-sans-400.woff2",
    "fonts/plex-sans-600.woff2",
    "fonts/plex-sans-arabic-400.woff2",
    "fonts/plex-sans-arabic-600.woff2",
    "fonts/plex-sans-arabic-extra-400.woff2",
    "fonts/plex-sans-arabic-extra-600.woff2",
    "fonts/plex-sans-extra-400.woff2",
    "fonts/plex-sans-extra-600.woff2",
    "fonts/plex-sans-figures-400.woff2",
    "fonts/plex-sans-figures-600.woff2",
];

/// Installs what is missing and builds.
///
/// # Errors
///
/// When an argument is given, an installation or the build fails, or a file is missing afterwards.
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

/// The scripts of the app, and whether each is a module.
const SCRIPTS: [(&str, bool); 9] = [
    ("app.js", true),
    ("app-alone.js", true),
    ("studio.js", true),
    ("studio-alone.js", true),
    ("boot.js", true),
    ("frame.js", true),
    ("height.js", true),
    ("opening.js", false),
    ("story-element.js", false),
];

/// What terser is told to do. Functions become arrows, which are shorter; it calls that unsafe,
/// for an arrow cannot be a constructor, and none here is one.
const COMPRESS: &str = "ecma=2020,passes=2,unsafe_arrows";

/// Takes out of the scripts what is there for their readers.
///
/// # Errors
///
/// When terser fails.
fn minify(app: &Path) -> Outcome {
    for (name, is_module) in SCRIPTS {
        let path = app.join(name);
        let mut terser = command("terser");
        terser.arg(&path).args(["--compress", COMPRESS, "--mangle"]);
        if is_module {
            terser.arg("--module");
        }
        terser.arg("--output").arg(&path);
        run(&mut terser, "run `npm ci`, then this again")?;
    }
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

/// Builds what unpacks the one file.
///
/// # Errors
///
/// When the build fails.
fn unpacker(app: &Path) -> Outcome {
    let mut build = cargo(["build", "--release", "--locked"]);
    build.args(["--package", "tahaluf-unpack"]);
    build.args(["--target", "wasm32-unknown-unknown"]);
    lean::settings(&mut build)?;
    run(&mut build, ADVICE)?;
    let wasm = target().join("wasm32-unknown-unknown/release/tahaluf_unpack.wasm");
    optimize::stripped(&wasm, &app.join("unpack.wasm"))
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

/// Builds `dist/`; everything must be installed.
///
/// # Errors
///
/// When the build fails or a file that the page needs is missing.
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
    starter::script(&app)?;
    reader(&app)?;
    unpacker(&app)?;
    for program in ["app", "studio"] {
        optimize::program(&app, program)?;
        // From what wasm-bindgen wrote, whose exports are rewritten afterwards.
        alone::script(&app, program)?;
        glue::bare(&app, program)?;
    }
    minify(&app)?;
    let mut tahaluf = cargo(["run", "--quiet", "--package", "tahaluf-cli", "--", "build"]);
    tahaluf.arg("--app").arg(&app).args(["--out", "dist"]);
    run(&mut tahaluf, ADVICE)?;
    let dist = root().join("dist");
    let missing: Vec<&str> = SHIPPED
        .iter()
        .filter(|file| !dist.join(file).is_file())
        .copied()
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("dist/ lacks {}", missing.join(", ")),
        "look for the data-trunk link of each in index.html, and in cli/src/build.rs",
    ))
}
