//! A story with all that is derived from it once: its graph, and where that stands.

pub mod names;
#[cfg(feature = "studio")]
pub mod request;

#[cfg(feature = "studio")]
use crate::document::problem::Problem;
use crate::graph::Graph;
#[cfg(feature = "studio")]
use crate::layout;
use crate::layout::{Frame, Layout};
use crate::model::Ecosystem;
#[cfg(feature = "studio")]
use crate::model::check;
use crate::model::id::NodeId;

/// A story, the graph of it, and the places of its nodes.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    ecosystem: Ecosystem,
    graph: Graph,
    /// Of every node, in the order of [`Frame::ALL`].
    layouts: [Layout; Frame::ALL.len()],
}

impl Atlas {
    /// The atlas of a story file.
    ///
    /// # Errors
    /// Every [`Problem`] of the file.
    #[cfg(feature = "studio")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        check::read(bytes).map(Self::of)
    }

    /// The atlas of a story.
    #[cfg(feature = "studio")]
    pub fn of(ecosystem: Ecosystem) -> Self {
        let mut atlas = Self::laid_out(ecosystem, <[Layout; Frame::ALL.len()]>::default());
        atlas.layouts = Frame::ALL.map(|frame| layout::place(&request::of(&atlas, frame)));
        atlas
    }

    /// The atlas of a story that was laid out before, in the order of [`Frame::ALL`].
    pub fn laid_out(ecosystem: Ecosystem, layouts: [Layout; Frame::ALL.len()]) -> Self {
        Self {
            graph: Graph::of(&ecosystem),
            ecosystem,
            layouts,
        }
    }

    /// The story.
    pub const fn ecosystem(&self) -> &Ecosystem {
        &self.ecosystem
    }

    /// Its graph.
    pub const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The places of every node, in the order of [`Frame::ALL`].
    pub const fn layouts(&self) -> &[Layout; Frame::ALL.len()] {
        &self.layouts
    }

    /// Where the nodes stand that are shown in a frame, with or without the relations.
    pub fn layout(&self, frame: Frame, relations: bool) -> Layout {
        self.shown(&self.layouts[frame as usize], relations)
    }

    /// What of a layout of every node is shown. Organizations that are in no alliance come
    /// with the relations.
    pub fn shown(&self, layout: &Layout, relations: bool) -> Layout {
        if relations {
            return layout.clone();
        }
        layout.only(|node| match self.graph.nodes()[node] {
            NodeId::Alliance(_) => true,
            NodeId::Organization(id) => !self.graph.alliances_of(id).is_empty(),
        })
    }
}
