//! What a page says that stands in another: its credit line, and what is said there
//! where no script runs.

use crate::locale::Locale;

/// The words of one language.
#[derive(Debug)]
pub struct EmbedMessages {
    /// The link to the page of the story's own.
    pub full_story: &'static str,
    /// The link of a card to the same on that page.
    pub all_facts: &'static str,
    /// Names the button that closes the card.
    pub close: &'static str,
    /// The button that opens what can be chosen of the picture.
    pub choices: &'static str,
}

impl EmbedMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::Ar => Self {
                full_story: "القصة كاملة",
                all_facts: "كل الوقائع",
                close: "إغلاق",
                choices: "خيارات العرض",
            },
            Locale::En => Self {
                full_story: "Full story",
                all_facts: "All facts",
                close: "Close",
                choices: "Options",
            },
        }
    }
}

/// The words of one language that the app does not carry.
#[derive(Debug)]
pub struct EmbedStillMessages {
    /// What a reader without scripts can do.
    pub without_scripts: &'static str,
    /// What the frame can promise where the program or the story does not come.
    pub readable: &'static str,
    /// What is said where the frame may not open the new tab that a link asks for; the
    /// link's address follows.
    pub no_new_tab: &'static str,
}

impl EmbedStillMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::Ar => Self {
                without_scripts: "البرامج النصية متوقفة في متصفحك، فالصورة ثابتة. والأسماء فيها روابط إلى تفاصيلها في صفحة القصة.",
                readable: "القصة كاملةً مقروءة في صفحتها.",
                no_new_tab: "لا تسمح هذه الصفحة بفتح تبويب جديد. انسخ العنوان:",
            },
            Locale::En => Self {
                without_scripts: "Scripts are off in your browser, so the picture stands still. The names in it lead to their details on the story’s own page.",
                readable: "The whole story can be read on its own page.",
                no_new_tab: "This page does not let a new tab open. Copy the address:",
            },
        }
    }
}
