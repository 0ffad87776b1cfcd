//! `cargo xtask bench`: what the page weighs and how fast it is.

use crate::run::{Failure, Outcome, run, step};
use crate::test::check;
use crate::workspace::{cargo, command};
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
    install::browsers()?;
    step(
        "browser",
        "the same layout in a browser, as it is shipped",
        || {
            run(
                check::in_browser(&["test", "--release", "--test", "layout_time"])
                    .args(["--", "--nocapture"]),
                "mend what the lines above name",
            )
        },
    )?;
    step(
        "presses",
        "from a press to the next paint on a slow phone",
        || {
            run(
                command("node").arg("tests/e2e/bench.mjs"),
                "mend what the lines above name",
            )
        },
    )
}
