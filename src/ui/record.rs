//! The record as markup: what a page tells before its scripts, and without them.

use super::context::{SharedAtlas, Texts};
use super::controls::{anchor, step_anchor};
use super::details::{View, cited, doubt, imprint, panel};
use super::element::{Element, el, span};
use super::hooks::RECORD;
use crate::locale::Locale;
use crate::locale::catalog::export::ExportMessages;
use crate::locale::catalog::still::StillMessages;
use crate::locale::catalog::tour::TourMessages;
use crate::scene::{details, record, statement};
use crate::state::State;

/// Every alliance, organization, event, doubt and source, in order and with links
/// between them. What is long is folded: browsers open it where a link leads there, or where a
/// search in the page finds something in it.
pub(super) fn record(atlas: &SharedAtlas, locale: Locale) -> Element {
    let record = record::of(atlas, locale);
    let words = StillMessages::of(locale);
    let texts = Texts::of(locale);
    let view = view(atlas, texts, ["h4", "h5"], false);
    let reach = statement::reach(atlas.ecosystem(), locale);
    let mut parts = Parts::default();
    if !record.steps.is_empty() {
        let mut steps = el("ol").class("story");
        for step in &record.steps {
            let item = el("li")
                .set("id", &step_anchor(&step.slug))
                .set("tabindex", "-1");
            let title = el("h4").text(&step.title);
            steps = steps.child(item.child(title).child(view.body(el("p"), &step.text)));
        }
        let name = TourMessages::of(locale).name;
        parts.add("story", name, record.steps.len(), steps);
    }
    for chapter in &record.chapters {
        let profiles = chapter.profiles.iter().map(|(subject, profile)| {
            let anchor = anchor(atlas.ecosystem(), *subject);
            let article = el("article").set("id", &anchor).set("tabindex", "-1");
            if !chapter.folded {
                return view.profile(article, profile);
            }
            let note = match &profile.lead.when {
                Some((day, _)) => day.clone(),
                None => profile.badges.join(texts.words.comma),
            };
            let summary = el("summary").child(el("h4").text(&profile.heading));
            el("details")
                .child(summary.text(" ").child(span("note", &note)))
                .child(view.facts(article, profile))
        });
        let profiles = el("div").children(profiles);
        parts.add(
            chapter.slug,
            chapter.heading,
            chapter.profiles.len(),
            profiles,
        );
    }
    if !record.doubts.is_empty() {
        let doubts = record.doubts.iter().zip(1..).map(|(item, number)| {
            let entry = el("li").set("id", &doubt(number)).set("tabindex", "-1");
            view.body(entry, item)
        });
        let doubts = el("ol").class("doubts").children(doubts);
        let heading = texts.words.uncertainties;
        parts.add("doubts", heading, record.doubts.len(), doubts);
    }
    let sources = &atlas.ecosystem().sources;
    let listed = sources.ids().map(|id| {
        let item = el("li").set("id", &cited(id)).set("tabindex", "-1");
        imprint(item, atlas, texts, id)
    });
    let count = texts.words.source_count.say(locale, sources.len());
    let listed = el("details")
        .class("sources")
        .child(el("summary").text(&count))
        .child(el("ol").children(listed));
    parts.add("sources", texts.words.sources, sources.len(), listed);
    let to_contents = el("a").set("href", "#record-heading");
    let end = el("footer")
        .child(el("h3").text(words.method_heading))
        .child(el("p").text(words.method))
        .child(el("p").text(ExportMessages::of(locale).licence))
        .child(el("p").child(to_contents.text(words.to_contents)));
    el("section")
        .fixed(&[("id", RECORD), ("class", "record")])
        .set("lang", locale.tag())
        .set("aria-labelledby", "record-heading")
        .child(
            el("h2")
                .fixed(&[("id", "record-heading"), ("tabindex", "-1")])
                .text(words.record),
        )
        .child(el("p").class("statement").text(words.record_lead))
        .child(el("p").class("statement").text(&reach))
        .child(
            el("nav")
                .class("contents")
                .set("aria-label", words.contents)
                .child(el("ul").children(parts.contents)),
        )
        .children(parts.sections)
        .child(end)
}

/// The parts of the record, and the links to them.
#[derive(Default)]
struct Parts {
    contents: Vec<Element>,
    sections: Vec<Element>,
}

impl Parts {
    /// A part with a heading; the contents say how many entries it has.
    fn add(&mut self, slug: &str, heading: &str, entries: usize, body: Element) {
        let id = ["record-", slug].concat();
        let link = el("a").set("href", &["#", &id].concat()).text(heading);
        let count = span("count", &entries.to_string());
        self.contents
            .push(el("li").child(link).text(" ").child(count));
        let section = el("section").set("id", &id).set("tabindex", "-1");
        self.sections
            .push(section.child(el("h3").text(heading)).child(body));
    }
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
