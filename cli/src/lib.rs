//! What Tahaluf does without a browser.

#[cfg(feature = "pictures")]
pub mod picture;
