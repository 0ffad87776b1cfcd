//! The words: each language in its own letters, as much in both, tidy, and short where room is.

use super::support::{bundled, bundled_json};
use serde_json::Value;

/// Where English words carry Arabic letters on purpose.
const ARABIC_IN_ENGLISH: [(&str, &str); 1] =
    [("u-arabic-spelling", "it compares Arabic spellings of names")];

/// Calls back with every text of the story: its pointer, in Arabic, in English.
fn each_text(json: &Value, pointer: &str, call: &mut impl FnMut(&str, &str, &str)) {
    match json {
        Value::Object(fields) => {
            if let (Some(Value::String(ar)), Some(Value::String(en))) =
                (fields.get("ar"), fields.get("en"))
            {
                call(pointer, ar, en);
            }
            for (key, value) in fields {
                each_text(value, &format!("{pointer}/{key}"), call);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                // What has an id is named by it: numbers shift when the file grows.
                let index = index.to_string();
                let step = item["id"].as_str().unwrap_or(&index);
                each_text(item, &format!("{pointer}/{step}"), call);
            }
        }
        _ => {}
    }
}

/// Fails with every text for which `complaint` finds something.
fn check_texts(complaint: impl Fn(&str, &str, &str) -> Option<&'static str>) {
    let mut found = Vec::new();
    let mut count = 0;
    each_text(&bundled_json(), "", &mut |pointer, ar, en| {
        count += 1;
        found.extend(
            complaint(pointer, ar, en).map(|what| format!("{pointer}: {what}\n  {ar}\n  {en}")),
        );
    });
    assert!(count > 300, "only {count} texts read");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn is_arabic(c: char) -> bool {
    ('\u{0600}'..='\u{06FF}').contains(&c) && c.is_alphabetic()
}

fn is_directional_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn each_language_is_written_in_its_own_letters() {
    check_texts(|pointer, ar, en| {
        let excused = ARABIC_IN_ENGLISH.iter().any(|(id, _)| pointer.contains(id));
        if !ar.contains(is_arabic) {
            Some("no Arabic letter in the Arabic text")
        } else if en.contains(is_arabic) != excused {
            Some("Arabic letters in the English text, or an excuse for none")
        } else {
            None
        }
    });
}

#[test]
fn both_languages_say_as_much() {
    // Arabic leaves out vowels, and short labels vary more than sentences do.
    check_texts(|_, ar, en| {
        let length = |text: &str| u32::try_from(text.chars().count()).map(f64::from).unwrap();
        let share = length(ar) / length(en);
        let sentence = length(en) > 60.0;
        let fits = if sentence { 0.6..=1.6 } else { 0.4..=3.5 };
        (!fits.contains(&share)).then_some("one language says much more")
    });
}

#[test]
fn texts_are_tidy() {
    check_texts(|_, ar, en| {
        [ar, en].into_iter().find_map(|text| {
            if text.contains("TODO") || text.contains("FIXME") {
                Some("unfinished")
            } else if text.contains(is_directional_control) {
                Some("a directional control: the page isolates by itself")
            } else if text.contains("  ") || text.trim() != text || text.contains('\n') {
                Some("a space too many")
            } else if text.contains(['"', '\'']) {
                Some("a straight quotation mark or apostrophe")
            } else {
                None
            }
        })
    });
    check_texts(|_, ar, _| {
        let is_foreign = |c: char| matches!(c, '\'' | '%' | '?' | ';' | '٠'..='٩' | '۰'..='۹');
        ar.contains(is_foreign)
            .then_some("Latin digits, but Arabic punctuation and words")
    });
}

#[test]
fn core_events_have_labels_and_no_others_have_any() {
    for (_, event) in bundled().ecosystem().events.iter() {
        assert_eq!(event.core, event.label.is_some(), "{}", event.slug);
    }
}

#[test]
fn the_name_of_a_product_stays_on_one_line() {
    check_texts(|_, ar, _| {
        let quoted = ar
            .split('«')
            .skip(1)
            .filter_map(|rest| rest.split('»').next());
        let mut numbered = quoted.flat_map(|name| name.split(' ').skip(1));
        numbered
            .any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .then_some("a number that a line may leave behind: put a no-break space before it")
    });
}
