//! Who is in what in a story file, from when to when, and who says so.

use super::{reference, reference_if_any, sources, sources_if_any, table_if_any, text};
use crate::document::Json;
use crate::document::problem::{Kind, ProblemKind};
use crate::document::read::{Fields, Reader};
use crate::model::check::Ids;
use crate::model::{Leaving, Membership, Naming, Ranking};

pub(super) fn membership(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Membership {
    let membership = Membership {
        organization: reference(r, f, "organization", ids, Kind::Organization),
        alliance: reference(r, f, "alliance", ids, Kind::Alliance),
        role: reference_if_any(r, f, "role", ids, Kind::Role),
        from: r.optional(f, "from", Reader::when),
        until: r.optional(f, "until", Reader::when),
        left: r.optional(f, "left", |r, json| leaving(r, json, ids)),
        ranks: table_if_any(r, f, "ranks", |r, f| ranking(r, f, ids)),
        note: r.optional(f, "note", text),
        named_by: r
            .optional(f, "named_by", |r, json| {
                r.filled(json);
                r.objects(json, |r, f| Naming {
                    account: reference(r, f, "account", ids, Kind::Account),
                    sources: sources(r, f, ids),
                })
            })
            .unwrap_or_default(),
        sources: sources_if_any(r, f, ids),
    };
    // Who says so stands in one of two fields; where accounts are told apart, in the first.
    if !f.has("named_by") && !f.has("sources") {
        let field = if ids.has_accounts() {
            "named_by"
        } else {
            "sources"
        };
        r.report(|| ProblemKind::Missing { field });
    }
    membership
}

fn leaving(r: &mut Reader, json: &Json, ids: &Ids<'_>) -> Leaving {
    r.object(json, |r, f| Leaving {
        how: reference_if_any(r, f, "how", ids, Kind::End),
        text: r.optional(f, "text", text),
        sources: sources(r, f, ids),
    })
}

fn ranking(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Ranking {
    Ranking {
        rank: reference(r, f, "rank", ids, Kind::Rank),
        from: r.optional(f, "from", Reader::when),
        until: r.optional(f, "until", Reader::when),
        sources: sources_if_any(r, f, ids),
    }
}
