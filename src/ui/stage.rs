//! Before a room: the picture and a sentence, large, told step by step with keys,
//! clickers and fingers. What is in no link (a black screen, notes, the list of keys)
//! is a [`Room`]; what a command does to it is decided there.

mod help;
mod lectern;
mod picture;
mod presenting;
mod tools;

use super::classes::when;
use super::context::{SharedAtlas, Texts};
use super::element::{Element, el};
use super::hooks::use_kept;
use super::input;
use crate::geometry::Point;
use crate::graph::Slice;
use crate::keymap::stage::{Command, Typed, gesture};
use crate::lectern::Screen;
use crate::lectern::room::{Room, place_of, seconds_at};
use crate::locale::Locale;
use crate::locale::catalog::stage::StageMessages;
use crate::model::Ecosystem;
use crate::platform::stage as browser;
use crate::platform::{self, Peer};
use crate::scene::stage::{self, StageScene, entered};
use crate::state::{Action, Stage, State};
use lectern::Lectern;
use picture::Picture;
use presenting::Presenting;
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{onpointerdown, onpointerup};
use yew::prelude::*;

/// The id of the stage.
const STAGE: &str = "stage";
/// The id of the button that leads to it.
const ENTRY: &str = "present";
/// How long a pointer rests until it is hidden, in milliseconds.
const REST_MS: u32 = 3000;

/// Begins a presentation.
pub(super) fn begin(
    state: State,
    on_action: &Callback<Action>,
    story: &Ecosystem,
) -> Callback<MouseEvent> {
    let room = entered(story, state).unwrap_or(state);
    on_action.reform(move |_: MouseEvent| {
        browser::fill_screen(true);
        Action::Restore(room)
    })
}

/// What is shown instead of the page before a room, and to whoever speaks to it.
pub(super) fn staged(
    atlas: &SharedAtlas,
    state: State,
    slice: &Rc<Slice>,
    on_action: &Callback<Action>,
) -> Option<Html> {
    let slice = Rc::clone(slice);
    match state.stage {
        Stage::Page => None,
        Stage::Room => Some(html! { <Presentation {atlas} {state} {slice} {on_action} /> }),
        Stage::Lectern => Some(html! { <Lectern {atlas} {state} {on_action} /> }),
    }
}

#[derive(Properties, PartialEq)]
struct PresentationProps {
    atlas: SharedAtlas,
    state: State,
    slice: Rc<Slice>,
    on_action: Callback<Action>,
}

type Shared = Rc<RefCell<Presenting>>;

#[component]
fn Presentation(props: &PresentationProps) -> Html {
    let PresentationProps {
        atlas,
        state,
        slice,
        on_action,
    } = props;
    let state = *state;
    let room = use_state_eq(|| Room {
        running: state.kiosk.is_some() && !browser::is_calm(),
        ..Room::default()
    });
    let presenting: Shared = use_mut_ref(|| Presenting {
        atlas: atlas.clone(),
        on_action: on_action.clone(),
        show: room.setter(),
        state,
        room: *room,
        typed: Typed::default(),
        began: None,
    });
    let room = *room;
    {
        let mut latest = presenting.borrow_mut();
        latest.state = state;
        latest.room = room;
    }
    let resting = use_state_eq(|| false);
    // Its value is the browser's; what is kept makes the page be drawn again.
    let screen_filled = use_state_eq(browser::fills_screen);
    use_listening(&presenting, &resting, &screen_filled);
    use_going_on(&presenting, state, room);
    {
        let presenting = Rc::clone(&presenting);
        use_effect_with((state.step, room), move |_| {
            let message = presenting.borrow().message();
            if let Some(message) = message {
                browser::say(Peer::Opened, &message);
            }
        });
    }
    use_effect_with(room.help, |help| {
        if *help {
            browser::show_dialog(help::DIALOG);
        } else {
            platform::focus(STAGE);
        }
    });
    let Some(scene) = stage::of(atlas.ecosystem(), &state) else {
        return Html::default();
    };
    let obey = {
        let presenting = Rc::clone(&presenting);
        Callback::from(move |command| presenting.borrow_mut().obey(command))
    };
    let texts = Texts::of(state.locale);
    let classes = ["room", room.screen.name(), when(*resting, "resting")];
    let picture = html! { <Picture {atlas} {state} {slice} /> };
    let down = use_mut_ref(|| None);
    fingers(el("div"), &down, texts, &obey)
        .fixed(&[("id", STAGE), ("role", "group"), ("tabindex", "-1")])
        .set("aria-label", StageMessages::of(state.locale).presentation)
        .classes(&classes)
        .child(story(&scene, picture))
        .child(status(&scene, room, state.locale))
        .child(tools::tools(&scene, state, *screen_filled, &obey))
        .child_if(tools::kiosk(state, room, &obey))
        .child_if(tools::notes(&scene, state.locale, room.notes, &obey))
        .child_if(room.help.then(|| help::help(state.locale, &obey)))
        .into()
}

/// Hears keys, messages, the pointer and the screen, as long as the stage is there.
#[hook]
fn use_listening(
    presenting: &Shared,
    resting: &UseStateHandle<bool>,
    screen_filled: &UseStateHandle<bool>,
) {
    {
        let presenting = Rc::clone(presenting);
        use_kept(Box::new(move || {
            browser::on_key(move |press| presenting.borrow_mut().key(&press))
        }));
    }
    {
        let presenting = Rc::clone(presenting);
        use_kept(Box::new(move || {
            browser::on_message(Peer::Opened, move |text| presenting.borrow_mut().hear(text))
        }));
    }
    {
        let resting = resting.setter();
        use_kept(Box::new(move || {
            browser::on_rest(REST_MS, move |rests| resting.set(rests))
        }));
    }
    let filled = screen_filled.setter();
    use_kept(Box::new(move || {
        browser::on_screen_change(move || filled.set(browser::fills_screen()))
    }));
    use_effect_with((), |()| || browser::focus_soon(ENTRY));
}

/// Goes on by itself, where that is asked for.
#[hook]
fn use_going_on(presenting: &Shared, state: State, room: Room) {
    let presenting = Rc::clone(presenting);
    use_effect_with(
        (room.running, state.step, state.kiosk),
        move |(running, step, kiosk)| {
            let place = place_of(presenting.borrow().story(), *step, false);
            let keep = kiosk.filter(|_| *running).map(|seconds| {
                let stay = seconds_at(place.index, place.count, seconds);
                platform::every(stay * 1000, move || presenting.borrow_mut().go_on())
            });
            move || drop(keep)
        },
    );
}

/// Taps and swipes on an element.
fn fingers(
    element: Element,
    down: &Rc<RefCell<Option<Point>>>,
    texts: Texts,
    obey: &Callback<Command>,
) -> Element {
    let press = {
        let down = Rc::clone(down);
        Callback::from(move |event: PointerEvent| {
            let is_first = event.is_primary() && event.button() == 0;
            *down.borrow_mut() = is_first.then(|| input::pointer_place(&event));
        })
    };
    let release = {
        let (down, obey) = (Rc::clone(down), obey.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(from) = down.take() else { return };
            let width = browser::window_width();
            let to = input::pointer_place(&event);
            obey.emit(gesture(from, to, width, texts.direction).unwrap_or(Command::Touch));
        })
    };
    element
        .on(onpointerdown::Wrapper::new(press))
        .on(onpointerup::Wrapper::new(release))
}

/// The picture and the sentence.
fn story(scene: &StageScene, picture: Html) -> Element {
    let telling = el("div")
        .class("telling")
        .child(el("p").class("when-told").text(&scene.now.day))
        .child(el("h1").text(&scene.now.title))
        .child(
            el("p")
                .classes(&["told", when(scene.now.is_long, "long")])
                .text(&scene.now.text),
        );
    let progress = el("progress")
        .class("progress")
        .set("max", &scene.count.to_string())
        .set("value", &scene.number.to_string())
        .set("aria-label", &scene.position);
    el("main")
        .class("room-story")
        .node(picture)
        .child(telling)
        .child(progress)
}

/// What is said aloud at each step: where the telling is and what it is about, not all of it.
fn status(scene: &StageScene, room: Room, locale: Locale) -> Element {
    let words = StageMessages::of(locale);
    let status = match room.screen {
        Screen::Story => [
            &scene.position,
            Texts::of(locale).words.colon,
            &scene.now.title,
        ]
        .concat(),
        Screen::Black => words.is_black.to_owned(),
        Screen::White => words.is_white.to_owned(),
    };
    el("p")
        .fixed(&[("class", "unseen"), ("role", "status")])
        .text(&status)
}
