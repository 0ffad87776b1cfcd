//! Where everything in the network stands.
//!
//! Coordinates are logical: x grows from the inline start, and the caller
//! mirrors places (never glyphs) for right-to-left pages. All of them are on the
//! grid of what is drawn.
//!
//! [`place()`] finds a [`Placement`]; whoever has it from an edition has no need of it. Its edges
//! are routed between what stands there, and both together are a [`Layout`].

mod advances;
mod compass;
#[cfg(test)]
pub(crate) mod effort;
pub mod field;
mod frame;
pub mod outline;
#[cfg(feature = "studio")]
mod place;
pub mod route;
pub mod text;
pub mod zones;

use crate::date::Date;
use crate::geometry::{Point, Rect, Size};
pub use frame::Frame;
use outline::Outline;
#[cfg(feature = "studio")]
pub use place::{MARK, NodeSpec, REACH, Request, Role, StaySpec, ZonesRequest, place, place_zones};
use route::Curve;
pub use route::EdgeSpec;
use serde::{Deserialize, Serialize};
use zones::Zones;

/// The least distance of anything drawn from the frame, in scene units.
pub const MARGIN: f64 = 6.0;

/// Where the nodes stand, before their edges are routed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// The picture's size; its width is the frame's.
    pub size: Size,
    /// One place a node, in the order in which they were asked for; [`None`] for those that were
    /// [left out](Self::only).
    pub places: Vec<Option<Place>>,
    /// One field a hub, in the order of the hubs.
    pub fields: Vec<Field>,
    /// The zones of a picture of many members; none where members stand round their hubs. What
    /// stands in them has its places there, each for a time.
    pub zones: Option<Zones>,
}

/// Where everything stands: a [`Placement`] with the routes of its edges.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The shape of the picture.
    pub frame: Frame,
    /// The picture's size; its width is the frame's.
    pub size: Size,
    /// One place a node, in the order in which they were asked for; [`None`] for those that are
    /// not shown.
    pub places: Vec<Option<Place>>,
    /// One field a hub, in the order of the hubs.
    pub fields: Vec<Field>,
    /// The zones of a picture of many members.
    pub zones: Option<Zones>,
    /// One route an edge, in the order in which they were asked for; [`None`] where one of its
    /// nodes is not shown.
    pub edges: Vec<Option<Curve>>,
}

/// Where a node and its name stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The node's middle.
    pub center: Point,
    /// The radius at which its edges end.
    pub radius: f64,
    /// The radius kept free around it.
    pub reach: f64,
    /// The name's box.
    pub label: Rect,
    /// The side of the node that the box is on.
    pub side: LabelSide,
    /// Where a text narrower than its box stands in it.
    pub align: LabelAlign,
}

/// The side of its node that a name stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LabelSide {
    /// Above the node.
    Above,
    /// Below the node.
    Below,
    /// Before the node, at its inline start.
    Start,
    /// After the node, at its inline end.
    End,
}

/// The part of its box that a name is set against: the one next to its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LabelAlign {
    /// The inline start edge.
    Start,
    /// The middle.
    Middle,
    /// The inline end edge.
    End,
}

/// The region of an alliance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// The index of its hub among the places.
    pub hub: usize,
    /// The smooth closed curve around all its members.
    pub outline: Outline,
}

impl Layout {
    /// Where a node stands on a day: in a picture of zones, members have a place for each time.
    pub fn place(&self, node: usize, date: Date) -> Option<&Place> {
        let in_zone = self
            .zones
            .as_ref()
            .and_then(|zones| zones.place(node, date));
        in_zone.or_else(|| self.places[node].as_ref())
    }

    /// The smallest rectangle around nodes, names and fields; one point when there is nothing.
    pub fn extent(&self) -> Rect {
        extent(&self.places, &self.fields)
    }
}

impl Placement {
    /// With routes for edges between its nodes.
    ///
    /// # Panics
    ///
    /// If an edge's node is not among the places.
    pub fn routed(self, frame: Frame, edges: &[EdgeSpec]) -> Layout {
        Layout {
            edges: route::routes(&self, edges),
            frame,
            size: self.size,
            places: self.places,
            fields: self.fields,
            zones: self.zones,
        }
    }

    /// The placement without the nodes that are not kept, moved along y to where the whole began.
    #[must_use]
    pub fn only(&self, keeps: impl Fn(usize) -> bool) -> Self {
        let mut rest = self.clone();
        for (node, place) in rest.places.iter_mut().enumerate() {
            if !keeps(node) {
                *place = None;
            }
        }
        rest.settle();
        rest
    }

    /// The smallest rectangle around everything; one point when there is nothing.
    fn extent(&self) -> Rect {
        let all = extent(&self.places, &self.fields);
        let zones = self.zones.as_ref().and_then(Zones::extent);
        zones.map_or(all, |zones| all.union(zones))
    }

    /// Moves everything to the top of a picture that is as high as it needs.
    fn settle(&mut self) {
        self.bring_to_grid(up_to_grid(MARGIN - self.extent().min.y));
        self.size.height = up_to_grid(self.extent().max.y + MARGIN);
    }

    /// Brings everything to the grid, after a move along y.
    fn bring_to_grid(&mut self, by: f64) {
        let to = |point: Point| Point::new(on_grid(point.x), on_grid(point.y + by));
        for place in self.places.iter_mut().flatten() {
            *place = place.map(to);
        }
        for field in &mut self.fields {
            field.outline = field.outline.map(to);
        }
        if let Some(zones) = &mut self.zones {
            zones.map(to);
        }
    }
}

/// The smallest rectangle around places and fields; one point when there are none.
fn extent(places: &[Option<Place>], fields: &[Field]) -> Rect {
    let places = places.iter().flatten().map(Place::bounds);
    let fields = fields.iter().map(|field| field.outline.bounds());
    places.chain(fields).reduce(Rect::union).unwrap_or_default()
}

/// The steps of the grid in a scene unit: paths are drawn as finely (`scene::path`).
pub const GRID: f64 = 10.0;

/// The number on the grid that is nearest.
fn on_grid(number: f64) -> f64 {
    (number * GRID).round() / GRID
}

/// The least number on the grid that is not less, but for what arithmetic loses: where a curve
/// turns back lies between the places of the grid.
fn up_to_grid(number: f64) -> f64 {
    let nearest = on_grid(number);
    if nearest < number - 1e-6 {
        nearest + 1.0 / GRID
    } else {
        nearest
    }
}

impl Place {
    /// The smallest rectangle around the node's reach and its name.
    pub fn bounds(&self) -> Rect {
        self.keepout().union(self.label)
    }

    /// The square that the node's reach fills.
    pub fn keepout(&self) -> Rect {
        let side = 2.0 * self.reach;
        Rect::centered(self.center, Size::new(side, side))
    }

    /// With its points where a function has them.
    fn map(self, to: impl Fn(Point) -> Point) -> Self {
        Self {
            center: to(self.center),
            label: Rect::new(to(self.label.min), to(self.label.max)),
            ..self
        }
    }
}
