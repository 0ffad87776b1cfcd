//! `cargo xtask fonts`: the two faces, cut down to what a story in the two scripts can need and
//! split into files by how often it needs them, and what the layout must know of them.
//!
//! What it makes is committed: who builds the page needs no font tools, and the widths that
//! the layout computes with are those of the very files that are shipped.

mod advances;
mod charset;
mod css;
mod drawn;
mod files;
mod pairs;
mod shape;

use std::fs;
use std::path::Path;

use crate::fonts::charset::Face;
use crate::fonts::shape::Shaped;
use crate::install;
use crate::run::{Failure, Outcome, step};
use crate::workspace::{root, target};

/// The weights the page uses, by their CSS numbers: text and emphasis.
const WEIGHTS: [u16; 2] = [400, 600];

/// Makes the fonts again; `--check` only compares them with what is committed.
///
/// # Errors
///
/// When an argument is unknown, npm or Node.js fails, or `--check` finds a difference.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    install::npm()?;
    match arguments {
        [] => step(
            "fonts",
            "assets/fonts/, assets/fonts.css, assets/stand-ins.css and src/layout/advances.rs",
            write,
        ),
        [word] if word == "--check" => step("fonts", "compare with what is committed", check),
        [word, ..] => Err(Failure::new(
            format!("fonts does not know {word}"),
            "it takes --check or nothing",
        )),
    }
}

/// A generated file: where it belongs, and what it holds.
struct Made {
    path: String,
    bytes: Vec<u8>,
}

/// Proves that generating gives the committed files, to the byte.
///
/// # Errors
///
/// When a file is missing or differs, or generating fails.
pub(crate) fn check() -> Outcome {
    let stale: Vec<String> = make()?
        .into_iter()
        .filter(|made| fs::read(root().join(&made.path)).ok().as_ref() != Some(&made.bytes))
        .map(|made| made.path)
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("not as generated: {}", stale.join(", ")),
        "run `cargo xtask fonts` and commit what it writes",
    ))
}

fn write() -> Outcome {
    for Made { path, bytes } in make()? {
        let whole = root().join(&path);
        whole
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&whole, &bytes))
            .map_err(|error| {
                Failure::new(
                    format!("{path} cannot be written: {error}"),
                    "make it writable",
                )
            })?;
        println!("{:>7} bytes  {path}", bytes.len());
    }
    Ok(())
}

/// Generates every file in memory.
fn make() -> Outcome<Vec<Made>> {
    let scratch = target().join("fonts");
    fs::create_dir_all(&scratch).map_err(|error| {
        Failure::new(
            format!("{} cannot be made: {error}", scratch.display()),
            "free some disk",
        )
    })?;
    let mut made = Vec::new();
    let latin = faces(Face::Latin, &scratch, &mut made)?;
    let arabic = faces(Face::Arabic, &scratch, &mut made)?;
    made.push(Made {
        path: "assets/fonts.css".to_owned(),
        bytes: css::shipped().into_bytes(),
    });
    made.push(Made {
        path: "assets/stand-ins.css".to_owned(),
        bytes: css::standing_in(&latin, &arabic).into_bytes(),
    });
    made.push(Made {
        path: "src/layout/advances.rs".to_owned(),
        bytes: advances::source(&latin, &arabic)?.into_bytes(),
    });
    Ok(made)
}

/// Makes the files of a face in both weights, and shapes with them what the tables are made from.
fn faces(face: Face, scratch: &Path, made: &mut Vec<Made>) -> Outcome<[Shaped; 2]> {
    let licence = face.licence();
    made.push(Made {
        path: format!("assets/fonts/{}", licence.shipped),
        bytes: bytes(&root().join(licence.source))?,
    });
    let [regular, semibold] = WEIGHTS.map(|weight| {
        let files = files::files(face, weight);
        let source = root().join(face.source(weight));
        let shaped = shape::split_and_shape(face, &source, &files, scratch)?;
        for file in files {
            made.push(Made {
                path: format!("assets/fonts/{}", file.name),
                bytes: bytes(&scratch.join(&file.name))?,
            });
        }
        Ok(shaped)
    });
    Ok([regular?, semibold?])
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| {
        Failure::new(
            format!("{} cannot be read: {error}", path.display()),
            "remove node_modules/ and run this again",
        )
    })
}
