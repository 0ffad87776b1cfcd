//! What Tahaluf does without a browser.

pub mod pack;
pub mod picture;
