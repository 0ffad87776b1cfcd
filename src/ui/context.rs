//! What every component may read: the story and the words of the page.

use crate::atlas::Atlas;
use crate::edition;
use crate::locale::catalog::Messages;
use crate::locale::{Direction, Locale};
use crate::platform;
use std::ops::Deref;
use std::ptr;
use yew::html::ImplicitClone;

/// The story, shared and immutable; the same where it is the same allocation. It is there as
/// long as the program: a page has one, and never lets go of it.
#[derive(Clone, Debug)]
pub struct SharedAtlas(&'static Atlas);

impl SharedAtlas {
    /// Shares a story.
    pub fn new(atlas: Atlas) -> Self {
        Self(Box::leak(Box::new(atlas)))
    }
}

/// The story that the page carries; [`None`] where it carries none, or one that is cut off or of
/// another version.
pub fn carried() -> Option<SharedAtlas> {
    let edition = platform::carried_story()?;
    let atlas = edition::read(&edition).map_err(|damage| platform::warn(&damage.message()));
    atlas.ok().map(SharedAtlas::new)
}

impl PartialEq for SharedAtlas {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.0, other.0)
    }
}

impl ImplicitClone for SharedAtlas {}

impl Deref for SharedAtlas {
    type Target = Atlas;
    fn deref(&self) -> &Atlas {
        self.0
    }
}

/// The language's words and its direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts {
    pub(super) words: &'static Messages,
    pub(super) locale: Locale,
    pub(super) direction: Direction,
}

impl Texts {
    pub(super) const fn of(locale: Locale) -> Self {
        Self {
            words: Messages::of(locale),
            locale,
            direction: locale.direction(),
        }
    }
}
