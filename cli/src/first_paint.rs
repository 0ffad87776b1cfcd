//! What stands in each page itself, so that its first paint waits for no other file: the look of
//! the page down to the picture, and the script that runs before anything is drawn.
//!
//! A policy knows both by their hashes. They are of the app and not of the story, and the same in
//! all pages: what a page says to its script stands in the attributes of the element.

use crate::app::App;
use crate::failure::Outcome;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The style and the script of every page's head.
pub(crate) struct FirstPaint {
    style: String,
    script: String,
}

impl FirstPaint {
    /// Those of an app.
    ///
    /// # Errors
    ///
    /// When a file of the app is not there, or holds what would end its element in a page.
    pub(crate) fn of(app: App<'_>) -> Outcome<Self> {
        let (style, script) = (app.first_look()?, app.text("opening.js")?);
        for (name, text, ends) in [
            ("style.css", &style, &["</style"][..]),
            ("opening.js", &script, &["</script", "<!--"]),
        ] {
            if ends.iter().any(|end| text.contains(end)) {
                return Err(app.fault(name, "holds the end of its element in a page"));
            }
        }
        Ok(Self { style, script })
    }

    /// The script as an element with attributes, each after a space.
    pub(crate) fn script(&self, attributes: &str) -> String {
        ["<script", attributes, ">", &self.script, "</script>"].concat()
    }

    /// The style as an element.
    pub(crate) fn style(&self) -> String {
        ["<style>", &self.style, "</style>"].concat()
    }

    /// What a policy knows the style by.
    pub(crate) fn style_source(&self) -> String {
        hash(&self.style)
    }

    /// What a policy knows the script by.
    pub(crate) fn script_source(&self) -> String {
        hash(&self.script)
    }
}

/// The source that a policy knows a script or a style by (CSP Level 3).
pub(crate) fn hash(source: &str) -> String {
    ["'sha256-", &STANDARD.encode(Sha256::digest(source)), "'"].concat()
}
