//! A page to be shown in a frame of somebody else's article, as an HTML document.

use crate::app::Programs;
use crate::first_paint::FirstPaint;
use crate::icon;
use crate::page::{Head, Holds, app_element, document_of, folder, look, preload};
use crate::story::Story;
use crate::text::quoted;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::embed::EmbedStillMessages;
use tahaluf::ui::still::embedded;

/// An embedded page.
pub(crate) struct Embed<'a> {
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

/// Where the embedded page in a language lies below the site's address.
pub(crate) fn embed_folder(locale: Locale) -> String {
    ["embed/", folder(locale)].concat()
}

impl Embed<'_> {
    /// The document.
    pub(crate) fn document(&self) -> String {
        let (locale, atlas) = (self.locale, &self.story.atlas);
        let opened_in =
            |path: &str, locale: Locale| [&self.to(path), "#lang=", locale.tag()].concat();
        let other = opened_in(&embed_folder(locale.other()), locale.other());
        let still = embedded(atlas, locale, &other, &opened_in(folder(locale), locale));
        let attributes = Locale::ALL.map(|locale| {
            let (tag, page) = (locale.tag(), self.to(folder(locale)));
            let refused = quoted(EmbedStillMessages::of(locale).no_new_tab);
            format!(" data-full-{tag}=\"{page}\" data-no-new-tab-{tag}=\"{refused}\"")
        });
        let home = self.to("");
        let (look, preload) = (look(&home), preload(&home));
        let body = [
            &app_element(
                locale,
                Holds::Links(&[self.programs.attributes(), attributes.concat()].concat()),
                &still,
            ),
            look.as_str(),
            &preload,
            &self.story.carried(),
        ];
        document_of("still embed", locale, &self.head(), &body.concat())
    }

    /// A place below the site's top as this page calls it.
    fn to(&self, path: &str) -> String {
        let depth = embed_folder(self.locale).matches('/').count();
        ["../".repeat(depth).as_str(), path].concat()
    }

    fn head(&self) -> String {
        let locale = self.locale;
        let title = self.story.atlas.ecosystem().title.get(locale);
        let mut head = Head::default();
        // The article has a language, which the address of the frame says: no browser decides.
        let pages = Locale::ALL.map(|locale| {
            let page = self.to(&embed_folder(locale));
            format!(" data-to-{}=\"{page}\"", locale.tag())
        });
        head.opening(self.first_paint, &pages.concat(), title);
        // The height does not wait for the end of the document, where the story's data is.
        for (script, when) in [("frame.js", " async"), ("boot.js", "")] {
            let script = self.to(script);
            head.raw(&format!(
                "<script type=\"module\"{when} src=\"{script}\"></script>"
            ));
        }
        head.link(
            "id=\"story\" rel=\"alternate\" type=\"application/json\"",
            &self.to("story.json"),
        );
        head.link(icon::KIND, &icon::address());
        head.named("color-scheme", "light dark");
        // The page of its own is what is to be found.
        head.named("robots", "noindex");
        let canonical = match self.site {
            Some(site) => [site, folder(locale)].concat(),
            None => self.to(folder(locale)),
        };
        head.link("rel=\"canonical\"", &canonical);
        head.answers(self.site, locale, title);
        head.0
    }
}
