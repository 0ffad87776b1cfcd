//! The app: one state, one way for actions, and the address that says it all.

use super::context::{SharedAtlas, Texts};
use super::details::{DETAILS, details};
use super::element::{Element, el};
use super::hooks::{use_address, use_choice_in_sight, use_document, use_slice};
use super::network::picture;
use super::timeline::Timeline;
use super::toolbar::masthead;
use crate::locale::{Locale, format};
use crate::permalink;
use crate::platform;
use yew::prelude::*;

/// What the app is given.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The story.
    pub atlas: SharedAtlas,
    /// The language where the address names none.
    pub preferred: Locale,
}

/// The story, interactive.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { atlas, preferred } = props;
    let preferred = *preferred;
    let opening = use_memo(atlas.clone(), |atlas| {
        permalink::decode(&platform::fragment(), atlas, preferred)
    });
    let state = use_reducer_eq(|| opening.state);
    let on_action = state.dispatcher().to_callback();
    let state = *state;
    use_address(atlas, preferred, state, &opening.foreign, &on_action);
    use_document(atlas, state);
    let slice = use_slice(atlas, state);
    use_choice_in_sight(atlas, state);
    let texts = Texts::of(state.locale);
    let story = atlas.ecosystem();
    let main = el("main")
        .class("stage")
        .maybe("data-focus", state.focus.map(|_| "yes"))
        .child(picture(atlas, state, &slice, &on_action))
        .child(details(atlas, state, &on_action))
        .node(html! { <Timeline {atlas} {state} on_action={on_action.clone()} /> });
    let colophon = el("p")
        .text(texts.words.product)
        .text(" · ")
        .text(story.title.get(state.locale))
        .text(" · ")
        .text(&format::date(state.locale, story.as_of));
    el("div")
        .class("page")
        .child(skip_link(texts))
        .child(masthead(atlas, state, &on_action))
        .child(main)
        .child(el("footer").class("colophon").child(colophon))
        .into()
}

/// A jump over the picture. The address belongs to the state, so the jump is
/// made here and not by the link.
fn skip_link(texts: Texts) -> Element {
    let jump = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::reveal(DETAILS);
    });
    el("a")
        .class("skip")
        .set("href", &["#", DETAILS].concat())
        .on_click(jump)
        .text(texts.words.skip_to_details)
}
