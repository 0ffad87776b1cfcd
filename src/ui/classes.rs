//! Names of classes that several drawings choose among.

use crate::scene::look::{HUES, hue};
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
    const CLASSES: [&str; HUES] = [
        "tone-0", "tone-1", "tone-2", "tone-3", "tone-4", "tone-5", "tone-6", "tone-7", "tone-8",
        "tone-9", "tone-10", "tone-11",
    ];
    CLASSES[hue(alliance)]
}
