//! A room and the lectern before it: what each may do, and how two windows of the same
//! page stay in step.
//!
//! The room decides. The lectern asks ([`Message::Do`]), and shows what the room answers
//! ([`Message::At`]). Once a second it says that it is there ([`Message::Connect`]) and is
//! answered, so that either window finds the other again after it was loaded anew.
//!
//! A message is one line of text: `tahaluf-stage`, a word, and for some a few values.
//!
//! ```text
//! tahaluf-stage connect began=1764062400
//! tahaluf-stage at step=two-alliances screen=black kiosk=off began=1764062400
//! tahaluf-stage do next
//! tahaluf-stage do go=4
//! ```

pub mod room;

use crate::keymap::stage::Command;
use crate::model::Ecosystem;
use crate::model::id::StepId;

/// What the room is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The story.
    #[default]
    Story,
    /// Nothing, in black.
    Black,
    /// Nothing, in white.
    White,
}

const SCREENS: [(Screen, &str); 3] = [
    (Screen::Story, "story"),
    (Screen::Black, "black"),
    (Screen::White, "white"),
];

impl Screen {
    /// Its name, in messages and as a class.
    pub fn name(self) -> &'static str {
        SCREENS
            .into_iter()
            .find_map(|(screen, name)| (screen == self).then_some(name))
            .unwrap_or_default()
    }
}

/// What one window says to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// The lectern is there.
    Connect {
        /// When the talk began, in seconds since 1970, where the lectern knows.
        began: Option<u64>,
    },
    /// What the room shows.
    At {
        /// The step that is told.
        step: StepId,
        /// What the room is shown of it.
        screen: Screen,
        /// Whether the story goes on by itself.
        running: bool,
        /// When the talk began, in seconds since 1970, where the room knows.
        began: Option<u64>,
    },
    /// What the lectern asks of the room.
    Do(Command),
}

/// What every message begins with.
const NAME: &str = "tahaluf-stage";
/// The longest message that is read, in bytes.
const LONGEST: usize = 300;

/// What a lectern may ask for.
const COMMANDS: [(Command, &str); 8] = [
    (Command::Next, "next"),
    (Command::Previous, "previous"),
    (Command::First, "first"),
    (Command::Last, "last"),
    (Command::Black, "black"),
    (Command::White, "white"),
    (Command::Kiosk, "kiosk"),
    (Command::End, "end"),
];

impl Message {
    /// The message as one line of text; none for what no lectern may ask.
    pub fn encode(self, story: &Ecosystem) -> Option<String> {
        let mut text = NAME.to_owned();
        let mut say = |word: &[&str]| {
            text.push(' ');
            text.push_str(&word.concat());
        };
        let began = match self {
            Self::Connect { began } => {
                say(&["connect"]);
                began
            }
            Self::At {
                step,
                screen,
                running,
                began,
            } => {
                say(&["at"]);
                say(&["step=", &story.steps[step].slug]);
                say(&["screen=", screen.name()]);
                say(&["kiosk=", if running { "on" } else { "off" }]);
                began
            }
            Self::Do(Command::GoTo(number)) => {
                say(&["do"]);
                say(&["go=", &number.to_string()]);
                None
            }
            Self::Do(command) => {
                let (_, name) = COMMANDS.iter().find(|(it, _)| *it == command)?;
                say(&["do"]);
                say(&[name]);
                None
            }
        };
        if let Some(began) = began {
            say(&["began=", &began.to_string()]);
        }
        Some(text)
    }

    /// The message in a text; none where it is somebody else's or makes no sense. What is
    /// not understood of a message that does is left out.
    pub fn decode(text: &str, story: &Ecosystem) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut words = text.split(' ');
        if words.next() != Some(NAME) {
            return None;
        }
        let kind = words.next()?;
        let values: Vec<_> = words.collect();
        let value = |key: &str| {
            let mut pairs = values.iter().filter_map(|word| word.split_once('='));
            pairs.find_map(|(name, value)| (name == key).then_some(value))
        };
        let began = value("began").and_then(|began| began.parse().ok());
        match kind {
            "connect" => Some(Self::Connect { began }),
            "at" => {
                let slug = value("step")?;
                let screen = value("screen").unwrap_or_default();
                let screen = SCREENS.iter().find(|(_, name)| *name == screen);
                Some(Self::At {
                    step: story.steps.find(|step| step.slug == slug)?,
                    screen: screen.map(|(screen, _)| *screen).unwrap_or_default(),
                    running: value("kiosk") == Some("on"),
                    began,
                })
            }
            "do" => {
                if let Some(number) = value("go") {
                    return Some(Self::Do(Command::GoTo(number.parse().ok()?)));
                }
                let word = values.first()?;
                let command = COMMANDS.iter().find(|(_, name)| name == word);
                command.map(|(command, _)| Self::Do(*command))
            }
            _ => None,
        }
    }
}

/// What whoever speaks sees besides the step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lectern {
    /// What the room is shown.
    pub screen: Screen,
    /// Whether the story goes on by itself.
    pub running: bool,
    /// Whether the keys are listed.
    pub help: bool,
    /// When the talk began, in seconds since 1970.
    pub began: Option<u64>,
    /// Now, in seconds since 1970.
    pub now: u64,
    /// When the lectern was opened, or the room last heard.
    pub heard: u64,
    /// Whether the room was ever heard.
    pub met: bool,
}

/// How long a room may be silent before it counts as gone, in seconds.
const PATIENCE: u64 = 3;

/// Whether a room is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Not known yet: the room was just asked for the first time.
    Looking,
    /// It is there, and has answered within the last seconds.
    Together,
    /// It does not answer, and the lectern turns its pages by itself.
    Gone,
}

impl Lectern {
    /// A lectern that was just opened.
    pub fn opened(now: u64) -> Self {
        Self {
            now,
            heard: now,
            ..Self::default()
        }
    }

    /// A second later. A talk whose room does not answer begins when its lectern gives up.
    #[must_use]
    pub fn at(self, now: u64) -> Self {
        let later = Self { now, ..self };
        let gone = later.company() == Company::Gone;
        Self {
            began: self.began.or(gone.then_some(now)),
            ..later
        }
    }

    /// After an answer of the room, which says [`Message::At`] of these.
    #[must_use]
    pub fn hearing(self, screen: Screen, running: bool, began: Option<u64>) -> Self {
        Self {
            screen,
            running,
            began: self.began.or(began).or(Some(self.now)),
            heard: self.now,
            met: true,
            ..self
        }
    }

    /// With the time set back to nothing.
    #[must_use]
    pub const fn reset(self) -> Self {
        Self {
            began: Some(self.now),
            ..self
        }
    }

    /// Whether a room is there.
    pub const fn company(self) -> Company {
        if self.now.saturating_sub(self.heard) > PATIENCE {
            Company::Gone
        } else if self.met {
            Company::Together
        } else {
            Company::Looking
        }
    }

    /// How long the talk has lasted, in seconds.
    pub fn elapsed(self) -> u64 {
        self.now
            .saturating_sub(self.began.unwrap_or(self.now))
            .min(LONGEST_TALK)
    }
}

/// The longest time that is shown, in seconds: what a wrong clock gives is no use.
const LONGEST_TALK: u64 = 99 * 3600 + 59 * 60 + 59;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Step;
    use proptest::prelude::*;

    fn story() -> Ecosystem {
        let step = |slug: &str| Step {
            slug: slug.to_owned(),
            ..Step::default()
        };
        Ecosystem {
            steps: vec![step("pressure"), step("two-alliances"), step("open")].into(),
            ..Ecosystem::default()
        }
    }

    #[test]
    fn messages_are_read_as_they_are_written() {
        let story = story();
        let step = story.steps.find(|step| step.slug == "two-alliances");
        let step = step.unwrap();
        for (message, text) in [
            (Message::Connect { began: None }, "tahaluf-stage connect"),
            (
                Message::Connect { began: Some(7) },
                "tahaluf-stage connect began=7",
            ),
            (
                Message::At {
                    step,
                    screen: Screen::Black,
                    running: true,
                    began: Some(1_764_062_400),
                },
                "tahaluf-stage at step=two-alliances screen=black kiosk=on began=1764062400",
            ),
            (Message::Do(Command::Next), "tahaluf-stage do next"),
            (Message::Do(Command::GoTo(4)), "tahaluf-stage do go=4"),
        ] {
            assert_eq!(message.encode(&story).as_deref(), Some(text));
            assert_eq!(Message::decode(text, &story), Some(message));
        }
        for (command, _) in COMMANDS {
            let text = Message::Do(command).encode(&story).unwrap();
            assert_eq!(Message::decode(&text, &story), Some(Message::Do(command)));
        }
        assert_eq!(Message::Do(Command::Lectern).encode(&story), None);
    }

    #[test]
    fn what_is_hostile_or_somebody_elses_is_not_heard() {
        let story = story();
        let long = ["tahaluf-stage connect ", &"x".repeat(400)].concat();
        for text in [
            "",
            "tahaluf-stage",
            "tahaluf-stage ",
            "tahaluf-stage at",
            "tahaluf-stage at step=unknown screen=story",
            "tahaluf-stage at step=<img> screen=story",
            "tahaluf-stage do",
            "tahaluf-stage do harm",
            "tahaluf-stage do go=-1",
            "tahaluf-stage do go=99999999999999999999999",
            "tahaluf-stages connect",
            "pymxPYMxmap-1xPYMxheightxPYMx812",
            "{\"sentinel\":\"amp\",\"type\":\"embed-size\"}",
            &long,
        ] {
            assert_eq!(Message::decode(text, &story), None, "{text}");
        }
        let odd = "tahaluf-stage at step=open screen=purple kiosk=maybe began=soon";
        let Some(Message::At { screen, began, .. }) = Message::decode(odd, &story) else {
            panic!("the step is known");
        };
        assert_eq!((screen, began), (Screen::Story, None));
    }

    #[test]
    fn a_lectern_without_a_room_says_so_and_finds_it_again() {
        let opened = Lectern::opened(100);
        assert_eq!(opened.company(), Company::Looking);
        let left = opened.at(104);
        assert_eq!(left.company(), Company::Gone);
        assert_eq!(left.began, Some(104));
        let again = left.hearing(Screen::Black, false, Some(50));
        assert_eq!(again.company(), Company::Together);
        assert_eq!(again.began, Some(104), "its own time goes on");
        assert_eq!(again.at(110).elapsed(), 6);
        assert_eq!(again.at(110).reset().elapsed(), 0);
        let loaded_anew = Lectern::opened(200).hearing(Screen::Story, false, Some(50));
        assert_eq!(loaded_anew.elapsed(), 150, "the room remembers");
        let wrong = Lectern::opened(200).hearing(Screen::Story, false, Some(u64::MAX));
        assert_eq!(wrong.elapsed(), 0);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "(tahaluf-stage )?(at|do|connect|.{0,4}) ?.{0,40}") {
            let _ = Message::decode(&text, &story());
        }
    }
}
