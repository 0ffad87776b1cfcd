//! A layout as a pure function of a [`Request`].
//!
//! In order: every node gets a wished-for place (`seed`), names choose a side
//! of their node (`label`), nodes make room for each other (`relax`) and are
//! set apart for good (`separate`); then the alliances' titles are placed
//! (`title`), their fields outlined (`field`) and the surrounding
//! organizations set above and below (`context`). All of it is then brought to
//! the grid of what is drawn, and to the top of the picture (`Placement::settle`).
//!
//! Only `+ − × ÷ √` are used, so that native code and wasm32 agree to the last
//! bit.

mod body;
mod cast;
mod context;
mod label;
mod relax;
mod request;
mod seed;
mod separate;
mod title;
mod turn;
mod zones;

use super::{Field, Place, Placement, field};
use crate::geometry::Size;
use body::Body;
use cast::Cast;
pub use request::{NodeSpec, Request, Role};
pub use zones::{MARK, REACH, StaySpec, ZonesRequest, place_zones};

/// Places everything that the request names.
pub fn place(request: &Request) -> Placement {
    let cast = Cast::of(request);
    let mut bodies = seed::bodies(request, &cast);
    label::choose(&mut bodies, &cast, request.frame);
    for _ in 0..2 {
        relax::relax(&mut bodies, &cast, request.frame);
        label::choose(&mut bodies, &cast, request.frame);
    }
    relax::relax(&mut bodies, &cast, request.frame);
    separate::separate(&mut bodies, request.frame);
    title::place(&mut bodies, &cast, request.frame);
    let mut placement = Placement {
        size: Size::new(request.frame.width(), 0.0),
        places: vec![None; request.nodes.len()],
        fields: fields(&bodies, &cast, request.frame.width()),
        zones: None,
    };
    for body in &bodies {
        placement.places[body.node] = Some(body.place());
    }
    for (node, place) in context::bands(request, &placement.places, placement.extent()) {
        placement.places[node] = Some(place);
    }
    // Before anything is moved: where two met, they still only meet.
    placement.bring_to_grid(0.0);
    placement.settle();
    placement
}

/// The field of every hub, around all its members.
fn fields(bodies: &[Body], cast: &Cast, width: f64) -> Vec<Field> {
    let places: Vec<Place> = bodies.iter().map(Body::place).collect();
    let hubs = cast.hubs.iter().enumerate();
    let field = |(hub, &node): (usize, &usize)| {
        let holds = |at: &usize| *at == hub || bodies[*at].hubs.contains(&hub);
        let (inside, outside): (Vec<_>, Vec<_>) = (0..bodies.len()).partition(holds);
        let of = |bodies: &[usize]| bodies.iter().map(|&at| places[at]).collect::<Vec<_>>();
        Field {
            hub: node,
            outline: field::around(&of(&inside), &of(&outside), width),
        }
    };
    hubs.map(field).collect()
}
