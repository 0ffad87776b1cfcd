//! A story file from a disk.

use crate::app::App;
use crate::failure::{Failure, Outcome};
use crate::files;
use clap::Args;
use std::path::{Path, PathBuf};
use tahaluf::atlas::Atlas;
use tahaluf::document::problem::Problem;
use tahaluf::edition;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::{ProblemMessages, explain};
use tahaluf::locale::plural::Counted;
use tahaluf::ui::SharedAtlas;

/// What a site or a file is made of.
#[derive(Args)]
pub(crate) struct Source {
    /// The story file; left out: the one beside the app.
    story: Option<PathBuf>,
    /// The folder of the built app, as `cargo xtask build` leaves it.
    #[arg(long, default_value = "target/app")]
    app: PathBuf,
}

/// A story that has been read and checked.
pub(crate) struct Story {
    /// The file as it stands.
    pub(crate) bytes: Vec<u8>,
    /// The story as pages carry it.
    pub(crate) edition: String,
    /// What it tells.
    pub(crate) atlas: SharedAtlas,
}

impl Story {
    /// The story in a page, where the app finds it: data, which no policy has to allow.
    pub(crate) fn carried(&self) -> String {
        [
            "<script type=\"application/json\" id=\"story-data\">",
            &self.edition,
            "</script>\n",
        ]
        .concat()
    }
}

impl Source {
    /// The app.
    pub(crate) fn app(&self) -> App<'_> {
        App(&self.app)
    }

    /// The story, read and checked.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or has problems: all of them.
    pub(crate) fn story(&self) -> Outcome<Story> {
        let beside = self.app.join("story.json");
        let path = self.story.as_deref().unwrap_or(&beside);
        let bytes = bytes(path)?;
        let atlas = Atlas::from_json(&bytes).map_err(|problems| {
            let count = &ProblemMessages::of(Locale::En).count;
            Failure::new(told(path, &problems, count, Locale::En), "")
        })?;
        let edition = edition::write(&atlas).map_err(|error| {
            Failure::new(
                format!("{} cannot be written for a page: {error}", path.display()),
                "this is a fault of tahaluf: report it with the story",
            )
        })?;
        Ok(Story {
            bytes,
            edition,
            atlas: SharedAtlas::new(atlas),
        })
    }
}

/// The bytes of a story file.
///
/// # Errors
///
/// When the file cannot be read.
pub(crate) fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    let advice = "name a story file, for example: tahaluf check assets/story.json";
    files::read(path, advice)
}

/// The problems or the warnings of a file in words, a line each: where, and what.
pub(crate) fn told(path: &Path, problems: &[Problem], count: &Counted, locale: Locale) -> String {
    let words = ProblemMessages::of(locale);
    let mut lines = vec![counted(path, problems, count, locale)];
    for problem in problems {
        let place = match problem.pointer.as_str() {
            "" => words.whole_file,
            pointer => pointer,
        };
        lines.push(format!("  {place}: {}", explain(locale, &problem.kind)));
    }
    lines.join("\n")
}

/// How many problems or warnings a file has, in words.
pub(crate) fn counted(
    path: &Path,
    problems: &[Problem],
    count: &Counted,
    locale: Locale,
) -> String {
    format!("{}: {}", path.display(), count.say(locale, problems.len()))
}
