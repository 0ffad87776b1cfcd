//! Commands carried out: on the state, on the room, and in the browser.

use crate::keymap::stage::{Command, Holder, Press, Typed};
use crate::lectern::Message;
use crate::lectern::room::{Effect, KIOSK_SECONDS, Room, place_of, step_after};
use crate::model::Ecosystem;
use crate::permalink::{self, Link};
use crate::platform::stage as browser;
use crate::platform::{KeyPress, KeyboardHolder};
use crate::scene::stage;
use crate::state::{Action, State};
use crate::ui::context::SharedAtlas;
use yew::{Callback, UseStateSetter};

/// A key press as the keymap reads it.
pub(super) const fn press(found: &KeyPress) -> Press<'_> {
    Press {
        key: found.key.as_str(),
        code: found.code.as_str(),
        shift: found.shift,
        modified: found.modified,
        again: found.again,
        held_by: match found.held_by {
            KeyboardHolder::Nothing => Holder::Nothing,
            KeyboardHolder::Control => Holder::Control,
            KeyboardHolder::Field => Holder::Field,
        },
    }
}

/// What commands are carried out on. It is as new as the last command: two that come
/// before the page is drawn again do not undo each other.
pub(super) struct Presenting {
    pub(super) atlas: SharedAtlas,
    pub(super) on_action: Callback<Action>,
    pub(super) show: UseStateSetter<Room>,
    pub(super) state: State,
    pub(super) room: Room,
    pub(super) typed: Typed,
    /// When the talk began, in seconds since 1970, as the lectern says.
    pub(super) began: Option<u64>,
}

impl Presenting {
    pub(super) fn story(&self) -> &Ecosystem {
        self.atlas.ecosystem()
    }

    fn set(&mut self, state: State) {
        if state != self.state {
            self.state = state;
            self.on_action.emit(Action::Restore(state));
        }
    }

    fn set_room(&mut self, room: Room) {
        self.room = room;
        self.show.set(room);
    }

    /// Hears a key; whether it is the stage's.
    pub(super) fn key(&mut self, found: &KeyPress) -> bool {
        let direction = self.state.locale.direction();
        let (typed, command) = self.typed.press(press(found), direction);
        self.typed = typed;
        let Some(command) = command else { return false };
        // The list of keys scrolls as any list does.
        let is_heard = !self.room.help || matches!(command, Command::Help | Command::Stop);
        let is_ours = command != Command::Touch && (is_heard || command == Command::Start);
        self.obey(command);
        is_ours
    }

    /// Carries a command out.
    pub(super) fn obey(&mut self, command: Command) {
        let place = place_of(self.story(), self.state.step, browser::fills_screen());
        let (room, effect) = self.room.obey(command, place);
        self.set_room(room);
        match effect {
            None => {}
            Some(Effect::Tell(index)) => self.set(stage::told(self.story(), self.state, index)),
            Some(Effect::Fullscreen(fill)) => browser::fill_screen(fill),
            Some(Effect::Leave) => {
                browser::fill_screen(false);
                self.set(stage::left(self.state));
            }
            Some(Effect::OpenLectern) => {
                let link = Link {
                    state: stage::before(self.state),
                    foreign: Vec::new(),
                };
                let link = permalink::encode(&link, &self.atlas);
                let opened = browser::open_second_window(&link);
                self.set_room(room.with_lectern(opened));
            }
        }
        if room.running && self.state.kiosk.is_none() {
            let kiosk = Some(KIOSK_SECONDS);
            self.set(State {
                kiosk,
                ..self.state
            });
        }
    }

    /// The next step, where the story goes on by itself.
    pub(super) fn go_on(&mut self) {
        let place = place_of(self.story(), self.state.step, false);
        let index = step_after(place.index, place.count);
        self.set(stage::told(self.story(), self.state, index));
    }

    /// What the lectern is told.
    pub(super) fn message(&self) -> Option<String> {
        let message = Message::At {
            step: self.state.step?,
            screen: self.room.screen,
            running: self.room.running,
            began: self.began,
        };
        message.encode(self.story())
    }

    /// Hears what the lectern says, and answers.
    pub(super) fn hear(&mut self, text: &str) -> Option<String> {
        match Message::decode(text, self.story())? {
            Message::Connect { began } => {
                self.began = began.or(self.began);
                self.message()
            }
            Message::Do(command) => {
                // What the lectern asks for is meant for the room, whatever lies over it.
                self.room.help = false;
                self.obey(command);
                self.message()
            }
            Message::At { .. } => None,
        }
    }
}
