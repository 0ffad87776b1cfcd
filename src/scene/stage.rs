//! What a room is shown of a state, and what whoever speaks to it sees: the step that is
//! told and the next, in words, and the picture with names to be read from afar.

use super::compare::{self, Column};
use super::highlight::Highlight;
use super::lettering::{self, Lettering, mirrored};
use super::network::{self, NetworkScene};
use crate::atlas::Atlas;
use crate::geometry::{Rect, Size};
use crate::graph::{Slice, node_index};
use crate::layout::{Frame, Layout, Place};
use crate::locale::catalog::stage::{KEYS, StageMessages};
use crate::locale::{Locale, format};
use crate::model::Ecosystem;
use crate::model::id::{Id, NodeId, StepId};
use crate::state::{Stage, State};

/// A step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The day that it shows.
    pub day: String,
    /// What it is about.
    pub title: String,
    /// What the step tells, as plain text.
    pub text: String,
    /// Whether that is so much that it is set smaller.
    pub is_long: bool,
    /// What whoever tells it may want to add.
    pub note: String,
}

/// Where the telling of a story is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageScene {
    /// The step that is told, counted from 1.
    pub number: usize,
    /// How many steps there are.
    pub count: usize,
    /// "Step 2 of 8"
    pub position: String,
    /// The step that is told.
    pub now: Telling,
    /// The one after it.
    pub next: Option<Telling>,
    /// Whether there is one before it.
    pub has_previous: bool,
}

/// Where the telling is; nothing where no step is told.
pub fn of(story: &Ecosystem, state: &State) -> Option<StageScene> {
    let step = state.step?;
    let (index, count) = (step.index(), story.steps.len());
    let words = StageMessages::of(state.locale);
    let position = [
        words.step,
        &(index + 1).to_string(),
        words.step_of,
        &count.to_string(),
    ];
    let next = step_at(story, index + 1);
    Some(StageScene {
        number: index + 1,
        count,
        position: position.concat(),
        now: telling(story, step, state.locale),
        next: next.map(|step| telling(story, step, state.locale)),
        has_previous: index > 0,
    })
}

/// The most that is told in large letters, in characters.
const LONG: usize = 240;

fn telling(story: &Ecosystem, step: StepId, locale: Locale) -> Telling {
    let step = &story.steps[step];
    let text = |text: &crate::model::text::Text| text.get(locale).to_owned();
    let told = step.short.as_ref().unwrap_or(&step.text);
    Telling {
        day: format::date(locale, step.date),
        title: text(&step.title),
        is_long: told.get(locale).chars().count() > LONG,
        text: text(told),
        note: text(&step.note),
    }
}

fn step_at(story: &Ecosystem, index: usize) -> Option<StepId> {
    story.steps.ids().nth(index)
}

/// The state in which a step is told, counted from 0; the same where there is none.
#[must_use]
pub fn told(story: &Ecosystem, state: State, index: usize) -> State {
    match step_at(story, index) {
        Some(step) => state.telling(story, Some(step)),
        None => state,
    }
}

/// The state before a room: at the step that a reader is at, else at the first; nothing
/// where the story has no steps.
pub fn entered(story: &Ecosystem, state: State) -> Option<State> {
    let step = state.step.or_else(|| step_at(story, 0))?;
    let room = State {
        stage: Stage::Room,
        ..state
    };
    Some(room.telling(story, Some(step)))
}

/// The state of a reader after a presentation, at the step where it ended.
#[must_use]
pub fn left(state: State) -> State {
    State {
        stage: Stage::Page,
        kiosk: None,
        ..state
    }
}

/// The state of whoever speaks while a room has this one.
#[must_use]
pub fn before(state: State) -> State {
    State {
        stage: Stage::Lectern,
        kiosk: None,
        ..state
    }
}

/// The list of keys: each group, with what it does. Arrows go the way of writing.
pub fn keys(locale: Locale) -> Vec<(Vec<String>, &'static str)> {
    let direction = locale.direction();
    let turned = |key: &&str| {
        let mut turned = String::new();
        for sign in key.chars() {
            match sign {
                '→' => turned.push_str(direction.forward_arrow()),
                '←' => turned.push_str(direction.backward_arrow()),
                _ => turned.push(sign),
            }
        }
        turned
    };
    let meanings = StageMessages::of(locale).meanings;
    let groups = KEYS.iter().map(|group| group.iter().map(turned).collect());
    groups.zip(meanings).collect()
}

/// A time in hours, minutes and seconds: `7:05`, `1:00:09`.
pub fn duration(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        [&minutes.to_string(), ":", &two_digits(seconds)].concat()
    } else {
        let parts = [":", &two_digits(minutes), ":", &two_digits(seconds)];
        [&hours.to_string(), parts.concat().as_str()].concat()
    }
}

/// A time of the day: `09:05`.
pub fn clock(hours: u32, minutes: u32) -> String {
    [
        two_digits(u64::from(hours)),
        ":".to_owned(),
        two_digits(u64::from(minutes)),
    ]
    .concat()
}

fn two_digits(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 2 {
        ["0", &digits].concat()
    } else {
        digits
    }
}

/// As large as the layout makes room for without crowding the nodes. The wide picture with
/// the relations is taller, and so shown smaller: its letters are larger for that. On a
/// phone, which nobody reads from afar, they are as on the page.
pub const fn letters(frame: Frame, relations: bool) -> Lettering {
    let (name, title) = match (frame, relations) {
        (Frame::Tall, _) => (1.0, 1.0),
        (Frame::Wide, false) => (1.3, 1.4),
        (Frame::Wide, true) => (1.8, 1.6),
    };
    // Numbers keep the size of their hubs.
    let number = 1.0;
    Lettering {
        name,
        title,
        number,
    }
}

/// The width up to which a stage that is taller than wide is a phone's, in CSS px.
const PHONE: f64 = 640.0;

/// The shape of the picture on a stage of this size, in CSS px.
pub fn frame(stage: Size) -> Frame {
    if stage.width < PHONE && stage.width < stage.height {
        Frame::Tall
    } else {
        Frame::Wide
    }
}

/// The network for a room.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomPicture {
    /// What stands out of it. Nothing is chosen in a room: what stands out says it.
    pub highlight: Highlight,
    /// Its marks. Names are set as [`letters`] says, and stand for that.
    pub scene: NetworkScene,
    /// The part of it that is shown, in the scene's coordinates.
    pub shown: Rect,
}

/// Where everything in the picture stands for a room; the same for every step that has
/// the relations, or that has not.
pub fn layout(atlas: &Atlas, frame: Frame, relations: bool) -> Layout {
    lettering::layout(atlas, frame, relations, letters(frame, relations))
}

/// The picture of a step. It shows what the step brings close, else everything.
pub fn picture(atlas: &Atlas, layout: &Layout, state: &State, slice: &Slice) -> RoomPicture {
    let scene = network::of(atlas, layout, slice, state.locale, "");
    let letters = letters(layout.frame, state.relations);
    let around: &[NodeId] = state
        .step
        .map_or(&[], |step| &atlas.ecosystem().steps[step].around);
    enlarged(atlas, layout, letters, state, slice, (scene, around))
}

/// The picture of an account beside another's.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountPicture {
    /// What the account is called.
    pub name: String,
    /// How many members it names of all.
    pub count: String,
    /// What it shows.
    pub picture: RoomPicture,
}

/// Whether the step of a state shows accounts side by side on a stage with a picture in this frame;
/// on a phone nothing could be read of them.
pub fn has_sides(story: &Ecosystem, state: &State, frame: Frame) -> bool {
    let step = state.step.map(|step| &story.steps[step]);
    frame == Frame::Wide && step.is_some_and(|step| !step.accounts.is_empty())
}

/// The frame of pictures side by side: they are narrow, and stacked as on a phone. With letters as on
/// the page, where each field has a bay for whom its account does not name.
pub const SIDE: Frame = Frame::Tall;

/// The pictures of the accounts that the step of a state shows side by side, of those that name
/// members; `layout` is that of [`SIDE`].
pub fn sides(atlas: &Atlas, layout: &Layout, state: &State) -> Vec<AccountPicture> {
    let Some(step) = state.step else {
        return Vec::new();
    };
    let compared = compare::of(atlas, state);
    let accounts = atlas.ecosystem().steps[step].accounts.iter();
    let columns = accounts.filter_map(|account| {
        let mut columns = compared.columns.iter();
        columns.find(|column| column.account == *account)
    });
    let letters = letters(SIDE, state.relations);
    let picture = |column: &Column| {
        let ids = [&column.slug, "-"].concat();
        let scene = compared.picture(atlas, layout, column, state.locale, &ids);
        AccountPicture {
            name: column.name.clone(),
            count: column.count.clone(),
            picture: enlarged(atlas, layout, letters, state, &column.slice, (scene, &[])),
        }
    };
    columns.map(picture).collect()
}

/// A picture with letters for a room. It shows what is brought close, else everything.
fn enlarged(
    atlas: &Atlas,
    layout: &Layout,
    letters: Lettering,
    state: &State,
    slice: &Slice,
    (mut scene, around): (NetworkScene, &[NodeId]),
) -> RoomPicture {
    let story = atlas.ecosystem();
    let place = |node| layout.place(node_index(story, node), state.date);
    lettering::enlarge(&mut scene, atlas, layout, letters);
    let close = around.iter().filter(|node| slice.has(**node));
    let close = close.filter_map(|node| place(*node)).map(Place::bounds);
    let direction = state.locale.direction();
    let shown = close
        .reduce(Rect::union)
        .map_or_else(|| whole(layout), |close| near(close, scene.size.width));
    RoomPicture {
        highlight: Highlight::of(story, slice, state.choice(), None).without_choice(),
        shown: mirrored(shown, direction, scene.size.width),
        scene,
    }
}

/// Room around what is brought close, in scene units, and the least width that is shown as
/// a part of the whole: closer, a lone node would fill the wall.
const AIR: f64 = 24.0;
const CLOSEST: f64 = 0.4;

fn near(close: Rect, width: f64) -> Rect {
    let close = close.inflate(AIR);
    let wider = (width * CLOSEST - close.size().width) / 2.0;
    close.inflate(wider.max(0.0))
}

/// Everything that is drawn: a picture's frame has margins that a room can spare.
fn whole(layout: &Layout) -> Rect {
    layout.extent().inflate(AIR / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Step;
    use crate::model::text::Text;

    fn story() -> Ecosystem {
        let text = |text: &str| Text {
            ar: ["ع ", text].concat(),
            en: text.to_owned(),
        };
        let step = |slug: &str| Step {
            slug: slug.to_owned(),
            title: text(slug),
            text: text("told"),
            note: text("noted"),
            ..Step::default()
        };
        Ecosystem {
            steps: vec![step("first"), step("second")].into(),
            ..Ecosystem::default()
        }
    }

    #[test]
    fn a_step_is_told_with_its_place_and_with_what_comes_next() {
        let story = story();
        let state = entered(&story, State::opening(&story, Locale::En)).unwrap();
        let scene = of(&story, &state).unwrap();
        assert_eq!(scene.position, "Step 1 of 2");
        assert_eq!(scene.now.title, "first");
        assert_eq!(scene.next.map(|next| next.title).as_deref(), Some("second"));
        assert!(!scene.has_previous, "it is the first");
        let last = told(&story, state, 1);
        let scene = of(
            &story,
            &State {
                locale: Locale::Ar,
                ..last
            },
        )
        .unwrap();
        assert_eq!(scene.position, "الخطوة 2 من 2");
        assert_eq!((scene.now.title.as_str(), scene.next), ("ع second", None));
        assert!(scene.has_previous, "the first");
        assert_eq!(told(&story, last, 2), last, "there is no third");
    }

    #[test]
    fn a_room_begins_where_the_reader_is_and_ends_there() {
        let story = story();
        let opening = State::opening(&story, Locale::Ar);
        let at_second = told(&story, opening, 1);
        let room = entered(&story, at_second).unwrap();
        assert_eq!((room.stage, room.step), (Stage::Room, at_second.step));
        let kiosk = State {
            kiosk: Some(20),
            ..room
        };
        assert_eq!(left(kiosk), at_second);
        assert_eq!(before(kiosk).stage, Stage::Lectern);
        let untold = Ecosystem::default();
        assert_eq!(entered(&untold, State::opening(&untold, Locale::Ar)), None);
    }

    #[test]
    fn the_listed_arrows_are_those_that_the_keys_are_read_by() {
        let forward = |locale| keys(locale).swap_remove(0).0.swap_remove(1);
        assert_eq!(Locale::ALL.map(forward), ["←", "→"]);
        let first = |locale| keys(locale).swap_remove(2).0.swap_remove(1);
        assert_eq!(Locale::ALL.map(first), ["Shift + →", "Shift + ←"]);
    }

    #[test]
    fn only_a_phone_held_upright_has_the_tall_picture() {
        let frame = |width, height| frame(Size::new(width, height));
        assert_eq!(frame(360.0, 740.0), Frame::Tall);
        for (width, height) in [
            (740.0, 360.0),
            (1024.0, 768.0),
            (768.0, 1024.0),
            (1920.0, 1080.0),
        ] {
            assert_eq!(frame(width, height), Frame::Wide, "{width} × {height}");
        }
    }

    #[test]
    fn times_are_written_with_colons() {
        let times = [0, 65, 3600, 359_999].map(duration);
        assert_eq!(times, ["0:00", "1:05", "1:00:00", "99:59:59"]);
        assert_eq!(clock(9, 5), "09:05");
    }
}
