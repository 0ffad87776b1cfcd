//! One mistake in the smallest story each, and the one problem that it must give.

use crate::{Edit, gone, minimal, put};
use serde_json::{Value, json};
use tahaluf::date::DateError;
use tahaluf::document::problem::JsonType as Type;
use tahaluf::document::problem::{CharacterFault, Kind, Problem, ProblemKind, UrlFault};

/// A mistake, and what must be found.
pub(crate) type Case = (Edit, Problem);

/// A problem at a JSON Pointer.
pub(crate) fn problem(pointer: &str, kind: ProblemKind) -> Problem {
    let pointer = pointer.to_owned();
    Problem { pointer, kind }
}

/// A value put where its problem is found.
fn here(pointer: &str, value: impl Into<Value>, kind: ProblemKind) -> Case {
    (put(pointer, value), problem(pointer, kind))
}

/// A copy of the first entry of a list, added to its end.
fn again(list: &str, pointer: &str, kind: ProblemKind) -> Case {
    let copy = minimal()[list][0].clone();
    (put(&format!("/{list}/-"), copy), problem(pointer, kind))
}

/// A field taken out of what stands at the pointer.
fn without(pointer: &str, field: &'static str) -> Case {
    let kind = ProblemKind::Missing { field };
    (gone(&format!("{pointer}/{field}")), problem(pointer, kind))
}

fn twice(id: &str) -> ProblemKind {
    ProblemKind::DuplicateId { found: id.into() }
}

fn unknown(found: &str, of: Kind, meant: Option<&str>) -> ProblemKind {
    let (found, suggestion) = (found.into(), meant.map(Into::into));
    ProblemKind::UnknownId {
        found,
        of,
        suggestion,
    }
}

fn field(found: &str, meant: Option<&str>) -> ProblemKind {
    let (found, suggestion) = (found.into(), meant.map(Into::into));
    ProblemKind::UnknownField { found, suggestion }
}

fn date(pointer: &str, found: &str, error: DateError) -> Case {
    let kind = ProblemKind::MalformedDate {
        found: found.into(),
        error,
    };
    here(pointer, found, kind)
}

fn url(found: &str) -> Case {
    let kind = ProblemKind::MalformedUrl {
        found: found.into(),
    };
    here("/sources/0/url", found, kind)
}

fn typed(pointer: &str, value: impl Into<Value>, found: Type, expected: Type) -> Case {
    here(pointer, value, ProblemKind::WrongType { found, expected })
}

/// Every case.
pub(crate) fn all() -> Vec<Case> {
    let groups = [
        references(),
        ids(),
        gaps(),
        excess(),
        words(),
        types(),
        dates(),
        contradictions(),
        characters(),
        origins(),
        addresses(),
        disputes(),
    ];
    groups.into_iter().flatten().collect()
}

/// References that lead nowhere, with what was meant.
fn references() -> Vec<Case> {
    let case = |pointer, found, of, meant| here(pointer, found, unknown(found, of, meant));
    let (member, alliance) = ("/memberships/0/organization", "/memberships/0/alliance");
    let account = "/memberships/0/named_by/0/account";
    let list = "/organizations/0/listings/0/list";
    let source = "/events/0/sources/0";
    vec![
        case(member, "badu", Kind::Organization, Some("baidu")),
        case(alliance, "pakt", Kind::Alliance, Some("pact")),
        case(account, "papers", Kind::Account, Some("paper")),
        case(list, "blacklist", Kind::List, Some("black-list")),
        case(source, "pag", Kind::Source, Some("page")),
        case(
            "/organizations/0/kind",
            "statoin",
            Kind::Kind,
            Some("station"),
        ),
        case("/memberships/1/role", "hots", Kind::Role, Some("host")),
        case(
            "/memberships/1/ranks/0/rank",
            "invitd",
            Kind::Rank,
            Some("invited"),
        ),
        case("/memberships/1/left/how", "movd", Kind::End, Some("moved")),
        case(
            "/organizations/0/facts/0/topic",
            "shars",
            Kind::Topic,
            Some("shares"),
        ),
        case("/relations/0/kind", "ordr", Kind::Tie, Some("order")),
        case("/lists/0/tie", "ordr", Kind::Tie, Some("order")),
        case("/events/0/lane", "pact", Kind::Lane, Some("pacts")),
        case(
            "/organizations/2/dissolved/successor",
            "badu",
            Kind::Node,
            Some("baidu"),
        ),
        case("/aims/0/about/0", "pakt", Kind::Alliance, Some("pact")),
        case("/aims/0/account", "papers", Kind::Account, Some("paper")),
        case("/relations/0/to", "baidu-inc", Kind::Node, Some("baidu")),
        case("/uncertainties/0/about/1", "elsewhere", Kind::Subject, None),
        case("/steps/0/focus", "pakt", Kind::Subject, Some("pact")),
        case(
            "/steps/0/emphasis/1",
            "foundin",
            Kind::Subject,
            Some("founding"),
        ),
        case("/steps/0/around/0", "founding", Kind::Node, None),
        here(
            "/steps/0/accounts",
            json!(["paper", "papers"]),
            unknown("papers", Kind::Account, Some("paper")),
        )
        .below("/steps/0/accounts/1"),
        here("/relations/0/to", "office", ProblemKind::SelfRelation).below("/relations/0"),
    ]
}

/// Ids that are no ids, or there already: links do not tell the tables apart.
fn ids() -> Vec<Case> {
    let malformed = |found: &str| ProblemKind::MalformedId {
        found: found.into(),
    };
    let sources = json!(["page", "page"]);
    vec![
        again("sources", "/sources/5/id", twice("page")),
        again("aims", "/aims/1/id", twice("why")),
        again("accounts", "/accounts/1/id", twice("paper")),
        again("lists", "/lists/1/id", twice("black-list")),
        again("relations", "/relations/1/id", twice("office-acts")),
        again("products", "/products/1/id", twice("model")),
        again("quotes", "/quotes/1/id", twice("said")),
        again("uncertainties", "/uncertainties/1/id", twice("size")),
        again("steps", "/steps/1/id", twice("opening")),
        again("alliances", "/alliances/1/id", twice("pact")),
        again("organizations", "/organizations/3/id", twice("baidu")),
        again("events", "/events/2/id", twice("founding")),
        here("/events/1/id", "pact", twice("pact")),
        here("/events/1/id", "office", twice("office")),
        here("/events/0/sources", sources, twice("page")).below("/events/0/sources/1"),
        here("/steps/0/around/1", "pact", twice("pact")),
        here(
            "/steps/0/accounts",
            json!(["paper", "paper"]),
            twice("paper"),
        )
        .below("/steps/0/accounts/1"),
        again(
            "memberships",
            "/memberships/2",
            ProblemKind::DuplicateMembership,
        ),
        here("/events/1/id", "The Review", malformed("The Review")),
        here("/events/1/id", "a--b", malformed("a--b")),
        here("/events/1/id", "", malformed("")),
    ]
}

/// What is not there.
fn gaps() -> Vec<Case> {
    let empty = |pointer, value| here(pointer, value, ProblemKind::Empty);
    vec![
        without("/title", "ar"),
        without("/events/0/label", "en"),
        without("/events/0", "label"),
        without("/events/0", "sources"),
        without("/sources/0", "kind"),
        without("/sources/1", "origin"),
        without("/aims/0", "about"),
        without("/steps/0/text", "ar"),
        without("/steps/0/title", "en"),
        without("/steps/0", "note"),
        without("/steps/0", "at"),
        without("/steps/0", "sources"),
        without("", "as_of"),
        without("", "sources_to"),
        without("", "format"),
        empty("/events/0/sources", json!([])),
        empty("/memberships/0/named_by", json!([])),
        without("/words/kinds/0", "shape"),
        without("/words/kinds/0/name", "ar"),
        without("/words/listed/count/ar", "other"),
        without("/words/ranks/0", "counts"),
        without("/organizations/0/facts/0", "topic"),
        without("/organizations/2/dissolved", "when"),
        without("/memberships/1/left", "sources"),
        empty("/aims/0/about", json!([])),
        empty("/steps/0/emphasis", json!([])),
        empty("/steps/0/around", json!([])),
        here("/steps/0/accounts", json!([]), ProblemKind::NotTwoAccounts),
        here(
            "/steps/0/accounts",
            json!(["paper"]),
            ProblemKind::NotTwoAccounts,
        ),
        empty("/title/en", json!(" \u{a0} ")),
        empty("/sources/0/title", json!("")),
    ]
}

/// What should not be there, or is one of the few words that may.
fn excess() -> Vec<Case> {
    let shape = ProblemKind::UnknownWord {
        found: "squre".into(),
        expected: [
            "circle", "square", "hexagon", "triangle", "diamond", "pentagon",
        ]
        .to_vec(),
        suggestion: Some("square".into()),
    };
    let layer = ProblemKind::UnknownWord {
        found: "relation".into(),
        expected: vec!["relations"],
        suggestion: Some("relations".into()),
    };
    vec![
        here("/title/de", "Allianz", field("de", None)),
        here("/quotes/0/txt", 1, field("txt", Some("text"))),
        here("/organizations/0/a~1b", 1, field("a/b", None)),
        here("/words/kinds/0/shape", "squre", shape),
        here("/steps/0/layer", "relation", layer),
        here("/steps/0/focos", "pact", field("focos", Some("focus"))),
        here("/format", 3, ProblemKind::UnknownFormat { found: 3 }),
        here("/format", 1, ProblemKind::OldFormat { found: 1 }),
        url("ftp://paper.example"),
        url("javascript:alert(1)"),
        url("//paper.example"),
        url("https://paper.example/a b"),
        url(&"found".repeat(2000)),
    ]
}

/// Words of the subject that would mislead.
fn words() -> Vec<Case> {
    let language = |pointer: &str, found: &str| {
        let kind = ProblemKind::MalformedLanguage {
            found: found.into(),
        };
        here(pointer, found, kind)
    };
    let reserved = ProblemKind::ReservedId {
        found: "listed".into(),
    };
    vec![
        here("/words/kinds/2/id", "listed", reserved),
        here("/words/kinds/2/id", "station", twice("station")),
        here("/words/kinds/2/id", "order", twice("order")).below("/words/ties/0/id"),
        here("/words/lanes/2/id", "pacts", twice("pacts")),
        here("/words/listed/count/ar/few", "جهات", ProblemKind::NoNumber),
        here("/words/members/en/other", "states", ProblemKind::NoNumber),
        here(
            "/alliances/0/short/en",
            "The Pact of Many Long Words",
            ProblemKind::TooLong {
                found: 27,
                most: 24,
            },
        ),
        here(
            "/events/0/label/ar",
            "إعلان لا يتسع له المكان",
            ProblemKind::TooLong {
                found: 23,
                most: 22,
            },
        ),
        language("/sources/0/lang", "English"),
        language("/sources/0/lang", "en_GB"),
        language("/organizations/0/also/0/lang", "z"),
        language("/organizations/0/name/original/lang", "chinese!"),
    ]
}

/// What is something else.
fn types() -> Vec<Case> {
    vec![
        typed("/title", Value::Null, Type::Null, Type::Object),
        typed("/title/en", 1.5, Type::Fraction, Type::String),
        typed("/quotes", json!({}), Type::Object, Type::Array),
        typed("/quotes/0", "said", Type::String, Type::Object),
        typed("/events/0/core", "yes", Type::String, Type::Bool),
        typed("/events/0/when", 2025, Type::Whole, Type::String),
        typed("/events/0/sources/0", json!([]), Type::Array, Type::String),
        typed("/format", true, Type::Bool, Type::Whole),
    ]
}

/// Days that the calendar does not have, and those that have not come.
fn dates() -> Vec<Case> {
    let when = "/events/0/when";
    vec![
        date(when, "2025-02-29", DateError::Impossible),
        date(when, "25-7-2025", DateError::Shape),
        date(when, "2025-07/2025-06", DateError::Reversed),
        date("/window", "2025/2024", DateError::Reversed),
        date("/window", "2025/", DateError::Shape),
        date("/as_of", "2026-13-01", DateError::Impossible),
        date("/as_of", "2026", DateError::Shape),
        date("/sources/0/published", "soon", DateError::Shape),
        here(when, "2026-01-02", ProblemKind::NotYetHappened),
        date("/steps/0/at", "2025-07", DateError::Shape),
        date("/steps/0/window", "2025/2024", DateError::Reversed),
        here("/steps/0/at", "2024-12-31", ProblemKind::OutsideStory),
        here("/steps/0/at", "2026-01-02", ProblemKind::OutsideStory),
    ]
}

/// Dates that are dates, and cannot be together.
fn contradictions() -> Vec<Case> {
    let founded = "/organizations/0/founded/when";
    let reported = "/alliances/0/reported";
    let before = |pointer: &str, date: &str, other: &str| {
        let other = other.to_owned();
        here(pointer, date, ProblemKind::BeforeOther { other })
    };
    let after = |pointer: &str, date: &str| here(pointer, date, ProblemKind::AfterStory);
    let announced = put("/alliances/0/announced", "2025-07-26");
    let other = "/alliances/0/announced".to_owned();
    vec![
        before("/organizations/0/listings/0/from", "1999-12", founded),
        before("/memberships/0/from", "2025-07-24", reported),
        before("/relations/0/when", "1999", founded),
        before("/products/0/when", "1999", founded),
        (
            announced,
            problem(reported, ProblemKind::BeforeOther { other }),
        ),
        (
            put(
                "/alliances/0/dissolved",
                json!({ "when": "2024", "sources": ["page"] }),
            ),
            problem(
                "/alliances/0/dissolved/when",
                ProblemKind::BeforeOther {
                    other: reported.to_owned(),
                },
            ),
        ),
        before("/memberships/1/until", "2025-07-24", reported),
        before(
            "/organizations/0/listings/0/until",
            "2025-07",
            "/organizations/0/listings/0/from",
        ),
        before("/relations/0/until", "2025-08", "/relations/0/when"),
        before("/memberships/1/ranks/0/until", "2025-07-24", reported),
        after("/memberships/1/until", "2027"),
        after("/organizations/2/dissolved/when", "2027"),
        after("/relations/0/when", "2027"),
        after("/products/0/when", "2026-02"),
    ]
}

/// Characters that nobody sees, or that no text has.
fn characters() -> Vec<Case> {
    let case = |pointer: &str, text: &str, fault, place| {
        here(pointer, text, ProblemKind::Character { fault, place })
    };
    let unseen = CharacterFault::Invisible;
    let form = CharacterFault::PresentationForm('\u{FEE1}');
    let name = "/organizations/0/name";
    vec![
        case("/title/en", "Two\nlines", CharacterFault::LineBreak, 4),
        case("/title/en", "Two\twords", CharacterFault::Tab, 4),
        case("/title/en", "Lost \u{FFFD}", CharacterFault::Lost, 6),
        case("/title/ar", "عنوان ", CharacterFault::BlankAtEnd, 6),
        case(&format!("{name}/ar"), "\u{FEE1}", form, 1),
        case(
            &format!("{name}/en"),
            "Bai\u{200B}du",
            unseen('\u{200B}'),
            4,
        ),
        case(
            "/events/0/when",
            "2025-07-25\u{200E}",
            unseen('\u{200E}'),
            11,
        ),
        case(
            "/memberships/0/alliance",
            "pact\u{FEFF}",
            unseen('\u{FEFF}'),
            5,
        ),
        case("/organizations/0/kind", "\u{A0}other", unseen('\u{A0}'), 1),
        case(
            "/sources/0/url",
            "https://paper.example/\u{200B}1",
            unseen('\u{200B}'),
            23,
        ),
    ]
}

/// What sources are, and what they go back to.
fn origins() -> Vec<Case> {
    let malformed = |found: &str, meant: Option<&str>| ProblemKind::MalformedOrigin {
        found: found.into(),
        suggestion: meant.map(Into::into),
    };
    let replaced = ProblemKind::ReplacedField {
        found: "reliability",
        by: "kind",
        words: vec!["document", "report", "relay", "digest"],
    };
    let kind = ProblemKind::UnknownWord {
        found: "reprot".into(),
        expected: vec!["document", "report", "relay", "digest"],
        suggestion: Some("report".into()),
    };
    let site = "/sources/1/origin";
    let own = |found| ProblemKind::NotItsOwn { found };
    let publisher = |name: &str, found| here("/sources/0/publisher", name, own(found));
    vec![
        here("/sources/0/reliability", "ok", replaced),
        here("/sources/0/kind", "reprot", kind),
        here(site, "Page", malformed("Page", Some("page"))),
        here(
            site,
            "The Wire, 25 July",
            malformed("The Wire, 25 July", None),
        ),
        here(site, "site", ProblemKind::OriginItself),
        here("/sources/0/origin", "unknown", ProblemKind::OriginUnknown),
        here("/sources/2/origin", "page", ProblemKind::OriginOfDigest),
        publisher("Paper (copy on site.example)", "copy"),
        publisher("Paper via Site", "via"),
        publisher("Site (Reuters)", "(Reuters)"),
        publisher("Wire-derived site", "-derived"),
        publisher("Site, citing Paper", "citing"),
        here("/sources_to", "2025", ProblemKind::NoMonthOrDay),
        here("/sources_to", "2025-01/2025-02", ProblemKind::NoMonthOrDay),
        here("/sources_to", "2026-02", ProblemKind::SourcesAhead),
        date("/sources_to", "soon", DateError::Shape),
        (
            gone("/sources/0/published"),
            problem("/sources/0", ProblemKind::Undated),
        ),
        without("/sources/4", "note"),
        typed("/sources/4/unopened", "yes", Type::String, Type::Bool),
    ]
}

/// Addresses that lead to no page for readers.
fn addresses() -> Vec<Case> {
    let url = "/sources/0/url";
    let broken = |found: &str, fault| {
        let kind = ProblemKind::BrokenUrl {
            found: found.into(),
            fault,
        };
        here(url, found, kind)
    };
    let staging = |address: &str, found| {
        let kind = ProblemKind::StagingHost { found };
        here(url, address, kind)
    };
    vec![
        broken("https://#top", UrlFault::Host),
        broken("https://paper!.example/1", UrlFault::Host),
        broken("https://paper.example:99999/1", UrlFault::Port),
        broken("https://paper.example/%zz", UrlFault::Escape),
        broken("https://me:secret@paper.example/1", UrlFault::Credentials),
        here(url, "https://paper.example", ProblemKind::HomePage),
        here(url, "https://paper.example/", ProblemKind::HomePage),
        staging("https://testing.paper.example/1", "testing"),
        staging("https://fe-staging.paper.example/1", "staging"),
        staging("https://preview.paper.example/1", "preview"),
        staging("https://paper.azurewebsites.net/1", "azurewebsites.net"),
        staging("https://d1.cloudfront.net/1", "cloudfront.net"),
    ]
}

/// Disputes that nobody has.
fn disputes() -> Vec<Case> {
    let text = || json!({ "ar": "تختلف الروايات", "en": "Accounts differ." });
    let places = [
        "/alliances/0",
        "/organizations/0/founded",
        "/relations/0",
        "/events/0",
        "/products/0",
    ];
    let case = |place: &str| {
        let place = format!("{place}/disputed");
        here(&place, text(), ProblemKind::OneSidedDispute)
    };
    let city = json!({ "text": text(), "disputed": text(), "sources": ["page", "site", "list"] });
    let city = here("/organizations/0/city", city, ProblemKind::OneSidedDispute);
    let mut cases: Vec<_> = places.into_iter().map(case).collect();
    cases.push(city.below("/organizations/0/city/disputed"));
    cases
}

/// What is no mistake, and to be looked at.
pub(crate) fn warnings() -> Vec<Case> {
    let only = |place: &str, sources: &str| {
        let case = here(sources, json!(["list"]), ProblemKind::DigestsOnly);
        case.below(place)
    };
    let unopened = |place: &str, sources: &str| {
        let case = here(
            sources,
            json!(["list", "filing"]),
            ProblemKind::UnopenedOnly,
        );
        case.below(place)
    };
    let url = "/sources/0/url";
    vec![
        (
            put(
                "/uncertainties/0/sources",
                json!(["page", "filing", "site", "list"]),
            ),
            problem("/sources/3", ProblemKind::Uncited),
        ),
        only("/memberships/0", "/memberships/0/named_by/0/sources"),
        only("/events/0", "/events/0/sources"),
        only(
            "/organizations/0/listings/0",
            "/organizations/0/listings/0/sources",
        ),
        unopened("/memberships/0", "/memberships/0/named_by/0/sources"),
        unopened("/events/0", "/events/0/sources"),
        unopened(
            "/organizations/0/listings/0",
            "/organizations/0/listings/0/sources",
        ),
        here("/sources/0/host", "staging", ProblemKind::MarkedStaging),
        here(
            url,
            "https://paper-assets.paper.example/1",
            ProblemKind::DeliveryHost { found: "assets" },
        ),
        here(
            "/sources/3/title",
            "“Page”",
            ProblemKind::SameTitle {
                other: "page".into(),
            },
        ),
        here(
            "/sources/0/published",
            "2026-01-01",
            ProblemKind::PublishedLater,
        ),
        here("/events/1/when", "9999", ProblemKind::FarAhead),
        here("/window", "2025/9999", ProblemKind::FarAhead),
        here(
            "/organizations/1/name/en",
            "BAIDU",
            ProblemKind::SameName {
                other: "baidu".into(),
            },
        )
        .below("/organizations/1/name"),
    ]
}

/// A case whose problem is found elsewhere than its mistake.
trait Below {
    fn below(self, pointer: &str) -> Self;
}

impl Below for Case {
    fn below(mut self, pointer: &str) -> Self {
        pointer.clone_into(&mut self.1.pointer);
        self
    }
}
