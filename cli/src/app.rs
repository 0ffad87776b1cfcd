//! The built app, which a site or a file is made of.

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::text::quoted;
use std::path::Path;
use tahaluf::permalink::{SHEET_KEYS, studio_pairs};

/// What to do where a file of the app is not there, or not as expected.
const ADVICE: &str = "build the app with `cargo xtask build`, or name its folder with --app";

/// How many programs the app is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Programs {
    /// Two, as in a release: the app that every reader gets, and the studio, which has the tools
    /// and is fetched when one of them is asked for.
    Apart,
    /// One with everything in it, as during development.
    Together,
}

impl Programs {
    /// The attributes by which a site's scripts know that the studio is a program of its own, which
    /// pairs of a link ask for it, and which keys of a link change what is printed; none where
    /// there is one program.
    pub(crate) fn attributes(self) -> String {
        match self {
            Self::Apart => {
                let words = [&studio_pairs().join(" "), &SHEET_KEYS.join(" ")];
                let [studio, keys] = words.map(|it| quoted(it));
                format!(" data-lazy-studio=\"{studio}\" data-sheet-keys=\"{keys}\"")
            }
            Self::Together => String::new(),
        }
    }
}

/// The folder of the app, as `cargo xtask build` leaves it.
#[derive(Clone, Copy)]
pub(crate) struct App<'a>(pub(crate) &'a Path);

impl App<'_> {
    /// A file of the app.
    ///
    /// # Errors
    ///
    /// When the folder has no such file, or it cannot be read.
    pub(crate) fn bytes(self, name: &str) -> Outcome<Vec<u8>> {
        files::read(&self.0.join(name), ADVICE)
    }

    /// A file of the app that is text.
    ///
    /// # Errors
    ///
    /// When it is not there, or not in UTF-8.
    pub(crate) fn text(self, name: &str) -> Outcome<String> {
        let text = String::from_utf8(self.bytes(name)?);
        text.map_err(|_| self.fault(name, "is not text in UTF-8"))
    }

    /// Several files of the app that are text, one after the other.
    ///
    /// # Errors
    ///
    /// When one of them is not there, or not in UTF-8.
    pub(crate) fn texts(self, names: &[&str]) -> Outcome<String> {
        let mut whole = String::new();
        for name in names {
            whole.push_str(&self.text(name)?);
            whole.push('\n');
        }
        Ok(whole)
    }

    /// The look of a page down to the picture.
    ///
    /// # Errors
    ///
    /// When a part of it is not there, or not in UTF-8.
    pub(crate) fn first_look(self) -> Outcome<String> {
        self.texts(&["stand-ins.css", "style.css"])
    }

    /// The look of what is printed, as a part of a style sheet for screens too.
    ///
    /// # Errors
    ///
    /// When it is not there, or not in UTF-8.
    pub(crate) fn printed_look(self) -> Outcome<String> {
        Ok(["@media print {\n", &self.text("print.css")?, "}\n"].concat())
    }

    /// Copies a file or a folder of the app to where it has the same name.
    ///
    /// # Errors
    ///
    /// When it is not there, or cannot be written.
    pub(crate) fn copy(self, name: &str, to: &Path) -> Outcome {
        files::copy(&self.0.join(name), &to.join(name), ADVICE)
    }

    /// What is wrong with a file of the app.
    pub(crate) fn fault(self, name: &str, what: &str) -> Failure {
        Failure::new(format!("{}: {what}", self.0.join(name).display()), ADVICE)
    }
}
