//! What can be pressed on a stage: tools that hide with the pointer, the pause of what
//! goes on by itself, and the notes where they have no window of their own.

use crate::keymap::stage::Command;
use crate::lectern::room::{Notes, Room};
use crate::locale::Locale;
use crate::locale::catalog::stage::StageMessages;
use crate::platform::stage as browser;
use crate::scene::stage::StageScene;
use crate::state::State;
use crate::ui::controls::button;
use crate::ui::element::{Element, el};
use yew::html::{onmousedown, onpointerup};
use yew::{Callback, MouseEvent, PointerEvent};

/// An element on which a tap is its own, not the stage's.
pub(super) fn apart(element: Element) -> Element {
    let keep = Callback::from(|event: PointerEvent| event.stop_propagation());
    element.on(onpointerup::Wrapper::new(keep))
}

/// A button that gives a command. Pressed with a mouse it leaves the keyboard where it is,
/// so that Space goes on afterwards and does not press it again.
pub(super) fn commanding(obey: &Callback<Command>, command: Command) -> Element {
    let stay = Callback::from(|event: MouseEvent| event.prevent_default());
    button(obey.reform(move |_: MouseEvent| command))
        .class("tool")
        .on(onmousedown::Wrapper::new(stay))
}

/// The tools for whoever has a mouse or a finger and no keys.
pub(super) fn tools(
    scene: &StageScene,
    state: State,
    fills_screen: bool,
    obey: &Callback<Command>,
) -> Element {
    let words = StageMessages::of(state.locale);
    let sign = |command, sign: &str, name: &str| {
        commanding(obey, command)
            .set("aria-label", name)
            .set("title", name)
            .text(sign)
    };
    let screen = if fills_screen {
        words.leave_screen
    } else {
        words.fill_screen
    };
    let may = browser::may_fill_screen();
    let fill = may.then(|| commanding(obey, Command::Fullscreen).text(screen));
    apart(el("div"))
        .fixed(&[("class", "room-tools"), ("role", "toolbar")])
        .set("aria-label", words.presentation)
        .child(sign(Command::Previous, "‹", words.previous).flag("disabled", !scene.has_previous))
        .child(sign(Command::Next, "›", words.next).flag("disabled", scene.next.is_none()))
        .child_if(fill)
        .child(commanding(obey, Command::Lectern).text(words.notes))
        .child(commanding(obey, Command::Help).text(words.keys))
        .child(commanding(obey, Command::End).text(words.end))
}

/// The pause of what goes on by itself (WCAG 2.2, 2.2.2): always in sight.
pub(super) fn kiosk(state: State, room: Room, obey: &Callback<Command>) -> Option<Element> {
    let words = StageMessages::of(state.locale);
    state.kiosk?;
    let name = if room.running {
        words.pause
    } else {
        words.go_on
    };
    let control = commanding(obey, Command::Kiosk).set("id", "kiosk");
    Some(apart(el("div")).class("kiosk").child(control.text(name)))
}

/// The notes below the stage, or the question whether they are wanted there.
pub(super) fn notes(
    scene: &StageScene,
    locale: Locale,
    notes: Notes,
    obey: &Callback<Command>,
) -> Option<Element> {
    let words = StageMessages::of(locale);
    let panel = apart(el("section"))
        .fixed(&[("id", "notes"), ("class", "notes")])
        .set("aria-label", words.notes);
    let again = commanding(obey, Command::Lectern);
    match notes {
        Notes::Elsewhere => None,
        Notes::Refused => {
            let words_of = el("p").set("role", "alert").text(words.refused);
            Some(panel.child(words_of).child(again.text(words.notes_here)))
        }
        Notes::Here => {
            let note = el("p").class("note").text(&scene.now.note);
            Some(panel.child(note).child(again.text(words.hide_notes)))
        }
    }
}
