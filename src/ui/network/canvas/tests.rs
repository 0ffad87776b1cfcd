//! What happens many times a second, a hover, a pan, a zoom, routes no edge and wraps no name.

use super::*;
use crate::camera::gesture::Gesture;
use crate::geometry::{Point, Vec2};
use crate::layout::effort::{self, Effort};
use crate::state::State;
use crate::ui::still::rendered;
use std::cell::Cell;

/// How often the drawing is rendered again for something that its scene does not depend on.
const AGAIN: usize = 5;

thread_local! {
    static RENDERED: Cell<usize> = const { Cell::new(0) };
}

/// Renders as the drawing does when what is under the pointer, or the camera, is another: its own
/// state has changed, and nothing that it was given.
#[component]
fn Rendering(props: &CanvasProps) -> Html {
    let preview = use_state_eq(|| 0);
    use_scene(props, Frame::Wide);
    RENDERED.set(RENDERED.get() + 1);
    if *preview < AGAIN {
        preview.set(*preview + 1);
    }
    Html::default()
}

fn drawing() -> CanvasProps {
    let json = include_bytes!("../../../../assets/story.json");
    let atlas = crate::atlas::Atlas::from_json(json).unwrap_or_default();
    let state = State {
        relations: true,
        ..State::opening(atlas.ecosystem(), Locale::Ar)
    };
    CanvasProps {
        slice: Rc::new(Slice::of(atlas.graph(), atlas.ecosystem(), state.query())),
        atlas: SharedAtlas::new(atlas),
        locale: state.locale,
        relations: state.relations,
        choice: state.choice(),
        on_action: Callback::noop(),
    }
}

#[test]
fn rendering_the_drawing_again_makes_no_scene_again() {
    let props = drawing();
    let layout = props.atlas.layout(Frame::Wide, true);
    let once = effort::of(|| {
        network::of(&props.atlas, &layout, &props.slice, props.locale, "");
    });
    assert_eq!(once.routed, 0, "a scene is made of routes that are there");
    assert!(once.wrapped > 0, "and of names that it wraps");
    let again = effort::of(|| {
        rendered::<Rendering>(props);
    });
    assert_eq!(RENDERED.get(), 1 + AGAIN, "it was rendered again");
    let expected = Effort { routed: 1, ..once };
    assert_eq!(again, expected, "and the scene was made once");
}

#[test]
fn what_follows_the_pointer_is_made_without_a_layout() {
    let props = drawing();
    let story = props.atlas.ecosystem();
    let size = props.atlas.layout(Frame::Wide, true).size;
    let hovering = effort::of(|| {
        for node in props.slice.nodes() {
            let highlight = Highlight::of(story, &props.slice, props.choice, Some(*node));
            assert_ne!(highlight, Highlight::default(), "something stands out");
        }
    });
    let looking = effort::of(|| {
        let mut lens = Lens {
            camera: Camera::fitted(size),
            scene: size,
            direction: props.locale.direction(),
        };
        let whole = view_box(lens);
        let page = Rect::new(Point::new(0.0, 0.0), Point::new(720.0, 480.0));
        lens.camera = lens.zoomed(ZOOM_STEP);
        lens.camera = lens.zoomed_at(Point::new(100.0, 100.0), ZOOM_STEP, page);
        lens.camera = lens.moved(
            Gesture {
                by: Vec2::new(10.0, 20.0),
                factor: 1.1,
                about: Point::new(300.0, 200.0),
            },
            page,
        );
        assert_ne!(view_box(lens), whole, "the camera looks elsewhere");
    });
    let nothing = Effort {
        routed: 0,
        wrapped: 0,
    };
    assert_eq!([hovering, looking], [nothing; 2]);
}
