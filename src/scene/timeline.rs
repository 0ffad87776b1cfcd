//! The timeline as marks in physical coordinates: lanes, axis, events, the
//! cursor, and the overview of the whole time.

use crate::atlas::Atlas;
use crate::date::{Date, Span};
use crate::layout::text::Face;
use crate::locale::catalog::{Messages, fill};
use crate::locale::isolate::isolated;
use crate::locale::{Direction, Locale, format};
use crate::model::id::{EventId, Id, NodeId, StepId};
use crate::model::text::Text;
use crate::model::{Certainty, Ecosystem, Event, Subject};
use crate::scene::network::Emphasis;
use crate::scene::tour;
use crate::scene::vocabulary::Vocabulary;
use crate::state::State;
use crate::timeline::density::density;
use crate::timeline::scale::{Scale, zoomed_about};
use crate::timeline::tick::{Tick, TickUnit};
use crate::timeline::{self, Arrangement, Cluster, LabelSide, MarkPlace, MarkSpec, Request};

/// The room for the lanes' names at the inline start, in CSS px.
pub const GUTTER: f64 = 160.0;
/// The room after the axis, in CSS px: half a mark at the last day.
const MARGIN_END: f64 = 12.0;
/// The size of the text, in CSS px.
pub const TEXT_SIZE: f64 = 13.0;
/// The diameter of an event's dot, in CSS px.
pub const MARK_SIZE: f64 = 12.0;
/// The height of a row of events, in CSS px: a finger's least target.
const ROW_HEIGHT: f64 = 24.0;
/// The most rows of a lane; what has no room then is counted.
const MAX_ROWS: usize = 4;
/// The air on either side of a label, in CSS px.
const LABEL_GAP: f64 = 5.0;
/// The least distance of two ticks, in CSS px.
const TICK_GAP: f64 = 72.0;
/// How many events a cluster names aloud.
const NAMED: usize = 3;
/// The height of the overview, in CSS px.
pub const OVERVIEW_HEIGHT: f64 = 44.0;
/// The least distance of two of its ticks, in CSS px.
const OVERVIEW_TICK_GAP: f64 = 56.0;

/// Everything that is drawn, in CSS px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineScene {
    /// Its width.
    pub width: f64,
    /// Its height: lanes and axis.
    pub height: f64,
    /// Where the lanes end and the axis begins.
    pub axis_y: f64,
    /// The lanes.
    pub lanes: Vec<LaneMark>,
    /// The axis's ticks.
    pub ticks: Vec<TickMark>,
    /// The events by date.
    pub events: Vec<EventMark>,
    /// The events that are counted.
    pub clusters: Vec<ClusterMark>,
    /// Where the day shown is, if the close-up has it.
    pub cursor: Option<f64>,
    /// The strip that shows all of the story's time.
    pub overview: Overview,
}

/// A lane of the timeline: its name and its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneMark {
    /// Its name.
    pub name: String,
    /// Where the name is anchored.
    pub name_x: f64,
    /// The middle of its first row.
    pub name_y: f64,
    /// The lines of its rows: from, to, y.
    pub lines: Vec<[f64; 3]>,
    /// How many of its events lie outside the close-up, in words.
    pub outside: Vec<String>,
}

/// A tick with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct TickMark {
    /// Its physical place on the axis, in CSS px from the left.
    pub x: f64,
    /// Its label: a year, a month or a day, in words.
    pub text: String,
    /// Whether it begins a year.
    pub major: bool,
}

/// An event that is drawn by itself.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a way of drawing the mark, and any of them can meet any other"
)]
pub struct EventMark {
    /// The event that is drawn.
    pub event: EventId,
    /// Its id in links.
    pub slug: String,
    /// Its day.
    pub date: Date,
    /// Where its mark begins and ends; a dot where they are the same.
    pub x: [f64; 2],
    /// The middle of its row.
    pub y: f64,
    /// The words beside it, where they are anchored, and how (SVG `text-anchor`).
    pub label: Option<(String, f64, &'static str)>,
    /// Whether it carries the story.
    pub core: bool,
    /// Whether it was only announced.
    pub scheduled: bool,
    /// Whether it stands in digests only.
    pub unconfirmed: bool,
    /// Whether it lies after the day shown.
    pub later: bool,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// Whether the details are about it.
    pub chosen: bool,
    /// What it is called aloud.
    pub name: String,
}

/// Events that stand too close to be drawn apart.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusterMark {
    /// Where it begins and ends.
    pub x: [f64; 2],
    /// The middle of its row.
    pub y: f64,
    /// How many there are.
    pub count: String,
    /// How much it stands out: as the one of them that does most.
    pub emphasis: Emphasis,
    /// What it is called aloud: the number, and the first titles.
    pub name: String,
    /// The close-up in which they stand apart.
    pub window: Span,
}

/// The whole time, small.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// A year each, or a few.
    pub ticks: Vec<TickMark>,
    /// An event each: where, and in which lane.
    pub specks: Vec<(f64, usize)>,
    /// Where the close-up begins and ends, from the left.
    pub window: [f64; 2],
    /// Where the day shown is.
    pub cursor: f64,
}

/// Turns days into places of a timeline this wide, and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    scale: Scale,
    width: f64,
    direction: Direction,
}

impl Axis {
    /// The axis of a span in a timeline this wide, in CSS px.
    pub fn new(span: Span, width: f64, direction: Direction) -> Self {
        let scale = Scale {
            span,
            width: (width - GUTTER - MARGIN_END).max(1.0),
        };
        Self {
            scale,
            width,
            direction,
        }
    }

    /// The physical place of a day.
    pub fn x(self, date: Date) -> f64 {
        self.physical(self.scale.x(date))
    }

    /// The day at a physical place, the nearest of the span.
    pub fn date_at(self, x: f64) -> Date {
        self.scale
            .date_at(self.direction.physical_x(x, self.width) - GUTTER)
    }

    fn physical(self, x: f64) -> f64 {
        self.direction.physical_x(GUTTER + x, self.width)
    }
}

/// All that the axis depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The day shown.
    pub date: Date,
    /// What the details are about.
    pub focus: Option<Subject>,
    /// The step at which the story is being told.
    pub step: Option<StepId>,
    /// What the close-up shows.
    pub window: Span,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            date: state.date,
            focus: state.focus,
            step: state.step,
            window: state.window,
        }
    }
}

/// All that the list depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The language.
    pub locale: Locale,
    /// The day shown.
    pub date: Date,
    /// What the details are about.
    pub focus: Option<Subject>,
    /// The step at which the story is being told.
    pub step: Option<StepId>,
}

impl From<&State> for Listed {
    fn from(state: &State) -> Self {
        Self {
            locale: state.locale,
            date: state.date,
            focus: state.focus,
            step: state.step,
        }
    }
}

/// What a state looks like on a timeline this wide, in CSS px.
pub fn of(atlas: &Atlas, input: impl Into<Input>, width: f64) -> TimelineScene {
    axis(atlas, input.into(), width)
}

fn axis(atlas: &Atlas, state: Input, width: f64) -> TimelineScene {
    let story = atlas.ecosystem();
    let axis = Axis::new(state.window, width, state.locale.direction());
    let events: Vec<_> = story.events.iter().collect();
    let marks = events.iter().map(|(_, event)| spec(event)).collect();
    let request = Request {
        scale: axis.scale,
        lanes: story.words.lanes.len(),
        marks,
        mark_size: MARK_SIZE,
        cluster_width: 28.0,
        row_height: ROW_HEIGHT,
        max_rows: MAX_ROWS,
        lane_gap: 6.0,
    };
    let arrangement = timeline::arrange(&request);
    let draughtsman = Draughtsman {
        atlas,
        state,
        axis,
        events,
    };
    let mut marks: Vec<_> = arrangement
        .marks
        .iter()
        .map(|mark| draughtsman.event(mark))
        .collect();
    marks.sort_by_key(|mark| (mark.date, mark.event));
    TimelineScene {
        width,
        height: arrangement.height + 28.0,
        axis_y: arrangement.height,
        lanes: draughtsman.lanes(&arrangement),
        ticks: ticks(axis, TICK_GAP, state.locale),
        events: marks,
        clusters: arrangement
            .clusters
            .iter()
            .map(|it| draughtsman.cluster(it))
            .collect(),
        cursor: state
            .window
            .contains(state.date)
            .then(|| axis.x(state.date)),
        overview: overview(atlas, state, width, &request.marks),
    }
}

/// The whole time on a timeline this wide, in CSS px.
fn overview(atlas: &Atlas, state: Input, width: f64, marks: &[MarkSpec]) -> Overview {
    let story = atlas.ecosystem();
    let axis = Axis::new(story.span(), width, state.locale.direction());
    let mut specks = Vec::new();
    for speck in density(axis.scale, marks) {
        specks.push((axis.physical(speck.x), speck.lane));
    }
    let (first, last) = (axis.x(state.window.first), axis.x(state.window.last));
    Overview {
        ticks: ticks(axis, OVERVIEW_TICK_GAP, state.locale),
        specks,
        window: [first.min(last), first.max(last)],
        cursor: axis.x(state.date),
    }
}

/// The room of a label: an event has the same row in every language, so that of its widest
/// wording.
fn widest(label: &Text) -> f64 {
    let width = |locale| Face::Label.width(label.get(locale)) * TEXT_SIZE / Face::Label.size();
    Locale::ALL.map(width).into_iter().fold(0.0, f64::max)
}

fn spec(event: &Event) -> MarkSpec {
    let room = |label| widest(label) + 2.0 * LABEL_GAP;
    let is_of_alliance = event
        .about
        .iter()
        .any(|it| matches!(it, NodeId::Alliance(_)));
    MarkSpec {
        lane: event.lane.index(),
        span: Span {
            first: event.when.first_day(),
            last: event.when.last_day(),
        },
        label_width: event.label.as_ref().map(room),
        // Where labels compete, the alliances' own events are named first.
        priority: u32::from(event.core) + 2 * u32::from(is_of_alliance),
    }
}

fn ticks(axis: Axis, gap: f64, locale: Locale) -> Vec<TickMark> {
    let mut marks = Vec::new();
    for tick in axis.scale.ticks(gap) {
        marks.push(TickMark {
            x: axis.physical(tick.x),
            text: tick_text(tick, marks.is_empty(), locale),
            major: tick.is_major(),
        });
    }
    marks
}

/// The month, with its year where the reader cannot know it.
pub(super) fn tick_text(tick: Tick, first: bool, locale: Locale) -> String {
    let (year, month, day) = tick.date.ymd();
    let year = year.to_string();
    let month = format::month_short(locale, month);
    match tick.unit {
        TickUnit::Year => year,
        _ if tick.is_major() || first => [month, &year].join(" "),
        TickUnit::Day if !tick.begins_month() => [&day.to_string(), month].join(" "),
        _ => month.to_owned(),
    }
}

struct Draughtsman<'a> {
    atlas: &'a Atlas,
    state: Input,
    axis: Axis,
    events: Vec<(EventId, &'a Event)>,
}

impl Draughtsman<'_> {
    fn words(&self) -> &'static Messages {
        Messages::of(self.state.locale)
    }

    fn lanes(&self, arrangement: &Arrangement) -> Vec<LaneMark> {
        let (words, locale) = (self.words(), self.state.locale);
        let (first, last) = (
            self.axis.physical(0.0),
            self.axis.physical(self.axis.scale.width),
        );
        let lanes = self.atlas.ecosystem().words.lanes.iter();
        lanes
            .zip(&arrangement.lanes)
            .map(|((_, lane), place)| {
                let row_y = |row: u32| place.y + ROW_HEIGHT * (f64::from(row) + 0.5);
                let mut outside = Vec::new();
                if place.before > 0 {
                    outside.push(words.earlier.say(locale, place.before));
                }
                if place.after > 0 {
                    outside.push(words.later.say(locale, place.after));
                }
                LaneMark {
                    name: lane.name.get(locale).to_owned(),
                    name_x: self.axis.physical(-GUTTER),
                    name_y: row_y(0),
                    lines: (0..u32::try_from(place.rows).unwrap_or(1))
                        .map(|row| [first, last, row_y(row)])
                        .collect(),
                    outside,
                }
            })
            .collect()
    }

    fn event(&self, mark: &MarkPlace) -> EventMark {
        let (event_id, event) = self.events[mark.index];
        let story = self.atlas.ecosystem();
        let (words, locale) = (self.words(), self.state.locale);
        let label = mark.label.zip(event.label.as_ref()).map(|(place, text)| {
            let (anchor, x) = match place.side {
                LabelSide::After => ("start", place.x + LABEL_GAP),
                LabelSide::Before => ("end", place.x + LABEL_GAP + widest(text)),
            };
            (isolated(text.get(locale)), self.axis.physical(x), anchor)
        });
        let chosen = self.state.focus == Some(Subject::Event(event_id));
        // What is read beside the mark comes first in what is said of it.
        let mut name: Vec<_> = label.iter().map(|(text, ..)| text.clone()).collect();
        name.push(format::when(locale, event.when));
        name.push(isolated(event.title.get(locale)));
        if event.scheduled {
            name.push(words.scheduled_mark.to_owned());
        }
        let unconfirmed = is_unconfirmed(story, event);
        if unconfirmed {
            name.push(words.unconfirmed.to_owned());
        }
        EventMark {
            event: event_id,
            slug: event.slug.clone(),
            date: event.when.first_day(),
            x: [self.axis.physical(mark.x), self.axis.physical(mark.x_end)],
            y: mark.y,
            label,
            core: event.core,
            scheduled: event.scheduled,
            unconfirmed,
            later: event.when.first_day() > self.state.date,
            emphasis: self.emphasis(event_id, event),
            chosen,
            name: name.join(words.comma),
        }
    }

    fn emphasis(&self, id: EventId, event: &Event) -> Emphasis {
        emphasis(
            self.atlas.ecosystem(),
            self.state.focus,
            self.state.step,
            id,
            event,
        )
    }

    fn cluster(&self, cluster: &Cluster) -> ClusterMark {
        let (words, locale) = (self.words(), self.state.locale);
        let count = words.events.say(locale, cluster.members.len());
        let mut named = Vec::new();
        let mut days = Vec::new();
        let mut stands = Emphasis::Receded;
        for member in &cluster.members {
            let (id, event) = self.events[*member];
            stands = stands.stronger(self.emphasis(id, event));
            days.push(event.when.first_day());
            if named.len() < NAMED {
                named.push(isolated(event.title.get(locale)));
            }
        }
        let first = days.into_iter().min().unwrap_or(self.state.date);
        let bounds = self.atlas.ecosystem().span();
        ClusterMark {
            x: [
                self.axis.physical(cluster.x),
                self.axis.physical(cluster.x_end),
            ],
            y: cluster.y,
            count: cluster.members.len().to_string(),
            emphasis: stands,
            name: [count, named.join(words.semicolon)].join(words.colon),
            window: zoomed_about(self.state.window, first, 3.0, bounds),
        }
    }
}

/// Whether an event stands in digests only: its mark is dashed, as that of one which was only
/// announced is hollow.
pub fn is_unconfirmed(story: &Ecosystem, event: &Event) -> bool {
    story.event_certainty(event) == Certainty::Unconfirmed
}

/// How much an event stands out: those that the step names, and its focus, before all
/// others; where it names none, those of what is in focus, and nothing recedes.
fn emphasis(
    story: &Ecosystem,
    focus: Option<Subject>,
    step: Option<StepId>,
    id: EventId,
    event: &Event,
) -> Emphasis {
    let is_chosen = focus == Some(Subject::Event(id));
    if let Some(step) = tour::followed(story, step, focus) {
        let is_event = |subject: &Subject| subject.node().is_none();
        if is_chosen || step.emphasis.contains(&Subject::Event(id)) {
            return Emphasis::Strong;
        }
        if step.emphasis.iter().any(is_event) {
            return Emphasis::Receded;
        }
    }
    let concerned = |node: NodeId| event.about.contains(&node);
    if is_chosen || focus.and_then(Subject::node).is_some_and(concerned) {
        Emphasis::Strong
    } else {
        Emphasis::Plain
    }
}

/// A year of the story as a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The year in digits.
    pub year: String,
    /// How many events it has, in words.
    pub count: String,
    /// Its events by date.
    pub entries: Vec<Entry>,
    /// Whether the day shown is in it.
    pub current: bool,
    /// After how many of its entries the day shown lies.
    pub cursor_after: usize,
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event that is listed.
    pub event: EventId,
    /// Its day.
    pub date: Date,
    /// Its date in words.
    pub when: String,
    /// Its headline.
    pub title: String,
    /// The name of its lane.
    pub lane: String,
    /// Whether it carries the story.
    pub core: bool,
    /// What is to be said of its certainty, if it was only announced.
    pub scheduled: Option<&'static str>,
    /// What is to be said of its certainty, if it stands in digests only.
    pub unconfirmed: Option<&'static str>,
    /// Whether it lies after the day shown.
    pub later: bool,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// Whether the details are about it.
    pub chosen: bool,
}

/// The whole timeline as lists, a year each; years without events are there
/// while they hold the day shown.
pub fn years(atlas: &Atlas, listed: impl Into<Listed>) -> Vec<Year> {
    let state = listed.into();
    let (story, locale) = (atlas.ecosystem(), state.locale);
    let words = Messages::of(locale);
    let span = story.span();
    let mut years = Vec::new();
    for year in span.first.ymd().0..=span.last.ymd().0 {
        let mut entries = Vec::new();
        for (id, event) in story.events.iter() {
            let date = event.when.first_day();
            if date.ymd().0 != year {
                continue;
            }
            entries.push(Entry {
                event: id,
                date,
                when: format::when(locale, event.when),
                title: event.title.get(locale).to_owned(),
                lane: Vocabulary::of(story, locale).lane(event.lane).to_owned(),
                core: event.core,
                scheduled: event.scheduled.then_some(words.scheduled_mark),
                unconfirmed: is_unconfirmed(story, event).then_some(words.unconfirmed),
                later: date > state.date,
                emphasis: emphasis(story, state.focus, state.step, id, event),
                chosen: state.focus == Some(Subject::Event(id)),
            });
        }
        entries.sort_by_key(|entry| entry.date);
        let current = state.date.ymd().0 == year;
        if current || !entries.is_empty() {
            years.push(Year {
                year: year.to_string(),
                count: words.events.say(locale, entries.len()),
                cursor_after: entries.iter().filter(|entry| !entry.later).count(),
                entries,
                current,
            });
        }
    }
    years
}

/// The day shown, said as a date that is shown.
pub fn cursor_text(locale: Locale, date: Date) -> String {
    fill(Messages::of(locale).on_date, &format::date(locale, date))
}
