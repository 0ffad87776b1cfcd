//! What stands out of the network, and what recedes for it.

use super::network::Emphasis;
use super::tour;
use crate::graph::{Edge, Slice};
use crate::model::id::NodeId;
use crate::model::{Ecosystem, Subject};
use crate::state::Choice;

/// Which nodes and edges stand out: those around the previewed node, else those
/// that a pressed legend entry picks, else those that the step names with its
/// focus, else those around what is in focus.
///
/// It is small and soon made: a pointer that goes over the picture asks for one at each node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    /// The node that the details are about.
    chosen: Option<NodeId>,
    /// What stands out; nothing where all is plain.
    strong: Option<Strong>,
}

/// What stands out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Strong {
    /// In the order of their ids.
    nodes: Vec<NodeId>,
    /// The places of edges in the graph, in order.
    edges: Vec<usize>,
    /// Whether a pressed legend entry picks them.
    by_filter: bool,
}

impl Strong {
    fn new(mut nodes: Vec<NodeId>, edges: impl Iterator<Item = usize>) -> Self {
        nodes.sort_unstable();
        Self {
            nodes,
            edges: edges.collect(),
            by_filter: false,
        }
    }
}

impl Highlight {
    /// What stands out of a slice; `preview` is the node under the pointer or keyboard.
    pub fn of(story: &Ecosystem, slice: &Slice, choice: Choice, preview: Option<NodeId>) -> Self {
        Self {
            chosen: choice.focus.and_then(Subject::node),
            strong: strong(story, slice, choice, preview),
        }
    }

    /// Whether nothing stands out.
    pub const fn is_plain(&self) -> bool {
        self.strong.is_none()
    }

    /// The highlight, with given nodes standing out, and the ties between them, where there are any
    /// and nothing else does.
    #[must_use]
    pub fn or_among(mut self, slice: &Slice, mut nodes: Vec<NodeId>) -> Self {
        nodes.retain(|node| slice.has(*node));
        if self.is_plain() && !nodes.is_empty() {
            self.strong = Some(among(slice, nodes, |edge| !edge.is_relation()));
        }
        self
    }

    /// The highlight without a mark at what is chosen: that it stands out says it.
    #[must_use]
    pub fn without_choice(self) -> Self {
        Self {
            chosen: None,
            ..self
        }
    }

    /// Whether the details are about a node.
    pub fn is_chosen(&self, node: NodeId) -> bool {
        self.chosen == Some(node)
    }

    /// How much a node stands out; a field does with its hub.
    pub fn node(&self, node: NodeId) -> Emphasis {
        self.say(|strong| strong.nodes.binary_search(&node).is_ok())
    }

    /// How much an edge stands out, by its place in the graph.
    pub fn edge(&self, index: usize) -> Emphasis {
        self.say(|strong| strong.edges.binary_search(&index).is_ok())
    }

    /// Whether a pressed legend entry leaves nothing.
    pub fn nothing_matches(&self) -> bool {
        let strong = self.strong.as_ref();
        strong.is_some_and(|strong| strong.by_filter && strong.nodes.is_empty())
    }

    fn say(&self, stands_out: impl FnOnce(&Strong) -> bool) -> Emphasis {
        match &self.strong {
            None => Emphasis::Plain,
            Some(strong) if stands_out(strong) => Emphasis::Strong,
            Some(_) => Emphasis::Receded,
        }
    }
}

fn strong(
    story: &Ecosystem,
    slice: &Slice,
    choice: Choice,
    preview: Option<NodeId>,
) -> Option<Strong> {
    let shown = |node: &NodeId| slice.has(*node);
    if let Some(node) = preview.filter(shown) {
        return Some(around(slice, node));
    }
    if choice.filter.is_some() {
        return picked(story, slice, choice);
    }
    if let Some(told) = told(story, slice, choice) {
        return Some(told);
    }
    match choice.focus? {
        Subject::Node(node) => Some(node).filter(shown).map(|node| around(slice, node)),
        Subject::Event(id) => {
            let mut about = story.events[id].about.clone();
            about.retain(shown);
            (!about.is_empty()).then(|| among(slice, about, |_| true))
        }
    }
}

/// A node with its neighborhood.
fn around(slice: &Slice, node: NodeId) -> Strong {
    let edges = slice.edges_at(node).map(|edge| edge.index);
    Strong::new(slice.neighborhood(node), edges)
}

/// Nodes with those ties between them that are wanted.
fn among(slice: &Slice, nodes: Vec<NodeId>, wanted: impl Fn(&Edge) -> bool) -> Strong {
    let between = |edge: &&Edge| nodes.contains(&edge.from) && nodes.contains(&edge.to);
    let edges = slice.edges().iter().filter(between);
    let edges: Vec<_> = edges
        .filter(|edge| wanted(edge))
        .map(|edge| edge.index)
        .collect();
    Strong::new(nodes, edges.into_iter())
}

/// What a pressed legend entry picks.
fn picked(story: &Ecosystem, slice: &Slice, choice: Choice) -> Option<Strong> {
    let filter = choice.filter?;
    let mut nodes = slice.nodes().to_vec();
    nodes.retain(|node| filter.picks_node(story, slice, *node, slice.date()));
    let with_nodes = |edge: &Edge| {
        !edge.is_relation() && filter.is_of_nodes() && nodes.binary_search(&edge.to).is_ok()
    };
    let edges = slice.edges().iter();
    let edges = edges.filter(|edge| filter.picks_edge(story, edge) || with_nodes(edge));
    let edges: Vec<_> = edges.map(|edge| edge.index).collect();
    Some(Strong {
        by_filter: true,
        ..Strong::new(nodes, edges.into_iter())
    })
}

/// What the step that is followed names, with whom its focus is or is about, and the
/// ties between these; where one of them is in focus, only its own relations.
fn told(story: &Ecosystem, slice: &Slice, choice: Choice) -> Option<Strong> {
    let step = tour::followed(story, choice.step, choice.focus)?;
    let mut nodes: Vec<_> = step.emphasis.iter().filter_map(|it| it.node()).collect();
    if nodes.is_empty() {
        return None;
    }
    match step.focus {
        Some(Subject::Node(node)) => nodes.push(node),
        Some(Subject::Event(id)) => nodes.extend_from_slice(&story.events[id].about),
        None => {}
    }
    nodes.retain(|node| slice.has(*node));
    if nodes.is_empty() {
        return None;
    }
    let focus = step.focus.and_then(Subject::node);
    Some(among(slice, nodes, |edge| {
        !edge.is_relation() || focus.is_none_or(|node| edge.touches(node))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Date, When};
    use crate::graph::{Filter, Graph, Query};
    use crate::model::id::Id;
    use crate::model::words::{Kind, Tie, Words};
    use crate::model::{Alliance, Event, Membership, Organization, Relation};

    /// Two members of an alliance, and an authority tied to the first of them.
    fn story() -> Ecosystem {
        let membership = |at| Membership {
            organization: Id::from_index(at),
            ..Membership::default()
        };
        let mut organizations = vec![Organization::default(); 3];
        organizations[2].kind = Some(Id::from_index(0));
        Ecosystem {
            words: Words {
                kinds: vec![Kind::default()].into(),
                ties: vec![Tie::default()].into(),
                ..Words::default()
            },
            alliances: vec![Alliance::default()].into(),
            organizations: organizations.into(),
            memberships: vec![membership(0), membership(1)],
            relations: vec![Relation {
                from: Id::from_index(2),
                to: organization(0),
                ..Relation::default()
            }],
            events: vec![Event {
                about: vec![organization(0), organization(2)],
                when: When::default(),
                ..Event::default()
            }]
            .into(),
            ..Ecosystem::default()
        }
    }

    fn organization(at: usize) -> NodeId {
        NodeId::Organization(Id::from_index(at))
    }

    /// What stands out of the whole story: its nodes, and its edges by their places.
    fn strong(choice: Choice, preview: Option<NodeId>) -> (Vec<NodeId>, Vec<usize>) {
        let story = story();
        let graph = Graph::of(&story);
        let query = Query {
            date: Date::from_days(40_000),
            account: None,
            relations: true,
        };
        let slice = Slice::of(&graph, &story, query);
        let highlight = Highlight::of(&story, &slice, choice, preview);
        let is_strong = |emphasis| emphasis == Emphasis::Strong;
        let nodes = graph.nodes().iter().copied();
        let nodes = nodes.filter(|node| is_strong(highlight.node(*node)));
        let edges = (0..graph.edges().len()).filter(|edge| is_strong(highlight.edge(*edge)));
        (nodes.collect(), edges.collect())
    }

    #[test]
    fn what_is_previewed_stands_out_with_its_neighborhood_before_all_else() {
        let hub = NodeId::Alliance(Id::from_index(0));
        let choice = Choice {
            focus: Some(Subject::Node(organization(1))),
            filter: Some(Filter::Kind(Id::from_index(0))),
            step: None,
        };
        let expected = (vec![hub, organization(0), organization(2)], vec![0, 2]);
        assert_eq!(strong(choice, Some(organization(0))), expected);
        let picked = (vec![organization(2)], vec![]);
        assert_eq!(strong(choice, None), picked, "then what an entry picks");
        let focused = Choice {
            filter: None,
            ..choice
        };
        let expected = (vec![hub, organization(1)], vec![1]);
        assert_eq!(strong(focused, None), expected, "then what is in focus");
    }

    #[test]
    fn an_event_brings_out_what_it_is_about_and_the_ties_between() {
        let choice = Choice {
            focus: Some(Subject::Event(Id::from_index(0))),
            ..Choice::default()
        };
        let expected = (vec![organization(0), organization(2)], vec![2]);
        assert_eq!(strong(choice, None), expected);
    }

    #[test]
    fn nothing_stands_out_where_nothing_is_chosen() {
        assert_eq!(strong(Choice::default(), None), (vec![], vec![]));
        assert_eq!(Highlight::default().node(organization(0)), Emphasis::Plain);
    }

    #[test]
    fn an_entry_that_nothing_matches_is_told_from_one_that_is_not_pressed() {
        let slice = Slice::default();
        let of = |filter| {
            let choice = Choice {
                filter,
                ..Choice::default()
            };
            Highlight::of(&story(), &slice, choice, None).nothing_matches()
        };
        assert!(of(Some(Filter::Shared)));
        assert!(!of(None));
    }
}
