//! The details: a sheet of facts as headings, lists and links.

use super::context::{SharedAtlas, Texts};
use super::element::{Element, el};
use super::parts::{acting_button, link, span, tone_class, when};
use crate::locale::format;
use crate::model::Certainty;
use crate::model::id::SourceId;
use crate::platform;
use crate::scene::details;
use crate::scene::sheet::{Item, Section, Sheet};
use crate::state::{Action, State};
use yew::{Callback, MouseEvent};

/// The id of the details.
pub(super) const DETAILS: &str = "details";

/// What is known of what is in focus.
pub(super) fn details(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Element {
    let sheet = details::of(atlas, &state);
    let view = View {
        atlas,
        texts: Texts::of(state.locale),
        on_action,
    };
    let words = view.texts.words;
    let mut aside = el("aside")
        .fixed(&[("id", DETAILS), ("class", "details"), ("tabindex", "-1")])
        .set("aria-label", words.details)
        .key(
            state
                .focus
                .map_or("", |subject| atlas.ecosystem().slug(subject)),
        );
    if state.focus.is_some() {
        let back = acting_button(on_action, Action::Focus(None));
        aside = aside.child(back.set("id", "back").class("back").text(words.back));
    }
    view.sheet(aside, &sheet)
}

/// A longer list of sources is closed until it is asked for, or until one of its
/// numbers is followed.
const SOURCES_SHOWN: usize = 12;

struct View<'a> {
    atlas: &'a SharedAtlas,
    texts: Texts,
    on_action: &'a Callback<Action>,
}

impl View<'_> {
    fn sheet(&self, aside: Element, sheet: &Sheet) -> Element {
        let mut aside = aside.child(el("h2").text(&sheet.heading));
        if !sheet.names.is_empty() {
            let names = sheet.names.iter();
            let names = names.map(|(language, name)| el("bdi").set("lang", language).text(name));
            aside = aside.child(el("p").class("names").children(names));
        }
        if !sheet.badges.is_empty() {
            let badges = sheet.badges.iter().map(|badge| el("li").text(badge));
            aside = aside.child(el("ul").class("badges").children(badges));
        }
        aside
            .child(self.body(el("div").class("lead"), &sheet.lead))
            .children(sheet.sections.iter().map(|section| self.section(section)))
            .child(self.sources(&sheet.sources))
    }

    fn section(&self, section: &Section) -> Element {
        let mut list = el(if section.terms { "dl" } else { "ul" });
        for item in &section.items {
            let later = when(item.later, "later");
            list = list.child(if section.terms {
                el("div")
                    .class(later)
                    .child(el("dt").text(item.term.unwrap_or_default()))
                    .child(self.body(el("dd"), item))
            } else {
                let tone = item.tone.map_or("", tone_class);
                self.body(el("li").classes(&[later, tone]), item)
            });
        }
        let heading = section.heading.map(|heading| el("h3").text(heading));
        el("section").child_if(heading).child(list)
    }

    /// When, who, what, how sure, where from, and what else to know.
    fn body(&self, mut element: Element, item: &Item) -> Element {
        if let Some((said, date)) = &item.when {
            // A date moves the day shown.
            let button = acting_button(self.on_action, Action::MoveTo(*date));
            element = element.child(
                button
                    .class("when")
                    .set("title", self.texts.words.show_this_date)
                    .text(said),
            );
        }
        if let Some((subject, name)) = &item.link {
            element = element.child(link(self.on_action, *subject, name));
        }
        if !item.text.is_empty() {
            element = element.child(span("text", &item.text));
        }
        if !item.cites.is_empty() {
            let cites = item
                .cites
                .iter()
                .map(|number| self.cite(&number.to_string()));
            element = element.child(el("sup").class("cites").children(cites));
        }
        if let Some(certainty) = item.certainty {
            element = element.child(self.certainty(certainty));
        }
        element.children(item.remarks.iter().map(|remark| span("remark", remark)))
    }

    fn cite(&self, number: &str) -> Element {
        let target = ["source-", number].concat();
        let href = ["#", &target].concat();
        let label = [self.texts.words.sources, " ", number].concat();
        // The address belongs to the state, so the jump is made here.
        let jump = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            platform::reveal(&target);
        });
        el("a")
            .class("cite")
            .set("href", &href)
            .set("aria-label", &label)
            .on_click(jump)
            .text(number)
    }

    fn certainty(&self, certainty: Certainty) -> Element {
        let class = match certainty {
            Certainty::Several(_) => "several",
            Certainty::Single => "single",
            Certainty::Disputed => "disputed",
            Certainty::Announced => "announced",
        };
        el("span")
            .classes(&["certainty", class])
            .text(&self.texts.words.certainty(certainty))
    }

    fn sources(&self, sources: &[SourceId]) -> Element {
        let summary = el("summary")
            .child(el("h3").text(self.texts.words.sources))
            .child(el("span").text(&sources.len().to_string()));
        let items = sources.iter().enumerate().map(|(index, id)| {
            let item = el("li")
                .set("id", &["source-", &(index + 1).to_string()].concat())
                .set("tabindex", "-1");
            self.source(item, *id)
        });
        el("details")
            .class("sources")
            .flag("open", sources.len() <= SOURCES_SHOWN)
            .child(summary)
            .child(el("ol").children(items))
    }

    fn source(&self, item: Element, id: SourceId) -> Element {
        let (words, locale) = (self.texts.words, self.texts.locale);
        let source = &self.atlas.ecosystem().sources[id];
        let published = source.published.map_or_else(
            || words.undated.to_owned(),
            |when| format::when(locale, when),
        );
        let title = el("a")
            .set("href", &source.url)
            .fixed(&[
                ("target", "_blank"),
                ("rel", "noopener noreferrer"),
                ("dir", "auto"),
            ])
            .set("lang", source.language)
            .set("title", words.opens_new_tab)
            .text(&source.title);
        let mut imprint = el("span")
            .class("imprint")
            .child(el("bdi").text(&source.publisher))
            .text(words.comma)
            .text(&published)
            .text(words.comma)
            .text(words.source_language(source));
        if let Some(reliability) = words.reliability(source.reliability) {
            imprint = imprint.text(words.comma).text(reliability);
        }
        let note = source.note.as_ref();
        item.child(title)
            .child(imprint)
            .child_if(note.map(|note| span("remark", note.get(locale))))
    }
}
