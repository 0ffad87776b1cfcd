//! One line of text as the outlines of its glyphs.
//!
//! The line is ordered by the Unicode Bidirectional Algorithm (Unicode Standard
//! Annex #9) in the document's direction, cut where the script changes its
//! face, and shaped piece by piece as HarfBuzz does. SVG renderers outside of
//! browsers know no `direction` and shape a mixed text in one font, which is why
//! it is done here.

use super::font::Fonts;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, ShapeOptions, ShaperFont, shape};
use std::fmt::Write;
use std::ops::Range;
use tahaluf::drawing::text::Weight;
use tahaluf::locale::Direction;
use unicode_bidi::{BidiInfo, Level};

/// A line that is set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Path data (SVG 2, section 9.3) in the font's units, y downwards; the
    /// line's left end is the origin.
    pub(super) path: String,
    /// The width in the font's units.
    pub(super) width: f64,
}

impl Line {
    /// Sets a line.
    pub(super) fn of(text: &str, fonts: &Fonts, weight: Weight, direction: Direction) -> Self {
        let faces = fonts.faces(weight);
        let base = match direction {
            Direction::LeftToRight => Level::ltr(),
            Direction::RightToLeft => Level::rtl(),
        };
        let bidi = BidiInfo::new(text, Some(base));
        let mut pen = Pen::default();
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let is_rtl = levels[run.start].is_rtl();
                let mut pieces = pieces(text, run, &faces);
                if is_rtl {
                    pieces.reverse();
                }
                for (piece, face) in pieces {
                    pen.draw(&text[piece], &faces[face], is_rtl);
                }
            }
        }
        Self {
            path: pen.path,
            width: f64::from(pen.x),
        }
    }
}

/// The parts of a run that one face sets, with that face's index. A character
/// that no face has stays with those before it: it is a control, which takes
/// no room, or leaves a gap, since the fonts' glyph for what is missing is empty.
fn pieces(
    text: &str,
    run: Range<usize>,
    faces: &[ShaperFont<'_, '_>],
) -> Vec<(Range<usize>, usize)> {
    let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
    for (offset, char) in text[run.clone()].char_indices() {
        let start = run.start + offset;
        let end = start + char.len_utf8();
        let own = faces
            .iter()
            .position(|face| face.nominal_glyph(char.into()).is_some());
        match pieces.last_mut() {
            Some((piece, face)) if own.is_none_or(|own| own == *face) => piece.end = end,
            _ => pieces.push((start..end, own.unwrap_or_default())),
        }
    }
    pieces
}

/// Writes glyph after glyph, from left to right.
#[derive(Default)]
struct Pen {
    path: String,
    /// Where the next glyph stands.
    x: i32,
    /// What the glyph at hand is moved by.
    offset: (f32, f32),
}

impl Pen {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a line is some thousand units wide"
    )]
    fn draw(&mut self, text: &str, face: &ShaperFont<'_, '_>, is_rtl: bool) {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_rtl {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        // It fails for buffers that are shaped already or have no direction.
        let Ok(()) = shape(face, &mut buffer, ShapeOptions::new()) else {
            return;
        };
        let outlines = face.outline_glyphs();
        for (glyph, at) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            self.offset = ((self.x + at.x_offset) as f32, at.y_offset as f32);
            if let Some(outline) = outlines.get(glyph.glyph_id.into()) {
                // A glyph that cannot be drawn leaves its room.
                let _ = outline.draw(&DrawOptions::new(), DrawMemory::Scratch, self);
            }
            self.x += at.x_advance;
        }
    }

    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        self.path.push(letter);
        for (index, (x, y)) in points.iter().enumerate() {
            let gap = if index == 0 { "" } else { " " };
            let (x, y) = (x + self.offset.0, 0.0 - y - self.offset.1);
            // Writing to a string does not fail.
            let _ = write!(self.path, "{gap}{x} {y}");
        }
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.command('Q', &[(cx0, cy0), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.command('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, direction: Direction) -> Line {
        Line::of(text, &Fonts::bundled().unwrap(), Weight::Regular, direction)
    }

    fn rtl(text: &str) -> Line {
        set(text, Direction::RightToLeft)
    }

    #[test]
    fn arabic_letters_are_joined() {
        let word = rtl("تحالف");
        let apart = rtl("ت\u{200c}ح\u{200c}ا\u{200c}ل\u{200c}ف");
        assert!(word.width < apart.width, "{} {}", word.width, apart.width);
        assert_ne!(word.path, apart.path);
        let lam_alef = rtl("لا").width;
        assert!(lam_alef < rtl("ل").width + rtl("ا").width, "{lam_alef}");
    }

    #[test]
    fn words_stand_in_the_order_of_the_direction() {
        let [latin, arabic] = ["StepFun", "هواوي"].map(|text| rtl(text).path);
        let mixed = "StepFun هواوي";
        let starts = |line: Line, with: &str| line.path.starts_with(with);
        assert!(starts(rtl(mixed), &arabic), "the end stands left");
        assert!(
            starts(set(mixed, Direction::LeftToRight), &latin),
            "the start stands left"
        );
    }

    #[test]
    fn punctuation_stands_at_the_end_and_is_mirrored() {
        let dot = rtl(".").path;
        assert!(rtl("هواوي.").path.starts_with(&dot), "left of the word");
        let opening = rtl("«").path;
        assert_eq!(opening, set("»", Direction::LeftToRight).path);
        assert!(
            rtl("(C++)").path.starts_with(&rtl(")").path),
            "left of the name"
        );
    }

    #[test]
    fn numbers_keep_their_order_in_arabic() {
        let number = rtl("2025").path;
        assert_eq!(number, set("2025", Direction::LeftToRight).path);
        assert!(
            rtl("يوليو 2025").path.starts_with(&number),
            "left of the month"
        );
    }

    #[test]
    fn isolates_are_seen_by_none_and_obeyed() {
        assert_eq!(rtl("\u{2068}هواوي\u{2069}"), rtl("هواوي"));
        let name = "\u{2068}C++\u{2069}";
        assert_eq!(rtl(name), set("C++", Direction::LeftToRight));
    }

    #[test]
    fn what_no_font_has_leaves_a_gap() {
        let line = rtl("阶");
        assert!(line.width > 0.0 && line.path.is_empty(), "{line:?}");
        assert_eq!(rtl(""), Line::default());
    }
}
