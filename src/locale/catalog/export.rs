//! What only pictures, files and printed sheets say. It is kept apart so that the page's
//! program does not carry it.

use crate::locale::Locale;

/// The words of one language.
#[derive(Debug)]
pub struct ExportMessages {
    /// The page's faces as CSS `font-family` lists them, that of the language's letters
    /// first: some programs set a whole text in the first that they have.
    pub faces: &'static str,
    /// Who made a picture.
    pub credit: &'static str,
    /// Where the sources are.
    pub sources_on_page: &'static str,
    /// What may be done with the program and the letters.
    pub licence: &'static str,
    /// The heading of the column of members by their alliances.
    pub memberships: &'static str,
    /// The heading of the column of roles.
    pub role: &'static str,
    /// The heading of the column of who names a member.
    pub named_by: &'static str,
    /// The heading of the column of how sure it is.
    pub certainty: &'static str,
    /// The heading of the column of official lists.
    pub lists: &'static str,
    /// The heading of the column of other ties.
    pub relations: &'static str,
    /// The heading of the column of addresses.
    pub sources: &'static str,
    /// The heading of the column of what these are.
    pub source_kinds: &'static str,
    /// The heading of the column of whose addresses they are.
    pub source_hosts: &'static str,
    /// The heading of the column of what they go back to.
    pub source_origins: &'static str,
    /// The heading of the column of whether somebody opened them.
    pub source_openings: &'static str,
    /// The heading of the column of the addresses of the listings' sources.
    pub list_sources: &'static str,
    /// The heading of the column of the date since which an organization is a member.
    pub since: &'static str,
    /// The heading of the column of the day that the table shows.
    pub day: &'static str,
    /// The heading of the column of the date until which it is one, where that is known.
    pub until: &'static str,
}

impl ExportMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar => &Self {
                faces: "'IBM Plex Sans Arabic', 'IBM Plex Sans Figures', 'IBM Plex Sans'",
                credit: "الصورة: «تحالف»",
                sources_on_page: "المصادر مذكورة كلها في الصفحة",
                licence: "البرنامج برخصة MIT أو Apache 2.0، والخط IBM Plex Sans برخصة OFL 1.1.",
                memberships: "التحالف",
                role: "الصفة",
                named_by: "مَن سمّاها",
                certainty: "درجة التثبّت",
                lists: "القوائم الرسمية",
                relations: "علاقات أخرى",
                sources: "روابط المصادر",
                source_kinds: "أنواع المصادر",
                source_hosts: "مواضع نشرها",
                source_origins: "أصولها",
                source_openings: "ما فُتح منها",
                list_sources: "روابط مصادر القوائم",
                since: "عضو منذ",
                day: "اليوم المعروض",
                until: "عضو حتى",
            },
            Locale::En => &Self {
                faces: "'IBM Plex Sans', 'IBM Plex Sans Figures', 'IBM Plex Sans Arabic'",
                credit: "Picture: Tahaluf",
                sources_on_page: "Every source is listed on the page",
                licence: "Program: MIT or Apache 2.0. Typeface: IBM Plex Sans, OFL 1.1.",
                memberships: "Alliance",
                role: "Role",
                named_by: "Named by",
                certainty: "Certainty",
                lists: "Official lists",
                relations: "Other ties",
                sources: "Source addresses",
                source_kinds: "Source kinds",
                source_hosts: "Source hosts",
                source_origins: "Source origins",
                source_openings: "Sources opened",
                list_sources: "List source addresses",
                since: "Member since",
                day: "Day shown",
                until: "Member until",
            },
        }
    }
}
