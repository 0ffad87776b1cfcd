//! The sheet: what a state shows as it is printed and handed out. On a screen nobody sees
//! it; `assets/print.css` shows it in place of the page.

use super::classes::tone_class;
use super::context::{SharedAtlas, Texts};
use super::element::{Element, el, span};
use super::legend;
use super::network::print;
use crate::graph::Slice;
use crate::locale::format;
use crate::model::Certainty;
use crate::model::id::{Id, SourceId};
use crate::platform;
use crate::scene::briefing::{self, Group, Member};
use crate::scene::profile::Item;
use crate::scene::statement;
use crate::state::{State, View};

/// The sheet of a state.
pub(super) fn sheet(atlas: &SharedAtlas, state: State) -> Element {
    let (story, texts) = (atlas.ecosystem(), Texts::of(state.locale));
    let (locale, words) = (state.locale, texts.words);
    let slice = Slice::of(atlas.graph(), story, state.query());
    let address = platform::site_address();
    let briefing = briefing::of(atlas, &state, &slice, address.as_deref());
    let writer = Writer {
        atlas,
        texts,
        sources: &briefing.sources,
    };
    let mut product = words.product.to_owned();
    if !statement::is_latest(story, state.date) {
        // The statement is of another day than the facts.
        let reach = statement::reach(story, locale);
        product = [&product, " · ", &reach].concat();
    }
    let kicker = el("p")
        .class("kicker")
        .child(el("span").text(story.kicker.get(locale)))
        .child(el("span").text(&product));
    // The page has its first heading, of which there is one.
    let headline = el("p")
        .fixed(&[
            ("class", "headline"),
            ("role", "heading"),
            ("aria-level", "1"),
        ])
        .text(story.title.get(locale));
    let head = el("header")
        .child(kicker)
        .child(headline)
        .child(el("p").text(&briefing.statement));
    // No timeline is printed, nor what its marks mean.
    let network = State {
        view: View::Network,
        ..state
    };
    let picture = el("figure")
        .child(print::picture(atlas, state, &slice))
        .node(legend::still(atlas, (&network).into(), false, &slice));
    let alliances = briefing.alliances.iter();
    let alliances = alliances.map(|group| writer.group(group));
    let licence = [&briefing.credit, ". ", briefing.licence].concat();
    let first = el("div")
        .class("sheet-first")
        .child(head)
        .child(el("p").text(&briefing.summary))
        .child(picture)
        .child(el("div").class("sheet-alliances").children(alliances))
        .child(el("p").class("sheet-licence").text(&licence));
    let events = briefing.events.iter();
    let events = events.map(|(title, item)| writer.item(Some(title), item));
    let items = |items: &[Item]| -> Vec<Element> {
        let items = items.iter().map(|item| writer.item(None, item));
        items.collect()
    };
    let aims = items(&briefing.aims);
    let aims = (!aims.is_empty()).then(|| section(words.aims, "ul", aims));
    let sources = briefing.sources.iter().map(|id| writer.source(*id));
    el("article")
        .class("sheet")
        .set("lang", locale.tag())
        .child(first)
        .child_if(aims)
        .child(section(words.timeline, "ul", events.collect()))
        .child(section(
            words.uncertainties,
            "ul",
            items(&briefing.uncertainties),
        ))
        .child(section(
            words.accounts_heading,
            "ul",
            items(&briefing.accounts),
        ))
        .child(section(words.sources, "ol", sources.collect()).class("sheet-sources"))
}

fn section(heading: &str, list: &'static str, items: Vec<Element>) -> Element {
    el("section")
        .child(el("h2").text(heading))
        .child(el(list).children(items))
}

struct Writer<'a> {
    atlas: &'a SharedAtlas,
    texts: Texts,
    /// The sheet's sources by their numbers, from 1: its own, so that paper alone is enough, and
    /// sources that are cited together are a short range.
    sources: &'a [SourceId],
}

impl Writer<'_> {
    fn group(&self, group: &Group) -> Element {
        let words = self.texts.words;
        let count = words.named.say(self.texts.locale, group.count());
        let heading = [&group.name, words.colon, &count].concat();
        let members = group.members.iter();
        let members = members.map(|(certainty, alike)| self.members(*certainty, alike));
        let alliance = group.alliance.index();
        let heading = el("h2").child(print::swatch(alliance)).text(&heading);
        el("section")
            .class(tone_class(alliance))
            .child(heading)
            .child(self.body(el("p"), &group.aim))
            .child(el("table").children(members))
    }

    fn item(&self, title: Option<&String>, item: &Item) -> Element {
        let mut line = el("li");
        if let Some((when, _)) = &item.when {
            line = line.child(span("sheet-when", when)).text(" ");
        }
        if let Some(title) = title {
            line = line.child(el("strong").text(title)).text(" ");
        }
        self.body(line, item)
    }

    /// What is known, from where, how sure it is, and what else to know.
    fn body(&self, line: Element, item: &Item) -> Element {
        let mut line = self.cites(line.text(&item.text), &item.cites);
        if let Some(certainty) = item.certainty {
            line = self.certainty(line, certainty);
        }
        for remark in &item.remarks {
            line = line.text(" ").child(el("em").text(remark));
        }
        line
    }

    fn certainty(&self, line: Element, certainty: Certainty) -> Element {
        let sure = self.texts.words.certainty(certainty);
        line.text(" ").child(el("em").text(&sure))
    }

    /// Publisher, day, what it is and whose address it has, title, the address in full, and
    /// what to know of it.
    fn source(&self, id: SourceId) -> Element {
        let (words, locale) = (self.texts.words, self.texts.locale);
        let source = &self.atlas.ecosystem().sources[id];
        let published = source.published.map_or_else(
            || words.undated.to_owned(),
            |when| format::when(locale, when),
        );
        // As a text of its own direction, wherever it breaks.
        let title = el("bdi")
            .class("sheet-title")
            .set("lang", &source.language)
            .text(&source.title);
        let mut line = el("li")
            .child(el("bdi").text(&source.publisher))
            .text(words.comma)
            .text(&published)
            .text(words.comma)
            .text(words.source_kind(source.kind));
        if let Some(host) = words.host(source.host) {
            line = line.text(words.comma).text(host);
        }
        if source.unopened {
            line = line.text(words.comma).text(words.not_opened);
        }
        line = line.text(words.colon).child(title).text(" ").child(
            el("bdi")
                .class("sheet-address")
                .set("dir", "ltr")
                .text(&source.url),
        );
        if let Some(note) = &source.note {
            line = line.text(" ").child(el("em").text(note.get(locale)));
        }
        line
    }

    /// The members of whom we are as sure, under how sure that is: said once, so that the
    /// first page holds them all.
    fn members(&self, certainty: Certainty, members: &[Member]) -> Element {
        let sure = self.texts.words.certainty(certainty);
        let heading = el("th")
            .fixed(&[("scope", "rowgroup"), ("colspan", "2")])
            .text(&sure);
        let rows = members.iter().map(|member| self.member_row(member));
        el("tbody").child(el("tr").child(heading)).children(rows)
    }

    /// A member, and who names it.
    fn member_row(&self, member: &Member) -> Element {
        let naming = el("td").text(&member.named_by);
        let naming = self.cites(naming, &member.cites);
        el("tr")
            .child(
                el("th")
                    .set("scope", "row")
                    .child(el("bdi").text(&member.name)),
            )
            .child(naming)
    }

    /// The numbers of sources, after what they are the sources of.
    fn cites(&self, line: Element, cited: &[SourceId]) -> Element {
        if cited.is_empty() {
            return line;
        }
        let numbered = self.sources.iter().enumerate();
        let cited: Vec<usize> = numbered
            .filter(|(_, source)| cited.contains(source))
            .map(|(index, _)| index + 1)
            .collect();
        let mut numbers = String::new();
        let mut rest = cited.as_slice();
        while let Some(first) = rest.first() {
            // Numbers that follow one another stand as a range, from three on.
            let mut count = 1;
            while rest.get(count) == Some(&(first + count)) {
                count += 1;
            }
            if count == 2 {
                count = 1;
            }
            if !numbers.is_empty() {
                numbers.push(' ');
            }
            numbers.push_str(&first.to_string());
            if count > 1 {
                numbers.push('–');
                numbers.push_str(&(first + count - 1).to_string());
            }
            rest = &rest[count..];
        }
        line.text(" ")
            .child(el("sup").set("dir", "ltr").text(&numbers))
    }
}
