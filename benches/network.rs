//! How long the network of a large story takes: `cargo bench --bench network`.
//!
//! A hover and a frame of a pan come many times a second, and must not cost what a new layout
//! or a new scene costs.

use std::hint::black_box;
use std::time::Instant;
use tahaluf::atlas::Atlas;
use tahaluf::camera::Camera;
use tahaluf::camera::gesture::Gesture;
use tahaluf::camera::lens::Lens;
use tahaluf::geometry::{Point, Rect, Vec2};
use tahaluf::graph::Slice;
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::model::Ecosystem;
use tahaluf::scene::highlight::Highlight;
use tahaluf::scene::network::{self, NetworkScene};
use tahaluf::state::{Action, State};

#[path = "../tests/support/large.rs"]
mod large;

fn main() {
    let story = large::three_hundred().to_string();
    let atlas = Atlas::from_json(story.as_bytes()).unwrap_or_else(|it| panic!("{it:?}"));
    let story = atlas.ecosystem();
    let state = State::opening(story, Locale::Ar).apply(Action::ShowRelations(true));
    let slice = Slice::of(atlas.graph(), story, state.query());
    println!(
        "{} nodes, {} edges",
        slice.nodes().len(),
        slice.edges().len()
    );

    let layout = atlas.layout(Frame::Wide, true);
    let scene = || network::of(&atlas, &layout, &slice, state.locale, "");
    report("routes of the edges", || atlas.layout(Frame::Wide, true));
    report("a scene", scene);

    let marks = scene();
    let mut nodes = slice.nodes().iter().cycle();
    report("a hover", || {
        hover(story, &slice, &state, &marks, nodes.next())
    });

    let middle = Point::new(layout.size.width / 2.0, layout.size.height / 2.0);
    let lens = Lens {
        camera: Camera::fitted(layout.size).zoomed_about(middle, 4.0, layout.size),
        scene: layout.size,
        direction: state.locale.direction(),
    };
    let drawing = Rect::new(Point::default(), Point::new(1280.0, 720.0));
    let gesture = Gesture {
        by: Vec2::new(3.0, -2.0),
        factor: 1.0,
        about: Point::new(640.0, 360.0),
    };
    report("a frame of a pan", || {
        let camera = lens.moved(black_box(gesture), drawing);
        Lens { camera, ..lens }.view_box()
    });
}

/// What stands out while a node is previewed, of all marks.
fn hover(
    story: &Ecosystem,
    slice: &Slice,
    state: &State,
    marks: &NetworkScene,
    node: Option<&tahaluf::model::id::NodeId>,
) -> usize {
    let highlight = Highlight::of(story, slice, state.choice(), node.copied());
    let nodes = marks.nodes.iter().map(|mark| highlight.node(mark.node));
    let edges = marks.edges.iter().map(|mark| highlight.edge(mark.index));
    nodes
        .chain(edges)
        .filter(|emphasis| *emphasis == network::Emphasis::Strong)
        .count()
}

/// Prints how long something takes: the median of some runs, in microseconds.
fn report<T>(name: &str, mut run: impl FnMut() -> T) {
    let mut times: Vec<f64> = (0..101)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{name}: {:.1} µs, median of {} runs",
        times[50],
        times.len()
    );
}
