//! JSON (RFC 8259), written without a tree.

/// A document that grows value by value. What is written is indented by nothing: a
/// program reads it.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    /// Whether the next value of the innermost object or list is its first.
    is_first: bool,
}

impl Writer {
    /// What was written.
    pub(super) fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    /// The key of the next value; nothing in a list.
    fn begin(&mut self, key: &str) {
        if !self.is_first && !self.text.is_empty() {
            self.text.push(',');
        }
        self.is_first = false;
        if !key.is_empty() {
            self.quoted(key);
            self.text.push(':');
        }
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.begin(key);
        self.quoted(value);
    }

    /// A text, or `null`.
    pub(super) fn maybe(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.text(key, value),
            None => self.raw(key, "null"),
        }
    }

    /// Whether something holds.
    pub(super) fn flag(&mut self, key: &str, value: bool) {
        self.raw(key, if value { "true" } else { "false" });
    }

    /// A number of things.
    pub(super) fn count(&mut self, key: &str, value: usize) {
        self.raw(key, &value.to_string());
    }

    fn raw(&mut self, key: &str, value: &str) {
        self.begin(key);
        self.text.push_str(value);
    }

    /// Texts in a list.
    pub(super) fn texts<'a>(&mut self, key: &str, values: impl IntoIterator<Item = &'a str>) {
        self.open(key, '[');
        for value in values {
            self.text("", value);
        }
        self.close(']');
    }

    /// Begins an object or a list.
    pub(super) fn open(&mut self, key: &str, bracket: char) {
        self.begin(key);
        self.text.push(bracket);
        self.is_first = true;
    }

    /// Ends it.
    pub(super) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.is_first = false;
    }

    fn quoted(&mut self, value: &str) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        self.text.push('"');
        for char in value.chars() {
            match char {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(char);
                }
                // Control characters, and what would end a script that holds the file.
                '\u{0}'..='\u{1f}' | '\u{7f}' | '<' | '\u{2028}' | '\u{2029}' => {
                    self.text.push_str("\\u");
                    let code = char as usize;
                    for shift in [12, 8, 4, 0] {
                        self.text.push(DIGITS[(code >> shift) & 15].into());
                    }
                }
                _ => self.text.push(char),
            }
        }
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn values_nest() {
        let mut json = Writer::default();
        json.open("", '{');
        json.text("a", "b");
        json.open("c", '[');
        json.open("", '{');
        json.flag("d", true);
        json.close('}');
        json.count("", 3);
        json.close(']');
        json.texts("e", []);
        json.maybe("f", None);
        json.close('}');
        let read: Value = serde_json::from_str(&json.finish()).unwrap();
        assert_eq!(
            read,
            json!({"a": "b", "c": [{"d": true}, 3], "e": [], "f": null})
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_it_was(text in any::<String>()) {
            let mut json = Writer::default();
            json.text("", &text);
            let written = json.finish();
            prop_assert!(!written.contains('<'));
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
