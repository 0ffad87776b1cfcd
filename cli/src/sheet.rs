//! `tahaluf sheet`: the briefing sheet as PDF, printed by a browser that nobody sees.

use crate::app::App;
use crate::failure::{Failure, Outcome};
use crate::files::write;
use crate::fonts::fonts;
use crate::page::document;
use crate::story::{Source, Story};
use crate::text::{escaped, locale};
use clap::{Args, ValueEnum};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use tahaluf::locale::Locale;
use tahaluf::ui::still::sheet_markup;

/// What `sheet` is told.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The PDF to make.
    #[arg(long)]
    out: PathBuf,
    /// The language of the sheet: ar or en.
    #[arg(long, value_parser = locale, default_value = "ar")]
    lang: Locale,
    /// The size of its pages.
    #[arg(long, value_enum, default_value = "a4")]
    paper: Paper,
    /// The Chromium that prints; left out: the first on the search path.
    #[arg(long)]
    browser: Option<PathBuf>,
}

/// A size of pages.
#[derive(Clone, Copy, ValueEnum)]
enum Paper {
    /// 210 × 297 mm (ISO 216).
    A4,
    /// 8.5 × 11 inches (ANSI A).
    Letter,
}

impl Paper {
    /// Its name in CSS Paged Media, `size`.
    const fn css(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "letter",
        }
    }
}

/// What Chromium and those that are built of it are called.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// What to do where nothing prints.
const ADVICE: &str = "install Chromium or Google Chrome, or name one with --browser; without it, \
                      open the page in any browser and print it";

/// Makes the sheet.
///
/// # Errors
///
/// When the story has problems, the app is not built, no browser is found, or it does not
/// print.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let browser = browser(arguments.browser.as_deref())?;
    let story = arguments.source.story()?;
    let page = page(
        arguments.source.app(),
        &story,
        arguments.lang,
        arguments.paper,
    )?;
    // With a number of its own, so that two of them do not meet.
    let folder = env::temp_dir().join(format!("tahaluf-sheet-{}", process::id()));
    let outcome = print(&browser, &page, &folder, &arguments.out);
    // What is left there is in nobody's way.
    let _ = fs::remove_dir_all(&folder);
    outcome?;
    println!("{}", arguments.out.display());
    Ok(())
}

/// The browser that was named, or the first that is found.
fn browser(named: Option<&Path>) -> Outcome<PathBuf> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let mut candidates = BROWSERS
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)));
    candidates
        .find(|candidate| candidate.is_file())
        .ok_or_else(|| Failure::new("no browser that can print was found", ADVICE))
}

/// A page that is nothing but the sheet, with all it needs in it.
fn page(app: App<'_>, story: &Story, locale: Locale, paper: Paper) -> Outcome<String> {
    let markup = sheet_markup(&story.atlas, locale);
    let fonts = fonts(app, &markup.chars().collect())?;
    let stand_ins = app.text("stand-ins.css")?;
    let look = app.texts(&["style.css", "parts.css", "print.css"])?;
    let head = [
        "<meta charset=\"utf-8\">\n<title>",
        &escaped(story.atlas.ecosystem().title.get(locale)),
        "</title>\n<style>",
        &stand_ins,
        &fonts.shipped,
        &fonts.families,
        &look,
        "@page { size: ",
        paper.css(),
        "; }</style>\n",
    ];
    Ok(document(locale, &head.concat(), &markup))
}

/// Has a browser print a page, with whatever it needs meanwhile in a folder.
fn print(browser: &Path, page: &str, folder: &Path, out: &Path) -> Outcome {
    let source = folder.join("sheet.html");
    write(&source, page.as_bytes())?;
    let printed = folder.join("sheet.pdf");
    let option = |name: &str, path: &Path| {
        let mut option = OsString::from(name);
        option.push(path);
        option
    };
    let mut command = Command::new(browser);
    command
        .args(["--headless=new", "--disable-gpu", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-extensions"])
        // In a container, and for root, Chromium has no sandbox to start in; it opens
        // nothing but the file that stands here, which holds no script.
        .args(["--no-sandbox", "--no-pdf-header-footer"])
        .arg(option("--user-data-dir=", &folder.join("profile")))
        .arg(option("--print-to-pdf=", &printed))
        .arg(option("file://", &source));
    let output = command.output().map_err(|error| {
        let what = format!("{} cannot be started: {error}", browser.display());
        Failure::new(what, ADVICE)
    })?;
    let pdf = fs::read(&printed).unwrap_or_default();
    if !output.status.success() || !pdf.starts_with(b"%PDF-") {
        let stderr = String::from_utf8_lossy(&output.stderr);
        let last = stderr.lines().last().unwrap_or_default();
        let what = format!("{} printed nothing: {last}", browser.display());
        return Err(Failure::new(what, ADVICE));
    }
    write(out, &pdf)
}
