//! What is said where accounts stand side by side. It is kept apart so that only those who compare
//! carry it.

use crate::locale::Locale;
use crate::locale::plural::Counted;

/// The words of one language.
#[derive(Debug)]
pub struct CompareMessages {
    /// What the rows are called.
    pub rows: &'static str,
    /// Of an account; `[]` is how many organizations anybody names.
    pub named_among: Counted,
    /// Of the members that every account names; `#` is how many these are.
    pub same_in_all: &'static str,
    /// Of the members that some accounts name and others do not; `#` is how many these are.
    pub differing: &'static str,
    /// Where there are members, and each account names all of them.
    pub agreed: &'static str,
    /// What a reader can do to learn more.
    pub hint: &'static str,
    /// Of an account that names the member.
    pub names: &'static str,
    /// Of an account that names others of the alliance.
    pub names_others: &'static str,
    /// Of an account that names nobody of the alliance.
    pub silent: &'static str,
}

impl CompareMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar => &AR,
            Locale::En => &EN,
        }
    }
}

const AR: CompareMessages = CompareMessages {
    rows: "مَن يسمّي مَن",
    named_among: Counted {
        zero: "لا جهات مسمّاة من أصل []",
        one: "جهة مسمّاة واحدة من أصل []",
        two: "جهتان مسمّاتان من أصل []",
        few: "# جهات مسمّاة من أصل []",
        many: "# جهة مسمّاة من أصل []",
        other: "# جهة مسمّاة من أصل []",
    },
    same_in_all: "متفق عليه: #",
    differing: "موضع اختلاف: #",
    agreed: "لا اختلاف في هذا اليوم: كل الأعضاء مذكورون في كل الروايات.",
    hint: "اختر جهة لترى مَن يسمّيها.",
    names: "ترد لديه",
    names_others: "لا ترد لديه",
    silent: "لا يذكر أحدًا من أعضائه",
};

const EN: CompareMessages = CompareMessages {
    rows: "Who names whom",
    named_among: Counted {
        zero: "none of [] named",
        ..Counted::two_forms("# of [] named", "# of [] named")
    },
    same_in_all: "the same in all: #",
    differing: "Accounts differ on #",
    agreed: "No difference on this day: every account names every member.",
    hint: "Choose one to see who names it.",
    names: "names",
    names_others: "does not name",
    silent: "names no member of it",
};
