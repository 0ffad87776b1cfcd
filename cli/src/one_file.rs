//! `tahaluf one-file`: everything in one HTML file that opens from a disk.
//!
//! The program and the story travel as gzip (RFC 1952), which every browser of the last
//! years unpacks by itself, spelt in letters. The policy names the hash of
//! each script and style in the file, and lets nothing else run.

use crate::app::App;
use crate::failure::{Failure, Outcome};
use crate::files::write;
use crate::page::{Holds, document, stage};
use crate::story::{Source, Story};
use crate::text::{escaped, locale};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use letters::spelt;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tahaluf::locale::Locale;
use tahaluf::ui::still::{cover, markup};

mod font;
mod letters;

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

/// Unpacks what the file carries and starts the program: what `load.js` does on a site.
const LOAD: &str = include_str!("one_file/load.js");

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
    let Story { atlas, json, .. } = story;
    // Both languages are in the story and on its pages.
    let pages = Locale::ALL
        .map(|locale| markup(atlas, locale, "").app)
        .concat();
    let said = [json.as_str(), &pages].concat().chars().collect();
    let look = match program {
        "studio" => app.text("studio.css")?,
        // No button that leads to what is not there.
        _ => "[data-studio]{display:none}".to_owned(),
    };
    let sheets = [
        &app.style_sheet()?,
        &look,
        "\n@media print {\n",
        &app.text("print.css")?,
        "}\n",
    ];
    let style = with_fonts(&sheets.concat(), &said, app)?;
    let opening = app.text("opening.js")?;
    let script = script(app, program)?;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         font-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(&opening),
        hash(&script),
        hash(&style),
    );
    let title = escaped(atlas.ecosystem().title.get(locale));
    let head = [
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        &policy,
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        &title,
        "</title>\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,",
        &STANDARD.encode(app.bytes("icon.svg")?),
        "\">\n<style>",
        &style,
        "</style>\n<script>",
        &opening,
        "</script>\n",
    ];
    let other = locale.other().tag();
    let cover = cover(atlas, locale, &["#lang=", other].concat());
    let body = [
        &stage(locale, Holds::Picture, &cover),
        // Before what it unpacks, so that a file that was cut off can say so.
        "<script type=\"module\">",
        &script,
        "</script>\n",
        &packed("packed-story", json.as_bytes())?,
        &packed(
            "packed-program",
            &app.bytes(&[program, "_bg.wasm"].concat())?,
        )?,
    ];
    Ok(document(locale, &head.concat(), &body.concat()))
}

/// The program's glue, how it is loaded, and what starts it, as one module.
fn script(app: App<'_>, program: &str) -> Outcome<String> {
    let name = [program, ".js"].concat();
    let glue = app.text(&name)?;
    let boot = app.text("boot.js")?;
    let import = "import(\"./load.js\")";
    if !boot.contains(import) {
        return Err(app.fault("boot.js", "does not load the program as expected"));
    }
    // A block keeps the names of the one from those of the other.
    let script = [
        &glue,
        "\n",
        LOAD,
        "{",
        &boot.replace(import, "Promise.resolve({load})"),
        "}\n",
    ]
    .concat();
    // A tag in a script would end it.
    if script.contains("</script") || script.contains("<!--") {
        return Err(app.fault(&name, "holds the end of a script, or boot.js does"));
    }
    Ok(script)
}

/// A style sheet with those of its fonts in it that some characters need.
pub(crate) fn with_fonts(sheet: &str, said: &BTreeSet<char>, app: App<'_>) -> Outcome<String> {
    let mut whole = String::new();
    let mut rest = sheet;
    while let Some((before, face)) = rest.split_once("@font-face") {
        whole.push_str(before);
        let end = face.find('}').map_or(face.len(), |end| end + 1);
        let (face, after) = face.split_at(end);
        if let Some((start, source)) = face.split_once("url(")
            && let Some((address, end)) = source.split_once(')')
        {
            if said.iter().any(|character| font::covers(face, *character)) {
                let font = STANDARD.encode(app.bytes(address.trim_matches(['"', '\'']))?);
                let source = ["url(data:font/woff2;base64,", &font, ")"].concat();
                whole.push_str(&["@font-face", start, &source, end].concat());
            }
        } else {
            whole.push_str(&["@font-face", face].concat());
        }
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

/// Bytes as a script element that holds data.
fn packed(id: &str, bytes: &[u8]) -> Outcome<String> {
    let mut gzip = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut gzip,
    )
    .map_err(|error| Failure::new(format!("{id} cannot be packed: {error}"), ""))?;
    Ok([
        "<script type=\"application/gzip\" id=\"",
        id,
        "\">",
        &spelt(&gzip),
        "</script>\n",
    ]
    .concat())
}

/// The source that a policy knows a script or a style by (CSP Level 3).
fn hash(source: &str) -> String {
    ["'sha256-", &STANDARD.encode(Sha256::digest(source)), "'"].concat()
}
