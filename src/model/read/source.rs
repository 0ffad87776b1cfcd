//! The sources of a story file: what each is, whose address it has, and what it goes back to.

use super::words::{HOSTS, SOURCE_KINDS};
use super::{slug, text};
use crate::date::{Date, Precision, When};
use crate::document::Json;
use crate::document::problem::ProblemKind;
use crate::document::read::{Fields, Reader};
use crate::document::url::host_and_path;
use crate::model::check::Ids;
use crate::model::id::{SourceId, Table};
use crate::model::text::Text;
use crate::model::{Host, Source, SourceKind};

/// The origin of a relay that does not say whom it relays.
const UNKNOWN: &str = "unknown";

/// What a publisher is called who is not the text's own: words, and ends of words.
const NOT_ITS_OWN: [&str; 5] = ["copy", "via", "citing", "(Reuters)", "-derived"];

/// Words in the name of a host that is not meant for readers.
const STAGING_WORDS: [&str; 3] = ["staging", "testing", "preview"];

/// The domains that a provider gives to a site before it has its own.
const STAGING_DOMAINS: [&str; 2] = ["azurewebsites.net", "cloudfront.net"];

/// A source of the file as far as it says where it is from: what facts that cite it need
/// before it is read.
struct Entry<'a> {
    slug: &'a str,
    kind: SourceKind,
    host: Host,
    origin: Option<&'a str>,
}

impl<'a> Entry<'a> {
    /// What cannot be read is taken for a report of its own: the mistake is told where it is.
    fn of(json: &'a Json) -> Self {
        let word = |key: &str| match json.get(key) {
            Some(Json::String(text)) => Some(text.as_str()),
            _ => None,
        };
        Self {
            slug: word("id").unwrap_or_default(),
            kind: named(&SOURCE_KINDS, word("kind")),
            host: named(&HOSTS, word("host")),
            origin: word("origin"),
        }
    }

    /// Whether it stands for itself, and not for another report.
    fn is_its_own(&self) -> bool {
        match self.kind {
            SourceKind::Document | SourceKind::Report => {
                self.origin.is_none_or(|origin| origin == self.slug)
            }
            SourceKind::Relay => self.host == Host::Copy && self.origin == Some(self.slug),
            SourceKind::Digest => false,
        }
    }
}

fn named<T: Copy + Default>(words: &[(&str, T)], found: Option<&str>) -> T {
    let known = words.iter().find(|(word, _)| Some(*word) == found);
    known.map(|(_, value)| *value).unwrap_or_default()
}

/// What the sources of a file are and go back to, in the order of the file.
#[derive(Default)]
pub(in crate::model) struct Provenance<'a> {
    /// Each source with nothing but that.
    pub(in crate::model) sources: Table<SourceId, Source>,
    /// The ids of those that lead back to themselves.
    pub(in crate::model) circular: Vec<&'a str>,
}

impl<'a> Provenance<'a> {
    pub(in crate::model) fn of(tree: &'a Json) -> Self {
        let entries = match tree.get("sources") {
            Some(Json::Array(entries)) => entries.as_slice(),
            _ => &[],
        };
        let entries: Vec<_> = entries.iter().map(Entry::of).collect();
        let (mut sources, mut circular) = (Vec::new(), Vec::new());
        for entry in &entries {
            let root = root(&entries, entry);
            if root.is_err() {
                circular.push(entry.slug);
            }
            sources.push(Source {
                kind: entry.kind,
                host: entry.host,
                origin: root.ok().flatten().map(str::to_owned),
                ..Source::default()
            });
        }
        Self {
            sources: sources.into(),
            circular,
        }
    }
}

/// What [`root`] gives where sources relay each other in a circle.
struct Circle;

/// What a source goes back to in the end, if that is known: a relay of a relay goes back to
/// what that relays.
fn root<'a>(entries: &[Entry<'a>], source: &Entry<'a>) -> Result<Option<&'a str>, Circle> {
    let mut at = source;
    for _ in entries {
        if at.is_its_own() {
            return Ok(Some(at.slug));
        }
        let origin = at.origin.filter(|_| at.kind != SourceKind::Digest);
        let Some(origin) = origin.filter(|origin| *origin != UNKNOWN) else {
            return Ok(None);
        };
        match entries.iter().find(|entry| entry.slug == origin) {
            Some(next) => at = next,
            None => return Ok(Some(origin)),
        }
    }
    Err(Circle)
}

/// A source of the file.
pub(super) fn source(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Source {
    let slug = slug(r, f);
    let publisher = r.required(f, "publisher", Reader::string);
    let title = r.required(f, "title", Reader::string);
    let problems_before = r.problem_count();
    let url = r.required(f, "url", Reader::url);
    let is_address = problems_before == r.problem_count();
    let language = r.required(f, "lang", Reader::language);
    let day = r.optional(f, "published", Reader::when);
    let problems_before = r.problem_count();
    let kind = kind(r, f);
    let host = r.optional(f, "host", |r, json| r.word(json, &HOSTS));
    let is_classed = problems_before == r.problem_count();
    let host = host.unwrap_or_default();
    check_origin(r, f, &slug, is_classed.then_some(kind), ids);
    let unopened = r.optional(f, "unopened", Reader::bool).unwrap_or_default();
    let note = r.optional(f, "note", text);
    if unopened && note.is_none() {
        r.report(|| ProblemKind::Missing { field: "note" });
    } else if day.is_none() && note.is_none() {
        r.report(|| ProblemKind::Undated);
    }
    if is_classed {
        check_publisher(r, &publisher, kind, host);
    }
    if is_classed && is_address {
        check_address(r, &url, host);
    }
    let origin = ids.origin(&slug).map(str::to_owned);
    Source {
        slug,
        publisher,
        title,
        url,
        language,
        published: day,
        kind,
        host,
        origin,
        unopened,
        note,
    }
}

/// What it is, or what took the place of the word that said how far to trust it.
fn kind(r: &mut Reader, f: &mut Fields<'_>) -> SourceKind {
    let old = r.optional(f, "reliability", |r, _| {
        r.report(|| ProblemKind::ReplacedField {
            found: "reliability",
            by: "kind",
            words: SOURCE_KINDS.map(|(word, _)| word).to_vec(),
        });
    });
    let read = |r: &mut Reader, json: &Json| r.word(json, &SOURCE_KINDS);
    match old {
        Some(()) => r.optional(f, "kind", read).unwrap_or_default(),
        None => r.required(f, "kind", read),
    }
}

/// Whether the origin goes with the kind: a relay has one, a digest none.
fn check_origin(
    r: &mut Reader,
    f: &mut Fields<'_>,
    slug: &str,
    kind: Option<SourceKind>,
    ids: &Ids<'_>,
) {
    let problems_before = r.problem_count();
    let given = r.optional(f, "origin", |r, json| {
        let origin = r.string(json);
        if problems_before == r.problem_count() && !is_id(&origin) {
            r.report(|| ProblemKind::MalformedOrigin {
                suggestion: ids.origin_spelt_like(&origin),
                found: origin.clone(),
            });
        }
        origin
    });
    let (Some(kind), true) = (kind, problems_before == r.problem_count()) else {
        return;
    };
    let wrong = match (kind, &given) {
        (SourceKind::Relay, None) => {
            r.report(|| ProblemKind::Missing { field: "origin" });
            return;
        }
        (SourceKind::Digest, Some(_)) => ProblemKind::OriginOfDigest,
        (SourceKind::Document | SourceKind::Report, Some(origin)) if origin == UNKNOWN => {
            ProblemKind::OriginUnknown
        }
        (_, Some(_)) if ids.leads_to_itself(slug) => ProblemKind::OriginItself,
        _ => return,
    };
    r.at("origin", |r| r.report(|| wrong));
}

/// An id of the form `lower-case-words-1`.
fn is_id(text: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.bytes();
        !word.is_empty() && letters.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    text.split('-').all(is_word)
}

/// A publisher that says that the text is somebody else's, of a source that says that it is
/// the publisher's own.
fn check_publisher(r: &mut Reader, publisher: &str, kind: SourceKind, host: Host) {
    let is_own = matches!(kind, SourceKind::Document | SourceKind::Report) && host == Host::Own;
    let says = |mark: &&str| {
        let mut words = publisher.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        words.any(|word| match mark.strip_prefix('-') {
            Some(_) => word.ends_with(*mark),
            None if mark.starts_with('(') => word == *mark,
            None => word.trim_matches(['(', ')']) == *mark,
        })
    };
    let found = NOT_ITS_OWN.into_iter().find(says).filter(|_| is_own);
    if let Some(found) = found {
        r.at("publisher", |r| {
            r.report(|| ProblemKind::NotItsOwn { found });
        });
    }
}

/// An address that leads to no page of its own, or to one that is not meant for readers.
fn check_address(r: &mut Reader, url: &str, host: Host) {
    let (name, path) = host_and_path(url);
    let wrong = if host != Host::Home && matches!(path, "" | "/") {
        Some(ProblemKind::HomePage)
    } else if host != Host::Staging {
        staging(name).map(|found| ProblemKind::StagingHost { found })
    } else {
        None
    };
    if let Some(wrong) = wrong {
        r.at("url", |r| r.report(|| wrong));
    }
}

/// What tells that a host is not meant for readers.
fn staging(host: &str) -> Option<&'static str> {
    let host = host.to_ascii_lowercase();
    let domain = STAGING_DOMAINS.into_iter().find(|it| host.ends_with(*it));
    domain.or_else(|| word_of(&host, &STAGING_WORDS))
}

/// The word that stands in a host's name before the domain, which somebody may own who is
/// called so.
pub(in crate::model) fn word_of(host: &str, words: &[&'static str]) -> Option<&'static str> {
    let labels: Vec<_> = host.split('.').collect();
    let before = labels.len().saturating_sub(2);
    let mut found = labels[..before].iter().flat_map(|label| label.split('-'));
    found.find_map(|part| words.iter().copied().find(|word| *word == part))
}

/// How far the sources reach: a month or a day, not after the day of the check.
pub(super) fn sources_to(r: &mut Reader, json: &Json, today: Option<Date>) -> When {
    let problems_before = r.problem_count();
    let reach = r.when(json);
    if problems_before == r.problem_count() {
        if reach.end.is_some() || reach.start.precision() == Precision::Year {
            r.report(|| ProblemKind::NoMonthOrDay);
        } else if today.is_some_and(|today| reach.first_day() > today) {
            r.report(|| ProblemKind::SourcesAhead);
        }
    }
    reach
}

/// A dispute that the sources do not have: it takes two accounts to differ.
pub(super) fn check_dispute(
    r: &mut Reader,
    problems_before: usize,
    disputed: Option<&Text>,
    sources: &[SourceId],
    ids: &Ids<'_>,
) {
    let reads = problems_before == r.problem_count();
    if reads && disputed.is_some() && ids.accounts(sources) < 2 {
        r.at("disputed", |r| r.report(|| ProblemKind::OneSidedDispute));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    /// What each goes back to; `none` where that is not known.
    fn roots(sources: &str) -> Vec<String> {
        let tree = parse(["{\"sources\":", sources, "}"].concat().as_bytes()).unwrap();
        let found = Provenance::of(&tree).sources;
        let origin = |source: &Source| source.origin.clone().unwrap_or("none".into());
        found.iter().map(|(_, source)| origin(source)).collect()
    }

    #[test]
    fn a_relay_of_a_relay_goes_back_to_what_that_relays() {
        let sources = r#"[
            { "id": "rule", "kind": "document" },
            { "id": "firm", "kind": "report", "origin": "rule" },
            { "id": "site", "kind": "relay", "origin": "firm" },
            { "id": "blog", "kind": "relay", "origin": "site" },
            { "id": "radio", "kind": "relay", "host": "syndicated", "origin": "wire-1" },
            { "id": "mirror", "kind": "relay", "host": "copy", "origin": "mirror" },
            { "id": "mirrored", "kind": "relay", "origin": "mirror" }
        ]"#;
        let found = roots(sources);
        let expected = ["rule", "rule", "rule", "rule", "wire-1", "mirror", "mirror"];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_not_known_or_leads_in_a_circle_is_no_origin() {
        let sources = r#"[
            { "id": "a", "kind": "relay", "origin": "b" },
            { "id": "b", "kind": "relay", "origin": "a" },
            { "id": "self", "kind": "relay", "origin": "self" },
            { "id": "some", "kind": "relay", "origin": "unknown" },
            { "id": "list", "kind": "digest" },
            { "id": "of-list", "kind": "relay", "origin": "list" }
        ]"#;
        assert_eq!(roots(sources), ["none"; 6]);
        let tree = parse(["{\"sources\":", sources, "}"].concat().as_bytes()).unwrap();
        assert_eq!(Provenance::of(&tree).circular, ["a", "b", "self"]);
    }

    #[test]
    fn what_cannot_be_read_is_taken_for_a_report_of_its_own() {
        let sources = r#"[{ "id": "a", "kind": "reprot" }, 7, { "kind": "relay" }]"#;
        assert_eq!(roots(sources), ["a", "", "none"]);
    }

    #[test]
    fn a_host_is_told_by_whole_words_before_its_domain() {
        for host in [
            "testing.dev.paper.example",
            "fe-staging.paper.example",
            "preview.paper.example",
            "paper-production.azurewebsites.net",
            "d1.cloudfront.net",
        ] {
            assert!(staging(host).is_some(), "{host}");
        }
        for host in [
            "www.testing.com",
            "drugtesting.paper.example",
            "paper.example",
        ] {
            assert_eq!(staging(host), None, "{host}");
        }
    }
}
