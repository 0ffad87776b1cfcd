//! What stands in an edition, field by field. One list serves writing and reading, and the
//! compiler asks for every field of every type.

use super::hash;
use super::marks::{Printed, Reader, Writer};
use crate::date::Span;
use crate::geometry::{Point, Rect, Size};
use crate::layout::outline::Outline;
use crate::layout::{Field, LabelAlign, LabelSide, Place, Placement};
use crate::model::id::NodeId;
use crate::model::text::{Name, OtherName, Text};
use crate::model::{
    Account, Aim, Alliance, Ecosystem, Event, Fact, Founding, Host, Lane, Listing, Membership,
    Naming, OfficialList, Organization, OrganizationKind, Product, Quote, Relation, RelationKind,
    Role, Source, SourceKind, Step, Subject, Uncertainty,
};

/// To be raised where a field gets another type and keeps its name, a mark is written
/// otherwise, or the layout's grid changes.
const VERSION: u8 = 1;

/// Makes types parts of an edition: a record as its fields, one after the other; a kind as its
/// number; an either as which of the two, then that.
macro_rules! edition {
    (
        records { $($record:ident { $($field:ident),* })* }
        kinds { $($set:ident { $($kind:ident),* })* }
        eithers { $($either:ident { $first:ident, $second:ident })* }
    ) => {
        /// The hash of all these names, and of what stands behind them: writers and readers of
        /// other records have another.
        pub(super) const SHAPE: u32 = hash(
            hash(super::BASIS, &[VERSION]),
            stringify!($($record $($field)*)* $($set $($kind)*)* $($either $first $second)*).as_bytes(),
        );

        $(impl Printed for $record {
            fn write(&self, to: &mut Writer) {
                let Self { $($field),* } = self;
                $($field.write(to);)*
            }
            #[inline(never)]
            fn read(from: &mut Reader<'_>) -> Self {
                // A struct's fields are evaluated in the order in which they are written here.
                Self { $($field: Printed::read(from)),* }
            }
        })*

        $(impl Printed for $set {
            fn write(&self, to: &mut Writer) {
                // None is forgotten.
                match self { $(Self::$kind => {})* }
                let kinds = [$(Self::$kind),*];
                kinds.iter().position(|kind| kind == self).unwrap_or_default().write(to);
            }
            fn read(from: &mut Reader<'_>) -> Self {
                let number = usize::read(from);
                let kinds = [$(Self::$kind),*];
                kinds.get(number).copied().unwrap_or(kinds[0])
            }
        })*

        $(impl Printed for $either {
            fn write(&self, to: &mut Writer) {
                match self {
                    Self::$first(it) => {
                        false.write(to);
                        it.write(to);
                    }
                    Self::$second(it) => {
                        true.write(to);
                        it.write(to);
                    }
                }
            }
            fn read(from: &mut Reader<'_>) -> Self {
                if bool::read(from) {
                    Self::$second(Printed::read(from))
                } else {
                    Self::$first(Printed::read(from))
                }
            }
        })*
    };
}

edition! {
    records {
        Ecosystem {
            kicker, title, summary, as_of, sources_to, window, accounts, lists, alliances,
            organizations, memberships, relations, events, products, quotes, aims, uncertainties,
            steps, sources
        }
        Account { slug, name, description, sources }
        OfficialList { slug, name, description, authority, sources }
        Alliance {
            slug, name, short, aim, announced, reported, place, initiator, disputed, note, also,
            sources
        }
        Organization {
            slug, name, arabic_name_sourced, kind, description, city, founded, stock, us_status,
            listings, note, also, sources
        }
        Fact { text, disputed, sources }
        Founding { when, disputed, sources }
        Listing { list, from, note, sources }
        Membership { organization, alliance, role, from, note, named_by }
        Naming { account, sources }
        Relation { from, to, kind, when, text, disputed, note, sources }
        Event {
            slug, when, lane, core, scheduled, title, label, text, disputed, note, about, sources
        }
        Product { name, organization, when, text, disputed, note, sources }
        Quote { person, role, organization, text, when, sources }
        Aim { about, account, text, sources }
        Uncertainty { text, about, sources }
        Step {
            slug, title, text, note, date, focus, emphasis, relations, window, around, sources
        }
        Source { slug, publisher, title, url, language, published, kind, host, origin, note }
        Text { ar, en }
        Name { text, zh }
        OtherName { name, language, sources }
        Span { first, last }
        Placement { size, places, fields }
        Place { center, radius, reach, label, side, align }
        Field { hub, outline }
        Outline { start, curves }
        Point { x, y }
        Rect { min, max }
        Size { width, height }
    }
    kinds {
        OrganizationKind {
            ModelDeveloper, ChipMaker, AiInfrastructure, InternetPlatform, IndustryBody, Regulator
        }
        Role { Initiator, Member, Host }
        RelationKind {
            ChipAdaptation, Investor, Customer, Partner, FounderLink, RegulatorAction
        }
        Lane { UsPolicy, ChinaPolicy, Alliance, Product, Market }
        SourceKind { Document, Report, Relay, Digest }
        Host { Own, Syndicated, Copy, Staging, Home }
        LabelSide { Above, Below, Start, End }
        LabelAlign { Start, Middle, End }
    }
    eithers {
        NodeId { Alliance, Organization }
        Subject { Node, Event }
    }
}
