//! What the demonstration article says beside the story: a page like a newsroom's, in
//! which the story stands in every form there is.

use crate::locale::Locale;

/// The words of one language.
#[derive(Debug)]
pub struct DemoMessages {
    /// The name of a newspaper that there is not.
    pub paper: &'static str,
    /// What the page is for.
    pub notice: &'static str,
    /// What the first figure shows, and how it stands in the page.
    pub fixed: &'static str,
    /// What the second figure shows, and how it stands in the page.
    pub resized: &'static str,
    /// What the third figure shows, and how it stands in the page.
    pub element: &'static str,
    /// Above the latest events.
    pub latest: &'static str,
    /// Where all of it comes from; `#` is the name of the product.
    pub credit: &'static str,
    /// The link to the story's own page.
    pub full_story: &'static str,
}

impl DemoMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::Ar => Self {
                paper: "صحيفة المثال",
                notice: "مقال تجريبي يبيّن كيف تظهر القصة داخل صفحة إخبارية.",
                fixed: "الشكل الأول: الشبكة وحدها، في إطار ثابت الارتفاع.",
                resized: "الشكل الثاني: الشبكة وشريط التاريخ، في إطار يأخذ ارتفاع محتواه.",
                element: "الشكل الثالث: الخط الزمني، في عنصر ويب يحمل صورة بديلة.",
                latest: "أبرز الأحداث",
                credit: "النص والبيانات والرسوم من «#».",
                full_story: "القصة كاملةً بمصادرها",
            },
            Locale::En => Self {
                paper: "The Example Gazette",
                notice: "A demonstration article: how the story looks inside a news page.",
                fixed: "Figure 1: the network alone, in a frame of fixed height.",
                resized: "Figure 2: the network and the strip of the day, in a frame as tall as its content.",
                element: "Figure 3: the timeline, in a web component with a picture to fall back on.",
                latest: "The main events",
                credit: "Text, data and graphics by #.",
                full_story: "The whole story with its sources",
            },
        }
    }
}
