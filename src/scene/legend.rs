//! The legend: what is drawn, in words; each entry also picks what it names.

use crate::atlas::Atlas;
use crate::graph::{EdgeKind, Filter, Query, Slice, listing_tie};
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::model::id::{KindId, NodeId, TieId};
use crate::model::words::{Line, Shape};
use crate::scene::timeline::is_unconfirmed;
use crate::scene::vocabulary::Vocabulary;
use crate::state::{State, View};

/// Entries under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading.
    pub heading: &'static str,
    /// The entries, never none.
    pub entries: Vec<Entry>,
}

/// One sign with its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The sign as the picture draws it.
    pub sign: Sign,
    /// What the sign means, in words.
    pub text: String,
    /// What pressing it picks; nothing where it only explains.
    pub filter: Option<Filter>,
    /// Whether it is pressed.
    pub pressed: bool,
    /// Whether nothing of it is in the picture on the day shown: it keeps its place, unseen, so
    /// that nothing on the page moves while the day does.
    pub absent: bool,
}

impl Entry {
    /// Whether it explains the same as another: two kinds can have one shape.
    fn is_of(&self, other: &Self) -> bool {
        self.sign == other.sign && self.filter == other.filter
    }
}

/// What a legend shows of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// An alliance's hub.
    Hub,
    /// A shape in the hues of two alliances.
    Shared,
    /// A dotted ring.
    Ring,
    /// A membership that so many independent accounts name (2 for two or more).
    Membership(usize),
    /// The mark of a member in a zone that so many independent accounts name.
    Mark(usize),
    /// The shape of a kind.
    Shape(Shape),
    /// The line of a kind of relation.
    Relation(Line),
    /// The shape of whom others name and the account shown does not.
    Unnamed,
    /// The mark of an event that stands in digests only.
    Unconfirmed,
}

/// All that the legend depends on, besides what exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The entry that is pressed.
    pub filter: Option<Filter>,
    /// Whether the timeline is shown as well.
    pub timeline: bool,
    /// Whether the layer of relations is shown.
    pub relations: bool,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            filter: state.filter,
            timeline: state.view != View::Network,
            relations: state.relations,
        }
    }
}

/// What a filter picks, in the words of the legend.
pub fn name(atlas: &Atlas, locale: Locale, filter: Filter) -> &str {
    let words = Messages::of(locale);
    let own = Vocabulary::of(atlas.ecosystem(), locale);
    match filter {
        Filter::Kind(kind) => own.kind(kind),
        Filter::Relation(kind) => own.tie(kind),
        Filter::Listed => own.listed_mark(),
        Filter::Shared => words.legend_shared.of(atlas.ecosystem().alliances.len()),
        Filter::Corroborated => words.legend_corroborated,
        Filter::SingleAccount => words.legend_single,
    }
}

/// The legend of what the state shows: no sign that is not in the picture.
pub fn of(atlas: &Atlas, input: impl Into<Input>, slice: &Slice) -> Vec<Group> {
    let input = input.into();
    let words = Messages::of(input.locale);
    let explained = |sign, text: &str| Entry {
        sign,
        text: text.to_owned(),
        filter: None,
        pressed: false,
        absent: false,
    };
    let entry = |sign, filter| Entry {
        filter: Some(filter),
        pressed: input.filter == Some(filter),
        ..explained(sign, name(atlas, input.locale, filter))
    };
    let has_alliances = slice
        .nodes()
        .iter()
        .any(|node| matches!(node, NodeId::Alliance(_)));
    let mut marks = Vec::new();
    if has_alliances {
        marks.push(explained(Sign::Hub, words.legend_hub));
        if has_shared(atlas) {
            marks.push(entry(Sign::Shared, Filter::Shared));
        }
        let of_accounts = if atlas.ecosystem().is_of_many() {
            Sign::Mark
        } else {
            Sign::Membership
        };
        marks.push(entry(of_accounts(2), Filter::Corroborated));
        marks.push(entry(of_accounts(1), Filter::SingleAccount));
    }
    if !slice.unnamed().is_empty() {
        marks.push(explained(Sign::Unnamed, words.legend_unnamed));
    }
    let story = atlas.ecosystem();
    if !story.lists.is_empty() {
        marks.push(entry(Sign::Ring, Filter::Listed));
    }
    let kinds = story.words.kinds.iter();
    let shapes = kinds
        .filter(|(id, _)| shows_kind(atlas, slice, *id))
        .map(|(id, kind)| entry(Sign::Shape(kind.shape), Filter::Kind(id)));
    let ties = story.words.ties.iter();
    let relations = ties
        .filter(|(id, _)| shows_relation(atlas, slice, *id))
        .map(|(id, tie)| entry(Sign::Relation(tie.line), Filter::Relation(id)));
    let mut events = story.events.iter();
    let has_unconfirmed = input.timeline && events.any(|(_, it)| is_unconfirmed(story, it));
    let unconfirmed = explained(Sign::Unconfirmed, words.unconfirmed);
    let mut groups = vec![
        Group {
            heading: words.legend_marks,
            entries: marks,
        },
        Group {
            heading: words.legend_shapes,
            entries: shapes.collect(),
        },
        Group {
            heading: words.legend_relations,
            entries: relations.collect(),
        },
        Group {
            heading: words.events_heading,
            entries: has_unconfirmed.then_some(unconfirmed).into_iter().collect(),
        },
    ];
    groups.retain(|group| !group.entries.is_empty());
    groups
}

/// Whether the story has an organization in more than one alliance, at any time.
fn has_shared(atlas: &Atlas) -> bool {
    let graph = atlas.graph();
    let mut organizations = atlas.ecosystem().organizations.ids();
    organizations.any(|id| graph.is_ever_shared(id))
}

/// The legend of what a layer shows on any day, `slice` being what it shows on one: the signs of
/// other days are absent.
pub fn of_all_days(atlas: &Atlas, input: Input, slice: &Slice) -> Vec<Group> {
    let story = atlas.ecosystem();
    let last = Query {
        date: story.span().last,
        account: slice.account(),
        relations: input.relations,
    };
    let shown = of(atlas, input, slice);
    let is_shown = |entry: &Entry| {
        let mut entries = shown.iter().flat_map(|group| &group.entries);
        entries.any(|it| it.is_of(entry))
    };
    let mut groups = of(atlas, input, &Slice::of(atlas.graph(), story, last));
    let signs: Vec<_> = groups.iter().flat_map(|group| &group.entries).collect();
    let has = |entry: &Entry| signs.iter().any(|it| it.is_of(entry));
    // What has ended by the last day is explained while it is there.
    if !shown.iter().flat_map(|group| &group.entries).all(has) {
        return shown;
    }
    for entry in groups.iter_mut().flat_map(|group| &mut group.entries) {
        entry.absent = !is_shown(entry);
    }
    groups
}

fn shows_kind(atlas: &Atlas, slice: &Slice, kind: KindId) -> bool {
    slice.nodes().iter().any(|node| match node {
        NodeId::Organization(id) => atlas.ecosystem().organizations[*id].kind == Some(kind),
        NodeId::Alliance(_) => false,
    })
}

fn shows_relation(atlas: &Atlas, slice: &Slice, kind: TieId) -> bool {
    slice.edges().iter().any(|edge| match edge.kind {
        EdgeKind::Relation(index) => atlas.ecosystem().relations[index].kind == kind,
        EdgeKind::Listing(_) => listing_tie(atlas.ecosystem(), edge) == Some(kind),
        EdgeKind::Membership(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_day_without_an_alliance_has_the_places_of_all_entries() {
        let atlas = Atlas::from_json(include_bytes!("../../assets/story.json")).unwrap();
        let story = atlas.ecosystem();
        let state = State::opening(story, Locale::Ar);
        let legend = |date| {
            let query = Query {
                date,
                ..state.query()
            };
            let slice = Slice::of(atlas.graph(), story, query);
            of_all_days(&atlas, (&state).into(), &slice)
        };
        let entries = |date| legend(date).into_iter().flat_map(|group| group.entries);
        let (first, last) = (story.span().first, story.span().last);
        let signs = |date| entries(date).map(|entry| entry.sign).collect::<Vec<_>>();
        assert_eq!(signs(first), signs(last));
        assert!(entries(first).any(|it| it.sign == Sign::Hub && it.absent));
        assert!(entries(last).all(|it| !it.absent));
    }
}
