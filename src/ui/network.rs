//! The picture with its tools and its sentence.

mod camera;
mod canvas;
#[cfg(feature = "studio")]
pub(super) mod compare;
pub(super) mod marks;
mod nodes;
#[cfg(feature = "studio")]
pub(super) mod print;
#[cfg(feature = "studio")]
pub(super) mod small;
#[cfg(feature = "ssr")]
pub(super) mod still;

use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, button};
use super::element::{Element, el, span};
use super::embed;
use super::part::{Projection, part};
use super::table::Table;
use crate::graph::{Edge, Filter, Slice};
use crate::model::Account;
use crate::platform;
use crate::scene::{legend, statement};
use crate::state::{Action, State, View};
use canvas::Canvas;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VList;

/// The id of what can be chosen of the picture, where it comes up.
pub(super) const CHOICES: &str = "choices";

/// The id of the button that shows the accounts side by side.
const COMPARE: &str = "compare";

/// The id of the switch of the relations.
const RELATIONS: &str = "relations";

/// The picture, the table of the same, or the accounts side by side. The app has no view of the last
/// and shows the picture until the studio comes.
pub(super) fn view(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
) -> Html {
    if state.view == View::Table {
        return part(Table::of(atlas, state, slice, on_action));
    }
    #[cfg(feature = "studio")]
    if state.view == View::Compare {
        let input = compare::Input::from(&state);
        return html! { <compare::Compare {atlas} {input} {on_action} /> };
    }
    let (locale, relations, choice) = (state.locale, state.relations, state.choice());
    html! { <Canvas {atlas} {locale} {relations} {choice} slice={Rc::clone(slice)} {on_action} /> }
}

/// The view with its tools and its sentence; `embedded` where it stands in a frame.
pub(super) fn picture(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
    view: Html,
    embedded: bool,
) -> Element {
    let words = Texts::of(state.locale).words;
    let heading = el("h2")
        .fixed(&[("id", "picture-heading"), ("class", "unseen")])
        .text(words.network);
    let head = part(Head::of(atlas, state, slice, embedded, on_action));
    let openers = embedded.then(|| embed::openers(state.locale));
    el("section")
        .fixed(&[("id", "picture"), ("class", "picture")])
        .set("aria-labelledby", "picture-heading")
        .child(heading)
        .node(head)
        .node(view)
        .child_if(openers)
}

/// What can be chosen of the picture, and the sentence that says what it shows.
#[derive(PartialEq)]
pub(super) struct Head {
    atlas: SharedAtlas,
    input: statement::Input,
    view: View,
    slice: Rc<Slice>,
    /// What the legend picks out, where a reader can let go of it.
    picked: Option<Filter>,
    /// Whether what can be chosen comes up over the page, where that has no room for it.
    comes_up: bool,
    on_action: Callback<Action>,
}

impl Projection for Head {
    fn draw(&self) -> Html {
        let statement = statement::of(&self.atlas, self.input, &self.slice);
        // What the story has not needs no control.
        let story = self.atlas.ecosystem();
        let has_ties = self.atlas.graph().edges().iter().any(Edge::is_relation);
        let bar = el("div")
            .class("bar")
            .maybe("id", self.comes_up.then_some(CHOICES))
            .maybe("popover", self.comes_up.then_some("auto"))
            .child_if((!story.accounts.is_empty()).then(|| self.accounts()))
            // Where the network stands alone, both would bring the timeline.
            .child_if((self.view != View::Network).then(|| self.views()))
            .child_if(has_ties.then(|| self.relations()));
        let colon = self.texts().words.colon;
        let statement = el("p")
            .fixed(&[("class", "statement"), ("role", "status")])
            .child(el("strong").text(&statement.day).text(colon))
            .text(&statement.counts)
            .child_if(self.picked());
        VList::with_children(vec![bar.into(), statement.into()], None).into()
    }
}

impl Head {
    /// What of a state is said there.
    pub(super) fn of(
        atlas: &SharedAtlas,
        state: State,
        slice: &Rc<Slice>,
        comes_up: bool,
        on_action: &Callback<Action>,
    ) -> Self {
        Self {
            atlas: atlas.clone(),
            input: (&state).into(),
            view: state.view,
            slice: Rc::clone(slice),
            picked: state.filter.filter(|_| state.controls),
            comes_up,
            on_action: on_action.clone(),
        }
    }

    /// What the legend picks out of the picture, and the way to let go of it.
    fn picked(&self) -> Option<Element> {
        let words = self.texts().words;
        let name = legend::name(&self.atlas, self.input.locale, self.picked?);
        let on_action = self.on_action.clone();
        let let_go = Callback::from(move |_: MouseEvent| {
            on_action.emit(Action::Pick(None));
            // What was pressed goes; the keyboard stays beside it.
            platform::focus(RELATIONS);
        });
        Some(
            button(let_go)
                .fixed(&[("id", "picked"), ("class", "chip")])
                .set(
                    "aria-label",
                    &[words.release_filter, words.colon, name].concat(),
                )
                .text(name)
                .child(span("cross", "×")),
        )
    }

    const fn texts(&self) -> Texts {
        Texts::of(self.input.locale)
    }

    /// Whose members are shown.
    fn accounts(&self) -> Element {
        let words = self.texts().words;
        let alone = self.view != View::Compare;
        let choice = |account, name: &str| {
            let action = Action::Hear(account);
            let pressed = alone && self.input.account == account;
            choice(pressed, name, &self.on_action, action)
        };
        let accounts = self.atlas.ecosystem().accounts.iter();
        let name = |account: &Account| account.name.get(self.input.locale).to_owned();
        let segments = segments()
            .child(choice(None, words.all_accounts))
            .children(accounts.map(|(id, account)| choice(Some(id), &name(account))));
        let asks = el("span")
            .fixed(&[("class", "asks"), ("aria-hidden", "true")])
            .text(words.members_according_to);
        choices(words.members_according_to)
            .child(asks)
            .child(segments)
    }

    /// Picture or table.
    fn views(&self) -> Element {
        let words = self.texts().words;
        let choice =
            |view, name: &str| choice(self.view == view, name, &self.on_action, Action::Show(view));
        let segments = segments()
            .child(choice(View::Both, words.picture))
            .child(choice(View::Table, words.table))
            .child_if(self.atlas.ecosystem().is_comparable().then(|| {
                let elsewhere = cfg!(not(feature = "studio")).then_some("");
                choice(View::Compare, words.compare)
                    .set("id", COMPARE)
                    .maybe("data-studio", elsewhere)
            }));
        choices(words.show_as).child(segments)
    }

    /// The switch of the layer of relations.
    fn relations(&self) -> Element {
        let (words, shown) = (self.texts().words, self.input.relations);
        let knob = el("span").fixed(&[("class", "knob"), ("aria-hidden", "true")]);
        acting_button(&self.on_action, Action::ShowRelations(!shown))
            .set("id", RELATIONS)
            .fixed(&[("class", "switch"), ("role", "switch")])
            .aria("aria-checked", shown)
            .child(knob)
            .text(words.relations_layer)
    }
}

fn choices(name: &str) -> Element {
    el("div")
        .fixed(&[("class", "choices"), ("role", "group")])
        .set("aria-label", name)
}

fn segments() -> Element {
    el("span").class("segments")
}

fn choice(pressed: bool, name: &str, on_action: &Callback<Action>, action: Action) -> Element {
    acting_button(on_action, action)
        .aria("aria-pressed", pressed)
        .text(name)
}
