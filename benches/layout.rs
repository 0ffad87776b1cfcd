//! How long a layout takes: `cargo bench`.

#[path = "../tests/request/story.rs"]
mod request;

use request::story;
use std::hint::black_box;
use std::time::{Duration, Instant};
use tahaluf::geometry::Size;
use tahaluf::layout::{Frame, NodeSpec, Request, Role, place};

const RUNS: usize = 31;

fn main() {
    report("the story, wide", &story(Frame::Wide, true));
    report("the story, tall", &story(Frame::Tall, true));
    report("150 nodes, wide", &large(Frame::Wide));
    report("150 nodes, tall", &large(Frame::Tall));
}

/// Prints the median of some runs.
fn report(name: &str, request: &Request) {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| time(request)).collect();
    times.sort();
    let median = times[RUNS / 2].as_secs_f64() * 1000.0;
    println!("{name}: {median:.2} ms, median of {RUNS}");
}

fn time(request: &Request) -> Duration {
    let start = Instant::now();
    black_box(place(black_box(request)));
    start.elapsed()
}

/// Four alliances and 146 members, some in two of them.
fn large(frame: Frame) -> Request {
    let node = |at: usize| {
        let role = match at {
            0..4 => Role::Hub,
            _ if at.is_multiple_of(5) => Role::Member {
                hubs: vec![at % 4, (at + 1) % 4],
            },
            _ => Role::Member { hubs: vec![at % 4] },
        };
        NodeSpec {
            role,
            radius: 13.0,
            reach: 13.0,
            label: Size::new([48.0, 64.0, 96.0][at % 3], 20.0),
        }
    };
    Request {
        frame,
        with_context: false,
        nodes: (0..150).map(node).collect(),
    }
}
