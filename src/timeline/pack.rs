//! Fills the rows of one lane: marks first, then clusters, then labels.
//!
//! Labels never cost a mark its place. They are set one after the other, the
//! most important first, each where it fits (after the mark, else before it),
//! and a mark moves to another row if only there its label fits.

use crate::timeline::lane::{Extent, stack};
use crate::timeline::{LabelPlace, LabelSide};
use std::cmp::Reverse;

/// Pixels between neighbours on a row.
const GAP: f64 = 2.0;

/// A mark that lies in the window.
pub(super) struct Item {
    /// Its number in the request.
    pub(super) index: usize,
    /// What it covers of the axis.
    pub(super) body: Extent,
    /// The width of its label, if it has one.
    pub(super) label_width: Option<f64>,
    /// The larger number is served first.
    pub(super) priority: u32,
}

/// What a lane may use.
pub(super) struct Room {
    /// How many rows, at least one.
    pub(super) max_rows: usize,
    /// Where labels may lie.
    pub(super) window: Extent,
    /// Where clusters may lie.
    pub(super) cluster_frame: Extent,
    /// How wide a cluster is at least.
    pub(super) cluster_width: f64,
}

/// A mark or a cluster on its row.
pub(super) struct Slot {
    /// Its row, counted from 0.
    pub(super) row: usize,
    /// What it covers, without its label.
    pub(super) body: Extent,
    /// The numbers of its marks in the request; one is a mark, more a cluster.
    pub(super) members: Vec<usize>,
    /// Where its label lies.
    pub(super) label: Option<LabelPlace>,
    /// What it covers, with its label.
    extent: Extent,
}

impl Slot {
    fn new(row: usize, body: Extent, members: Vec<usize>) -> Self {
        Self {
            row,
            body,
            members,
            label: None,
            extent: body,
        }
    }
}

/// A place for each item of a lane; marks in the order of the items, then clusters.
pub(super) fn pack(items: &[Item], room: &Room) -> Vec<Slot> {
    let bodies: Vec<Extent> = items.iter().map(|item| item.body).collect();
    let rows = stack(&bodies, GAP);
    let mut slots: Vec<Slot> = if rows.iter().all(|row| *row < room.max_rows) {
        let place = |(item, row): (&Item, _)| Slot::new(row, item.body, vec![item.index]);
        items.iter().zip(rows).map(place).collect()
    } else {
        crowd(items, room)
    };
    let rank = |slot: &Slot| (slot.members.len() > 1, slot.members[0]);
    slots.sort_by_key(rank);
    label(&mut slots, items, room);
    close_ranks(&mut slots);
    slots
}

/// Places more marks than the rows can hold: the important ones first, and on
/// the last row whatever is left, gathered where it overlaps.
fn crowd(items: &[Item], room: &Room) -> Vec<Slot> {
    let by_start = |a: &&Item, b: &&Item| a.body.start.total_cmp(&b.body.start);
    let mut order: Vec<&Item> = items.iter().collect();
    order.sort_by(|a, b| b.priority.cmp(&a.priority).then(by_start(a, b)));

    let last_row = room.max_rows - 1;
    let (mut slots, mut rest): (Vec<Slot>, Vec<&Item>) = (Vec::new(), Vec::new());
    for item in order {
        match (0..last_row).find(|row| is_free(&slots, *row, item.body)) {
            Some(row) => slots.push(Slot::new(row, item.body, vec![item.index])),
            None => rest.push(item),
        }
    }
    rest.sort_by(by_start);
    slots.extend(gather(&rest, room).into_iter().map(|group| {
        let members = group.members.iter().map(|item| item.index).collect();
        Slot::new(last_row, group.body, members)
    }));
    slots
}

/// Marks that share one place on the last row.
struct Group<'a> {
    body: Extent,
    members: Vec<&'a Item>,
}

/// Gathers items, sorted by start, until no two groups touch.
fn gather<'a>(items: &[&'a Item], room: &Room) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for item in items {
        let mut group = Group {
            body: item.body,
            members: vec![*item],
        };
        // A cluster is wider than its marks, so it may reach those before it too.
        while let Some(mut previous) = groups.pop_if(|last| last.body.is_within(GAP, group.body)) {
            previous.members.append(&mut group.members);
            group.members = previous.members;
            group.body = cluster_body(&group.members, room);
        }
        groups.push(group);
    }
    groups
}

/// What a cluster covers: its marks, and enough to show their number.
fn cluster_body(members: &[&Item], room: &Room) -> Extent {
    let marks = members
        .iter()
        .map(|item| item.body)
        .reduce(Extent::union)
        .unwrap_or_default();
    let missing = room.cluster_width - (marks.end - marks.start);
    if missing <= 0.0 {
        return marks;
    }
    let frame = room.cluster_frame;
    let start = (marks.start - missing / 2.0)
        .min(frame.end - room.cluster_width)
        .max(frame.start);
    Extent::new(start, start + room.cluster_width)
}

/// Sets the labels that fit, the most important first.
fn label(slots: &mut [Slot], items: &[Item], room: &Room) {
    let mut wanted: Vec<(&Item, f64)> = items
        .iter()
        .filter_map(|item| Some((item, item.label_width?)))
        .collect();
    wanted.sort_by_key(|(item, _)| Reverse(item.priority));
    for (item, width) in wanted {
        let own = slots.iter().position(|slot| slot.members == [item.index]);
        let Some(own) = own else { continue };
        let slot = &slots[own];
        let mut rows = vec![slot.row];
        rows.extend((0..room.max_rows).filter(|row| *row != slot.row));
        let place = rows.into_iter().find_map(|row| {
            let place_at = |side| {
                let x = match side {
                    LabelSide::After => slot.body.end,
                    LabelSide::Before => slot.body.start - width,
                };
                let text = Extent::new(x, x + width);
                let extent = text.union(slot.body);
                let fits = room.window.holds(text)
                    && is_free(&slots[..own], row, extent)
                    && is_free(&slots[own + 1..], row, extent);
                fits.then_some((row, LabelPlace { x, side }, extent))
            };
            place_at(LabelSide::After).or_else(|| place_at(LabelSide::Before))
        });
        if let Some((row, label, extent)) = place {
            let slot = &mut slots[own];
            (slot.row, slot.label, slot.extent) = (row, Some(label), extent);
        }
    }
}

/// Whether nothing on this row comes too near.
fn is_free(slots: &[Slot], row: usize, extent: Extent) -> bool {
    slots
        .iter()
        .all(|slot| slot.row != row || !slot.extent.is_within(GAP, extent))
}

/// Takes out the rows that are empty, because a mark left them for its label.
fn close_ranks(slots: &mut [Slot]) {
    let mut used: Vec<usize> = slots.iter().map(|slot| slot.row).collect();
    used.sort_unstable();
    used.dedup();
    for slot in slots {
        slot.row = used.partition_point(|row| *row < slot.row);
    }
}
