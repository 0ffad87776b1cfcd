//! The benchmark of the layout where readers run it: a browser runs tests, not benchmarks, so
//! `cargo xtask bench` runs this one, which fails never and prints its times.

#![cfg(target_arch = "wasm32")]

#[path = "../benches/layout.rs"]
mod layout;
