//! The format of a story file, field by field.
//!
//! `docs/story-format.md` says the same to an editor and
//! `assets/story.schema.json` to an editor's program; a test holds the three
//! together on the bundled story.

mod prose;
pub(super) mod source;
mod step;
mod words;

use super::check::{FORMAT, Ids};
use super::id::{Id, NodeId, OrganizationId, SourceId};
use super::text::{LANGUAGES, Name, OtherName, Text};
use super::{
    Account, Alliance, Ecosystem, Event, Fact, Founding, Listing, Membership, Naming, OfficialList,
    Organization, Product, Relation,
};
use crate::date::{Date, Span, When};
use crate::document::Json;
use crate::document::problem::{Kind, ProblemKind};
use crate::document::read::{Fields, Reader};
use prose::{aim, quote, uncertainty};
use source::{check_dispute, source, sources_to};
use step::steps;
use words::{ARABIC_NAME_SOURCED, LANES, ORGANIZATION_KINDS, RELATION_KINDS, ROLES};

pub(super) fn ecosystem(reader: &mut Reader, tree: &Json, ids: &Ids<'_>) -> Ecosystem {
    reader.object(tree, |r, f| {
        r.optional(f, "$schema", Reader::string);
        let problems_before = r.problem_count();
        let found = r.required(f, "format", Reader::whole);
        if r.problem_count() == problems_before && found != FORMAT {
            r.at("format", |r| {
                r.report(|| ProblemKind::UnknownFormat { found });
            });
        }
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
            accounts: table(r, f, "accounts", |r, f| account(r, f, ids)).into(),
            lists: table(r, f, "lists", |r, f| official_list(r, f, ids)).into(),
            alliances: table(r, f, "alliances", |r, f| alliance(r, f, ids)).into(),
            organizations: table(r, f, "organizations", |r, f| organization(r, f, ids)).into(),
            memberships: memberships(r, f, ids),
            relations: table(r, f, "relations", |r, f| relation(r, f, ids)),
            events: table(r, f, "events", |r, f| {
                let event = event(r, f, ids, today);
                begins = begins.map(|day| day.min(event.when.first_day()));
                event
            })
            .into(),
            products: table(r, f, "products", |r, f| product(r, f, ids)),
            quotes: table(r, f, "quotes", |r, f| quote(r, f, ids)),
            aims: r
                .optional(f, "aims", |r, json| {
                    r.filled(json);
                    r.objects(json, |r, f| aim(r, f, ids))
                })
                .unwrap_or_default(),
            uncertainties: table(r, f, "uncertainties", |r, f| uncertainty(r, f, ids)),
            steps: steps(r, f, ids, begins.zip(today)).into(),
            sources: table(r, f, "sources", |r, f| source(r, f, ids)).into(),
        }
    })
}

fn table<'a, T>(
    reader: &mut Reader,
    fields: &mut Fields<'a>,
    key: &'static str,
    entry: impl FnMut(&mut Reader, &mut Fields<'a>) -> T,
) -> Vec<T> {
    reader.required(fields, key, |reader, json| {
        if NEVER_EMPTY.contains(&key) {
            reader.filled(json);
        }
        reader.objects(json, entry)
    })
}

/// The tables without which there is no story.
const NEVER_EMPTY: [&str; 5] = [
    "accounts",
    "alliances",
    "organizations",
    "memberships",
    "sources",
];

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
        sources: sources(r, f, ids),
    }
}

fn alliance(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Alliance {
    let problems_before = r.problem_count();
    let alliance = Alliance {
        slug: slug(r, f),
        name: r.required(f, "name", name),
        short: r.required(f, "short", text),
        aim: r.required(f, "aim", text),
        announced: r.optional(f, "announced", Reader::when),
        reported: r.required(f, "reported", Reader::when),
        place: r.required(f, "place", text),
        initiator: organization_if_any(r, f, "initiator", ids),
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
    let fact_of = |r: &mut Reader, json: &Json| fact(r, json, ids);
    Organization {
        slug: slug(r, f),
        name: r.required(f, "name", name),
        arabic_name_sourced: r.required(f, "arabic_name", |r, json| {
            r.word(json, &ARABIC_NAME_SOURCED)
        }),
        kind: r.required(f, "kind", |r, json| r.word(json, &ORGANIZATION_KINDS)),
        description: r.required(f, "description", text),
        city: r.optional(f, "city", fact_of),
        founded: r.optional(f, "founded", |r, json| founding(r, json, ids)),
        stock: r.optional(f, "stock", fact_of),
        us_status: r.optional(f, "us_status", fact_of),
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

fn fact(r: &mut Reader, json: &Json, ids: &Ids<'_>) -> Fact {
    r.object(json, |r, f| {
        let problems_before = r.problem_count();
        let fact = Fact {
            text: r.required(f, "text", text),
            disputed: r.optional(f, "disputed", text),
            sources: sources(r, f, ids),
        };
        let disputed = fact.disputed.as_ref();
        check_dispute(r, problems_before, disputed, &fact.sources, ids);
        fact
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
        note: r.optional(f, "note", text),
        sources: sources(r, f, ids),
    }
}

/// The memberships; a pair of organization and alliance stands once.
fn memberships(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Vec<Membership> {
    let mut pairs = Vec::new();
    table(r, f, "memberships", |r, f| {
        let problems_before = r.problem_count();
        let membership = membership(r, f, ids);
        if problems_before == r.problem_count() {
            let pair = (membership.organization, membership.alliance);
            if pairs.contains(&pair) {
                r.report(|| ProblemKind::DuplicateMembership);
            }
            pairs.push(pair);
        }
        membership
    })
}

fn membership(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Membership {
    Membership {
        organization: reference(r, f, "organization", ids, Kind::Organization),
        alliance: reference(r, f, "alliance", ids, Kind::Alliance),
        role: r.required(f, "role", |r, json| r.word(json, &ROLES)),
        from: r.optional(f, "from", Reader::when),
        note: r.optional(f, "note", text),
        named_by: r.required(f, "named_by", |r, json| {
            let namings = r.objects(json, |r, f| Naming {
                account: reference(r, f, "account", ids, Kind::Account),
                sources: sources(r, f, ids),
            });
            r.filled(json);
            namings
        }),
    }
}

fn relation(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Relation {
    slug(r, f);
    let problems_before = r.problem_count();
    let relation = Relation {
        from: reference(r, f, "from", ids, Kind::Organization),
        to: r.required(f, "to", |r, json| ids.node(r, json)),
        kind: r.required(f, "kind", |r, json| r.word(json, &RELATION_KINDS)),
        when: r.required(f, "when", Reader::when),
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
        lane: r.required(f, "lane", |r, json| r.word(json, &LANES)),
        core: r.required(f, "core", Reader::bool),
        scheduled: r.optional(f, "scheduled", Reader::bool).unwrap_or_default(),
        title: r.required(f, "title", text),
        label: r.optional(f, "label", text),
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

fn organization_if_any(
    r: &mut Reader,
    f: &mut Fields<'_>,
    key: &'static str,
    ids: &Ids<'_>,
) -> Option<OrganizationId> {
    r.optional(f, key, |r, json| {
        Id::from_index(ids.index(r, json, Kind::Organization))
    })
}

fn slug(r: &mut Reader, f: &mut Fields<'_>) -> String {
    r.required(f, "id", |r, json| r.id(json).to_owned())
}

fn text(r: &mut Reader, json: &Json) -> Text {
    r.object(json, text_fields)
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
        zh: r.optional(f, "zh", Reader::string),
    })
}

fn other_names(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Vec<OtherName> {
    r.optional(f, "also", |r, json| {
        r.filled(json);
        r.objects(json, |r, f| OtherName {
            name: r.required(f, "name", Reader::string),
            language: r.required(f, "lang", language),
            sources: sources(r, f, ids),
        })
    })
    .unwrap_or_default()
}

fn language(r: &mut Reader, json: &Json) -> &'static str {
    r.word(json, &LANGUAGES.map(|tag| (tag, tag)))
}

fn sources(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Vec<SourceId> {
    r.required(f, "sources", |r, json| {
        r.filled(json);
        r.set(json, |r, json| {
            Id::from_index(ids.index(r, json, Kind::Source))
        })
    })
}

/// The span of an interval such as `2025-01/2026-06`.
fn window(r: &mut Reader, json: &Json) -> Span {
    let when: When = r.when(json);
    Span {
        first: when.first_day(),
        last: when.last_day(),
    }
}
