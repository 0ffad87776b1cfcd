//! A text of a picture: kept as text, or drawn as the outlines of its letters.

use super::element::{Element, el, number};
use super::font::{Fonts, Weight};
use super::line::Line;
use tahaluf::geometry::Point;
use tahaluf::locale::Direction;

/// What browsers and drawing programs are asked for; the outlined text is set in
/// the first two.
const FAMILY: &str = "'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif";

/// A text in lines.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// The lines, each with the place of its anchor on its baseline.
    pub(super) lines: Vec<(String, Point)>,
    /// The font's size, in units of the drawing.
    pub(super) size: f64,
    /// The font's weight.
    pub(super) weight: Weight,
    /// `start`, `middle` or `end`, relative to the direction of writing (SVG 2,
    /// `text-anchor`).
    pub(super) anchor: &'static str,
    /// The colour.
    pub(super) fill: &'static str,
    /// The colour and the width of a line around the letters, under them.
    pub(super) halo: Option<(&'static str, f64)>,
}

impl Text {
    /// As text that can be found and read aloud; its direction is the document's.
    pub(super) fn live(&self) -> Element {
        let text = el("text")
            .set("font-family", FAMILY)
            .number("font-size", self.size)
            .set("font-weight", self.weight.css())
            .set("text-anchor", self.anchor);
        self.painted(text, 1.0)
            .children(self.lines.iter().map(|(line, at)| {
                let place = el("tspan").number("x", at.x).number("y", at.y);
                place.characters(line)
            }))
    }

    /// As outlines, which need no font.
    pub(super) fn outlined(&self, fonts: &Fonts, direction: Direction) -> Element {
        let scale = self.size / Fonts::UNITS_PER_EM;
        let lines = self.lines.iter().map(|(line, at)| {
            let line = Line::of(line, fonts, self.weight, direction);
            let left = at.x - line.width * scale * self.share_left_of_anchor(direction);
            let place = [left, at.y].map(number).join(" ");
            el("path")
                .set("transform", format!("translate({place}) scale({scale})"))
                .set("d", line.path)
        });
        self.painted(el("g"), scale).children(lines)
    }

    /// How much of a line lies left of its anchor, as a share of its width.
    fn share_left_of_anchor(&self, direction: Direction) -> f64 {
        let before = match self.anchor {
            "middle" => 0.5,
            "end" => 1.0,
            _ => 0.0,
        };
        direction.physical_x(before, 1.0)
    }

    /// With fill and halo, where a unit of the drawing is `1 / scale` units inside.
    fn painted(&self, element: Element, scale: f64) -> Element {
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
