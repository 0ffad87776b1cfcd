//! `tahaluf`: checks a story, moves it to today's format, and makes of it a site or one file.

mod app;
mod build;
mod check;
mod dataset;
mod demo;
mod embed;
mod failure;
mod files;
mod first_paint;
mod fonts;
mod headers;
mod icon;
mod json;
mod migrate;
mod oembed;
mod one_file;
mod page;
mod sheet;
mod story;
mod text;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks a story and publishes it.
#[derive(Parser)]
#[command(name = "tahaluf", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says everything that is wrong with a story file.
    Check(check::Arguments),
    /// Writes a story file of an earlier format as one of today's.
    Migrate(migrate::Arguments),
    /// Makes a folder that any web server can publish.
    Build(build::Arguments),
    /// Makes one HTML file that opens from a disk, without a network.
    OneFile(one_file::Arguments),
    /// Makes the briefing sheet as a PDF, through a Chromium that is installed.
    Sheet(sheet::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Migrate(arguments) => migrate::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::OneFile(arguments) => one_file::run(&arguments),
        Command::Sheet(arguments) => sheet::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprint!("{failure}");
            ExitCode::FAILURE
        }
    }
}
