//! `cargo xtask build`: the release in `dist/`.

use crate::install;
use crate::lean;
use crate::run::{Failure, Outcome, run, step};
use crate::workspace::{command, root};

/// What must be in `dist/` for the page to work.
const SHIPPED: &[&str] = &[
    "index.html",
    "boot.js",
    "app.js",
    "app_bg.wasm",
    "fonts.css",
    "style.css",
    "icon.svg",
    "story.json",
    "story.schema.json",
    "fonts/LICENSE-IBM-Plex-Sans.txt",
    "fonts/LICENSE-IBM-Plex-Sans-Arabic.txt",
    "fonts/plex-sans-400.woff2",
    "fonts/plex-sans-600.woff2",
    "fonts/plex-sans-arabic-400.woff2",
    "fonts/plex-sans-arabic-600.woff2",
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

/// Builds `dist/`; everything must be installed.
///
/// # Errors
///
/// When the build fails or a file that the page needs is missing.
pub(crate) fn release() -> Outcome {
    let mut trunk = command("trunk");
    trunk.args(["build", "--release"]);
    lean::settings(&mut trunk)?;
    run(
        &mut trunk,
        "read the lines above: a build error names its file and line",
    )?;
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
        "look for the data-trunk link of each in index.html",
    ))
}
