//! SVG as a tree, and how it is written: what the story says becomes text or
//! the value of an attribute, never markup.

use super::text::Text;
use crate::markup::{escaped, xml_characters};

/// An element, its attributes and what is in it.
#[derive(Clone, Debug)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    /// Characters that are no part of the drawing: titles, descriptions.
    Characters(String),
    /// Text that is drawn; only the writer knows how.
    Text(Text),
}

/// An element with nothing in it yet.
pub const fn el(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that is a number.
    #[must_use]
    pub fn number(self, name: &'static str, value: f64) -> Self {
        self.set(name, number(value))
    }

    /// With characters that are no part of the drawing.
    #[must_use]
    pub fn characters(mut self, characters: impl Into<String>) -> Self {
        self.children.push(Node::Characters(characters.into()));
        self
    }

    /// With an element in it.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With an element for each of several things.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// With a text that is drawn.
    pub(super) fn text(mut self, text: Text) -> Self {
        self.children.push(Node::Text(text));
        self
    }

    /// The document that has this element as its root; `set` makes an element
    /// of a text.
    pub(super) fn document(&self, set: &dyn Fn(&Text) -> Self) -> String {
        let mut out = String::new();
        self.write(&mut out, set);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, set: &dyn Fn(&Text) -> Self) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out, set),
                Node::Characters(characters) => escape(characters, out),
                Node::Text(text) => set(text).write(out, set),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

/// A number with at most three decimals, `-0` as `0`; without the machinery of float
/// formatting, as [`crate::scene::path::number`].
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and drawings are some thousand units wide"
)]
pub fn number(value: f64) -> String {
    let thousandths = (value * 1000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let rest = thousandths.unsigned_abs();
    let mut text = [sign, &(rest / 1000).to_string()].concat();
    let digits = (1000 + rest % 1000).to_string();
    let decimals = digits[1..].trim_end_matches('0');
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

/// Text that stands for itself in content and in attributes.
fn escape(text: &str, out: &mut String) {
    out.push_str(&escaped(&xml_characters(text)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn text_is_never_markup() {
        let hostile = "</title><script>\"'&\u{0}\u{FFFF}é";
        let element = el("title").set("id", hostile).characters(hostile);
        let escaped = "&lt;/title&gt;&lt;script&gt;&quot;'&amp;\u{FFFD}\u{FFFD}é";
        let expected = format!("<title id=\"{escaped}\">{escaped}</title>\n");
        let live = |text: &Text| text.live(Locale::En);
        assert_eq!(element.document(&live), expected);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [1.0, -0.0001, 0.0125, 12.3456, -0.5, 100.03].map(number),
            ["1", "0", "0.013", "12.346", "-0.5", "100.03"]
        );
    }
}
