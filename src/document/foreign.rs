//! What a file is that is no text in UTF-8, so that its owner can be told how to save it.

/// What the bytes of a file are, where they are no text in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// No bytes, or blanks alone.
    Nothing,
    /// Text in UTF-16, of either byte order.
    Utf16,
    /// Text in UTF-32, of either byte order.
    Utf32,
    /// A file packed by gzip (RFC 1952).
    Gzip,
    /// A ZIP archive, as spreadsheets and documents of office programs are as well.
    Zip,
    /// A picture: PNG, JPEG, GIF or WebP.
    Picture,
    /// A PDF document.
    Pdf,
}

/// What files begin with that are of a known kind.
#[cfg(feature = "studio")]
const BEGINNINGS: [(&[u8], Foreign); 10] = [
    // A byte order mark of UTF-32 begins with that of UTF-16.
    (b"\xFF\xFE\0\0", Foreign::Utf32),
    (b"\0\0\xFE\xFF", Foreign::Utf32),
    (b"\xFF\xFE", Foreign::Utf16),
    (b"\xFE\xFF", Foreign::Utf16),
    (b"\x1F\x8B", Foreign::Gzip),
    (b"PK\x03\x04", Foreign::Zip),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"%PDF", Foreign::Pdf),
];

/// What these bytes are, where they are of a kind that is known and no text in UTF-8.
#[cfg(feature = "studio")]
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.trim_ascii().is_empty() {
        return Some(Foreign::Nothing);
    }
    let known = BEGINNINGS.iter().find(|(it, _)| bytes.starts_with(it));
    if let Some((_, kind)) = known {
        return Some(*kind);
    }
    // JSON begins with two ASCII characters, whose zeros tell the encoding (RFC 4627, section 3).
    match bytes {
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Foreign::Picture),
        [0, 0, 0, 1..=255, ..] | [1..=255, 0, 0, 0, ..] => Some(Foreign::Utf32),
        [0, 1..=255, 0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..] => Some(Foreign::Utf16),
        _ => None,
    }
}

#[cfg(all(test, feature = "studio"))]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        let utf16 = |order: fn(u16) -> [u8; 2]| "{\"title\": 1}".encode_utf16().flat_map(order);
        let little: Vec<_> = utf16(u16::to_le_bytes).collect();
        let big: Vec<_> = utf16(u16::to_be_bytes).collect();
        let utf32: Vec<_> = "{\"a"
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect();
        for (bytes, kind) in [
            (&b""[..], Foreign::Nothing),
            (b" \n\t", Foreign::Nothing),
            (&little, Foreign::Utf16),
            (&big, Foreign::Utf16),
            (&[&b"\xFF\xFE"[..], &little].concat(), Foreign::Utf16),
            (&utf32, Foreign::Utf32),
            (&[&b"\xFF\xFE\0\0"[..], &utf32].concat(), Foreign::Utf32),
            (b"\x1F\x8B\x08", Foreign::Gzip),
            (b"PK\x03\x04\x14", Foreign::Zip),
            (b"\x89PNG\r\n", Foreign::Picture),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Foreign::Picture),
            (b"%PDF-1.7", Foreign::Pdf),
        ] {
            assert_eq!(foreign(bytes), Some(kind), "{bytes:?}");
        }
        assert_eq!(foreign(b"{}"), None);
        assert_eq!(foreign("[\"م\"]".as_bytes()), None);
    }
}
