//! The checks that are a program and its arguments.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::retry;
use crate::run::{Failure, Outcome, run};
use crate::workspace::{cargo, command, find, root, target};

/// What to do where the tool itself says it best.
const MEND: &str = "mend what the lines above name";

/// The layout of the code is that of rustfmt.
pub(super) fn format() -> Outcome {
    run(
        &mut cargo(["fmt", "--all", "--check"]),
        "run `cargo fmt --all` (if it is missing: `rustup component add rustfmt`)",
    )
}

/// Clippy on the workspace, natively, with the tests and benchmarks; and on `tahaluf` as `serve`
/// compiles it.
pub(super) fn lint() -> Outcome {
    let mut publisher = cargo([
        "clippy",
        "--package",
        "tahaluf-cli",
        "--no-default-features",
    ]);
    run(publisher.args(["--", "-D", "warnings"]), MEND)?;
    run(
        &mut cargo([
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "tahaluf/ssr",
            "--",
            "-D",
            "warnings",
        ]),
        "mend what the lines above name (if clippy is missing: `rustup component add clippy`)",
    )
}

/// Clippy on both programs and their browser tests, as WebAssembly.
pub(super) fn lint_wasm() -> Outcome {
    let tests: &[&str] = &["--test", "parity", "--test", "files"];
    let programs = [("csr", &[][..]), ("csr,studio", tests)];
    programs.into_iter().try_for_each(|(features, tests)| {
        let mut clippy = cargo(["clippy", "--lib", "--bin", "app", "--no-default-features"]);
        clippy.args(["--features", features, "--target", "wasm32-unknown-unknown"]);
        run(clippy.args(tests).args(["--", "-D", "warnings"]), MEND)
    })
}

/// All native tests.
pub(super) fn unit() -> Outcome {
    run(
        &mut cargo(["test", "--workspace", "--features", "tahaluf/ssr"]),
        MEND,
    )
}

/// The documentation, private items too.
pub(super) fn docs() -> Outcome {
    // One after the other: program and library have one name, and write to one place.
    for part in [
        ["--package", "tahaluf-cli"].as_slice(),
        &["--workspace", "--exclude", "tahaluf-cli"],
    ] {
        run(
            cargo(["doc", "--no-deps", "--document-private-items"])
                .args(part)
                .args(["--features", "tahaluf/ssr"])
                .env("RUSTDOCFLAGS", "-D warnings"),
            MEND,
        )?;
    }
    Ok(())
}

/// The tests that compare the browser with the native result, in Chromium: the native one first,
/// which writes down what it computes.
pub(super) fn parity() -> Outcome {
    let mut natively = cargo(["test", "--workspace", "--features", "tahaluf/ssr"]);
    run(natively.args(["--test", "parity"]), MEND)?;
    let written = target().join("tmp/parity.txt");
    let digests = fs::read_to_string(&written).map_err(|error| {
        Failure::new(
            format!("{}: {error}", written.display()),
            "tests/parity.rs writes it where CARGO_TARGET_TMPDIR says: unset that if it is set",
        )
    })?;
    let mut browser = in_browser(&["test", "--test", "parity", "--test", "files"]);
    run(browser.env("TAHALUF_PARITY", digests), MEND)
}

/// Cargo with some words, running what it builds in Chromium.
pub(crate) fn in_browser(words: &[&str]) -> Command {
    let mut test = cargo(words);
    test.args(["--no-default-features", "--features", "csr,studio"]);
    test.args(["--target", "wasm32-unknown-unknown"]);
    if let Some(driver) = find("chromedriver") {
        test.env("CHROMEDRIVER", driver);
    }
    // In seconds: a machine that does much else is slow to answer, which is no failure.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    // Browsers refuse to run as root, as CI does, with their sandbox on.
    test.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        root().join("tests/webdriver.json"),
    );
    test
}

/// The tests of what scripts decide without a browser.
pub(super) fn scripts() -> Outcome {
    let files = node_tests("tests/js")?;
    run(command("node").arg("--test").args(files), MEND)
}

/// The tests of `cargo xtask serve`, over a copy of the repository's files.
pub(super) fn serve() -> Outcome {
    let files = node_tests("tests/serve")?;
    run(
        command("node")
            .args(["--test", "--test-reporter=spec"])
            .args(files),
        MEND,
    )
}

/// The files of tests for Node.js in a directory, in order.
///
/// # Errors
///
/// When there is none.
fn node_tests(directory: &str) -> Outcome<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(root().join(directory))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(
            format!("{directory}/ holds no *.test.mjs"),
            "restore it with `git checkout`",
        ));
    }
    Ok(files)
}

/// The tests that use `dist/` in real browsers.
pub(super) fn end_to_end() -> Outcome {
    retry::each(&node_tests("tests/e2e")?, |file| {
        run(
            command("node")
                .env("TAHALUF_APP", target().join("app"))
                .args(["--test", "--test-reporter=spec"])
                .arg(file),
            MEND,
        )
    })
}
