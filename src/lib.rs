//! Tahaluf: who is allied with whom, who says so, and since when.

pub mod date;
pub mod document;
pub mod geometry;
pub mod graph;
pub mod locale;
pub mod model;
pub mod state;
