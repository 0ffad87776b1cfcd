//! The details: the profile of what is in focus, as headings, lists and links.

use super::classes::{tone_class, when};
use super::context::{SharedAtlas, Texts};
use super::controls::{acting_button, link, still_link};
use super::element::{Element, el, span};
use super::part::Projection;
use crate::locale::catalog::language::language;
use crate::locale::{Locale, format};
use crate::model::Certainty;
use crate::model::id::SourceId;
use crate::scene::details;
use crate::scene::profile::{Item, Profile, Section, number};
use crate::state::Action;
use yew::prelude::*;

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
        let view = View {
            atlas,
            texts: Texts::of(self.input.locale),
            on_action: Some(&self.on_action),
            headings: ["h2", "h3"],
            folded: true,
        };
        let words = view.texts.words;
        let slug = focus.map_or("", |subject| atlas.ecosystem().slug(subject));
        let mut aside = panel(view.texts).key(slug);
        if focus.is_some() {
            let back = acting_button(&self.on_action, Action::Focus(None));
            aside = aside.child(back.set("id", "back").class("back").text(words.back));
        }
        view.profile(aside, &details::of(atlas, self.input)).into()
    }
}

/// The place of the details, with nothing in it.
pub(super) fn panel(texts: Texts) -> Element {
    el("aside")
        .fixed(&[("id", DETAILS), ("class", "details"), ("tabindex", "-1")])
        .set("aria-label", texts.words.details)
}

/// How profiles are written.
pub(super) struct View<'a> {
    pub(super) atlas: &'a SharedAtlas,
    pub(super) texts: Texts,
    /// What answers; nothing where the page stands still.
    pub(super) on_action: Option<&'a Callback<Action>>,
    /// The elements of a profile's heading and of its sections' headings.
    pub(super) headings: [&'static str; 2],
    /// Whether one target at a fact says how sure it is and leads to its sources; otherwise their
    /// numbers do.
    pub(super) folded: bool,
}

impl View<'_> {
    /// A profile into an element.
    pub(super) fn profile(&self, aside: Element, profile: &Profile) -> Element {
        let heading = el(self.headings[0]).text(&profile.heading);
        self.facts(aside.child(heading), profile)
    }

    /// What follows a profile's heading.
    pub(super) fn facts(&self, mut aside: Element, profile: &Profile) -> Element {
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
            let absent = when(item.absent, "absent");
            list = list.child(if section.terms {
                el("div")
                    .class(absent)
                    .child(el("dt").text(item.term.as_deref().unwrap_or_default()))
                    .child(self.body(el("dd"), item))
            } else {
                let tone = item.tone.map_or("", tone_class);
                self.body(el("li").classes(&[absent, tone]), item)
            });
        }
        let heading = section.heading.as_ref();
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
        if let Some(number) = item.doubt {
            let link = el("a").set("href", &["#", &doubt(number)].concat());
            element = element.child(link.text(&item.text));
        } else if !item.text.is_empty() {
            element = element.child(span("text", &item.text));
        }
        let element = if self.folded {
            element.node(self.evidence(item))
        } else {
            self.numbers(element, item)
        };
        element.children(item.remarks.iter().map(|remark| span("remark", remark)))
    }

    /// How sure we are, and from how many sources, as what opens them here or, where nothing
    /// answers, leads to the record's; nothing where there is neither.
    pub(super) fn evidence(&self, item: &Item) -> Html {
        let Some(first) = item.cites.first() else {
            let certainty = item.certainty.map(|it| certainty(self.texts, it));
            return certainty.map(Html::from).unwrap_or_default();
        };
        if self.on_action.is_some() {
            return html! {
                <Evidence
                    atlas={self.atlas}
                    locale={self.texts.locale}
                    certainty={item.certainty}
                    sources={item.cites.clone()}
                />
            };
        }
        let link = el("a").set("href", &["#", &cited(*first)].concat());
        let link = label(link, self.texts, item.certainty, item.cites.len());
        el("div").class("evidence").child(link).into()
    }

    /// The numbers of sources, and how sure we are.
    fn numbers(&self, mut element: Element, item: &Item) -> Element {
        if !item.cites.is_empty() {
            let cites = item.cites.iter().map(|id| {
                el("a")
                    .set("href", &["#", &cited(*id)].concat())
                    .text(&number(*id).to_string())
            });
            // What the numbers are is said once for all of them, here and in markup.
            let sup = el("sup").set("role", "group");
            let sup = sup.set("aria-label", self.texts.words.sources);
            element = element.child(sup.children(cites));
        }
        element.child_if(item.certainty.map(|it| certainty(self.texts, it)))
    }
}

/// The id of a source in the record.
pub(super) fn cited(id: SourceId) -> String {
    ["cited-", &number(id).to_string()].concat()
}

/// The id of a doubt in the record.
pub(super) fn doubt(number: usize) -> String {
    ["doubt-", &number.to_string()].concat()
}

fn certainty(texts: Texts, certainty: Certainty) -> Element {
    let class = match certainty {
        Certainty::Documented { unopened: false } => "documented",
        Certainty::Several { .. } => "several",
        Certainty::Documented { unopened: true } | Certainty::Single(_) => "single",
        Certainty::Unconfirmed => "unconfirmed",
        Certainty::Disputed(_) => "disputed",
        Certainty::Announced(_) => "announced",
    };
    el("span")
        .classes(&["certainty", class])
        .text(&texts.words.certainty(certainty))
}

/// How sure we are, and how many sources there are, in what opens them or leads to them.
fn label(press: Element, texts: Texts, sure: Option<Certainty>, sources: usize) -> Element {
    let count = texts.words.source_count.say(texts.locale, sources);
    press
        .child_if(sure.map(|it| certainty(texts, it)))
        .child(span("count", &count))
}

#[derive(Properties, PartialEq)]
struct EvidenceProps {
    atlas: SharedAtlas,
    locale: Locale,
    certainty: Option<Certainty>,
    sources: Vec<SourceId>,
}

/// How sure we are of a fact, and its sources, which open in place. They are not in the page
/// before: with something chosen they would be half of its elements.
#[component]
fn Evidence(props: &EvidenceProps) -> Html {
    let open = use_state(|| false);
    let texts = Texts::of(props.locale);
    let turn = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let button = el("button")
        .fixed(&[("type", "button")])
        .aria("aria-expanded", *open)
        .on_click(turn);
    let list = (*open).then(|| {
        let sources = props.sources.iter().map(|id| {
            let item = el("li").set("value", &number(*id).to_string());
            imprint(item, &props.atlas, texts, *id)
        });
        el("ol").class("cited").children(sources)
    });
    el("div")
        .class("evidence")
        .child(label(button, texts, props.certainty, props.sources.len()))
        .child_if(list)
        .into()
}

/// A source as an entry of a list: its title, which leads to it, and what is known of it.
pub(super) fn imprint(item: Element, atlas: &SharedAtlas, texts: Texts, id: SourceId) -> Element {
    let (words, locale) = (texts.words, texts.locale);
    let source = &atlas.ecosystem().sources[id];
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
        .set("lang", &source.language)
        .set("title", words.opens_new_tab)
        .text(&source.title);
    let mut imprint = el("span")
        .class("imprint")
        .child(el("bdi").text(&source.publisher))
        .text(words.comma)
        .text(&published)
        .text(words.comma)
        .text(language(words.locale, &source.language))
        .text(words.comma)
        .text(words.source_kind(source.kind));
    if let Some(host) = words.host(source.host) {
        imprint = imprint.text(words.comma).text(host);
    }
    if source.unopened {
        imprint = imprint.text(words.comma).text(words.not_opened);
    }
    let note = source.note.as_ref();
    item.child(title)
        .child(imprint)
        .child_if(note.map(|note| span("remark", note.get(locale))))
}
