//! Where the app has its story from.

use super::context::SharedAtlas;
use crate::atlas::Atlas;
use crate::document::problem::Problem;
use crate::platform;
use std::rc::Rc;

/// What became of the story's file.
#[derive(Clone, Debug, PartialEq)]
pub enum Story {
    /// It is here and whole.
    Here(SharedAtlas),
    /// It has mistakes.
    Broken(Rc<Vec<Problem>>),
    /// It did not come.
    Absent,
}

impl Story {
    /// Shows the story that the page carries; where it carries none, or not the whole
    /// of it, the story's file.
    pub fn find(show: impl FnOnce(Self) + 'static) {
        let carried = platform::carried_story().map(|json| Self::read(json.as_bytes()));
        match carried {
            Some(Self::Here(atlas)) => show(Self::Here(atlas)),
            _ => Self::fetch(show),
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
