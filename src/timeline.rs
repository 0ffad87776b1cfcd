//! The timeline: when things happened, on lanes of rows along one scale.
//!
//! Coordinates are CSS pixels: x from the inline start of the axis, y from the
//! top of the first lane. Widths of labels come in as numbers, so the same
//! request gives the same picture wherever it is computed.
//!
//! Nothing is lost on the way: each mark asked for is drawn, or gathered in a
//! counted cluster, or counted at the edge of the window beyond which it lies.

pub mod density;
pub mod lane;
mod pack;
pub mod scale;
pub mod tick;

use crate::date::Span;
use lane::Extent;
use pack::{Item, Room, Slot};
use scale::Scale;

/// All that an arrangement depends on. Lengths are in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The axis and its window.
    pub scale: Scale,
    /// How many lanes there are; more if a mark names a later one.
    pub lanes: usize,
    /// What is to be placed, in any order.
    pub marks: Vec<MarkSpec>,
    /// The diameter of a dot and the thickness of a bar.
    pub mark_size: f64,
    /// The least width of a cluster, which has a number to show.
    pub cluster_width: f64,
    /// The height of a row: of a mark, or of a line of text.
    pub row_height: f64,
    /// How many rows a lane may have, at least one.
    pub max_rows: usize,
    /// The space between one lane and the next.
    pub lane_gap: f64,
}

/// Something that happened, as far as its place depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MarkSpec {
    /// The lane it belongs to, counted from 0.
    pub lane: usize,
    /// From the first to the last day it can mean.
    pub span: Span,
    /// The width of its label, padding included, if it deserves one.
    pub label_width: Option<f64>,
    /// Who is served first where room is scarce: the larger number.
    pub priority: u32,
}

/// Where lanes, marks and clusters go, in pixels from the inline start and the top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// The height of all lanes and the gaps between them.
    pub height: f64,
    /// One place per lane, from the top.
    pub lanes: Vec<LanePlace>,
    /// The marks that are drawn by themselves, by lane, then as requested.
    pub marks: Vec<MarkPlace>,
    /// The marks that are drawn together, by lane, then from the start on.
    pub clusters: Vec<Cluster>,
}

/// Where a lane goes, and what of it lies outside the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LanePlace {
    /// The y of its top.
    pub y: f64,
    /// Its height: that of its rows.
    pub height: f64,
    /// How many rows it has, at least one.
    pub rows: usize,
    /// How many of its marks ended before the window.
    pub before: usize,
    /// How many of its marks begin after the window.
    pub after: usize,
}

/// Where a mark goes: along a line with round ends, as thick as a mark. It
/// reaches half a mark further than `x` and `x_end`, at the window's edges too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkPlace {
    /// Which mark of the request it is.
    pub index: usize,
    /// Its first day, or the window's if that is later.
    pub x: f64,
    /// Its last day in the window; the same as `x` where the line would be no
    /// longer than a dot, and a dot is drawn.
    pub x_end: f64,
    /// The middle of its row.
    pub y: f64,
    /// Its label, where one was asked for and fits.
    pub label: Option<LabelPlace>,
}

/// Where a label goes, on its mark's row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// The inline start of the label's box, padding included.
    pub x: f64,
    /// Where it lies, seen from the mark.
    pub side: LabelSide,
}

/// The two places of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSide {
    /// Towards the inline start.
    Before,
    /// Towards the inline end.
    After,
}

/// Marks that have no row of their own: drawn like a long mark, with their number.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Which marks of the request they are: two or more, from the first on.
    pub members: Vec<usize>,
    /// The lane that they are in, counted from 0.
    pub lane: usize,
    /// Where its line begins.
    pub x: f64,
    /// Where its line ends.
    pub x_end: f64,
    /// The middle of its row.
    pub y: f64,
}

/// Gives each lane its rows and each mark its place.
pub fn arrange(request: &Request) -> Arrangement {
    let named = request.marks.iter().map(|mark| mark.lane + 1).max();
    let lanes = request.lanes.max(named.unwrap_or(0));
    let mut arrangement = Arrangement::default();
    let mut y = 0.0;
    for lane in 0..lanes {
        let (items, before, after) = split(request, lane);
        let slots = pack::pack(&items, &room(request));
        let rows = slots.iter().map(|slot| slot.row + 1).max().unwrap_or(1);
        let height = times(rows, request.row_height);
        for slot in slots {
            arrangement.put(request, lane, y, slot);
        }
        arrangement.lanes.push(LanePlace {
            y,
            height,
            rows,
            before,
            after,
        });
        arrangement.height = y + height;
        y += height + request.lane_gap;
    }
    arrangement
}

impl Arrangement {
    /// Adds what stands in a slot of the lane that begins at `top`.
    fn put(&mut self, request: &Request, lane: usize, top: f64, slot: Slot) {
        let y = top + times(slot.row, request.row_height) + request.row_height / 2.0;
        if let [index] = slot.members[..] {
            let shown = line(request, request.marks[index].span);
            self.marks.push(MarkPlace {
                index,
                x: shown.start,
                x_end: shown.end,
                y,
                label: slot.label,
            });
        } else {
            let shown = slot.body.grown(-request.mark_size / 2.0);
            self.clusters.push(Cluster {
                members: slot.members,
                lane,
                x: shown.start,
                x_end: shown.end,
                y,
            });
        }
    }
}

/// The marks of a lane in the window, and how many lie before and after it.
fn split(request: &Request, lane: usize) -> (Vec<Item>, usize, usize) {
    let window = request.scale.span;
    let (mut items, mut before, mut after) = (Vec::new(), 0, 0);
    let marks = request.marks.iter().enumerate();
    for (index, mark) in marks.filter(|(_, mark)| mark.lane == lane) {
        if mark.span.last < window.first {
            before += 1;
        } else if mark.span.first > window.last {
            after += 1;
        } else {
            items.push(Item {
                index,
                body: line(request, mark.span).grown(request.mark_size / 2.0),
                label_width: mark.label_width,
                priority: mark.priority,
            });
        }
    }
    (items, before, after)
}

/// The line of a mark in the window; without length where a dot says as much.
fn line(request: &Request, span: Span) -> Extent {
    let place = |date| request.scale.x(request.scale.span.clamp(date));
    let line = Extent::new(place(span.first), place(span.last));
    if line.end - line.start > request.mark_size {
        line
    } else {
        Extent::new(line.start, line.start)
    }
}

/// What each lane may use.
fn room(request: &Request) -> Room {
    let window = Extent::new(0.0, request.scale.width);
    Room {
        max_rows: request.max_rows.max(1),
        window,
        cluster_frame: window.grown(request.mark_size / 2.0),
        cluster_width: request.cluster_width.max(request.mark_size),
    }
}

/// So many rows of this height.
#[expect(clippy::cast_precision_loss, reason = "rows are few")]
fn times(rows: usize, height: f64) -> f64 {
    rows as f64 * height
}

#[cfg(test)]
mod tests;
