//! The speaker's window: what is told now and next, the notes in a language of their own,
//! the time, and the controls of the room.

use super::help;
use super::presenting::press;
use super::tools::commanding;
use crate::keymap::stage::{Command, Typed};
use crate::lectern::room::{Effect, Room, place_of};
use crate::lectern::{self, Company, Message, Screen};
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::catalog::stage::StageMessages;
use crate::model::Ecosystem;
use crate::platform::stage as browser;
use crate::platform::{self, KeyPress, Peer};
use crate::scene::stage::{self, StageScene, Telling};
use crate::state::{Action, State};
use crate::ui::context::SharedAtlas;
use crate::ui::controls::{acting_button, button};
use crate::ui::element::{Element, el};
use crate::ui::hooks::use_kept;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the whole.
const LECTERN: &str = "lectern";
/// How often the lectern says that it is there and looks at the clock, in milliseconds.
const TICK_MS: u32 = 1000;

#[derive(Properties, PartialEq)]
pub(super) struct LecternProps {
    pub(super) atlas: SharedAtlas,
    pub(super) state: State,
    pub(super) on_action: Callback<Action>,
}

/// What commands are carried out on, as new as the last one.
struct Speaking {
    atlas: SharedAtlas,
    on_action: Callback<Action>,
    show: UseStateSetter<lectern::Lectern>,
    state: State,
    lectern: lectern::Lectern,
    typed: Typed,
}

impl Speaking {
    fn story(&self) -> &Ecosystem {
        self.atlas.ecosystem()
    }

    fn set(&mut self, state: State) {
        if state != self.state {
            self.state = state;
            self.on_action.emit(Action::Restore(state));
        }
    }

    fn set_lectern(&mut self, lectern: lectern::Lectern) {
        self.lectern = lectern;
        self.show.set(lectern);
    }

    fn tick(&mut self) {
        self.set_lectern(self.lectern.at(browser::now()));
        self.connect();
    }

    fn connect(&self) {
        let message = Message::Connect {
            began: self.lectern.began,
        };
        self.say(message);
    }

    fn say(&self, message: Message) {
        if let Some(text) = message.encode(self.story()) {
            browser::say(Peer::Opener, &text);
        }
    }

    fn hear(&mut self, text: &str) {
        let Some(Message::At {
            step,
            screen,
            running,
            began,
        }) = Message::decode(text, self.story())
        else {
            return;
        };
        self.set_lectern(self.lectern.hearing(screen, running, began));
        if self.state.step != Some(step) {
            self.set(self.state.telling(self.story(), Some(step)));
        }
    }

    fn key(&mut self, found: &KeyPress) -> bool {
        let direction = self.state.locale.direction();
        let (typed, command) = self.typed.press(press(found), direction);
        self.typed = typed;
        let Some(command) = command else { return false };
        let is_ours = match command {
            Command::Touch => false,
            Command::Help | Command::Start => true,
            _ => !self.lectern.help || command == Command::Stop,
        };
        if is_ours {
            self.obey(command);
        }
        is_ours
    }

    fn obey(&mut self, command: Command) {
        let help = match command {
            Command::Help => !self.lectern.help,
            _ => false,
        };
        self.set_lectern(lectern::Lectern {
            help,
            ..self.lectern
        });
        if self.lectern.company() == Company::Gone {
            self.turn(command);
        } else {
            // What a lectern may not ask for is not said.
            self.say(Message::Do(command));
        }
        if command == Command::End {
            browser::close_window();
            // A window that nobody opened stays.
            self.set(stage::left(self.state));
        }
    }

    /// Turns the lectern's own page, where there is no room.
    fn turn(&mut self, command: Command) {
        let place = place_of(self.story(), self.state.step, false);
        if let (_, Some(Effect::Tell(index))) = Room::default().obey(command, place) {
            self.set(stage::told(self.story(), self.state, index));
        }
    }
}

#[component]
pub(super) fn Lectern(props: &LecternProps) -> Html {
    let LecternProps {
        atlas,
        state,
        on_action,
    } = props;
    let state = *state;
    let shown = use_state_eq(|| lectern::Lectern::opened(browser::now()));
    let speaking = use_mut_ref(|| Speaking {
        atlas: atlas.clone(),
        on_action: on_action.clone(),
        show: shown.setter(),
        state,
        lectern: *shown,
        typed: Typed::default(),
    });
    let shown = *shown;
    {
        let mut latest = speaking.borrow_mut();
        latest.state = state;
        latest.lectern = shown;
    }
    {
        let speaking = Rc::clone(&speaking);
        use_kept(Box::new(move || {
            browser::on_key(move |press| speaking.borrow_mut().key(&press))
        }));
    }
    {
        let speaking = Rc::clone(&speaking);
        use_kept(Box::new(move || {
            browser::on_message(Peer::Opener, move |text| {
                speaking.borrow_mut().hear(text);
                None
            })
        }));
    }
    {
        let speaking = Rc::clone(&speaking);
        use_kept(Box::new(move || {
            speaking.borrow().connect();
            platform::every(TICK_MS, move || speaking.borrow_mut().tick())
        }));
    }
    use_effect_with(shown.help, |help| {
        if *help {
            browser::show_dialog(help::DIALOG);
        } else {
            platform::focus(LECTERN);
        }
    });
    let words = StageMessages::of(state.locale);
    let title = atlas.ecosystem().title.get(state.locale).to_owned();
    use_effect_with((state.locale, title), move |(_, title)| {
        browser::set_title(&[words.lectern, " · ", title].concat());
    });
    let Some(scene) = stage::of(atlas.ecosystem(), &state) else {
        return Html::default();
    };
    let obey = {
        let speaking = Rc::clone(&speaking);
        Callback::from(move |command| speaking.borrow_mut().obey(command))
    };
    let reset = {
        let speaking: Rc<RefCell<Speaking>> = Rc::clone(&speaking);
        Callback::from(move |_: MouseEvent| {
            let mut speaking = speaking.borrow_mut();
            let lectern = speaking.lectern.reset();
            speaking.set_lectern(lectern);
            speaking.connect();
        })
    };
    el("main")
        .fixed(&[("id", LECTERN), ("class", "lectern"), ("tabindex", "-1")])
        .child(head(&scene, state.locale, shown, reset, on_action))
        .child(now(&scene))
        .child(note(&scene, words))
        .child(next(scene.next.as_ref(), words))
        .child(controls(&scene, shown, words, &obey))
        .child_if(shown.help.then(|| help::help(state.locale, &obey)))
        .into()
}

/// Times, the place in the story, the language of the notes, and whether the room is there.
fn head(
    scene: &StageScene,
    locale: Locale,
    lectern: lectern::Lectern,
    reset: Callback<MouseEvent>,
    on_action: &Callback<Action>,
) -> Element {
    let words = StageMessages::of(locale);
    let (hours, minutes) = browser::time_of_day();
    let time = |class: &str, name: &str, time: &str| {
        el("div")
            .class(class)
            .child(el("dt").text(name))
            .child(el("dd").child(el("bdi").set("dir", "ltr").text(time)))
    };
    let elapsed = stage::duration(lectern.elapsed());
    let times = el("dl")
        .class("times")
        .child(time("clock", words.clock, &stage::clock(hours, minutes)))
        .child(time("elapsed", words.elapsed, &elapsed));
    let company = match (lectern.company(), lectern.screen) {
        (Company::Looking, _) => words.looking,
        (Company::Gone, _) => words.gone,
        (Company::Together, Screen::Black) => words.is_black,
        (Company::Together, Screen::White) => words.is_white,
        (Company::Together, Screen::Story) => words.together,
    };
    let company = el("p")
        .fixed(&[("class", "company"), ("role", "status")])
        .text(company);
    el("header")
        .child(el("h1").class("unseen").text(words.lectern))
        .child(times)
        .child(
            button(reset)
                .fixed(&[("id", "reset"), ("class", "tool")])
                .text(words.reset),
        )
        .child(el("p").class("position").text(&scene.position))
        .child(languages(locale, words, on_action))
        .child(company)
}

fn languages(
    locale: Locale,
    words: &'static StageMessages,
    on_action: &Callback<Action>,
) -> Element {
    let language = |it: Locale| {
        acting_button(on_action, Action::Speak(it))
            .set("lang", it.tag())
            .set("dir", it.direction().keyword())
            .aria("aria-pressed", it == locale)
            .text(Messages::of(it.other()).other_language)
    };
    let segments = el("span").class("segments");
    el("div")
        .fixed(&[("class", "choices"), ("role", "group")])
        .set("aria-label", words.note_language)
        .child(segments.children(Locale::ALL.map(language)))
}

fn now(scene: &StageScene) -> Element {
    let Telling {
        title, text, day, ..
    } = &scene.now;
    el("section")
        .class("now")
        .child(el("p").class("when-told").text(day))
        .child(el("h2").text(title))
        .child(el("p").text(text))
}

fn note(scene: &StageScene, words: &'static StageMessages) -> Element {
    el("section")
        .class("note")
        .child(el("h2").text(words.note))
        .child(el("p").text(&scene.now.note))
}

fn next(next: Option<&Telling>, words: &'static StageMessages) -> Element {
    let section = el("section")
        .class("next")
        .child(el("h2").text(words.comes_next));
    match next {
        None => section.child(el("p").text(words.nothing_next)),
        Some(next) => section
            .child(el("h3").text(&next.title))
            .child(el("p").text(&next.text)),
    }
}

fn controls(
    scene: &StageScene,
    lectern: lectern::Lectern,
    words: &'static StageMessages,
    obey: &Callback<Command>,
) -> Element {
    let control =
        |id: &str, command, name: &str| commanding(obey, command).set("id", id).text(name);
    let (black, white) = (
        lectern.screen == Screen::Black,
        lectern.screen == Screen::White,
    );
    el("div")
        .fixed(&[("class", "controls"), ("role", "toolbar")])
        .set("aria-label", words.presentation)
        .child(
            control("previous", Command::Previous, words.previous)
                .flag("disabled", !scene.has_previous),
        )
        .child(control("next", Command::Next, words.next).flag("disabled", scene.next.is_none()))
        .child(control("black", Command::Black, words.black).aria("aria-pressed", black))
        .child(control("white", Command::White, words.white).aria("aria-pressed", white))
        .child(control("keys-open", Command::Help, words.keys))
        .child(control("end", Command::End, words.end))
}
