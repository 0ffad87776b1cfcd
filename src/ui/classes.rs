//! Names of classes that several drawings choose among.

use crate::scene::look::{LOOKS, hue, is_told_by_hue};
use crate::scene::network::Emphasis;

/// A class name where something holds, else none.
pub(super) const fn when(holds: bool, name: &'static str) -> &'static str {
    if holds { name } else { "" }
}

/// The class of how much a mark stands out.
pub(super) const fn emphasis(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Plain => "",
        Emphasis::Strong => "strong",
        Emphasis::Receded => "receded",
    }
}

/// The class of the n-th alliance's hue.
pub(super) const fn tone_class(alliance: usize) -> &'static str {
    const CLASSES: [&str; LOOKS] = [
        "tone-0", "tone-1", "tone-2", "tone-3", "tone-4", "tone-5", "tone-6", "tone-7", "tone-8",
        "tone-9", "tone-10", "tone-11",
    ];
    CLASSES[hue(alliance)]
}

/// The class of a mark that shows its pattern only where there are no colours to tell it by.
pub(super) const fn hued(alliance: usize) -> &'static str {
    when(is_told_by_hue(alliance), "hued")
}
