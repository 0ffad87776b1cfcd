//! The page of a story, or of what is wrong with its file.

use super::app::{App, AppProps};
use super::broken::broken;
use super::story::Story;
use yew::prelude::*;

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
        Story::Here(atlas) => {
            let AppProps { atlas, preferred } = AppProps::of(atlas.clone());
            html! { <App {atlas} {preferred} /> }
        }
        Story::Broken(problems) => broken(Some(problems), &on_retry),
        Story::Absent => broken(None, &on_retry),
    }
}
