//! How alliances are told apart: by hue, and where hues do not tell, by pattern.
//!
//! The hues themselves are the style sheet's and a drawing's theme's. Tests beside the theme
//! compute that those of two alliances are far apart, or their hatches differ, for whoever sees
//! hues, takes some of them for others, or sees none.

/// How many looks there are, each with a hue of its own.
pub const LOOKS: usize = 12;

/// How many hues are far enough apart that nobody who sees colours needs a pattern.
const TOLD_BY_HUE: usize = 6;

/// The look of an alliance, beside its hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The dashes of its outlines, as SVG's `stroke-dasharray` has them; none where they are whole.
    pub dashes: Option<&'static str>,
    /// What its field is hatched with.
    pub hatch: Option<&'static Hatch>,
}

/// Lines or dots all over a field, in square tiles.
#[derive(Debug, PartialEq, Eq)]
pub struct Hatch {
    /// SVG path data of what is drawn in a tile, as a line with round ends.
    pub path: &'static str,
    /// How the tiles are turned, as SVG's `patternTransform`: as seen, in either direction of
    /// writing.
    pub turn: &'static str,
    /// How thick its line is, in units of the picture.
    pub thickness: &'static str,
}

/// The side of a hatch's tile, in units of the picture.
pub const TILE: &str = "9";

/// Lines from top to bottom of a tile, which is turned.
const fn lines(turn: &'static str) -> Hatch {
    Hatch {
        path: "M4.5 0V9",
        turn,
        thickness: "1",
    }
}

const UPRIGHT: &Hatch = &lines("");
const LEVEL: &Hatch = &lines("rotate(90)");
const RISING: &Hatch = &lines("rotate(45)");
const FALLING: &Hatch = &lines("rotate(-45)");
const DOTS: &Hatch = &Hatch {
    path: "M4.5 4.5h.01",
    turn: "",
    thickness: "2.4",
};
const WAVES: &Hatch = &Hatch {
    path: "M0 6.5L4.5 2.5L9 6.5",
    turn: "",
    thickness: "1",
};

const DASHED: Option<&str> = Some("7 4");
const DOTTED: Option<&str> = Some("2 3");
const MIXED: Option<&str> = Some("10 3 2 3");

/// The looks in the order of the hues. Those with one hatch are told apart by hue, and by the
/// outline where there is none.
const ALL: [(Option<&str>, Option<&Hatch>); LOOKS] = [
    (None, None),
    (DASHED, Some(RISING)),
    (DOTTED, Some(FALLING)),
    (MIXED, Some(DOTS)),
    (None, Some(LEVEL)),
    (DASHED, Some(UPRIGHT)),
    (DOTTED, Some(WAVES)),
    (MIXED, Some(RISING)),
    (None, Some(FALLING)),
    (DASHED, Some(DOTS)),
    (DOTTED, Some(LEVEL)),
    (MIXED, Some(UPRIGHT)),
];

/// The hue of the n-th alliance of a story, from 0. From the thirteenth on the looks repeat, and
/// alliances of one look are told apart by their names, which stand at their hubs.
pub const fn hue(alliance: usize) -> usize {
    alliance % LOOKS
}

/// Whether the n-th alliance needs its pattern only where there are no colours: on paper, in the
/// few colours that a reader's system allows, and on a display of greys.
pub const fn is_told_by_hue(alliance: usize) -> bool {
    alliance < TOLD_BY_HUE
}

impl Look {
    /// That of the n-th alliance, which repeats as [`hue`] does.
    pub const fn of(alliance: usize) -> Self {
        let (dashes, hatch) = ALL[hue(alliance)];
        Self { dashes, hatch }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_looks_are_the_same_without_their_hues() {
        for b in 0..LOOKS {
            for a in 0..b {
                assert_ne!(Look::of(a), Look::of(b), "{a} and {b}");
            }
            assert_eq!(Look::of(b + LOOKS), Look::of(b));
        }
    }
}
