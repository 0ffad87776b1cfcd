//! A text of a picture: kept as text, or drawn as the outlines of its letters.

use super::element::{Element, el};
use crate::geometry::Point;
use crate::layout::text::Face;
use crate::locale::Direction;

/// What browsers and drawing programs are asked for; the outlined text is set in
/// the first two.
const FAMILY: &str =
    "'IBM Plex Sans', 'IBM Plex Sans Arabic', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// A weight that the fonts are shipped in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Of running text.
    Regular,
    /// Of titles.
    SemiBold,
}

impl Weight {
    /// Its value in CSS `font-weight`.
    pub const fn css(self) -> &'static str {
        match self {
            Self::Regular => "400",
            Self::SemiBold => "600",
        }
    }
}

/// Where the anchor is in a line, relative to the direction of writing (SVG 2,
/// `text-anchor`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where it begins.
    Start,
    /// In its middle.
    Middle,
    /// Where it ends.
    End,
}

impl Anchor {
    /// The anchor of this keyword; the start where there is none.
    pub fn of(keyword: &str) -> Self {
        match keyword {
            "middle" => Self::Middle,
            "end" => Self::End,
            _ => Self::Start,
        }
    }

    /// Its value in SVG.
    const fn keyword(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A text in lines.
#[derive(Clone, Debug)]
pub struct Text {
    /// The lines, each with the place of its anchor on its baseline.
    pub lines: Vec<(String, Point)>,
    /// The font's size, in units of the drawing.
    pub size: f64,
    /// The font's weight.
    pub weight: Weight,
    /// Where the anchor is in a line.
    pub anchor: Anchor,
    /// The colour.
    pub fill: &'static str,
    /// The colour and the width of a line around the letters, under them.
    pub halo: Option<(&'static str, f64)>,
}

impl Text {
    /// How wide its widest line is drawn.
    pub fn width(&self) -> f64 {
        let face = match self.weight {
            Weight::Regular => Face::Label,
            Weight::SemiBold => Face::Title,
        };
        let widths = self.lines.iter().map(|(line, _)| face.width(line));
        widths.fold(0.0, f64::max) * self.size / face.size()
    }

    /// As text that can be found and read aloud; its direction is the document's.
    pub fn live(&self) -> Element {
        let text = el("text")
            .set("font-family", FAMILY)
            .number("font-size", self.size)
            .set("font-weight", self.weight.css())
            .set("text-anchor", self.anchor.keyword());
        let mut text = self.painted(text, 1.0);
        for (line, at) in &self.lines {
            let place = el("tspan").number("x", at.x).number("y", at.y);
            text = text.child(place.characters(line));
        }
        text
    }

    /// How much of a line lies left of its anchor, as a share of its width.
    pub const fn share_left_of_anchor(&self, direction: Direction) -> f64 {
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        };
        direction.physical_x(before, 1.0)
    }

    /// With fill and halo, where a unit of the drawing is `1 / scale` units inside.
    #[must_use]
    pub fn painted(&self, element: Element, scale: f64) -> Element {
        let element = element.set("fill", self.fill);
        let Some((color, width)) = self.halo else {
            return element;
        };
        element
            .set("stroke", color)
            .number("stroke-width", width / scale)
            .set("stroke-linejoin", "round")
            .set("paint-order", "stroke")
    }
}
