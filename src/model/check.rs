//! Bytes to a model, or every problem at once.
//!
//! Two passes over one tree: the first collects the ids, so that the second can
//! link while it reads and name the id that was probably meant.

mod cited;
mod dates;
mod warn;

use super::id::{Id, NodeId, SourceId};
use super::read::source::Provenance;
use super::{Ecosystem, Subject, distinct_accounts, read};
use crate::document::nearest::nearest;
use crate::document::problem::{Kind, Problem, ProblemKind};
use crate::document::read::Reader;
use crate::document::{Json, parse};

pub use warn::warnings;

/// The version of the format that this program reads.
pub const FORMAT: i64 = 2;

/// The story in a file.
///
/// # Errors
/// Every [`Problem`] of the file, in the order of reading.
///
/// ```
/// use tahaluf::model::check;
/// let problems = check::read(b"{\"format\": 2}").unwrap_err();
/// assert!(problems.len() >= 10, "every missing field is named");
/// ```
pub fn read(bytes: &[u8]) -> Result<Ecosystem, Vec<Problem>> {
    let tree = parse(bytes).map_err(|problem| vec![problem])?;
    // Of a file of another format all that could be said is that it is of another format.
    if let Some(problem) = other_format(&tree) {
        return Err(vec![problem]);
    }
    let mut reader = Reader::default();
    let ids = Ids::collect(&tree, &mut reader);
    let ecosystem = read::ecosystem(&mut reader, &tree, &ids);
    if reader.problem_count() > 0 {
        return Err(reader.into_problems());
    }
    // Dates are compared where all of them are dates.
    let contradictions = dates::contradictions(&ecosystem);
    if contradictions.is_empty() {
        Ok(ecosystem)
    } else {
        Err(contradictions)
    }
}

/// The problem of a file that says that it is of another format.
fn other_format(tree: &Json) -> Option<Problem> {
    let found = match tree.get("format") {
        Some(Json::Whole(found)) if *found != FORMAT => *found,
        _ => return None,
    };
    let kind = match found {
        1 => ProblemKind::OldFormat { found },
        _ => ProblemKind::UnknownFormat { found },
    };
    Some(Problem {
        pointer: "/format".to_owned(),
        kind,
    })
}

/// The ids of every table, in the order of the file.
pub(super) struct Ids<'a> {
    sources: Vec<&'a str>,
    accounts: Vec<&'a str>,
    lists: Vec<&'a str>,
    alliances: Vec<&'a str>,
    organizations: Vec<&'a str>,
    events: Vec<&'a str>,
    /// The ids of each table of words, by the name of the table.
    words: Vec<(&'static str, Vec<&'a str>)>,
    provenance: Provenance<'a>,
}

impl<'a> Ids<'a> {
    fn collect(tree: &'a Json, reader: &mut Reader) -> Self {
        let ids = Self {
            sources: ids_of(tree, "sources"),
            accounts: ids_of(tree, "accounts"),
            lists: ids_of(tree, "lists"),
            alliances: ids_of(tree, "alliances"),
            organizations: ids_of(tree, "organizations"),
            events: ids_of(tree, "events"),
            words: words_of(tree),
            provenance: Provenance::of(tree),
        };
        // A link's `only` names a kind or a tie.
        let (in_links, others): (Vec<_>, Vec<_>) = ids
            .words
            .iter()
            .map(|(table, ids)| (*table, ids))
            .partition(|(table, _)| matches!(*table, "kinds" | "ties"));
        reader.at("words", |reader| {
            report_doubles(reader, &in_links);
            for table in others {
                report_doubles(reader, &[table]);
            }
        });
        for table in [
            "sources",
            "accounts",
            "lists",
            "relations",
            "products",
            "quotes",
            "aims",
            "uncertainties",
            "steps",
        ] {
            report_doubles(reader, &[(table, &ids_of(tree, table))]);
        }
        // A link's focus names an alliance, an organization or an event.
        report_doubles(
            reader,
            &[
                ("alliances", &ids.alliances),
                ("organizations", &ids.organizations),
                ("events", &ids.events),
            ],
        );
        ids
    }

    fn of(&self, kind: Kind) -> Vec<&'a str> {
        match kind {
            Kind::Source => self.sources.clone(),
            Kind::Account => self.accounts.clone(),
            Kind::List => self.lists.clone(),
            Kind::Alliance => self.alliances.clone(),
            Kind::Organization => self.organizations.clone(),
            Kind::Node => [&self.alliances[..], &self.organizations].concat(),
            Kind::Subject => [&self.alliances[..], &self.organizations, &self.events].concat(),
            _ => {
                let mut tables = self.words.iter();
                let table = tables.find(|(table, _)| kind.words() == Some(table));
                table.map_or_else(Vec::new, |(_, ids)| ids.clone())
            }
        }
    }

    /// Whether the story tells accounts apart.
    pub(super) const fn has_accounts(&self) -> bool {
        !self.accounts.is_empty()
    }

    /// What a source goes back to in the end.
    pub(super) fn origin(&self, source: &str) -> Option<&str> {
        let index = self.sources.iter().position(|id| *id == source)?;
        let source = &self.provenance.sources[SourceId::from_index(index)];
        source.origin.as_deref()
    }

    /// Whether what a source goes back to goes back to that source.
    pub(super) fn leads_to_itself(&self, source: &str) -> bool {
        self.provenance.circular.contains(&source)
    }

    /// The origin, or the source, that differs from a text by capitals and spaces only.
    pub(super) fn origin_spelt_like(&self, text: &str) -> Option<String> {
        let spelt = text.trim().to_lowercase();
        let spelt = spelt.split_whitespace().collect::<Vec<_>>().join("-");
        let origins = self.provenance.sources.iter();
        let origins = origins.filter_map(|(_, source)| source.origin.as_deref());
        let mut known = self.sources.iter().copied().chain(origins);
        known.find(|known| *known == spelt).map(str::to_owned)
    }

    /// How many independent accounts stand behind these sources.
    pub(super) fn accounts(&self, sources: &[SourceId]) -> usize {
        distinct_accounts(sources.iter().map(|id| &self.provenance.sources[*id]))
    }

    /// The alliance or organization that a reference stands for.
    pub(super) fn node(&self, reader: &mut Reader, json: &Json) -> NodeId {
        self.node_at(self.index(reader, json, Kind::Node))
    }

    /// The alliance, organization or event that a reference stands for.
    pub(super) fn subject(&self, reader: &mut Reader, json: &Json) -> Subject {
        let index = self.index(reader, json, Kind::Subject);
        let nodes = self.alliances.len() + self.organizations.len();
        match index.checked_sub(nodes) {
            Some(event) => Subject::Event(Id::from_index(event)),
            None => Subject::Node(self.node_at(index)),
        }
    }

    fn node_at(&self, index: usize) -> NodeId {
        match index.checked_sub(self.alliances.len()) {
            Some(organization) => NodeId::Organization(Id::from_index(organization)),
            None => NodeId::Alliance(Id::from_index(index)),
        }
    }

    /// The place in its table of what a reference stands for.
    pub(super) fn index(&self, reader: &mut Reader, json: &Json, kind: Kind) -> usize {
        let problems_before = reader.problem_count();
        let id = reader.id(json);
        let candidates = self.of(kind);
        if let Some(index) = candidates.iter().position(|candidate| *candidate == id) {
            return index;
        }
        // A value that is no id at all has been reported already.
        if reader.problem_count() == problems_before {
            reader.report(|| ProblemKind::UnknownId {
                found: id.to_owned(),
                of: kind,
                suggestion: nearest(id, &candidates),
            });
        }
        0
    }
}

/// The tables of words, each with the ids of its entries.
fn words_of(tree: &Json) -> Vec<(&'static str, Vec<&str>)> {
    let kinds = [
        Kind::Kind,
        Kind::Role,
        Kind::Tie,
        Kind::Rank,
        Kind::End,
        Kind::Topic,
        Kind::Lane,
    ];
    let words = tree.get("words");
    let tables = kinds.into_iter().filter_map(Kind::words);
    tables
        .map(|table| {
            (
                table,
                words.map_or_else(Vec::new, |words| ids_of(words, table)),
            )
        })
        .collect()
}

/// The ids of one table; an entry without one leaves its place empty.
fn ids_of<'a>(tree: &'a Json, table: &str) -> Vec<&'a str> {
    let entries = match tree.get(table) {
        Some(Json::Array(entries)) => entries.as_slice(),
        _ => &[],
    };
    let id = |entry: &'a Json| match entry.get("id") {
        Some(Json::String(id)) => id.as_str(),
        _ => "",
    };
    entries.iter().map(id).collect()
}

/// Reports every id that stands a second time in tables that share a name space.
fn report_doubles(reader: &mut Reader, tables: &[(&str, &Vec<&str>)]) {
    let mut seen: Vec<&str> = Vec::new();
    for (table, ids) in tables {
        for (index, id) in ids.iter().enumerate() {
            if seen.contains(id) {
                reader.at(table, |reader| {
                    reader.at(&index.to_string(), |reader| {
                        reader.at("id", |reader| {
                            reader.report(|| ProblemKind::DuplicateId {
                                found: (*id).to_owned(),
                            });
                        });
                    });
                });
            } else if !id.is_empty() {
                seen.push(id);
            }
        }
    }
}
