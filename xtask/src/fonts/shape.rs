//! Subsetting and shaping with `HarfBuzz`, through `xtask/fonts.mjs`.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::fonts::charset::Face;
use crate::fonts::files::File;
use crate::fonts::{advances, css, drawn};
use crate::run::{Failure, Outcome};
use crate::workspace::command;

/// One glyph of a shaped text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Its number in the subset font; 0 means that the font has no such character.
    pub(super) id: u32,
    /// How far it moves the pen, in units of 1/1000 em (both faces have 1000 units per em).
    pub(super) advance: u32,
}

/// What a subset face says of itself and of the texts it has shaped.
pub(super) struct Shaped {
    /// How far it reaches above the baseline, in 1/1000 em.
    pub(super) ascent: u32,
    /// How far it reaches below the baseline, in 1/1000 em.
    pub(super) descent: u32,
    /// Each text with its glyphs in reading order.
    texts: BTreeMap<String, Vec<Glyph>>,
}

impl Shaped {
    /// The glyphs of a text; none when it was not among those shaped.
    pub(super) fn glyphs(&self, text: &str) -> &[Glyph] {
        self.texts.get(text).map_or(&[], Vec::as_slice)
    }

    /// How wide a text is, in 1/1000 em.
    pub(super) fn width(&self, text: &str) -> u32 {
        self.glyphs(text).iter().map(|glyph| glyph.advance).sum()
    }
}

/// Writes the files of a face into `directory`, and shapes all texts that the tables ask for.
///
/// # Errors
///
/// When Node.js fails or the font lacks a character.
pub(super) fn split_and_shape(
    face: Face,
    source: &Path,
    files: &[File],
    directory: &Path,
) -> Outcome<Shaped> {
    let texts: Vec<String> = advances::texts(face)
        .into_iter()
        .chain([css::sample(face)])
        .collect();
    let mut request = vec![
        format!("script {}", face.script()),
        format!("features {}", face.features()),
    ];
    request.extend(files.iter().map(|file| {
        let characters = code_points(file.characters.iter().copied());
        format!("file {} {characters}", file.name)
    }));
    let line = |what, text: &String| format!("{what} {}", code_points(text.chars()));
    request.extend(drawn::texts(face).iter().map(|text| line("draw", text)));
    request.extend(texts.iter().map(|text| line("shape", text)));
    let mut node = command("node");
    node.arg("xtask/fonts.mjs").arg(source).arg(directory);
    let answer = ask(&mut node, &request.join("\n"))?;
    let (first, rest) = answer.split_once('\n').unwrap_or_default();
    let [ascent, descent] = ["ascent", "descent"].map(|name| metric(first, name));
    let shaped = Shaped {
        ascent,
        descent,
        texts: texts.into_iter().zip(rest.lines().map(glyphs)).collect(),
    };
    let absent: Vec<char> = face
        .characters()
        .filter(|character| {
            let glyphs = shaped.glyphs(&character.to_string());
            glyphs.iter().any(|glyph| glyph.id == 0)
        })
        .collect();
    if absent.is_empty() {
        return Ok(shaped);
    }
    Err(Failure::new(
        format!(
            "{} has no U+{}",
            face.family(),
            code_points(absent.into_iter()).replace(' ', ", U+")
        ),
        "take it out of xtask/src/fonts/charset.rs, or give the face another source",
    ))
}

fn code_points(characters: impl Iterator<Item = char>) -> String {
    characters
        .map(|character| format!("{:x}", u32::from(character)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A number of the answer's first line, `ascent:1025 descent:275`.
fn metric(line: &str, name: &str) -> u32 {
    line.split(' ')
        .filter_map(|pair| pair.split_once(':'))
        .find(|(key, _)| *key == name)
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or_default()
}

fn glyphs(line: &str) -> Vec<Glyph> {
    line.split(' ')
        .filter_map(|pair| pair.split_once(':'))
        .filter_map(|(id, advance)| {
            Some(Glyph {
                id: id.parse().ok()?,
                advance: advance.parse().ok()?,
            })
        })
        .collect()
}

/// Gives a program its input and takes what it prints.
fn ask(program: &mut Command, input: &str) -> Outcome<String> {
    let failed = |why: &dyn std::fmt::Display| {
        Failure::new(
            format!("xtask/fonts.mjs failed: {why}"),
            "install Node.js 20 or later, remove node_modules/ and run this again",
        )
    };
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    if let Some(mut stdin) = child.stdin.take() {
        // The script reads all of it before it prints anything: neither side can block.
        stdin
            .write_all(input.as_bytes())
            .map_err(|error| failed(&error))?;
    }
    let output = child.wait_with_output().map_err(|error| failed(&error))?;
    if !output.status.success() {
        return Err(failed(&output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| failed(&error))
}
