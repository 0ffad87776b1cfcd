//! Sorting that costs little WebAssembly.
//!
//! The standard library's sort is compiled anew, at some four kilobytes, for
//! every type that is sorted; stories have some hundred things to sort. Here one
//! merge sort orders indices for all of them.

use std::cmp::Ordering;

/// Sorts, keeping equals in their order.
///
/// ```
/// let mut words = vec!["bb", "a", "cc", "d"];
/// tahaluf::order::sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["a", "d", "bb", "cc"]);
/// ```
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = ranked(items.len(), &|a, b| compare(&items[a], &items[b]));
    for (place, index) in swaps(&order) {
        items.swap(place, index);
    }
}

/// The exchanges, in turn, that bring to every place what the order has there.
fn swaps(order: &[usize]) -> Vec<(usize, usize)> {
    let mut swaps = Vec::with_capacity(order.len());
    for (place, index) in order.iter().enumerate() {
        // What stood at a place that is done went to where it was exchanged for.
        let mut index = *index;
        while index < place {
            index = order[index];
        }
        swaps.push((place, index));
    }
    swaps
}

/// The indices below `count` in order, equals by index: a bottom-up merge sort
/// (Knuth, The Art of Computer Programming 3, section 5.2.4).
pub fn ranked(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut to = Vec::with_capacity(count);
        for pair in from.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([first, rest_left @ ..], [second, rest_right @ ..]) = (left, right) {
                if compare(*second, *first) == Ordering::Less {
                    to.push(*second);
                    right = rest_right;
                } else {
                    to.push(*first);
                    left = rest_left;
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        from = to;
        run *= 2;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut items in proptest::collection::vec((0_u8..9, any::<u8>()), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(items, expected);
        }
    }
}
