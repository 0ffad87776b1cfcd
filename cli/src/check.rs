//! `tahaluf check`: every problem of a story file at once.

use crate::failure::{Failure, Outcome};
use crate::json;
use crate::story;
use crate::text::locale;
use clap::{Args, ValueEnum};
use serde::Serialize;
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
        let problems = told(&problems, Severity::Problem, lang);
        let all = problems.chain(told(&warnings, Severity::Warning, lang));
        println!("{}", json::compact(&all.collect::<Vec<_>>())?);
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
    let report = if as_text {
        story::told(path, found, count, lang)
    } else {
        story::counted(path, found, count, lang)
    };
    if problems.is_empty() && arguments.deny.is_none() {
        if as_text {
            eprintln!("{report}");
        }
        return Ok(());
    }
    Err(Failure::new(report, ""))
}

/// A problem as data.
#[derive(Serialize)]
struct Told<'a> {
    /// Where it is: a JSON Pointer (RFC 6901).
    pointer: &'a str,
    /// What is wrong there.
    message: String,
    /// How bad it is.
    severity: Severity,
}

/// How bad a problem is.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum Severity {
    /// A story with it is not published.
    Problem,
    /// A story with it is published; somebody should look at it.
    Warning,
}

/// Problems of one severity as data.
fn told(
    problems: &[Problem],
    severity: Severity,
    locale: Locale,
) -> impl Iterator<Item = Told<'_>> {
    problems.iter().map(move |problem| Told {
        pointer: &problem.pointer,
        message: explain(locale, &problem.kind),
        severity,
    })
}
