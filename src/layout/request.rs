//! All that a layout depends on.

use crate::geometry::Size;

/// The shape of the picture; its height follows from what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// 720 units wide, alliances side by side: screens and print.
    Wide,
    /// 328 units wide, alliances one above the other: phones.
    Tall,
}

impl Frame {
    /// Its width in scene units.
    pub const fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Tall => 328.0,
        }
    }

    /// The width at which a name is best wrapped, in scene units. On phones,
    /// members of several alliances stand side by side, with less room.
    pub fn label_width(self, role: &Role) -> f64 {
        match (self, role) {
            (Self::Wide, Role::Hub) => 160.0,
            (Self::Tall, Role::Hub) => 200.0,
            (Self::Wide, _) => 136.0,
            (Self::Tall, Role::Member { hubs }) if hubs.len() > 1 => 72.0,
            (Self::Tall, _) => 126.0,
        }
    }

    /// How far nodes and labels keep from its sides, so that the fields round
    /// them still fit.
    pub(super) const fn inset(self) -> f64 {
        match self {
            Self::Wide => 40.0,
            Self::Tall => 22.0,
        }
    }
}

/// All that a layout depends on. Equal requests have equal layouts.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The shape of the picture.
    pub frame: Frame,
    /// Whether nodes of [`Role::Context`] are shown. Without them everything
    /// else stands the same, but for one shift along y.
    pub with_context: bool,
    /// The nodes; a [`Layout`](super::Layout) keeps their order.
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
    /// Its name's box in the widest language ([`Face::block`](super::text::Face::block)). A hub's
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
