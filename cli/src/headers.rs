//! What a server must say with the files: once, for every format of saying it.

use crate::embed::embed_folder;
use crate::page::folder;
use tahaluf::locale::Locale;

/// The policy that the site works under.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; \
form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A `_headers` file, as several static hosts read it: a path, then its headers.
pub(crate) fn file() -> String {
    let rules: [(&str, &[(&str, &str)]); 4] = [
        (
            "/*",
            &[
                ("Content-Security-Policy", POLICY),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
                // A frame without an origin of its own reads these files as a stranger.
                ("Access-Control-Allow-Origin", "*"),
                // Names carry no hash, so a browser asks again; unchanged files cost a 304.
                ("Cache-Control", "no-cache"),
            ],
        ),
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
    for place in Locale::ALL
        .map(|locale| [folder(locale).to_owned(), embed_folder(locale)])
        .concat()
    {
        file.push_str(&["/", &place, "\n  Link: ", &early(&place), "\n"].concat());
    }
    file
}

/// What a page waits for before it is painted: said with its headers, so that a browser asks for
/// it before it has read the page. The script is first: it runs while the longer sheet comes.
fn early(place: &str) -> String {
    let home = "../".repeat(place.matches('/').count());
    format!("<{home}opening.js>; rel=preload; as=script, <{home}style.css>; rel=preload; as=style")
}
