//! Everything the project does beside being the app: set up, serve, build, test, measure.
//!
//! It has no dependencies on purpose: `cargo xtask serve` is the first thing a newcomer
//! types, and the arguments it takes are few enough to match by hand.

mod bench;
mod build;
mod figures;
mod fonts;
mod install;
mod lean;
mod optimize;
mod progress;
mod run;
mod serve;
mod sizes;
mod test;
mod workspace;

use std::env;
use std::process::ExitCode;

use crate::run::{Failure, Outcome};

/// One thing `cargo xtask` can do.
struct Task {
    name: &'static str,
    usage: &'static str,
    what: &'static str,
    work: fn(&[String]) -> Outcome,
}

const TASKS: &[Task] = &[
    Task {
        name: "serve",
        usage: "serve [--port N] [--open]",
        what: "install what is missing, build, and serve on this machine with reload",
        work: serve::main,
    },
    Task {
        name: "pages",
        usage: "pages",
        what: "for serve, which calls it after each build: the story's pages and the demo, below site/",
        work: serve::pages,
    },
    Task {
        name: "build",
        usage: "build",
        what: "make the release in dist/: static files for any web server, at any path",
        work: build::main,
    },
    Task {
        name: "test",
        usage: "test [--list] [STEP…]",
        what: "install what is missing and run every check, or only the named ones",
        work: test::main,
    },
    Task {
        name: "bench",
        usage: "bench [sizes | speed]",
        what: "measure sizes, layout time and speed beside other pages, and write the figures down",
        work: bench::main,
    },
    Task {
        name: "fonts",
        usage: "fonts [--check]",
        what: "make the subset fonts and their advance widths again, or prove that nothing changed",
        work: fonts::main,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print_usage();
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print_usage();
        return ExitCode::SUCCESS;
    }
    let outcome = TASKS.iter().find(|task| task.name == name).map_or_else(
        || {
            Err(Failure::new(
                format!("there is no task named {name}"),
                "run `cargo xtask` to see them all",
            ))
        },
        |task| (task.work)(rest),
    );
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nFailed: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn print_usage() {
    println!("Usage: cargo xtask TASK\n");
    for task in TASKS {
        println!("  {:<28}{}", task.usage, task.what);
    }
}
