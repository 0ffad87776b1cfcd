//! What one state looks like, as plain data: words, marks and places, ready to
//! be written as markup by whoever holds a page.

pub mod briefing;
#[cfg(feature = "studio")]
pub mod compare;
pub mod credit;
pub mod details;
pub mod highlight;
pub mod legend;
#[cfg(feature = "studio")]
pub mod lettering;
pub mod look;
pub mod network;
pub mod path;
pub mod profile;
pub mod record;
pub mod shape;
#[cfg(feature = "studio")]
pub mod stage;
pub mod statement;
pub mod strip;
pub mod table;
pub mod timeline;
pub mod tour;
pub mod vocabulary;
pub mod walk;
