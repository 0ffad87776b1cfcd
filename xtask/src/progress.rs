//! Long Cargo commands at the same time, and how far each of them is.
//!
//! Compiling the tools leaves a processor idle now and then, above all at the end of each; what
//! is compiled for the page fills the gaps. Cargo draws its bar only on a terminal, and only for
//! one command, so it is asked for the bar as text, and one line says where all of them are.

use std::fmt::Write as _;
use std::io::{self, BufReader, IsTerminal, Read, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::{Failure, Outcome, line};

/// A Cargo command, what it makes, and what to do where it fails.
pub(crate) struct Work {
    /// What it makes, for the line that says how far it is.
    pub(crate) name: String,
    /// The command.
    pub(crate) command: Command,
    /// What to do where it fails.
    pub(crate) advice: String,
}

/// How far a row of commands is.
#[derive(Debug, Default)]
struct Row {
    /// What is made now; nothing before the first and after the last.
    name: Option<String>,
    /// The crates that are compiled, and how many there are; unknown while Cargo looks.
    crates: Option<(u32, u32)>,
    /// What runs.
    child: Option<Child>,
}

/// How often the line is written anew on a terminal.
const ON_A_TERMINAL: Duration = Duration::from_secs(1);
/// How often a line is added to a log.
const IN_A_LOG: Duration = Duration::from_secs(10);

/// Runs rows of commands at the same time, those of a row one after the other, and says every few
/// seconds that they live and how far they are.
///
/// # Errors
///
/// When a command does not start or fails, which ends the others; its output is printed.
pub(crate) fn together(rows: Vec<Vec<Work>>) -> Outcome {
    let start = Instant::now();
    let states: Vec<Mutex<Row>> = rows.iter().map(|_| Mutex::default()).collect();
    let on_terminal = io::stdout().is_terminal();
    let pause = if on_terminal { ON_A_TERMINAL } else { IN_A_LOG };
    thread::scope(|scope| {
        let (tell, told) = mpsc::channel();
        let count = rows.len();
        for (works, state) in rows.into_iter().zip(&states) {
            let tell = tell.clone();
            // A row that nobody waits for any more has nobody to tell.
            scope.spawn(move || tell.send(row(works, state)).unwrap_or_default());
        }
        let mut ended = 0;
        while ended < count {
            match told.recv_timeout(pause) {
                Ok(Ok(())) => ended += 1,
                Ok(Err(failure)) => {
                    for state in &states {
                        if let Some(child) = &mut lock(state).child {
                            // It may have ended by itself.
                            child.kill().unwrap_or_default();
                        }
                    }
                    return Err(failure);
                }
                Err(_) => say(&states, start.elapsed(), on_terminal),
            }
        }
        if on_terminal {
            print!("\r\x1b[2K");
        }
        Ok(())
    })
}

/// Runs commands one after the other.
fn row(works: Vec<Work>, state: &Mutex<Row>) -> Outcome {
    for Work {
        name,
        mut command,
        advice,
    } in works
    {
        let line = line(&command);
        command
            .env("CARGO_TERM_PROGRESS_WHEN", "always")
            .env("CARGO_TERM_PROGRESS_WIDTH", "80")
            .env("CARGO_TERM_COLOR", "never")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let did_not_start =
            |error| Failure::new(format!("`{line}` did not start: {error}"), &*advice);
        let mut child = command.spawn().map_err(did_not_start)?;
        let errors = child.stderr.take();
        *lock(state) = Row {
            name: Some(name),
            crates: None,
            child: Some(child),
        };
        let printed = errors.map_or_else(String::new, |errors| follow(errors, state));
        let child = lock(state).child.take();
        let status = child.map(|mut child| child.wait()).transpose();
        let status = status.map_err(did_not_start)?;
        if !status.is_some_and(|status| status.success()) {
            eprintln!("\n{printed}");
            return Err(Failure::new(format!("`{line}` failed"), advice));
        }
    }
    *lock(state) = Row::default();
    Ok(())
}

/// Reads what Cargo prints until it ends: notes how far it is, and gives the rest.
fn follow(errors: impl Read, state: &Mutex<Row>) -> String {
    let mut printed = String::new();
    let mut line = Vec::new();
    for byte in BufReader::new(errors).bytes().map_while(Result::ok) {
        // The bar ends with a return, so that the next is written over it.
        if !matches!(byte, b'\r' | b'\n') {
            line.push(byte);
            continue;
        }
        let text = String::from_utf8_lossy(&line);
        match crates(&text) {
            Some(crates) => lock(state).crates = Some(crates),
            None if text.trim().is_empty() => {}
            None => {
                printed.push_str(&text);
                printed.push('\n');
            }
        }
        line.clear();
    }
    printed
}

/// How many crates of how many Cargo's bar says, for instance `Building [==>  ] 12/256: serde`.
fn crates(line: &str) -> Option<(u32, u32)> {
    let (_, after) = line.split_once("Building [")?.1.split_once("] ")?;
    let (done, after) = after.split_once('/')?;
    let digits = after.split(|it: char| !it.is_ascii_digit()).next()?;
    Some((done.parse().ok()?, digits.parse().ok()?))
}

/// Says how far all are.
fn say(states: &[Mutex<Row>], elapsed: Duration, on_terminal: bool) {
    let mut text = format!("   {:>3} s", elapsed.as_secs());
    for state in states {
        let row = lock(state);
        if let Some(name) = &row.name {
            let separator = if text.contains(": ") { "; " } else { "  " };
            let far = row.crates.map_or_else(
                || "starting".to_owned(),
                |(done, all)| format!("{done} of {all} crates"),
            );
            // Writing to a String does not fail.
            write!(text, "{separator}{name}: {far}").unwrap_or_default();
        }
    }
    if on_terminal {
        print!("\r\x1b[2K{text}");
    } else {
        println!("{text}");
    }
    // Where nobody reads, nobody misses it.
    io::stdout().flush().unwrap_or_default();
}

/// A state, also where the thread that had it panicked.
fn lock(state: &Mutex<Row>) -> MutexGuard<'_, Row> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_says_how_many_crates_of_how_many() {
        let bar = "    Building [=====>          ] 12/256: serde, syn(build)";
        assert_eq!(crates(bar), Some((12, 256)));
        assert_eq!(crates("    Building [====] 96/96"), Some((96, 96)));
    }

    #[test]
    fn anything_else_is_no_bar() {
        for line in [
            "   Compiling serde v1.0.0",
            " Downloading [=>   ] 12 crates",
            "error: Building [ is no bar",
            "",
        ] {
            assert_eq!(crates(line), None, "{line}");
        }
    }

    #[test]
    fn what_is_printed_beside_the_bar_is_kept() {
        let printed =
            "   Compiling a v1.0.0\n    Building [> ] 1/2: a\r    Building [==] 2/2\rerror: no\n";
        let state = Mutex::default();
        assert_eq!(
            follow(printed.as_bytes(), &state),
            "   Compiling a v1.0.0\nerror: no\n"
        );
        assert_eq!(lock(&state).crates, Some((2, 2)));
    }

    #[test]
    fn the_first_failure_ends_the_rest_and_says_which_it_was() {
        let work = |name: &str, words: &[&str]| {
            let mut command = Command::new(words[0]);
            command.args(&words[1..]);
            vec![Work {
                name: name.to_owned(),
                command,
                advice: "do that".to_owned(),
            }]
        };
        let failed = together(vec![
            work("fails", &["cargo", "no-such-command"]),
            work("is missing", &["no-such-program"]),
        ]);
        let failure = failed.map_err(|failure| failure.to_string());
        assert!(
            failure.is_err_and(|it| it.contains("no-such") && it.contains("What to do: do that")),
            "a command that is not there fails"
        );
        assert!(together(vec![work("works", &["cargo", "--version"])]).is_ok());
    }
}
