//! What a server must say with the files: once, for every format of saying it.

use crate::first_paint::FirstPaint;

/// The policy that the site works under. The style and the script that stand in its pages are
/// allowed by their hashes, which another version of the app changes, and another story does not.
pub(crate) fn policy(first_paint: &FirstPaint) -> String {
    policy_with(&first_paint.script_source(), &first_paint.style_source())
}

/// The policy with the sources of the pages' own script and style.
fn policy_with(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; \
         style-src 'self' {style}; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         frame-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// What is said of every file beside the policy and the caching.
const OF_ALL: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    // A frame without an origin of its own reads these files as a stranger.
    ("Access-Control-Allow-Origin", "*"),
];

/// What carries the policy.
const POLICY: &str = "Content-Security-Policy";

/// A `_headers` file, as several static hosts read it: a path, then its headers.
pub(crate) fn file(policy: &str) -> String {
    // Names carry no hash, so a browser asks again; unchanged files cost a 304.
    let caching = ("Cache-Control", "no-cache");
    let all = [&[(POLICY, policy)], OF_ALL.as_slice(), &[caching]].concat();
    let rules: [(&str, &[(&str, &str)]); 4] = [
        ("/*", &all),
        ("/*.wasm", &[("Content-Type", "application/wasm")]),
        (
            "/*.js",
            &[("Content-Type", "text/javascript; charset=utf-8")],
        ),
        ("/fonts/*", &[("Cache-Control", "public, max-age=86400")]),
    ];
    let mut file = String::new();
    for (path, headers) in rules {
        file.push_str(path);
        file.push('\n');
        for (name, value) in headers {
            file.push_str(&["  ", name, ": ", value, "\n"].concat());
        }
    }
    file
}

/// The headers of every file as directives of nginx, whose `server` includes them: what depends on a file's name
/// stands in the server's own settings.
pub(crate) fn nginx(policy: &str) -> String {
    let mut file = "# Made by `tahaluf build`, for `include` in a `server` of nginx.\n".to_owned();
    for (name, value) in [&[(POLICY, policy)], OF_ALL.as_slice()].concat() {
        file.push_str(&["add_header ", name, " \"", value, "\" always;\n"].concat());
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_that_publishers_are_told_is_the_one_that_is_written() {
        let told = include_str!("../../docs/publishing.md");
        let policy = policy_with("'sha256-…'", "'sha256-…'");
        assert!(told.contains(&[POLICY, ": ", &policy].concat()), "{policy}");
        for (name, value) in OF_ALL {
            assert!(told.contains(&[name, ": ", value].concat()), "{name}");
        }
    }

    #[test]
    fn nothing_is_allowed_but_by_its_place_or_its_hash() {
        let policy = policy_with("'sha256-A'", "'sha256-B'");
        for unsafe_source in ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*"] {
            assert!(!policy.contains(unsafe_source), "{unsafe_source}");
        }
        assert!(policy.starts_with("default-src 'none'; "));
    }

    #[test]
    fn both_formats_say_the_same_of_every_file() {
        let (file, nginx) = (file("the policy"), nginx("the policy"));
        let all = file.split("\n/").next().unwrap_or_default();
        for line in all.lines().skip(1) {
            let (name, value) = line.trim().split_once(": ").unwrap_or_default();
            let directive = format!("add_header {name} \"{value}\" always;");
            assert_eq!(
                nginx.contains(&directive),
                name != "Cache-Control",
                "{line}"
            );
        }
    }
}
