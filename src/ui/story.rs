//! Where the studio has its story from.

use super::context::{SharedAtlas, carried};
use crate::atlas::Atlas;
use crate::document::problem::Problem;
use crate::platform;
use std::rc::Rc;

/// What became of a story.
#[derive(Clone, Debug, PartialEq)]
pub enum Story {
    /// The story is here, and whole.
    Here(SharedAtlas),
    /// Its file has mistakes.
    Broken(Rc<Vec<Problem>>),
    /// Its file did not come.
    Absent,
}

impl Story {
    /// Shows the story that the page [carries](carried); where there is none, the story's file.
    pub fn find(show: impl FnOnce(Self) + 'static) {
        match carried() {
            Some(atlas) => show(Self::Here(atlas)),
            None => Self::fetch(show),
        }
    }

    /// Fetches and reads the story's file.
    pub(super) fn fetch(show: impl FnOnce(Self) + 'static) {
        platform::fetch_story(Box::new(|answer| {
            show(match answer {
                Err(platform::FetchError) => Self::Absent,
                Ok(bytes) => Self::read(&bytes),
            });
        }));
    }

    fn read(bytes: &[u8]) -> Self {
        match Atlas::from_json(bytes) {
            Ok(atlas) => Self::Here(SharedAtlas::new(atlas)),
            Err(problems) => Self::Broken(Rc::new(problems)),
        }
    }
}
