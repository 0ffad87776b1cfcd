//! Setting a machine up: each function makes one thing be there, and does nothing when it is.

use std::fs;
use std::path::Path;

use crate::progress::{Work, together};
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

/// A program in Rust that the project calls, of one exact version.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    flags: &'static [&'static str],
    /// The crates of it that are optimised.
    hot: &'static [&'static str],
}

/// Trunk, which builds the page and serves it.
fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK.to_owned(),
        flags: &["--locked"],
        hot: &[],
    }
}

/// wasm-bindgen and its test runner, of exactly the version the app is linked with.
///
/// # Errors
///
/// When the lock file does not name it.
fn bindgen() -> Outcome<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        // Its lock file can name crate versions that a registry mirror has dropped.
        flags: &[],
        hot: &["walrus", "wasm-encoder", "wasmparser"],
    })
}

/// Makes wasm-bindgen and its test runner be there.
///
/// # Errors
///
/// When they cannot be compiled, or one of them is not beside the other.
pub(crate) fn wasm_bindgen() -> Outcome {
    tools_and(&[bindgen()?], Vec::new())
}

/// Makes all that building needs be there, and runs other commands of Cargo meanwhile.
///
/// # Errors
///
/// When something cannot be compiled.
pub(crate) fn builder_and(meanwhile: Vec<Work>) -> Outcome {
    wasm_target()?;
    tools_and(&[bindgen()?, trunk()], meanwhile)
}

/// Makes all that building needs be there.
///
/// # Errors
///
/// When something cannot be compiled.
pub(crate) fn builder() -> Outcome {
    builder_and(Vec::new())
}

/// Makes tools be there, and runs other commands of Cargo meanwhile.
fn tools_and(tools: &[Tool], meanwhile: Vec<Work>) -> Outcome {
    let missing: Vec<&Tool> = tools
        .iter()
        .filter(|tool| !tool.is_there() && !tool.comes_compiled())
        .collect();
    let names: Vec<String> = missing.iter().map(|tool| tool.wanted()).collect();
    let what = match (names.is_empty(), meanwhile.is_empty()) {
        (true, true) => return runner(),
        (true, false) => "the page, where something changed".to_owned(),
        (false, true) => format!("{} into .tools/ (3 minutes, once)", names.join(" and ")),
        (false, false) => format!(
            "{} into .tools/, and the page meanwhile (4 minutes, once)",
            names.join(" and ")
        ),
    };
    let compiled = missing.into_iter().map(Tool::compiled).collect();
    step("compile", &what, || together(vec![compiled, meanwhile]))?;
    runner()?;
    tidy()
}

/// Whether wasm-bindgen's test runner is beside it, as it is where both were installed.
fn runner() -> Outcome {
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

impl Tool {
    /// What it answers to `--version`.
    fn wanted(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    /// Whether exactly it is on the search path.
    fn is_there(&self) -> bool {
        find(self.program).is_some()
            && read(command(self.program).arg("--version"), "")
                .is_ok_and(|found| found.trim() == self.wanted())
    }

    /// Whether `cargo binstall`, where that is installed, brings it without compiling.
    fn comes_compiled(&self) -> bool {
        find("cargo-binstall").is_some()
            && succeeds(
                cargo(["binstall", "--no-confirm", "--force"])
                    .args(["--disable-strategies", "compile"])
                    .args(["--version", &self.version, self.package, "--root"])
                    .arg(tools()),
            )
            && self.is_there()
    }

    /// What compiles it.
    ///
    /// Not optimised, and without what only a debugger or a test of the tool would need: half the
    /// time of a release, and fast enough. What reads and writes WebAssembly is optimised a little,
    /// for it runs whenever a file is saved. Of Trunk's default features it loses only the check
    /// for updates.
    fn compiled(&self) -> Work {
        let mut command = cargo(["install", self.package, "--version", &self.version]);
        for name in self.hot {
            let setting = format!("profile.dev.package.{name}.opt-level=1");
            command.args(["--config", &setting]);
        }
        command
            .args(["--no-default-features", "--debug", "--force"])
            .args(self.flags)
            .arg("--root")
            .arg(tools())
            .env("CARGO_TARGET_DIR", tools().join("target"))
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
            .env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
        Work {
            name: self.program.to_owned(),
            command,
            advice: "check that Cargo reaches its registry and that a C compiler is there, then run this again: what is compiled stays".to_owned(),
        }
    }
}

/// Frees the disk that compiling the tools took, once they are all there.
fn tidy() -> Outcome {
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
