//! Sharing and embedding: a dialog in which a form is chosen, and copied.
//!
//! What is chosen belongs to no link, so it is local; what comes of it is decided in
//! `crate::share`. The dialog is the browser's own: it keeps the keyboard in, closes with
//! Escape, and gives the keyboard back.

mod download;
mod panel;
mod preview;

use super::context::SharedAtlas;
use super::element::el;
use super::toolbar::share_button;
use crate::platform;
use crate::share::{Choices, Place};
use crate::state::State;
use panel::Panel;
use std::mem;
use std::rc::Rc;
use yew::html::{onclose, onpointerdown};
use yew::prelude::*;

/// The id of the button that opens the dialog.
const BUTTON: &str = "share";
/// The id of the dialog.
const DIALOG: &str = "share-dialog";

#[derive(Properties, PartialEq)]
pub(super) struct ShareProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
}

/// The button, and the dialog that it opens.
#[component]
pub(super) fn Share(props: &ShareProps) -> Html {
    let ShareProps { atlas, state } = props;
    let state = *state;
    let choices = use_state(|| None::<Choices>);
    // What came of the last attempt to copy or send.
    let status = use_state_eq(|| "");
    let outside = use_mut_ref(|| false);
    use_effect_with(choices.is_some(), |open| {
        if *open {
            platform::open_dialog(DIALOG);
        }
    });
    let open = {
        let (choices, status) = (choices.setter(), status.setter());
        Callback::from(move |_: MouseEvent| {
            status.set("");
            choices.set(Some(Choices::of(state)));
            // Where it was closed a moment ago and nobody was told yet, it is still here.
            platform::open_dialog(DIALOG);
        })
    };
    let closed = {
        let choices = choices.setter();
        Callback::from(move |_: Event| {
            // Opened again before this was told.
            if platform::is_dialog_open(DIALOG) {
                return;
            }
            choices.set(None);
            // Most browsers give the keyboard back by themselves.
            platform::focus(BUTTON);
        })
    };
    // A press outside of the dialog's panel closes it, a drag that ends there does not.
    let pressed = {
        let outside = Rc::clone(&outside);
        Callback::from(move |_: PointerEvent| {
            outside.replace(true);
        })
    };
    let pressed_inside = {
        let outside = Rc::clone(&outside);
        Callback::from(move |event: PointerEvent| {
            event.stop_propagation();
            outside.replace(false);
        })
    };
    let clicked = Callback::from(move |_: MouseEvent| {
        if mem::take(&mut *outside.borrow_mut()) {
            platform::close_dialog(DIALOG);
        }
    });
    let panel = choices.map(|choices_now| {
        let (choices, status_now) = (choices.setter(), status.setter());
        let choose = Callback::from(move |chosen| {
            status_now.set("");
            choices.set(Some(chosen));
        });
        Panel {
            atlas,
            locale: state.locale,
            place: Place::of(platform::site_address(), &platform::page_address()),
            choices: choices_now,
            choose,
            status: &status,
        }
        .view()
        .on(onpointerdown::Wrapper::new(pressed_inside))
    });
    let dialog = panel.map(|panel| {
        el("dialog")
            .fixed(&[
                ("id", DIALOG),
                ("class", "share"),
                ("aria-labelledby", "share-heading"),
            ])
            .on_click(clicked)
            .on(onpointerdown::Wrapper::new(pressed))
            .on(onclose::Wrapper::new(closed))
            .child(panel)
    });
    el("div")
        .class("sharing")
        .child(share_button(state.locale, open))
        .child_if(dialog)
        .into()
}
