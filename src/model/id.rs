//! Dense ids and the tables that they index.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;
use std::ops::Index;

/// An index into one table; ids of different tables do not mix.
pub trait Id: Copy + Eq {
    /// The id of the n-th entry.
    fn from_index(index: usize) -> Self;
    /// Its place in the table.
    fn index(self) -> usize;
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub struct $name(u32);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                // Four billion entries do not fit into the memory that u32 addresses.
                debug_assert!(u32::try_from(index).is_ok(), "no table has an entry {index}");
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )* };
}

id! {
    /// An account of who the members are.
    AccountId
    /// An official list.
    ListId
    /// An alliance.
    AllianceId
    /// An organization.
    OrganizationId
    /// An event.
    EventId
    /// A step of the story as it is told.
    StepId
    /// A source.
    SourceId
    /// A kind of organization.
    KindId
    /// A part that members play.
    RoleId
    /// A kind of tie.
    TieId
    /// How far a membership goes.
    RankId
    /// A way to end.
    EndId
    /// Something that is told of organizations.
    TopicId
    /// A row of the timeline.
    LaneId
}

/// What the network's nodes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeId {
    /// An alliance: a hub with its field.
    Alliance(AllianceId),
    /// An organization.
    Organization(OrganizationId),
}

impl Default for NodeId {
    fn default() -> Self {
        Self::Organization(OrganizationId::default())
    }
}

/// Entries in the order of the file, indexed by their own kind of id.
#[derive(Clone, Debug)]
pub struct Table<I, T> {
    entries: Vec<T>,
    id: PhantomData<I>,
}

impl<I: Id, T> Table<I, T> {
    /// Every entry with its id, in the order of the file.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (I::from_index(index), entry))
    }

    /// Every id, in the order of the file.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.entries.len()).map(I::from_index)
    }

    /// The first entry that fits.
    pub fn find(&self, mut fits: impl FnMut(&T) -> bool) -> Option<I> {
        self.iter().find(|(_, entry)| fits(entry)).map(|(id, _)| id)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<I, T> From<Vec<T>> for Table<I, T> {
    fn from(entries: Vec<T>) -> Self {
        Self {
            entries,
            id: PhantomData,
        }
    }
}

/// As a list; an id is the place in it.
impl<I, T: Serialize> Serialize for Table<I, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries.serialize(serializer)
    }
}

impl<'de, I, T: Deserialize<'de>> Deserialize<'de> for Table<I, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;
    fn index(&self, id: I) -> &T {
        &self.entries[id.index()]
    }
}
