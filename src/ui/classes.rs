//! Names of classes that several drawings choose among.

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

/// The class of an alliance's hue: two alliances have hues, the others are grey.
pub(super) const fn tone_class(tone: usize) -> &'static str {
    match tone {
        0 => "tone-0",
        1 => "tone-1",
        _ => "tone-2",
    }
}
