//! The marks of the drawing, of which each node can be pressed, pointed at, and given the
//! keyboard.

use super::marks;
use crate::geometry::Vec2;
use crate::keymap::NetworkCommand;
use crate::locale::Direction;
use crate::model::Subject;
use crate::platform;
use crate::scene::highlight::Highlight;
use crate::scene::network::{NetworkScene, NodeMark};
use crate::scene::walk;
use crate::state::Action;
use crate::ui::element::{Element, el};
use crate::ui::part::{Projection, Same};
use yew::html::{onfocusin, onfocusout, onpointerenter, onpointerleave};
use yew::prelude::*;
use yew::virtual_dom::VList;

/// All marks of a drawing. The camera is none of what they are made of: they stay as they
/// are while it moves.
#[derive(PartialEq)]
pub(super) struct Marks {
    pub(super) scene: Same<NetworkScene>,
    pub(super) highlight: Highlight,
    /// What the ids of the nodes begin with: a page may have several drawings.
    pub(super) ids: String,
    /// What is looked at in any of several drawings, and marked in each.
    pub(super) marked: Option<Subject>,
    /// The place of the node that the keyboard comes to first, among the nodes.
    pub(super) current: usize,
    /// Chooses what the details are about.
    pub(super) choose: Callback<Option<Subject>>,
    /// Says what is under the pointer or has the keyboard.
    pub(super) preview: UseStateSetter<Option<Subject>>,
    /// Says what the keyboard came to.
    pub(super) arrive: UseStateSetter<Option<Subject>>,
}

impl Projection for Marks {
    fn draw(&self) -> Html {
        let nodes = self.scene.nodes.iter().enumerate();
        let nodes = nodes.map(|(index, mark)| self.node(mark, index == self.current).into());
        let mut marks: Vec<Html> = Vec::new();
        marks.extend(marks::ground(&self.scene, &self.highlight).map(Html::from));
        // By their keys, as they come and go.
        marks.push(VList::with_children(nodes.collect(), None).into());
        VList::with_children(marks, None).into()
    }
}

impl Marks {
    fn node(&self, mark: &NodeMark, is_current: bool) -> Element {
        let subject = Subject::Node(mark.node);
        let show = |shown: Option<Subject>| {
            let preview = self.preview.clone();
            move || preview.set(shown)
        };
        let (enter, leave) = (show(Some(subject)), show(None));
        let (look, away) = (enter.clone(), leave.clone());
        let arrive = self.arrive.clone();
        let choose = self.choose.reform(move |event: MouseEvent| {
            event.stop_propagation();
            Some(subject)
        });
        let chosen = self.highlight.is_chosen(mark.node);
        let node = el("g")
            .key(&mark.slug)
            .set("id", &node_id(&self.ids, &mark.slug))
            .maybe("data-marked", (self.marked == Some(subject)).then_some(""))
            .mark_button(&mark.name, is_current, chosen)
            .on_click(choose)
            .on(onpointerenter::Wrapper::new(Callback::from(move |_| {
                enter();
            })))
            .on(onpointerleave::Wrapper::new(Callback::from(move |_| {
                leave();
            })))
            .on(onfocusin::Wrapper::new(Callback::from(move |_| {
                arrive.set(Some(subject));
                look();
            })))
            .on(onfocusout::Wrapper::new(Callback::from(move |_| {
                away();
            })));
        marks::node(node, mark, &self.highlight)
    }
}

/// The id of a node's mark.
fn node_id(ids: &str, slug: &str) -> String {
    [ids, "node-", slug].concat()
}

/// What has the keyboard in a drawing.
pub(super) struct Keyboard<'a> {
    pub(super) scene: &'a NetworkScene,
    pub(super) ids: &'a str,
    /// The place of the node that has it, among the nodes.
    pub(super) here: usize,
    pub(super) direction: Direction,
}

impl Keyboard<'_> {
    /// Goes from node to node, and chooses one; what a command asks of the camera, or of the
    /// page, is left to others.
    pub(super) fn obey(&self, command: NetworkCommand, on_action: &Callback<Action>) {
        let nodes = &self.scene.nodes;
        let go_to = |index: usize| {
            if let Some(mark) = nodes.get(index) {
                platform::focus(&node_id(self.ids, &mark.slug));
            }
        };
        match command {
            NetworkCommand::Go(heading) => {
                let places: Vec<_> = nodes.iter().map(|mark| mark.center).collect();
                let heading = Vec2::new(heading.x * self.direction.sign(), heading.y);
                walk::next(&places, self.here, heading)
                    .map(go_to)
                    .unwrap_or_default();
            }
            NetworkCommand::First => go_to(0),
            NetworkCommand::Last => go_to(nodes.len().saturating_sub(1)),
            NetworkCommand::Choose => {
                if let Some(mark) = nodes.get(self.here) {
                    on_action.emit(Action::Focus(Some(Subject::Node(mark.node))));
                }
            }
            NetworkCommand::Leave | NetworkCommand::Zoom(_) | NetworkCommand::Fit => {}
        }
    }
}
