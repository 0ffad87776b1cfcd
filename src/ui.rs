//! The page, in Yew: components that read a scene and write markup.
//!
//! Nothing is decided here that a pure function could decide.

mod app;
#[cfg(feature = "studio")]
mod broken;
mod classes;
mod context;
mod controls;
mod details;
mod element;
mod embed;
mod hooks;
mod input;
mod legend;
mod network;
#[cfg(feature = "studio")]
mod page;
mod part;
#[cfg(feature = "ssr")]
mod record;
#[cfg(feature = "studio")]
mod share;
#[cfg(feature = "studio")]
mod sheet;
#[cfg(feature = "studio")]
mod stage;
#[cfg(feature = "ssr")]
pub mod still;
mod store;
#[cfg(feature = "studio")]
mod story;
mod strip;
mod table;
mod timeline;
mod toolbar;
mod tour;
mod widths;

pub use app::{App, AppProps};
pub use context::{SharedAtlas, carried};
#[cfg(feature = "studio")]
pub use page::{Page, PageProps};
#[cfg(feature = "studio")]
pub use story::Story;
