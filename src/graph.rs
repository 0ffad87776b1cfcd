//! The two-mode network: organizations × alliances, and the relations between
//! organizations; what of it exists on a day.

mod filter;

use crate::date::{Date, Span};
use crate::model::Ecosystem;
use crate::model::id::{AccountId, AllianceId, Id, NodeId, OrganizationId, TieId};
pub use filter::Filter;

/// What an edge stands for; the numbers index the model's own lists. A membership that a rank
/// interrupts, such as a suspension, has an edge for each time in which it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// The n-th membership.
    Membership(usize),
    /// The n-th relation.
    Relation(usize),
    /// The n-th listing of the organization that the edge leads to.
    Listing(usize),
}

/// A tie between two nodes: from the hub, the investor, the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The node that it starts at.
    pub from: NodeId,
    /// The node that it leads to.
    pub to: NodeId,
    /// What ties the two nodes.
    pub kind: EdgeKind,
    /// The days on which it is drawn.
    pub time: Span,
    /// Its place in [`Graph::edges`], which routes are indexed by.
    pub index: usize,
}

impl Edge {
    /// Whether it ends or starts here.
    pub fn touches(&self, node: NodeId) -> bool {
        self.from == node || self.to == node
    }

    /// The node at the other end.
    pub fn opposite(&self, node: NodeId) -> NodeId {
        if self.from == node {
            self.to
        } else {
            self.from
        }
    }

    /// Whether it belongs to the layer of relations, which can be switched off.
    pub const fn is_relation(&self) -> bool {
        !matches!(self.kind, EdgeKind::Membership(_))
    }
}

/// Nodes and edges of the whole story, of all times.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    nodes: Vec<NodeId>,
    edges: Vec<Edge>,
    adjacency: Adjacency,
}

/// Which edges are at each node, so that nobody looks for them among all edges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Adjacency {
    /// How many nodes are alliances: they come before the organizations.
    alliances: usize,
    /// For each node of the story, the places of its edges in their list, in its order.
    edges_at: Vec<Vec<usize>>,
}

impl Adjacency {
    fn of(ecosystem: &Ecosystem, edges: &[Edge]) -> Self {
        let alliances = ecosystem.alliances.len();
        let mut edges_at = vec![Vec::new(); alliances + ecosystem.organizations.len()];
        for (place, edge) in edges.iter().enumerate() {
            edges_at[node_index(ecosystem, edge.from)].push(place);
            if edge.to != edge.from {
                edges_at[node_index(ecosystem, edge.to)].push(place);
            }
        }
        Self {
            alliances,
            edges_at,
        }
    }

    /// The edges of a list at a node, in the list's order.
    fn at<'a>(&self, node: NodeId, edges: &'a [Edge]) -> impl Iterator<Item = &'a Edge> {
        let index = match node {
            NodeId::Alliance(id) => id.index(),
            NodeId::Organization(id) => self.alliances + id.index(),
        };
        let places = self.edges_at.get(index).map_or(&[][..], Vec::as_slice);
        places.iter().map(|place| &edges[*place])
    }
}

impl Graph {
    /// The graph of a story: alliances first, then organizations, both in the
    /// order of the file; memberships, relations, listings.
    pub fn of(ecosystem: &Ecosystem) -> Self {
        let mut nodes: Vec<_> = ecosystem.alliances.ids().map(NodeId::Alliance).collect();
        nodes.extend(ecosystem.organizations.ids().map(NodeId::Organization));
        let mut edges: Vec<Edge> = Vec::new();
        for (index, it) in ecosystem.memberships.iter().enumerate() {
            for time in ecosystem.membership_times(it) {
                edges.push(Edge {
                    from: NodeId::Alliance(it.alliance),
                    to: NodeId::Organization(it.organization),
                    kind: EdgeKind::Membership(index),
                    time,
                    index: edges.len(),
                });
            }
        }
        for (index, it) in ecosystem.relations.iter().enumerate() {
            edges.push(Edge {
                from: NodeId::Organization(it.from),
                to: it.to,
                kind: EdgeKind::Relation(index),
                time: it.time(),
                index: edges.len(),
            });
        }
        for (id, organization) in ecosystem.organizations.iter() {
            for (index, listing) in organization.listings.iter().enumerate() {
                edges.push(Edge {
                    from: NodeId::Organization(ecosystem.lists[listing.list].authority),
                    to: NodeId::Organization(id),
                    kind: EdgeKind::Listing(index),
                    time: listing.time(),
                    index: edges.len(),
                });
            }
        }
        Self {
            adjacency: Adjacency::of(ecosystem, &edges),
            nodes,
            edges,
        }
    }

    /// Every node: alliances, then organizations.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// Every edge: memberships, relations, listings.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges at a node, in the order of all edges.
    pub fn edges_at(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        self.adjacency.at(node, &self.edges)
    }

    /// The alliances that an organization is ever said to be in, each once.
    pub fn alliances_of(&self, organization: OrganizationId) -> Vec<AllianceId> {
        let mut alliances = Vec::new();
        for edge in self.edges_at(NodeId::Organization(organization)) {
            if let (EdgeKind::Membership(_), NodeId::Alliance(alliance)) = (edge.kind, edge.from)
                && !alliances.contains(&alliance)
            {
                alliances.push(alliance);
            }
        }
        alliances
    }

    /// The alliances that an organization is in on a day, or from then on: those of the next
    /// membership that is not over, and of all that go on at the same time. None where all are
    /// over.
    pub fn alliances_from(&self, organization: OrganizationId, date: Date) -> Vec<AllianceId> {
        let edges = self.edges_at(NodeId::Organization(organization));
        let memberships = edges.filter(|edge| !edge.is_relation() && edge.time.last >= date);
        let mut memberships: Vec<_> = memberships.collect();
        // Those of one beginning stay in the order of the story.
        memberships.sort_by_key(|edge| edge.time.first);
        let mut alliances = Vec::new();
        for edge in &memberships {
            let goes_on = memberships[0].time.last >= edge.time.first;
            if let (true, NodeId::Alliance(alliance)) = (goes_on, edge.from)
                && !alliances.contains(&alliance)
            {
                alliances.push(alliance);
            }
        }
        alliances.sort_unstable();
        alliances
    }

    /// Whether an organization is ever in several alliances at once.
    pub fn is_ever_shared(&self, organization: OrganizationId) -> bool {
        let edges = self.edges_at(NodeId::Organization(organization));
        let memberships: Vec<_> = edges.filter(|edge| !edge.is_relation()).collect();
        let meet = |a: &Edge, b: &Edge| {
            a.from != b.from && a.time.first <= b.time.last && b.time.first <= a.time.last
        };
        let mut pairs = memberships.iter();
        pairs.any(|a| memberships.iter().any(|b| meet(a, b)))
    }
}

/// What a reader asked to see: a day, an account, with or without relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Query {
    /// The day whose graph is asked for.
    pub date: Date,
    /// Only the members that this account names.
    pub account: Option<AccountId>,
    /// With the relations, and the organizations that only they tie in.
    pub relations: bool,
}

/// The part of the graph that exists on a day, as one account or all tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slice {
    date: Date,
    account: Option<AccountId>,
    nodes: Vec<NodeId>,
    unnamed: Vec<NodeId>,
    edges: Vec<Edge>,
    adjacency: Adjacency,
}

impl Slice {
    /// What of the graph answers the query.
    ///
    /// An organization is there from its founding, an alliance from its announcement, each to its
    /// end; an edge on the days of its own time, while both its ends are there.
    /// Organizations that are in no alliance come with the relations. In a story of many, members
    /// are there while they are members: what nobody is in has no place in the picture.
    pub fn of(graph: &Graph, ecosystem: &Ecosystem, query: Query) -> Self {
        let is_of_many = ecosystem.is_of_many();
        let is_member = |node: NodeId| {
            let mut edges = graph.edges_at(node).filter(|edge| !edge.is_relation());
            edges.any(|edge| edge.time.contains(query.date))
        };
        let has_tie = |node: NodeId| {
            let mut ties = graph.edges_at(node);
            ties.any(|edge| edge.time.contains(query.date))
        };
        let exists = |node: &NodeId| match *node {
            NodeId::Alliance(id) => ecosystem.alliances[id].exists_at(query.date),
            NodeId::Organization(id) => {
                let is_shown = match graph.alliances_of(id).as_slice() {
                    [] if is_of_many => query.relations && has_tie(*node),
                    [] => query.relations,
                    _ if is_of_many => is_member(*node),
                    _ => true,
                };
                is_shown && ecosystem.organizations[id].exists_at(query.date)
            }
        };
        let mut nodes = graph.nodes.clone();
        nodes.retain(exists);
        // Nodes are listed in the order of their ids.
        let is_shown = |node: &NodeId| nodes.binary_search(node).is_ok();
        let told = |edge: &Edge| match (edge.kind, query.account) {
            (EdgeKind::Membership(index), Some(account)) => {
                ecosystem.memberships[index].is_named_by(account)
            }
            (EdgeKind::Membership(_), None) => true,
            (EdgeKind::Relation(_) | EdgeKind::Listing(_), _) => query.relations,
        };
        let mut edges = graph.edges.clone();
        edges.retain(|edge| {
            edge.time.contains(query.date) && is_shown(&edge.from) && is_shown(&edge.to)
        });
        let (edges, untold): (Vec<_>, Vec<_>) = edges.into_iter().partition(told);
        let adjacency = Adjacency::of(ecosystem, &edges);
        let untold = untold.iter().filter(|edge| !edge.is_relation());
        let mut unnamed: Vec<_> = untold.map(|edge| edge.to).collect();
        unnamed.sort_unstable();
        unnamed.dedup();
        unnamed.retain(|node| {
            let mut named = adjacency.at(*node, &edges).filter(|edge| edge.to == *node);
            named.all(Edge::is_relation)
        });
        Self {
            date: query.date,
            account: query.account,
            adjacency,
            nodes,
            unnamed,
            edges,
        }
    }

    /// The account that tells it; none where all do.
    pub const fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// The organizations that others name as members on the day, and this account does not.
    pub fn unnamed(&self) -> &[NodeId] {
        &self.unnamed
    }

    /// The day that it is the slice of.
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The nodes that exist.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// The edges that exist.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges that exist at a node.
    pub fn edges_at(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        self.adjacency.at(node, &self.edges)
    }

    /// Whether the node exists.
    pub fn has(&self, node: NodeId) -> bool {
        self.nodes.binary_search(&node).is_ok()
    }

    /// How many members an alliance has.
    pub fn member_count(&self, alliance: AllianceId) -> usize {
        let hub = NodeId::Alliance(alliance);
        let is_membership = |edge: &&Edge| matches!(edge.kind, EdgeKind::Membership(_));
        self.edges_at(hub).filter(is_membership).count()
    }

    /// The alliances that a node is in, in the order of the file.
    pub fn alliances_of(&self, node: NodeId) -> Vec<AllianceId> {
        let mut alliances = Vec::new();
        for edge in self.edges_at(node).filter(|edge| edge.to == node) {
            if let (EdgeKind::Membership(_), NodeId::Alliance(alliance)) = (edge.kind, edge.from) {
                alliances.push(alliance);
            }
        }
        alliances
    }

    /// The node and what is tied to it: its neighborhood, or ego network.
    pub fn neighborhood(&self, node: NodeId) -> Vec<NodeId> {
        let mut nodes = vec![node];
        for other in self.edges_at(node).map(|edge| edge.opposite(node)) {
            if !nodes.contains(&other) {
                nodes.push(other);
            }
        }
        nodes
    }
}

/// What an entry on a list is as a tie, where its list says so.
pub fn listing_tie(ecosystem: &Ecosystem, edge: &Edge) -> Option<TieId> {
    match (edge.kind, edge.to) {
        (EdgeKind::Listing(index), NodeId::Organization(id)) => {
            let listing = &ecosystem.organizations[id].listings[index];
            ecosystem.lists[listing.list].tie
        }
        _ => None,
    }
}

/// The place of a node in [`Graph::nodes`], which layouts are indexed by.
pub fn node_index(ecosystem: &Ecosystem, node: NodeId) -> usize {
    match node {
        NodeId::Alliance(id) => id.index(),
        NodeId::Organization(id) => ecosystem.alliances.len() + id.index(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::When;
    use crate::model::{Account, Alliance, Membership, Naming, Organization, Relation};

    fn day(day: i32) -> Date {
        Date::from_days(day)
    }

    fn membership(organization: usize, account: usize) -> Membership {
        Membership {
            organization: Id::from_index(organization),
            alliance: Id::from_index(0),
            named_by: vec![Naming {
                account: Id::from_index(account),
                sources: Vec::new(),
            }],
            ..Membership::default()
        }
    }

    /// One alliance from day 10 on, with a member by each of two accounts, and a
    /// relation from the first member to an outsider since day 5.
    fn story() -> Ecosystem {
        Ecosystem {
            accounts: vec![Account::default(); 2].into(),
            alliances: vec![Alliance {
                reported: When::from(day(10)),
                ..Alliance::default()
            }]
            .into(),
            organizations: vec![Organization::default(); 3].into(),
            memberships: vec![membership(0, 0), membership(1, 1)],
            relations: vec![Relation {
                from: Id::from_index(0),
                to: NodeId::Organization(Id::from_index(2)),
                when: When::from(day(5)),
                ..Relation::default()
            }],
            ..Ecosystem::default()
        }
    }

    /// How many nodes and edges a reader sees.
    fn counts(date: i32, account: Option<usize>, relations: bool) -> (usize, usize) {
        let (story, account) = (story(), account.map(Id::from_index));
        let query = Query {
            date: day(date),
            account,
            relations,
        };
        let slice = Slice::of(&Graph::of(&story), &story, query);
        (slice.nodes().len(), slice.edges().len())
    }

    #[test]
    fn an_alliance_comes_on_its_day_with_its_members() {
        assert_eq!(counts(9, None, false), (2, 0));
        assert_eq!(counts(10, None, false), (3, 2));
    }

    #[test]
    fn an_account_hides_ties_and_no_organization() {
        assert_eq!(counts(10, Some(0), false), (3, 1));
        assert_eq!(counts(10, Some(1), true), (4, 2));
    }

    #[test]
    fn outsiders_come_with_the_relations() {
        assert_eq!(counts(4, None, true), (3, 0));
        assert_eq!(counts(5, None, true), (3, 1));
    }

    #[test]
    fn edges_are_found_at_both_their_ends_and_nowhere_else() {
        let story = story();
        let graph = Graph::of(&story);
        for (index, edge) in graph.edges().iter().enumerate() {
            assert_eq!(edge.index, index);
        }
        for relations in [false, true] {
            let query = Query {
                date: day(10),
                account: Some(Id::from_index(1)),
                relations,
            };
            let slice = Slice::of(&graph, &story, query);
            for node in graph.nodes() {
                let touching = |edges: &[Edge]| {
                    let touching = edges.iter().copied().filter(|edge| edge.touches(*node));
                    touching.collect::<Vec<_>>()
                };
                let all: Vec<_> = graph.edges_at(*node).copied().collect();
                assert_eq!(all, touching(graph.edges()));
                let shown: Vec<_> = slice.edges_at(*node).copied().collect();
                assert_eq!(shown, touching(slice.edges()));
                assert_eq!(slice.has(*node), slice.nodes().contains(node));
            }
        }
        assert_eq!(Slice::default().edges_at(graph.nodes()[0]).count(), 0);
    }

    #[test]
    fn who_left_one_alliance_for_another_was_never_in_both() {
        let until = |day: i32, mut it: Membership| {
            it.until = Some(When::from(Date::from_days(day)));
            it
        };
        let from = |day: i32, mut it: Membership| {
            it.alliance = Id::from_index(1);
            it.from = Some(When::from(Date::from_days(day)));
            it
        };
        let mut story = story();
        story.alliances = vec![story.alliances[Id::from_index(0)].clone(); 2].into();
        let first = Id::from_index(0);
        let of = |second: i32| {
            let mut story = story.clone();
            story.memberships = vec![until(20, membership(0, 0)), from(second, membership(0, 0))];
            Graph::of(&story)
        };
        let moved = of(21);
        assert!(!moved.is_ever_shared(first));
        let alliances = |graph: &Graph, date| {
            let found = graph.alliances_from(first, day(date));
            found.into_iter().map(Id::index).collect::<Vec<_>>()
        };
        assert_eq!(alliances(&moved, 5), [0], "the first that comes");
        assert_eq!(alliances(&moved, 15), [0]);
        assert_eq!(alliances(&moved, 21), [1]);
        let both = of(20);
        assert!(both.is_ever_shared(first));
        assert_eq!(alliances(&both, 5), [0, 1]);
    }

    #[test]
    fn a_neighborhood_is_a_node_and_what_is_tied_to_it() {
        let story = story();
        let query = Query {
            date: day(10),
            account: None,
            relations: true,
        };
        let slice = Slice::of(&Graph::of(&story), &story, query);
        let organization = |index| NodeId::Organization(Id::from_index(index));
        let hub = NodeId::Alliance(Id::from_index(0));
        let around = |index| slice.neighborhood(organization(index));
        assert_eq!(around(0), [organization(0), hub, organization(2)]);
        assert_eq!(around(1), [organization(1), hub]);
    }
}
