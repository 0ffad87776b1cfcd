//! `tahaluf check`: every problem of a story file at once.

use crate::failure::{Failure, Outcome};
use crate::story;
use crate::text::locale;
use clap::{Args, ValueEnum};
use serde_json::json;
use std::path::PathBuf;
use tahaluf::document::problem::Problem;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::{ProblemMessages, explain};
use tahaluf::model::check;

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
    /// What counts as a failure besides problems: warnings, of which there can be some in a
    /// story that has no problem.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
}

/// What can be denied.
#[derive(Clone, Copy, ValueEnum)]
enum Deny {
    /// A story with warnings fails.
    Warnings,
}

/// How problems are told.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line each.
    Text,
    /// A JSON array of objects with `pointer`, `message` and `severity` (`problem` or
    /// `warning`), empty where all is well.
    Json,
}

/// Checks a file; where it has problems, they are the failure. Warnings are told apart, and
/// fail only where they are denied.
///
/// # Errors
///
/// When the file cannot be read, has problems, or has warnings that are denied.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let (path, lang) = (&arguments.story, arguments.lang);
    let bytes = story::bytes(path)?;
    let (problems, warnings) = match check::read(&bytes) {
        Ok(story) => (Vec::new(), check::warnings(&story)),
        Err(problems) => (problems, Vec::new()),
    };
    let words = ProblemMessages::of(lang);
    let as_text = matches!(arguments.format, Format::Text);
    if !as_text {
        let problems = as_json(&problems, "problem", lang);
        let warnings = as_json(&warnings, "warning", lang);
        println!(
            "{}",
            problems.chain(warnings).collect::<serde_json::Value>()
        );
    } else if problems.is_empty() {
        println!("{}: ok", path.display());
    }
    let (found, count) = if !problems.is_empty() {
        (&problems, &words.count)
    } else if warnings.is_empty() {
        return Ok(());
    } else {
        (&warnings, &words.warnings)
    };
    let said = if as_text {
        story::told(path, found, count, lang)
    } else {
        story::counted(path, found, count, lang)
    };
    if problems.is_empty() && arguments.deny.is_none() {
        if as_text {
            eprintln!("{said}");
        }
        return Ok(());
    }
    Err(Failure::new(said, ""))
}

/// Problems as data: where each is (RFC 6901), what is wrong there, and how bad it is.
fn as_json(
    problems: &[Problem],
    severity: &'static str,
    locale: Locale,
) -> impl Iterator<Item = serde_json::Value> {
    problems.iter().map(move |problem| {
        json!({
            "pointer": problem.pointer,
            "message": explain(locale, &problem.kind),
            "severity": severity,
        })
    })
}
