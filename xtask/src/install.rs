//! Setting a machine up: each function makes one thing be there, and does nothing when it is.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome, read, run, step, succeeds};
use crate::workspace::{cargo, command, find, find_any, locked_version, root, text, tools};

/// The last Trunk that builds with the Rust this project asks for.
const TRUNK: &str = "0.21.14";

/// The standard library for WebAssembly.
pub(crate) fn wasm_target() -> Outcome {
    const ADVICE: &str = "install Rust with rustup, or your system's package with Rust's wasm32-unknown-unknown library";
    let sysroot = read(command("rustc").args(["--print", "sysroot"]), ADVICE)?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown");
    if library.is_dir() {
        return Ok(());
    }
    step("install", "Rust's WebAssembly target (seconds)", || {
        run(
            command("rustup").args(["target", "add", "wasm32-unknown-unknown"]),
            ADVICE,
        )
    })
}

/// Whether the source of Rust's standard library is there, after trying to install it.
pub(crate) fn rust_source() -> bool {
    let there = || {
        read(command("rustc").args(["--print", "sysroot"]), "").is_ok_and(|sysroot| {
            Path::new(sysroot.trim())
                .join("lib/rustlib/src/rust/library")
                .is_dir()
        })
    };
    there() || succeeds(command("rustup").args(["component", "add", "rust-src"])) && there()
}

/// Trunk, which builds the page and serves it.
pub(crate) fn trunk() -> Outcome {
    // Without its default features it loses only the update check, and builds in half the time.
    tool("trunk", "trunk", TRUNK, &["--locked"], "4 minutes")
}

/// wasm-bindgen and its test runner, of exactly the version the app is linked with.
pub(crate) fn wasm_bindgen() -> Outcome {
    // Not --locked: its lock file can name crate versions that a registry mirror has dropped.
    let version = locked_version("wasm-bindgen")?;
    tool(
        "wasm-bindgen-cli",
        "wasm-bindgen",
        &version,
        &[],
        "2 minutes",
    )?;
    if find("wasm-bindgen-test-runner").is_some() {
        return Ok(());
    }
    Err(Failure::new(
        "wasm-bindgen-test-runner is missing beside wasm-bindgen",
        "remove the other wasm-bindgen from PATH; the next run installs both into .tools/",
    ))
}

/// The npm packages: wasm-opt for the build, the fonts, the browsers' driver.
pub(crate) fn npm() -> Outcome {
    let lock = text("package-lock.json")?;
    // What was installed is remembered, so that a changed lock file is noticed.
    let stamp = root().join("node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("install", "npm packages (120 MB; seconds)", || {
        run(
            command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
            "install Node.js 20 or later with npm, and check that it reaches its registry",
        )?;
        fs::write(&stamp, &lock).map_err(|error| {
            Failure::new(
                format!("node_modules cannot be written: {error}"),
                "make this directory writable",
            )
        })
    })
}

/// The npm packages where there is npm: a debug build does without them.
pub(crate) fn npm_if_possible() -> Outcome {
    if find("npm").is_some() {
        return npm();
    }
    println!("Node.js is not installed: serving works without it, building and testing do not.");
    Ok(())
}

/// Programs, any of which will do, and the package of Debian that has one.
type Wanted = (&'static [&'static str], &'static str);

/// What the tests cannot do without.
const BROWSERS: [Wanted; 5] = [
    (
        &["chromium", "chromium-browser", "google-chrome"],
        "chromium",
    ),
    (&["chromedriver"], "chromium-driver"),
    (&["firefox-esr", "firefox"], "firefox-esr"),
    // What is printed is read and looked at with these.
    (&["pdftotext"], "poppler-utils"),
    (&["pdftoppm"], "poppler-utils"),
];

/// What `WebKit` is driven with: its driver, a display that nobody sees, and that display's keys.
const WEBKIT: [Wanted; 3] = [
    (&["WebKitWebDriver"], "webkit2gtk-driver"),
    (&["xvfb-run"], "xvfb"),
    (&["xauth"], "xauth"),
];

/// The browsers that the tests drive, Chromium's driver, and readers of PDF. Where apt-get can bring `WebKit`, it
/// does; elsewhere the test in it is left out and says so.
pub(crate) fn browsers() -> Outcome {
    let absent = |(programs, _): &Wanted| find_any(programs).is_none();
    let mut wanted: Vec<Wanted> = BROWSERS.into_iter().filter(absent).collect();
    let is_root = read(command("id").arg("-u"), "").is_ok_and(|id| id.trim() == "0");
    if is_root && find("apt-get").is_some() {
        wanted.extend(WEBKIT.into_iter().filter(absent));
    }
    let mut missing: Vec<&str> = wanted.into_iter().map(|(_, package)| package).collect();
    missing.dedup();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let advice = format!("put these on PATH yourself; on Debian: sudo apt-get install {list}");
    if find("apt-get").is_none() {
        return Err(Failure::new(
            format!("the tests need {list}, and this system has no apt-get"),
            advice,
        ));
    }
    if !is_root {
        return Err(Failure::new(
            format!("the tests need {list}, and only root may install them"),
            advice,
        ));
    }
    step(
        "install",
        &format!("{list} with apt-get (300 MB; a minute or two)"),
        || {
            run(command("apt-get").args(["update", "--quiet"]), &advice)?;
            run(
                command("apt-get")
                    .args(["install", "--yes", "--quiet", "--no-install-recommends"])
                    .args(missing)
                    .env("DEBIAN_FRONTEND", "noninteractive"),
                &advice,
            )
        },
    )
}

/// Makes a Rust tool of one exact version be there: as it is, by `cargo binstall`, or compiled.
fn tool(package: &str, program: &str, version: &str, flags: &[&str], time: &str) -> Outcome {
    let wanted = format!("{program} {version}");
    let there = || {
        find(program).is_some()
            && read(command(program).arg("--version"), "").is_ok_and(|found| found.trim() == wanted)
    };
    if there() {
        return Ok(());
    }
    step(
        "install",
        &format!("{wanted} into .tools/ (about {time}, once)"),
        || {
            let root = tools();
            let binstall = find("cargo-binstall").is_some()
                && succeeds(
                    cargo([
                        "binstall",
                        "--no-confirm",
                        "--force",
                        "--disable-strategies",
                        "compile",
                    ])
                    .args(["--version", version, package, "--root"])
                    .arg(&root),
                );
            if binstall && there() {
                return Ok(());
            }
            // A debug build without debug information: half the time, and fast enough.
            run(
                cargo([
                    "install",
                    package,
                    "--version",
                    version,
                    "--no-default-features",
                    "--debug",
                    "--force",
                ])
                .args(flags)
                .arg("--root")
                .arg(&root)
                .env("CARGO_TARGET_DIR", root.join("target"))
                .env("CARGO_PROFILE_DEV_DEBUG", "0"),
                "check that Cargo reaches its registry and that a C compiler is there, then run this again: what is compiled stays",
            )
        },
    )
}

/// Frees the disk that compiling the tools took, once they are all there.
pub(crate) fn tidy() -> Outcome {
    let leftovers = tools().join("target");
    if !leftovers.exists() {
        return Ok(());
    }
    fs::remove_dir_all(&leftovers).map_err(|error| {
        Failure::new(
            format!(".tools/target cannot be removed: {error}"),
            "remove it yourself",
        )
    })
}

/// All that building needs.
pub(crate) fn builder() -> Outcome {
    wasm_target()?;
    wasm_bindgen()?;
    trunk()?;
    tidy()
}
