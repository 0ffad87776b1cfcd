//! The app: one state, one way for actions, and the address that says it all.

use super::context::{SharedAtlas, Texts};
use super::details::{DETAILS, details};
use super::hooks::{use_address, use_choice_in_sight, use_document, use_slice};
use super::network::picture;
use super::timeline::Timeline;
use super::toolbar::masthead;
use crate::locale::Locale;
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
    html! {
        <div class="page">
            { skip_link(texts) }
            { masthead(atlas, state, &on_action) }
            <main class="stage" data-focus={state.focus.is_some().then_some("yes")}>
                { picture(atlas, state, &slice, &on_action) }
                { details(atlas, state, &on_action) }
                <Timeline {atlas} {state} on_action={on_action.clone()} />
            </main>
            <footer class="colophon">
                <p>
                    { texts.words.product }{ " · " }{ story.title.get(state.locale).to_owned() }{ " · " }
                    { crate::locale::format::date(state.locale, story.as_of) }
                </p>
            </footer>
        </div>
    }
}

/// A jump over the picture. The address belongs to the state, so the jump is
/// made here and not by the link.
fn skip_link(texts: Texts) -> Html {
    let onclick = |event: MouseEvent| {
        event.prevent_default();
        platform::reveal(DETAILS);
    };
    html! {
        <a class="skip" href={["#", DETAILS].concat()} {onclick}>{ texts.words.skip_to_details }</a>
    }
}
