//! How long a layout takes: `cargo bench --bench layout`; in a browser, as it is shipped,
//! through `tests/layout_time.rs`.

#[path = "../tests/request/story.rs"]
mod request;

use request::story;
use std::hint::black_box;
use tahaluf::geometry::Size;
use tahaluf::layout::{Frame, NodeSpec, Request, Role, place};

const BATCHES: usize = 15;
/// The length of a batch, in milliseconds: the browser's clock counts whole ones.
const BATCH_MS: f64 = 50.0;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    report_all();
}

/// In a browser the test runner calls this.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn bench() {
    report_all();
}

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn report_all() {
    report("the story, wide", &story(Frame::Wide));
    report("the story, tall", &story(Frame::Tall));
    report("150 nodes, wide", &large(Frame::Wide));
    report("150 nodes, tall", &large(Frame::Tall));
}

/// Prints the median of some batches, each as long as a coarse clock needs.
fn report(name: &str, request: &Request) {
    let mut times: Vec<f64> = (0..BATCHES).map(|_| batch(request)).collect();
    times.sort_by(f64::total_cmp);
    let median = times[BATCHES / 2];
    say(&format!(
        "{name}: {median:.2} ms, median of {BATCHES} batches"
    ));
}

/// The milliseconds that one layout takes, in a batch of them.
fn batch(request: &Request) -> f64 {
    let (start, mut runs) = (now_ms(), 0.0);
    loop {
        black_box(place(black_box(request)));
        runs += 1.0;
        let passed = now_ms() - start;
        if passed >= BATCH_MS {
            return passed / runs;
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn now_ms() -> f64 {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed().as_secs_f64() * 1000.0
}

#[cfg(target_arch = "wasm32")]
fn now_ms() -> f64 {
    js_sys::Date::now()
}

#[cfg(not(target_arch = "wasm32"))]
fn say(line: &str) {
    println!("{line}");
}

#[cfg(target_arch = "wasm32")]
fn say(line: &str) {
    wasm_bindgen_test::console_log!("{line}");
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
        nodes: (0..150).map(node).collect(),
    }
}
