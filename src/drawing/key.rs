//! What the signs of a network mean, in words beside the signs, one after the other.

use super::element::{Element, el};
use super::marks::{UNCONFIRMED_DASHES, UNNAMED_DASHES, dashed, moved};
use super::text::{Anchor, Text, Weight};
use super::theme::Palette;
use crate::geometry::Point;
use crate::layout::text::Face;
use crate::locale::Direction;
use crate::scene::legend::{Entry, Group, Sign};
use crate::scene::network::CORE;
use crate::scene::shape;

/// The size of its words.
const SIZE: f64 = 15.0;
/// The height of a row.
const ROW: f64 = 27.0;
/// The room of a sign, with what parts it from its words.
const SIGN: f64 = 38.0;
/// What parts an entry from the next.
const GAP: f64 = 24.0;

/// Where entries go: rows from the start of a column, in a drawing of a certain width.
pub(super) struct Rows {
    /// The start and the end of the column, from the drawing's start.
    pub(super) column: [f64; 2],
    /// The drawing's width.
    pub(super) width: f64,
    /// The direction of writing.
    pub(super) direction: Direction,
}

/// The groups from `top` down, and where they end. Each begins a row with its heading.
pub(super) fn draw(
    groups: &[Group],
    rows: &Rows,
    top: f64,
    palette: &'static Palette,
) -> (Element, f64) {
    let [start, end] = rows.column;
    let mut key = el("g");
    let mut y = top;
    for group in groups {
        let at = |x: f64, y: f64| Point::new(rows.direction.physical_x(x, rows.width), y);
        let mut x = start;
        let heading = words(
            group.heading,
            at(x, y + 18.0),
            Weight::SemiBold,
            palette.soft,
        );
        x += heading.width() + GAP;
        key = key.text(heading);
        for entry in &group.entries {
            let weight = if entry.pressed {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            let width = SIGN + Face::Title.width(&entry.text) * SIZE / Face::Title.size();
            if x + width > end && x > start {
                (x, y) = (start, y + ROW);
            }
            let place = moved(at(x + 15.0, y + 12.5));
            let text = words(&entry.text, at(x + SIGN, y + 18.0), weight, palette.ink);
            key = key
                .child(sign(entry, palette).set("transform", place))
                .text(text);
            x += width + GAP;
        }
        y += ROW;
    }
    (key, y)
}

fn words(text: &str, at: Point, weight: Weight, fill: &'static str) -> Text {
    Text {
        lines: vec![(text.to_owned(), at)],
        size: SIZE,
        weight,
        anchor: Anchor::Start,
        fill,
        halo: None,
    }
}

/// A sign around the origin, 30 units wide.
fn sign(entry: &Entry, palette: &'static Palette) -> Element {
    let path = |data: &str| el("path").set("d", data);
    let line = |stroke, width| {
        path("M-14 0L14 0")
            .set("fill", "none")
            .set("stroke", stroke)
            .number("stroke-width", width)
    };
    let circle = || el("circle").number("r", 8.0);
    let mark = match entry.sign {
        Sign::Hub => circle().set("fill", palette.tone(0)),
        Sign::Shared => el("g")
            .child(path("M0 -8A8 8 0 0 1 0 8Z").set("fill", palette.tone(0)))
            .child(path("M0 -8A8 8 0 0 0 0 8Z").set("fill", palette.tone(1))),
        Sign::Ring => circle()
            .set("fill", "none")
            .set("stroke", palette.ink)
            .number("stroke-width", 1.6)
            .set("stroke-linecap", "round")
            .set("stroke-dasharray", "0.1 4.1"),
        Sign::Membership(0 | 1) => dashed(line(palette.tone(0), 1.4), Some("5 4")),
        Sign::Membership(_) => line(palette.tone(0), 2.6),
        Sign::Mark(accounts) => {
            let core = el("circle").number("r", CORE).set("fill", palette.paper);
            el("g")
                .child(el("circle").number("r", 7.0).set("fill", palette.tone(0)))
                .children((accounts < 2).then_some(core))
        }
        Sign::Unnamed => {
            let outline = path(shape::OUTLINE_ALONE).set("fill", "none");
            let outline = outline.set("stroke", palette.soft);
            dashed(outline.number("stroke-width", 1.8), Some(UNNAMED_DASHES))
        }
        Sign::Unconfirmed => {
            let dot = el("circle").number("r", 6.0).set("fill", palette.paper);
            let dot = dot.set("stroke", palette.ink).number("stroke-width", 1.5);
            dashed(dot, Some(UNCONFIRMED_DASHES))
        }
        Sign::Shape(shape) => path(&shape::outline(shape, 7.0)).set("fill", palette.ink),
        Sign::Relation(pattern) => dashed(line(palette.soft, 1.1), pattern.dashes()),
    };
    el("g").child(mark)
}
