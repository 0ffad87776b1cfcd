//! What is wrong with a story file, in words that an editor can act on: what was
//! found, what is expected, and what was probably meant.

use crate::date::DateError;
use crate::document::problem::{JsonType, Kind, ProblemKind};
use crate::locale::Locale;
use crate::locale::isolate::isolated;

/// How much of a found text is repeated; the pointer says where the rest is.
const QUOTED_CHARS: usize = 60;

/// The problem in a language; where it is stands in its pointer.
pub fn explain(locale: Locale, kind: &ProblemKind) -> String {
    match locale {
        Locale::Ar => in_arabic(kind),
        Locale::En => in_english(kind),
    }
}

fn in_english(problem: &ProblemKind) -> String {
    match problem {
        ProblemKind::Syntax { line, column } => {
            ["Not JSON at line ", &line.to_string(), ", column ", &column.to_string(), ": check commas, quotes and brackets just before it."].concat()
        }
        ProblemKind::WrongType { found, expected } => {
            ["Found ", type_en(*found), ", expected ", type_en(*expected), "."].concat()
        }
        ProblemKind::Missing { field } => match *field {
            "ar" => "The Arabic text is missing: add “ar”.".to_owned(),
            "en" => "The English text is missing: add “en”.".to_owned(),
            "sources" => "Nothing is shown without a source: add “sources”.".to_owned(),
            field => ["The field ", &quoted(field), " is missing."].concat(),
        },
        ProblemKind::UnknownField { found, suggestion } => [
            "The format has no field ", &quoted(found), " here.", &meant_en(suggestion.as_ref()),
        ]
        .concat(),
        ProblemKind::DuplicateField { found } => {
            ["The field ", &quoted(found), " stands here twice: keep one."].concat()
        }
        ProblemKind::Empty => "Nothing in it: write something, or leave the field out where it is optional.".to_owned(),
        ProblemKind::UnknownWord { found, expected, suggestion } => [
            "Found ", &quoted(found), ", expected one of: ", &expected.join(", "), ".", &meant_en(suggestion.as_ref()),
        ]
        .concat(),
        ProblemKind::MalformedId { found } => [
            "Found ", &quoted(found), ", expected an id of small letters, digits and single hyphens, such as “stepfun”.",
        ]
        .concat(),
        ProblemKind::UnknownId { found, of, suggestion } => [
            "No ", kind_en(*of), " has the id ", &quoted(found), ".", &meant_en(suggestion.as_ref()),
        ]
        .concat(),
        ProblemKind::DuplicateId { found } => {
            ["The id ", &quoted(found), " stands here a second time: give it another, or take this one out."].concat()
        }
        ProblemKind::MalformedDate { found, error } => [
            "Found ", &quoted(found), ": ",
            match error {
                DateError::Shape => "expected a date such as 2025, 2025-07, 2025-07-26 or 2025-07-26/2025-07-28.",
                DateError::Impossible => "the calendar has no such date.",
                DateError::Reversed => "it ends before it starts.",
            },
        ]
        .concat(),
        ProblemKind::MalformedUrl { found } => [
            "Found ", &quoted(found), ", expected an address that begins with https:// or http://.",
        ]
        .concat(),
        ProblemKind::UnknownFormat { found } => [
            "This file is of format ", &found.to_string(), "; this program reads format 1.",
        ]
        .concat(),
        ProblemKind::NotYetHappened => "It lies after “as_of” and so has not happened: mark it “scheduled”: true, or mend the date.".to_owned(),
        ProblemKind::DuplicateMembership => "This organisation is in this alliance already: keep one entry and name every account in it.".to_owned(),
        ProblemKind::SelfRelation => "A relation leads from an organisation to itself: mend “from” or “to”.".to_owned(),
    }
}

fn in_arabic(problem: &ProblemKind) -> String {
    match problem {
        ProblemKind::Syntax { line, column } => [
            "ليس JSON سليمًا عند السطر ",
            &line.to_string(),
            "، العمود ",
            &column.to_string(),
            ": راجع الفواصل وعلامات الاقتباس والأقواس قبله مباشرة.",
        ]
        .concat(),
        ProblemKind::WrongType { found, expected } => [
            "الموجود ",
            type_ar(*found),
            "، والمطلوب ",
            type_ar(*expected),
            ".",
        ]
        .concat(),
        ProblemKind::Missing { field } => match *field {
            "ar" => ["النص العربي غير موجود: أضف ", &quoted("ar"), "."].concat(),
            "en" => ["النص الإنجليزي غير موجود: أضف ", &quoted("en"), "."].concat(),
            "sources" => ["لا يُعرض شيء بلا مصدر: أضف ", &quoted("sources"), "."].concat(),
            field => ["الحقل ", &quoted(field), " غير موجود."].concat(),
        },
        ProblemKind::UnknownField { found, suggestion } => [
            "لا تعرف الصيغة هنا حقلًا باسم ",
            &quoted(found),
            ".",
            &meant_ar(suggestion.as_ref()),
        ]
        .concat(),
        ProblemKind::DuplicateField { found } => {
            ["الحقل ", &quoted(found), " مكرر هنا: أبقِ واحدًا."].concat()
        }
        ProblemKind::Empty => "فارغ: اكتب شيئًا، أو احذف الحقل إن كان اختياريًا.".to_owned(),
        ProblemKind::UnknownWord {
            found,
            expected,
            suggestion,
        } => [
            "الموجود ",
            &quoted(found),
            "، والمطلوب إحدى هذه الكلمات: ",
            &isolated(&expected.join(", ")),
            ".",
            &meant_ar(suggestion.as_ref()),
        ]
        .concat(),
        ProblemKind::MalformedId { found } => [
            "الموجود ",
            &quoted(found),
            "، والمطلوب معرّف من أحرف لاتينية صغيرة وأرقام وشرطات مفردة، مثل ",
            &quoted("stepfun"),
            ".",
        ]
        .concat(),
        ProblemKind::UnknownId {
            found,
            of,
            suggestion,
        } => [
            "لا وجود للمعرّف ",
            &quoted(found),
            " بين ",
            kind_ar(*of),
            ".",
            &meant_ar(suggestion.as_ref()),
        ]
        .concat(),
        ProblemKind::DuplicateId { found } => {
            ["المعرّف ", &quoted(found), " مكرر هنا: غيّره أو احذفه."].concat()
        }
        ProblemKind::MalformedDate { found, error } => [
            "الموجود ",
            &quoted(found),
            ": ",
            &match error {
                DateError::Shape => [
                    "المطلوب تاريخ مثل ",
                    &isolated("2025, 2025-07, 2025-07-26, 2025-07-26/2025-07-28"),
                    ".",
                ]
                .concat(),
                DateError::Impossible => "لا وجود لهذا التاريخ في التقويم.".to_owned(),
                DateError::Reversed => "ينتهي قبل أن يبدأ.".to_owned(),
            },
        ]
        .concat(),
        ProblemKind::MalformedUrl { found } => [
            "الموجود ",
            &quoted(found),
            "، والمطلوب عنوان يبدأ بـ ",
            &isolated("https://"),
            " أو ",
            &isolated("http://"),
            ".",
        ]
        .concat(),
        ProblemKind::UnknownFormat { found } => [
            "هذا الملف من الصيغة ",
            &found.to_string(),
            "، وهذا البرنامج يقرأ الصيغة 1.",
        ]
        .concat(),
        ProblemKind::NotYetHappened => [
            "يقع بعد ",
            &quoted("as_of"),
            " فلم يحدث بعد: أضف ",
            &quoted("scheduled: true"),
            " أو صحّح التاريخ.",
        ]
        .concat(),
        ProblemKind::DuplicateMembership => {
            "هذه الجهة مذكورة في هذا التحالف من قبل: أبقِ مدخلًا واحدًا واذكر فيه كل الروايات."
                .to_owned()
        }
        ProblemKind::SelfRelation => [
            "علاقة تربط الجهة بنفسها: صحّح ",
            &quoted("from"),
            " أو ",
            &quoted("to"),
            ".",
        ]
        .concat(),
    }
}

fn meant_en(suggestion: Option<&String>) -> String {
    suggestion.map_or_else(String::new, |word| {
        [" Did you mean ", &quoted(word), "?"].concat()
    })
}

fn meant_ar(suggestion: Option<&String>) -> String {
    suggestion.map_or_else(String::new, |word| {
        [" هل المقصود ", &quoted(word), "؟"].concat()
    })
}

/// What stands in the file, isolated, and cut where it is long.
fn quoted(found: &str) -> String {
    let mut short: String = found.chars().take(QUOTED_CHARS).collect();
    if short.len() < found.len() {
        short.push('…');
    }
    ["“", &isolated(&short), "”"].concat()
}

const fn type_en(json: JsonType) -> &'static str {
    match json {
        JsonType::Null => "null",
        JsonType::Bool => "true or false",
        JsonType::Whole => "a whole number",
        JsonType::Fraction => "a number with a fraction",
        JsonType::String => "a text in quotes",
        JsonType::Array => "a list in […]",
        JsonType::Object => "fields in {…}",
    }
}

const fn type_ar(json: JsonType) -> &'static str {
    match json {
        JsonType::Null => "null",
        JsonType::Bool => "true أو false",
        JsonType::Whole => "عدد صحيح",
        JsonType::Fraction => "عدد عشري",
        JsonType::String => "نص بين علامتي اقتباس",
        JsonType::Array => "قائمة بين […]",
        JsonType::Object => "حقول بين {…}",
    }
}

const fn kind_en(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "source",
        Kind::Account => "account",
        Kind::List => "official list",
        Kind::Alliance => "alliance",
        Kind::Organization => "organisation",
        Kind::Node => "alliance or organisation",
        Kind::Subject => "alliance, organisation or event",
    }
}

const fn kind_ar(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "المصادر",
        Kind::Account => "الروايات",
        Kind::List => "القوائم الرسمية",
        Kind::Alliance => "التحالفات",
        Kind::Organization => "الجهات",
        Kind::Node => "التحالفات والجهات",
        Kind::Subject => "التحالفات والجهات والأحداث",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_id_comes_with_the_one_that_was_meant() {
        let problem = ProblemKind::UnknownId {
            found: "baidu-inc".into(),
            of: Kind::Organization,
            suggestion: Some("baidu".into()),
        };
        assert_eq!(
            explain(Locale::En, &problem),
            "No organisation has the id “\u{2068}baidu-inc\u{2069}”. Did you mean “\u{2068}baidu\u{2069}”?"
        );
        assert!(
            explain(Locale::Ar, &problem).contains("هل المقصود"),
            "the suggestion in Arabic"
        );
    }

    #[test]
    fn a_very_long_find_is_cut() {
        let found = "x".repeat(10_000);
        let said = explain(Locale::En, &ProblemKind::MalformedUrl { found });
        assert!(said.chars().count() < 200, "{said}");
    }
}
