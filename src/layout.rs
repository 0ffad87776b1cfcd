//! Where everything in the network stands: a pure function of a [`Request`].
//!
//! In order: every node gets a wished-for place (`seed`), names choose a side
//! of their node (`label`), nodes make room for each other (`relax`) and are
//! set apart for good (`separate`); then the alliances' titles are placed
//! (`title`), their fields outlined (`outline`) and the surrounding
//! organizations set above and below (`context`).
//!
//! Coordinates are logical: x grows from the inline start, and the caller
//! mirrors places (never glyphs) for right-to-left pages. Only `+ − × ÷ √` are
//! used, so that native code and wasm32 agree to the last bit.

mod advances;
mod body;
mod cast;
mod context;
mod label;
pub mod outline;
mod relax;
mod request;
pub mod route;
mod seed;
mod separate;
pub mod text;
mod title;
mod turn;

use crate::geometry::{Point, Rect, Size, Vec2};
use cast::Cast;
use outline::Outline;
pub use request::{Frame, NodeSpec, Request, Role};

/// The least distance of anything drawn from the frame, in scene units.
pub const MARGIN: f64 = 6.0;

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The picture's size; its width is the frame's.
    pub size: Size,
    /// One place a node, in the request's order. Nodes of the context have
    /// [`None`] when it is not shown.
    pub places: Vec<Option<Place>>,
    /// One field a hub, in the order of the hubs.
    pub fields: Vec<Field>,
}

/// Where a node and its name stand.
#[derive(Clone, Copy, Debug, PartialEq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelAlign {
    /// The inline start edge.
    Start,
    /// The middle.
    Middle,
    /// The inline end edge.
    End,
}

/// The region of an alliance.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The index of its hub in [`Request::nodes`].
    pub hub: usize,
    /// The smooth closed curve around all its members.
    pub outline: Outline,
}

/// Places everything that the request names.
pub fn place(request: &Request) -> Layout {
    let cast = Cast::of(request);
    let mut bodies = seed::bodies(request, &cast);
    label::choose(&mut bodies, &cast, request.frame);
    for _ in 0..2 {
        relax::relax(&mut bodies, &cast);
        label::choose(&mut bodies, &cast, request.frame);
    }
    relax::relax(&mut bodies, &cast);
    separate::separate(&mut bodies, request.frame);
    title::place(&mut bodies, &cast, request.frame);
    let mut fields = outline::fields(&bodies, &cast, request.frame);

    let mut places: Vec<Option<Place>> = vec![None; request.nodes.len()];
    for body in &bodies {
        places[body.node] = Some(body.place());
    }
    let core = extent(&places, &fields);
    let bands = context::bands(request, &places, core);
    let top = bands.iter().map(|(_, place)| top_of(place));
    let shift = MARGIN - top.fold(core.min.y, f64::min);
    for (node, place) in bands {
        places[node] = Some(place);
    }
    for place in places.iter_mut().flatten() {
        *place = place.translate(Vec2::new(0.0, shift));
    }
    for field in &mut fields {
        field.outline = field.outline.translate(Vec2::new(0.0, shift));
    }
    let height = extent(&places, &fields).max.y + MARGIN;
    Layout {
        size: Size::new(request.frame.width(), height),
        places,
        fields,
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

    fn translate(self, by: Vec2) -> Self {
        Self {
            center: self.center + by,
            label: self.label.translate(by),
            ..self
        }
    }
}

fn top_of(place: &Place) -> f64 {
    place.bounds().min.y
}

/// The smallest rectangle around everything; one point when there is nothing.
fn extent(places: &[Option<Place>], fields: &[Field]) -> Rect {
    let mut rects: Vec<Rect> = places.iter().flatten().map(Place::bounds).collect();
    rects.extend(fields.iter().map(|field| field.outline.bounds()));
    rects.into_iter().reduce(Rect::union).unwrap_or_default()
}
