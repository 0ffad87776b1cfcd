//! How sure a fact is, as exported data says it.

use crate::model::{Basis, Certainty};
use serde::Serialize;

/// How sure it is: a word for programs, and how many independent accounts say so.
#[derive(Serialize)]
pub(super) struct Sure {
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    known_only_from_relays: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_page_opened: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    independent_accounts: Option<usize>,
}

impl From<Certainty> for Sure {
    fn from(certainty: Certainty) -> Self {
        let (word, independent_accounts) = match certainty {
            Certainty::Announced(_) => ("announced", None),
            Certainty::Disputed(_) => ("disputed", None),
            Certainty::Documented { .. } => ("documented", None),
            Certainty::Several { accounts, .. } => ("several", Some(accounts)),
            Certainty::Single(_) => ("single", Some(1)),
            Certainty::Unconfirmed => ("unconfirmed", None),
        };
        let Basis { relayed, unopened } = certainty.basis();
        let (known_only_from_relays, no_page_opened) = match certainty {
            Certainty::Documented { .. } => (None, Some(unopened)),
            Certainty::Unconfirmed => (None, None),
            _ => (Some(relayed), Some(unopened)),
        };
        Self {
            certainty: word,
            known_only_from_relays,
            no_page_opened,
            independent_accounts,
        }
    }
}
