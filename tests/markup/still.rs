//! The page before its scripts, and without them: all of the story is in it, and
//! every link leads somewhere.

use super::check;
use super::parse::Markup;
use super::support::stories::{Story, every_story_keeps};
use std::collections::BTreeSet;
use tahaluf::locale::Locale;
use tahaluf::model::Ecosystem;
use tahaluf::ui::SharedAtlas;
use tahaluf::ui::still::{cover, markup};

/// The address of the page in the other language.
const OTHER: &str = "#other";

/// A whole page: what stands where the app will, and the record below it.
fn page(story: &Story, locale: Locale) -> Markup {
    let still = markup(&SharedAtlas::new(story.atlas.clone()), locale, OTHER);
    Markup::read(&[still.app, still.record].concat())
}

#[test]
fn the_record_tells_everything() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let page = page(story, locale);
            check(&page);
            check_record(story.atlas.ecosystem(), &page, locale);
        }
    });
}

/// Every name, text, headline and source of a story is in its page.
fn check_record(story: &Ecosystem, page: &Markup, locale: Locale) {
    for (_, alliance) in story.alliances.iter() {
        let name = alliance.name.get(locale);
        assert!(page.text.contains(name), "{name}");
    }
    for (_, organization) in story.organizations.iter() {
        let name = organization.name.get(locale);
        let text = organization.description.get(locale);
        let told = page.text.contains(name) && page.text.contains(text);
        assert!(told, "{name}");
    }
    for (_, event) in story.events.iter() {
        let (title, text) = (event.title.get(locale), event.text.get(locale));
        let told = page.text.contains(title) && page.text.contains(text);
        assert!(told, "{title}");
    }
    let addresses: Vec<_> = page.values("href").collect();
    for (_, source) in story.sources.iter() {
        let shown = addresses.iter().any(|address| *address == source.url);
        assert!(shown && page.text.contains(&source.title), "{}", source.url);
    }
}

#[test]
fn every_link_leads_somewhere() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let page = page(story, locale);
            let ids: BTreeSet<_> = page.values("id").collect();
            for address in page.values("href") {
                let id = address.strip_prefix('#');
                let leads = id.is_none_or(|id| ids.contains(id)) || address == OTHER;
                assert!(leads, "{address} leads nowhere");
            }
            assert!(page.values("href").any(|address| address == OTHER));
        }
    });
}

#[test]
fn the_same_story_makes_the_same_page() {
    every_story_keeps(&[], |story| {
        for locale in Locale::ALL {
            let atlas = SharedAtlas::new(story.atlas.clone());
            let [once, again] = [(); 2].map(|()| markup(&atlas, locale, "../"));
            assert!(once.app == again.app, "{locale:?}");
            assert!(once.record == again.record, "{locale:?}");
            let [once, again] = [(); 2].map(|()| cover(&atlas, locale, "../"));
            assert_eq!(once, again);
        }
    });
}
