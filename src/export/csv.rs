//! The organizations shown as a table: comma-separated values (RFC 4180) in UTF-8 with a
//! byte order mark, by which Excel knows the encoding.

use crate::atlas::Atlas;
use crate::graph::{EdgeKind, Slice};
use crate::locale::catalog::Messages;
use crate::locale::catalog::export::ExportMessages;
use crate::locale::isolate::without_controls;
use crate::model::SourceKind;
use crate::model::id::{NodeId, SourceId};
use crate::scene::table::{self, Row};
use crate::state::State;
use ::csv::{IntoInnerError, QuoteStyle, Terminator, WriterBuilder};

/// A row for each membership on the day shown, and one for each organization that has none
/// then, under headings in the page's language. A row of a membership cites the pages that name
/// the member, and no others; a row without one those of the organization. What an organization
/// is on the lists by stands in a column of its own. Addresses stand apart by spaces, and so do
/// what each of them is, whose it is, and what it goes back to, in the words of a story's file.
/// Since when an organization is a member, until when, where that is known, and the day of the
/// table are dates of EDTF.
///
/// # Errors
/// Never: a table in memory can always be written.
pub fn csv(atlas: &Atlas, state: &State) -> ::csv::Result<String> {
    let text = tabulate(atlas, state).text(b',')?;
    Ok(["\u{feff}", &text].concat())
}

/// The same table for Excel, which parts cells by the list separator of its region and not by
/// commas in most of Europe and the Arab world: values parted by tabs, in UTF-16, little-endian,
/// with its byte order mark, stand in columns there everywhere.
///
/// # Errors
/// Never: a table in memory can always be written.
pub fn excel(atlas: &Atlas, state: &State) -> ::csv::Result<Vec<u8>> {
    let text = tabulate(atlas, state).text(b'\t')?;
    let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
    Ok(units.flat_map(u16::to_le_bytes).collect())
}

fn tabulate(atlas: &Atlas, state: &State) -> Table {
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let (words, more) = (Messages::of(state.locale), ExportMessages::of(state.locale));
    let mut table = Table::default();
    table.row(&[
        words.column_organization,
        words.column_kind,
        more.memberships,
        more.role,
        more.named_by,
        more.certainty,
        more.lists,
        more.relations,
        more.sources,
        more.source_kinds,
        more.source_hosts,
        more.source_origins,
        more.source_openings,
        more.list_sources,
        more.since,
        more.day,
        more.until,
    ]);
    for row in table::rows(atlas, state, &slice) {
        organization(&mut table, atlas, state, &slice, &row);
    }
    table
}

fn organization(table: &mut Table, atlas: &Atlas, state: &State, slice: &Slice, row: &Row) {
    let story = atlas.ecosystem();
    let words = Messages::of(state.locale);
    let node = NodeId::Organization(row.organization);
    let ties = row.relations.iter().map(|(_, tie)| tie.as_str());
    let ties = ties.collect::<Vec<_>>().join(words.semicolon);
    let told = &story.organizations[row.organization];
    let mut by_lists = Vec::new();
    for listing in told.listings_at(state.date) {
        for id in &listing.sources {
            let url = story.sources[*id].url.as_str();
            if !by_lists.contains(&url) {
                by_lists.push(url);
            }
        }
    }
    let by_lists = by_lists.join(" ");
    let day = state.date.to_string();
    let mut write = |of_membership: [&str; 6], sources: &[SourceId]| {
        let [alliance, role, named_by, certainty, since, until] = of_membership;
        let mut pages: [Vec<&str>; 5] = [const { Vec::new() }; 5];
        for id in sources {
            let source = &story.sources[*id];
            if pages[0].contains(&source.url.as_str()) {
                continue;
            }
            let origin = source.origin.as_deref().unwrap_or(match source.kind {
                SourceKind::Digest => "none",
                _ => "unknown",
            });
            let opening = if source.unopened {
                "unopened"
            } else {
                "opened"
            };
            let (kind, host) = (source.kind.word(), source.host.word());
            let cells = [&source.url, kind, host, origin, opening];
            for (page, cell) in pages.iter_mut().zip(cells) {
                page.push(cell);
            }
        }
        let [addresses, kinds, hosts, origins, openings] = pages.map(|cells| cells.join(" "));
        table.row(&[
            &row.name, &row.kind, alliance, role, named_by, certainty, &row.lists, &ties,
            &addresses, &kinds, &hosts, &origins, &openings, &by_lists, since, &day, until,
        ]);
    };
    let edges = slice.edges().iter().filter(|edge| edge.touches(node));
    let memberships = edges.filter_map(|edge| match edge.kind {
        EdgeKind::Membership(index) => Some(&story.memberships[index]),
        EdgeKind::Relation(_) | EdgeKind::Listing(_) => None,
    });
    for (cell, membership) in row.memberships.iter().zip(memberships) {
        let certainty = words.certainty(cell.certainty);
        let since = story.membership_since(membership).to_string();
        let until = membership.until.map(|until| until.to_string());
        let of_membership = [
            &cell.name,
            &cell.role,
            &cell.named_by,
            certainty.as_str(),
            &since,
            until.as_deref().unwrap_or_default(),
        ];
        write(of_membership, &membership.sources());
    }
    if row.memberships.is_empty() {
        write([""; 6], &told.sources);
    }
}

/// A table that grows row by row.
#[derive(Default)]
struct Table(Vec<Vec<String>>);

impl Table {
    fn row(&mut self, cells: &[&str]) {
        self.0.push(cells.iter().map(|cell| inert(cell)).collect());
    }

    /// The table as text, its cells parted by a character.
    fn text(&self, delimiter: u8) -> ::csv::Result<String> {
        let mut writer = WriterBuilder::new()
            .delimiter(delimiter)
            // Some programs part cells by other characters than commas.
            .quote_style(QuoteStyle::Always)
            .terminator(Terminator::CRLF)
            .from_writer(Vec::new());
        for row in &self.0 {
            writer.write_record(row)?;
        }
        let bytes = writer.into_inner().map_err(IntoInnerError::into_error)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A cell in one line that no program takes for a formula: one that would be begins with an
/// apostrophe. Source: OWASP, "CSV Injection".
fn inert(cell: &str) -> String {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let cell = without_controls(cell);
    if cell.trim_start().starts_with(FORMULA) {
        return ["'", &cell].concat();
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> String {
        let mut table = Table::default();
        table.row(cells);
        table.text(b',').unwrap()
    }

    #[test]
    fn cells_are_quoted() {
        assert_eq!(
            row(&["a", "b c", "d,e", "f\"g", ""]),
            "\"a\",\"b c\",\"d,e\",\"f\"\"g\",\"\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            let written = row(&[formula]);
            assert!(written.starts_with("\"'"), "{formula:?}: {written:?}");
        }
        assert_eq!(row(&["StepFun - Step 3"]), "\"StepFun - Step 3\"\r\n");
    }

    #[test]
    fn a_cell_stays_in_its_row() {
        assert_eq!(row(&["a\r\nb\u{0}\u{202e}"]), "\"ab\"\r\n");
    }
}
