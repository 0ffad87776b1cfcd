//! What a command does before a room: which step comes, what the screen shows, and what
//! is left to do outside.

use super::Screen;
use crate::keymap::stage::Command;
use crate::model::Ecosystem;
use crate::model::id::{Id, StepId};

/// Where the speaker's notes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notes {
    /// In a window of their own, or nowhere.
    #[default]
    Elsewhere,
    /// Nowhere: the browser refused a window, and whoever presents may want them here,
    /// where the room sees them too.
    Refused,
    /// Below the stage.
    Here,
}

/// What of a presentation is in no link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// What it is shown.
    pub screen: Screen,
    /// Whether the keys are listed.
    pub help: bool,
    /// Where the speaker's notes are.
    pub notes: Notes,
    /// Whether the story goes on by itself.
    pub running: bool,
}

/// Where a presentation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The step that is told, counted from 0.
    pub index: usize,
    /// How many steps there are.
    pub count: usize,
    /// Whether the screen is filled.
    pub fullscreen: bool,
}

/// What is to be done for a command outside of [`Room`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Tell a step, counted from 0.
    Tell(usize),
    /// Go back to the page.
    Leave,
    /// Fill the screen, or no longer.
    Fullscreen(bool),
    /// Open the speaker's window.
    OpenLectern,
}

impl Room {
    /// The room after a command, and what else is to be done.
    ///
    /// On a black or white screen any input shows the story again, and does no more:
    /// nobody sees where it would lead. While the keys are listed, only what puts the
    /// list away is heard, so that the list can be scrolled.
    #[must_use]
    pub const fn obey(self, command: Command, place: Place) -> (Self, Option<Effect>) {
        if self.help {
            let help = !matches!(command, Command::Help | Command::Stop);
            return (Self { help, ..self }, None);
        }
        let paused = Self {
            running: false,
            ..self
        };
        if let Command::Held = command {
            return (self, None);
        }
        if !matches!(self.screen, Screen::Story) {
            let shown = Self {
                screen: Screen::Story,
                ..paused
            };
            let effect = match command {
                Command::Start => Some(Effect::Fullscreen(true)),
                Command::End => Some(Effect::Leave),
                _ => None,
            };
            return (shown, effect);
        }
        let last = place.count.saturating_sub(1);
        let told = match command {
            Command::Next if place.index < last => Some(place.index + 1),
            Command::Previous if place.index > 0 => Some(place.index - 1),
            Command::First => Some(0),
            Command::Last => Some(last),
            Command::GoTo(number) if number > 0 && number <= place.count => Some(number - 1),
            _ => None,
        };
        if let Some(index) = told {
            return (paused, Some(Effect::Tell(index)));
        }
        match command {
            Command::Black => (paused.with(Screen::Black), None),
            Command::White => (paused.with(Screen::White), None),
            Command::Fullscreen => (paused, Some(Effect::Fullscreen(!place.fullscreen))),
            Command::Start => (paused, Some(Effect::Fullscreen(true))),
            Command::Stop if place.fullscreen => (paused, Some(Effect::Fullscreen(false))),
            Command::Stop | Command::End => (paused, Some(Effect::Leave)),
            Command::Help => {
                let help = true;
                (Self { help, ..paused }, None)
            }
            Command::Kiosk => {
                let running = !self.running;
                (Self { running, ..self }, None)
            }
            Command::Lectern if matches!(self.notes, Notes::Here) => {
                let notes = Notes::Elsewhere;
                (Self { notes, ..paused }, None)
            }
            Command::Lectern => (paused, Some(Effect::OpenLectern)),
            _ => (paused, None),
        }
    }

    const fn with(self, screen: Screen) -> Self {
        Self { screen, ..self }
    }

    /// The room once the speaker's window was opened or refused. Asked for a second time
    /// after a refusal, the notes are shown here.
    #[must_use]
    pub const fn with_lectern(self, opened: bool) -> Self {
        let notes = match (opened, self.notes) {
            (true, _) => Notes::Elsewhere,
            (false, Notes::Elsewhere) => Notes::Refused,
            (false, Notes::Refused | Notes::Here) => Notes::Here,
        };
        Self { notes, ..self }
    }
}

/// How long a step stays where nobody said how long, in seconds.
pub const KIOSK_SECONDS: u16 = 20;

/// The step after one of so many, counted from 0, where the story goes on by itself: after
/// its last comes its first.
pub const fn step_after(index: usize, count: usize) -> usize {
    if index + 1 < count { index + 1 } else { 0 }
}

/// How long a step stays where the story goes on by itself, in seconds: the last one
/// twice as long, so that an end is seen.
pub const fn seconds_at(index: usize, count: usize, seconds: u16) -> u32 {
    let seconds = seconds as u32;
    if index + 1 < count {
        seconds
    } else {
        2 * seconds
    }
}

/// The index of a step, and how many there are.
pub fn place_of(story: &Ecosystem, step: Option<StepId>, fullscreen: bool) -> Place {
    Place {
        index: step.map_or(0, Id::index),
        count: story.steps.len(),
        fullscreen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIDDLE: Place = Place {
        index: 1,
        count: 3,
        fullscreen: false,
    };

    fn told(command: Command, index: usize) -> Option<Effect> {
        Room::default().obey(command, Place { index, ..MIDDLE }).1
    }

    #[test]
    fn steps_end_at_the_first_and_at_the_last() {
        assert_eq!(told(Command::Next, 1), Some(Effect::Tell(2)));
        assert_eq!(told(Command::Next, 2), None);
        assert_eq!(told(Command::Previous, 1), Some(Effect::Tell(0)));
        assert_eq!(told(Command::Previous, 0), None);
        assert_eq!(told(Command::First, 2), Some(Effect::Tell(0)));
        assert_eq!(told(Command::Last, 0), Some(Effect::Tell(2)));
        assert_eq!(told(Command::GoTo(3), 0), Some(Effect::Tell(2)));
        assert_eq!(told(Command::GoTo(4), 0), None, "there are three");
        assert_eq!(told(Command::GoTo(0), 0), None);
        let nothing = Place::default();
        assert_eq!(Room::default().obey(Command::Next, nothing).1, None);
    }

    #[test]
    fn any_input_shows_the_story_again_and_does_no_more() {
        for blank in [Command::Black, Command::White] {
            let (room, effect) = Room::default().obey(blank, MIDDLE);
            assert_eq!(effect, None);
            assert_ne!(room.screen, Screen::Story);
            for command in [blank, Command::Next, Command::Stop, Command::Touch] {
                let after = room.obey(command, MIDDLE);
                assert_eq!(after, (Room::default(), None), "{command:?}");
            }
            let (_, effect) = room.obey(Command::Start, MIDDLE);
            assert_eq!(effect, Some(Effect::Fullscreen(true)), "a clicker begins");
            assert_eq!(room.obey(Command::Held, MIDDLE).0, room, "B held down");
        }
    }

    #[test]
    fn a_clicker_begins_and_stops_in_turn() {
        let full = Place {
            fullscreen: true,
            ..MIDDLE
        };
        let effect = |command, place| Room::default().obey(command, place).1;
        assert_eq!(
            effect(Command::Start, MIDDLE),
            Some(Effect::Fullscreen(true))
        );
        assert_eq!(effect(Command::Stop, full), Some(Effect::Fullscreen(false)));
        assert_eq!(effect(Command::Stop, MIDDLE), Some(Effect::Leave));
        assert_eq!(effect(Command::End, full), Some(Effect::Leave));
        assert_eq!(
            effect(Command::Fullscreen, full),
            Some(Effect::Fullscreen(false))
        );
    }

    #[test]
    fn while_the_keys_are_listed_only_what_closes_the_list_is_heard() {
        let (room, _) = Room::default().obey(Command::Help, MIDDLE);
        assert!(room.help, "listed");
        assert_eq!(room.obey(Command::Next, MIDDLE), (room, None));
        for command in [Command::Help, Command::Stop] {
            assert_eq!(room.obey(command, MIDDLE), (Room::default(), None));
        }
    }

    #[test]
    fn what_goes_on_by_itself_pauses_at_any_input() {
        let running = Room {
            running: true,
            ..Room::default()
        };
        for command in [
            Command::Next,
            Command::Touch,
            Command::Black,
            Command::Kiosk,
        ] {
            assert!(!running.obey(command, MIDDLE).0.running, "{command:?}");
        }
        assert!(Room::default().obey(Command::Kiosk, MIDDLE).0.running, "K");
        assert_eq!([0, 1, 2].map(|index| step_after(index, 3)), [1, 2, 0]);
        assert_eq!([0, 2].map(|index| seconds_at(index, 3, 20)), [20, 40]);
    }

    #[test]
    fn notes_come_here_only_when_asked_for_after_a_refusal() {
        let ask = |room: Room, opened| {
            let (room, effect) = room.obey(Command::Lectern, MIDDLE);
            match effect {
                Some(Effect::OpenLectern) => room.with_lectern(opened),
                _ => room,
            }
        };
        let once = ask(Room::default(), false);
        assert_eq!(once.notes, Notes::Refused);
        assert_eq!(ask(once, true).notes, Notes::Elsewhere);
        let twice = ask(once, false);
        assert_eq!(twice.notes, Notes::Here);
        assert_eq!(ask(twice, false).notes, Notes::Elsewhere, "put away again");
    }
}
