//! An atlas of a story that was not laid out before: of its file, or as it is.

use super::{Atlas, request};
use crate::document::problem::Problem;
use crate::graph::Graph;
use crate::layout::{Frame, place, place_zones};
use crate::model::{Ecosystem, check};

impl Atlas {
    /// The atlas of a story file.
    ///
    /// # Errors
    /// Every [`Problem`] of the file.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        check::read(bytes).map(Self::of)
    }

    /// The atlas of a story.
    pub fn of(ecosystem: Ecosystem) -> Self {
        let graph = Graph::of(&ecosystem);
        Self {
            placements: Frame::ALL.map(|frame| {
                if ecosystem.is_of_many() {
                    place_zones(&request::zones(&ecosystem, &graph, frame))
                } else {
                    place(&request::of(&ecosystem, &graph, frame))
                }
            }),
            ecosystem,
            graph,
        }
    }
}
