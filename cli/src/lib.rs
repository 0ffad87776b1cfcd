//! What Tahaluf does without a browser.

pub mod picture;
