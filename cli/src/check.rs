//! `tahaluf check`: every problem of a story file at once.

use crate::failure::{Failure, Outcome};
use crate::story;
use crate::text::locale;
use clap::{Args, ValueEnum};
use serde_json::json;
use std::path::PathBuf;
use tahaluf::atlas::Atlas;
use tahaluf::document::problem::Problem;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::explain;

/// What `check` is told.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The story file.
    story: PathBuf,
    /// For people, or for machines.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the explanations: ar or en.
    #[arg(long, value_parser = locale, default_value = "en")]
    lang: Locale,
}

/// How problems are told.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line each.
    Text,
    /// A JSON array of objects with `pointer` and `message`, empty where all is well.
    Json,
}

/// Checks a file; where it has problems, they are the failure.
///
/// # Errors
///
/// When the file cannot be read or has problems.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let bytes = story::bytes(&arguments.story)?;
    let problems = Atlas::from_json(&bytes).err().unwrap_or_default();
    match arguments.format {
        Format::Json => println!("{}", as_json(&problems, arguments.lang)),
        Format::Text if problems.is_empty() => println!("{}: ok", arguments.story.display()),
        Format::Text => {}
    }
    match (problems.as_slice(), arguments.format) {
        ([], _) => Ok(()),
        (problems, Format::Json) => Err(Failure::new(
            story::counted(&arguments.story, problems, arguments.lang),
            "",
        )),
        (problems, Format::Text) => Err(Failure::new(
            story::told(&arguments.story, problems, arguments.lang),
            "",
        )),
    }
}

/// The problems as data: where each is (RFC 6901), and what is wrong there.
fn as_json(problems: &[Problem], locale: Locale) -> serde_json::Value {
    let problems = problems.iter();
    problems
        .map(|problem| {
            json!({
                "pointer": problem.pointer,
                "message": explain(locale, &problem.kind),
            })
        })
        .collect()
}
