//! What every picture of the network must be: readable and inside its frame.

#![cfg(not(target_arch = "wasm32"))]

#[path = "request/story.rs"]
mod request;

use proptest::collection::vec;
use proptest::prelude::*;
use request::{placed, story};
use tahaluf::geometry::{Point, Rect, Size, Vec2};
use tahaluf::layout::outline::Outline;
use tahaluf::layout::{Frame, MARGIN, NodeSpec, Place, Placement, Request, Role, place, route};

const FRAMES: [Frame; 2] = [Frame::Wide, Frame::Tall];

/// The story in both frames, without and with what is around the alliances.
fn variants() -> impl Iterator<Item = (Request, Placement)> {
    FRAMES.into_iter().flat_map(|frame| {
        let request = story(frame);
        [false, true].map(|context| (request.clone(), placed(&request, context)))
    })
}

fn shown(layout: &Placement) -> impl Iterator<Item = (usize, Place)> + Clone {
    let places = layout.places.iter().enumerate();
    places.filter_map(|(at, place)| place.map(|place| (at, place)))
}

/// Every pair of a hub and one of its members.
fn memberships(request: &Request) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, node) in request.nodes.iter().enumerate() {
        if let Role::Member { hubs } = &node.role {
            pairs.extend(hubs.iter().map(|&hub| (hub, at)));
        }
    }
    pairs
}

/// Places all along an outline as it is drawn.
fn drawn(outline: &Outline) -> Vec<Point> {
    let mut points = Vec::new();
    let mut start = outline.start;
    for &[control, end] in &outline.curves {
        let curve = route::Curve {
            start,
            control,
            end,
        };
        points.extend((0..8).map(|step| curve.at(f64::from(step) / 8.0)));
        start = end;
    }
    points
}

/// Nothing on top of anything, nothing outside.
fn assert_readable(layout: &Placement) {
    let frame = Rect::new(
        Point::default(),
        Point::new(layout.size.width, layout.size.height),
    )
    .inflate(0.001 - MARGIN);
    for (at, place) in shown(layout) {
        let bounds = place.bounds();
        assert!(frame.contains(bounds.min), "node {at} inside: {place:?}");
        assert!(frame.contains(bounds.max), "node {at} inside: {place:?}");
        assert!(
            !place.keepout().overlaps(place.label),
            "node {at} off its name"
        );
        for (other, next) in shown(layout).skip_while(|&(other, _)| other <= at) {
            for one in [place.keepout(), place.label] {
                for two in [next.keepout(), next.label] {
                    assert!(!one.overlaps(two), "{at} {place:?} on {other} {next:?}");
                }
            }
        }
    }
    for field in &layout.fields {
        for point in drawn(&field.outline) {
            assert!(frame.contains(point), "{point:?} of a field inside");
        }
    }
}

#[test]
fn the_story_is_readable() {
    for (_, layout) in variants() {
        assert_readable(&layout);
    }
}

#[test]
fn the_story_has_the_size_of_a_screen() {
    let height = |frame| placed(&story(frame), false).size.height;
    let (wide, tall) = (height(Frame::Wide), height(Frame::Tall));
    assert!((480.0..580.0).contains(&wide), "wide: {wide}");
    assert!((340.0..400.0).contains(&tall), "tall: {tall}");
}

#[test]
fn memberships_of_the_story_run_clear_of_nodes_and_names() {
    for (request, layout) in variants() {
        for (hub, member) in memberships(&request) {
            let curve = route::membership(&layout, hub, member).expect("both are shown");
            for (at, place) in shown(&layout) {
                assert!(
                    curve.is_clear_of(place.label),
                    "{hub}–{member} through the name of {at}"
                );
                assert!(
                    at == hub || at == member || curve.is_clear_of(place.keepout()),
                    "{hub}–{member} through {at}"
                );
            }
        }
    }
}

/// Whether the polygon of the outline's points, which lies inside it, holds a place.
fn holds(outline: &Outline, point: Point) -> bool {
    let mut from = outline.start;
    outline.curves.iter().all(|&[_, end]| {
        let inside = (end - from).quarter_turn().dot(point - from) >= 0.0;
        from = end;
        inside
    })
}

#[test]
fn fields_hold_their_members_and_nobody_else() {
    for (request, layout) in variants() {
        for field in &layout.fields {
            for (at, place) in shown(&layout) {
                let bounds = place.label;
                let is_in = match &request.nodes[at].role {
                    Role::Hub => at == field.hub,
                    Role::Member { hubs } => hubs.contains(&field.hub),
                    Role::Context { .. } => false,
                };
                if is_in {
                    let corners = [bounds.min, bounds.max, place.center];
                    let inside = corners.iter().all(|&corner| holds(&field.outline, corner));
                    assert!(inside, "{at} in the field of {}", field.hub);
                } else {
                    let clear = [bounds, place.keepout()]
                        .iter()
                        .all(|&rect| field.outline.is_clear_of(rect));
                    assert!(clear, "{at} outside the field of {}", field.hub);
                }
            }
        }
    }
}

#[test]
fn context_moves_everything_else_by_one_shift() {
    for frame in FRAMES {
        let [without, with] = [false, true].map(|context| placed(&story(frame), context));
        let shift = |at: usize| {
            let places = (with.places[at], without.places[at]);
            let (Some(with), Some(without)) = places else {
                panic!("node {at} is shown")
            };
            with.center - without.center
        };
        let by = shift(0);
        assert!(by.x.abs() < 1e-9, "{frame:?}: no shift along x");
        for (at, _) in shown(&without) {
            let apart = shift(at) + Vec2::new(0.0, -by.y);
            assert!(apart.length() < 1e-9, "{frame:?}: {at} moved on its own");
        }
    }
}

#[test]
fn the_first_shared_member_stands_between_the_alliances() {
    let layout = placed(&story(Frame::Wide), false);
    let y = |at: usize| layout.places[at].expect("shown").center.y;
    assert!((y(9) - y(0)).abs() < 1.0, "StepFun is on the hubs' line");
}

#[test]
fn nothing_at_all_is_a_picture_too() {
    for frame in FRAMES {
        let request = Request {
            frame,
            nodes: Vec::new(),
        };
        assert_eq!(place(&request).size, Size::new(frame.width(), MARGIN));
    }
}

prop_compose! {
    fn any_spec(hubs: usize)(
        named in vec(0..hubs, 1..3),
        kind in 0..8_u8,
        ring in any::<bool>(),
        width in 20.0..160.0,
        lines in 1..3_u8,
        neighbor in 0..hubs,
    ) -> NodeSpec {
        let role = match kind {
            0 => Role::Context { above: ring, neighbors: vec![neighbor] },
            _ => Role::Member { hubs: named },
        };
        NodeSpec {
            role,
            radius: 13.0,
            reach: if ring { 21.0 } else { 13.0 },
            label: Size::new(width, 20.0 * f64::from(lines)),
        }
    }
}

fn any_request() -> impl Strategy<Value = Request> {
    let frame = prop_oneof![Just(Frame::Wide), Just(Frame::Tall)];
    (frame, 1..5_usize).prop_flat_map(|(frame, hubs)| {
        let titles = vec(60.0..200.0, hubs);
        (titles, vec(any_spec(hubs), 0..31)).prop_map(move |(titles, others)| {
            let hub = |&width: &f64| NodeSpec {
                role: Role::Hub,
                radius: 28.0,
                reach: 28.0,
                label: Size::new(width, 44.0),
            };
            let nodes = titles.iter().map(hub).chain(others).collect();
            Request { frame, nodes }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_picture_is_readable(request in any_request(), context in any::<bool>()) {
        assert_readable(&placed(&request, context));
    }
}
