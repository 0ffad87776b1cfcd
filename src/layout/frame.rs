//! What the network is drawn in.

/// The shape of the picture; its height follows from what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// 720 units wide, alliances side by side: screens and print.
    Wide,
    /// 368 units wide, alliances one above the other: phones.
    Tall,
}

impl Frame {
    /// Every frame.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Tall];

    /// Its width in scene units.
    pub const fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Tall => 368.0,
        }
    }

    /// The width at which an alliance's title is best wrapped, in scene units.
    pub const fn title_width(self) -> f64 {
        match self {
            Self::Wide => 160.0,
            Self::Tall => 200.0,
        }
    }

    /// The width at which an organization's name is best wrapped, in scene units. On phones,
    /// names stand beside their nodes, and members of several alliances side by side.
    pub const fn name_width(self, is_shared: bool) -> f64 {
        match self {
            Self::Wide => 136.0,
            Self::Tall if is_shared => 76.0,
            Self::Tall => 96.0,
        }
    }

    /// The air that bodies keep between them, in scene units.
    #[cfg(feature = "studio")]
    pub(super) const fn air(self) -> f64 {
        match self {
            Self::Wide => 8.0,
            Self::Tall => 4.0,
        }
    }
}
