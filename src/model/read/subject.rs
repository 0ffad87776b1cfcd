//! The words of a story's subject in its file.

use super::words::{LINES, SECTIONS, SHAPES};
use super::{slug, table_if_any, text};
use crate::document::Json;
use crate::document::problem::ProblemKind;
use crate::document::read::{Fields, Reader};
use crate::model::text::{Counting, Forms};
use crate::model::words::{Kind, Listed, RESERVED, Rank, Tie, Topic, Word, Words};

/// The words, none where the file has none.
pub(super) fn words(r: &mut Reader, f: &mut Fields<'_>) -> Words {
    r.optional(f, "words", |r, json| {
        r.object(json, |r, f| Words {
            members: r.optional(f, "members", counting),
            alliances: r.optional(f, "alliances", counting),
            kinds: table_if_any(r, f, "kinds", kind).into(),
            roles: table_if_any(r, f, "roles", word).into(),
            ties: table_if_any(r, f, "ties", tie).into(),
            ranks: table_if_any(r, f, "ranks", rank).into(),
            ends: table_if_any(r, f, "ends", word).into(),
            topics: table_if_any(r, f, "topics", topic).into(),
            lanes: table_if_any(r, f, "lanes", word).into(),
            listed: r.optional(f, "listed", listed),
        })
    })
    .unwrap_or_default()
}

fn word(r: &mut Reader, f: &mut Fields<'_>) -> Word {
    Word {
        slug: slug(r, f),
        name: r.required(f, "name", text),
    }
}

/// An id that links can name, and that means nothing else there.
fn slug_in_links(r: &mut Reader, f: &mut Fields<'_>) -> String {
    let slug = slug(r, f);
    if RESERVED.contains(&slug.as_str()) {
        r.at("id", |r| {
            r.report(|| ProblemKind::ReservedId {
                found: slug.clone(),
            });
        });
    }
    slug
}

fn kind(r: &mut Reader, f: &mut Fields<'_>) -> Kind {
    Kind {
        slug: slug_in_links(r, f),
        name: r.required(f, "name", text),
        shape: r.required(f, "shape", |r, json| r.word(json, &SHAPES)),
        authority: r.optional(f, "authority", Reader::bool).unwrap_or_default(),
    }
}

fn tie(r: &mut Reader, f: &mut Fields<'_>) -> Tie {
    Tie {
        slug: slug_in_links(r, f),
        name: r.required(f, "name", text),
        line: r.required(f, "line", |r, json| r.word(json, &LINES)),
    }
}

fn rank(r: &mut Reader, f: &mut Fields<'_>) -> Rank {
    Rank {
        slug: slug(r, f),
        name: r.required(f, "name", text),
        counts: r.required(f, "counts", Reader::bool),
    }
}

fn topic(r: &mut Reader, f: &mut Fields<'_>) -> Topic {
    Topic {
        slug: slug(r, f),
        name: r.required(f, "name", text),
        on_lists: r
            .optional(f, "section", |r, json| r.word(json, &SECTIONS))
            .unwrap_or_default(),
    }
}

fn listed(r: &mut Reader, json: &Json) -> Listed {
    r.object(json, |r, f| Listed {
        lists: r.required(f, "lists", text),
        count: r.required(f, "count", counting),
        mark: r.required(f, "mark", text),
    })
}

fn counting(r: &mut Reader, json: &Json) -> Counting {
    r.object(json, |r, f| Counting {
        ar: r.required(f, "ar", forms),
        en: r.required(f, "en", forms),
    })
}

fn forms(r: &mut Reader, json: &Json) -> Forms {
    r.object(json, |r, f| Forms {
        zero: r.optional(f, "zero", Reader::string),
        one: r.optional(f, "one", Reader::string),
        two: r.optional(f, "two", Reader::string),
        few: r.optional(f, "few", numbered),
        many: r.optional(f, "many", numbered),
        other: r.required(f, "other", numbered),
    })
}

/// A form that stands for several numbers, and says which one it is.
fn numbered(r: &mut Reader, json: &Json) -> String {
    let problems_before = r.problem_count();
    let form = r.string(json);
    if r.problem_count() == problems_before && !form.contains('#') {
        r.report(|| ProblemKind::NoNumber);
    }
    form
}
