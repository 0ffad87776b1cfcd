//! How alliances are told apart.

/// How many hues there are.
pub const HUES: usize = 12;

/// The hue of the n-th alliance of a story, from 0. From the thirteenth on the hues repeat, and
/// alliances of one hue are told apart by their names, which stand at their hubs.
pub const fn hue(alliance: usize) -> usize {
    alliance % HUES
}
