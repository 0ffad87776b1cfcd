//! Up to three alliances side by side.
//!
//! Their bodies stand in a row, and between two neighbors the zone of those who are in both. Where
//! the two at the ends share members, these lie in a bar above the row; those who are in all three
//! lie in a bar below it, to which all of the row then reaches.

use super::setting::{Columns, MOST_LINES, Titles, has_room};
use super::{Builder, GAP, PADDING, Zone};
use crate::geometry::number;
use crate::layout::MARGIN;
use crate::layout::text::Face;
use crate::layout::zones::Part;

/// The most alliances that have room side by side.
const MOST: usize = 3;
/// The most columns of names in a row.
const MOST_COLUMNS: usize = 6;

/// The row from the inline start, and the zones in bars.
#[derive(Clone, Default)]
struct Structure {
    row: Vec<usize>,
    above: Option<usize>,
    below: Option<usize>,
}

/// The lowest mosaic in which names and titles fit; none where there is none.
pub(super) fn of<'a>(builder: &Builder<'a>) -> Option<Builder<'a>> {
    let structure = structure(builder.hubs.len(), builder.zones)?;
    let least = structure.row.len();
    let built =
        (least..=MOST_COLUMNS).filter_map(|count| build(builder.clone(), &structure, count));
    built.reduce(|best, next| {
        if next.bottom() < best.bottom() {
            next
        } else {
            best
        }
    })
}

/// Which zones stand in the row: of three alliances, the two that share the fewest stand at its
/// ends.
fn structure(hubs: usize, zones: &[Zone]) -> Option<Structure> {
    let shared = |fields: &[usize]| zones.iter().position(|zone| zone.fields == fields);
    let order: Vec<usize> = match hubs {
        0 => return None,
        1 | 2 => (0..hubs).collect(),
        MOST => {
            let members =
                |pair: &[usize; 2]| shared(pair).map_or(0, |zone| zones[zone].slots.len());
            let pairs = [[0, 2], [0, 1], [1, 2]];
            let apart = pairs.into_iter().min_by_key(members)?;
            let middle = (0..MOST).find(|hub| !apart.contains(hub))?;
            vec![apart[0], middle, apart[1]]
        }
        _ => return None,
    };
    let mut structure = Structure::default();
    for (place, &hub) in order.iter().enumerate() {
        structure.row.push(hub);
        if let Some(&next) = order.get(place + 1) {
            structure
                .row
                .extend(shared(&[hub.min(next), hub.max(next)]));
        }
    }
    if let [first, _, last] = order[..] {
        structure.above = shared(&[first.min(last), first.max(last)]);
        structure.below = shared(&[0, 1, 2]);
    }
    Some(structure)
}

/// The mosaic with so many columns in its row; none where a name or a title does not fit.
fn build<'a>(mut builder: Builder<'a>, structure: &Structure, count: usize) -> Option<Builder<'a>> {
    let frame = builder.request.nodes.frame;
    let [start, end] = [MARGIN, frame.width() - MARGIN];
    let row = &structure.row;
    let parted =
        |pair: &[usize]| builder.zones[pair[0]].fields.len() == builder.zones[pair[1]].fields.len();
    // Two bodies that share nobody stand apart.
    let gaps = row.windows(2).filter(|pair| parted(pair)).count();
    let width = end - start - GAP * number(gaps);
    let columns = Columns::of(width, count, row.len());
    if columns.name_width <= 0.0 || !columns.fit(builder.request) {
        return None;
    }
    builder.columns = columns;
    let counts = dealt(&builder, row, count);
    let widths = counts
        .iter()
        .map(|count| PADDING + columns.step * number(*count));
    let widths: Vec<f64> = widths.collect();
    let bodies = row
        .iter()
        .zip(&widths)
        .filter(|(zone, _)| **zone < builder.hubs.len());
    let narrowest = bodies.map(|(_, width)| *width).reduce(f64::min)?;
    builder.titles = Titles::of(builder.request, builder.hubs, narrowest);
    let titles_fit = builder.hubs.iter().all(|hub| {
        let names = &builder.request.names[*hub];
        has_room(names, Face::Title, builder.titles.width)
    });
    if !titles_fit || builder.titles.lines > MOST_LINES {
        return None;
    }
    let bar = ((end - start - PADDING) / columns.step).floor();
    let bar = (1..=count)
        .rev()
        .find(|count| number(*count) <= bar)
        .unwrap_or(1);
    let mut top = MARGIN;
    if let Some(above) = structure.above {
        top = builder.area(above, [start, end], bar, top);
    }
    let mut x = start;
    let mut bottom = top;
    for (place, &zone) in row.iter().enumerate() {
        // Below a bar of the two ends, the others stand apart from it.
        let is_end = place == 0 || place + 1 == row.len();
        let drop = if structure.above.is_some() && !is_end {
            GAP
        } else {
            0.0
        };
        let span = [x, x + widths[place]];
        bottom = bottom.max(builder.area(zone, span, counts[place], top + drop));
        x = span[1];
        if row
            .get(place + 1)
            .is_some_and(|next| parted(&[zone, *next]))
        {
            x += GAP;
        }
    }
    for &zone in row {
        builder.areas[zone].is_open = structure.below.is_none();
    }
    if let Some(below) = structure.below {
        for &zone in row {
            builder.areas[zone].rect.max.y = bottom;
        }
        builder.area(below, [start, end], bar, bottom);
    }
    for (zone, area) in builder.areas.iter_mut().enumerate() {
        let parts = builder.zones[zone].fields.iter();
        area.fields = parts
            .map(|&field| Part {
                field,
                through: (zone != field).then_some(field),
                arm: Vec::new(),
            })
            .collect();
    }
    Some(builder)
}

/// How many columns each zone of a row has: one at least, the others to the highest.
fn dealt(builder: &Builder<'_>, row: &[usize], count: usize) -> Vec<usize> {
    let mut counts = vec![1; row.len()];
    let rows =
        |place: usize, columns: usize| builder.zones[row[place]].slots.len().div_ceil(columns);
    for _ in row.len()..count {
        let highest = (0..row.len()).max_by_key(|place| rows(*place, counts[*place]));
        if let Some(highest) = highest {
            counts[highest] += 1;
        }
    }
    counts
}
