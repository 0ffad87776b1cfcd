//! `cargo xtask test`: every check there is, in the order that finds mistakes soonest.

pub(crate) mod check;
mod retry;

use std::time::Instant;

use crate::run::{Failure, Outcome, step};
use crate::{build, fonts, install, sizes};

/// One check.
struct Step {
    name: &'static str,
    what: &'static str,
    needs: &'static [fn() -> Outcome],
    work: fn() -> Outcome,
}

const STEPS: &[Step] = &[
    Step {
        name: "format",
        what: "rustfmt has nothing to change",
        needs: &[],
        work: check::format,
    },
    Step {
        name: "lint",
        what: "clippy on everything, warnings are errors",
        needs: &[],
        work: check::lint,
    },
    Step {
        name: "lint-wasm",
        what: "clippy on what the browser runs",
        needs: &[install::wasm_target],
        work: check::lint_wasm,
    },
    Step {
        name: "unit",
        what: "unit, integration and documentation tests",
        needs: &[],
        work: check::unit,
    },
    Step {
        name: "scripts",
        what: "what scripts decide without a browser",
        needs: &[],
        work: check::scripts,
    },
    Step {
        name: "docs",
        what: "the documentation builds without warnings",
        needs: &[],
        work: check::docs,
    },
    Step {
        name: "fonts",
        what: "the committed fonts are those that are generated",
        needs: &[install::npm],
        work: fonts::check,
    },
    Step {
        name: "parity",
        what: "the same picture natively and in a browser, and files as a browser makes them",
        needs: &[
            install::wasm_target,
            install::wasm_bindgen,
            install::browsers,
        ],
        work: check::parity,
    },
    Step {
        name: "serve",
        what: "`cargo xtask serve` from the files alone, as a newcomer and an editor meet it",
        needs: &[install::builder, install::npm, install::browsers],
        work: check::serve,
    },
    Step {
        name: "build",
        what: "the release in dist/",
        needs: &[install::builder, install::npm],
        work: build::release,
    },
    Step {
        name: "size",
        what: "the release weighs no more than it may",
        needs: &[install::builder, install::npm, install::browsers],
        work: sizes::check,
    },
    Step {
        name: "end-to-end",
        what: "the release in Chromium and Firefox, as a reader uses it",
        needs: &[install::builder, install::npm, install::browsers],
        work: check::end_to_end,
    },
];

/// Runs all steps, or those that are named.
///
/// # Errors
///
/// When a name is unknown, an installation fails, or a step does: the first failure ends it.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    if arguments.iter().any(|word| word == "--list") {
        for step in STEPS {
            println!("{:<12}{}", step.name, step.what);
        }
        return Ok(());
    }
    let unknown = |word: &&String| !STEPS.iter().any(|step| step.name == **word);
    if let Some(word) = arguments.iter().find(unknown) {
        return Err(Failure::new(
            format!("there is no step named {word}"),
            "`cargo xtask test --list` shows them",
        ));
    }
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| arguments.is_empty() || arguments.iter().any(|word| word == step.name))
        .collect();
    // First all that may need the network, then the work.
    for need in chosen.iter().flat_map(|step| step.needs) {
        need()?;
    }
    let start = Instant::now();
    let mut lines = Vec::new();
    for Step {
        name, what, work, ..
    } in chosen
    {
        let begun = Instant::now();
        let outcome = step(name, what, work);
        let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
        lines.push(format!(
            "{name:<12}{:>7.1} s  {verdict}",
            begun.elapsed().as_secs_f64()
        ));
        if outcome.is_err() {
            print_summary(&lines);
            return outcome.map_err(|failure| {
                failure.and(&format!(
                    "then `cargo xtask test {name}` runs only this step"
                ))
            });
        }
    }
    lines.push(format!(
        "{:<12}{:>7.1} s  ok",
        "all",
        start.elapsed().as_secs_f64()
    ));
    print_summary(&lines);
    Ok(())
}

fn print_summary(lines: &[String]) {
    println!("\nSummary");
    for line in lines {
        println!("  {line}");
    }
}
