//! The details: a sheet of facts as headings, lists and links.

use super::context::{SharedAtlas, Texts};
use super::parts::{Button, class_of, doing, link, span, tone_class, when};
use crate::locale::format;
use crate::model::Certainty;
use crate::model::id::SourceId;
use crate::platform;
use crate::scene::details;
use crate::scene::sheet::{Item, Section, Sheet};
use crate::state::{Action, State};
use yew::prelude::*;

/// The id of the details.
pub(super) const DETAILS: &str = "details";

/// What is known of what is in focus.
pub(super) fn details(atlas: &SharedAtlas, state: State, on_action: &Callback<Action>) -> Html {
    let sheet = details::of(atlas, &state);
    let view = View {
        atlas,
        texts: Texts::of(state.locale),
        on_action,
    };
    let back = state.focus.is_some().then(|| {
        let button = Button {
            id: Some("back"),
            class: "back",
            onclick: doing(on_action, Action::Focus(None)),
            ..Button::default()
        };
        button.of(view.texts.words.back.into())
    });
    html! {
        <aside
            id={DETAILS}
            class="details"
            tabindex="-1"
            aria-label={view.texts.words.details}
            key={state.focus.map_or("", |subject| atlas.ecosystem().slug(subject)).to_owned()}
        >
            { back }
            { view.sheet(&sheet) }
        </aside>
    }
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
    fn sheet(&self, sheet: &Sheet) -> Html {
        html! {
            <>
                <h2>{ sheet.heading.clone() }</h2>
                { names(sheet) }
                { badges(sheet) }
                <div class="lead">{ self.body(&sheet.lead) }</div>
                for section in &sheet.sections { { self.section(section) } }
                { self.sources(&sheet.sources) }
            </>
        }
    }

    fn section(&self, section: &Section) -> Html {
        let items = section.items.iter();
        let heading = section
            .heading
            .map(|heading| html! { <h3>{ heading }</h3> });
        let list = if section.terms {
            html! {
                <dl>
                    for item in items {
                        <div class={class_of(&[when(item.later, "later")])}>
                            <dt>{ item.term }</dt>
                            <dd>{ self.body(item) }</dd>
                        </div>
                    }
                </dl>
            }
        } else {
            html! {
                <ul>
                    for item in items {
                        <li class={class_of(&[when(item.later, "later"), item.tone.map_or("", tone_class)])}>
                            { self.body(item) }
                        </li>
                    }
                </ul>
            }
        };
        html! { <section>{ heading }{ list }</section> }
    }

    /// When, who, what, how sure, where from, and what else to know.
    fn body(&self, item: &Item) -> Html {
        let cites = item.cites.iter().map(|number| {
            let number = number.to_string();
            let href = ["#source-", &number].concat();
            // The address belongs to the state, so the jump is made here.
            let target = ["source-", &number].concat();
            let onclick = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                platform::reveal(&target);
            });
            let label = [self.texts.words.sources, " ", &number].concat();
            html! { <a class="cite" {href} {onclick} aria-label={label}>{ number }</a> }
        });
        html! {
            <>
                { self.when(item) }
                { item.link.as_ref().map(|(subject, name)| link(self.on_action, *subject, name, None)) }
                if !item.text.is_empty() { { span("text", item.text.clone()) } }
                if !item.cites.is_empty() {
                    <sup class="cites">{ for cites }</sup>
                }
                { item.certainty.map(|certainty| self.certainty(certainty)) }
                for remark in &item.remarks { { span("remark", remark.clone()) } }
            </>
        }
    }

    /// A date that moves the day shown.
    fn when(&self, item: &Item) -> Html {
        let Some((said, date)) = &item.when else {
            return html! {};
        };
        let button = Button {
            class: "when",
            onclick: doing(self.on_action, Action::MoveTo(*date)),
            ..Button::default()
        };
        button.of(said.clone().into())
    }

    fn certainty(&self, certainty: Certainty) -> Html {
        let class = match certainty {
            Certainty::Several(_) => "several",
            Certainty::Single => "single",
            Certainty::Disputed => "disputed",
            Certainty::Announced => "announced",
        };
        html! {
            <span class={class_of(&["certainty", class])}>{ self.texts.words.certainty(certainty) }</span>
        }
    }

    fn sources(&self, sources: &[SourceId]) -> Html {
        let words = self.texts.words;
        html! {
            <details class="sources" open={sources.len() <= SOURCES_SHOWN}>
                <summary>
                    <h3>{ words.sources }</h3>
                    <span>{ sources.len().to_string() }</span>
                </summary>
                <ol>
                    for (index, id) in sources.iter().enumerate() {
                        <li id={["source-", &(index + 1).to_string()].concat()} tabindex="-1">
                            { self.source(*id) }
                        </li>
                    }
                </ol>
            </details>
        }
    }

    fn source(&self, id: SourceId) -> Html {
        let (words, locale) = (self.texts.words, self.texts.locale);
        let source = &self.atlas.ecosystem().sources[id];
        let published = source.published.map_or_else(
            || words.undated.to_owned(),
            |when| format::when(locale, when),
        );
        let reliability = words.reliability(source.reliability);
        html! {
            <>
                <a
                    href={source.url.clone()}
                    target="_blank"
                    rel="noopener noreferrer"
                    lang={source.language}
                    dir="auto"
                    title={words.opens_new_tab}
                >
                    { source.title.clone() }
                </a>
                <span class="imprint">
                    <bdi>{ source.publisher.clone() }</bdi>
                    { words.comma }{ published }
                    { words.comma }{ words.source_language(source) }
                    if let Some(reliability) = reliability {
                        { words.comma }{ reliability }
                    }
                </span>
                if let Some(note) = &source.note {
                    { span("remark", note.get(locale).to_owned()) }
                }
            </>
        }
    }
}

fn names(sheet: &Sheet) -> Html {
    if sheet.names.is_empty() {
        return html! {};
    }
    html! {
        <p class="names">
            for (language, name) in &sheet.names {
                <bdi lang={*language}>{ name.clone() }</bdi>
            }
        </p>
    }
}

fn badges(sheet: &Sheet) -> Html {
    if sheet.badges.is_empty() {
        return html! {};
    }
    html! {
        <ul class="badges">
            for badge in &sheet.badges { <li>{ badge.clone() }</li> }
        </ul>
    }
}
