//! Interval partitioning: things that lie over each other go into rows.

/// A stretch of the time axis, in pixels from the inline start.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// Where it begins.
    pub start: f64,
    /// Where it ends, not before its start.
    pub end: f64,
}

impl Extent {
    /// The stretch between two places.
    pub const fn new(start: f64, end: f64) -> Self {
        Self { start, end }
    }

    /// Whether less than `gap` lies between the two.
    pub fn is_within(self, gap: f64, other: Self) -> bool {
        self.start < other.end + gap && other.start < self.end + gap
    }

    /// Whether it holds all of the other.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Longer by `by` at each end.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self::new(self.start - by, self.end + by)
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A row for each item, counted from 0, so that on every row at least `gap` lies
/// between one item and the next.
///
/// Greedy interval partitioning (Kleinberg and Tardos, *Algorithm Design*, §4.1):
/// by start, then by input order, each takes the first row that is free. It needs
/// as many rows as items lie over each other at the deepest place, and no
/// arrangement can do with fewer.
pub fn stack(items: &[Extent], gap: f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by(|a, b| items[*a].start.total_cmp(&items[*b].start));

    let mut rows = vec![0; items.len()];
    let mut ends: Vec<f64> = Vec::new();
    for index in order {
        let Extent { start, end } = items[index];
        let free = ends.iter().position(|taken| taken + gap <= start);
        rows[index] = free.unwrap_or(ends.len());
        match free {
            Some(row) => ends[row] = end,
            None => ends.push(end),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stacked(items: &[(f64, f64)]) -> Vec<usize> {
        let items: Vec<_> = items.iter().map(|(a, b)| Extent::new(*a, *b)).collect();
        stack(&items, 2.0)
    }

    #[test]
    fn a_gap_that_is_just_wide_enough_shares_the_row() {
        assert_eq!(stacked(&[(0.0, 10.0), (12.0, 20.0)]), [0, 0]);
        assert_eq!(stacked(&[(0.0, 10.0), (11.9, 20.0)]), [0, 1]);
    }

    #[test]
    fn ties_keep_their_order_and_later_input_may_come_first() {
        assert_eq!(stacked(&[(5.0, 9.0), (5.0, 9.0), (5.0, 9.0)]), [0, 1, 2]);
        assert_eq!(stacked(&[(5.0, 9.0), (0.0, 6.0)]), [1, 0]);
    }

    proptest! {
        #[test]
        fn rows_hold_no_overlap_and_are_as_many_as_the_deepest_one(
            items in prop::collection::vec((0_i16..400, 1_i16..60), 0..60), gap in 0_i16..5,
        ) {
            let gap = f64::from(gap);
            let items: Vec<_> = items
                .iter()
                .map(|(start, length)| Extent::new(f64::from(*start), f64::from(start + length)))
                .collect();
            let rows = stack(&items, gap);
            for (i, a) in items.iter().enumerate() {
                for (j, b) in items.iter().enumerate().skip(i + 1) {
                    prop_assert!(rows[i] != rows[j] || !a.is_within(gap, *b), "{a:?} {b:?}");
                }
            }
            let depth = |at: f64| items.iter().filter(|b| b.start <= at && at < b.end + gap).count();
            let deepest = items.iter().map(|a| depth(a.start)).max().unwrap_or(0);
            prop_assert_eq!(rows.iter().map(|row| row + 1).max().unwrap_or(0), deepest);
        }
    }
}
