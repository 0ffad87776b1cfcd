//! Text set below each other in a column, as large as it fits.

use super::text::{Anchor, Text, Weight};
use crate::geometry::{Point, Size};
use crate::layout::text::{Face, wrap};

/// A text of the column before it has a place.
pub(super) struct Block {
    lines: Vec<String>,
    size: f64,
    weight: Weight,
}

impl Block {
    /// The distance between baselines, in sizes of the font: with less, the marks
    /// over and under Arabic letters meet.
    const LEADING: f64 = 1.3;
    /// More characters than a column holds: wrapping the rest would be for nothing.
    const MOST: usize = 500;

    /// The text in the first of the sizes in which it fits into a room; in the
    /// last, what does not fit is cut.
    pub(super) fn fitted(text: &str, weight: Weight, sizes: &[f64], room: Size) -> Self {
        let mut block = Self {
            lines: Vec::new(),
            size: 0.0,
            weight,
        };
        let text: String = text.chars().take(Self::MOST).collect();
        for size in sizes {
            block.size = *size;
            block.lines = wrap(&text, block.face(), block.in_face(room.width));
            // A middle dot parts what stands side by side; lines are parted already.
            for line in &mut block.lines {
                *line = line.trim_matches(['·', ' ']).to_owned();
            }
            if block.height() <= room.height && block.overlong(room.width).is_none() {
                return block;
            }
        }
        block.cut(room);
        block
    }

    /// How high it stands.
    pub(super) fn height(&self) -> f64 {
        self.lines.iter().map(|_| self.size * Self::LEADING).sum()
    }

    /// The text in its place: anchored at the column's start, from `top` down.
    pub(super) fn at(self, x: f64, top: f64, fill: &'static str) -> Text {
        let step = self.size * Self::LEADING;
        let baselines = std::iter::successors(Some(top + self.size), |y| Some(y + step));
        let lines = self.lines.into_iter().zip(baselines);
        Text {
            lines: lines.map(|(line, y)| (line, Point::new(x, y))).collect(),
            size: self.size,
            weight: self.weight,
            anchor: Anchor::Start,
            fill,
            halo: None,
        }
    }

    /// Drops the lines for which there is no room, and shortens those that are too wide.
    fn cut(&mut self, room: Size) {
        while self.height() > room.height && self.lines.len() > 1 {
            self.lines.pop();
            if let Some(last) = self.lines.last_mut() {
                last.push('…');
            }
        }
        while let Some(at) = self.overlong(room.width) {
            let line = &mut self.lines[at];
            let kept = line.chars().count() * 3 / 4;
            *line = line.chars().take(kept).chain(['…']).collect();
        }
    }

    /// The first line that is wider than the room.
    fn overlong(&self, width: f64) -> Option<usize> {
        let width = self.in_face(width);
        let mut lines = self.lines.iter();
        lines.position(|line| self.face().width(line) > width)
    }

    /// The face of the page in which widths are computed.
    const fn face(&self) -> Face {
        match self.weight {
            Weight::Regular => Face::Label,
            Weight::SemiBold => Face::Title,
        }
    }

    /// A width in the units of that face.
    fn in_face(&self, width: f64) -> f64 {
        width * self.face().size() / self.size
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "sizes are chosen, not computed")]

    use super::*;

    const ROOM: Size = Size::new(300.0, 120.0);

    fn fitted(text: &str) -> Block {
        Block::fitted(text, Weight::SemiBold, &[40.0, 20.0], ROOM)
    }

    #[test]
    fn a_text_is_as_large_as_it_fits() {
        assert_eq!(fitted("Two alliances").size, 40.0);
        let long = fitted("Two alliances: who is in them, who says so");
        assert_eq!((long.size, long.lines.len()), (20.0, 2));
    }

    #[test]
    fn no_line_begins_or_ends_with_a_dot() {
        let block = Block::fitted(
            "World AI Conference · Shanghai, July 2025",
            Weight::SemiBold,
            &[20.0],
            ROOM,
        );
        assert_eq!(block.lines, ["World AI Conference", "Shanghai, July 2025"]);
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        for text in [
            "x".repeat(10_000),
            "word ".repeat(2_000),
            "تحالف ".repeat(2_000),
        ] {
            let block = fitted(&text);
            assert!(block.height() <= ROOM.height, "{}", block.height());
            assert!(block.overlong(ROOM.width).is_none(), "{:?}", block.lines);
            assert!(
                block.lines.last().unwrap().ends_with('…'),
                "{:?}",
                block.lines
            );
        }
    }
}
