//! What Tahaluf does without a browser.

pub mod pack;
#[cfg(feature = "pictures")]
pub mod picture;
