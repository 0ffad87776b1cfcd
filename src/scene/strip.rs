//! The strip of the day: what its slider's track marks, and the event that the day shown has.

use crate::atlas::Atlas;
use crate::date::{Date, Span};
use crate::locale::catalog::{Messages, fill};
use crate::locale::{Locale, format};
use crate::model::id::{EventId, Id as _, NodeId};
use crate::model::{Ecosystem, Event};
use crate::scene::statement;
use crate::scene::timeline::tick_text;
use crate::state::State;
use crate::timeline::scale::Scale;

/// The length of the track, in units of its own: its drawing is stretched to the slider.
pub const TRACK_LENGTH: f64 = 1000.0;

/// The shortest track of a phone, and of a wider window, in CSS px.
const SHORTEST_TRACKS: [f64; 2] = [230.0, 560.0];
/// The room of a date below it, in CSS px.
const DATE_ROOM: f64 = 56.0;

/// What the strip shows beside the day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// The events of the span by date: one tick for those that are alike on one day.
    pub ticks: Vec<Tick>,
    /// Some dates of the span, below the track: few, for the track of a phone, and more, for a
    /// wider one.
    pub dates: [Vec<DateLabel>; 2],
    /// The event of the day shown; where it has several, the first that carries the story.
    pub caption: Option<Caption>,
    /// How far the sources reach, where they do not reach the day shown.
    pub reach: Option<String>,
}

/// A date below the track.
#[derive(Clone, Debug, PartialEq)]
pub struct DateLabel {
    /// Its physical place, from 0 at the left to [`TRACK_LENGTH`].
    pub x: f64,
    /// The year, or the month with its year where the reader cannot know it.
    pub text: String,
    /// Where the text stands to its place.
    pub anchor: Anchor,
}

/// Where a text stands to its place: about it, or, at an end of the track, within the track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It stands about it.
    Middle,
    /// It ends there.
    End,
}

/// A day on the track that has events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its physical place, from 0 at the left to [`TRACK_LENGTH`].
    pub x: f64,
    /// Whom the event concerns, which gives the tick its hue and its height.
    pub concern: Concern,
    /// Whether it was only announced.
    pub scheduled: bool,
}

/// Whom an event concerns, from the most to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// An alliance itself, by its place in the story.
    Alliance(usize),
    /// A member of one alliance, by the alliance's place in the story.
    Member(usize),
    /// Several alliances, or nobody who is a member.
    Other,
}

impl Concern {
    /// The place in the story of the alliance whose hue this has; none where it has none.
    pub const fn tone(self) -> Option<usize> {
        match self {
            Self::Alliance(alliance) | Self::Member(alliance) => Some(alliance),
            Self::Other => None,
        }
    }
}

/// The event of a day, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// Which event.
    pub event: EventId,
    /// Its day.
    pub date: Date,
    /// Its headline.
    pub title: String,
    /// Whom it concerns.
    pub concern: Concern,
    /// How many more events the day has.
    pub more: usize,
}

/// All that the strip depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The day shown.
    pub date: Date,
    /// The time that the slider spans.
    pub window: Span,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            date: state.date,
            window: state.window,
        }
    }
}

/// The strip of a day: its track runs over the window.
pub fn of(atlas: &Atlas, input: Input) -> Strip {
    let story = atlas.ecosystem();
    let mut ticks = Vec::new();
    for (_, event) in story.events.iter() {
        let day = event.when.first_day();
        if input.window.contains(day) {
            ticks.push(Tick {
                x: physical(day, input),
                concern: concern(story, event),
                scheduled: event.scheduled,
            });
        }
    }
    // What concerns an alliance itself is drawn last, over the others of its day.
    ticks.sort_by(|a, b| b.concern.cmp(&a.concern).then(a.x.total_cmp(&b.x)));
    ticks.dedup();
    let unknown = statement::is_latest(story, input.date);
    Strip {
        ticks,
        dates: SHORTEST_TRACKS.map(|length| dates(input, length)),
        caption: caption(story, input),
        reach: unknown.then(|| {
            let reach = format::when(input.locale, story.sources_to);
            fill(Messages::of(input.locale).sources_reach, &reach)
        }),
    }
}

/// The dates that have room below a track of a length, in CSS px.
fn dates(input: Input, length: f64) -> Vec<DateLabel> {
    let scale = Scale {
        span: input.window,
        width: length,
    };
    let mut dates = Vec::new();
    let mut free_from = 0.0;
    for tick in scale.ticks(DATE_ROOM) {
        let (start, anchor) = if tick.x < DATE_ROOM / 2.0 {
            (tick.x, Anchor::Start)
        } else if tick.x > length - DATE_ROOM / 2.0 {
            (tick.x - DATE_ROOM, Anchor::End)
        } else {
            (tick.x - DATE_ROOM / 2.0, Anchor::Middle)
        };
        if start < free_from {
            continue;
        }
        free_from = start + DATE_ROOM;
        dates.push(DateLabel {
            x: physical(tick.date, input),
            text: tick_text(tick, dates.is_empty(), input.locale),
            anchor,
        });
    }
    dates
}

/// The physical place of a day on the track of a span.
fn physical(day: Date, input: Input) -> f64 {
    let span = input.window;
    let days = f64::from(span.length_days().max(1));
    let passed = f64::from(day.days() - span.first.days());
    let x = TRACK_LENGTH * passed / days;
    input.locale.direction().physical_x(x, TRACK_LENGTH)
}

/// Whom an event concerns: an alliance that it is about, else the one alliance that the members
/// it is about belong to.
fn concern(story: &Ecosystem, event: &Event) -> Concern {
    let own = event.about.iter().filter_map(|node| match node {
        NodeId::Alliance(id) => Some(id.index()),
        NodeId::Organization(_) => None,
    });
    let own: Vec<_> = own.collect();
    if let Some(alliance) = only(&own) {
        return Concern::Alliance(alliance);
    }
    if !own.is_empty() {
        return Concern::Other;
    }
    let joined = story.memberships.iter();
    let joined: Vec<_> = joined
        .filter(|it| event.about.contains(&NodeId::Organization(it.organization)))
        .map(|it| it.alliance.index())
        .collect();
    only(&joined).map_or(Concern::Other, Concern::Member)
}

/// The one value that all have.
fn only(values: &[usize]) -> Option<usize> {
    let first = *values.first()?;
    values.iter().all(|value| *value == first).then_some(first)
}

/// The event of the day shown.
fn caption(story: &Ecosystem, input: Input) -> Option<Caption> {
    let of_day = |event: &Event| event.when.first_day() == input.date;
    let mut events: Vec<_> = story.events.iter().filter(|(_, it)| of_day(it)).collect();
    events.sort_by_key(|(_, event)| !event.core);
    let (id, event) = *events.first()?;
    Some(Caption {
        event: id,
        date: input.date,
        title: event.title.get(input.locale).to_owned(),
        concern: concern(story, event),
        more: events.len() - 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    static STORY: LazyLock<Atlas> =
        LazyLock::new(|| Atlas::from_json(include_bytes!("../../assets/story.json")).unwrap());

    fn opening(locale: Locale) -> Input {
        (&State::opening(STORY.ecosystem(), locale)).into()
    }

    #[test]
    fn every_event_of_the_window_has_a_tick_and_no_other() {
        let input = opening(Locale::En);
        let days: Vec<f64> = STORY
            .ecosystem()
            .events
            .iter()
            .map(|(_, event)| event.when.first_day())
            .filter(|day| input.window.contains(*day))
            .map(|day| physical(day, input))
            .collect();
        let strip = of(&STORY, input);
        let ticks: Vec<f64> = strip.ticks.iter().map(|tick| tick.x).collect();
        assert!(days.iter().all(|day| ticks.contains(day)));
        assert!(ticks.iter().all(|tick| days.contains(tick)));
    }

    #[test]
    fn arabic_mirrors_english() {
        let (arabic, english) = (
            of(&STORY, opening(Locale::Ar)).ticks,
            of(&STORY, opening(Locale::En)).ticks,
        );
        assert_eq!(arabic.len(), english.len());
        for tick in arabic {
            let mirrored = |it: &&Tick| {
                (it.x - (TRACK_LENGTH - tick.x)).abs() < 1e-9 && it.concern == tick.concern
            };
            assert!(english.iter().any(|it| mirrored(&it)), "{tick:?}");
        }
    }

    #[test]
    fn dates_stand_on_their_days_within_the_track() {
        let year = |year: &str| {
            let day = |text: &str| [year, text].concat().parse().unwrap();
            Span::between(day("-01-01"), day("-12-31"))
        };
        let input = Input {
            window: year("2025"),
            ..opening(Locale::En)
        };
        let [_, dates] = of(&STORY, input).dates;
        let texts: Vec<_> = dates.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["Jan 2025", "Apr", "Jul", "Oct"]);
        assert_eq!(dates[0].anchor, Anchor::Start);
        for pair in dates.windows(2) {
            assert!(pair[1].x - pair[0].x >= TRACK_LENGTH * DATE_ROOM / SHORTEST_TRACKS[1]);
        }
    }

    #[test]
    fn a_day_is_captioned_by_an_event_of_it() {
        let story = STORY.ecosystem();
        for (_, event) in story.events.iter() {
            let day = event.when.first_day();
            let input = Input {
                date: day,
                ..opening(Locale::Ar)
            };
            let caption = of(&STORY, input).caption.unwrap();
            let of_day = story
                .events
                .iter()
                .filter(|(_, it)| it.when.first_day() == day);
            assert_eq!(caption.more + 1, of_day.count());
            assert_eq!(story.events[caption.event].when.first_day(), day);
        }
    }

    #[test]
    fn a_day_that_sources_do_not_reach_says_how_far_they_do() {
        let strip = of(&STORY, opening(Locale::En));
        let reached = format::when(Locale::En, STORY.ecosystem().sources_to);
        assert_eq!(strip.reach, Some(["Sources reach to ", &reached].concat()));
        let early = Input {
            date: STORY.ecosystem().span().first,
            ..opening(Locale::En)
        };
        assert_eq!(of(&STORY, early).reach, None);
    }

    #[test]
    fn an_event_has_the_hue_of_one_alliance_or_none() {
        let story = STORY.ecosystem();
        for (_, event) in story.events.iter() {
            let alliances = event.about.iter();
            let alliances = alliances
                .filter(|it| matches!(it, NodeId::Alliance(_)))
                .count();
            match concern(story, event) {
                Concern::Alliance(_) => assert_eq!(alliances, 1),
                Concern::Member(_) => assert_eq!(alliances, 0),
                Concern::Other => assert_ne!(alliances, 1),
            }
        }
    }
}
