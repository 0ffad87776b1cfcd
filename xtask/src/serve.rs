//! `cargo xtask serve`: the page on this machine, rebuilt and reloaded when a file changes.
//!
//! Trunk builds one program with everything in it, watches, serves and reloads. After each of its
//! builds it calls `cargo xtask pages`, which makes the story's pages of what was built, so that
//! they are served below `site/` as they will be published.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::install;
use crate::progress::Work;
use crate::run::{Failure, Outcome, run, succeeds};
use crate::workspace::{cargo, command, target};

/// The first port tried, and how many after it.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// What of debug information is compiled here: none. wasm-bindgen reads all of the program whenever
/// a file is saved, and is done sooner with half of it; functions keep their names.
const DEBUG: (&str, &str) = ("CARGO_PROFILE_DEV_DEBUG", "false");

/// What to do where something does not compile.
const MEND: &str = "read the lines above: a build error names its file and line";

/// Installs what is missing and serves until interrupted.
///
/// # Errors
///
/// When an argument is unknown, an installation or the first build fails, or no port is free.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    let (port, open) = options(arguments)?;
    let port = match port {
        Some(port) if free(port) => port,
        Some(port) => {
            return Err(Failure::new(
                format!("port {port} is taken"),
                "choose another, or leave --port out",
            ));
        }
        None => PORTS.clone().find(|port| free(*port)).ok_or_else(|| {
            Failure::new(
                format!(
                    "the ports {} to {} are all taken",
                    PORTS.start,
                    PORTS.end - 1
                ),
                "name a free one with --port",
            )
        })?,
    };
    // What Trunk and its hook are about to ask for: meanwhile, and with a line that says how far it is.
    let work = |name: &str, command| Work {
        name: name.to_owned(),
        command,
        advice: MEND.to_owned(),
    };
    install::builder_and(vec![work("program", program()), work("pages", publisher())])?;
    println!("\n== serve: the page will be at http://127.0.0.1:{port}/ (Ctrl-C ends)");
    println!("== serve: as published, with the demo article, at /site/ and /site/demo/\n");
    let mut trunk = command("trunk");
    trunk.env(DEBUG.0, DEBUG.1);
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    // dist/ stays the release.
    trunk.arg("--dist").arg(target().join("serve"));
    if open {
        trunk.arg("--open");
    }
    run(&mut trunk, MEND)
}

/// Compiles the program that Trunk will ask for, with the words that Trunk uses, so that it finds
/// it compiled.
fn program() -> Command {
    let mut build = cargo(["build", "--target=wasm32-unknown-unknown", "--bin", "app"]);
    build.args(["--no-default-features", "--features", "csr,studio"]);
    build.env(DEBUG.0, DEBUG.1);
    build
}

/// Compiles `tahaluf` without the pictures for other sites, which take most of its time.
fn publisher() -> Command {
    let mut build = cargo(["build", "--package", "tahaluf-cli", "--no-default-features"]);
    build.env(DEBUG.0, DEBUG.1);
    build
}

/// Where the story's pages are below what is served, and how deep each is.
const PAGES: [(&str, usize); 6] = [
    ("site", 1),
    ("site/en", 2),
    ("site/embed", 2),
    ("site/embed/en", 3),
    ("site/demo", 2),
    ("site/demo/en", 3),
];

/// Makes the pages of the story beside the shell that Trunk has just built, so that they are
/// served too. Trunk calls this, and says where it builds.
///
/// A story with mistakes is no failure: they are told here, and each page lists them.
///
/// # Errors
///
/// When Trunk does not say where it builds, `tahaluf` does not compile, or the pages cannot be
/// made for another reason than the story.
pub(crate) fn pages(_: &[String]) -> Outcome {
    // Of a release the pages are made afterwards, when it has been optimised.
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        return Ok(());
    }
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR") else {
        return Err(Failure::new(
            "pages is called by Trunk",
            "run `cargo xtask serve`",
        ));
    };
    let staging = Path::new(&staging);
    run(publisher().arg("--quiet"), MEND)?;
    let tahaluf = || command(&target().join("debug/tahaluf").to_string_lossy());
    let shell = read(&staging.join("index.html"))?;
    let mut build = tahaluf();
    build.args(["build", "--development", "--app"]).arg(staging);
    build.arg("--out").arg(staging.join("site"));
    // It lists what it writes; what is wrong goes to the terminal.
    let made = run(
        build.stdout(Stdio::null()),
        "read the lines above: they name what failed",
    );
    let is_broken = made.is_err() && {
        let mut check = tahaluf();
        check.arg("check").arg(staging.join("story.json"));
        !succeeds(&mut check)
    };
    if is_broken {
        println!("The story has mistakes; every page lists them. Mend them and save the file.");
    } else {
        made?;
    }
    let reloader = reloader(&shell)?;
    for (folder, depth) in PAGES {
        let path = staging.join(folder).join("index.html");
        let page = if is_broken {
            below(&shell, depth)
        } else {
            read(&path)?.replacen("</body>", &[reloader, "</body>"].concat(), 1)
        };
        write(&path, &page)?;
    }
    Ok(())
}

/// The script by which Trunk has a page loaded again, as an element. It puts it into the shell
/// alone, and fills in addresses when it serves any page.
///
/// # Errors
///
/// When there is none.
fn reloader(shell: &str) -> Outcome<&str> {
    const MARK: &str = "{{__TRUNK_WS_BASE__}}";
    const CLOSE: &str = "</script>";
    let element = || {
        let mark = shell.find(MARK)?;
        let start = shell[..mark].rfind("<script")?;
        let end = mark + shell[mark..].find(CLOSE)? + CLOSE.len();
        Some(&shell[start..end])
    };
    element().ok_or_else(|| {
        Failure::new(
            "the page that Trunk built does not have Trunk's script for reloading",
            "compare Trunk's version with the one in xtask/src/install.rs",
        )
    })
}

/// The shell as a page so many folders below it.
fn below(shell: &str, depth: usize) -> String {
    let base = format!("<head><base href=\"{}\">", "../".repeat(depth));
    shell.replacen("<head>", &base, 1)
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| {
        Failure::new(
            format!("{} cannot be read: {error}", path.display()),
            "save a file again, so that Trunk builds anew",
        )
    })
}

fn write(path: &Path, text: &str) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| {
            Failure::new(
                format!("{} cannot be written: {error}", path.display()),
                "make target/ writable",
            )
        })
}

/// The port, when one is named, and whether to open a browser.
fn options(arguments: &[String]) -> Outcome<(Option<u16>, bool)> {
    let mut port = None;
    let mut open = false;
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--open" => open = true,
            "--port" => {
                let number = words.next().and_then(|number| number.parse().ok());
                port = Some(number.ok_or_else(|| {
                    Failure::new(
                        "--port needs a number",
                        "for example: cargo xtask serve --port 8090",
                    )
                })?);
            }
            other => {
                return Err(Failure::new(
                    format!("serve does not know {other}"),
                    "it takes --port N and --open",
                ));
            }
        }
    }
    Ok((port, open))
}

fn free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = "<html><head><title>x</title></head><body><script>a()</script>\
        <script>let base = '{{__TRUNK_WS_BASE__}}';</script></body></html>";

    #[test]
    fn the_reloading_script_is_found_among_others() {
        let found = reloader(SHELL).unwrap_or_default();
        assert_eq!(
            found,
            "<script>let base = '{{__TRUNK_WS_BASE__}}';</script>"
        );
        assert!(reloader("<script>a()</script>").is_err());
    }

    #[test]
    fn a_shell_below_the_top_finds_its_files_there() {
        let page = below(SHELL, 2);
        assert!(page.starts_with("<html><head><base href=\"../../\"><title>"));
    }

    #[test]
    fn every_page_is_as_deep_as_it_says() {
        for (folder, depth) in PAGES {
            assert_eq!(folder.split('/').count(), depth, "{folder}");
        }
    }
}
