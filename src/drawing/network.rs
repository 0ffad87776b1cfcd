//! The network of a state, laid out for names of any size.

use super::element::number;
use crate::atlas::Atlas;
use crate::geometry::{Rect, Size};
use crate::graph::Slice;
use crate::layout::Frame;
use crate::scene::highlight::Highlight;
use crate::scene::lettering::{self, Lettering, mirrored};
use crate::scene::network::{self, NetworkScene};
use crate::state::State;

/// A network that is laid out.
pub(super) struct Network {
    /// Its marks.
    pub(super) scene: NetworkScene,
    /// What stands out of them.
    pub(super) highlight: Highlight,
    /// What they take up of the frame, in the scene's coordinates.
    pub(super) bounds: Rect,
}

impl Network {
    /// How many units of a room one of its own takes up, where it is as large as it fits.
    pub(super) fn scale(&self, room: Size) -> f64 {
        let own = self.bounds.size();
        (room.width / own.width).min(room.height / own.height)
    }

    /// The transform that shows it in the middle of a room, as large as it fits.
    pub(super) fn fitted(&self, room: Rect) -> String {
        let scale = self.scale(room.size());
        let (to, from) = (room.center(), self.bounds.center());
        let [x, y] = [to.x - from.x * scale, to.y - from.y * scale].map(number);
        ["translate(", &x, " ", &y, ") scale(", &number(scale), ")"].concat()
    }
}

/// Lays out what a state shows, in a frame.
pub(super) fn of(
    atlas: &Atlas,
    state: &State,
    slice: &Slice,
    frame: Frame,
    lettering: Lettering,
) -> Network {
    let layout = lettering::layout(atlas, frame, state.relations, lettering);
    let mut scene = network::of(atlas, &layout, slice, state.locale, "");
    lettering::enlarge(&mut scene, atlas, &layout, lettering);
    let bounds = layout.extent();
    Network {
        bounds: mirrored(bounds, state.locale.direction(), layout.size.width),
        highlight: Highlight::of(atlas.ecosystem(), slice, state.choice(), None),
        scene,
    }
}
