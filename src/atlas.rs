//! All that is derived once from the bytes of a story.

use crate::document::problem::Problem;
use crate::graph::Graph;
use crate::model::{Ecosystem, check};

/// A story, and the graph of it.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    ecosystem: Ecosystem,
    graph: Graph,
}

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
        Self { ecosystem, graph }
    }

    /// The story.
    pub const fn ecosystem(&self) -> &Ecosystem {
        &self.ecosystem
    }

    /// Its graph.
    pub const fn graph(&self) -> &Graph {
        &self.graph
    }
}
