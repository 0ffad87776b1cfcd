//! `tahaluf one-file`: everything in one HTML file that opens from a disk.
//!
//! What can be read before the program starts stands in the file as it is: the head of the page,
//! the picture, and their style. Program, story, fonts and the rest of the style are packed, gzip
//! in Base64, and the file's own script has the browser unpack them. The policy names the hash of
//! each script and style, and lets nothing else run.

use crate::app::App;
use crate::failure::{Failure, Outcome};
use crate::files::write;
use crate::first_paint::hash;
use crate::fonts::fonts;
use crate::icon;
use crate::page::{Holds, app_element, document_of};
use crate::story::{Source, Story};
use crate::text::{escaped, locale};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use std::path::PathBuf;
use tahaluf::locale::Locale;
use tahaluf::ui::still::{cover, markup};
use zopfli::{Format, Options};

/// What `one-file` is told.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The file to make.
    #[arg(long)]
    out: PathBuf,
    /// The language that the file opens in: ar or en; it holds both.
    #[arg(long, value_parser = locale, default_value = "ar")]
    lang: Locale,
    /// Leave out the tools for presenting, sharing and downloading: a quarter smaller.
    #[arg(long)]
    lean: bool,
}

/// Makes the file.
///
/// # Errors
///
/// When the story has problems, the app is not built, or the file cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let Arguments {
        source,
        out,
        lang,
        lean,
    } = arguments;
    let program = if *lean { "app" } else { "studio" };
    let file = file(source.app(), &source.story()?, *lang, program)?;
    write(out, file.as_bytes())?;
    println!("{}: {} bytes", out.display(), file.len());
    Ok(())
}

fn file(app: App<'_>, story: &Story, locale: Locale, program: &str) -> Outcome<String> {
    let Story { atlas, edition, .. } = story;
    let style = style(app, story, program)?;
    let opening = app.text("opening.js")?;
    let script = script(app, program)?;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {} {}; \
         img-src data:; font-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(&opening),
        hash(&script),
        hash(&style.first),
        hash(&style.packed),
    );
    let title = escaped(atlas.ecosystem().title.get(locale));
    let head = [
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        &policy,
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        &title,
        "</title>\n<link ",
        icon::KIND,
        " href=\"",
        &icon::address(),
        "\">\n<style>",
        &style.first,
        "</style>\n<script>",
        &opening,
        "</script>\n",
    ];
    let other = locale.other().tag();
    let cover = cover(atlas, locale, &["#lang=", other].concat());
    let program = app.bytes(&[program, "_bg.wasm"].concat())?;
    let body = [
        &app_element(locale, Holds::Picture, &cover),
        // Before what it unpacks, so that a file that was cut off can say so.
        "<script type=\"module\">",
        &script,
        "</script>\n",
        &packed("packed-style", style.packed.as_bytes())?,
        &packed("packed-story", edition.as_bytes())?,
        &packed("packed-program", &program)?,
    ];
    // It carries its fonts, and waits for none of them.
    let class = "still typeset";
    Ok(document_of(class, locale, &head.concat(), &body.concat()))
}

/// The style of a file.
struct Style {
    /// The style sheet of what stands there before the program.
    first: String,
    /// That of all else, with the fonts.
    packed: String,
}

fn style(app: App<'_>, story: &Story, program: &str) -> Outcome<Style> {
    // Both languages are in the story and on its pages.
    let pages = Locale::ALL
        .map(|locale| markup(&story.atlas, locale, "").app)
        .concat();
    let characters = [story.edition.as_str(), &pages].concat().chars().collect();
    let fonts = fonts(app, &characters)?;
    let (tools, no_tools) = match program {
        "studio" => (app.text("studio.css")?, ""),
        // No button that leads to what is not there.
        _ => (String::new(), "[data-studio]{display:none}"),
    };
    Ok(Style {
        first: app.first_look()? + no_tools,
        packed: [
            &fonts.families,
            &app.text("parts.css")?,
            &tools,
            &app.printed_look()?,
            &fonts.shipped,
        ]
        .map(String::as_str)
        .concat(),
    })
}

/// The script that unpacks the program and starts it.
fn script(app: App<'_>, program: &str) -> Outcome<String> {
    let name = [program, "-one-file.js"].concat();
    let script = app.text(&name)?;
    // A tag in a script would end it.
    if script.contains("</script") || script.contains("<!--") {
        return Err(app.fault(&name, "holds the end of a script"));
    }
    Ok(script)
}

/// Bytes as a script element that holds them as data: gzip (RFC 1952) in Base64 (RFC 4648).
fn packed(id: &str, bytes: &[u8]) -> Outcome<String> {
    let mut gzip = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut gzip)
        .map_err(|error| Failure::new(format!("{id} cannot be packed: {error}"), ""))?;
    let start = ["<script type=\"application/gzip\" id=\"", id, "\">"];
    Ok([&start.concat(), &STANDARD.encode(gzip), "</script>\n"].concat())
}
