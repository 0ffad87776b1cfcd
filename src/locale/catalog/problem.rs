//! What is wrong with a story file, in words that an editor can act on: what was
//! found, what is expected, and what was probably meant.
//!
//! A language gives sentences with places: `{}` for a plain word, `[]` for what
//! stands in the file, which is quoted and isolated.

mod ar;
mod en;
mod text;

use crate::date::DateError;
use crate::document::problem::{JsonType, Kind, ProblemKind};
use crate::locale::Locale;
use crate::locale::isolate::isolated;
use crate::locale::plural::Counted;
use text::{broken_url, character, not_utf8, syntax};

/// How much of a found text is repeated; the pointer says where the rest is.
const QUOTED_CHARS: usize = 60;

/// The sentences of one language; a missing one does not compile.
#[derive(Debug)]
#[expect(missing_docs, reason = "each says in English what it says")]
pub struct ProblemMessages {
    /// The language that these words are in.
    pub locale: Locale,
    pub title: &'static str,
    pub lead: &'static str,
    pub whole_file: &'static str,
    pub count: Counted,
    /// How many warnings there are.
    pub warnings: Counted,
    /// The file did not come.
    pub not_here: &'static str,
    pub retry: &'static str,
    /// The quotation marks, opening and closing.
    pub quotes: [&'static str; 2],
    /// The names of [`JsonType`]s, in their order.
    pub types: [&'static str; 7],
    /// The sentence for an unknown id of each [`Kind`], in their order.
    pub unknown_id: [&'static str; 14],
    /// The sentence for each kind of file, in the order of [`crate::document::foreign::Foreign`].
    pub not_text: [&'static str; 7],
    pub not_utf8: &'static str,
    pub syntax: &'static str,
    pub syntax_ends_early: &'static str,
    pub syntax_line_break: &'static str,
    pub syntax_tab: &'static str,
    pub syntax_quote: &'static str,
    pub syntax_comma: &'static str,
    pub syntax_digit: &'static str,
    pub syntax_comment: &'static str,
    pub syntax_trailing_comma: &'static str,
    pub syntax_word: &'static str,
    pub syntax_hidden: &'static str,
    pub syntax_too_deep: &'static str,
    pub syntax_too_large: &'static str,
    pub syntax_other: &'static str,
    pub character_line_break: &'static str,
    pub character_tab: &'static str,
    pub character_invisible: &'static str,
    pub character_form: &'static str,
    pub character_lost: &'static str,
    pub character_blank: &'static str,
    pub wrong_type: &'static str,
    pub missing_arabic: &'static str,
    pub missing_english: &'static str,
    pub missing_sources: &'static str,
    pub missing: &'static str,
    pub unknown_field: &'static str,
    pub duplicate_field: &'static str,
    pub empty: &'static str,
    pub unknown_word: &'static str,
    pub malformed_id: &'static str,
    pub duplicate_id: &'static str,
    pub date_shape: &'static str,
    pub date_impossible: &'static str,
    pub date_reversed: &'static str,
    pub malformed_url: &'static str,
    pub broken_url_host: &'static str,
    pub broken_url_port: &'static str,
    pub broken_url_escape: &'static str,
    pub broken_url_credentials: &'static str,
    pub unknown_format: &'static str,
    pub old_format: &'static str,
    pub not_yet_happened: &'static str,
    pub after_story: &'static str,
    pub before_other: &'static str,
    pub outside_story: &'static str,
    pub not_two_accounts: &'static str,
    pub duplicate_membership: &'static str,
    pub malformed_language: &'static str,
    pub reserved_id: &'static str,
    pub too_long: &'static str,
    pub uncited: &'static str,
    pub no_number: &'static str,
    pub self_relation: &'static str,
    pub missing_origin: &'static str,
    pub replaced_field: &'static str,
    pub origin_of_digest: &'static str,
    pub origin_itself: &'static str,
    pub origin_unknown: &'static str,
    pub not_its_own: &'static str,
    pub home_page: &'static str,
    pub staging_host: &'static str,
    pub undated: &'static str,
    pub one_sided_dispute: &'static str,
    pub no_month_or_day: &'static str,
    pub sources_ahead: &'static str,
    pub far_ahead: &'static str,
    pub same_name: &'static str,
    pub digests_only: &'static str,
    pub unopened_only: &'static str,
    pub marked_staging: &'static str,
    pub delivery_host: &'static str,
    pub same_title: &'static str,
    pub published_later: &'static str,
    pub did_you_mean: &'static str,
}

impl ProblemMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar => &ar::MESSAGES,
            Locale::En => &en::MESSAGES,
        }
    }
}

/// The problem in a language; where it is stands in its pointer.
pub fn explain(locale: Locale, problem: &ProblemKind) -> String {
    let words = ProblemMessages::of(locale);
    let mut text = sentence(words, problem);
    if let Some(meant) = suggestion(problem) {
        text.push(' ');
        text.push_str(&compose(words, words.did_you_mean, &[meant]));
    }
    text
}

/// The sentence that fits, with what is put into it.
fn sentence(words: &ProblemMessages, problem: &ProblemKind) -> String {
    let say = |sentence, parts: &[&str]| compose(words, sentence, parts);
    match problem {
        ProblemKind::NotText { found } => words.not_text[*found as usize].to_owned(),
        ProblemKind::NotUtf8 { line, column, byte } => not_utf8(words, [*line, *column], *byte),
        ProblemKind::Syntax {
            line,
            column,
            fault,
        } => syntax(words, [*line, *column], *fault),
        ProblemKind::Character { fault, place } => character(words, *fault, *place),
        ProblemKind::WrongType { found, expected } => {
            let [found, expected] = [found, expected].map(|json| type_name(words, *json));
            say(words.wrong_type, &[found, expected])
        }
        ProblemKind::Missing { field } => {
            let sentence = match *field {
                "ar" => words.missing_arabic,
                "en" => words.missing_english,
                "sources" => words.missing_sources,
                "origin" => words.missing_origin,
                _ => words.missing,
            };
            say(sentence, &[field])
        }
        ProblemKind::UnknownField { found, .. } => say(words.unknown_field, &[found]),
        ProblemKind::DuplicateField { found } => say(words.duplicate_field, &[found]),
        ProblemKind::Empty => say(words.empty, &[]),
        ProblemKind::UnknownWord {
            found, expected, ..
        } => {
            let expected = isolated(&expected.join(", "));
            say(words.unknown_word, &[found, &expected])
        }
        ProblemKind::MalformedId { found } => say(words.malformed_id, &[found, "upper-river"]),
        ProblemKind::UnknownId { found, of, .. } => say(unknown_id(words, *of), &[found]),
        ProblemKind::DuplicateId { found } => say(words.duplicate_id, &[found]),
        ProblemKind::MalformedDate { found, error } => malformed_date(words, found, *error),
        ProblemKind::MalformedUrl { found } => {
            let [https, http] = ["https://", "http://"].map(isolated);
            say(words.malformed_url, &[found, &https, &http])
        }
        ProblemKind::BrokenUrl { found, fault } => broken_url(words, found, *fault),
        ProblemKind::UnknownFormat { found } => say(words.unknown_format, &[&found.to_string()]),
        ProblemKind::OldFormat { found } => {
            let command = isolated("tahaluf migrate OLD.json > NEW.json");
            say(words.old_format, &[&found.to_string(), &command])
        }
        ProblemKind::MalformedLanguage { found } => {
            let tags = isolated("pt, zh-Hant, pt-BR");
            say(words.malformed_language, &[found, &tags])
        }
        ProblemKind::ReservedId { found } => say(words.reserved_id, &[found]),
        ProblemKind::TooLong { found, most } => {
            let [found, most] = [found, most].map(usize::to_string);
            say(words.too_long, &[&found, &most])
        }
        ProblemKind::Uncited => say(words.uncited, &[]),
        ProblemKind::NoNumber => say(words.no_number, &[&isolated("#")]),
        ProblemKind::NotYetHappened => say(words.not_yet_happened, &["as_of", "scheduled: true"]),
        ProblemKind::AfterStory => say(words.after_story, &["as_of", "scheduled: true"]),
        ProblemKind::BeforeOther { other } => say(words.before_other, &[other]),
        ProblemKind::OutsideStory => say(words.outside_story, &["as_of"]),
        ProblemKind::NotTwoAccounts => say(words.not_two_accounts, &["accounts"]),
        ProblemKind::DuplicateMembership => say(words.duplicate_membership, &[]),
        ProblemKind::SelfRelation => say(words.self_relation, &["from", "to"]),
        ProblemKind::ReplacedField {
            found,
            by,
            words: may,
        } => say(
            words.replaced_field,
            &[found, by, &isolated(&may.join(", "))],
        ),
        ProblemKind::MalformedOrigin { found, .. } => {
            say(words.malformed_id, &[found, "agency-2025-07-28"])
        }
        ProblemKind::OriginOfDigest => say(words.origin_of_digest, &["origin"]),
        ProblemKind::OriginItself => say(words.origin_itself, &["unknown", "host: copy"]),
        ProblemKind::OriginUnknown => say(words.origin_unknown, &["origin", "relay"]),
        ProblemKind::NotItsOwn { found } => say(words.not_its_own, &[found, "host", "relay"]),
        ProblemKind::HomePage => say(words.home_page, &["host: home"]),
        ProblemKind::StagingHost { found } => say(words.staging_host, &[found, "host: staging"]),
        ProblemKind::Undated => say(words.undated, &["published", "note"]),
        ProblemKind::OneSidedDispute => say(words.one_sided_dispute, &["note"]),
        ProblemKind::NoMonthOrDay => {
            say(words.no_month_or_day, &[&isolated("2025-07, 2025-07-26")])
        }
        ProblemKind::SourcesAhead => say(words.sources_ahead, &["as_of"]),
        ProblemKind::FarAhead => say(words.far_ahead, &["as_of"]),
        ProblemKind::SameName { other } => say(words.same_name, &[other]),
        ProblemKind::DigestsOnly => say(words.digests_only, &[]),
        ProblemKind::UnopenedOnly => say(words.unopened_only, &["unopened"]),
        ProblemKind::MarkedStaging => say(words.marked_staging, &["host"]),
        ProblemKind::DeliveryHost { found } => say(words.delivery_host, &[found]),
        ProblemKind::SameTitle { other } => say(words.same_title, &[other, "origin"]),
        ProblemKind::PublishedLater => say(words.published_later, &["sources_to"]),
    }
}

/// Why a text is no date.
fn malformed_date(words: &ProblemMessages, found: &str, error: DateError) -> String {
    let say = |sentence, parts: &[&str]| compose(words, sentence, parts);
    match error {
        DateError::Shape => {
            let shapes =
                isolated("2025, 2025-07, 2025-07-26, 2025-07-26/2025-07-28, 199X, 2004~, ../2008");
            say(words.date_shape, &[found, &shapes])
        }
        DateError::Impossible => say(words.date_impossible, &[found]),
        DateError::Reversed => say(words.date_reversed, &[found]),
    }
}

/// What was probably meant instead.
const fn suggestion(problem: &ProblemKind) -> Option<&String> {
    match problem {
        ProblemKind::UnknownField { suggestion, .. }
        | ProblemKind::UnknownWord { suggestion, .. }
        | ProblemKind::UnknownId { suggestion, .. }
        | ProblemKind::MalformedOrigin { suggestion, .. } => suggestion.as_ref(),
        _ => None,
    }
}

/// The sentence with each place filled by the next part.
fn compose(words: &ProblemMessages, sentence: &str, parts: &[&str]) -> String {
    let mut text = String::new();
    let mut parts = parts.iter();
    let mut rest = sentence;
    while let Some(at) = rest.find(['{', '[']) {
        let (before, place) = rest.split_at(at);
        text.push_str(before);
        if let Some(part) = parts.next() {
            if place.starts_with('[') {
                text.push_str(&quoted(words, part));
            } else {
                text.push_str(part);
            }
        }
        // Past the two brackets of the place.
        rest = &place[2..];
    }
    text.push_str(rest);
    text
}

/// What stands in the file, isolated, and cut where it is long.
fn quoted(words: &ProblemMessages, found: &str) -> String {
    let mut short: String = found.chars().take(QUOTED_CHARS).collect();
    if short.len() < found.len() {
        short.push('…');
    }
    let [open, close] = words.quotes;
    [open, &isolated(&short), close].concat()
}

const fn type_name(words: &ProblemMessages, json: JsonType) -> &'static str {
    words.types[json as usize]
}

const fn unknown_id(words: &ProblemMessages, kind: Kind) -> &'static str {
    words.unknown_id[kind as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_id_comes_with_the_one_that_was_meant() {
        let problem = ProblemKind::UnknownId {
            found: "baidu-inc".into(),
            of: Kind::Organization,
            suggestion: Some("baidu".into()),
        };
        assert_eq!(
            explain(Locale::En, &problem),
            "No organisation has the id “\u{2068}baidu-inc\u{2069}”. Did you mean “\u{2068}baidu\u{2069}”?"
        );
        assert!(
            explain(Locale::Ar, &problem).contains("هل المقصود"),
            "the suggestion in Arabic"
        );
    }

    #[test]
    fn a_very_long_find_is_cut() {
        let found = "x".repeat(10_000);
        let text = explain(Locale::En, &ProblemKind::MalformedUrl { found });
        assert!(text.chars().count() < 200, "{text}");
    }
}
