//! The page before its scripts, and without them: all of the story is in it, and
//! every link leads somewhere.

use super::check;
use super::parse::Markup;
use super::support::bundled;
use tahaluf::locale::Locale;
use tahaluf::ui::SharedAtlas;
use tahaluf::ui::still::{cover, markup};

/// The address of the page in the other language.
const OTHER: &str = "#other";

/// A whole page: what stands where the app will, and the record below it.
fn page(locale: Locale) -> Markup {
    let still = markup(&SharedAtlas::new(bundled()), locale, OTHER);
    Markup::read(&[still.app, still.record].concat())
}

#[test]
fn the_record_tells_everything() {
    let atlas = bundled();
    let story = atlas.ecosystem();
    for locale in Locale::ALL {
        let page = page(locale);
        check(&page);
        for (_, alliance) in story.alliances.iter() {
            let name = alliance.name.get(locale);
            assert!(page.text.contains(name), "{name}");
        }
        for (_, organization) in story.organizations.iter() {
            let name = organization.name.get(locale);
            let text = organization.description.get(locale);
            assert!(
                page.text.contains(name) && page.text.contains(text),
                "{name}"
            );
        }
        for (_, event) in story.events.iter() {
            let (title, text) = (event.title.get(locale), event.text.get(locale));
            assert!(
                page.text.contains(title) && page.text.contains(text),
                "{title}"
            );
        }
        let addresses: Vec<_> = page.values("href").collect();
        for (_, source) in story.sources.iter() {
            let shown = addresses.iter().any(|address| *address == source.url);
            assert!(
                shown && page.text.contains(source.title.as_str()),
                "{}",
                source.url
            );
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for locale in Locale::ALL {
        let page = page(locale);
        let ids: Vec<_> = page.values("id").collect();
        for address in page.values("href") {
            let leads = address.strip_prefix('#').is_none_or(|id| ids.contains(&id));
            assert!(leads || address == OTHER, "{address} leads nowhere");
        }
        assert!(page.values("href").any(|address| address == OTHER));
    }
}

#[test]
fn the_same_story_makes_the_same_page() {
    for locale in Locale::ALL {
        let atlas = SharedAtlas::new(bundled());
        let [once, again] = [(); 2].map(|()| markup(&atlas, locale, "../"));
        assert_eq!(once.app, again.app);
        assert_eq!(once.record, again.record);
        assert_eq!(cover(&atlas, locale, "../"), cover(&atlas, locale, "../"));
    }
}
