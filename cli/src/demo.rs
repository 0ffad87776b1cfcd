//! A demonstration article: a page like a newsroom's, with the story in its text in every
//! form that it can be embedded in. All of its facts are the story's own.

use crate::embed::embed_folder;
use crate::icon;
use crate::page::{Head, card_name, document_of, folder};
use crate::story::Story;
use crate::text::{escaped, quoted};
use tahaluf::drawing::CARD;
use tahaluf::locale::catalog::demo::DemoMessages;
use tahaluf::locale::catalog::{Messages, fill};
use tahaluf::locale::{Locale, format};
use tahaluf::scene::statement;
use tahaluf::share::EMBED_HEIGHT;

/// How many of the events that carry the story the article tells.
const EVENTS: usize = 6;
/// What a frame on another's page may do: run scripts, and open links in new tabs that are
/// free of the frame's limits. Nothing of the page around.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// The article in a language.
pub(crate) struct Demo<'a> {
    /// The story.
    pub(crate) story: &'a Story,
    /// The language.
    pub(crate) locale: Locale,
}

/// Where the article in a language lies below the site's address.
pub(crate) fn demo_folder(locale: Locale) -> String {
    ["demo/", folder(locale)].concat()
}

impl Demo<'_> {
    /// The document.
    pub(crate) fn document(&self) -> String {
        let locale = self.locale;
        let story = self.story.atlas.ecosystem();
        let words = DemoMessages::of(locale);
        let title = story.title.get(locale);
        let mut head = Head::default();
        head.raw("<meta charset=\"utf-8\">");
        head.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        head.raw(&format!(
            "<title>{} · {}</title>",
            escaped(title),
            escaped(words.paper)
        ));
        head.named("robots", "noindex");
        head.named("color-scheme", "light dark");
        head.link("rel=\"stylesheet\"", &self.to("demo/demo.css"));
        head.link(icon::KIND, &icon::address());
        let resizer = self.to("demo/resizer.js");
        head.raw(&format!("<script src=\"{resizer}\"></script>"));
        let element = self.to("story-element.js");
        head.raw(&format!(
            "<script type=\"module\" src=\"{element}\"></script>"
        ));
        document_of("article", locale, &head.0, &self.body())
    }

    /// A place below the site's top as this page calls it.
    fn to(&self, path: &str) -> String {
        let depth = demo_folder(self.locale).matches('/').count();
        ["../".repeat(depth).as_str(), path].concat()
    }

    /// The embedded page in the article's language, at a state.
    fn embed(&self, state: &str) -> String {
        let tag = self.locale.tag();
        let page = self.to(&embed_folder(self.locale));
        quoted(&[&page, "#lang=", tag, state].concat())
    }

    fn body(&self) -> String {
        let locale = self.locale;
        let story = self.story.atlas.ecosystem();
        let words = DemoMessages::of(locale);
        let other = locale.other();
        let other_words = Messages::of(locale).other_language;
        let mut body = String::new();
        let mut line = |parts: &[&str]| {
            body.push_str(&parts.concat());
            body.push('\n');
        };
        line(&["<header><p class=\"paper\">", words.paper, "</p>"]);
        let tag = other.tag();
        let direction = other.direction().keyword();
        line(&[
            "<p><a href=\"",
            &self.to(&demo_folder(other)),
            "\" hreflang=\"",
            tag,
            "\" lang=\"",
            tag,
            "\" dir=\"",
            direction,
            "\">",
            other_words,
            "</a></p></header>\n<main><article>",
        ]);
        let text = |text: &str| escaped(text);
        line(&[
            "<p class=\"kicker\">",
            &text(story.kicker.get(locale)),
            "</p>",
        ]);
        line(&["<h1>", &text(story.title.get(locale)), "</h1>"]);
        line(&[
            "<p class=\"byline\">",
            words.notice,
            " ",
            &text(&statement::reach(story, locale)),
            "</p>",
        ]);
        line(&["<p>", &text(story.summary.get(locale)), "</p>"]);
        line(&[&figure(words.fixed, &self.fixed())]);
        for (_, alliance) in story.alliances.iter() {
            line(&["<h2>", &text(alliance.name.get(locale)), "</h2>"]);
            line(&["<p>", &text(alliance.aim.get(locale)), "</p>"]);
        }
        line(&[&figure(words.resized, &self.resized())]);
        line(&["<h2>", words.latest, "</h2>\n<ul>"]);
        let core = story.events.iter().filter(|(_, event)| event.core);
        for (_, event) in core.take(EVENTS) {
            let when = format::when(locale, event.when);
            let colon = Messages::of(locale).colon;
            line(&[
                "<li><b>",
                &text(&when),
                "</b>",
                colon,
                &text(event.title.get(locale)),
                "</li>",
            ]);
        }
        line(&["</ul>"]);
        line(&[&figure(words.element, &self.element())]);
        let credit = fill(words.credit, Messages::of(locale).product);
        line(&[
            "</article></main>\n<footer><p>",
            &text(&credit),
            " <a href=\"",
            &self.full(),
            "\">",
            words.full_story,
            "</a></p></footer>",
        ]);
        body
    }

    /// The story's own page in the article's language.
    fn full(&self) -> String {
        [&self.to(folder(self.locale)), "#lang=", self.locale.tag()].concat()
    }

    fn title(&self) -> String {
        let story = self.story.atlas.ecosystem();
        quoted(story.title.get(self.locale))
    }

    /// A frame of a fixed height.
    fn fixed(&self) -> String {
        let (source, title) = (self.embed("&view=network"), self.title());
        format!(
            "<iframe src=\"{source}\" title=\"{title}\" width=\"100%\" height=\"{EMBED_HEIGHT}\" \
             loading=\"lazy\" sandbox=\"{SANDBOX}\"></iframe>"
        )
    }

    /// A frame that `resizer.js` makes as tall as its page.
    fn resized(&self) -> String {
        let (source, title) = (self.embed(""), self.title());
        format!(
            "<iframe class=\"as-tall-as-it-says\" src=\"{source}\" title=\"{title}\" \
             width=\"100%\" loading=\"lazy\" sandbox=\"{SANDBOX}\"></iframe>"
        )
    }

    /// The web component, with what stands in it where it does not come.
    fn element(&self) -> String {
        let words = Messages::of(self.locale);
        let (source, title) = (self.embed("&view=timeline"), self.title());
        let (full, card) = (self.full(), self.to(&card_name(self.locale)));
        let (width, height) = (CARD.width, CARD.height);
        let alternative = quoted(&[words.network, words.colon].concat());
        format!(
            "<tahaluf-story src=\"{source}\" title=\"{title}\"><a href=\"{full}\"><img \
             src=\"{card}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
             alt=\"{alternative}{title}\"></a></tahaluf-story>"
        )
    }
}

/// Something with its caption.
fn figure(caption: &str, what: &str) -> String {
    [
        "<figure>",
        what,
        "<figcaption>",
        caption,
        "</figcaption></figure>",
    ]
    .concat()
}
