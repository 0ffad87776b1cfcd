//! The words of a story's subject: what its members, their ties and their parts are called.
//!
//! The program knows structure only. That one story tells of chip makers and another of airlines
//! stands in their files, in every language, with the plural forms that CLDR asks for.

use super::id::{EndId, KindId, LaneId, RankId, RoleId, Table, TieId, TopicId};
use super::text::{Counting, Text};
use serde::{Deserialize, Serialize};

/// All of a story's words, each table in the order in which readers meet it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    /// What members are called and counted; none where they are just organizations.
    pub members: Option<Counting>,
    /// What alliances are called and counted; none where they are just alliances.
    pub alliances: Option<Counting>,
    /// What organizations can be.
    pub kinds: Table<KindId, Kind>,
    /// The parts that members can play, besides just being one: what one member is.
    pub roles: Table<RoleId, Word>,
    /// What can tie an organization to another.
    pub ties: Table<TieId, Tie>,
    /// How far a membership can go.
    pub ranks: Table<RankId, Rank>,
    /// How what has begun can end, as nouns: nobody said whether a name takes a feminine verb.
    pub ends: Table<EndId, Word>,
    /// What else can be told of an organization.
    pub topics: Table<TopicId, Topic>,
    /// The rows of the timeline, from the top: what the events of each have in common.
    pub lanes: Table<LaneId, Word>,
    /// What the official lists are called together.
    pub listed: Option<Listed>,
}

/// The ids that links use for what every story can have, so that no kind and no tie has them.
pub const RESERVED: [&str; 4] = ["listed", "shared", "corroborated", "single-account"];

/// What an organization is; its shape in the picture.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Kind {
    /// Its id in the file and in links.
    pub slug: String,
    /// What one organization of the kind is.
    pub name: Text,
    /// The shape of its marks.
    pub shape: Shape,
    /// Whether organizations of the kind act on others, as authorities do: they stand above the
    /// others in the picture, and nothing is said of lists that they could be on.
    pub authority: bool,
}

/// A word of the subject that is no more than a word: a role, a way to end, a lane.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Word {
    /// Its id in the file.
    pub slug: String,
    /// What it stands for.
    pub name: Text,
}

/// A kind of tie between organizations.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Tie {
    /// Its id in the file and in links.
    pub slug: String,
    /// What it is.
    pub name: Text,
    /// How it is drawn.
    pub line: Line,
}

/// How far a membership goes: as a full member, or invited, lower or suspended.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Rank {
    /// Its id in the file.
    pub slug: String,
    /// What it is.
    pub name: Text,
    /// Whether one of the rank is a member, and is counted and drawn as one.
    pub counts: bool,
}

/// Something that is told of many organizations, each time as a sentence.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Topic {
    /// Its id in the file.
    pub slug: String,
    /// What it is called, before the sentence.
    pub name: Text,
    /// Whether it says what the entries on official lists leave open, and stands with them.
    pub on_lists: bool,
}

/// What the official lists of a story are called.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Listed {
    /// All of them together, as a heading.
    pub lists: Text,
    /// How many are on one of them.
    pub count: Counting,
    /// What the ring around a mark says.
    pub mark: Text,
}

/// The shapes of marks, told apart without colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "geometry's own names")]
pub enum Shape {
    #[default]
    Circle,
    Square,
    Hexagon,
    Triangle,
    Diamond,
    Pentagon,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 6] = [
        Self::Circle,
        Self::Square,
        Self::Hexagon,
        Self::Triangle,
        Self::Diamond,
        Self::Pentagon,
    ];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Square => "square",
            Self::Hexagon => "hexagon",
            Self::Triangle => "triangle",
            Self::Diamond => "diamond",
            Self::Pentagon => "pentagon",
        }
    }
}

/// The patterns of lines, told apart without colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the dashes say it")]
pub enum Line {
    #[default]
    Solid,
    Dashed,
    Dotted,
    DashDot,
    ShortDashed,
    DashDotDot,
}

impl Line {
    /// Every pattern.
    pub const ALL: [Self; 6] = [
        Self::Solid,
        Self::Dashed,
        Self::Dotted,
        Self::DashDot,
        Self::ShortDashed,
        Self::DashDotDot,
    ];

    /// Its word in files, and the class of its lines.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::DashDot => "dash-dot",
            Self::ShortDashed => "short-dashed",
            Self::DashDotDot => "dash-dot-dot",
        }
    }

    /// Its dashes and gaps as SVG writes them, in user units; none where it is solid.
    pub const fn dashes(self) -> Option<&'static str> {
        Some(match self {
            Self::Solid => return None,
            Self::Dashed => "7 3",
            Self::Dotted => "1.5 3",
            Self::DashDot => "8 3 1.5 3",
            Self::ShortDashed => "3 3",
            Self::DashDotDot => "12 3 2 3 2 3",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart_by_their_dashes_and_words() {
        for (index, line) in Line::ALL.into_iter().enumerate() {
            for other in &Line::ALL[..index] {
                assert_ne!(line.dashes(), other.dashes());
                assert_ne!(line.word(), other.word());
            }
        }
    }
}
