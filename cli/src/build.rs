//! `tahaluf build`: a folder that any web server can publish.

use crate::demo::{Demo, demo_folder};
use crate::embed::{Embed, embed_folder};
use crate::failure::{Failure, Outcome};
use crate::files::write;
use crate::headers;
use crate::oembed;
use crate::page::{Page, card_name, folder};
use crate::story::Source;
use clap::Args;
use std::path::{Path, PathBuf};
use tahaluf::atlas::Atlas;
use tahaluf::locale::Locale;
use tahaluf::share::pictured;
use tahaluf::state::State;
use tahaluf_cli::picture::{self, Picture, PictureError, Theme};

/// What `build` is told.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The folder to make; what else is in it is left alone.
    #[arg(long)]
    out: PathBuf,
    /// The address at which the folder will be published, for links that other
    /// sites follow, such as `https://example.org/stories/chips/`
    #[arg(long, value_parser = site)]
    url: Option<String>,
}

/// A site's address, with a slash at its end.
fn site(address: &str) -> Result<String, String> {
    if !(address.starts_with("https://") || address.starts_with("http://")) {
        return Err("an address begins with https:// or http://".to_owned());
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// The files of the app that a site has as they are.
const SHIPPED: [&str; 13] = [
    "app.js",
    "app_bg.wasm",
    "studio.js",
    "studio_bg.wasm",
    "studio.css",
    "boot.js",
    "opening.js",
    "frame.js",
    "height.js",
    "story-element.js",
    "story.schema.json",
    "fonts",
    "demo",
];

/// Makes the folder.
///
/// # Errors
///
/// When the story has problems, the app is not built, or a file cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { source, out, url } = arguments;
    let (story, app) = (source.story()?, source.app());
    for name in SHIPPED {
        app.copy(name, out)?;
    }
    write(&out.join("style.css"), app.first_look()?.as_bytes())?;
    let rest = app.texts(&["fonts.css", "parts.css"])? + &app.printed_look()?;
    write(&out.join("parts.css"), rest.as_bytes())?;
    write(&out.join("story.json"), &story.bytes)?;
    write(&out.join("_headers"), headers::file().as_bytes())?;
    for locale in Locale::ALL {
        let page = Page {
            story: &story,
            locale,
            site: url.as_deref(),
        };
        let path = out.join(folder(locale)).join("index.html");
        write(&path, page.document().as_bytes())?;
        let embed = Embed {
            story: &story,
            locale,
            site: url.as_deref(),
        };
        let path = out.join(embed_folder(locale)).join("index.html");
        write(&path, embed.document().as_bytes())?;
        let demo = Demo {
            story: &story,
            locale,
        };
        let path = out.join(demo_folder(locale)).join("index.html");
        write(&path, demo.document().as_bytes())?;
        let card = picture::card(&story.atlas, locale).map_err(undrawn)?;
        write(&out.join(card_name(locale)), &card)?;
        pictures(&story.atlas, locale, url.as_deref(), out)?;
        if let Some(site) = url {
            let answer = oembed::answer(&story.atlas, locale, site, &card_name(locale));
            write(&out.join(oembed::name(locale)), answer.as_bytes())?;
        }
        println!("{}", path.display());
    }
    if url.is_none() {
        println!(
            "Without --url other sites cannot show the pages' pictures or embed the pages by their \
             links (oEmbed): they need full addresses."
        );
    }
    Ok(())
}

/// The pictures for articles, mails and feeds that cannot hold the page: the network in a
/// language, in both colours, as SVG with text and with outlines, and as PNG.
fn pictures(atlas: &Atlas, locale: Locale, site: Option<&str>, out: &Path) -> Outcome {
    let state = pictured(atlas, State::opening(atlas.ecosystem(), locale));
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        let picture = Picture::plate(atlas, &state, theme, site);
        let place = |ending| out.join(format!("picture-{}-{name}{ending}", locale.tag()));
        write(&place(".svg"), picture.svg().as_bytes())?;
        let outlined = picture.outlined().map_err(undrawn)?;
        write(&place("-outlines.svg"), outlined.as_bytes())?;
        for (ending, scale) in [(".png", 1.0), ("@2x.png", 2.0)] {
            write(&place(ending), &picture.png(scale).map_err(undrawn)?)?;
        }
    }
    Ok(())
}

fn undrawn(error: PictureError) -> Failure {
    Failure::new(format!("a picture cannot be drawn: {error}"), "")
}
