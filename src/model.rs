//! The story as the program knows it: checked, linked, immutable.
//!
//! Every reference is an index that holds, every text is there in every
//! language, every source exists. An [`Ecosystem`] is made by `model::check`,
//! which gives every problem of a file instead where there is one, or read from
//! an edition of one that was.

#[cfg(feature = "studio")]
pub mod check;
pub mod id;
#[cfg(feature = "studio")]
mod read;
pub mod text;
pub mod words;

use crate::date::{Date, Span, When};
use crate::locale::Locale;
use id::{
    AccountId, AllianceId, EndId, EventId, KindId, LaneId, ListId, NodeId, OrganizationId, RankId,
    RoleId, SourceId, StepId, Table, TieId, TopicId,
};
use serde::{Deserialize, Serialize};
use text::{Name, OtherName, Text};
use words::{Shape, Words};

/// Everything that a story says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ecosystem {
    /// Where and when, in a few words above the title.
    pub kicker: Text,
    /// The headline.
    pub title: Text,
    /// One or two sentences below it: why, and what is not agreed.
    pub standfirst: Option<Text>,
    /// Two or three sentences: the story at a glance.
    pub summary: Text,
    /// The day on which the facts were last checked.
    pub as_of: Date,
    /// How far the sources reach, to the month or the day: of what came later, nobody
    /// whom the story cites had reported.
    pub sources_to: When,
    /// The time that the timeline's close-up opens with.
    pub window: Span,
    /// What its members, ties and lanes are called.
    pub words: Words,
    /// Who names members: independent or relayed accounts, in the order of telling.
    pub accounts: Table<AccountId, Account>,
    /// Official lists that organizations can be on.
    pub lists: Table<ListId, OfficialList>,
    /// The alliances.
    pub alliances: Table<AllianceId, Alliance>,
    /// The organizations, members or not.
    pub organizations: Table<OrganizationId, Organization>,
    /// Who is said to be in what.
    pub memberships: Vec<Membership>,
    /// What else ties organizations to each other.
    pub relations: Vec<Relation>,
    /// What happened, or was scheduled, by date.
    pub events: Table<EventId, Event>,
    /// What organizations showed.
    pub products: Vec<Product>,
    /// What people said, in our words.
    pub quotes: Vec<Quote>,
    /// Why there are alliances, each reason as somebody gives it.
    pub aims: Vec<Aim>,
    /// What is not known, or told in different ways.
    pub uncertainties: Vec<Uncertainty>,
    /// How it is told, step by step; none where nobody wrote them.
    pub steps: Table<StepId, Step>,
    /// Where all of it is from.
    pub sources: Table<SourceId, Source>,
}

/// Someone who tells who the members are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Account {
    /// Its id in the file and in links.
    pub slug: String,
    /// What it is called.
    pub name: Text,
    /// What it is, in a sentence.
    pub description: Text,
    /// The pages that it stands on.
    pub sources: Vec<SourceId>,
}

/// A government's list of organizations.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OfficialList {
    /// Its id in the file.
    pub slug: String,
    /// What it is called.
    pub name: Text,
    /// What being on it means, in a sentence.
    pub description: Text,
    /// The authority that keeps the list.
    pub authority: OrganizationId,
    /// What an entry is as a tie of the authority to whom it lists; none where it is just one.
    pub tie: Option<TieId>,
    /// Where that is said.
    pub sources: Vec<SourceId>,
}

/// A group of organizations.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Alliance {
    /// Its id in the file and in links.
    pub slug: String,
    /// Its full name.
    pub name: Name,
    /// What the picture and running text call it.
    pub short: Text,
    /// What it is for.
    pub aim: Text,
    /// When it was announced, where that is known.
    pub announced: Option<When>,
    /// When it was first reported.
    pub reported: When,
    /// Where it was announced, where that is known.
    pub place: Option<Text>,
    /// The organization that started it, where one is known.
    pub initiator: Option<OrganizationId>,
    /// Its end, where it has one.
    pub dissolved: Option<Ending>,
    /// Where accounts differ.
    pub disputed: Option<Text>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Other names and spellings.
    pub also: Vec<OtherName>,
    /// Where all this is said.
    pub sources: Vec<SourceId>,
}

impl Alliance {
    /// From when on it exists for us: its announcement, else the first report.
    pub fn since(&self) -> When {
        self.announced.unwrap_or(self.reported)
    }

    /// Whether it exists on a day.
    pub fn exists_at(&self, date: Date) -> bool {
        self.since().first_day() <= date && !has_ended(self.dissolved.as_ref(), date)
    }
}

/// A company, body or authority.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Organization {
    /// Its id in the file and in links.
    pub slug: String,
    /// What it is called.
    pub name: Name,
    /// Whether the Arabic spelling of its name was found in a source.
    pub arabic_name_sourced: bool,
    /// The kind of organization, which gives its node a shape; none in a story without kinds.
    pub kind: Option<KindId>,
    /// What it does, in a sentence.
    pub description: Text,
    /// Where it is based.
    pub city: Option<Fact>,
    /// When it was founded.
    pub founded: Option<Founding>,
    /// Its end, where it has one.
    pub dissolved: Option<Ending>,
    /// What else is known of it, by topic.
    pub facts: Vec<TopicalFact>,
    /// The official lists that it was put on.
    pub listings: Vec<Listing>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Other names and spellings.
    pub also: Vec<OtherName>,
    /// Where all this is said.
    pub sources: Vec<SourceId>,
}

impl Organization {
    /// Whether it exists on a day: a founding that is not known hides nothing.
    pub fn exists_at(&self, date: Date) -> bool {
        let founded = self.founded.as_ref();
        founded.is_none_or(|founded| founded.when.first_day() <= date)
            && !has_ended(self.dissolved.as_ref(), date)
    }

    /// The lists that it is on at a day.
    pub fn listings_at(&self, date: Date) -> impl Iterator<Item = &Listing> {
        self.listings
            .iter()
            .filter(move |listing| listing.time().contains(date))
    }
}

/// A sentence with its sources.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Fact {
    /// What is known.
    pub text: Text,
    /// Where sources differ.
    pub disputed: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// A founding date with its sources.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Founding {
    /// When the organization was founded: a day, a month or a year.
    pub when: When,
    /// Where sources differ.
    pub disputed: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// A fact of one of the story's topics.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TopicalFact {
    /// What it is about.
    pub topic: TopicId,
    /// What is known.
    pub fact: Fact,
}

impl Listing {
    /// The days on which it is in force.
    pub fn time(&self) -> Span {
        lasts(self.from, self.until)
    }
}

/// How an organization or an alliance ended, with its sources.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ending {
    /// Its last day, month or year.
    pub when: When,
    /// How it ended; none where that is not told.
    pub how: Option<EndId>,
    /// The organization or alliance in which it went on, where there is one.
    pub successor: Option<NodeId>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// The most alliances whose fields can be drawn round their hubs without a stranger in one.
const MOST_HUBS: usize = 2;
/// The most members whose names have room round two hubs.
const MOST_SPOKES: usize = 25;

/// Whether an end came before a day: on its last day a thing is still there.
fn has_ended(ending: Option<&Ending>, date: Date) -> bool {
    ending.is_some_and(|ending| ending.when.last_day() < date)
}

/// The days from the first that `from` may mean to the last that `until` may mean, both of them
/// included; to the end of time where nothing ended.
fn lasts(from: When, until: Option<When>) -> Span {
    Span {
        first: from.first_day(),
        last: until.map_or(Date::MAX, When::last_day),
    }
}

/// An organization's entry on an official list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Listing {
    /// The list that the organization is on.
    pub list: ListId,
    /// From when on it is on the list.
    pub from: When,
    /// The last day, month or year on the list; none where it is still on it.
    pub until: Option<When>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// That an organization is said to be in an alliance.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Membership {
    /// The organization that is a member.
    pub organization: OrganizationId,
    /// The alliance that it is a member of.
    pub alliance: AllianceId,
    /// The part that the member plays in the alliance; none where it is just a member.
    pub role: Option<RoleId>,
    /// From when on, where it differs from the alliance's own beginning.
    pub from: Option<When>,
    /// Its last day, month or year; none where it goes on.
    pub until: Option<When>,
    /// How it ended, where that is told.
    pub left: Option<Leaving>,
    /// Its ranks, one after the other; none where it is a full membership throughout.
    pub ranks: Vec<Ranking>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Who says so, with their pages.
    pub named_by: Vec<Naming>,
    /// The pages that say so in a story that does not tell accounts apart.
    pub sources: Vec<SourceId>,
}

/// How a membership ended.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Leaving {
    /// How it ended; none where that is not told.
    pub how: Option<EndId>,
    /// Why, in a sentence.
    pub text: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// The rank of a membership for some time.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ranking {
    /// The rank.
    pub rank: RankId,
    /// From when on; none: from the beginning of the membership.
    pub from: Option<When>,
    /// Its last day, month or year; none: to the end of the membership.
    pub until: Option<When>,
    /// Where it is said; none where the membership's own pages do.
    pub sources: Vec<SourceId>,
}

impl Membership {
    /// Every page that names it, in the order of the accounts.
    pub fn sources(&self) -> Vec<SourceId> {
        let mut sources = Vec::new();
        for naming in &self.named_by {
            sources.extend_from_slice(&naming.sources);
        }
        sources.extend_from_slice(&self.sources);
        sources
    }

    /// Whether an account names it.
    pub fn is_named_by(&self, account: AccountId) -> bool {
        self.named_by.iter().any(|naming| naming.account == account)
    }
}

/// That an account names a member, and where.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Naming {
    /// The account that names the member.
    pub account: AccountId,
    /// The pages on which it does.
    pub sources: Vec<SourceId>,
}

/// A tie from an organization to another, or to an alliance.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Relation {
    /// Who acts: the investor, the chip, the authority.
    pub from: OrganizationId,
    /// Whom the act concerns: the company invested in, the customer, whom a rule is for.
    pub to: NodeId,
    /// The kind of tie, which gives its line a dash.
    pub kind: TieId,
    /// Since when, or when it was last seen.
    pub when: When,
    /// Its last day, month or year; none where it goes on.
    pub until: Option<When>,
    /// What the tie is, in a sentence.
    pub text: Text,
    /// Where sources differ.
    pub disputed: Option<Text>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

impl Relation {
    /// The days on which it is drawn.
    pub fn time(&self) -> Span {
        lasts(self.when, self.until)
    }
}

/// Something that happened, or was only scheduled.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Event {
    /// Its id in the file and in links.
    pub slug: String,
    /// When it happened, or was to happen.
    pub when: When,
    /// The lane of the timeline that it stands in.
    pub lane: LaneId,
    /// Whether it carries the story.
    pub core: bool,
    /// Announced for that date; whether it happened is not known.
    pub scheduled: bool,
    /// Its headline.
    pub title: Text,
    /// The few words beside its mark, for core events.
    pub label: Option<Text>,
    /// What happened, in a sentence.
    pub text: Text,
    /// Where sources differ.
    pub disputed: Option<Text>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// The alliances and organizations that it concerns.
    pub about: Vec<NodeId>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// Something that an organization made or showed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Product {
    /// What it is called.
    pub name: Text,
    /// The organization that made it.
    pub organization: OrganizationId,
    /// When it was shown or released.
    pub when: When,
    /// What it is and does, in a sentence or two.
    pub text: Text,
    /// Where sources differ.
    pub disputed: Option<Text>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// What a person said, in our words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Quote {
    /// The person who is quoted.
    pub person: Name,
    /// The office in which the person speaks.
    pub role: Text,
    /// The organization that the person speaks for.
    pub organization: Option<OrganizationId>,
    /// What the person said, paraphrased: without a subject, as “Said that …”.
    pub text: Text,
    /// When it was said, where that is known.
    pub when: Option<When>,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// Why alliances were formed, as somebody says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Aim {
    /// The alliances whose aim it is.
    pub about: Vec<AllianceId>,
    /// Who says so, where it is one of the accounts of who the members are.
    pub account: Option<AccountId>,
    /// The reason, attributed within the text.
    pub text: Text,
    /// Where it is said.
    pub sources: Vec<SourceId>,
}

/// What is not known, or told in different ways.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Uncertainty {
    /// What is not known, in a sentence or two.
    pub text: Text,
    /// The subjects that it concerns.
    pub about: Vec<Subject>,
    /// The accounts that differ, or where the gap shows.
    pub sources: Vec<SourceId>,
}

/// One step of the story as it is told: a few sentences, and what is seen meanwhile.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Step {
    /// Its id in the file and in links.
    pub slug: String,
    /// What it is about, in a few words.
    pub title: Text,
    /// What is told, in one to three sentences.
    pub text: Text,
    /// The same in some 25 words, for a phone and for a room.
    pub short: Option<Text>,
    /// What whoever tells it may want to add.
    pub note: Text,
    /// The day that everything shows.
    pub date: Date,
    /// What the details are about.
    pub focus: Option<Subject>,
    /// What stands out besides.
    pub emphasis: Vec<Subject>,
    /// Whether the layer of relations is on.
    pub relations: bool,
    /// What the timeline's close-up shows; left out: what it opens with.
    pub window: Option<Span>,
    /// The nodes that the camera brings close; none: the whole picture.
    pub around: Vec<NodeId>,
    /// The two accounts whose pictures a room sees side by side; none: one picture of all.
    pub accounts: Vec<AccountId>,
    /// Where all this is said.
    pub sources: Vec<SourceId>,
}

/// What an uncertainty, or the reader's attention, can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An alliance or an organization.
    Node(NodeId),
    /// An event.
    Event(EventId),
}

impl Subject {
    /// The alliance or organization that it is, if it is one.
    pub const fn node(self) -> Option<NodeId> {
        match self {
            Self::Node(node) => Some(node),
            Self::Event(_) => None,
        }
    }
}

impl Default for Subject {
    fn default() -> Self {
        Self::Node(NodeId::default())
    }
}

/// What a source is to the facts that it states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The act itself: a rule, a filing, a notice of an authority or an exchange, a
    /// company's own page.
    Document,
    /// The publisher found it out, or read the document.
    #[default]
    Report,
    /// It carries or rewrites what somebody else reported.
    Relay,
    /// It was compiled without reporting: an aggregator, an encyclopedia, a list.
    Digest,
}

/// Whose address a source has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Host {
    /// The publisher's own address.
    #[default]
    Own,
    /// That of somebody who carries the publisher's text openly.
    Syndicated,
    /// That of somebody who copied the text.
    Copy,
    /// The publisher's, but one that is not meant for readers.
    Staging,
    /// The publisher's home page, for want of the address of the page itself.
    Home,
}

/// A page that something rests on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Source {
    /// Its id in the file.
    pub slug: String,
    /// The name of who published it.
    pub publisher: String,
    /// Its own title, in its own language.
    pub title: String,
    /// Its address, http or https.
    pub url: String,
    /// The BCP 47 tag of its language.
    pub language: String,
    /// When it was published.
    pub published: Option<When>,
    /// What it is.
    pub kind: SourceKind,
    /// Whose address it has.
    pub host: Host,
    /// The report or the document that it goes back to in the end, where that is known:
    /// pages of one origin are one account. A digest has none.
    pub origin: Option<String>,
    /// Whether nobody opened it: its address, and what it says, were seen in other pages only.
    pub unopened: bool,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

impl SourceKind {
    /// Its word in files: in a story's own, and in what is exported.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Report => "report",
            Self::Relay => "relay",
            Self::Digest => "digest",
        }
    }
}

impl Host {
    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Syndicated => "syndicated",
            Self::Copy => "copy",
            Self::Staging => "staging",
            Self::Home => "home",
        }
    }
}

impl Source {
    /// The account that it counts for: its origin. A digest counts for nothing, nor does a
    /// home page, which states nothing, nor what goes back to nobody knows what.
    pub fn account(&self) -> Option<&str> {
        match (self.kind, self.host) {
            (SourceKind::Digest, _) | (_, Host::Home) => None,
            _ => self.origin.as_deref(),
        }
    }

    /// Whether it is the document itself.
    fn is_document(&self) -> bool {
        self.kind == SourceKind::Document && self.host != Host::Home
    }
}

/// What all that counts for a fact is short of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Known only from others who relay it: neither a document nor anybody's own report is
    /// among the pages.
    pub relayed: bool,
    /// Nobody opened any of the pages.
    pub unopened: bool,
}

/// How sure we are of something, from its sources; never written in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It was announced for a date; whether it happened is not known.
    Announced(Basis),
    /// Sources differ.
    Disputed(Basis),
    /// An official or original document states it.
    Documented {
        /// Whether nobody opened it, nor any other page that counts.
        unopened: bool,
    },
    /// So many independent accounts say so (two or more).
    Several {
        /// How many independent accounts: two or more.
        accounts: usize,
        /// What each of them is short of.
        basis: Basis,
    },
    /// One account says so.
    Single(Basis),
    /// No account says so: it stands in digests only.
    Unconfirmed,
}

/// How many accounts these sources count for.
fn distinct_accounts<'a>(sources: impl Iterator<Item = &'a Source>) -> usize {
    let mut accounts: Vec<&str> = Vec::new();
    for account in sources.filter_map(Source::account) {
        if !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    accounts.len()
}

impl Certainty {
    /// Whether a document that somebody read, or several accounts, stand behind it.
    pub const fn is_corroborated(self) -> bool {
        matches!(
            self,
            Self::Documented { unopened: false } | Self::Several { .. }
        )
    }

    /// What all that stands behind it is short of. Digests are relays of what nobody knows.
    pub const fn basis(self) -> Basis {
        match self {
            Self::Documented { unopened } => Basis {
                relayed: false,
                unopened,
            },
            Self::Unconfirmed => Basis {
                relayed: true,
                unopened: false,
            },
            Self::Announced(basis)
            | Self::Disputed(basis)
            | Self::Several { basis, .. }
            | Self::Single(basis) => basis,
        }
    }

    /// Whether neither a document nor anybody's own report that was opened stands behind it.
    pub const fn is_second_hand(self) -> bool {
        let Basis { relayed, unopened } = self.basis();
        relayed || unopened
    }

    /// How heavily it is drawn: as many accounts as there are, a document as two, one that
    /// nobody opened as one.
    pub const fn weight(self) -> usize {
        match self {
            Self::Several { accounts, .. } => accounts,
            Self::Documented { unopened: false } => 2,
            Self::Documented { unopened: true }
            | Self::Single(_)
            | Self::Disputed(_)
            | Self::Announced(_) => 1,
            Self::Unconfirmed => 0,
        }
    }
}

impl Ecosystem {
    /// The accounts that ever name a member, in the order of the file.
    pub fn naming_accounts(&self) -> Vec<AccountId> {
        let mut accounts: Vec<_> = self.accounts.ids().collect();
        accounts.retain(|it| self.memberships.iter().any(|told| told.is_named_by(*it)));
        accounts
    }

    /// Whether accounts can be compared: at least two of them ever name a member.
    pub fn is_comparable(&self) -> bool {
        self.naming_accounts().len() > 1
    }

    /// How sure we are of a membership.
    pub fn membership_certainty(&self, membership: &Membership) -> Certainty {
        self.certainty(&membership.sources(), false)
    }

    /// What running text and the picture call a node.
    pub fn node_name(&self, node: NodeId, locale: Locale) -> &str {
        match node {
            NodeId::Alliance(id) => self.alliances[id].short.get(locale),
            NodeId::Organization(id) => self.organizations[id].name.get(locale),
        }
    }

    /// How many independent accounts stand behind these pages: pages that go
    /// back to the same report count once, and some for nothing ([`Source::account`]).
    pub fn origins(&self, sources: impl IntoIterator<Item = SourceId>) -> usize {
        distinct_accounts(sources.into_iter().map(|id| &self.sources[id]))
    }

    /// How sure we are of something that these pages say. What nobody opened counts only where
    /// no page that counts was opened.
    pub fn certainty(&self, sources: &[SourceId], disputed: bool) -> Certainty {
        let pages = sources.iter().map(|id| &self.sources[*id]);
        let mut pages: Vec<_> = pages.filter(|it| it.kind != SourceKind::Digest).collect();
        let any_opened = pages.iter().any(|page| !page.unopened);
        pages.retain(|page| !(any_opened && page.unopened));
        let unopened = !any_opened && !pages.is_empty();
        let documented = pages.iter().any(|page| page.is_document());
        let reported = pages.iter().any(|page| page.kind == SourceKind::Report);
        let basis = Basis {
            relayed: !documented && !reported,
            unopened,
        };
        if disputed {
            return Certainty::Disputed(basis);
        }
        if documented {
            return Certainty::Documented { unopened };
        }
        match distinct_accounts(pages.iter().copied()) {
            accounts @ 2.. => Certainty::Several { accounts, basis },
            // Somebody reported it, even where nobody knows who or on which page.
            _ if !pages.is_empty() => Certainty::Single(basis),
            _ => Certainty::Unconfirmed,
        }
    }

    /// How sure we are of an event.
    pub fn event_certainty(&self, event: &Event) -> Certainty {
        let certainty = self.certainty(&event.sources, event.disputed.is_some());
        if event.scheduled {
            Certainty::Announced(certainty.basis())
        } else {
            certainty
        }
    }

    /// From when on a membership counts.
    pub fn membership_since(&self, membership: &Membership) -> When {
        membership
            .from
            .unwrap_or_else(|| self.alliances[membership.alliance].since())
    }

    /// Whether there are so many members, or so many alliances, that a picture shows them in zones
    /// and only while they are members: spokes round a hub cannot carry more.
    pub fn is_of_many(&self) -> bool {
        let mut members: Vec<_> = self.memberships.iter().map(|it| it.organization).collect();
        members.sort_unstable();
        members.dedup();
        self.alliances.len() > MOST_HUBS || members.len() > MOST_SPOKES
    }

    /// Whether the story says of most organizations when they were founded.
    pub fn tells_foundings(&self) -> bool {
        let founded = self
            .organizations
            .iter()
            .filter(|(_, it)| it.founded.is_some());
        2 * founded.count() > self.organizations.len()
    }

    /// Whether an organization acts on others, as an authority does.
    pub fn is_authority(&self, organization: OrganizationId) -> bool {
        let kind = self.organizations[organization].kind;
        kind.is_some_and(|kind| self.words.kinds[kind].authority)
    }

    /// The shape of an organization's marks.
    pub fn shape(&self, organization: OrganizationId) -> Shape {
        let kind = self.organizations[organization].kind;
        kind.map_or_else(Shape::default, |kind| self.words.kinds[kind].shape)
    }

    /// The days on which a membership lasts, whether or not it counts on each.
    pub fn membership_span(&self, membership: &Membership) -> Span {
        let alliance = &self.alliances[membership.alliance];
        let span = lasts(self.membership_since(membership), membership.until);
        let last_of_alliance = alliance.dissolved.as_ref().map(|it| it.when.last_day());
        Span {
            last: last_of_alliance.map_or(span.last, |last| last.min(span.last)),
            ..span
        }
    }

    /// The times in which a membership counts, in their order: those in which no rank says that
    /// it does not.
    pub fn membership_times(&self, membership: &Membership) -> Vec<Span> {
        let whole = self.membership_span(membership);
        let mut times = vec![whole];
        for ranking in &membership.ranks {
            if self.words.ranks[ranking.rank].counts {
                continue;
            }
            let first = ranking.from.map_or(whole.first, When::first_day);
            let last = ranking.until.map_or(whole.last, When::last_day);
            times = times
                .into_iter()
                .flat_map(|time| {
                    [
                        Span {
                            last: time.last.min(first.plus_days(-1)),
                            ..time
                        },
                        Span {
                            first: time.first.max(last.plus_days(1)),
                            ..time
                        },
                    ]
                })
                .filter(|time| time.first <= time.last)
                .collect();
        }
        times
    }

    /// Whether a membership counts on a day.
    pub fn is_member_at(&self, membership: &Membership, date: Date) -> bool {
        let times = self.membership_times(membership);
        times.iter().any(|time| time.contains(date))
    }

    /// The alliance, organization or event of this id in links.
    pub fn subject(&self, slug: &str) -> Option<Subject> {
        let alliance = self.alliances.find(|alliance| alliance.slug == slug);
        let organization = || self.organizations.find(|it| it.slug == slug);
        let event = || self.events.find(|event| event.slug == slug);
        alliance
            .map(|id| Subject::Node(NodeId::Alliance(id)))
            .or_else(|| organization().map(|id| Subject::Node(NodeId::Organization(id))))
            .or_else(|| event().map(Subject::Event))
    }

    /// The id of a subject in links.
    pub fn slug(&self, subject: Subject) -> &str {
        match subject {
            Subject::Node(NodeId::Alliance(id)) => &self.alliances[id].slug,
            Subject::Node(NodeId::Organization(id)) => &self.organizations[id].slug,
            Subject::Event(id) => &self.events[id].slug,
        }
    }

    /// The whole time that the story tells of, in whole years: the first of its events,
    /// alliances and memberships to the last, and to the day on which it was last seen.
    pub fn span(&self) -> Span {
        let mut span = Span {
            first: self.as_of,
            last: self.as_of,
        };
        for (_, event) in self.events.iter() {
            span.first = span.first.min(event.when.first_day());
            span.last = span.last.max(event.when.last_day());
        }
        for (_, alliance) in self.alliances.iter() {
            span.first = span.first.min(alliance.since().first_day());
        }
        for membership in &self.memberships {
            span.first = span
                .first
                .min(self.membership_since(membership).first_day());
        }
        let first_of = |year| Date::from_ymd(year, 1, 1);
        let (first_year, last_year) = (span.first.ymd().0, span.last.ymd().0);
        Span {
            first: first_of(first_year).unwrap_or(span.first),
            last: first_of(last_year + 1).map_or(span.last, |next| next.plus_days(-1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use id::Id;

    /// Pages of each kind: where each stands, and what it goes back to. Nobody opened those from
    /// [`UNOPENED`] on.
    const PAGES: [(SourceKind, Host, Option<&str>); 12] = [
        (SourceKind::Relay, Host::Own, Some("agency")),
        (SourceKind::Relay, Host::Syndicated, Some("agency")),
        (SourceKind::Report, Host::Own, Some("own")),
        (SourceKind::Relay, Host::Own, None),
        (SourceKind::Digest, Host::Own, Some("list")),
        (SourceKind::Relay, Host::Home, Some("third")),
        (SourceKind::Document, Host::Copy, Some("rule")),
        (SourceKind::Document, Host::Home, Some("body")),
        (SourceKind::Document, Host::Own, Some("filing")),
        (SourceKind::Report, Host::Own, Some("paper")),
        (SourceKind::Relay, Host::Own, Some("wire")),
        (SourceKind::Digest, Host::Own, None),
    ];

    const UNOPENED: usize = 8;

    fn certainty(pages: &[usize], disputed: bool) -> Certainty {
        let source = |index: usize| {
            let (kind, host, origin) = PAGES[index];
            Source {
                kind,
                host,
                origin: origin.map(str::to_owned),
                unopened: index >= UNOPENED,
                ..Source::default()
            }
        };
        let sources: Vec<_> = (0..PAGES.len()).map(source).collect();
        let story = Ecosystem {
            sources: sources.into(),
            ..Ecosystem::default()
        };
        let pages: Vec<_> = pages.iter().copied().map(Id::from_index).collect();
        story.certainty(&pages, disputed)
    }

    const fn read(relayed: bool) -> Basis {
        Basis {
            relayed,
            unopened: false,
        }
    }

    const fn unopened(relayed: bool) -> Basis {
        Basis {
            relayed,
            unopened: true,
        }
    }

    const fn single(relayed: bool) -> Certainty {
        Certainty::Single(read(relayed))
    }

    const fn several(accounts: usize, relayed: bool) -> Certainty {
        Certainty::Several {
            accounts,
            basis: read(relayed),
        }
    }

    const DOCUMENTED: Certainty = Certainty::Documented { unopened: false };

    #[test]
    fn pages_of_one_origin_are_one_account() {
        assert_eq!(certainty(&[0, 1], false), single(true));
        assert_eq!(certainty(&[0, 1, 2], false), several(2, false));
        assert_eq!(certainty(&[2], false), single(false));
    }

    #[test]
    fn digests_home_pages_and_unknown_origins_are_no_accounts() {
        assert_eq!(certainty(&[2, 3, 4, 5, 7], false), single(false));
        assert_eq!(certainty(&[3], false), single(true), "somebody reported it");
        assert_eq!(certainty(&[5], false), single(true), "on some page");
        assert_eq!(certainty(&[4], false), Certainty::Unconfirmed);
        assert_eq!(certainty(&[], false), Certainty::Unconfirmed);
    }

    #[test]
    fn a_document_is_more_than_a_number() {
        assert_eq!(certainty(&[0, 2, 6], false), DOCUMENTED);
        assert_eq!(certainty(&[4, 6], false), DOCUMENTED);
        assert_ne!(certainty(&[7], false), DOCUMENTED, "a home page");
    }

    #[test]
    fn what_nobody_opened_counts_for_nothing_beside_what_somebody_read() {
        assert_eq!(certainty(&[2, 8, 9, 10], false), single(false));
        assert_eq!(certainty(&[0, 8], false), single(true), "a relay was read");
        assert_eq!(certainty(&[0, 2, 9], false), several(2, false));
        assert_eq!(certainty(&[6, 8], false), DOCUMENTED);
        assert_eq!(certainty(&[0, 8], true), Certainty::Disputed(read(true)));
    }

    #[test]
    fn where_nobody_opened_anything_it_counts_and_says_so() {
        let documented = Certainty::Documented { unopened: true };
        assert_eq!(certainty(&[8, 9], false), documented);
        assert_eq!(certainty(&[4, 8], false), documented, "a digest is nothing");
        let accounts = Certainty::Several {
            accounts: 2,
            basis: unopened(false),
        };
        assert_eq!(certainty(&[9, 10], false), accounts);
        assert_eq!(certainty(&[9], false), Certainty::Single(unopened(false)));
        assert_eq!(certainty(&[10], false), Certainty::Single(unopened(true)));
        assert_eq!(
            certainty(&[8, 9], true),
            Certainty::Disputed(unopened(false))
        );
        assert_eq!(certainty(&[11], false), Certainty::Unconfirmed);
        assert_eq!([documented, DOCUMENTED].map(Certainty::weight), [1, 2]);
        assert!(!documented.is_corroborated() && DOCUMENTED.is_corroborated());
    }

    #[test]
    fn what_is_disputed_is_not_sure_by_number_nor_by_document() {
        let disputed = |relayed| Certainty::Disputed(read(relayed));
        assert_eq!(certainty(&[0, 2], true), disputed(false));
        assert_eq!(certainty(&[0, 6], true), disputed(false));
        assert_eq!(certainty(&[0, 3], true), disputed(true));
    }

    #[test]
    fn what_is_scheduled_is_announced_even_by_a_document() {
        let event = Event {
            scheduled: true,
            disputed: Some(Text::default()),
            ..Event::default()
        };
        let story = Ecosystem::default();
        let announced = story.event_certainty(&event);
        assert!(matches!(announced, Certainty::Announced(_)));
    }

    #[test]
    fn what_nobody_reported_of_his_own_is_second_hand() {
        for (pages, second_hand) in [
            (&[0, 1][..], true),
            (&[3, 4], true),
            (&[4], true),
            (&[7], true),
            (&[8], true),
            (&[0, 9], true),
            (&[0, 2], false),
            (&[0, 6], false),
        ] {
            for disputed in [false, true] {
                let found = certainty(pages, disputed).is_second_hand();
                assert_eq!(found, second_hand, "{pages:?}, disputed: {disputed}");
            }
        }
    }

    #[test]
    fn a_story_spans_whole_years() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let event = |text: &str| Event {
            when: text.parse().unwrap(),
            ..Event::default()
        };
        let story = Ecosystem {
            as_of: day("2026-02-01"),
            events: vec![event("2018-12"), event("2025")].into(),
            ..Ecosystem::default()
        };
        let Span { first, last } = story.span();
        assert_eq!((first, last), (day("2018-01-01"), day("2026-12-31")));
    }
}
