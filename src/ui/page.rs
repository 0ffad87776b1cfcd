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
    /// Fetches and reads the story's file.
    pub async fn fetch() -> Self {
        match platform::fetch_story().await {
            Err(platform::FetchError) => Self::Absent,
            Ok(bytes) => match Atlas::from_json(&bytes) {
                Ok(atlas) => Self::Here(SharedAtlas::new(atlas)),
                Err(problems) => Self::Broken(Rc::new(problems)),
            },
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
            platform::spawn(async move { story.set(Story::fetch().await) });
        })
    };
    match &*story {
        Story::Here(atlas) => html! { <App {atlas} preferred={preferred_locale()} /> },
        Story::Broken(problems) => broken(Some(problems), &on_retry),
        Story::Absent => broken(None, &on_retry),
    }
}

/// The first of the reader's languages that the page has, else its own.
fn preferred_locale() -> Locale {
    let languages = platform::preferred_languages();
    let known = languages.iter().find_map(|tag| Locale::from_tag(tag));
    known.unwrap_or_default()
}
