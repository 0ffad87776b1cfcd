//! Addresses that a link may lead to: http or https, nothing that runs.

use super::problem::{ProblemKind, UrlFault};

/// Whether a text is the address of a page (RFC 3986), with a host that a browser can ask.
///
/// # Errors
/// [`ProblemKind::MalformedUrl`] where it is none of http or https, and
/// [`ProblemKind::BrokenUrl`] where it leads nowhere.
pub fn check(text: &str) -> Result<(), ProblemKind> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let unfit = |c: char| c.is_whitespace() || c.is_control();
    let found = text.to_owned();
    let Some(rest) = rest.filter(|rest| !rest.contains(unfit)) else {
        return Err(ProblemKind::MalformedUrl { found });
    };
    match fault(rest) {
        None => Ok(()),
        Some(fault) => Err(ProblemKind::BrokenUrl { found, fault }),
    }
}

/// The host's name of an address, and what follows it.
pub fn host_and_path(url: &str) -> (&str, &str) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (authority, path) = split(rest);
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    (host_and_port(host).0, path)
}

/// The authority of an address without its scheme, and what follows it (RFC 3986, section 3.2).
fn split(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

/// The two parts of an authority. The colons of an address of IPv6 stand in brackets.
fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

/// What is wrong with an address, after its scheme.
fn fault(rest: &str) -> Option<UrlFault> {
    let (authority, path) = split(rest);
    if authority.contains('@') {
        return Some(UrlFault::Credentials);
    }
    let (host, port) = host_and_port(authority);
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '[' | ']' | ':');
    if host.is_empty() || !host.chars().all(is_host) || host.starts_with(['.', '-']) {
        return Some(UrlFault::Host);
    }
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Some(UrlFault::Port);
    }
    let is_hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let mut escapes = path.split('%').skip(1).map(str::as_bytes);
    escapes
        .any(|it| !is_hex(it.first()) || !is_hex(it.get(1)))
        .then_some(UrlFault::Escape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for bad in [
            "javascript:alert(1)",
            "//host",
            "https://",
            "https:///x",
            "data:text/html,x",
            "https://a b",
            "HTTPS://example.org",
            "https://#top",
            "https://?q",
            "https://exa!mple.org/",
            "https://example.org:99999/",
            "https://example.org:port/",
            "https://me:secret@example.org/",
            "https://example.org/%zz",
            "https://example.org/100%",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
        for good in [
            "https://example.org/?q=%D8%A7",
            "http://example.org:8080/a?b:c@d#e",
            "https://مثال.إختبار/صفحة",
            "http://[::1]:80/",
            "https://web.archive.org/web/2025/https://example.org/",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn an_address_has_a_host_and_what_follows() {
        let host = "paper.example";
        for (url, path) in [
            ("https://paper.example", ""),
            ("https://paper.example/", "/"),
            ("https://me@paper.example:8080/a?b", "/a?b"),
            ("https://paper.example?p=1", "?p=1"),
        ] {
            assert_eq!(host_and_path(url), (host, path), "{url}");
        }
    }
}
