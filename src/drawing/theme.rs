//! The colours of the page, for pictures that have no style sheet.

use crate::scene::look::{LOOKS, hue};

/// Light or dark: a picture in a file has no reader's system to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The colour that everything stands on, as in `#rrggbb`.
    pub const fn paper(self) -> &'static str {
        self.palette().paper
    }

    /// Its colours.
    pub(super) const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// Colours by what they are for, as in `#rrggbb`.
#[derive(Debug)]
pub(super) struct Palette {
    /// What everything stands on.
    pub(super) paper: &'static str,
    /// Text and rings.
    pub(super) ink: &'static str,
    /// Text that may be passed over, and relations.
    pub(super) soft: &'static str,
    /// Lines that part.
    pub(super) hairline: &'static str,
    /// The alliances' hues.
    tones: [&'static str; LOOKS],
    /// Text on a hue.
    pub(super) on_tone: &'static str,
}

impl Palette {
    /// The hue of the n-th alliance.
    pub(super) const fn tone(&self, alliance: usize) -> &'static str {
        self.tones[hue(alliance)]
    }
}

/// The light values of `assets/style.css`.
const LIGHT: Palette = Palette {
    paper: "#fbfaf6",
    ink: "#1a1d22",
    soft: "#565a61",
    hairline: "#dedad0",
    tones: [
        "#0b63a5", "#c2490a", "#580073", "#154500", "#940545", "#926580", "#58282d", "#8d3394",
        "#745100", "#058340", "#7561d4", "#004563",
    ],
    on_tone: "#fff",
};

/// The dark values of `assets/style.css`.
const DARK: Palette = Palette {
    paper: "#101418",
    ink: "#f0eee8",
    soft: "#a9adb3",
    hairline: "#2c333a",
    tones: [
        "#6bb6f2", "#f59a5c", "#ad61b8", "#98fda8", "#cd5b46", "#fbd1ff", "#ee7697", "#c79ddf",
        "#ffd555", "#7fc074", "#567ad9", "#0ba0b0",
    ],
    on_tone: "#101418",
};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vision;
