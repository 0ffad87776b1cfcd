//! The colours of the page, for pictures that have no style sheet.

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
    /// The alliances' hues: two have one, all others share the last.
    tones: [&'static str; 3],
    /// Text on a hue.
    pub(super) on_tone: &'static str,
}

impl Palette {
    /// The hue of the n-th alliance.
    pub(super) const fn tone(&self, index: usize) -> &'static str {
        match index {
            0 => self.tones[0],
            1 => self.tones[1],
            _ => self.tones[2],
        }
    }
}

/// The light values of `assets/style.css`.
const LIGHT: Palette = Palette {
    paper: "#fbfaf6",
    ink: "#1a1d22",
    soft: "#565a61",
    hairline: "#dedad0",
    tones: ["#0b63a5", "#c2490a", "#565a61"],
    on_tone: "#fff",
};

/// The dark values of `assets/style.css`.
const DARK: Palette = Palette {
    paper: "#101418",
    ink: "#f0eee8",
    soft: "#a9adb3",
    hairline: "#2c333a",
    tones: ["#6bb6f2", "#f59a5c", "#a9adb3"],
    on_tone: "#101418",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let sheet = include_str!("../../assets/style.css");
        for (name, of) in [
            ("paper", (|it| it.paper) as fn(&Palette) -> &'static str),
            ("ink", |it| it.ink),
            ("soft", |it| it.soft),
            ("hairline", |it| it.hairline),
            ("tone-0", |it| it.tone(0)),
            ("tone-1", |it| it.tone(1)),
            ("tone-2", |it| it.tone(2)),
            ("on-tone", |it| it.on_tone),
        ] {
            let (light, dark) = (of(&LIGHT), of(&DARK));
            let pair = format!("--{name}: light-dark({light}, {dark});");
            assert!(sheet.contains(&pair), "{pair}");
        }
    }
}
