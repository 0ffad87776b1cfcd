//! What joins the state to the world outside the page's markup.

use super::context::SharedAtlas;
use super::embed::CARD_NAME;
use super::strip::CAPTION;
use super::timeline::TIMELINE;
use super::tour::{ENTRY, TITLE};
use crate::date::Date;
use crate::graph::Slice;
use crate::keymap::neighboring_event_day;
use crate::locale::Locale;
use crate::model::Subject;
use crate::permalink::{self, Link};
use crate::platform::{self, Dress, Entry, Keep};
use crate::state::{Action, State, Theme};
use std::cell::RefCell;
use std::mem;
use std::rc::Rc;
use yew::prelude::*;

/// Keeps the address and the state saying the same, whichever changes first; `link`
/// is what the address says.
#[hook]
pub(super) fn use_address(
    atlas: &SharedAtlas,
    preferred: Locale,
    state: State,
    link: Rc<RefCell<Link>>,
    on_action: &Callback<Action>,
) {
    {
        let (atlas, link) = (atlas.clone(), Rc::clone(&link));
        use_effect_with(state, move |state| {
            let before = mem::replace(&mut link.borrow_mut().state, *state);
            keep_keyboard_with_tour(&before, state);
            let entry = if permalink::is_step(&before, state) {
                Entry::Step
            } else {
                Entry::Correction
            };
            let fragment = permalink::encode(&link.borrow(), &atlas);
            platform::set_fragment(&fragment, entry);
        });
    }
    let (atlas, on_action) = (atlas.clone(), on_action.clone());
    use_kept(Box::new(move || {
        platform::on_fragment_change(move || {
            let found = permalink::decode(&platform::fragment(), &atlas, preferred);
            link.borrow_mut().foreign = found.foreign;
            // What was written here is no news when it comes back: what changed since
            // then would be undone before it is written.
            let is_news = link.borrow().state != found.state;
            if is_news {
                on_action.emit(Action::Restore(found.state));
            }
        })
    }));
}

/// Begins something once the component is there, and keeps it as long. It is boxed,
/// so that one copy of the hook serves all.
#[hook]
pub(super) fn use_kept(begin: Box<dyn FnOnce() -> Keep>) {
    use_effect_with((), move |()| {
        let keep = begin();
        move || drop(keep)
    });
}

/// The id of the record, which stands in the page below the app.
pub(super) const RECORD: &str = "record";

/// Keeps the document's language, direction, colours and title with the state.
///
/// While the page is rendered and not after it: Yew may let the browser paint in
/// between, and for that frame the page would stand the wrong way round.
#[hook]
pub(super) fn use_document(atlas: &SharedAtlas, state: State) {
    let dress = Dress {
        language: state.locale.tag(),
        direction: state.locale.direction().keyword(),
        theme: match state.theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        },
        title: atlas.ecosystem().title.get(state.locale).to_owned(),
        parts: &[TIMELINE, RECORD],
    };
    use_memo(dress, platform::dress_document);
}

/// Keeps the chosen node in sight: on a phone its details come up from below. What a step
/// shows scrolls nothing.
#[hook]
pub(super) fn use_choice_in_sight(atlas: &SharedAtlas, focus: Option<Subject>) {
    let atlas = atlas.clone();
    use_effect_with(focus, move |focus| {
        if let Some(subject @ Subject::Node(_)) = focus {
            platform::bring_mark_into_view(&["node-", atlas.ecosystem().slug(*subject)].concat());
        }
    });
}

/// Gives the keyboard to the name on the card of what a reader chose in a frame, and back to what
/// it was chosen by when the card is closed. What was chosen before the reader did anything leaves
/// the keyboard where it is, in the page around.
#[hook]
pub(super) fn use_keyboard_with_card(atlas: &SharedAtlas, chosen: Option<Subject>) {
    let atlas = atlas.clone();
    let told = use_mut_ref(|| chosen);
    use_effect_with(chosen, move |chosen| {
        let before = mem::replace(&mut *told.borrow_mut(), *chosen);
        if before == *chosen || !platform::has_keyboard() {
            return;
        }
        match (chosen, before) {
            (Some(_), _) => platform::focus(CARD_NAME),
            (None, Some(subject @ Subject::Node(_))) => {
                platform::focus(&["node-", atlas.ecosystem().slug(subject)].concat());
            }
            (None, Some(subject @ Subject::Event(_))) => {
                platform::focus(CAPTION);
                // Where there is a timeline, it was chosen there.
                platform::focus(&["event-", atlas.ecosystem().slug(subject)].concat());
            }
            (None, None) => {}
        }
    });
}

/// Gives the keyboard to the step's title when a reader enters the tour, and to the way in
/// when the reader leaves it: what was pressed is no longer there.
fn keep_keyboard_with_tour(before: &State, after: &State) {
    match (before.step, after.step) {
        (None, Some(_)) => platform::focus(TITLE),
        (Some(_), None) => platform::focus(ENTRY),
        _ => {}
    }
}

/// What of the story exists on the day shown.
#[hook]
pub(super) fn use_slice(atlas: &SharedAtlas, state: State) -> Rc<Slice> {
    use_memo((atlas.clone(), state.query()), |(atlas, query)| {
        Slice::of(atlas.graph(), atlas.ecosystem(), *query)
    })
}

/// The width of the element of this id, in CSS px, as far as it matters: `told` makes the
/// same of those that are drawn the same, so that nothing is drawn again for them. Before
/// the element is there, the page it will stand in tells as much; without one, `usual`.
#[hook]
pub(super) fn use_width(id: &'static str, usual: f64, told: fn(f64) -> f64) -> f64 {
    let width = use_state_eq(|| told(platform::page_width().unwrap_or(usual)));
    {
        let width = width.setter();
        use_kept(Box::new(move || {
            platform::on_resize(id, move |found| width.set(told(found.width)))
        }));
    }
    *width
}

/// Whether the page is about to be printed, or is being printed.
#[cfg(feature = "studio")]
#[hook]
pub(super) fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    {
        let printing = printing.setter();
        use_kept(Box::new(move || {
            platform::on_print(move |begins| printing.set(begins))
        }));
    }
    *printing
}

/// How long an event is shown while the story plays, in milliseconds.
const PLAY_STEP_MS: u32 = 1500;

/// Whether the story plays, and how to say that it should: day by day of its
/// events, until there is none left.
#[hook]
pub(super) fn use_playing(
    atlas: &SharedAtlas,
    date: Date,
    on_action: &Callback<Action>,
) -> (bool, Callback<bool>) {
    let playing = use_state_eq(|| false);
    {
        let (atlas, on_action, setter) = (atlas.clone(), on_action.clone(), playing.setter());
        use_effect_with((*playing, date), move |(playing, date)| {
            let next = neighboring_event_day(atlas.ecosystem(), *date, true);
            let next = next.filter(|_| *playing);
            if next.is_none() {
                setter.set(false);
            }
            let keep = next.map(|next| {
                platform::every(PLAY_STEP_MS, move || {
                    on_action.emit(Action::MoveTo(next));
                })
            });
            move || drop(keep)
        });
    }
    let setter = playing.setter();
    (*playing, Callback::from(move |on| setter.set(on)))
}
