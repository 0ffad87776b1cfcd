//! What of a story file is prose: quotes, aims, and what nobody knows.

use super::{name, reference_if_any, slug, sources, text};
use crate::document::problem::Kind;
use crate::document::read::{Fields, Reader};
use crate::model::check::Ids;
use crate::model::id::Id;
use crate::model::{Aim, Quote, Subject, Uncertainty};

pub(super) fn quote(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Quote {
    slug(r, f);
    Quote {
        person: r.required(f, "person", name),
        role: r.required(f, "role", text),
        organization: reference_if_any(r, f, "organization", ids, Kind::Organization),
        text: r.required(f, "text", text),
        when: r.optional(f, "when", Reader::when),
        sources: sources(r, f, ids),
    }
}

pub(super) fn aim(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Aim {
    slug(r, f);
    Aim {
        about: r.required(f, "about", |r, json| {
            r.filled(json);
            r.set(json, |r, json| {
                Id::from_index(ids.index(r, json, Kind::Alliance))
            })
        }),
        account: reference_if_any(r, f, "account", ids, Kind::Account),
        text: r.required(f, "text", text),
        sources: sources(r, f, ids),
    }
}

pub(super) fn uncertainty(r: &mut Reader, f: &mut Fields<'_>, ids: &Ids<'_>) -> Uncertainty {
    slug(r, f);
    Uncertainty {
        text: r.required(f, "text", text),
        about: r.required(f, "about", |r, json| -> Vec<Subject> {
            r.set(json, |r, json| ids.subject(r, json))
        }),
        sources: sources(r, f, ids),
    }
}
