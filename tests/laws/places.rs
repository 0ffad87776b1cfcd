//! What a reader sees of the places, as it is drawn in each language: names that can be read,
//! and fields that hold whom they are about.

use crate::support::golden::points;
use crate::support::stories::{Story, every_story_keeps};
use tahaluf::atlas::names::NODE_RADIUS;
use tahaluf::geometry::{Point, Rect};
use tahaluf::layout::text::Face;
use tahaluf::layout::{Frame, MARGIN};
use tahaluf::locale::Locale;
use tahaluf::locale::isolate::without_controls;
use tahaluf::model::Subject;
use tahaluf::model::id::{Id, NodeId};
use tahaluf::scene::network::{FieldMark, Glyph, NetworkScene, NodeMark};
use tahaluf::state::Action;

/// Every picture of a story: both frames, both languages, without and with the relations.
fn pictures(story: &'static Story) -> impl Iterator<Item = (NetworkScene, Locale, String)> {
    let frames = Frame::ALL.into_iter();
    frames.flat_map(move |frame| {
        story.openings().map(move |state| {
            let picture = format!("{frame:?}, {:?}, {}", state.locale, state.relations);
            (story.picture(&state, frame), state.locale, picture)
        })
    })
}

/// The box around the lines of a name as they are set: as high as its letters with their marks.
fn name_box(mark: &NodeMark, locale: Locale) -> Rect {
    let label = &mark.label;
    let face = if label.title {
        Face::Title
    } else {
        Face::Label
    };
    let widths = label.lines.iter();
    let width = widths
        .map(|(line, _)| face.width(&without_controls(line)))
        .fold(0.0, f64::max);
    // `start` and `end` are relative to the writing.
    let left = match (label.anchor, locale) {
        ("middle", _) => label.x - width / 2.0,
        ("start", Locale::En) | ("end", Locale::Ar) => label.x,
        _ => label.x - width,
    };
    let (first, last) = (label.lines[0].1, label.lines[label.lines.len() - 1].1);
    Rect::new(
        Point::new(left, first - 0.75 * face.size()),
        Point::new(left + width, last + 0.2 * face.size()),
    )
}

/// The square around what is drawn at a node.
fn body(mark: &NodeMark) -> Rect {
    let radius = match (&mark.glyph, mark.ring) {
        (_, Some(ring)) => ring,
        (Glyph::Hub { radius, .. }, None) => *radius,
        (Glyph::Shape { .. }, None) => NODE_RADIUS,
    };
    let Point { x, y } = mark.center;
    Rect::new(
        Point::new(x - radius, y - radius),
        Point::new(x + radius, y + radius),
    )
}

#[test]
fn names_stand_clear_of_names_and_nodes_and_inside() {
    every_story_keeps(&[], |story| {
        for (scene, locale, picture) in pictures(story) {
            let least = 0.001 - MARGIN;
            let size = Point::new(scene.size.width, scene.size.height);
            let frame = Rect::new(Point::default(), size).inflate(least);
            let names: Vec<_> = scene.nodes.iter().map(|it| name_box(it, locale)).collect();
            for (index, (mark, name)) in scene.nodes.iter().zip(&names).enumerate() {
                let inside = frame.contains(name.min) && frame.contains(name.max);
                assert!(inside, "{picture}: {} leaves the picture", mark.slug);
                for (other, box_) in scene.nodes.iter().zip(&names).skip(index + 1) {
                    let slugs = [&mark.slug, &other.slug];
                    assert!(!name.overlaps(*box_), "{picture}: {slugs:?}, names");
                    assert!(
                        !body(mark).overlaps(body(other)),
                        "{picture}: {slugs:?}, nodes"
                    );
                }
                for other in &scene.nodes {
                    let slugs = [&mark.slug, &other.slug];
                    assert!(
                        !name.overlaps(body(other)),
                        "{picture}: {slugs:?}, name on node"
                    );
                }
            }
        }
    });
}

/// Whether the polygons of an outline's points, from one end of a curve to the next, hold a
/// place: whether a line from it leaves an odd number of times.
fn holds(field: &FieldMark, Point { x, y }: Point) -> bool {
    let mut inside = false;
    // A field may have holes, each a chain of its own.
    for chain in field.path.split('Z').filter(|chain| !chain.is_empty()) {
        let points = points(chain);
        // The start, then a control point and an end by turns.
        let ends: Vec<_> = points.iter().step_by(2).collect();
        let mut before = ends[ends.len() - 1];
        for end in ends {
            let crosses = (before[1] > y) != (end[1] > y);
            let share = (y - before[1]) / (end[1] - before[1]);
            inside ^= crosses && x < before[0] + share * (end[0] - before[0]);
            before = end;
        }
    }
    inside
}

/// Whether somebody is in an alliance, or is its hub.
fn is_in(story: &Story, mark: &NodeMark, field: &FieldMark) -> bool {
    let alliance = Id::from_index(field.tone);
    match mark.node {
        NodeId::Alliance(id) => id == alliance,
        NodeId::Organization(id) => story.atlas.graph().alliances_of(id).contains(&alliance),
    }
}

#[test]
fn fields_hold_their_members() {
    every_story_keeps(&[], |story| {
        for (scene, _, picture) in pictures(story) {
            for field in &scene.fields {
                for mark in scene.nodes.iter().filter(|it| is_in(story, it, field)) {
                    let inside = holds(field, mark.center);
                    assert!(
                        inside,
                        "{picture}: {} outside field {}",
                        mark.slug, field.tone
                    );
                }
            }
        }
    });
}

#[test]
fn fields_hold_nobody_else() {
    every_story_keeps(&[], |story| {
        for (scene, _, picture) in pictures(story) {
            for field in &scene.fields {
                for mark in scene.nodes.iter().filter(|it| !is_in(story, it, field)) {
                    let inside = holds(field, mark.center);
                    assert!(
                        !inside,
                        "{picture}: {} inside field {}",
                        mark.slug, field.tone
                    );
                }
            }
        }
    });
}

/// On every day, as every account tells it.
#[test]
fn fields_hold_the_members_of_their_day_and_account() {
    every_story_keeps(&[], |story| {
        let accounts = story.atlas.ecosystem().accounts.ids();
        let opening = story.opening(Locale::Ar, false);
        let told = accounts.map(|account| opening.apply(Action::Hear(Some(account))));
        for (state, frame) in story
            .states()
            .step_by(3)
            .chain(told)
            .flat_map(|state| Frame::ALL.map(|frame| (state, frame)))
        {
            let (scene, slice) = (story.picture(&state, frame), story.slice(&state));
            for field in &scene.fields {
                let alliance = Id::from_index(field.tone);
                for mark in &scene.nodes {
                    let is_in = match mark.node {
                        NodeId::Alliance(id) => id == alliance,
                        node @ NodeId::Organization(_) => {
                            slice.alliances_of(node).contains(&alliance)
                        }
                    };
                    assert_eq!(
                        holds(field, mark.center),
                        is_in,
                        "{frame:?}, {state:?}: {} and field {}",
                        mark.slug,
                        field.tone
                    );
                }
            }
        }
    });
}

#[test]
fn the_relations_move_everything_by_one_shift() {
    every_story_keeps(&[], |story| {
        for layouts in story.layouts.chunks_exact(2) {
            let [(frame, _, without), (_, _, with)] = layouts else {
                unreachable!("a picture without the relations, and one with them")
            };
            let pairs = without.places.iter().zip(&with.places);
            let mut shifts = pairs.filter_map(|(before, after)| {
                let (before, after) = (before.as_ref()?.center, after.as_ref()?.center);
                Some(after - before)
            });
            let first = shifts.next().unwrap();
            assert!(first.x.abs() < 1e-9, "{frame:?}: along x");
            for shift in shifts {
                assert!(
                    (shift.y - first.y).abs() < 1e-9 && shift.x.abs() < 1e-9,
                    "{frame:?}"
                );
            }
        }
    });
}

#[test]
fn every_tie_ends_at_its_nodes() {
    every_story_keeps(&[], |story| {
        for (scene, _, picture) in pictures(story) {
            for edge in &scene.edges {
                let [start, _, end] = points(&edge.path)[..] else {
                    panic!("{picture}: {} is no curve", edge.path)
                };
                let touches = |[x, y]: [f64; 2]| {
                    let near = |mark: &&NodeMark| {
                        // Edges end off the outline, and paths have one decimal.
                        let side = body(mark).inflate(6.0);
                        side.contains(Point::new(x, y))
                    };
                    scene.nodes.iter().any(|mark| near(&mark))
                };
                assert!(touches(start) && touches(end), "{picture}: {}", edge.key);
            }
        }
    });
}

/// The words of a subject's name that the picture has may be cut; what is said of it is whole.
#[test]
fn every_node_is_named_whole() {
    every_story_keeps(&[], |story| {
        for state in story.openings() {
            for mark in story.picture(&state, Frame::Tall).nodes {
                let name = story.atlas.ecosystem().node_name(mark.node, state.locale);
                let name = without_controls(name);
                let spoken = without_controls(&mark.name);
                assert!(spoken.starts_with(&name), "{spoken}");
                assert_eq!(
                    story.atlas.ecosystem().subject(&mark.slug),
                    Some(Subject::Node(mark.node))
                );
            }
        }
    });
}
