//! Elements of the page, built step by step.
//!
//! Yew's `html!` writes the making of every element out in full, wherever it
//! stands: some four hundred bytes of WebAssembly each. Here an element is one
//! pointer that goes from call to call, and every step is compiled once.
//! Components and their children stay with `html!`, which checks their
//! properties; an element of either kind may hold the other.

use crate::scene::path::number;
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::onclick;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener};
use yew::virtual_dom::{VList, VNode, VTag, VText};
use yew::{Callback, Html, MouseEvent};

/// An element that is being built.
pub(super) struct Element(Box<Draft>);

/// What an element will be made of.
struct Draft {
    tag: VTag,
    names: Vec<&'static str>,
    /// One for each name; none where the attribute is left out this time.
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// An element with nothing in it yet.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> Element {
    Element(Box::new(Draft {
        tag: VTag::new(tag),
        names: Vec::new(),
        values: Vec::new(),
        children: Vec::new(),
    }))
}

/// A few words of a look of their own.
pub(super) fn span(class: &str, text: &str) -> Element {
    el("span").class(class).text(text)
}

impl Element {
    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        let Draft { names, values, .. } = &mut *self.0;
        debug_assert!(!names.contains(&name), "{name} stands twice");
        names.push(name);
        values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    /// With an attribute; an empty one is written as well.
    #[inline(never)]
    pub(super) fn set(self, name: &'static str, value: &str) -> Self {
        self.maybe(name, Some(value))
    }

    /// With attributes that are always the same.
    #[inline(never)]
    pub(super) fn fixed(mut self, attributes: &[(&'static str, &'static str)]) -> Self {
        for (name, value) in attributes {
            self = self.attribute(name, Some(AttrValue::Static(value)));
        }
        self
    }

    /// With an attribute that is a length or a place, in the units of its drawing.
    #[inline(never)]
    pub(super) fn number(self, name: &'static str, value: f64) -> Self {
        self.set(name, &number(value))
    }

    /// With an attribute, where there is a value for it.
    #[inline(never)]
    pub(super) fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        self.attribute(name, value.map(|value| AttrValue::Rc(value.into())))
    }

    /// With an attribute that is there or not, as `open` and `disabled`.
    #[inline(never)]
    pub(super) fn flag(self, name: &'static str, holds: bool) -> Self {
        self.maybe(name, holds.then_some(name))
    }

    /// With a state for assistive technology: `aria-pressed` and its like.
    #[inline(never)]
    pub(super) fn aria(self, name: &'static str, holds: bool) -> Self {
        self.set(name, if holds { "true" } else { "false" })
    }

    /// Made a button of a drawing: one stop of the keyboard for all of its marks.
    #[inline(never)]
    pub(super) fn mark_button(self, name: &str, is_current: bool, pressed: bool) -> Self {
        self.set("role", "button")
            .set("tabindex", if is_current { "0" } else { "-1" })
            .set("aria-label", name)
            .aria("aria-pressed", pressed)
    }

    /// With a class, where it has a name.
    #[inline(never)]
    pub(super) fn class(self, name: &str) -> Self {
        self.classes(&[name])
    }

    /// With those of the classes that have a name.
    #[inline(never)]
    pub(super) fn classes(self, names: &[&str]) -> Self {
        let mut class = String::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            if !class.is_empty() {
                class.push(' ');
            }
            class.push_str(name);
        }
        self.maybe("class", (!class.is_empty()).then_some(&class))
    }

    /// Told from its siblings by a key, wherever it moves.
    #[inline(never)]
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// With the value of a form field.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(AttrValue::Rc(value.into()));
        self
    }

    /// Checked or not, as the choices of a form are.
    #[cfg(feature = "studio")]
    pub(super) fn checked(mut self, holds: bool) -> Self {
        self.0.tag.set_checked(holds);
        self
    }

    /// With something that happens at a click.
    #[inline(never)]
    pub(super) fn on_click(self, call: Callback<MouseEvent>) -> Self {
        self.on(onclick::Wrapper::new(call))
    }

    /// With something that happens at an event: Yew has a wrapper for each.
    pub(super) fn on(self, listener: impl Listener + 'static) -> Self {
        self.listening(Rc::new(listener))
    }

    #[inline(never)]
    fn listening(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.tag.add_listener(listener);
        self
    }

    /// With a text in it.
    #[inline(never)]
    pub(super) fn text(self, text: &str) -> Self {
        self.node(VText::new(text.to_owned()).into())
    }

    /// With an element in it.
    #[inline(never)]
    pub(super) fn child(self, child: Self) -> Self {
        self.node(child.into())
    }

    /// With an element in it, or a place kept for it.
    #[inline(never)]
    pub(super) fn child_if(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self.node(VNode::default()),
        }
    }

    /// With an element for each of several things.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// With elements in it that come and go together, by their keys.
    #[inline(never)]
    pub(super) fn list(self, children: Vec<Html>) -> Self {
        self.node(together(children))
    }

    /// With markup in it that was made otherwise.
    #[inline(never)]
    pub(super) fn node(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        let Draft {
            mut tag,
            names,
            values,
            children,
        } = *element.0;
        if let Some(place) = tag.children_mut() {
            *place = together(children);
        }
        tag.set_attributes(Attributes::Dynamic {
            keys: shape(&names),
            values: values.into(),
        });
        tag.into()
    }
}

fn together(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

thread_local! {
    /// Every list of names so far, in order.
    static SHAPES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The one list of these names. Yew compares two elements value by value, without hashing
/// a name, where their lists are the same in memory. There are some dozens, for the names
/// stand in the code: they are never freed.
fn shape(names: &[&'static str]) -> &'static [&'static str] {
    SHAPES.with_borrow_mut(|shapes| {
        let place = match shapes.binary_search_by(|shape| (*shape).cmp(names)) {
            Ok(place) => place,
            Err(place) => {
                shapes.insert(place, names.to_vec().leak());
                place
            }
        };
        shapes[place]
    })
}
