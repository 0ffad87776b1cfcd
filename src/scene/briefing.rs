//! The briefing: what a state shows, in the order in which a printed sheet tells it.

use super::credit;
use super::details::{Writer, naming};
use super::profile::Item;
use super::statement;
use crate::atlas::Atlas;
use crate::graph::{EdgeKind, Slice};
use crate::locale::catalog::Messages;
use crate::locale::catalog::export::ExportMessages;
use crate::locale::format;
use crate::model::Certainty;
use crate::model::id::{AllianceId, NodeId, SourceId};
use crate::state::State;

/// Everything on the sheet but the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Briefing {
    /// The day shown, and what exists on it, by the account asked for.
    pub statement: String,
    /// The story in a few sentences.
    pub summary: String,
    /// The alliances that exist on the day, with their members.
    pub alliances: Vec<Group>,
    /// Why they were formed, as each account says.
    pub aims: Vec<Item>,
    /// The events that carry the story, each with its headline, by date.
    pub events: Vec<(String, Item)>,
    /// Who tells who the members are.
    pub accounts: Vec<Item>,
    /// What is not known, or told in different ways.
    pub uncertainties: Vec<Item>,
    /// The sources of all this, in the order in which they are first cited.
    pub sources: Vec<SourceId>,
    /// Who made the picture, and where the page is.
    pub credit: String,
    /// What may be done with the program and the letters.
    pub licence: &'static str,
}

/// An alliance with its members.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The alliance whose members these are.
    pub alliance: AllianceId,
    /// What the picture calls it.
    pub name: String,
    /// What it is for, unless the story says it by each who says so; and since when it is.
    pub aim: Item,
    /// Its members on the day, as the account asked for names them, by how sure we are of them;
    /// in the order of the file otherwise.
    pub members: Vec<(Certainty, Vec<Member>)>,
}

impl Group {
    /// How many members it has on the day.
    pub fn count(&self) -> usize {
        self.members.iter().map(|(_, members)| members.len()).sum()
    }
}

/// A member in its alliance.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// What the organization is called.
    pub name: String,
    /// The accounts that name the member, in words.
    pub named_by: String,
    /// Its sources.
    pub cites: Vec<SourceId>,
}

/// The briefing of a state: the alliances as its day and its account have them, and what
/// is known of the rest as the story was last seen. `address` is that of the page, for the
/// credit.
pub fn of(atlas: &Atlas, state: &State, slice: &Slice, address: Option<&str>) -> Briefing {
    let (story, locale) = (atlas.ecosystem(), state.locale);
    let words = Messages::of(locale);
    let statement = statement::of(atlas, state, slice).sentence(locale);
    let mut writer = Writer::in_a_row(atlas, locale, state.date);
    let mut alliances = Vec::new();
    for node in slice.nodes() {
        if let NodeId::Alliance(id) = *node {
            alliances.push(group(atlas, state, slice, id, &mut writer));
        }
    }
    let aims = writer.aims(None);
    let mut accounts = Vec::new();
    for (_, account) in story.accounts.iter() {
        let mut item = writer.told(&account.description, &account.sources);
        item.text = [account.name.get(locale), &item.text].join(words.colon);
        accounts.push(item);
    }
    let mut core: Vec<_> = story.events.ids().collect();
    core.retain(|id| story.events[*id].core);
    core.sort_by_key(|id| story.events[*id].when.first_day());
    let mut events = Vec::new();
    for id in core {
        let event = &story.events[id];
        events.push((event.title.get(locale).to_owned(), writer.event_item(event)));
    }
    Briefing {
        statement,
        summary: story.summary.get(locale).to_owned(),
        alliances,
        aims,
        events,
        accounts,
        uncertainties: writer.uncertainties(None),
        sources: writer.sources(),
        credit: credit::line(locale, address),
        licence: ExportMessages::of(locale).licence,
    }
}

fn group(
    atlas: &Atlas,
    state: &State,
    slice: &Slice,
    id: AllianceId,
    writer: &mut Writer<'_>,
) -> Group {
    let (story, locale) = (atlas.ecosystem(), state.locale);
    let words = Messages::of(locale);
    let alliance = &story.alliances[id];
    let node = NodeId::Alliance(id);
    let mut aim = writer.told(&alliance.aim, &alliance.sources);
    if !story.aims.is_empty() {
        // It stands below, by each who says so; the first page is for the members.
        aim.text.clear();
    }
    let since = format::when(locale, alliance.since());
    let begun = if alliance.announced.is_some() {
        words.announced
    } else {
        words.first_reported
    };
    aim.remarks = vec![[begun, words.colon, &since].concat()];
    let mut members: Vec<(Certainty, Vec<Member>)> = Vec::new();
    for edge in slice.edges() {
        let EdgeKind::Membership(index) = edge.kind else {
            continue;
        };
        if edge.from != node {
            continue;
        }
        let membership = &story.memberships[index];
        let sources = membership.sources();
        let member = Member {
            name: story.node_name(edge.to, locale).to_owned(),
            named_by: naming(story, membership, locale),
            cites: writer.cite(&sources),
        };
        let certainty = story.membership_certainty(membership);
        match members.iter_mut().find(|(of, _)| *of == certainty) {
            Some((_, alike)) => alike.push(member),
            None => members.push((certainty, vec![member])),
        }
    }
    Group {
        alliance: id,
        name: alliance.short.get(locale).to_owned(),
        aim,
        members,
    }
}
