//! `cargo xtask bench`: what the page weighs and how fast it is. The figures that are compared
//! from one release to the next are written to `bench/figures.csv`.

use crate::run::{Failure, Outcome, run, step};
use crate::test::check;
use crate::workspace::{cargo, command, root};
use crate::{build, figures, install, sizes};

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
    install::browsers()?;
    step("sizes", "what a reader downloads", sizes::record)?;
    match only {
        Some("sizes") => Ok(()),
        Some(_) => speed(),
        None => times().and_then(|()| speed()),
    }
}

/// How long a layout takes.
fn times() -> Outcome {
    step("native", "the layout of the story on this machine", || {
        run(
            &mut cargo(["bench", "--bench", "layout"]),
            "mend what the lines above name",
        )
    })?;
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
    )
}

/// How soon a slow phone sees the network and gets answers, beside two other pages, and how long a
/// press takes.
fn speed() -> Outcome {
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
        "a first visit over a slow line, and presses (5 minutes)",
        || figures::record(&sizes::speed(&[])?),
    )
}
