//! The story in steps: what is told at one, what stands out meanwhile, and what the
//! camera brings close.

use super::details::Writer;
use super::profile::Item;
use crate::atlas::Atlas;
use crate::geometry::{Rect, Size};
use crate::graph::node_index;
use crate::layout::Layout;
use crate::locale::Locale;
use crate::model::id::{Id, StepId};
use crate::model::{Ecosystem, Step, Subject};
use crate::state::State;

/// The room that the camera leaves around what it brings close, in scene units.
const ROOM: f64 = 16.0;

/// A step as a reader meets it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Its id in links.
    pub slug: String,
    /// What it is about.
    pub title: String,
    /// What is told, with its sources.
    pub text: Item,
    /// The same in few words, where the story has them.
    pub short: Option<String>,
    /// Its place among the steps, from 1.
    pub position: usize,
    /// How many steps there are.
    pub count: usize,
    /// The step before it.
    pub previous: Option<StepId>,
    /// The step after it.
    pub next: Option<StepId>,
}

/// The step at which a state is; none where nobody tells the story.
pub fn of(atlas: &Atlas, state: &State) -> Option<Told> {
    let step = state.step?;
    let mut writer = Writer::new(atlas, state.locale, state.date);
    Some(tell(&mut writer, atlas, state.locale, step))
}

/// A step in words.
pub(super) fn tell(writer: &mut Writer<'_>, atlas: &Atlas, locale: Locale, id: StepId) -> Told {
    let steps = &atlas.ecosystem().steps;
    let step = &steps[id];
    let (at, count) = (id.index(), steps.len());
    Told {
        slug: step.slug.clone(),
        title: step.title.get(locale).to_owned(),
        text: writer.told(&step.text, &step.sources),
        short: step.short.as_ref().map(|it| it.get(locale).to_owned()),
        position: at + 1,
        count,
        previous: at.checked_sub(1).map(StepId::from_index),
        next: (at + 1 < count).then(|| StepId::from_index(at + 1)),
    }
}

/// The step at which a reader is, while the details are about what it brought with it:
/// a reader who chose something else looks at that.
pub fn followed(story: &Ecosystem, step: Option<StepId>, focus: Option<Subject>) -> Option<&Step> {
    let step = &story.steps[step?];
    (step.focus == focus).then_some(step)
}

/// What a reader chose to see the details of; a step's own choice is none.
pub fn chosen(story: &Ecosystem, state: &State) -> Option<Subject> {
    match followed(story, state.step, state.focus) {
        Some(_) => None,
        None => state.focus,
    }
}

/// The part of the picture that a step brings close, in the layout's logical
/// coordinates; none where the whole is shown.
pub fn around(atlas: &Atlas, layout: &Layout, step: Option<StepId>) -> Option<Rect> {
    let story = atlas.ecosystem();
    let mut around: Option<Rect> = None;
    let step = &story.steps[step?];
    let date = step.date;
    for node in &step.around {
        if let Some(place) = layout.place(node_index(story, *node), date) {
            let reach = place.reach * 2.0;
            let place = Rect::centered(place.center, Size::new(reach, reach)).union(place.label);
            around = Some(around.map_or(place, |others| others.union(place)));
        }
    }
    around.map(|around| around.inflate(ROOM))
}
