//! The same picture wherever it is computed: the prerendered page and the
//! browser must agree to the last bit of every coordinate.

#[path = "request/story.rs"]
mod request;

use request::{placed, story};
use tahaluf::geometry::Point;
use tahaluf::layout::{Frame, Placement, Request, Role, route};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// FNV-1a of all coordinates, for each frame without and with the context. A
/// changed picture changes them; the same picture never does, on any platform.
const HASHES: [(Frame, bool, u64); 4] = [
    (Frame::Wide, false, 0xefb4_426f_0597_cf5a),
    (Frame::Wide, true, 0xd7a1_23cc_4e21_1efb),
    (Frame::Tall, false, 0x9e56_ddc7_e683_7df2),
    (Frame::Tall, true, 0x6bd7_0903_2064_76ab),
];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_story_is_the_same_to_the_bit() {
    for (frame, with_context, expected) in HASHES {
        let request = story(frame);
        let found = hash(&request, &placed(&request, with_context));
        assert_eq!(
            found, expected,
            "{frame:?}, context {with_context}: {found:#018x}"
        );
    }
}

/// Fowler, Noll and Vo's hash, variant 1a, 64 bits.
fn hash(request: &Request, layout: &Placement) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut take = |number: f64| {
        for byte in number.to_bits().to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    take(layout.size.width);
    take(layout.size.height);
    for point in points(request, layout) {
        take(point.x);
        take(point.y);
    }
    hash
}

/// Every point of the picture: places, names, outlines and edges.
fn points(request: &Request, layout: &Placement) -> Vec<Point> {
    let mut points = Vec::new();
    for place in layout.places.iter().flatten() {
        points.extend([place.center, place.label.min, place.label.max]);
    }
    for field in &layout.fields {
        points.push(field.outline.start);
        points.extend(field.outline.curves.iter().flatten());
    }
    for (node, spec) in request.nodes.iter().enumerate() {
        let curves: Vec<_> = match &spec.role {
            Role::Hub => Vec::new(),
            Role::Member { hubs } => {
                let edge = |&hub: &usize| route::membership(layout, hub, node);
                hubs.iter().filter_map(edge).collect()
            }
            Role::Context { neighbors, .. } => {
                let pairs: Vec<_> = neighbors.iter().map(|&other| (node, other)).collect();
                let slots = route::slots(&pairs).into_iter().zip(&pairs);
                slots
                    .filter_map(|(slot, &(from, to))| route::relation(layout, from, to, slot))
                    .collect()
            }
        };
        for curve in curves {
            points.extend([curve.start, curve.control, curve.end]);
        }
    }
    points
}
