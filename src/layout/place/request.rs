//! All that a layout depends on.

use crate::geometry::Size;
use crate::layout::Frame;

/// All that a layout depends on. Equal requests have equal layouts.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The shape of the picture.
    pub frame: Frame,
    /// The nodes; a [`Placement`](super::Placement) keeps their order.
    pub nodes: Vec<NodeSpec>,
}

/// One node to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeSpec {
    /// What it is in the network.
    pub role: Role,
    /// The radius at which its edges end, in scene units.
    pub radius: f64,
    /// The radius that nothing else may enter: `radius`, or that of a ring
    /// drawn around the node.
    pub reach: f64,
    /// Its name's box in the widest language ([`Face::block`](crate::layout::text::Face::block)). A hub's
    /// name is the title of its field.
    pub label: Size,
}

/// What a node is in the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// An alliance.
    Hub,
    /// A member of alliances.
    Member {
        /// The indices of its alliances in [`Request::nodes`]; others are ignored.
        hubs: Vec<usize>,
    },
    /// An organization outside all alliances.
    Context {
        /// Whether it stands in the band above the alliances, else below.
        above: bool,
        /// The indices of the nodes it has to do with; it stands near them.
        neighbors: Vec<usize>,
    },
}
