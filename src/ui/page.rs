//! From nothing to the app: the story's file is fetched, read, and shown; or the
//! page says what is wrong.

use super::app::App;
use super::broken::broken;
use super::context::SharedAtlas;
use crate::atlas::Atlas;
use crate::document::problem::Problem;
use crate::locale::Locale;
use crate::platform;
use std::rc::Rc;
use yew::prelude::*;

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
    fn fetch(show: impl FnOnce(Self) + 'static) {
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

/// What the page is given.
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The story, or why there is none.
    pub story: Story,
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let story = use_state(|| props.story.clone());
    let on_retry = {
        let story = story.setter();
        Callback::from(move |()| {
            let story = story.clone();
            Story::fetch(move |found| story.set(found));
        })
    };
    match &*story {
        Story::Here(atlas) => html! { <App {atlas} preferred={preferred_locale()} /> },
        Story::Broken(problems) => broken(Some(problems), &on_retry),
        Story::Absent => broken(None, &on_retry),
    }
}

/// The language where the address names none: the page's.
fn preferred_locale() -> Locale {
    let tag = platform::page_language();
    tag.and_then(|tag| Locale::from_tag(&tag))
        .unwrap_or_default()
}
