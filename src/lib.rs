//! Tahaluf: who is allied with whom, who says so, and since when.

pub mod atlas;
pub mod camera;
pub mod date;
pub mod document;
#[cfg(feature = "studio")]
pub mod drawing;
pub mod edition;
#[cfg(feature = "studio")]
pub mod export;
pub mod geometry;
pub mod graph;
pub mod keymap;
pub mod layout;
#[cfg(feature = "studio")]
pub mod lectern;
pub mod locale;
pub mod markup;
pub mod model;
pub mod permalink;
pub mod platform;
pub mod scene;
#[cfg(feature = "studio")]
pub mod share;
pub mod state;
pub mod timeline;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod ui;
