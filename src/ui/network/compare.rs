//! The accounts side by side: a small picture for each, and rows that say the same in words.
//!
//! The style sheet decides by the width whether pictures, rows or both are seen.

use super::marks;
use super::nodes::{Keyboard, Marks};
use crate::keymap::{self, Key, NetworkCommand};
use crate::layout::{Frame, Layout};
use crate::locale::Locale;
use crate::locale::catalog::compare::CompareMessages;
use crate::locale::catalog::embed::EmbedMessages;
use crate::model::Subject;
use crate::model::id::{Id, NodeId, OrganizationId};
use crate::platform;
use crate::scene::compare::{self, Column, Comparison, Group, Row, Says};
use crate::scene::network::NetworkScene;
use crate::scene::path::number;
use crate::state::{Action, Choice, State, View};
use crate::ui::classes::tone_class;
use crate::ui::context::{SharedAtlas, Texts};
use crate::ui::controls::{acting_button, button};
use crate::ui::element::{Element, el};
use crate::ui::input;
use crate::ui::part::{Same, part};
use std::rc::Rc;
use yew::html::{onkeydown, onpointerenter, onpointerleave};
use yew::prelude::*;

/// All that the view depends on.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) struct Input {
    told: compare::Input,
    relations: bool,
    choice: Choice,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        Self {
            told: state.into(),
            relations: state.relations,
            choice: state.choice(),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct CompareProps {
    pub(in crate::ui) atlas: SharedAtlas,
    pub(in crate::ui) input: Input,
    pub(in crate::ui) on_action: Callback<Action>,
}

#[component]
pub(in crate::ui) fn Compare(props: &CompareProps) -> Html {
    let CompareProps {
        atlas,
        input,
        on_action,
    } = props;
    let layout = use_memo((atlas.clone(), input.relations), |(atlas, relations)| {
        atlas.layout(FRAME, *relations)
    });
    let (compared, scenes) = use_scenes(atlas, *input, &layout);
    let preview = use_state_eq(|| None);
    let current = use_state_eq(|| None);
    let choose = use_callback(on_action.clone(), |subject, on_action| {
        on_action.emit(Action::Focus(subject));
    });
    let side = Side {
        atlas,
        locale: input.told.locale,
        choice: input.choice,
        compared: &compared,
        preview,
        current,
        choose,
        on_action,
    };
    let pictures = compared.columns.iter().zip(scenes.iter()).enumerate();
    let pictures = pictures.map(|(at, (column, scene))| side.picture(at, column, scene));
    frame(&compared, &layout)
        .on(onkeydown::Wrapper::new(side.leaving()))
        .child(el("div").class("compare-pictures").children(pictures))
        .child_if((!compared.groups.is_empty()).then(|| side.rows()))
        .child(side.said())
        .into()
}

/// The comparison, and the picture of each column. Neither is made again for what is previewed or
/// chosen.
#[hook]
fn use_scenes(
    atlas: &SharedAtlas,
    input: Input,
    layout: &Rc<Layout>,
) -> (Rc<Comparison>, Rc<Vec<Same<NetworkScene>>>) {
    let compared = use_memo((atlas.clone(), input.told), |(atlas, input)| {
        compare::of(atlas, *input)
    });
    let parts = (Same(Rc::clone(layout)), Same(Rc::clone(&compared)));
    let scenes = use_memo(
        (atlas.clone(), input.told.locale, parts),
        |(atlas, locale, (layout, compared))| {
            let columns = compared.columns.iter().enumerate();
            let scenes = columns.map(|(at, column)| {
                let ids = ids("", at);
                let scene = compared.picture(atlas, layout, column, *locale, &ids);
                Same(Rc::new(scene))
            });
            scenes.collect()
        },
    );
    (compared, scenes)
}

/// The pictures as pictures of themselves: nothing in them answers.
pub(in crate::ui) fn small(atlas: &SharedAtlas, state: State) -> Element {
    let compared = compare::of(atlas, &state);
    let layout = atlas.layout(FRAME, state.relations);
    let columns = compared.columns.iter().enumerate();
    let pictures = columns.map(|(at, column)| {
        let ids = ids("small-", at);
        let scene = compared.picture(atlas, &layout, column, state.locale, &ids);
        let highlight = compared.highlight(atlas, column, state.choice(), None);
        let nodes = scene.nodes.iter();
        let nodes = nodes.map(|mark| marks::node(el("g"), mark, &highlight));
        let svg = drawing(&scene, state.locale)
            .children(marks::ground(&scene, &highlight))
            .child(el("g").children(nodes));
        figure(column, svg)
    });
    frame(&compared, &layout).child(el("div").class("compare-pictures").children(pictures))
}

/// Stacked, as pictures are on phones: names stand beside their marks.
const FRAME: Frame = Frame::Tall;

/// What the ids of a column's picture begin with.
fn ids(prefix: &str, at: usize) -> String {
    [prefix, "compare-", &at.to_string(), "-"].concat()
}

/// What holds the pictures and the rows; whether names fit depends on how many columns there are,
/// and on how tall the pictures are.
fn frame(compared: &Comparison, layout: &Layout) -> Element {
    let columns = compared.columns.len().to_string();
    el("div")
        .class("compare")
        .set("data-columns", &columns)
        .maybe("data-tall", compare::is_tall(layout).then_some(""))
}

fn drawing(scene: &NetworkScene, locale: Locale) -> Element {
    let size = [scene.size.width, scene.size.height].map(number).join(" ");
    marks::drawing(FRAME, Texts::of(locale), false).set("viewBox", &["0 0 ", &size].concat())
}

fn figure(column: &Column, drawing: Element) -> Element {
    let caption = el("figcaption")
        .child(el("strong").text(&column.name))
        .text(" ")
        .child(el("span").text(&column.count));
    el("figure").key(&column.slug).child(caption).child(drawing)
}

/// What the pictures and the rows have in common.
struct Side<'a> {
    atlas: &'a SharedAtlas,
    locale: Locale,
    choice: Choice,
    compared: &'a Comparison,
    /// What is under the pointer or has the keyboard, in any picture or row.
    preview: UseStateHandle<Option<Subject>>,
    /// What the keyboard came to last, in any picture.
    current: UseStateHandle<Option<Subject>>,
    choose: Callback<Option<Subject>>,
    on_action: &'a Callback<Action>,
}

impl Side<'_> {
    const fn words(&self) -> &'static CompareMessages {
        CompareMessages::of(self.locale)
    }

    /// What is looked at.
    fn looked_at(&self) -> Option<Subject> {
        self.preview.or(self.choice.focus)
    }

    fn picture(&self, at: usize, column: &Column, scene: &Same<NetworkScene>) -> Element {
        let preview = self.preview.and_then(Subject::node);
        let highlight = self
            .compared
            .highlight(self.atlas, column, self.choice, preview);
        let is_current = |node: NodeId| Some(Subject::Node(node)) == *self.current;
        let here = scene.nodes.iter().position(|mark| is_current(mark.node));
        let here = here.unwrap_or_default();
        let svg = drawing(scene, self.locale)
            .on(onkeydown::Wrapper::new(self.keys(at, scene, here)))
            .on_click(self.choose.reform(|_| None))
            .node(part(Marks {
                scene: scene.clone(),
                highlight,
                ids: ids("", at),
                marked: self.looked_at(),
                current: here,
                choose: self.choose.clone(),
                preview: self.preview.setter(),
                arrive: self.current.setter(),
            }));
        figure(column, svg)
    }

    /// From mark to mark in a picture.
    fn keys(&self, at: usize, scene: &Same<NetworkScene>, here: usize) -> Callback<KeyboardEvent> {
        let (scene, on_action) = (scene.clone(), self.on_action.clone());
        let direction = self.locale.direction();
        Callback::from(move |event: KeyboardEvent| {
            let command = input::key(&event)
                .and_then(|key| keymap::network(key, input::modifiers(&event), direction));
            let Some(command) = command else { return };
            // A way out of the picture is one out of the comparison, and there is no camera.
            if let NetworkCommand::Leave | NetworkCommand::Zoom(_) | NetworkCommand::Fit = command {
                return;
            }
            event.prevent_default();
            let keyboard = Keyboard {
                scene: &scene,
                ids: &ids("", at),
                here,
                direction,
            };
            keyboard.obey(command, &on_action);
        })
    }

    /// Escape: back from what is chosen, then from the comparison.
    fn leaving(&self) -> Callback<KeyboardEvent> {
        let (on_action, chosen) = (self.on_action.clone(), self.choice.focus.is_some());
        Callback::from(move |event: KeyboardEvent| {
            if input::key(&event) != Some(Key::Escape) {
                return;
            }
            event.prevent_default();
            if chosen {
                on_action.emit(Action::Focus(None));
            } else {
                on_action.emit(Action::Show(View::Both));
                platform::focus(super::COMPARE);
            }
        })
    }

    /// The members, a row each, with a mark for what each account says.
    fn rows(&self) -> Element {
        let words = Texts::of(self.locale).words;
        let columns = self.compared.columns.iter().map(|column| {
            el("th")
                .set("scope", "col")
                .text(&column.name)
                .text(" ")
                .child(el("small").text(&column.count))
        });
        let head = el("tr")
            .child(el("th").set("scope", "col").text(words.column_organization))
            .children(columns);
        let groups = self.compared.groups.iter().map(|group| self.group(group));
        let table = el("table")
            .child(el("caption").class("unseen").text(self.words().rows))
            .child(el("thead").child(head))
            .children(groups);
        el("div")
            .class("table compare-rows")
            .child(table)
            .child(self.key())
    }

    fn group(&self, group: &Group) -> Element {
        let width = (self.compared.columns.len() + 1).to_string();
        let name = el("th")
            .set("scope", "rowgroup")
            .set("colspan", &width)
            .text(&group.name);
        let agreed = (!group.agreed.is_empty()).then(|| {
            let names = group.agreed.iter();
            let names = names.map(|row| el("li").child(self.name(row)));
            let fold = el("details")
                .child(el("summary").text(&group.agreed_count))
                .child(el("ul").children(names));
            el("tr").child(el("td").set("colspan", &width).child(fold))
        });
        el("tbody")
            .class(tone_class(group.alliance.index()))
            .child(el("tr").child(name))
            .children(group.differing.iter().map(|row| self.row(row)))
            .child_if(agreed)
    }

    fn row(&self, row: &Row) -> Element {
        let show = |shown: Option<OrganizationId>| {
            let preview = self.preview.clone();
            let shown = shown.map(|id| Subject::Node(NodeId::Organization(id)));
            Callback::from(move |_: PointerEvent| preview.set(shown))
        };
        let marked = self.looked_at() == Some(subject(row));
        let cells = row.cells.iter().map(|says| {
            let words = el("span").class("unseen").text(says.words(self.words()));
            el("td").child(sign(*says)).child(words)
        });
        el("tr")
            .maybe("data-marked", marked.then_some(""))
            .on(onpointerenter::Wrapper::new(show(Some(row.organization))))
            .on(onpointerleave::Wrapper::new(show(None)))
            .child(el("th").set("scope", "row").child(self.name(row)))
            .children(cells)
    }

    /// A member's name, which chooses it; pressed again, nothing is chosen.
    fn name(&self, row: &Row) -> Element {
        let chosen = self.choice.focus == Some(subject(row));
        let next = (!chosen).then(|| subject(row));
        button(self.choose.reform(move |_| next))
            .aria("aria-pressed", chosen)
            .child(el("bdi").text(&row.name))
    }

    /// What the signs of the rows mean.
    fn key(&self) -> Element {
        let signs = [Says::Names, Says::NamesOthers, Says::Silent];
        let signs = signs.map(|says| {
            let words = el("span").text(says.words(self.words()));
            el("span").child(sign(says)).child(words)
        });
        el("p")
            .fixed(&[("class", "compare-key"), ("aria-hidden", "true")])
            .children(signs)
    }

    /// Who names what is looked at, and the way to its facts.
    fn said(&self) -> Element {
        let said = self
            .compared
            .said(self.atlas, self.locale, self.looked_at());
        let facts = self.choice.focus.map(|_| {
            acting_button(self.on_action, Action::Show(View::Both))
                .class("tool")
                .text(EmbedMessages::of(self.locale).all_facts)
        });
        el("div")
            .class("compare-said")
            .child(el("p").set("role", "status").text(&said))
            .child_if(facts)
    }
}

fn subject(row: &Row) -> Subject {
    Subject::Node(NodeId::Organization(row.organization))
}

/// What an account says of a member, as the picture has it: a full mark, a broken outline; nothing
/// stands in a picture for what an account does not speak of.
fn sign(says: Says) -> Element {
    let class = match says {
        Says::Names => "says-names",
        Says::NamesOthers => "says-others",
        Says::Silent => "says-nothing",
    };
    el("i").class(class)
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
