//! Markup for the pages of others, put together so that text stays text.

use crate::markup::escaped;

/// An element as text.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    name: &'static str,
    /// From `<` to before the start tag's `>`.
    start: String,
    inside: String,
}

/// Elements that hold nothing and have no end tag (HTML, 13.1.2 "Void elements").
const VOID: [&str; 1] = ["img"];

impl Tag {
    /// An element with nothing in it yet.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            start: ["<", name].concat(),
            inside: String::new(),
        }
    }

    /// With an attribute.
    pub(super) fn set(mut self, name: &str, value: &str) -> Self {
        self.start.push(' ');
        self.start.push_str(name);
        self.start.push_str("=\"");
        self.start.push_str(&escaped(value));
        self.start.push('"');
        self
    }

    /// With an attribute, where there is a value for it.
    pub(super) fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// With an attribute that has no value.
    pub(super) fn flag(mut self, name: &str) -> Self {
        self.start.push(' ');
        self.start.push_str(name);
        self
    }

    /// With an element in it.
    pub(super) fn child(mut self, child: &Self) -> Self {
        self.inside.push_str(&child.text());
        self
    }

    /// The element as markup.
    pub(super) fn text(&self) -> String {
        if VOID.contains(&self.name) {
            return [&self.start, ">"].concat();
        }
        [&self.start, ">", &self.inside, "</", self.name, ">"].concat()
    }
}
