//! Text for the places of markup where it must stay text. One function escapes for HTML and for
//! XML, between tags and in attributes; another spells JSON so that it can stand in a script.

/// Text that stands for itself between tags and in attributes in double quotes, in HTML and in
/// XML. Sources: HTML, 13.1.2 "Elements" and 13.3 "Serializing HTML fragments"; XML 1.0 (fifth
/// edition), 2.4 "Character Data and Markup".
///
/// ```
/// use tahaluf::markup::escaped;
/// assert_eq!(escaped("<b title=\"a & b\">"), "&lt;b title=&quot;a &amp; b&quot;&gt;");
/// ```
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// The text with U+FFFD in place of what XML has no character for. Source: XML 1.0 (fifth
/// edition), 2.2 "Characters".
pub fn xml_characters(text: &str) -> String {
    let is_allowed = |character: &char| matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    let replaced = |character| {
        if is_allowed(&character) {
            character
        } else {
            '\u{FFFD}'
        }
    };
    text.chars().map(replaced).collect()
}

/// JSON as it can stand in a `script` element of HTML, or be taken for JavaScript: no tag or
/// comment begins in it, no line ends in a text, and it is read as the same.
///
/// ```
/// use tahaluf::markup::script_data;
/// assert_eq!(script_data("\"</script>\"".to_owned()), "\"\\u003c/script>\"");
/// ```
pub fn script_data(json: String) -> String {
    // In JSON these stand in texts alone, where each can be spelt so.
    const SPELT: [(char, &str); 3] = [
        ('<', "\\u003c"),
        ('\u{2028}', "\\u2028"),
        ('\u{2029}', "\\u2029"),
    ];
    SPELT.iter().fold(json, |json, (character, spelling)| {
        json.replace(*character, spelling)
    })
}
