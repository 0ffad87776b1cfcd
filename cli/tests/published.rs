//! What a site consists of and says with its files is what documents and sources say of it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use support::{Folder, site};

/// The repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A file of the repository.
fn text(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

/// A site of the bundled story.
static SITE: LazyLock<Folder> = LazyLock::new(|| {
    let folder = Folder::new("published");
    site(&folder, &["--url", "https://example.org/story/"]);
    folder
});

/// The files below a folder, by their paths from it.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).iter().map(|it| format!("{name}/{it}")));
        } else {
            found.insert(name);
        }
    }
    found
}

/// The names that `a-{b,c}.d` stands for.
fn expanded(name: &str) -> Vec<String> {
    let Some((before, rest)) = name.split_once('{') else {
        return vec![name.to_owned()];
    };
    let (choices, after) = rest.split_once('}').unwrap();
    choices
        .split(',')
        .flat_map(|choice| expanded(&[before, choice, after].concat()))
        .collect()
}

/// The names in the first column of a document's table that begins with this line.
fn column(document: &str, heading: &str) -> Vec<String> {
    let (_, table) = document.split_once(heading).unwrap();
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.flat_map(|row| {
        let cell = row.split('|').nth(1).unwrap();
        cell.split('`').skip(1).step_by(2).flat_map(expanded)
    })
    .collect()
}

#[test]
fn the_files_of_a_site_are_those_that_are_documented() {
    let published = files(&SITE.0.join("site"));
    let documented = column(&text("docs/publishing.md"), "| file | what it is |");
    let is_of =
        |file: &str, name: &str| file == name || name.ends_with('/') && file.starts_with(name);
    let unknown: Vec<&String> = published
        .iter()
        .filter(|file| !documented.iter().any(|name| is_of(file, name)))
        .collect();
    assert!(unknown.is_empty(), "not in docs/publishing.md: {unknown:?}");
    let missing: Vec<&String> = documented
        .iter()
        .filter(|name| !published.iter().any(|file| is_of(file, name)))
        .collect();
    assert!(
        missing.is_empty(),
        "documented, but not published: {missing:?}"
    );
}

/// `tahaluf build` fails where the app lacks a file; what it copies comes into the app by Trunk.
#[test]
fn the_files_that_a_site_takes_over_are_brought_into_the_app() {
    let shell = text("index.html");
    let site = SITE.0.join("site");
    for name in files(&site) {
        let name = name.split('/').next().unwrap();
        let source = Path::new(ROOT).join("assets").join(name);
        if source.exists() {
            let link = format!("href=\"assets/{name}\"");
            assert!(
                shell.contains(&link),
                "index.html has no data-trunk link of {name}"
            );
        }
    }
}

/// A policy with its hashes as documents write them, since they change with what is hashed.
fn general(policy: &str) -> String {
    let sources = policy.split(' ').map(|source| {
        let (hash, end) = source
            .split_once("';")
            .map_or((source, ""), |(it, _)| (it, ";"));
        if hash.starts_with("'sha256-") {
            ["'sha256-…'", end].concat()
        } else {
            source.to_owned()
        }
    });
    sources.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_policy_is_the_one_that_is_documented() {
    let headers = SITE.read("site/_headers");
    let mut policies = headers
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let policy = general(policies.next().unwrap());
    let document = text("docs/publishing.md");
    let line = format!("Content-Security-Policy: {policy}\n");
    assert!(document.contains(&line), "docs/publishing.md lacks {line}");
    let nginx = "include /srv/story/_headers.nginx;";
    assert!(document.contains(nginx), "docs/publishing.md lacks {nginx}");
    let included = SITE.read("site/_headers.nginx");
    let policies = included.matches("add_header Content-Security-Policy ");
    assert_eq!(policies.count(), 1, "{included}");
}

#[test]
fn scripts_name_the_keys_of_a_link_as_links_do() {
    use tahaluf::permalink::key;
    let opening = text("assets/opening.js");
    for key in [key::LANG, key::THEME] {
        let read = format!("fragment.get('{key}')");
        assert!(opening.contains(&read), "opening.js lacks {read}");
    }
    let focus = format!("#{}=", key::FOCUS);
    for script in ["assets/opening.js", "assets/modules/handover.js"] {
        assert!(text(script).contains(&focus), "{script} lacks {focus}");
    }
    let page = SITE.read("site/index.html");
    let (stage, view) = (key::STAGE, key::VIEW);
    let studio = format!("data-lazy-studio=\"{stage}=room {stage}=lectern {view}=compare\"");
    assert!(page.contains(&studio), "the page lacks {studio}");
}
