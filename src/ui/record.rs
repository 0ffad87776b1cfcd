//! The record as markup: what a page tells before its scripts, and without them.

use super::context::{SharedAtlas, Texts};
use super::controls::{anchor, step_anchor};
use super::details::{View, cited, imprint, panel};
use super::element::{Element, el};
use super::hooks::RECORD;
use crate::locale::Locale;
use crate::locale::catalog::still::StillMessages;
use crate::locale::catalog::tour::TourMessages;
use crate::scene::{details, record, statement};
use crate::state::State;

/// Every alliance, organization, event and source, in order and with links
/// between them.
pub(super) fn record(atlas: &SharedAtlas, locale: Locale) -> Element {
    let record = record::of(atlas, locale);
    let words = StillMessages::of(locale);
    let texts = Texts::of(locale);
    let view = view(atlas, texts, ["h4", "h5"], false);
    let reach = statement::reach(atlas.ecosystem(), locale);
    let mut whole = el("section")
        .fixed(&[("id", RECORD), ("class", "record")])
        .set("lang", locale.tag())
        .set("aria-labelledby", "record-heading")
        .child(el("h2").set("id", "record-heading").text(words.record))
        .child(el("p").class("statement").text(words.record_lead))
        .child(el("p").class("statement").text(&reach));
    if !record.steps.is_empty() {
        let mut steps = el("ol").class("story");
        for step in &record.steps {
            let item = el("li")
                .set("id", &step_anchor(&step.slug))
                .set("tabindex", "-1");
            let title = el("h4").text(&step.title);
            steps = steps.child(item.child(title).child(view.body(el("p"), &step.text)));
        }
        let heading = el("h3").text(TourMessages::of(locale).name);
        whole = whole.child(el("section").child(heading).child(steps));
    }
    for chapter in &record.chapters {
        let mut section = el("section").child(el("h3").text(chapter.heading));
        for (subject, profile) in &chapter.profiles {
            let id = anchor(atlas.ecosystem(), *subject);
            let article = el("article").set("id", &id).set("tabindex", "-1");
            section = section.child(view.profile(article, profile));
        }
        whole = whole.child(section);
    }
    let sources = atlas.ecosystem().sources.ids().map(|id| {
        let item = el("li").set("id", &cited(id)).set("tabindex", "-1");
        imprint(item, atlas, texts, id)
    });
    let sources = el("section")
        .class("sources")
        .child(el("h3").text(texts.words.sources))
        .child(el("ol").children(sources));
    whole.child(sources)
}

/// The story at a glance, as the app will show it; its sources are the record's.
pub(super) fn glance(atlas: &SharedAtlas, locale: Locale) -> Element {
    let texts = Texts::of(locale);
    let story = details::of(atlas, &State::opening(atlas.ecosystem(), locale));
    view(atlas, texts, ["h2", "h3"], true).profile(panel(texts), &story)
}

fn view<'a>(
    atlas: &'a SharedAtlas,
    texts: Texts,
    headings: [&'static str; 2],
    folded: bool,
) -> View<'a> {
    View {
        atlas,
        texts,
        on_action: None,
        headings,
        folded,
    }
}
