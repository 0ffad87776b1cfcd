//! `cargo xtask bench`: what the page weighs and how fast it is.

use crate::run::{Failure, Outcome, run, step};
use crate::test::check;
use crate::workspace::{cargo, command, root};
use crate::{build, install, sizes};

/// Builds the release and measures it.
///
/// # Errors
///
/// When an argument is unknown, or a build or a measurement fails.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    let only = match arguments {
        [] => None,
        [word] if ["sizes", "speed"].contains(&word.as_str()) => Some(word.as_str()),
        [word, ..] => {
            return Err(Failure::new(
                format!("bench does not know {word}"),
                "it takes `sizes`, `speed` or nothing",
            ));
        }
    };
    build::main(&[])?;
    step("sizes", "what a reader downloads", sizes::show)?;
    match only {
        Some("sizes") => Ok(()),
        Some(_) => speed(),
        None => times().and_then(|()| speed()),
    }
}

/// How long a layout takes, and the answer to a press.
fn times() -> Outcome {
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

/// How soon a slow phone sees the network and gets answers, beside two other pages.
fn speed() -> Outcome {
    install::browsers()?;
    let peers = root().join("bench/peers");
    step(
        "peers",
        "the pages that the speed is compared with (seconds)",
        || {
            run(
                command("npm")
                    .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                    .current_dir(&peers),
                "check that npm reaches its registry",
            )?;
            run(
                command("node").arg("build.mjs").current_dir(&peers),
                "mend what the lines above name",
            )
        },
    )?;
    step(
        "speed",
        "a first visit over a slow line (5 minutes)",
        || {
            run(
                command("node").arg("bench/speed.mjs"),
                "mend what the lines above name",
            )
        },
    )
}
