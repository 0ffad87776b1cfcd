//! The stories that laws are tried on: the bundled one, those of `tests/fixtures/`, each with
//! something that the bundled one has not, and a large one that is generated.

use super::large::three_hundred;
use super::{atlas_of, slice};
use serde_json::Value;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use tahaluf::atlas::Atlas;
use tahaluf::date::{Date, When};
use tahaluf::graph::Slice;
use tahaluf::layout::{Frame, Layout};
use tahaluf::locale::Locale;
use tahaluf::scene::highlight::Highlight;
use tahaluf::scene::network::{self, NetworkScene};
use tahaluf::state::{Action, State, View};

/// Gives a macro the names of the files in `tests/fixtures/`, after other names: a browser test
/// reads no directory, so that here is the one list of them.
macro_rules! fixtures {
    ($each:ident $(, $other:literal)*) => {
        $each![
            $($other,)*
            "one-alliance",
            "three-alliances",
            "five-alliances",
            "twelve-alliances",
            "endings",
            "no-steps",
            "no-events",
            "no-ties",
            "one-account",
        ]
    };
}
// What runs in a browser is told the names once more.
#[cfg(target_arch = "wasm32")]
pub(crate) use fixtures;

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../fixtures/", $name, ".json")))),*]
    };
}

/// Each fixture's name and text.
pub(crate) const FIXTURES: &[(&str, &str)] = fixtures!(texts);

/// The name of the bundled story among the others.
pub(crate) const BUNDLED: &str = "bundled";
/// The name of the generated story.
pub(crate) const LARGE: &str = "three-hundred";

/// From this many organizations on, a story is tried on a few of its days.
const MANY: usize = 100;
/// How many days are a few.
const FEW: usize = 4;

/// A story with all that is made of it once.
pub(crate) struct Story {
    /// The name of its file.
    pub(crate) name: &'static str,
    /// Its file, for what is said of it without any of the program's code.
    pub(crate) json: Value,
    /// What the program makes of it.
    pub(crate) atlas: Atlas,
    /// Its pictures: a frame, with or without the relations.
    pub(crate) layouts: Vec<(Frame, bool, Layout)>,
}

impl Story {
    fn new(name: &'static str, json: &str) -> Self {
        let json = serde_json::from_str(json).unwrap_or_else(|error| panic!("{name}: {error}"));
        let atlas = atlas_of(&json);
        let mut layouts = Vec::new();
        for frame in Frame::ALL {
            for relations in [false, true] {
                layouts.push((frame, relations, atlas.layout(frame, relations)));
            }
        }
        Self {
            name,
            json,
            atlas,
            layouts,
        }
    }

    /// The opening state in a language, with or without the relations.
    pub(crate) fn opening(&self, locale: Locale, relations: bool) -> State {
        super::opening(&self.atlas, locale, relations)
    }

    /// What of the story a state shows.
    pub(crate) fn slice(&self, state: &State) -> Slice {
        slice(&self.atlas, state)
    }

    /// What a state looks like in a frame.
    pub(crate) fn picture(&self, state: &State, frame: Frame) -> NetworkScene {
        let fits = |it: &&(Frame, bool, Layout)| (it.0, it.1) == (frame, state.relations);
        let (_, _, layout) = self
            .layouts
            .iter()
            .find(fits)
            .unwrap_or_else(|| panic!("{}: {frame:?} is not laid out", self.name));
        network::of(&self.atlas, layout, &self.slice(state), state.locale, "")
    }

    /// What stands out of a state, with nothing previewed.
    pub(crate) fn highlight(&self, state: &State) -> Highlight {
        let story = self.atlas.ecosystem();
        Highlight::of(story, &self.slice(state), state.choice(), None)
    }

    /// Every day on which something changes, the day before and the day after; of a large story,
    /// a few of them from first to last.
    pub(crate) fn days(&self) -> Vec<Date> {
        let mut changes = BTreeSet::new();
        dates(&self.json, "", &mut changes);
        let span = self.atlas.ecosystem().span();
        let around = changes
            .iter()
            .flat_map(|day| [-1, 0, 1].map(|by| day.plus_days(by)));
        let days: BTreeSet<_> = around.filter(|day| span.contains(*day)).collect();
        let days: Vec<_> = days.into_iter().collect();
        if self.atlas.ecosystem().organizations.len() < MANY {
            return days;
        }
        let (last, steps) = (days.len() - 1, FEW - 1);
        (0..=steps).map(|step| days[last * step / steps]).collect()
    }

    /// Every such day, by turns in Arabic and, with the relations, in English.
    pub(crate) fn states(&self) -> impl Iterator<Item = State> {
        let choices = [(Locale::Ar, false), (Locale::En, true)];
        let days = self.days().into_iter().zip(choices.into_iter().cycle());
        days.map(|(date, (locale, relations))| State {
            date,
            ..self.opening(locale, relations)
        })
    }

    /// The opening state in both languages, without and with the relations.
    pub(crate) fn openings(&self) -> impl Iterator<Item = State> {
        let layers = [false, true].into_iter();
        layers.flat_map(|relations| Locale::ALL.map(|locale| self.opening(locale, relations)))
    }

    /// A state with the accounts side by side; none where fewer than two of them name members.
    pub(crate) fn compared(&self, state: &State) -> Option<State> {
        let memberships = self.list("memberships").iter();
        let namings = memberships.flat_map(|it| it["named_by"].as_array().into_iter().flatten());
        let accounts: BTreeSet<_> = namings.filter_map(|it| it["account"].as_str()).collect();
        (accounts.len() > 1).then(|| state.apply(Action::Show(View::Compare)))
    }

    /// The items of a list of the file, none where it is left out.
    pub(crate) fn list(&self, key: &str) -> &[Value] {
        self.json[key].as_array().map_or(&[], Vec::as_slice)
    }

    /// A state that shows the whole time.
    pub(crate) fn whole_time(&self, state: State) -> State {
        state.apply(Action::Zoom(self.atlas.ecosystem().span()))
    }
}

/// The first days of every date in a file.
fn dates(json: &Value, key: &str, found: &mut BTreeSet<Date>) {
    const DATES: [&str; 5] = ["when", "from", "announced", "reported", "as_of"];
    match json {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, value)| dates(value, key, found)),
        Value::Array(items) => items.iter().for_each(|item| dates(item, key, found)),
        Value::String(text) if DATES.contains(&key) => {
            let when: Option<When> = text.parse().ok();
            found.extend(when.map(When::first_day));
        }
        _ => {}
    }
}

static BUNDLED_STORY: LazyLock<Story> =
    LazyLock::new(|| Story::new(BUNDLED, include_str!("../../assets/story.json")));

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let fixtures = FIXTURES.iter().map(|(name, json)| Story::new(name, json));
    let large = Story::new(LARGE, &three_hundred().to_string());
    fixtures.chain([large]).collect()
});

/// The bundled story.
pub(crate) fn bundled_story() -> &'static Story {
    &BUNDLED_STORY
}

/// Every story: the bundled one, the fixtures, the large one.
pub(crate) fn stories() -> impl Iterator<Item = &'static Story> {
    [bundled_story()].into_iter().chain(STORIES.iter())
}

/// A law that a story breaks today, and why: the story's name, and the reason.
pub(crate) type Known = (&'static str, &'static str);

/// Tries a law on every story, and says of all that break it how they do. A story that is known
/// to break it must: whoever mends the program takes its line out of the list.
pub(crate) fn every_story_keeps(known: &[Known], law: impl Fn(&'static Story)) {
    let mut faults = Vec::new();
    for story in stories() {
        let kept = catch_unwind(AssertUnwindSafe(|| law(story)));
        let reason = known.iter().find(|(name, _)| *name == story.name);
        match (kept, reason) {
            (Ok(()), None) | (Err(_), Some(_)) => {}
            (Ok(()), Some((_, reason))) => faults.push(format!(
                "{}: it keeps this law now; take it out of the list of those that do not \
                 ({reason})",
                story.name
            )),
            (Err(panic), None) => {
                let text = panic.downcast_ref::<String>().cloned();
                let words = panic.downcast_ref::<&str>().map(|it| (*it).to_owned());
                let message = text.or(words).unwrap_or_default();
                faults.push(format!("{}: {message}", story.name));
            }
        }
    }
    for (name, _) in known {
        assert!(stories().any(|it| it.name == *name), "no story is {name}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
