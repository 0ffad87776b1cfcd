//! `cargo xtask bench`: what the page weighs and how fast it is.

use crate::run::{Failure, Outcome, run, step};
use crate::workspace::{cargo, command, root};
use crate::{build, install, sizes};

/// Builds the release and measures it.
///
/// # Errors
///
/// When an argument is unknown, or a build or a measurement fails.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    let only_sizes = match arguments {
        [] => false,
        [word] if word == "sizes" => true,
        [word, ..] => {
            return Err(Failure::new(
                format!("bench does not know {word}"),
                "it takes `sizes` or nothing",
            ));
        }
    };
    build::main(&[])?;
    step("sizes", "what a reader downloads", sizes::show)?;
    if only_sizes {
        return Ok(());
    }
    step("native", "the layout of the story on this machine", || {
        run(
            &mut cargo(["bench", "--bench", "layout"]),
            "mend what the lines above name",
        )
    })?;
    let script = "tests/e2e/bench.mjs";
    if !root().join(script).is_file() {
        return Ok(());
    }
    install::browsers()?;
    step(
        "browser",
        "layout, and from a click to the next paint",
        || {
            run(
                command("node").arg(script),
                "mend what the lines above name",
            )
        },
    )
}
