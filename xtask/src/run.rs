//! Running programs, and saying well what went wrong.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What failed, and what the reader can do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    advice: String,
}

impl Failure {
    /// A failure: `what` completes "Failed: …", `advice` completes "What to do: …".
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: advice.into(),
        }
    }

    /// The same failure, said to have happened in `step`.
    pub(crate) fn during(mut self, step: &str) -> Self {
        self.what = format!("{step}: {}", self.what);
        self
    }

    /// The same failure with one more thing to do.
    pub(crate) fn and(mut self, advice: &str) -> Self {
        self.advice = format!("{}; {advice}", self.advice);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nWhat to do: {}", self.what, self.advice)
    }
}

/// What a task or a part of it comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Runs a program with its output on the terminal.
///
/// # Errors
///
/// When the program is missing or does not succeed; `advice` says what to do then.
pub(crate) fn run(command: &mut Command, advice: &str) -> Outcome {
    let line = line(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(
            format!("`{line}` ended with {status}"),
            advice,
        )),
        Err(error) => Err(Failure::new(
            format!("`{line}` did not start: {error}"),
            advice,
        )),
    }
}

/// Runs a program and gives what it printed; its errors stay on the terminal.
///
/// # Errors
///
/// As [`run`], and when the output is not UTF-8.
pub(crate) fn read(command: &mut Command, advice: &str) -> Outcome<String> {
    let line = line(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("`{line}` did not start: {error}"), advice))?;
    if !output.status.success() {
        let status = output.status;
        return Err(Failure::new(
            format!("`{line}` ended with {status}"),
            advice,
        ));
    }
    String::from_utf8(output.stdout).map_err(|_| {
        Failure::new(
            format!("`{line}` printed something other than text"),
            advice,
        )
    })
}

/// Whether a program runs and succeeds, in silence.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Does a piece of work under a heading, and prints how long it took.
///
/// # Errors
///
/// Those of the work, with the step's name before them.
pub(crate) fn step<T>(name: &str, what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n== {name}: {what}");
    let start = Instant::now();
    let value = work().map_err(|failure| failure.during(name))?;
    println!("== {name}: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(value)
}

/// A command as one would type it, without the directory of the program.
pub(crate) fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
