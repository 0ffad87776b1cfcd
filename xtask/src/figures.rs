//! The figures of the release: one file, which commands write and nobody else does.
//!
//! `bench/figures.csv` has a row for each figure of each version. A row of the version at hand is
//! replaced when it is measured again; those of earlier ones stay.

use std::fs;

use crate::run::{Failure, Outcome};
use crate::workspace::{command, locked_version, root, text};

/// The file that has the figures of each version.
const FILE: &str = "bench/figures.csv";
/// The file's first line: the names of its columns.
const HEAD: &str = "version,figure,unit,value";

/// Something that was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// What it is of; no comma is in it.
    pub(crate) name: String,
    /// `bytes`, `ms`, or what else it is counted in.
    pub(crate) unit: String,
    /// The value as it is written down.
    pub(crate) value: String,
}

impl Figure {
    /// A number of bytes.
    pub(crate) fn bytes(name: &str, bytes: u64) -> Self {
        Self {
            name: name.to_owned(),
            unit: "bytes".to_owned(),
            value: bytes.to_string(),
        }
    }

    /// A figure from a line `name,unit,value`, as the scripts of `bench` write it.
    fn of(line: &str) -> Option<Self> {
        let mut cells = line.split(',').map(str::to_owned);
        let figure = Self {
            name: cells.next()?,
            unit: cells.next()?,
            value: cells.next()?,
        };
        cells.next().is_none().then_some(figure)
    }

    /// Its value as a number of bytes.
    pub(crate) fn count(&self) -> Option<u64> {
        (self.unit == "bytes").then(|| self.value.parse().ok())?
    }
}

/// What a script of `bench` wrote down.
///
/// # Errors
///
/// When a line is none of a figure.
pub(crate) fn parsed(lines: &str) -> Outcome<Vec<Figure>> {
    lines
        .lines()
        .map(|line| {
            Figure::of(line).ok_or_else(|| {
                Failure::new(
                    format!("`{line}` is no figure: `name,unit,value` is one"),
                    "look at what writes it in bench/speed.mjs",
                )
            })
        })
        .collect()
}

/// The figures that were recorded last.
///
/// # Errors
///
/// When the file cannot be read, or a line of it is not as expected.
pub(crate) fn recorded() -> Outcome<Vec<Figure>> {
    let text = text(FILE)?;
    let last = text.lines().last().and_then(|line| line.split_once(','));
    let version = last.map_or("", |(version, _)| version);
    of_version(&text, version)
}

/// The figures of a version.
fn of_version(text: &str, version: &str) -> Outcome<Vec<Figure>> {
    let rows = text.lines().skip(1).filter_map(|line| line.split_once(','));
    let rows = rows.filter(|(of, _)| *of == version);
    parsed(
        &rows
            .map(|(_, rest)| [rest, "\n"].concat())
            .collect::<String>(),
    )
}

/// Writes figures down as those of the version at hand.
///
/// # Errors
///
/// When the file cannot be read or written.
pub(crate) fn record(figures: &[Figure]) -> Outcome {
    let version = locked_version("tahaluf")?;
    let path = root().join(FILE);
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, merged(&before, &version, figures)).map_err(|error| {
        Failure::new(
            format!("{FILE} cannot be written: {error}"),
            "look at who owns it",
        )
    })?;
    println!("Written to {FILE}, for version {version}.");
    Ok(())
}

/// The file with figures of a version in place of those of the same names, or behind the others.
fn merged(before: &str, version: &str, figures: &[Figure]) -> String {
    let mut rows: Vec<(String, String, String)> = before
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.splitn(3, ',').map(str::to_owned);
            Some((cells.next()?, cells.next()?, cells.next()?))
        })
        .collect();
    for Figure { name, unit, value } in figures {
        let rest = [unit, ",", value].concat();
        match rows
            .iter_mut()
            .find(|(of, figure, _)| of == version && figure == name)
        {
            Some((.., known)) => *known = rest,
            None => rows.push((version.to_owned(), name.clone(), rest)),
        }
    }
    let lines = rows
        .iter()
        .map(|(version, name, rest)| format!("{version},{name},{rest}\n"));
    [HEAD, "\n", &lines.collect::<String>()].concat()
}

/// What commits since the figures were recorded say that more bytes bought, in a line `Size: …`
/// at their end; none where there is no history to read.
pub(crate) fn bought() -> Option<Vec<String>> {
    let git = |words: &[&str]| {
        let output = command("git").args(words).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    // A clone of the last commit alone would name it as the one that recorded everything.
    if git(&["rev-parse", "--is-shallow-repository"])? == "true" {
        return None;
    }
    let recorded = git(&["log", "-1", "--format=%H", "--", FILE])?;
    if recorded.is_empty() {
        return None;
    }
    let range = [&recorded, "..HEAD"].concat();
    let format = "--format=%(trailers:key=Size,valueonly,separator=%x0A)";
    let trailers = git(&["log", format, &range])?;
    let lines = trailers
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    Some(lines.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(values: &[(&str, u64)]) -> Vec<Figure> {
        let figure = |&(name, value)| Figure::bytes(name, value);
        values.iter().map(figure).collect()
    }

    #[test]
    fn what_is_measured_again_is_replaced_and_the_rest_stays() {
        let first = merged("", "0.1.0", &figures(&[("visit", 200), ("app", 90)]));
        let second = merged(&first, "0.1.0", &figures(&[("app", 91), ("file", 400)]));
        let third = merged(&second, "0.2.0", &figures(&[("app", 95)]));
        assert_eq!(
            third,
            "version,figure,unit,value\n0.1.0,visit,bytes,200\n0.1.0,app,bytes,91\n\
             0.1.0,file,bytes,400\n0.2.0,app,bytes,95\n"
        );
        let old = of_version(&third, "0.1.0").unwrap_or_default();
        assert_eq!(old, figures(&[("visit", 200), ("app", 91), ("file", 400)]));
    }

    #[test]
    fn what_is_no_figure_is_told() {
        assert!(parsed("a,bytes,1\n").is_ok());
        assert!(parsed("a,bytes\n").is_err());
        assert!(parsed("a,b,bytes,1\n").is_err());
    }
}
