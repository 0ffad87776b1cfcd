//! The accounts side by side: whom each names on a day, and where they differ.
//!
//! An account that names nobody of an alliance is silent about it. That is told apart from an
//! account that names others of that alliance, and neither denies that somebody is a member.

use super::highlight::Highlight;
use super::network::{self, NetworkScene};
use super::vocabulary::Vocabulary;
use crate::atlas::Atlas;
use crate::graph::{EdgeKind, Query, Slice};
use crate::layout::Layout;
use crate::locale::Locale;
use crate::locale::catalog::compare::CompareMessages;
use crate::locale::catalog::{Messages, fill};
use crate::locale::format;
use crate::locale::isolate::isolated;
use crate::model::id::{AccountId, AllianceId, NodeId, OrganizationId};
use crate::model::{Ecosystem, Subject};
use crate::state::{Choice, State};

/// All that a comparison depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The language.
    pub locale: Locale,
    /// The day, and whether the relations are shown; of all accounts.
    query: Query,
}

impl From<&State> for Input {
    fn from(state: &State) -> Self {
        let query = Query {
            account: None,
            ..state.query()
        };
        Self {
            locale: state.locale,
            query,
        }
    }
}

/// The most that a picture may be taller than wide, to stand whole in a window with names that can
/// be read; `assets/studio.css` makes room for as much.
const TALLEST: f64 = 1.08;

/// Whether the pictures of a layout are too tall to stand whole in most windows with their names:
/// of more than two alliances, stacked, they grow with each.
pub fn is_tall(layout: &Layout) -> bool {
    layout.size.height > TALLEST * layout.size.width
}

/// What each account says of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// One for each account that ever names a member, in the order of the file: the same on every
    /// day, so that none changes its place while the day moves.
    pub columns: Vec<Column>,
    /// The alliances of the day that have members, in the order of the file.
    pub groups: Vec<Group>,
}

/// An account, and what of the network it tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Who it is.
    pub account: AccountId,
    /// Its id in links.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// "10 of 13 named"; before there is an alliance, that there is none.
    pub count: String,
    /// What exists on the day as the account tells it.
    pub slice: Slice,
}

/// The members of an alliance, as the accounts name them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The alliance.
    pub alliance: AllianceId,
    /// What the picture calls it.
    pub name: String,
    /// The members that some accounts name and others do not, in the order of the file.
    pub differing: Vec<Row>,
    /// The members that every account names.
    pub agreed: Vec<Row>,
    /// "the same in all: 3 organisations"
    pub agreed_count: String,
}

/// A member of an alliance, with what each account says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The member.
    pub organization: OrganizationId,
    /// What it is called.
    pub name: String,
    /// One for each column.
    pub cells: Vec<Says>,
}

/// What an account says of a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It names the member.
    Names,
    /// It names others of the alliance, and not this one.
    NamesOthers,
    /// It names nobody of the alliance.
    Silent,
}

impl Says {
    /// The same in words.
    pub const fn words(self, words: &CompareMessages) -> &'static str {
        match self {
            Self::Names => words.names,
            Self::NamesOthers => words.names_others,
            Self::Silent => words.silent,
        }
    }
}

/// The comparison on the day of a state.
pub fn of(atlas: &Atlas, input: impl Into<Input>) -> Comparison {
    let Input { locale, query } = input.into();
    let (story, words) = (atlas.ecosystem(), CompareMessages::of(locale));
    let all = Slice::of(atlas.graph(), story, query);
    let members = named(&all);
    let mut columns = Vec::new();
    for account in story.naming_accounts() {
        let query = Query {
            account: Some(account),
            ..query
        };
        let slice = Slice::of(atlas.graph(), story, query);
        let count = if members == 0 {
            Messages::of(locale).no_alliance_yet.to_owned()
        } else {
            let sentence = words.named_among.say(locale, named(&slice));
            sentence.replace("[]", &members.to_string())
        };
        let told = &story.accounts[account];
        columns.push(Column {
            account,
            slug: told.slug.clone(),
            name: told.name.get(locale).to_owned(),
            count,
            slice,
        });
    }
    let mut groups = Vec::new();
    for alliance in story.alliances.ids() {
        groups.extend(group(atlas, locale, alliance, &all, &columns));
    }
    Comparison { columns, groups }
}

/// How many organizations are named as members of any alliance.
fn named(slice: &Slice) -> usize {
    let members = slice.nodes().iter();
    let members = members.filter(|node| !slice.alliances_of(**node).is_empty());
    members.count()
}

/// An alliance's members; nothing where it has none on the day.
fn group(
    atlas: &Atlas,
    locale: Locale,
    alliance: AllianceId,
    all: &Slice,
    columns: &[Column],
) -> Option<Group> {
    let story = atlas.ecosystem();
    let hub = NodeId::Alliance(alliance);
    let (mut differing, mut agreed) = (Vec::new(), Vec::new());
    for edge in all.edges_at(hub) {
        let (EdgeKind::Membership(_), NodeId::Organization(organization)) = (edge.kind, edge.to)
        else {
            continue;
        };
        let mut cells = Vec::new();
        for column in columns {
            let mut named = column.slice.edges_at(hub);
            cells.push(if named.any(|other| other.index == edge.index) {
                Says::Names
            } else if column.slice.member_count(alliance) > 0 {
                Says::NamesOthers
            } else {
                Says::Silent
            });
        }
        let row = Row {
            organization,
            name: story.organizations[organization]
                .name
                .get(locale)
                .to_owned(),
            cells,
        };
        if row.differs() {
            differing.push(row);
        } else {
            agreed.push(row);
        }
    }
    let count = Messages::of(locale).organizations;
    let count = count.say(locale, agreed.len());
    (!differing.is_empty() || !agreed.is_empty()).then(|| Group {
        alliance,
        name: story.alliances[alliance].short.get(locale).to_owned(),
        agreed_count: fill(CompareMessages::of(locale).same_in_all, &count),
        differing,
        agreed,
    })
}

impl Row {
    /// Whether the accounts do not all name it.
    pub fn differs(&self) -> bool {
        self.cells.iter().any(|says| *says != Says::Names)
    }
}

impl Comparison {
    /// Whether every account names an organization in each alliance that it is said to be in.
    pub fn is_agreed(&self, organization: OrganizationId) -> bool {
        self.differing().all(|it| it != organization)
    }

    /// The picture of a column. A hub of which the account names nobody is left out: it would say
    /// that there are none. `ids` is what the ids in it begin with.
    pub fn picture(
        &self,
        atlas: &Atlas,
        layout: &Layout,
        column: &Column,
        locale: Locale,
        ids: &str,
    ) -> NetworkScene {
        let mut scene = network::of(atlas, layout, &column.slice, locale, ids);
        let is_silent = |group: &Group, node| {
            NodeId::Alliance(group.alliance) == node
                && column.slice.member_count(group.alliance) == 0
        };
        scene.nodes.retain(|mark| {
            let mut groups = self.groups.iter();
            !groups.any(|group| is_silent(group, mark.node))
        });
        scene
    }

    /// What stands out of a column: what is previewed or chosen, as in the picture of one account;
    /// where nothing is, the members that some accounts name and others do not.
    pub fn highlight(
        &self,
        atlas: &Atlas,
        column: &Column,
        choice: Choice,
        preview: Option<NodeId>,
    ) -> Highlight {
        let chosen = Highlight::of(atlas.ecosystem(), &column.slice, choice, preview);
        if !chosen.is_plain() {
            return chosen;
        }
        let mut nodes: Vec<_> = self.differing().map(NodeId::Organization).collect();
        if !nodes.is_empty() {
            // An alliance of which the account names nobody is none of its picture.
            let hubs = self.groups.iter().map(|group| group.alliance);
            let told = hubs.filter(|hub| column.slice.member_count(*hub) > 0);
            nodes.extend(told.map(NodeId::Alliance));
        }
        chosen.or_among(&column.slice, nodes)
    }

    /// What is said below the columns: who names what is looked at; where nothing is, on how many
    /// members the accounts differ.
    pub fn said(&self, atlas: &Atlas, locale: Locale, subject: Option<Subject>) -> String {
        let story = atlas.ecosystem();
        match subject {
            None => self.difference(story, locale),
            Some(Subject::Event(id)) => story.events[id].title.get(locale).to_owned(),
            Some(Subject::Node(node @ NodeId::Organization(id))) => self
                .sentence(locale, id)
                .unwrap_or_else(|| isolated(story.node_name(node, locale))),
            Some(Subject::Node(node @ NodeId::Alliance(id))) => {
                let named = &Messages::of(locale).named;
                let mut parts = Vec::new();
                for column in &self.columns {
                    let count = match column.slice.member_count(id) {
                        0 => CompareMessages::of(locale).silent.to_owned(),
                        count => named.say(locale, count),
                    };
                    let colon = Messages::of(locale).colon;
                    parts.push([&isolated(&column.name), colon, &count].concat());
                }
                let name = isolated(story.node_name(node, locale));
                [&name, " – ", &parts.join(Messages::of(locale).semicolon)].concat()
            }
        }
    }

    /// On how many members the accounts differ, in words.
    fn difference(&self, story: &Ecosystem, locale: Locale) -> String {
        let (words, all) = (CompareMessages::of(locale), Messages::of(locale));
        if self.groups.is_empty() {
            return all.no_alliance_yet.to_owned();
        }
        let mut differing: Vec<_> = self.differing().collect();
        differing.sort_unstable();
        differing.dedup();
        if differing.is_empty() {
            return words.agreed.to_owned();
        }
        let count = Vocabulary::of(story, locale).members(differing.len());
        [&fill(words.differing, &count), ". ", words.hint].concat()
    }

    /// The members that some accounts name and others do not, once an alliance.
    fn differing(&self) -> impl Iterator<Item = OrganizationId> {
        let rows = self.groups.iter().flat_map(|group| &group.differing);
        rows.map(|row| row.organization)
    }

    /// Who names an organization as a member and who does not, in a sentence an alliance; nothing
    /// of an organization that nobody names on the day.
    pub fn sentence(&self, locale: Locale, organization: OrganizationId) -> Option<String> {
        let words = Messages::of(locale);
        let mut sentences = Vec::new();
        for group in &self.groups {
            let mut rows = group.differing.iter().chain(&group.agreed);
            let Some(row) = rows.find(|row| row.organization == organization) else {
                continue;
            };
            let list = |wanted: bool| {
                let columns = self.columns.iter().zip(&row.cells);
                let names = columns
                    .filter(|(_, says)| (**says == Says::Names) == wanted)
                    .map(|(column, _)| isolated(&column.name));
                let names: Vec<_> = names.collect();
                (!names.is_empty()).then(|| format::list(locale, &names))
            };
            let mut parts = Vec::new();
            parts.extend(list(true).map(|names| fill(words.named_by, &names)));
            parts.extend(list(false).map(|names| fill(words.not_named_by, &names)));
            let parts = parts.join(words.semicolon);
            sentences.push([&isolated(&group.name), words.colon, &parts].concat());
        }
        let name = self.name_of(organization)?;
        let said = sentences.join(" · ");
        Some([&isolated(name), " – ", &said].concat())
    }

    fn name_of(&self, organization: OrganizationId) -> Option<&str> {
        let mut groups = self.groups.iter();
        groups.find_map(|group| {
            let mut rows = group.differing.iter().chain(&group.agreed);
            let row = rows.find(|row| row.organization == organization)?;
            Some(row.name.as_str())
        })
    }
}
