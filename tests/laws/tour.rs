//! What a step of the story shows: what it names, where it looks, and nothing that is not
//! there on its day.

use crate::{LAYOUTS, STORY, picture};
use support::slice;
use tahaluf::camera::Camera;
use tahaluf::date::Date;
use tahaluf::graph::Filter;
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::model::id::NodeId;
use tahaluf::model::{Listing, RelationKind, Step, Subject};
use tahaluf::scene::highlight::Highlight;
use tahaluf::scene::network::{EdgeStyle, Emphasis};
use tahaluf::scene::{timeline, tour};
use tahaluf::state::{Action, State};

use crate::support;

/// A width at which most events stand apart, in CSS px.
const WIDTH: f64 = 1280.0;

fn steps() -> impl Iterator<Item = (&'static Step, State)> {
    let story = STORY.ecosystem();
    story
        .steps
        .iter()
        .zip(Locale::ALL.into_iter().cycle())
        .map(|((id, step), locale)| {
            let opening = State::opening(story, locale);
            (step, opening.telling(story, Some(id)))
        })
}

/// The nodes that a step names: itself, by its focus, or as what its focus is about.
fn named(step: &Step) -> Vec<NodeId> {
    let mut nodes: Vec<_> = step.emphasis.iter().filter_map(|it| it.node()).collect();
    match step.focus {
        Some(Subject::Node(node)) => nodes.push(node),
        Some(Subject::Event(id)) => nodes.extend(&STORY.ecosystem().events[id].about),
        None => {}
    }
    nodes
}

/// What stands out of a state, with nothing previewed.
fn highlight(state: &State) -> Highlight {
    let slice = slice(&STORY, state);
    Highlight::of(STORY.ecosystem(), &slice, state.choice(), None)
}

fn standing_out(state: &State, frame: Frame) -> Vec<NodeId> {
    let (highlight, nodes) = (highlight(state), picture(state, frame).nodes);
    let nodes = nodes.iter().map(|mark| mark.node);
    nodes
        .filter(|node| highlight.node(*node) == Emphasis::Strong)
        .collect()
}

#[test]
fn what_a_step_names_stands_out_and_the_rest_recedes() {
    for (step, state) in steps() {
        let (named, highlight) = (named(step), highlight(&state));
        for mark in picture(&state, Frame::Wide).nodes {
            let expected = if named.contains(&mark.node) {
                Emphasis::Strong
            } else {
                Emphasis::Receded
            };
            assert_eq!(
                highlight.node(mark.node),
                expected,
                "{}: {}",
                step.slug,
                mark.slug
            );
        }
        for mark in timeline::of(&STORY, &state, WIDTH).events {
            let event = Subject::Event(mark.event);
            if step.emphasis.iter().all(|it| it.node().is_some()) {
                break;
            }
            let is_named = step.emphasis.contains(&event) || step.focus == Some(event);
            let expected = if is_named {
                Emphasis::Strong
            } else {
                Emphasis::Receded
            };
            assert_eq!(mark.emphasis, expected, "{}: {}", step.slug, mark.slug);
        }
    }
}

#[test]
fn ties_between_what_a_step_names_stand_out() {
    let story = STORY.ecosystem();
    let strong = |wanted: &str| {
        let (_, state) = steps().find(|(step, _)| step.slug == wanted).unwrap();
        let (edges, highlight) = (picture(&state, Frame::Wide).edges, highlight(&state));
        let strong = edges
            .into_iter()
            .filter(|it| highlight.edge(it.index) == Emphasis::Strong);
        strong.map(|edge| edge.style).collect::<Vec<_>>()
    };
    // Every listing by the department in focus and its action on a chip maker, and no
    // relation that two of those listed have with each other.
    let regulator = EdgeStyle::Relation(RelationKind::RegulatorAction);
    let pressure = strong("pressure");
    assert_eq!(pressure, vec![regulator; pressure.len()]);
    let listed = story.organizations.iter().filter(|(_, it)| {
        let us_list = |listing: &Listing| story.lists[listing.list].slug == "entity-list";
        it.listings.iter().any(us_list)
    });
    assert_eq!(pressure.len(), listed.count() + 1);
    // Two memberships of each of the three that are in both.
    let memberships = |styles: &[EdgeStyle]| {
        let is_membership = |style: &&EdgeStyle| matches!(style, EdgeStyle::Membership { .. });
        styles.iter().filter(is_membership).count()
    };
    let both = strong("in-both");
    assert_eq!((memberships(&both), both.len()), (6, 6));
    let chips = strong("chips-meet-models");
    let runs = EdgeStyle::Relation(RelationKind::ChipAdaptation);
    assert!(
        chips.iter().filter(|style| **style == runs).count() >= 4,
        "{chips:?}"
    );
}

#[test]
fn what_a_step_names_is_there_on_its_day_and_in_its_window() {
    let story = STORY.ecosystem();
    for (step, state) in steps() {
        let slice = slice(&STORY, &state);
        let nodes = named(step).into_iter().chain(step.around.iter().copied());
        for node in nodes {
            assert!(
                slice.has(node),
                "{}: {}",
                step.slug,
                story.slug(Subject::Node(node))
            );
        }
        for subject in step.emphasis.iter().copied().chain(step.focus) {
            let Subject::Event(id) = subject else {
                continue;
            };
            let event = &story.events[id];
            let seen = state.window.contains(event.when.first_day());
            assert!(seen, "{}: {}", step.slug, event.slug);
        }
        assert!(state.window.contains(step.date), "{}", step.slug);
    }
}

#[test]
fn a_reader_who_looks_elsewhere_sees_what_is_there() {
    let story = STORY.ecosystem();
    let (step, state) = steps().find(|(step, _)| step.slug == "in-both").unwrap();
    let told = standing_out(&state, Frame::Wide);
    let elsewhere = State {
        step: None,
        ..state
    };
    let huawei = story.subject("huawei");
    for action in [
        Action::Focus(huawei),
        Action::Pick(Some(Filter::Listed)),
        Action::Focus(None),
    ] {
        let seen = standing_out(&state.apply(action), Frame::Wide);
        assert_eq!(
            seen,
            standing_out(&elsewhere.apply(action), Frame::Wide),
            "{action:?}"
        );
        assert_ne!(seen, told, "{action:?}");
    }
    // Back to what the step shows, and it is told again.
    let back = state
        .apply(Action::Focus(huawei))
        .apply(Action::Focus(step.focus));
    assert_eq!(standing_out(&back, Frame::Wide), told);
    // On a day on which nothing of it is there, nothing recedes.
    let (_, state) = steps()
        .find(|(step, _)| step.slug == "who-says-what")
        .unwrap();
    let before = State {
        date: Date::from_ymd(1900, 1, 1).unwrap(),
        ..state
    };
    let seen = picture(&before, Frame::Wide).nodes;
    assert!(!seen.is_empty());
    let highlight = highlight(&before);
    let plain = seen
        .iter()
        .all(|mark| highlight.node(mark.node) == Emphasis::Plain);
    assert!(plain, "{seen:?}");
}

#[test]
fn the_camera_brings_close_what_a_step_looks_at() {
    let mut looked_closely = 0;
    for (step, state) in steps() {
        for (frame, relations, layout) in &*LAYOUTS {
            if *relations != step.relations {
                continue;
            }
            let around = tour::around(&STORY, layout, state.step);
            assert_eq!(around.is_some(), !step.around.is_empty(), "{}", step.slug);
            let Some(around) = around else { continue };
            let camera = Camera::framing(around, layout.size);
            let shown = camera.view_box(layout.size);
            looked_closely += usize::from(camera.zoom() > 1.0);
            // The picture is mirrored after the camera, so the places are those of English.
            let english = state.apply(Action::Speak(Locale::En));
            for mark in picture(&english, *frame).nodes {
                if step.around.contains(&mark.node) {
                    assert!(shown.contains(mark.center), "{}: {}", step.slug, mark.slug);
                }
            }
        }
    }
    assert!(looked_closely >= 2, "{looked_closely}");
}

#[test]
fn the_tour_leads_from_the_first_step_to_the_last_and_back() {
    let story = STORY.ecosystem();
    let ids: Vec<_> = story.steps.ids().collect();
    let mut walked = Vec::new();
    let mut at = ids.first().copied();
    while let Some(id) = at {
        let state = State::opening(story, Locale::Ar).telling(story, Some(id));
        let told = tour::of(&STORY, &state).unwrap();
        assert_eq!((told.position, told.count), (walked.len() + 1, ids.len()));
        assert_eq!(told.previous, walked.last().copied());
        let cited: Vec<_> = (1..=told.sources.len()).collect();
        assert_eq!(
            (told.text.cites, told.sources),
            (cited, story.steps[id].sources.clone())
        );
        walked.push(id);
        at = told.next;
    }
    assert_eq!(walked, ids);
    assert_eq!(tour::of(&STORY, &State::opening(story, Locale::Ar)), None);
}

#[test]
fn a_choice_of_the_step_is_not_one_of_the_reader() {
    let story = STORY.ecosystem();
    let (step, state) = steps().find(|(step, _)| step.focus.is_some()).unwrap();
    assert_eq!(tour::chosen(story, &state), None);
    let baidu = story.subject("baidu");
    assert_eq!(
        tour::chosen(story, &state.apply(Action::Focus(baidu))),
        baidu
    );
    let left = state.telling(story, None);
    assert_eq!(tour::chosen(story, &left), step.focus);
    assert_eq!(
        State {
            step: state.step,
            ..left
        },
        state,
        "leaving keeps what is shown"
    );
}
