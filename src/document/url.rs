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
    let found = || text.to_owned();
    match rest.filter(|rest| !rest.contains(unfit)) {
        None => Err(ProblemKind::MalformedUrl { found: found() }),
        Some(rest) => fault(rest).map_or(Ok(()), |fault| {
            Err(ProblemKind::BrokenUrl {
                found: found(),
                fault,
            })
        }),
    }
}

/// What is wrong with an address, after its scheme (RFC 3986, section 3.2).
fn fault(rest: &str) -> Option<UrlFault> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if authority.contains('@') {
        return Some(UrlFault::Credentials);
    }
    // The colons of an address of IPv6 stand in brackets.
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
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
}
