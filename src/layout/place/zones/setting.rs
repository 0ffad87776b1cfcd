//! How names and titles are set in zones.

use super::{DEEPEST, HUB, MARK, NAME_GAP, PADDING, ZonesRequest};
use crate::geometry::number;
use crate::layout::text::{Face, wrap};

/// The most lines of a name, and of a title.
pub(super) const MOST_LINES: usize = 2;
/// The share of names that may take a second line for the sake of another column.
const WRAPPED: f64 = 0.25;
/// Between two lines of names.
const LEADING: f64 = 4.0;
/// Above and below an alliance's title, together.
const TITLE_AIR: f64 = 10.0;

/// How names are set in columns, all of one width.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// From the start of one to that of the next.
    pub(super) step: f64,
    pub(super) name_width: f64,
}

impl Columns {
    /// So many columns in a width, in which so many zones stand side by side.
    pub(super) fn of(width: f64, count: usize, zones: usize) -> Self {
        let step = (width - PADDING * number(zones)) / number(count);
        Self {
            step,
            name_width: step - PADDING - 2.0 * MARK - NAME_GAP,
        }
    }

    /// Whether the names fit: none takes more lines than there may be, few take as many.
    pub(super) fn fit(&self, request: &ZonesRequest) -> bool {
        let mut wrapped = 0;
        for stay in &request.stays {
            let names = &request.names[stay.node];
            let lines = self.lines(names);
            if lines > MOST_LINES || !has_room(names, Face::Label, self.name_width) {
                return false;
            }
            wrapped += usize::from(lines > 1);
        }
        number(wrapped) <= WRAPPED * number(request.stays.len())
    }

    /// The most lines that a name takes in any language.
    fn lines(&self, names: &[String]) -> usize {
        most_lines(names, Face::Label, self.name_width)
    }

    /// The height of a slot for any of some names.
    pub(super) fn height<'n>(&self, names: impl Iterator<Item = &'n Vec<String>>) -> f64 {
        let lines = names.map(|names| self.lines(names)).max();
        Face::Label.line_height() * number(lines.unwrap_or(1)) + LEADING
    }
}

/// The most lines that a name takes in any language.
fn most_lines(names: &[String], face: Face, width: f64) -> usize {
    let lines = names.iter().map(|name| wrap(name, face, width).len());
    lines.max().unwrap_or(1)
}

/// Whether no word is wider than a line.
pub(super) fn has_room(names: &[String], face: Face, width: f64) -> bool {
    let lines = names.iter().flat_map(|name| wrap(name, face, width));
    lines.into_iter().all(|line| face.width(&line) <= width)
}

/// The width that a title leaves to its hub.
const BESIDE_TITLE: f64 = DEEPEST + 4.0 + 2.0 * HUB + NAME_GAP + DEEPEST;

/// How the titles of alliances are set: in lines of such a width.
#[derive(Clone, Copy)]
pub(super) struct Titles {
    pub(super) width: f64,
    pub(super) lines: usize,
}

impl Titles {
    /// Titles in bodies of a width.
    pub(super) fn of(request: &ZonesRequest, hubs: &[usize], body: f64) -> Self {
        let width = body - BESIDE_TITLE;
        let names = hubs.iter().map(|hub| &request.names[*hub]);
        let lines = names.map(|names| most_lines(names, Face::Title, width));
        Self {
            width,
            lines: lines.max().unwrap_or(1),
        }
    }

    pub(super) fn height(&self) -> f64 {
        Face::Title.line_height() * number(self.lines) + TITLE_AIR
    }
}
