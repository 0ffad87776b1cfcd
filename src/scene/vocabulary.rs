//! What a story's own words say of something, and the page's general words where it has none.

use crate::date::Date;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::model::id::{EndId, KindId, LaneId, OrganizationId, RankId, TieId};
use crate::model::{Ecosystem, Membership};

/// A story's words in a language.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'a> {
    story: &'a Ecosystem,
    locale: Locale,
    general: &'static Messages,
}

impl<'a> Vocabulary<'a> {
    /// The words of a story in a language.
    pub const fn of(story: &'a Ecosystem, locale: Locale) -> Self {
        Self {
            story,
            locale,
            general: Messages::of(locale),
        }
    }

    /// "13 organisations", as the story calls them.
    pub fn members(self, count: usize) -> String {
        match &self.story.words.members {
            Some(members) => members.say(self.locale, count),
            None => self.general.organizations.say(self.locale, count),
        }
    }

    /// "2 alliances", as the story calls them.
    pub fn alliances(self, count: usize) -> String {
        match &self.story.words.alliances {
            Some(alliances) => alliances.say(self.locale, count),
            None => self.general.alliances.say(self.locale, count),
        }
    }

    /// What a kind of organization is called.
    pub fn kind(self, id: KindId) -> &'a str {
        self.story.words.kinds[id].name.get(self.locale)
    }

    /// What kind of organization one is; nothing in a story without kinds.
    pub fn kind_of(self, id: OrganizationId) -> Option<&'a str> {
        let kind = self.story.organizations[id].kind?;
        Some(self.kind(kind))
    }

    /// What a kind of tie is called.
    pub fn tie(self, id: TieId) -> &'a str {
        self.story.words.ties[id].name.get(self.locale)
    }

    /// What a lane of the timeline is called.
    pub fn lane(self, id: LaneId) -> &'a str {
        self.story.words.lanes[id].name.get(self.locale)
    }

    /// What a rank of membership is called.
    pub fn rank(self, id: RankId) -> &'a str {
        self.story.words.ranks[id].name.get(self.locale)
    }

    /// What a way to end is called.
    pub fn end(self, id: EndId) -> &'a str {
        self.story.words.ends[id].name.get(self.locale)
    }

    /// What an organization is in an alliance on a day: by its rank where that says that it is no
    /// member then, else by its role. After its end, what it was last.
    pub fn part(self, membership: &Membership, date: Date) -> &'a str {
        let ranks = &self.story.words.ranks;
        let last = membership
            .until
            .map_or(date, |until| date.min(until.last_day()));
        let rankings = membership.ranks.iter().filter(|it| !ranks[it.rank].counts);
        let mut covering = rankings.filter(|it| {
            it.from.is_none_or(|from| from.first_day() <= last)
                && it.until.is_none_or(|until| until.last_day() >= last)
        });
        match covering.next() {
            Some(ranking) => self.rank(ranking.rank),
            None => self.role(membership),
        }
    }

    /// What a member is in an alliance.
    pub fn role(self, membership: &Membership) -> &'a str {
        match membership.role {
            Some(role) => self.story.words.roles[role].name.get(self.locale),
            None => self.general.member,
        }
    }

    /// What the official lists are called together.
    pub fn lists(self) -> &'a str {
        match &self.story.words.listed {
            Some(listed) => listed.lists.get(self.locale),
            None => self.general.official_lists,
        }
    }

    /// "4 on an official list".
    pub fn listed(self, count: usize) -> String {
        match &self.story.words.listed {
            Some(listed) => listed.count.say(self.locale, count),
            None => self.general.on_list.say(self.locale, count),
        }
    }

    /// What the ring around a mark says.
    pub fn listed_mark(self) -> &'a str {
        match &self.story.words.listed {
            Some(listed) => listed.mark.get(self.locale),
            None => self.general.legend_listed,
        }
    }
}
