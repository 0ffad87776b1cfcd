//! A text of a picture: kept as text, or drawn as the outlines of its letters.

use super::element::{Element, el};
use crate::geometry::Point;
use crate::layout::text::Face;
use crate::locale::catalog::export::ExportMessages;
use crate::locale::isolate::running;
use crate::locale::{Direction, Locale};

/// What is asked for where the page's faces are not to be had.
const STAND_INS: &str = ", 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// A weight that the fonts are shipped in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The weight of running text.
    Regular,
    /// The weight of titles.
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
    /// At the start of the line.
    Start,
    /// In the middle of the line.
    Middle,
    /// At the end of the line.
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

    /// As text that can be found and read aloud.
    ///
    /// Many programs that are no browsers know no `direction`: for them every text runs from
    /// left to right, and is anchored at its left where a browser anchors it at its right. So
    /// every text is said to run from left to right, and the letters themselves say that a
    /// line does not.
    pub fn live(&self, locale: Locale) -> Element {
        let direction = locale.direction();
        let share = self.share_left_of_anchor(direction);
        let anchor = if share < 0.25 {
            "start"
        } else if share > 0.75 {
            "end"
        } else {
            "middle"
        };
        let faces = [ExportMessages::of(locale).faces, STAND_INS].concat();
        let text = el("text")
            .set("direction", "ltr")
            .set("font-family", faces)
            .number("font-size", self.size)
            .set("font-weight", self.weight.css())
            .set("text-anchor", anchor);
        let mut text = self.painted(text, 1.0);
        for (line, at) in &self.lines {
            let place = el("tspan").number("x", at.x).number("y", at.y);
            text = text.child(place.characters(running(line, direction)));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text that begins, ends or has its middle at a place is written as.
    fn live(anchor: Anchor, locale: Locale) -> String {
        let text = Text {
            lines: vec![("25 يوليو".to_owned(), Point::new(9.0, 8.0))],
            size: 15.0,
            weight: Weight::Regular,
            anchor,
            fill: "#000",
            halo: None,
        };
        el("g").text(text).document(&|text| text.live(locale))
    }

    #[test]
    fn a_line_stands_where_it_should_for_who_knows_no_direction() {
        let anchors = |locale| {
            [Anchor::Start, Anchor::Middle, Anchor::End].map(|anchor| {
                let written = live(anchor, locale);
                assert!(written.contains("<text direction=\"ltr\""), "{written}");
                let anchors = ["start", "middle", "end"].into_iter();
                let mut anchors = anchors.filter(|it| written.contains(&[it, "\" fill"].concat()));
                anchors.next().unwrap()
            })
        };
        assert_eq!(anchors(Locale::En), ["start", "middle", "end"]);
        assert_eq!(anchors(Locale::Ar), ["end", "middle", "start"]);
    }

    #[test]
    fn a_line_says_itself_that_it_runs_from_right_to_left() {
        let line = |locale| live(Anchor::Start, locale);
        assert!(line(Locale::Ar).contains(">\u{2067}25 يوليو\u{2069}<"));
        assert!(line(Locale::En).contains(">25 يوليو<"));
    }

    #[test]
    fn the_letters_of_the_language_are_asked_for_first() {
        let face = |locale| {
            let written = live(Anchor::Start, locale);
            let faces = written.split("font-family=\"").nth(1).unwrap();
            faces.split(',').next().unwrap().to_owned()
        };
        assert_eq!(face(Locale::Ar), "'IBM Plex Sans Arabic'");
        assert_eq!(face(Locale::En), "'IBM Plex Sans'");
    }

    #[test]
    fn every_face_that_is_shipped_is_asked_for() {
        let sheet = include_str!("../../assets/fonts.css");
        let rules = sheet.split("@font-face").skip(1);
        let shipped = rules.filter(|rule| rule.contains("url("));
        let families = shipped.map(|rule| {
            let name = rule.split("font-family: \"").nth(1).unwrap();
            name.split('"').next().unwrap()
        });
        for family in families {
            for locale in Locale::ALL {
                let written = live(Anchor::Start, locale);
                assert!(written.contains(&["'", family, "'"].concat()), "{family}");
            }
        }
    }
}
