//! The details: the profile of what is in focus, as headings, lists and links.

use super::classes::{tone_class, when};
use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, link, still_link};
use super::element::{Element, el, span};
use super::part::Projection;
use crate::locale::format;
use crate::model::Certainty;
use crate::model::id::SourceId;
use crate::platform;
use crate::scene::details;
use crate::scene::profile::{Item, Profile, Section};
use crate::state::Action;
use yew::{Callback, Html, MouseEvent};

/// The id of the details.
pub(super) const DETAILS: &str = "details";

/// What is known of what is in focus.
#[derive(PartialEq)]
pub(super) struct Details {
    pub(super) atlas: SharedAtlas,
    pub(super) input: details::Input,
    pub(super) on_action: Callback<Action>,
}

impl Projection for Details {
    fn draw(&self) -> Html {
        let (atlas, focus) = (&self.atlas, self.input.focus);
        let profile = details::of(atlas, self.input);
        let view = View {
            atlas,
            texts: Texts::of(self.input.locale),
            on_action: Some(&self.on_action),
            headings: ["h2", "h3"],
            source: "source-",
        };
        let words = view.texts.words;
        let slug = focus.map_or("", |subject| atlas.ecosystem().slug(subject));
        let mut aside = panel(view.texts).key(slug);
        if focus.is_some() {
            let back = acting_button(&self.on_action, Action::Focus(None));
            aside = aside.child(back.set("id", "back").class("back").text(words.back));
        }
        view.profile(aside, &profile)
            .child(view.sources(&profile.sources, profile.sources.len() <= SOURCES_SHOWN))
            .into()
    }
}

/// The place of the details, with nothing in it.
pub(super) fn panel(texts: Texts) -> Element {
    el("aside")
        .fixed(&[("id", DETAILS), ("class", "details"), ("tabindex", "-1")])
        .set("aria-label", texts.words.details)
}

/// A longer list of sources is closed until it is asked for, or until one of its
/// numbers is followed.
const SOURCES_SHOWN: usize = 12;

/// How profiles are written.
pub(super) struct View<'a> {
    pub(super) atlas: &'a SharedAtlas,
    pub(super) texts: Texts,
    /// What answers; nothing where the page stands still.
    pub(super) on_action: Option<&'a Callback<Action>>,
    /// The elements of a profile's heading and of its sections' headings.
    pub(super) headings: [&'static str; 2],
    /// What the id of a source begins with; its number follows.
    pub(super) source: &'static str,
}

impl View<'_> {
    /// A profile into an element, without its sources.
    pub(super) fn profile(&self, aside: Element, profile: &Profile) -> Element {
        let mut aside = aside.child(el(self.headings[0]).text(&profile.heading));
        if !profile.names.is_empty() {
            let names = profile.names.iter();
            let names = names.map(|(language, name)| el("bdi").set("lang", language).text(name));
            aside = aside.child(el("p").class("names").children(names));
        }
        if !profile.badges.is_empty() {
            let badges = profile.badges.iter().map(|badge| el("li").text(badge));
            aside = aside.child(el("ul").class("badges").children(badges));
        }
        aside
            .child(self.body(el("div").class("lead"), &profile.lead))
            .children(profile.sections.iter().map(|section| self.section(section)))
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
        let heading = section.heading;
        let heading = heading.map(|heading| el(self.headings[1]).text(heading));
        el("section").child_if(heading).child(list)
    }

    /// When, who, what, how sure, where from, and what else to know.
    pub(super) fn body(&self, mut element: Element, item: &Item) -> Element {
        if let Some((day, date)) = &item.when {
            let date = match self.on_action {
                // A date moves the day shown.
                Some(on_action) => acting_button(on_action, Action::MoveTo(*date))
                    .set("title", self.texts.words.show_this_date),
                None => el("span"),
            };
            element = element.child(date.class("when").text(day));
        }
        if let Some((subject, name)) = &item.link {
            let story = self.atlas.ecosystem();
            element = element.child(match self.on_action {
                Some(on_action) => link(on_action, story, *subject, name),
                None => still_link(story, *subject, name),
            });
        }
        if !item.text.is_empty() {
            element = element.child(span("text", &item.text));
        }
        if !item.cites.is_empty() {
            let cites = item
                .cites
                .iter()
                .map(|number| self.cite(&number.to_string()));
            // What the numbers are is said once for all of them, here and in markup.
            let sup = el("sup").set("role", "group");
            let sup = sup.set("aria-label", self.texts.words.sources);
            element = element.child(sup.children(cites));
        }
        if let Some(certainty) = item.certainty {
            element = element.child(self.certainty(certainty));
        }
        element.children(item.remarks.iter().map(|remark| span("remark", remark)))
    }

    fn cite(&self, number: &str) -> Element {
        let target = [self.source, number].concat();
        let href = ["#", &target].concat();
        // The address belongs to the state, so the jump is made here.
        let jump = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            platform::reveal(&target);
        });
        el("a").set("href", &href).on_click(jump).text(number)
    }

    fn certainty(&self, certainty: Certainty) -> Element {
        let class = match certainty {
            Certainty::Documented => "documented",
            Certainty::Several { .. } => "several",
            Certainty::Single { .. } => "single",
            Certainty::Unconfirmed => "unconfirmed",
            Certainty::Disputed { .. } => "disputed",
            Certainty::Announced { .. } => "announced",
        };
        el("span")
            .classes(&["certainty", class])
            .text(&self.texts.words.certainty(certainty))
    }

    /// Sources under their numbers, to be opened and closed.
    pub(super) fn sources(&self, sources: &[SourceId], open: bool) -> Element {
        let summary = el("summary")
            .child(el("h3").text(self.texts.words.sources))
            .child(el("span").text(&sources.len().to_string()));
        el("details")
            .class("sources")
            .flag("open", open)
            .child(summary)
            .child(self.numbered(sources))
    }

    /// Sources under their numbers.
    pub(super) fn numbered(&self, sources: &[SourceId]) -> Element {
        let items = sources.iter().enumerate().map(|(index, id)| {
            let item = el("li")
                .set("id", &[self.source, &(index + 1).to_string()].concat())
                .set("tabindex", "-1");
            self.imprint(item, *id)
        });
        el("ol").children(items)
    }

    fn imprint(&self, item: Element, id: SourceId) -> Element {
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
            .text(words.source_language(source))
            .text(words.comma)
            .text(words.source_kind(source.kind));
        if let Some(host) = words.host(source.host) {
            imprint = imprint.text(words.comma).text(host);
        }
        let note = source.note.as_ref();
        item.child(title)
            .child(imprint)
            .child_if(note.map(|note| span("remark", note.get(locale))))
    }
}
