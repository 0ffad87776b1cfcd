//! The format of a story file, field by field.
//!
//! `docs/story-format.md` says the same to an editor and
//! `assets/story.schema.json` to an editor's program; a test holds the three
//! together on the bundled story.

mod membership;
mod prose;
pub(super) mod source;
mod step;
mod subject;
mod words;

use super::check::Ids;
use super::id::{Id, NodeId, SourceId};
use super::text::{Name, Original, OtherName, Text};
use super::{
    Account, Alliance, Ecosystem, Ending, Event, Fact, Founding, Listing, OfficialList,
    Organization, Product, Relation, TopicalFact,
};
use crate::date::{Date, DateError, Span, When};
use crate::document::Json;
use crate::document::problem::{Kind, ProblemKind};
use crate::document::read::{Fields, Reader};
use membership::membership;
use prose::{aim, quote, uncertainty};
use source::{check_dispute, source, sources_to};
use step::steps;
use subject::words;
use words::ARABIC_NAME_SOURCED;

pub(super) fn ecosystem(reader: &mut Reader, tree: &Json, ids: &Ids<'_>) -> Ecosystem {
    reader.object(tree, |r, f| {
        r.optional(f, "$schema", Reader::string);
        r.required(f, "format", Reader::whole);
        let problems_before = r.problem_count();
        let as_of = r.required(f, "as_of", Reader::day);
        // Against a day that was not understood nothing is measured.
        let today = (r.problem_count() == problems_before).then_some(as_of);
        let mut begins = today;
        Ecosystem {
            kicker: r.required(f, "kicker", text),
            title: r.required(f, "title", text),
            standfirst: r.optional(f, "standfirst", text),
            summary: r.required(f, "summary", text),
            as_of,
            sources_to: r.required(f, "sources_to", |r, json| sources_to(r, json, today)),
            window: r.required(f, "window", window),
            words: words(r, f),
            accounts: table_if_any(r, f, "accounts", |r, f| account(r, f, ids)).into(),
            lists: table_if_any(r, f, "lists", |r, f| official_list(r, f, ids)).into(),
            alliances: table(r, f, "alliances", |r, f| alliance(r, f, ids)).into(),
            organizations: table(r, f, "organizations", |r, f| organization(r, f, ids)).into(),
            memberships: table(r, f, "memberships", |r, f| membership(r, f, ids)),
            relations: table_if_any(r, f, "relations", |r, f| relation(r, f, ids)),
            events: table_if_any(r, f, "events", |r, f| {
                let event = event(r, f, ids, today);
                begins = begins.map(|day| day.min(event.when.first_day()));
                event
            })
            .into(),
            products: table_if_any(r, f, "products", |r, f| product(r, f, ids)),
            quotes: table_if_any(r, f, "quotes", |r, f| quote(r, f, ids)),
            aims: table_if_any(r, f, "aims", |r, f| aim(r, f, ids)),
            uncertainties: table_if_any(r, f, "uncertainties", |r, f| uncertainty(r, f, ids)),
            steps: steps(r, f, ids, begins.zip(today)).into(),
            sources: table(r, f, "sources", |r, f| source(r, f, ids)).into(),
        }
    })
}

/// A table without which there is no story.
fn table<'a, T>(
    reader: &mut Reader,
    fields: &mut Fields<'a>,
    key: &'static str,
    entry: impl FnMut(&mut Reader, &mut Fields<'a>) -> T,
) -> Vec<T> {
    reader.required(fields, key, |reader, json| {
        reader.filled(json);
        reader.objects(json, entry)
    })
}

/// A table that is left out where a story has nothing of its kind.
fn table_if_any<'a, T>(
    reader: &mut Reader,
    fields: &mut Fields<'a>,
    key: &'static str,
    entry: impl FnMut(&mut Reader, &mut Fields<'a>) -> T,
) -> Vec<T> {
    let table = reader.optional(fields, key, |reader, json| reader.objects(json, entry));
    table.unwrap_or_default()
}

fn account(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Account {
    Account {
        slug: slug(r, f),
        name: r.required(f, "name", text),
        description: r.required(f, "description", text),
        sources: sources(r, f, ids),
    }
}

fn official_list(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> OfficialList {
    OfficialList {
        slug: slug(r, f),
        name: r.required(f, "name", text),
        description: r.required(f, "description", text),
        authority: reference(r, f, "authority", ids, Kind::Organization),
        tie: reference_if_any(r, f, "tie", ids, Kind::Tie),
        sources: sources(r, f, ids),
    }
}

fn alliance(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Alliance {
    let problems_before = r.problem_count();
    let alliance = Alliance {
        slug: slug(r, f),
        name: r.required(f, "name", name),
        short: r.required(f, "short", |r, json| short_text(r, json, MOST_OF_SHORT)),
        aim: r.required(f, "aim", text),
        announced: r.optional(f, "announced", Reader::when),
        reported: r.required(f, "reported", Reader::when),
        place: r.optional(f, "place", text),
        initiator: reference_if_any(r, f, "initiator", ids, Kind::Organization),
        dissolved: r.optional(f, "dissolved", |r, json| ending(r, json, ids)),
        disputed: r.optional(f, "disputed", text),
        note: r.optional(f, "note", text),
        also: other_names(r, f, ids),
        sources: sources(r, f, ids),
    };
    let disputed = alliance.disputed.as_ref();
    check_dispute(r, problems_before, disputed, &alliance.sources, ids);
    alliance
}

fn organization(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Organization {
    Organization {
        slug: slug(r, f),
        name: r.required(f, "name", name),
        arabic_name_sourced: r.required(f, "arabic_name", |r, json| {
            r.word(json, &ARABIC_NAME_SOURCED)
        }),
        kind: reference_if_any(r, f, "kind", ids, Kind::Kind),
        description: r.required(f, "description", text),
        city: r.optional(f, "city", |r, json| {
            r.object(json, |r, f| fact_fields(r, f, ids))
        }),
        founded: r.optional(f, "founded", |r, json| founding(r, json, ids)),
        dissolved: r.optional(f, "dissolved", |r, json| ending(r, json, ids)),
        facts: table_if_any(r, f, "facts", |r, f| TopicalFact {
            topic: reference(r, f, "topic", ids, Kind::Topic),
            fact: fact_fields(r, f, ids),
        }),
        listings: r
            .optional(f, "listings", |r, json| {
                r.filled(json);
                r.objects(json, |r, f| listing(r, f, ids))
            })
            .unwrap_or_default(),
        note: r.optional(f, "note", text),
        also: other_names(r, f, ids),
        sources: sources(r, f, ids),
    }
}

fn fact_fields(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Fact {
    let problems_before = r.problem_count();
    let fact = Fact {
        text: r.required(f, "text", text),
        disputed: r.optional(f, "disputed", text),
        sources: sources(r, f, ids),
    };
    let disputed = fact.disputed.as_ref();
    check_dispute(r, problems_before, disputed, &fact.sources, ids);
    fact
}

fn ending(r: &mut Reader, json: &Json, ids: &Ids<'_>) -> Ending {
    r.object(json, |r, f| Ending {
        when: r.required(f, "when", Reader::when),
        how: reference_if_any(r, f, "how", ids, Kind::End),
        successor: r.optional(f, "successor", |r, json| ids.node(r, json)),
        note: r.optional(f, "note", text),
        sources: sources(r, f, ids),
    })
}

fn founding(r: &mut Reader, json: &Json, ids: &Ids<'_>) -> Founding {
    r.object(json, |r, f| {
        let problems_before = r.problem_count();
        let founding = Founding {
            when: r.required(f, "when", Reader::when),
            disputed: r.optional(f, "disputed", text),
            sources: sources(r, f, ids),
        };
        let disputed = founding.disputed.as_ref();
        check_dispute(r, problems_before, disputed, &founding.sources, ids);
        founding
    })
}

fn listing(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Listing {
    Listing {
        list: reference(r, f, "list", ids, Kind::List),
        from: r.required(f, "from", Reader::when),
        until: r.optional(f, "until", Reader::when),
        note: r.optional(f, "note", text),
        sources: sources(r, f, ids),
    }
}

fn relation(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Relation {
    slug(r, f);
    let problems_before = r.problem_count();
    let relation = Relation {
        from: reference(r, f, "from", ids, Kind::Organization),
        to: r.required(f, "to", |r, json| ids.node(r, json)),
        kind: reference(r, f, "kind", ids, Kind::Tie),
        when: r.required(f, "when", Reader::when),
        until: r.optional(f, "until", Reader::when),
        text: r.required(f, "text", text),
        disputed: r.optional(f, "disputed", text),
        note: r.optional(f, "note", text),
        sources: sources(r, f, ids),
    };
    let disputed = relation.disputed.as_ref();
    check_dispute(r, problems_before, disputed, &relation.sources, ids);
    if problems_before == r.problem_count() && relation.to == NodeId::Organization(relation.from) {
        r.report(|| ProblemKind::SelfRelation);
    }
    relation
}

fn event(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>, today: Option<Date>) -> Event {
    let problems_before = r.problem_count();
    let event = Event {
        slug: slug(r, f),
        when: r.required(f, "when", Reader::when),
        lane: reference(r, f, "lane", ids, Kind::Lane),
        core: r.required(f, "core", Reader::bool),
        scheduled: r.optional(f, "scheduled", Reader::bool).unwrap_or_default(),
        title: r.required(f, "title", text),
        label: r.optional(f, "label", |r, json| short_text(r, json, MOST_OF_LABEL)),
        text: r.required(f, "text", text),
        disputed: r.optional(f, "disputed", text),
        note: r.optional(f, "note", text),
        about: r.required(f, "about", |r, json| {
            r.set(json, |r, json| ids.node(r, json))
        }),
        sources: sources(r, f, ids),
    };
    let disputed = event.disputed.as_ref();
    check_dispute(r, problems_before, disputed, &event.sources, ids);
    if event.core && event.label.is_none() {
        r.report(|| ProblemKind::Missing { field: "label" });
    }
    let dates_hold = problems_before == r.problem_count();
    let is_ahead = today.is_some_and(|today| event.when.first_day() > today);
    if dates_hold && !event.scheduled && is_ahead {
        r.at("when", |r| r.report(|| ProblemKind::NotYetHappened));
    }
    event
}

fn product(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Product {
    slug(r, f);
    let problems_before = r.problem_count();
    let product = Product {
        name: r.required(f, "name", text),
        organization: reference(r, f, "organization", ids, Kind::Organization),
        when: r.required(f, "when", Reader::when),
        text: r.required(f, "text", text),
        disputed: r.optional(f, "disputed", text),
        note: r.optional(f, "note", text),
        sources: sources(r, f, ids),
    };
    let disputed = product.disputed.as_ref();
    check_dispute(r, problems_before, disputed, &product.sources, ids);
    product
}

/// What a reference stands for.
fn reference<I: Id>(
    r: &mut Reader,
    f: &mut Fields<'_>,
    key: &'static str,
    ids: &Ids<'_>,
    kind: Kind,
) -> I {
    r.required(f, key, |r, json| I::from_index(ids.index(r, json, kind)))
}

fn reference_if_any<I: Id>(
    r: &mut Reader,
    f: &mut Fields<'_>,
    key: &'static str,
    ids: &Ids<'_>,
    kind: Kind,
) -> Option<I> {
    r.optional(f, key, |r, json| I::from_index(ids.index(r, json, kind)))
}

fn slug(r: &mut Reader, f: &mut Fields<'_>) -> String {
    r.required(f, "id", |r, json| r.id(json).to_owned())
}

fn text(r: &mut Reader, json: &Json) -> Text {
    r.object(json, text_fields)
}

/// The most characters of what running text and the picture call an alliance.
const MOST_OF_SHORT: usize = 24;
/// The most characters beside the mark of an event.
const MOST_OF_LABEL: usize = 22;

/// A text of at most so many characters in each language.
fn short_text(r: &mut Reader, json: &Json, most: usize) -> Text {
    let within = |r: &mut Reader, json: &Json| {
        let text = r.string(json);
        let found = text.chars().count();
        if found > most {
            r.report(|| ProblemKind::TooLong { found, most });
        }
        text
    };
    r.object(json, |r, f| Text {
        ar: r.required(f, "ar", within),
        en: r.required(f, "en", within),
    })
}

fn text_fields(r: &mut Reader, f: &mut Fields<'_>) -> Text {
    Text {
        ar: r.required(f, "ar", Reader::string),
        en: r.required(f, "en", Reader::string),
    }
}

fn name(r: &mut Reader, json: &Json) -> Name {
    r.object(json, |r, f| Name {
        text: text_fields(r, f),
        original: r.optional(f, "original", |r, json| {
            r.object(json, |r, f| Original {
                name: r.required(f, "name", Reader::string),
                language: r.required(f, "lang", Reader::language),
            })
        }),
    })
}

fn other_names(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Vec<OtherName> {
    r.optional(f, "also", |r, json| {
        r.filled(json);
        r.objects(json, |r, f| OtherName {
            name: r.required(f, "name", Reader::string),
            language: r.required(f, "lang", Reader::language),
            sources: sources(r, f, ids),
        })
    })
    .unwrap_or_default()
}

fn sources(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Vec<SourceId> {
    r.required(f, "sources", |r, json| source_set(r, json, ids))
}

fn sources_if_any(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Vec<SourceId> {
    let sources = r.optional(f, "sources", |r, json| source_set(r, json, ids));
    sources.unwrap_or_default()
}

fn source_set(r: &mut Reader, json: &Json, ids: &Ids<'_>) -> Vec<SourceId> {
    r.filled(json);
    r.set(json, |r, json| {
        Id::from_index(ids.index(r, json, Kind::Source))
    })
}

/// The span of an interval such as `2025-01/2026-06`.
fn window(r: &mut Reader, json: &Json) -> Span {
    let when: When = r.when(json);
    // What the close-up shows has two ends.
    if let (Some(_), Json::String(found)) = (when.open, json) {
        r.report(|| ProblemKind::MalformedDate {
            found: found.clone(),
            error: DateError::Shape,
        });
    }
    Span {
        first: when.first_day(),
        last: when.last_day(),
    }
}
