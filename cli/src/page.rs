//! A page of the site as an HTML document.

use crate::app::Programs;
use crate::dataset::{Context, DataDownload, Dataset};
use crate::failure::Outcome;
use crate::first_paint::FirstPaint;
use crate::icon;
use crate::json;
use crate::oembed;
use crate::story::Story;
use crate::text::{escaped, quoted};
use tahaluf::drawing::{CARD, theme::Theme};
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::Messages;
use tahaluf::locale::catalog::embed::EmbedStillMessages;
use tahaluf::locale::catalog::problem::ProblemMessages;
use tahaluf::locale::catalog::still::StillMessages;
use tahaluf::model::Ecosystem;
use tahaluf::ui::still::markup;

/// A page of the site.
pub(crate) struct Page<'a> {
    /// The story.
    pub(crate) story: &'a Story,
    /// What stands in its head for the first paint.
    pub(crate) first_paint: &'a FirstPaint,
    /// The language.
    pub(crate) locale: Locale,
    /// The site's address with a slash at its end, where it is known.
    pub(crate) site: Option<&'a str>,
    /// The programs that it starts.
    pub(crate) programs: Programs,
}

/// Where the page in a language lies below the site's address.
pub(crate) const fn folder(locale: Locale) -> &'static str {
    locale.folder()
}

/// The name of the picture that other sites show of a page.
pub(crate) fn card_name(locale: Locale) -> String {
    format!("card-{}.png", locale.tag())
}

/// An HTML document in a language. It stands still until a script says otherwise.
pub(crate) fn document(locale: Locale, head: &str, body: &str) -> String {
    document_of("still", locale, head, body)
}

/// An HTML document in a language, of a class.
pub(crate) fn document_of(class: &str, locale: Locale, head: &str, body: &str) -> String {
    [
        "<!doctype html>\n<html class=\"",
        class,
        "\" lang=\"",
        locale.tag(),
        "\" dir=\"",
        locale.direction().keyword(),
        "\">\n<head>\n",
        head,
        "</head>\n<body>\n",
        body,
        "</body>\n</html>\n",
    ]
    .concat()
}

/// What of a story can be read in a document without its app.
#[derive(Clone, Copy)]
pub(crate) enum Holds<'a> {
    /// The picture, and the record of everything; and the programs that the page starts.
    Record(Programs),
    /// The picture alone.
    Picture,
    /// The picture and the timeline, whose names lead to another page; and the attributes
    /// by which the app knows which.
    Links(&'a str),
}

/// Where the app will be, with what stands there before it; what a reader without
/// scripts is told; and what one is told whose scripts do not come, which
/// `opening.js` shows when it knows.
pub(crate) fn app_element(locale: Locale, holds: Holds<'_>, still: &str) -> String {
    let words = StillMessages::of(locale);
    let (without_scripts, readable, attributes) = match holds {
        Holds::Record(programs) => (words.without_scripts, words.readable, programs.attributes()),
        Holds::Picture => (words.picture_only, "", String::new()),
        Holds::Links(attributes) => {
            let words = EmbedStillMessages::of(locale);
            (words.without_scripts, words.readable, attributes.to_owned())
        }
    };
    let unsupported = match holds {
        Holds::Picture => [" data-unsupported=\"", &quoted(words.unsupported), "\""].concat(),
        Holds::Record(_) | Holds::Links(_) => String::new(),
    };
    [
        "<noscript><p class=\"notice\">",
        &escaped(without_scripts),
        "</p></noscript>\n<div id=\"app\" data-prerendered=\"",
        locale.tag(),
        "\"",
        &attributes,
        ">",
        still,
        "</div>\n<p id=\"notice\" lang=\"",
        locale.tag(),
        "\" dir=\"",
        locale.direction().keyword(),
        "\" class=\"notice\" role=\"status\" hidden data-slow=\"",
        &quoted(words.slow),
        "\" data-program=\"",
        &quoted(words.no_program),
        "\" data-story=\"",
        &quoted(words.no_story),
        "\" data-tools=\"",
        &quoted(words.no_tools),
        "\"",
        &unsupported,
        "><span></span> ",
        &escaped(readable),
        " <button type=\"button\">",
        &escaped(ProblemMessages::of(locale).retry),
        "</button></p>\n",
    ]
    .concat()
}

/// The whole look, behind what the app replaces: it stays. The first paint does not wait for it.
pub(crate) fn look(home: &str) -> String {
    format!("<link id=\"look\" rel=\"stylesheet\" href=\"{home}style.css\">\n")
}

/// What has the app fetched while the page is read, where `home` is the site's top.
pub(crate) fn preload(home: &str) -> String {
    format!(
        "<link rel=\"modulepreload\" href=\"{home}boot.js\">\n\
         <link rel=\"modulepreload\" href=\"{home}app.js\">\n\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{home}app_bg.wasm\">\n"
    )
}

impl Page<'_> {
    /// The document.
    ///
    /// What a reader sees first comes first, with its look, so that it is in the first packets. The
    /// app is asked for right behind it: any later and the line stands still until the processor
    /// has drawn the picture, any sooner and the picture waits. The record comes before the app's
    /// data, though the other way round would compress better by a hundredth: where the connection
    /// breaks, what can be read is there.
    ///
    /// # Errors
    ///
    /// When what the page is cannot be written as JSON.
    pub(crate) fn document(&self) -> Outcome<String> {
        let locale = self.locale;
        let other = locale.other();
        // Said as well, or a browser in this language would be led back here.
        let other = [&self.to(folder(other)), "#lang=", other.tag()].concat();
        let markup = markup(&self.story.atlas, locale, &other);
        let body = [
            &app_element(locale, Holds::Record(self.programs), &markup.app),
            &look(self.home()),
            &preload(self.home()),
            &self.program(),
            &markup.record,
            "\n",
            &self.story.carried(),
            // Last, for nobody waits for it.
            &markup.sheet,
            "\n",
            &self.meaning()?,
        ];
        Ok(document(locale, &self.head(), &body.concat()))
    }

    /// The script that starts the app. It keeps what is pressed as soon as it is there.
    fn program(&self) -> String {
        format!(
            "<script type=\"module\" async src=\"{}boot.js\"></script>\n",
            self.home()
        )
    }

    /// The site's top as this page calls it.
    fn home(&self) -> &'static str {
        match self.locale {
            Locale::Ar => "./",
            Locale::En => "../",
        }
    }

    /// A place below the site's top as this page calls it.
    fn to(&self, path: &str) -> String {
        [self.home(), path].concat()
    }

    /// A place below the site's top in full, where the address is known.
    fn full(&self, path: &str) -> String {
        match self.site {
            Some(site) => [site, path].concat(),
            None => self.to(path),
        }
    }

    fn ecosystem(&self) -> &Ecosystem {
        self.story.atlas.ecosystem()
    }

    fn head(&self) -> String {
        let (story, locale) = (self.ecosystem(), self.locale);
        let words = Messages::of(locale);
        let title = story.title.get(locale);
        let summary = story.summary.get(locale);
        let mut head = Head::default();
        let top = format!(
            " data-picture-first data-top=\"{}\"",
            Locale::default().tag()
        );
        let pages = Locale::ALL
            .map(|locale| format!(" data-to-{}=\"{}\"", locale.tag(), self.to(folder(locale))));
        head.opening(self.first_paint, &[top, pages.concat()].concat(), title);
        head.link(
            "id=\"story\" rel=\"alternate\" type=\"application/json\"",
            &self.to("story.json"),
        );
        head.link(icon::KIND, &icon::address());
        head.named("description", summary);
        head.named("color-scheme", "light dark");
        for (scheme, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
            let color = theme.paper();
            head.raw(&format!(
                "<meta name=\"theme-color\" content=\"{color}\" media=\"(prefers-color-scheme: {scheme})\">"
            ));
        }
        head.link("rel=\"canonical\"", &self.full(folder(locale)));
        for other in Locale::ALL {
            let kind = format!("rel=\"alternate\" hreflang=\"{}\"", other.tag());
            head.link(&kind, &self.full(folder(other)));
        }
        head.link("rel=\"alternate\" hreflang=\"x-default\"", &self.full(""));
        head.answers(self.site, locale, title);
        head.property("og:type", "article");
        head.property("og:site_name", words.product);
        head.property("og:title", title);
        head.property("og:description", summary);
        head.property("og:url", &self.full(folder(locale)));
        head.property("og:locale", locale.tag());
        head.property("og:locale:alternate", locale.other().tag());
        head.property("og:image", &self.full(&card_name(locale)));
        head.property("og:image:type", "image/png");
        head.property("og:image:width", &CARD.width.to_string());
        head.property("og:image:height", &CARD.height.to_string());
        head.property("og:image:alt", &self.card_alt());
        head.named("twitter:card", "summary_large_image");
        head.0
    }

    /// What the picture on other sites shows, in words.
    fn card_alt(&self) -> String {
        let words = Messages::of(self.locale);
        [
            words.network,
            words.colon,
            self.ecosystem().title.get(self.locale),
        ]
        .concat()
    }

    /// What the page is, for machines: schema.org in JSON-LD.
    fn meaning(&self) -> Outcome<String> {
        let (story, locale) = (self.ecosystem(), self.locale);
        let span = story.span();
        let languages = Locale::ALL.map(Locale::tag);
        let dataset = Dataset {
            context: Context::SchemaOrg,
            name: story.title.get(locale),
            description: story.summary.get(locale),
            in_language: &languages,
            url: self.full(folder(locale)),
            image: self.full(&card_name(locale)),
            date_modified: story.as_of,
            temporal_coverage: format!("{}/{}", span.first, span.last),
            is_accessible_for_free: true,
            distribution: DataDownload {
                encoding_format: "application/json",
                content_url: self.full("story.json"),
            },
        };
        json::script("application/ld+json", &dataset)
    }
}

/// The lines of a document's head.
#[derive(Default)]
pub(crate) struct Head(pub(crate) String);

impl Head {
    /// Where a site that embeds by a link asks (oEmbed), if the answer has an address.
    pub(crate) fn answers(&mut self, site: Option<&str>, locale: Locale, title: &str) {
        if let Some(site) = site {
            let kind = format!(
                "rel=\"alternate\" type=\"application/json+oembed\" title=\"{}\"",
                quoted(title)
            );
            self.link(&kind, &[site, &oembed::name(locale)].concat());
        }
    }

    /// What a page begins with. Its script comes first: where it leads to the page in another
    /// language, this one need come no farther.
    pub(crate) fn opening(&mut self, first_paint: &FirstPaint, attributes: &str, title: &str) {
        self.raw("<meta charset=\"utf-8\">");
        self.raw(&first_paint.script(attributes));
        // Nothing is painted before the picture is there: half a page first would put it off.
        self.raw("<link rel=\"expect\" href=\"#picture\" blocking=\"render\">");
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.raw(&format!("<title>{}</title>", escaped(title)));
        self.raw(&first_paint.style());
    }

    pub(crate) fn raw(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    pub(crate) fn named(&mut self, name: &str, content: &str) {
        self.raw(&format!(
            "<meta name=\"{name}\" content=\"{}\">",
            quoted(content)
        ));
    }

    fn property(&mut self, property: &str, content: &str) {
        self.raw(&format!(
            "<meta property=\"{property}\" content=\"{}\">",
            quoted(content)
        ));
    }

    pub(crate) fn link(&mut self, kind: &str, address: &str) {
        self.raw(&format!("<link {kind} href=\"{}\">", quoted(address)));
    }
}
