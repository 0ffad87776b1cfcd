//! Tahaluf: who is allied with whom, who says so, and since when.

pub mod date;
pub mod geometry;
pub mod locale;
