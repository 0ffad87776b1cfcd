//! `cargo xtask serve`: the page on this machine, rebuilt and reloaded when a file changes.

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use crate::install;
use crate::run::{Failure, Outcome, run};
use crate::starter;
use crate::workspace::{cargo, command, target};

/// The first port tried, and how many after it.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// Installs what is missing and serves until interrupted.
///
/// # Errors
///
/// When an argument is unknown, an installation or the first build fails, or no port is free.
pub(crate) fn main(arguments: &[String]) -> Outcome {
    let (port, open) = options(arguments)?;
    install::builder()?;
    install::npm_if_possible()?;
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
    println!("\n== serve: building (about 2 minutes the first time, then seconds)");
    println!("== serve: the page will be at http://127.0.0.1:{port}/ (Ctrl-C ends)");
    println!("== serve: as published, with the demo article, at /site/ and /site/demo/\n");
    let mut trunk = command("trunk");
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
    run(
        &mut trunk,
        "read the lines above: a build error names its file and line",
    )
}

/// Makes the pages of the story beside the shell that Trunk has just built, so that they are
/// served too. Trunk calls this, and says where it builds.
///
/// A story with mistakes is no failure: they are told here, and the shell lists them.
///
/// # Errors
///
/// When Trunk does not say where it builds, or the scripts are not as expected.
pub(crate) fn pages(_: &[String]) -> Outcome {
    // Of a release the pages are made afterwards, when it has been optimised.
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        return Ok(());
    }
    let Some(shell) = env::var_os("TRUNK_STAGING_DIR") else {
        return Err(Failure::new(
            "pages is called by Trunk",
            "run `cargo xtask serve`",
        ));
    };
    starter::script(Path::new(&shell))?;
    let mut tahaluf = cargo(["run", "--quiet", "--package", "tahaluf-cli", "--", "build"]);
    tahaluf.arg("--app").arg(&shell);
    tahaluf.arg("--out").arg(Path::new(&shell).join("site"));
    if let Err(failure) = run(&mut tahaluf, "mend the story; the page lists the same") {
        eprintln!("{failure}");
    }
    Ok(())
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
