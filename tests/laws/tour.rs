//! What a step of the story shows: what it names, where it looks, and nothing that is not
//! there on its day.

use crate::support::stories::{BUNDLED, Story, bundled_story, every_story_keeps};
use std::cell::Cell;
use tahaluf::camera::Camera;
use tahaluf::date::Date;
use tahaluf::graph::Filter;
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::model::id::NodeId;
use tahaluf::model::words::Line;
use tahaluf::model::{Listing, Step, Subject};
use tahaluf::scene::network::{EdgeStyle, Emphasis};
use tahaluf::scene::{timeline, tour};
use tahaluf::state::{Action, State};

/// A width at which most events stand apart, in CSS px.
const WIDTH: f64 = 1280.0;

/// The steps of a story, by turns in each language.
fn steps(story: &'static Story) -> impl Iterator<Item = (&'static Step, State)> {
    let ecosystem = story.atlas.ecosystem();
    let steps = ecosystem.steps.iter();
    let languages = Locale::ALL.into_iter().cycle();
    steps.zip(languages).map(move |((id, step), locale)| {
        let opening = State::opening(ecosystem, locale);
        (step, opening.telling(ecosystem, Some(id)))
    })
}

/// A step of the bundled story.
fn told(slug: &str) -> (&'static Step, State) {
    let mut steps = steps(bundled_story());
    steps.find(|(step, _)| step.slug == slug).unwrap()
}

/// The nodes that a step names: itself, by its focus, or as what its focus is about.
fn named(story: &Story, step: &Step) -> Vec<NodeId> {
    let mut nodes: Vec<_> = step.emphasis.iter().filter_map(|it| it.node()).collect();
    match step.focus {
        Some(Subject::Node(node)) => nodes.push(node),
        Some(Subject::Event(id)) => nodes.extend(&story.atlas.ecosystem().events[id].about),
        None => {}
    }
    nodes
}

fn standing_out(story: &Story, state: &State, frame: Frame) -> Vec<NodeId> {
    let (highlight, nodes) = (story.highlight(state), story.picture(state, frame).nodes);
    let nodes = nodes.iter().map(|mark| mark.node);
    nodes
        .filter(|node| highlight.node(*node) == Emphasis::Strong)
        .collect()
}

/// How much something stands out while a step is told.
const fn expected(is_named: bool) -> Emphasis {
    if is_named {
        Emphasis::Strong
    } else {
        Emphasis::Receded
    }
}

#[test]
fn what_a_step_names_stands_out_and_the_rest_recedes() {
    every_story_keeps(&[], |story| {
        for (step, state) in steps(story) {
            let (named, highlight) = (named(story, step), story.highlight(&state));
            let nothing = step.emphasis.iter().all(|it| it.node().is_none());
            for mark in story.picture(&state, Frame::Wide).nodes {
                // A step that names no node leaves the picture to its focus.
                if nothing {
                    break;
                }
                let expected = expected(named.contains(&mark.node));
                let found = highlight.node(mark.node);
                assert_eq!(found, expected, "{}: {}", step.slug, mark.slug);
            }
            for mark in timeline::of(&story.atlas, &state, WIDTH).events {
                let event = Subject::Event(mark.event);
                if step.emphasis.iter().all(|it| it.node().is_some()) {
                    break;
                }
                let is_named = step.emphasis.contains(&event) || step.focus == Some(event);
                let expected = expected(is_named);
                assert_eq!(mark.emphasis, expected, "{}: {}", step.slug, mark.slug);
            }
        }
    });
}

#[test]
fn ties_between_what_a_step_names_stand_out() {
    let story = bundled_story().atlas.ecosystem();
    let strong = |wanted: &str| {
        let (_, state) = told(wanted);
        let highlight = bundled_story().highlight(&state);
        let edges = bundled_story().picture(&state, Frame::Wide).edges;
        let strong = edges
            .into_iter()
            .filter(|it| highlight.edge(it.index) == Emphasis::Strong);
        strong.map(|edge| edge.style).collect::<Vec<_>>()
    };
    // Every listing by the department in focus and its action on a chip maker, and no
    // relation that two of those listed have with each other.
    let regulator = EdgeStyle::Relation(Line::DashDotDot);
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
    let runs = EdgeStyle::Relation(Line::Solid);
    assert!(
        chips.iter().filter(|style| **style == runs).count() >= 4,
        "{chips:?}"
    );
}

#[test]
fn what_a_step_names_is_there_on_its_day_and_in_its_window() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        for (step, state) in steps(story) {
            let slice = story.slice(&state);
            let named = named(story, step).into_iter();
            for node in named.chain(step.around.iter().copied()) {
                let slug = ecosystem.slug(Subject::Node(node));
                assert!(slice.has(node), "{}: {slug}", step.slug);
            }
            for subject in step.emphasis.iter().copied().chain(step.focus) {
                let Subject::Event(id) = subject else {
                    continue;
                };
                let event = &ecosystem.events[id];
                let seen = state.window.contains(event.when.first_day());
                assert!(seen, "{}: {}", step.slug, event.slug);
            }
            assert!(state.window.contains(step.date), "{}", step.slug);
        }
    });
}

#[test]
fn a_reader_who_looks_elsewhere_sees_what_is_there() {
    let story = bundled_story();
    let standing_out = |state: &State| standing_out(story, state, Frame::Wide);
    let (step, state) = told("in-both");
    let told_of = standing_out(&state);
    let elsewhere = State {
        step: None,
        ..state
    };
    let huawei = story.atlas.ecosystem().subject("huawei");
    for action in [
        Action::Focus(huawei),
        Action::Pick(Some(Filter::Listed)),
        Action::Focus(None),
    ] {
        let seen = standing_out(&state.apply(action));
        assert_eq!(seen, standing_out(&elsewhere.apply(action)), "{action:?}");
        assert_ne!(seen, told_of, "{action:?}");
    }
    // Back to what the step shows, and it is told again.
    let back = state
        .apply(Action::Focus(huawei))
        .apply(Action::Focus(step.focus));
    assert_eq!(standing_out(&back), told_of);
    // On a day on which nothing of it is there, nothing recedes.
    let (_, state) = told("who-says-what");
    let before = State {
        date: Date::from_ymd(1900, 1, 1).unwrap(),
        ..state
    };
    let seen = story.picture(&before, Frame::Wide).nodes;
    assert!(!seen.is_empty());
    let highlight = story.highlight(&before);
    let plain = seen
        .iter()
        .all(|mark| highlight.node(mark.node) == Emphasis::Plain);
    assert!(plain, "{seen:?}");
}

#[test]
fn the_camera_brings_close_what_a_step_looks_at() {
    let looked_closely = Cell::new(0);
    every_story_keeps(&[], |story| {
        for (step, state) in steps(story) {
            for (frame, relations, layout) in &story.layouts {
                if *relations != step.relations {
                    continue;
                }
                let around = tour::around(&story.atlas, layout, state.step);
                assert_eq!(around.is_some(), !step.around.is_empty(), "{}", step.slug);
                let Some(around) = around else { continue };
                let camera = Camera::framing(around, layout.size);
                let shown = camera.view_box(layout.size);
                looked_closely.set(looked_closely.get() + usize::from(camera.zoom() > 1.0));
                // The picture is mirrored after the camera, so the places are those of English.
                let english = state.apply(Action::Speak(Locale::En));
                for mark in story.picture(&english, *frame).nodes {
                    if step.around.contains(&mark.node) {
                        assert!(shown.contains(mark.center), "{}: {}", step.slug, mark.slug);
                    }
                }
            }
        }
        if story.name == BUNDLED {
            assert!(looked_closely.get() >= 2, "{looked_closely:?}");
        }
    });
}

#[test]
fn the_tour_leads_from_the_first_step_to_the_last_and_back() {
    every_story_keeps(&[], |story| {
        let (atlas, ecosystem) = (&story.atlas, story.atlas.ecosystem());
        let ids: Vec<_> = ecosystem.steps.ids().collect();
        let mut walked = Vec::new();
        let mut at = ids.first().copied();
        while let Some(id) = at {
            let state = State::opening(ecosystem, Locale::Ar).telling(ecosystem, Some(id));
            let told = tour::of(atlas, &state).unwrap();
            assert_eq!((told.position, told.count), (walked.len() + 1, ids.len()));
            assert_eq!(told.previous, walked.last().copied());
            let mut sources = ecosystem.steps[id].sources.clone();
            sources.sort_unstable();
            assert_eq!(told.text.cites, sources, "by their numbers");
            walked.push(id);
            at = told.next;
        }
        assert_eq!(walked, ids);
        assert_eq!(
            tour::of(atlas, &State::opening(ecosystem, Locale::Ar)),
            None
        );
    });
}

#[test]
fn a_choice_of_the_step_is_not_one_of_the_reader() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        for (step, state) in steps(story).filter(|(step, _)| step.focus.is_some()) {
            assert_eq!(tour::chosen(ecosystem, &state), None);
            let organizations = ecosystem.organizations.ids().map(NodeId::Organization);
            let mut others = organizations.map(|it| Some(Subject::Node(it)));
            let other = others.find(|it| *it != step.focus).unwrap();
            let elsewhere = state.apply(Action::Focus(other));
            assert_eq!(tour::chosen(ecosystem, &elsewhere), other);
            let left = state.telling(ecosystem, None);
            assert_eq!(tour::chosen(ecosystem, &left), step.focus);
            let back = State {
                step: state.step,
                ..left
            };
            assert_eq!(back, state, "leaving keeps what is shown");
        }
    });
}

#[test]
fn short_words_are_few() {
    every_story_keeps(&[], |story| {
        for (_, step) in story.atlas.ecosystem().steps.iter() {
            for locale in Locale::ALL {
                let short = step.short.as_ref().map(|it| it.get(locale));
                // A no-break space is within a name, which is one word.
                let words = short.map_or(0, |it| it.split(' ').count());
                assert!(words <= 25, "{}: {words} words", step.slug);
            }
        }
    });
}
