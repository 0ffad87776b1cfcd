//! What is moved about while the layout is found: a node and its name as one.

use super::{LabelAlign, LabelSide, NodeSpec, Place, Request, Role};
use crate::geometry::{Point, Rect, Size, Vec2};

/// The air between a node and its name.
pub(super) const NAME_GAP: f64 = 3.0;

/// How far a name that is set to one side still reaches past its node's middle.
const OVERHANG: f64 = 12.0;

/// A node with its name.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// The node's index in the request.
    pub(super) node: usize,
    /// Its alliances, as indices of bodies; empty for a hub.
    pub(super) hubs: Vec<usize>,
    pub(super) is_hub: bool,
    pub(super) center: Point,
    /// Where it would stand if it were alone.
    pub(super) home: Point,
    /// What it may not leave.
    pub(super) zone: Rect,
    pub(super) radius: f64,
    pub(super) reach: f64,
    pub(super) size: Size,
    /// The name's box, relative to the center; [`None`] for a title not placed yet.
    pub(super) label: Option<Rect>,
    pub(super) side: LabelSide,
    pub(super) align: LabelAlign,
}

impl Body {
    /// A body that stands at its home, without a zone and without its name.
    pub(super) fn new(node: usize, spec: &NodeSpec, home: Point) -> Self {
        Self {
            node,
            hubs: Vec::new(),
            is_hub: spec.role == Role::Hub,
            center: home,
            home,
            zone: Rect::default(),
            radius: spec.radius,
            reach: spec.reach,
            size: spec.label,
            label: None,
            side: LabelSide::Below,
            align: LabelAlign::Middle,
        }
    }

    /// Sets the name to this side.
    pub(super) fn set_label(&mut self, side: LabelSide, align: LabelAlign) {
        self.side = side;
        self.align = align;
        self.label = Some(label_box(self.size, self.reach, side, align));
    }

    /// What others must keep out of: the node, and its name.
    pub(super) fn shapes(&self) -> impl Iterator<Item = Rect> + Clone + use<> {
        let node = Rect::centered(self.center, Size::new(2.0 * self.reach, 2.0 * self.reach));
        [Some(node), self.label_rect()].into_iter().flatten()
    }

    /// The name's box where it stands.
    pub(super) fn label_rect(&self) -> Option<Rect> {
        let from_origin = self.center - Point::default();
        self.label.map(|label| label.translate(from_origin))
    }

    /// The smallest rectangle around its shapes.
    pub(super) fn bounds(&self) -> Rect {
        self.shapes().reduce(Rect::union).unwrap_or_default()
    }

    /// The shift that brings it back into its zone; where it does not fit, into
    /// the middle.
    pub(super) fn homing(&self) -> Vec2 {
        let (bounds, zone) = (self.bounds(), self.zone);
        Vec2::new(
            inward(bounds.min.x, bounds.max.x, zone.min.x, zone.max.x),
            inward(bounds.min.y, bounds.max.y, zone.min.y, zone.max.y),
        )
    }

    pub(super) fn place(&self) -> Place {
        Place {
            center: self.center,
            radius: self.radius,
            reach: self.reach,
            label: self
                .label_rect()
                .unwrap_or(Rect::new(self.center, self.center)),
            side: self.side,
            align: self.align,
        }
    }
}

/// A name's box beside a node that stands at the origin.
pub(super) fn label_box(size: Size, reach: f64, side: LabelSide, align: LabelAlign) -> Rect {
    let half = Vec2::new(size.width / 2.0, size.height / 2.0);
    let across = match align {
        LabelAlign::Middle => 0.0,
        LabelAlign::Start => (half.x - OVERHANG).max(0.0),
        LabelAlign::End => (OVERHANG - half.x).min(0.0),
    };
    let out = reach + NAME_GAP;
    let middle = match side {
        LabelSide::Above => Point::new(across, -out - half.y),
        LabelSide::Below => Point::new(across, out + half.y),
        LabelSide::Start => Point::new(-out - half.x, 0.0),
        LabelSide::End => Point::new(out + half.x, 0.0),
    };
    Rect::centered(middle, size)
}

/// How far the span from `min` to `max` must move to lie between `low` and `high`.
fn inward(min: f64, max: f64, low: f64, high: f64) -> f64 {
    if max - min > high - low {
        f64::midpoint(low, high) - f64::midpoint(min, max)
    } else {
        (low - min).max(0.0) + (high - max).min(0.0)
    }
}

/// Who plays which part: the request's nodes sorted by role, members by the
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
