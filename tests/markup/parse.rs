//! Markup taken apart.

use std::collections::BTreeSet;

/// Markup taken apart, strictly: whatever is not as the page writes it is a failure.
pub(crate) struct Markup {
    pub(crate) tags: Vec<Tag>,
    /// The text between tags, unescaped.
    pub(crate) text: String,
}

pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(value)
    }
}

impl Markup {
    pub(crate) fn read(markup: &str) -> Self {
        let (mut tags, mut text) = (Vec::new(), String::new());
        let mut rest = markup;
        while let Some((before, from_tag)) = rest.split_once('<') {
            text.push_str(&unescaped(before));
            text.push('\n');
            let (tag, after) = read_tag(from_tag);
            tags.extend(tag);
            rest = after;
        }
        text.push_str(&unescaped(rest));
        Self { tags, text }
    }

    pub(crate) fn values(&self, attribute: &str) -> impl Iterator<Item = &str> {
        self.tags.iter().filter_map(move |tag| tag.get(attribute))
    }

    /// The kinds of tags in it.
    pub(crate) fn kinds(&self) -> BTreeSet<&str> {
        self.tags.iter().map(|tag| tag.name.as_str()).collect()
    }
}

/// The tag after a `<`, nothing for one that ends an element, and what follows it.
fn read_tag(markup: &str) -> (Option<Tag>, &str) {
    if let Some(end) = markup.strip_prefix('/') {
        return (None, end.split_once('>').unwrap().1);
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == ':';
    let name_end = markup.find(|c| !is_name(c)).unwrap();
    let (name, mut rest) = markup.split_at(name_end);
    assert!(
        !name.is_empty(),
        "no tag: <{}",
        markup.chars().take(40).collect::<String>()
    );
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return (
                Some(Tag {
                    name: name.to_owned(),
                    attributes,
                }),
                after,
            );
        }
        let key_end = rest.find(|c| !is_name(c)).unwrap();
        let (key, after) = rest.split_at(key_end);
        assert!(
            !key.is_empty(),
            "no attribute: {}",
            rest.chars().take(40).collect::<String>()
        );
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').unwrap(),
            None => ("", after),
        };
        attributes.push((key.to_owned(), unescaped(value)));
        rest = after;
    }
}

fn unescaped(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    named.iter().fold(text.to_owned(), |text, (name, letter)| {
        text.replace(name, letter)
    })
}
