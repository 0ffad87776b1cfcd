//! A release whose standard library is compiled for size and says nothing when it aborts.
//!
//! The library that comes with Rust is compiled for speed, and every place that can panic
//! carries its file, line and message, which no reader of a page sees. Compiling the library
//! with the app, for size, and letting a panic just stop, leaves both out. Cargo calls this
//! unstable, hence the variable that lets a stable toolchain do it; what it costs and saves
//! stands in docs/adr/0011. Two features of WebAssembly that the compiler turns on and this
//! program has no use for, multiple results and references in its own tables, are off: calls
//! through a table are a byte shorter each without them. Debug builds, and with them `serve`,
//! keep every message.

use std::process::Command;

use crate::install;
use crate::run::{Outcome, run, step};
use crate::workspace::cargo;

/// What Cargo and the compiler are told, as environment variables.
const SETTINGS: &[(&str, &str)] = &[
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort \
         -Ctarget-feature=-multivalue,-reference-types",
    ),
];

/// Makes a build a lean one, where the standard library's source can be had.
///
/// # Errors
///
/// When the crates that the standard library is made of do not come.
pub(crate) fn settings(build: &mut Command) -> Outcome {
    if !install::rust_source() {
        println!(
            "The source of Rust's standard library cannot be had: the release will be larger."
        );
        return Ok(());
    }
    step(
        "fetch",
        "the crates of the standard library (seconds)",
        || {
            // The build itself runs offline.
            run(
                cargo(["fetch", "--locked", "--target", "wasm32-unknown-unknown"])
                    .envs(SETTINGS.iter().copied()),
                "check that Cargo reaches its registry",
            )
        },
    )?;
    build.envs(SETTINGS.iter().copied());
    Ok(())
}
