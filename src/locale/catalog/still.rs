//! What only a page says whose scripts have not started, or never will. It is
//! kept apart so that the app does not carry it.

use crate::locale::Locale;

/// The words of one language.
#[derive(Debug)]
pub struct StillMessages {
    /// The heading of the record.
    pub record: &'static str,
    /// What the record is.
    pub record_lead: &'static str,
    /// What the list of the record's parts is.
    pub contents: &'static str,
    /// The way from the record's end back to that list.
    pub to_contents: &'static str,
    /// The heading of what ends the record.
    pub method_heading: &'static str,
    /// How the record was made, and what its words for certainty rest on.
    pub method: &'static str,
    /// What a reader without scripts can do on a page with the record.
    pub without_scripts: &'static str,
    /// What is missing for a reader without scripts in one file, which has no record.
    pub picture_only: &'static str,
    /// The program is late.
    pub slow: &'static str,
    /// The program did not come, not whole, or was not let run.
    pub no_program: &'static str,
    /// The story did not come, or not whole.
    pub no_story: &'static str,
    /// The tools that are fetched when they are asked for did not come.
    pub no_tools: &'static str,
    /// The browser cannot unpack one file.
    pub unsupported: &'static str,
    /// What a page with the record can promise then.
    pub readable: &'static str,
}

impl StillMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::Ar => Self {
                record: "القصة كاملةً نصًّا",
                record_lead: "كل تحالف وجهة وحدث ومصدر بالترتيب، وروابط بينها.",
                contents: "محتويات النص",
                to_contents: "إلى محتويات النص",
                method_heading: "كيف أُعدّت هذه الصفحة",
                method: "لكل معلومة هنا مصدر واحد على الأقل، ورقم المصدر واحد أينما ذُكر. ودرجة التثبّت لا يكتبها أحد، بل تُحسب من أنواع المصادر ومن أصولها: فما نقله اثنان عن أصل واحد يُعدّ مصدرًا واحدًا. وحيث تختلف المصادر يُذكر مَن قال ماذا.",
                without_scripts: "البرامج النصية متوقفة في متصفحك، فالصورة ثابتة. ويبقى كل ما فيها مقروءًا: الأسماء روابط إلى تفاصيلها أدناه.",
                picture_only: "البرامج النصية متوقفة في متصفحك، فلا يظهر من هذا الملف سوى الصورة: شغّلها لتقرأ القصة كاملة.",
                slow: "برنامج الصفحة ما زال في الطريق.",
                no_program: "لم يصل برنامج الصفحة كاملًا أو منعه المتصفح، فالصورة ثابتة.",
                no_story: "لم تصل بيانات القصة كاملة، فالصورة ثابتة.",
                no_tools: "لم تصل أدوات المشاركة والعرض كاملة. الصفحة تعمل من دونها.",
                unsupported: "متصفحك أقدم من أن يشغّل هذا الملف، فالصورة ثابتة. افتحه في إصدار أحدث.",
                readable: "كل ما في القصة مقروء هنا من دون ذلك.",
            },
            Locale::En => Self {
                record: "The whole story in text",
                record_lead: "Every alliance, organisation, event and source in order, with links between them.",
                contents: "Contents of the text",
                to_contents: "To the contents of the text",
                method_heading: "How this page is made",
                method: "Every fact here has at least one source, and a source has the same number wherever it is cited. Nobody writes how sure a fact is: it is derived from the kinds of its sources and from what they go back to, so that two that pass on one original count once. Where sources differ, the page says who says what.",
                without_scripts: "Scripts are off in your browser, so the picture stands still. Everything in it can be read all the same: names lead to their details below.",
                picture_only: "Scripts are off in your browser, so this file shows only the picture: turn them on to read the whole story.",
                slow: "The page’s program is still on its way.",
                no_program: "The page’s program did not arrive whole, or the browser blocked it, so the picture stands still.",
                no_story: "The story’s data did not arrive whole, so the picture stands still.",
                no_tools: "The tools for sharing and presenting did not arrive whole. The page works without them.",
                unsupported: "Your browser is too old to run this file, so the picture stands still. Open it in a newer version.",
                readable: "Everything in the story can be read here all the same.",
            },
        }
    }
}
