//! The words of sharing and embedding. They are kept apart so that only those carry them
//! who share.

use crate::locale::Locale;

/// The words of one language.
#[derive(Debug)]
pub struct ShareMessages {
    /// The dialog's heading.
    pub heading: &'static str,
    /// Closes the dialog.
    pub close: &'static str,
    /// The button that copies the link of what is shown.
    pub copy_link: &'static str,
    /// The button that saves the picture of what is shown.
    pub save_picture: &'static str,
    /// The button that saves it as high as wide.
    pub square: &'static str,
    /// The button that saves it in the shape of a phone.
    pub tall: &'static str,
    /// Asks for a form.
    pub form: &'static str,
    /// A form: the address.
    pub link: &'static str,
    /// What a reader gets with the link.
    pub link_help: &'static str,
    /// A form: a frame of a fixed height.
    pub frame: &'static str,
    /// What a publisher gets with the frame.
    pub frame_help: &'static str,
    /// A form: a frame as tall as what is in it.
    pub fitting: &'static str,
    /// What a publisher gets with the frame that keeps its height.
    pub fitting_help: &'static str,
    /// A form: an element that our script fills.
    pub script: &'static str,
    /// What a publisher gets with the element and its script.
    pub script_help: &'static str,
    /// A form: a still picture.
    pub picture: &'static str,
    /// What a publisher gets with the picture alone.
    pub picture_help: &'static str,
    /// Asks for a language.
    pub language: &'static str,
    /// Asks what is shown.
    pub view: &'static str,
    /// The network and the timeline.
    pub both: &'static str,
    /// The network alone.
    pub network: &'static str,
    /// The timeline alone.
    pub timeline: &'static str,
    /// The table and the timeline.
    pub table: &'static str,
    /// The accounts side by side.
    pub compare: &'static str,
    /// Asks for colours.
    pub colors: &'static str,
    /// Asks for a width.
    pub width: &'static str,
    /// As wide as there is room.
    pub full: &'static str,
    /// As wide as is said beside it.
    pub fixed: &'static str,
    /// Names the field of the width.
    pub width_px: &'static str,
    /// Names the field of the height.
    pub height_px: &'static str,
    /// Names the field of the height that a frame has until it knows its own.
    pub first_height_px: &'static str,
    /// Whether the frame has controls.
    pub controls: &'static str,
    /// Names the field with the markup.
    pub code: &'static str,
    /// The button that copies the markup or the link.
    pub copy: &'static str,
    /// Says that it was copied.
    pub copied: &'static str,
    /// Says that it could not be copied, and is selected for the reader to copy.
    pub select: &'static str,
    /// Opens the system's share dialog.
    pub send: &'static str,
    /// Says that the system did not send the link.
    pub not_sent: &'static str,
    /// Names the preview.
    pub preview: &'static str,
    /// What a link is worth to a file on the reader's device.
    pub on_disk: &'static str,
    /// Why one file on a site cannot be embedded.
    pub one_file: &'static str,
    /// The heading of files to take along.
    pub files: &'static str,
    /// Says what the files show.
    pub files_help: &'static str,
    /// The button for the picture as SVG, whose texts are text.
    pub svg: &'static str,
    /// The button for the picture as PNG, two pixels a unit.
    pub png_2: &'static str,
    /// The button for the picture as PNG, three pixels a unit.
    pub png_3: &'static str,
    /// The button for the table (CSV).
    pub csv: &'static str,
    /// The button for the table in the form that Excel opens in columns in every region.
    pub excel: &'static str,
    /// The button for the data (JSON).
    pub json: &'static str,
    /// Says that a file is on its way to the reader.
    pub saved: &'static str,
    /// Says that a file could not be made, or was refused.
    pub not_saved: &'static str,
    /// No file may be saved here, and what can be done instead.
    pub no_files: &'static str,
    /// A link to the same view in a tab of its own.
    pub own_tab: &'static str,
}

impl ShareMessages {
    /// The words of a language.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Ar => &AR,
            Locale::En => &EN,
        }
    }
}

const AR: ShareMessages = ShareMessages {
    heading: "مشاركة القصة وتضمينها",
    close: "إغلاق",
    copy_link: "نسخ الرابط",
    save_picture: "حفظ الصورة",
    square: "صورة مربعة",
    tall: "صورة طولية للهاتف",
    form: "الصيغة",
    link: "رابط",
    link_help: "يفتح القصة على ما تراه الآن.",
    frame: "إطار",
    frame_help: "إطار ثابت الارتفاع، يعمل في كل نظام نشر يقبل الإطارات.",
    fitting: "إطار يضبط ارتفاعه",
    fitting_help: "إطار معه برنامج نصي قصير يجعل ارتفاعه على قدر محتواه.",
    script: "برنامج نصي",
    script_help: "تظهر أولًا صورة ثابتة، ثم تحلّ القصة التفاعلية محلّها. وحيث تُمنع البرامج النصية تبقى الصورة.",
    picture: "صورة",
    picture_help: "صورة ثابتة لمطلع القصة تقود إليها، للبريد وموجزات الأخبار والتطبيقات.",
    language: "اللغة",
    view: "المعروض",
    both: "الشبكة والخط الزمني",
    network: "الشبكة",
    timeline: "الخط الزمني",
    table: "جدول وخط زمني",
    compare: "الروايات جنبًا إلى جنب",
    colors: "المظهر",
    width: "العرض",
    full: "كامل المساحة",
    fixed: "محدّد",
    width_px: "العرض بالبكسل",
    height_px: "الارتفاع بالبكسل",
    first_height_px: "الارتفاع بالبكسل إلى أن تُحمَّل",
    controls: "إظهار أزرار التحكم",
    code: "النص الذي يُلصق",
    copy: "نسخ",
    copied: "نُسخ.",
    select: "النص محدّد: انسخه بالمفتاحين Ctrl+C، أو ⌘C على أجهزة ماك.",
    send: "إرسال عبر تطبيق…",
    not_sent: "لم يُرسَل الرابط. انسخه بدلًا من ذلك.",
    preview: "معاينة",
    on_disk: "هذا الملف على جهازك، ولا رابط إليه يعمل عند غيرك. أرسل الملف نفسه؛ ومن يفتحه ويُضِف النص الآتي إلى آخر عنوانه يرَ ما تراه الآن. وللحصول على رابط أو تضمين، انشر القصة على موقع.",
    one_file: "هذه القصة ملف واحد ليس فيه صفحة تضمين، فلا يُشارَك منه إلا رابطه. لتضمين القصة انشرها مجلدًا.",
    files: "تنزيل ما تراه",
    files_help: "صورة أو جدول أو بيانات لما يُعرض الآن، وفيها تاريخه ومصادره.",
    svg: "صورة SVG",
    png_2: "صورة PNG ‏(2×)",
    png_3: "صورة PNG ‏(3×)",
    csv: "جدول CSV",
    excel: "جدول CSV لبرنامج إكسل",
    json: "بيانات JSON",
    saved: "بدأ التنزيل.",
    not_saved: "تعذّر التنزيل: لم يسمح به المتصفح.",
    no_files: "حفظ الملفات غير مسموح به هنا، لأن الصفحة المحيطة بالقصة تمنع التنزيل. افتح القصة في تبويب مستقل، أو انسخ رابطها، ثم احفظ ما تراه من هناك.",
    own_tab: "فتح القصة في تبويب مستقل",
};

const EN: ShareMessages = ShareMessages {
    heading: "Share or embed this story",
    close: "Close",
    copy_link: "Copy link",
    save_picture: "Save picture",
    square: "Square picture",
    tall: "Tall picture for phones",
    form: "Form",
    link: "Link",
    link_help: "Opens the story exactly as you see it now.",
    frame: "Frame",
    frame_help: "A frame of a fixed height, for every publishing system that takes frames.",
    fitting: "Self-sizing frame",
    fitting_help: "A frame with a short script that makes it as tall as what is in it.",
    script: "Script",
    script_help: "A still picture comes first, then the interactive story in its place. Where scripts are blocked, the picture stays.",
    picture: "Picture",
    picture_help: "A still picture of the story’s opening that leads to it, for mail, feeds and apps.",
    language: "Language",
    view: "Show",
    both: "Network and timeline",
    network: "Network",
    timeline: "Timeline",
    table: "Table and timeline",
    compare: "Accounts side by side",
    colors: "Colours",
    width: "Width",
    full: "All there is",
    fixed: "Fixed",
    width_px: "Width in pixels",
    height_px: "Height in pixels",
    first_height_px: "Height in pixels until it has loaded",
    controls: "Show controls",
    code: "Text to paste",
    copy: "Copy",
    copied: "Copied.",
    select: "The text is selected: copy it with Ctrl+C, or ⌘C on a Mac.",
    send: "Send with an app…",
    not_sent: "The link was not sent. Copy it instead.",
    preview: "Preview",
    on_disk: "This file is on your own device, and no link to it works for others. Send the file itself: whoever opens it and adds the following to the end of its address sees what you see now. For a link or an embed, publish the story on a site.",
    one_file: "This story is one file without a page to embed, so only its link can be shared. To embed the story, publish it as a folder.",
    files: "Download what you see",
    files_help: "A picture, a table or data of what is shown now, with its day and its sources.",
    svg: "SVG picture",
    png_2: "PNG picture (2×)",
    png_3: "PNG picture (3×)",
    csv: "CSV table",
    excel: "CSV table for Excel",
    json: "JSON data",
    saved: "The download has started.",
    not_saved: "The download failed: the browser did not allow it.",
    no_files: "Saving files is not allowed here: the page around the story forbids downloads. Open the story in its own tab, or copy its link, and save what you see from there.",
    own_tab: "Open the story in its own tab",
};
