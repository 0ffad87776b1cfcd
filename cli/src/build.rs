//! `tahaluf build`: a folder that any web server can publish.

use crate::app::Programs;
use crate::demo::{Demo, demo_folder};
use crate::embed::{Embed, embed_folder};
use crate::failure::{Failure, Outcome};
use crate::files::write;
use crate::first_paint::FirstPaint;
use crate::headers;
use crate::oembed;
use crate::page::{Page, card_name, folder};
use crate::story::Source;
use clap::Args;
use std::path::{Path, PathBuf};
use tahaluf::atlas::Atlas;
use tahaluf::document::url;
use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::explain;

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
    /// For `cargo xtask serve`, whose app is one program with everything in it and whose scripts
    /// are as they are written. Leaves out the pictures for other sites, which take seconds
    #[arg(long)]
    development: bool,
}

/// A site's address, with a slash at its end. Files are named after it, so it has no query and no
/// fragment.
fn site(address: &str) -> Result<String, String> {
    url::check(address).map_err(|problem| explain(Locale::En, &problem))?;
    if let Some(mark) = address.chars().find(|c| matches!(c, '?' | '#')) {
        return Err(format!(
            "an address of a folder has no {mark}: leave out what follows it"
        ));
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// The files and folders of the app that a site has as they are. What else a site has is made
/// below. `cli/tests/published.rs` compares the whole with `docs/publishing.md`, and these with
/// `index.html`, by which they come into the app.
const COPIED: [&str; 8] = [
    "app.js",
    "app_bg.wasm",
    "boot.js",
    "frame.js",
    "story-element.js",
    "story.schema.json",
    "fonts",
    "demo",
];

/// The studio, where it is a program apart.
const STUDIO: [&str; 3] = ["studio.js", "studio_bg.wasm", "studio.css"];

/// The modules that scripts import. A release has bundled them; the app of `serve` has not.
const MODULES: [&str; 1] = ["modules"];

/// The look of a page below its picture, where the tools have a style sheet of their own.
const REST: [&str; 2] = ["fonts.css", "parts.css"];

/// The look of a page below its picture and of the tools, where one program has everything.
const REST_WITH_TOOLS: [&str; 3] = ["fonts.css", "parts.css", "studio.css"];

/// Makes the folder.
///
/// # Errors
///
/// When the story has problems, the app is not built, or a file cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let Arguments {
        source, out, url, ..
    } = arguments;
    let (story, app) = (source.story()?, source.app());
    let (programs, more, rest) = if arguments.development {
        (Programs::Together, &MODULES[..], &REST_WITH_TOOLS[..])
    } else {
        (Programs::Apart, &STUDIO[..], &REST[..])
    };
    for name in COPIED.iter().chain(more) {
        app.copy(name, out)?;
    }
    let first_paint = FirstPaint::of(app)?;
    let look = [app.first_look()?, app.texts(rest)?, app.printed_look()?];
    write(&out.join("style.css"), look.concat().as_bytes())?;
    write(&out.join("story.json"), &story.bytes)?;
    let policy = headers::policy(&first_paint);
    for (name, file) in [
        ("_headers", headers::file(&policy)),
        ("_headers.nginx", headers::nginx(&policy)),
    ] {
        write(&out.join(name), file.as_bytes())?;
    }
    for locale in Locale::ALL {
        let page = Page {
            story: &story,
            first_paint: &first_paint,
            locale,
            site: url.as_deref(),
            programs,
        };
        let path = out.join(folder(locale)).join("index.html");
        write(&path, page.document()?.as_bytes())?;
        let embed = Embed {
            story: &story,
            first_paint: &first_paint,
            locale,
            site: url.as_deref(),
            programs,
        };
        let path = out.join(embed_folder(locale)).join("index.html");
        write(&path, embed.document().as_bytes())?;
        let demo = Demo {
            story: &story,
            locale,
        };
        let path = out.join(demo_folder(locale)).join("index.html");
        write(&path, demo.document().as_bytes())?;
        if !arguments.development {
            pictures(&story.atlas, locale, url.as_deref(), out)?;
        }
        if let Some(site) = url {
            let answer = oembed::answer(&story.atlas, locale, site, &card_name(locale))?;
            write(&out.join(oembed::name(locale)), answer.as_bytes())?;
        }
        println!("{}", path.display());
    }
    if url.is_none() && !arguments.development {
        println!(
            "Without --url other sites cannot show the pages' pictures or embed the pages by their \
             links (oEmbed): they need full addresses."
        );
    }
    Ok(())
}

/// The pictures for previews, articles, mails and feeds that cannot hold the page: the card, and
/// the network in a language, in both colours, as SVG with text and with outlines, and as PNG.
///
/// # Errors
///
/// When one cannot be drawn or written.
#[cfg(feature = "pictures")]
fn pictures(atlas: &Atlas, locale: Locale, site: Option<&str>, out: &Path) -> Outcome {
    use tahaluf::{share::pictured, state::State};
    use tahaluf_cli::picture::{self, Picture, PictureError, Theme};

    let undrawn =
        |error: PictureError| Failure::new(format!("a picture cannot be drawn: {error}"), "");
    let card = picture::card(atlas, locale).map_err(undrawn)?;
    write(&out.join(card_name(locale)), &card)?;
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

/// This program cannot draw.
///
/// # Errors
///
/// Always: a site for readers has its pictures.
#[cfg(not(feature = "pictures"))]
fn pictures(_: &Atlas, _: Locale, _: Option<&str>, _: &Path) -> Outcome {
    Err(Failure::new(
        "this `tahaluf` was compiled without the feature `pictures`, as `cargo xtask serve` does",
        "compile it with its default features, or add --development",
    ))
}
