//! Every word of the page, in every language.
//!
//! A message is a field: one that is missing in a language does not compile.
//! `#` in a message stands for the one thing put into it ([`fill`]).

mod ar;
pub mod compare;
pub mod demo;
pub mod embed;
mod en;
pub mod export;
pub mod language;
pub mod problem;
pub mod share;
pub mod stage;
pub mod still;
pub mod tour;

use super::Locale;
use super::plural::{AllOf, Counted};
use crate::model::{Basis, Certainty, Host, SourceKind};

/// The words of one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the English catalog says what each one says")]
pub struct Messages {
    /// The language that these words are in.
    pub locale: Locale,
    pub product: &'static str,
    pub comma: &'static str,
    pub semicolon: &'static str,
    pub colon: &'static str,
    pub other_language: &'static str,
    pub switch_language: &'static str,
    pub skip_to_details: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_switch: &'static str,
    pub present: &'static str,
    pub share: &'static str,
    /// The button that shows the other tools, where there is no room for them.
    pub more: &'static str,

    pub members_according_to: &'static str,
    pub all_accounts: &'static str,
    pub show_as: &'static str,
    pub picture: &'static str,
    pub table: &'static str,
    pub compare: &'static str,
    pub relations_layer: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub zoom_fit: &'static str,

    pub network: &'static str,
    pub network_help: &'static str,
    pub on_date: &'static str,
    pub sources_reach: &'static str,
    pub by_sources_to: &'static str,
    pub checked_on: &'static str,
    pub no_alliance_yet: &'static str,
    pub nothing_matches: &'static str,
    pub release_filter: &'static str,
    pub organizations: Counted,
    /// `#` is how many organizations are named, `[]` all that are shown, `()` who names them.
    pub named_of: &'static str,
    pub alliances: Counted,
    pub named: Counted,
    pub on_list: Counted,
    pub relations_count: Counted,
    /// In a story of many, whose ties are drawn one by one.
    pub choose_for_relations: &'static str,
    pub events: Counted,
    pub earlier: Counted,
    pub later: Counted,
    pub independent_accounts: Counted,

    pub legend: &'static str,
    pub legend_marks: &'static str,
    pub legend_shapes: &'static str,
    pub legend_relations: &'static str,
    pub legend_corroborated: &'static str,
    pub legend_single: &'static str,
    pub legend_unnamed: &'static str,
    pub not_named_by: &'static str,
    pub legend_listed: &'static str,
    pub legend_shared: AllOf,
    pub legend_hub: &'static str,

    pub timeline: &'static str,
    pub date_shown: &'static str,
    pub play: &'static str,
    pub pause: &'static str,
    pub previous_event: &'static str,
    pub next_event: &'static str,
    pub timeline_in: &'static str,
    pub timeline_out: &'static str,
    pub timeline_all: &'static str,
    pub timeline_opening: &'static str,
    pub overview: &'static str,
    pub oldest: &'static str,
    pub newest: &'static str,
    pub today: &'static str,
    pub scheduled_mark: &'static str,

    pub details: &'static str,
    pub at_a_glance: &'static str,
    pub alliances_heading: &'static str,
    pub back: &'static str,
    pub based_in: &'static str,
    pub founded: &'static str,
    pub not_established: &'static str,
    pub official_lists: &'static str,
    pub member: &'static str,
    pub ended: &'static str,
    pub went_on_as: &'static str,
    /// `#` is the first day of what is over, `[]` its last.
    pub lasted: &'static str,
    pub until: &'static str,
    pub no_listing_found: &'static str,
    pub listed_since: &'static str,
    pub not_yet: &'static str,
    pub proposed_spelling: &'static str,
    pub announced: &'static str,
    pub first_reported: &'static str,
    pub announcement_unknown: &'static str,
    pub place: &'static str,
    pub initiator: &'static str,
    pub membership: &'static str,
    pub who_says_so: &'static str,
    pub member_list: &'static str,
    pub named_by: &'static str,
    pub one_origin: &'static str,
    pub relations: &'static str,
    pub events_heading: &'static str,
    pub products: &'static str,
    pub quotes: &'static str,
    pub aims: &'static str,
    pub account: &'static str,
    pub uncertainties: &'static str,
    pub note: &'static str,
    pub disputed: &'static str,
    pub about: &'static str,
    pub sources: &'static str,
    pub source_count: Counted,
    pub opens_new_tab: &'static str,
    pub undated: &'static str,
    pub documented: &'static str,
    /// A document where nobody opened it, nor anything else that counts.
    pub documented_unopened: &'static str,
    pub unconfirmed: &'static str,
    pub relayed: &'static str,
    /// Of a fact: nobody opened any of its pages.
    pub none_opened: &'static str,
    /// Of a source: nobody opened it.
    pub not_opened: &'static str,
    pub show_this_date: &'static str,
    pub in_both: AllOf,
    /// `#` is how many alliances there are, `[]` in how many of them.
    pub in_several: Counted,
    pub outside: AllOf,
    pub accounts_heading: &'static str,
    pub glance_hint: &'static str,

    pub column_organization: &'static str,
    pub column_kind: &'static str,
}

impl Messages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar => &ar::MESSAGES,
            Locale::En => &en::MESSAGES,
        }
    }

    /// Where an organization in several alliances stands among all of them, in words.
    pub fn standing(&self, several: usize, of: usize) -> String {
        if of == 2 {
            return self.in_both.of(of).to_owned();
        }
        let text = self.in_several.say(self.locale, of);
        text.replace("[]", &several.to_string())
    }

    /// How sure we are, in words.
    pub fn certainty(&self, certainty: Certainty) -> String {
        let accounts = |count| self.independent_accounts.say(self.locale, count);
        let said = match certainty {
            Certainty::Several {
                accounts: count, ..
            } => accounts(count),
            Certainty::Single(_) => accounts(1),
            Certainty::Documented { unopened: false } => return self.documented.to_owned(),
            Certainty::Documented { unopened: true } => return self.documented_unopened.to_owned(),
            Certainty::Unconfirmed => return self.unconfirmed.to_owned(),
            Certainty::Disputed(_) => self.disputed.to_owned(),
            Certainty::Announced(_) => self.scheduled_mark.to_owned(),
        };
        let Basis { relayed, unopened } = certainty.basis();
        let mut parts = vec![said.as_str()];
        parts.extend(relayed.then_some(self.relayed));
        parts.extend(unopened.then_some(self.none_opened));
        parts.join(self.comma)
    }

    /// What a source is, in words.
    pub const fn source_kind(&self, kind: SourceKind) -> &'static str {
        match (self.locale, kind) {
            (Locale::Ar, SourceKind::Document) => "وثيقة رسمية أو أصلية",
            (Locale::Ar, SourceKind::Report) => "تقرير أصلي",
            (Locale::Ar, SourceKind::Relay) => "نقل عن تقرير آخر",
            (Locale::Ar, SourceKind::Digest) => "مادة تجميعية",
            (Locale::En, SourceKind::Document) => "official or original document",
            (Locale::En, SourceKind::Report) => "own reporting",
            (Locale::En, SourceKind::Relay) => "relay of another’s report",
            (Locale::En, SourceKind::Digest) => "digest",
        }
    }

    /// Whose address a source has, in words; nothing where it is the publisher's own.
    pub const fn host(&self, host: Host) -> Option<&'static str> {
        Some(match (self.locale, host) {
            (_, Host::Own) => return None,
            (Locale::Ar, Host::Syndicated) => "منشور علنًا على موقع آخر",
            (Locale::Ar, Host::Copy) => "نسخة على موقع آخر",
            (Locale::Ar, Host::Staging) => "على عنوان غير معدّ للقراء",
            (Locale::Ar, Host::Home) => "عنوان الصفحة الرئيسية فقط",
            (Locale::En, Host::Syndicated) => "carried openly by another site",
            (Locale::En, Host::Copy) => "copy on another site",
            (Locale::En, Host::Staging) => "at an address not meant for readers",
            (Locale::En, Host::Home) => "address of the home page only",
        })
    }
}

/// A message with something in it.
pub fn fill(message: &str, value: &str) -> String {
    message.replace('#', value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_catalog_knows_its_language() {
        for locale in Locale::ALL {
            assert_eq!(Messages::of(locale).locale, locale);
        }
    }

    #[test]
    fn what_is_put_in_has_a_place_in_every_language() {
        for locale in Locale::ALL {
            let messages = Messages::of(locale);
            for message in [
                messages.on_date,
                messages.sources_reach,
                messages.by_sources_to,
                messages.checked_on,
                messages.listed_since,
                messages.not_yet,
                messages.lasted,
                messages.until,
            ] {
                assert!(message.contains('#'), "{message}");
            }
            for counted in [&messages.events, &messages.organizations, &messages.later] {
                assert!(
                    counted.many.contains('#') && counted.other.contains('#'),
                    "{counted:?}"
                );
            }
        }
    }
}
