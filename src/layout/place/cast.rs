//! Who plays which part.

use super::Request;
use crate::layout::Role;

/// The request's nodes sorted by role, members by the
/// alliances they are in.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    /// The request's index of each hub.
    pub(super) hubs: Vec<usize>,
    /// Members in the same alliances, in the order of first appearance.
    pub(super) groups: Vec<Group>,
}

/// Members of exactly the same alliances.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Places in [`Cast::hubs`], ascending; a member of none counts as the first hub's.
    pub(super) hubs: Vec<usize>,
    /// The request's indices of the members.
    pub(super) members: Vec<usize>,
}

impl Cast {
    pub(super) fn of(request: &Request) -> Self {
        let is_hub = |&node: &usize| request.nodes[node].role == Role::Hub;
        let hubs: Vec<usize> = (0..request.nodes.len()).filter(is_hub).collect();
        let mut groups: Vec<Group> = Vec::new();
        for (node, spec) in request.nodes.iter().enumerate() {
            let Role::Member { hubs: named } = &spec.role else {
                continue;
            };
            let mut own: Vec<usize> = (0..hubs.len())
                .filter(|&hub| named.contains(&hubs[hub]))
                .collect();
            if own.is_empty() {
                own.push(0);
            }
            match groups.iter_mut().find(|group| group.hubs == own) {
                Some(group) => group.members.push(node),
                None => groups.push(Group {
                    hubs: own,
                    members: vec![node],
                }),
            }
        }
        Self { hubs, groups }
    }

    /// The members that are in this alliance alone.
    pub(super) fn own(&self, hub: usize) -> &[usize] {
        self.members(&[hub])
    }

    /// The members of exactly these alliances.
    pub(super) fn members(&self, hubs: &[usize]) -> &[usize] {
        self.groups
            .iter()
            .find(|group| group.hubs == hubs)
            .map_or(&[], |group| &group.members)
    }
}
