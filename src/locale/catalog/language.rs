//! The languages of sources and names, in words.
//!
//! Source: the names of languages in Unicode CLDR 47, with the preposition that a reader expects
//! after a publisher: “in Arabic”, «بالعربية».

use crate::locale::Locale;

/// Tags with what they are called in Arabic and in English.
const LANGUAGES: [(&str, &str, &str); 28] = [
    ("ar", "بالعربية", "in Arabic"),
    ("cs", "بالتشيكية", "in Czech"),
    ("da", "بالدانمركية", "in Danish"),
    ("de", "بالألمانية", "in German"),
    ("el", "باليونانية", "in Greek"),
    ("en", "بالإنجليزية", "in English"),
    ("es", "بالإسبانية", "in Spanish"),
    ("fa", "بالفارسية", "in Persian"),
    ("fi", "بالفنلندية", "in Finnish"),
    ("fr", "بالفرنسية", "in French"),
    ("he", "بالعبرية", "in Hebrew"),
    ("hi", "بالهندية", "in Hindi"),
    ("hu", "بالهنغارية", "in Hungarian"),
    ("id", "بالإندونيسية", "in Indonesian"),
    ("it", "بالإيطالية", "in Italian"),
    ("ja", "باليابانية", "in Japanese"),
    ("ko", "بالكورية", "in Korean"),
    ("nl", "بالهولندية", "in Dutch"),
    ("no", "بالنرويجية", "in Norwegian"),
    ("pl", "بالبولندية", "in Polish"),
    ("pt", "بالبرتغالية", "in Portuguese"),
    ("ro", "بالرومانية", "in Romanian"),
    ("ru", "بالروسية", "in Russian"),
    ("sv", "بالسويدية", "in Swedish"),
    ("tr", "بالتركية", "in Turkish"),
    ("uk", "بالأوكرانية", "in Ukrainian"),
    ("ur", "بالأردية", "in Urdu"),
    ("zh", "بالصينية", "in Chinese"),
];

/// The language of a BCP 47 tag in words; the tag itself where nobody has put it in words yet.
pub fn language(locale: Locale, tag: &str) -> &str {
    let primary = tag.split('-').next();
    let mut known = LANGUAGES.iter();
    match known.find(|(known, ..)| Some(*known) == primary) {
        Some((_, ar, en)) => match locale {
            Locale::Ar => ar,
            Locale::En => en,
        },
        None => tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_said_by_its_language() {
        assert_eq!(language(Locale::Ar, "pt-BR"), "بالبرتغالية");
        assert_eq!(language(Locale::En, "zh-Hant"), "in Chinese");
        assert_eq!(
            language(Locale::En, "eo"),
            "eo",
            "nobody has put it in words"
        );
        assert!(LANGUAGES.is_sorted());
    }
}
