//! What is moved about while the layout is found: a node and its name as one.

use super::NodeSpec;
use crate::geometry::{Point, Rect, Size, Vec2};
use crate::layout::{Frame, LabelAlign, LabelSide, MARGIN, Place};

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
    /// The smallest rectangle around node and name, relative to the center.
    outer: Rect,
    pub(super) side: LabelSide,
    pub(super) align: LabelAlign,
}

impl Body {
    /// A body that stands at its home, without its name.
    pub(super) fn new(
        node: usize,
        spec: &NodeSpec,
        hubs: &[usize],
        home: Point,
        zone: Rect,
    ) -> Self {
        Self {
            node,
            hubs: hubs.to_vec(),
            center: home,
            home,
            zone,
            radius: spec.radius,
            reach: spec.reach,
            size: spec.label,
            label: None,
            outer: square(spec.reach),
            side: LabelSide::Below,
            align: LabelAlign::Middle,
        }
    }

    /// Sets the name to this side.
    pub(super) fn set_label(&mut self, side: LabelSide, align: LabelAlign) {
        let label = label_box(self.size, self.reach, side, align);
        self.align = align;
        self.set_box(side, label);
    }

    /// Sets the name into this box, relative to the center.
    pub(super) fn set_box(&mut self, side: LabelSide, label: Rect) {
        self.side = side;
        self.label = Some(label);
        self.outer = square(self.reach).union(label);
    }

    /// What others must keep out of: the node, and its name.
    pub(super) fn shapes(&self) -> impl Iterator<Item = Rect> + Clone + use<> {
        let node = square(self.reach).translate(self.center - Point::default());
        [Some(node), self.label_rect()].into_iter().flatten()
    }

    /// The name's box where it stands.
    pub(super) fn label_rect(&self) -> Option<Rect> {
        let from_origin = self.center - Point::default();
        self.label.map(|label| label.translate(from_origin))
    }

    /// The smallest rectangle around its shapes.
    pub(super) fn bounds(&self) -> Rect {
        self.outer.translate(self.center - Point::default())
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

/// The square around a node that stands at the origin.
fn square(reach: f64) -> Rect {
    Rect::centered(Point::default(), Size::new(2.0 * reach, 2.0 * reach))
}

/// A name's box beside a node that stands at the origin.
pub(super) fn label_box(text: Size, reach: f64, side: LabelSide, align: LabelAlign) -> Rect {
    let half = Vec2::new(text.width / 2.0, text.height / 2.0);
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
    Rect::centered(middle, text)
}

/// How far the span from `min` to `max` must move to lie between `low` and `high`.
fn inward(min: f64, max: f64, low: f64, high: f64) -> f64 {
    if max - min > high - low {
        f64::midpoint(low, high) - f64::midpoint(min, max)
    } else {
        (low - min).max(0.0) + (high - max).min(0.0)
    }
}

/// The shift along x that brings a rectangle into its zone; into the frame, where
/// the zone is too narrow for it.
pub(super) fn sideways(rect: Rect, zone: Rect, frame: Frame) -> f64 {
    let zoned = inward(rect.min.x, rect.max.x, zone.min.x, zone.max.x);
    let (min, max) = (rect.min.x + zoned, rect.max.x + zoned);
    zoned + inward(min, max, MARGIN, frame.width() - MARGIN)
}
