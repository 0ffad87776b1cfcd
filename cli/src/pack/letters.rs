//! Bytes as text that may stand in a script element: seven bits in each byte of UTF-8, so a
//! seventh longer than they are, where Base64 is a third.
//!
//! A group of seven bits is the character of that code. Fifteen characters are kept out: those
//! that end a line, that begin markup, that HTML reads as others, and that make a mail program,
//! an editor or a terminal do something. Of two bytes UTF-8 has 15 × 128 characters: each
//! stands for one that is kept out and the group after it, so that nothing is lost.
//! `letters.js` reads them.

/// What is kept out, in the order of the two-byte characters that stand for it.
///
/// HTML reads NUL as U+FFFD and CR as LF (HTML Standard, "Preprocessing the input stream" and
/// "Script data state"), and `<` may begin the script's end or a comment in it. What else a
/// text may hold it reads as it stands.
const KEPT_OUT: [u8; 15] = *b"\0\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x1a\x1b&<\x7f";

/// Bytes in letters: groups of seven bits, the most significant first. The last group is filled
/// up with zeros, of which there may be enough for a byte more.
pub fn spelt(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let mut groups = (0..(bytes.len() * 8).div_ceil(7)).map(|index| group(bytes, index));
    while let Some(group) = groups.next() {
        let mut pairs = (0x80..).step_by(0x80).zip(KEPT_OUT);
        let pair = pairs.find(|(_, kept_out)| *kept_out == group);
        let letter = pair.map(|(first, _)| first + u32::from(groups.next().unwrap_or_default()));
        // Below U+0800 every code is a character.
        text.extend(char::from_u32(letter.unwrap_or_else(|| group.into())));
    }
    text
}

/// Seven bits of bytes, with zeros where they end.
fn group(bytes: &[u8], index: usize) -> u8 {
    let (byte, bit) = (index * 7 / 8, index * 7 % 8);
    let around = [byte, byte + 1].map(|at| bytes.get(at).copied().unwrap_or_default());
    let [_, group] = (u16::from_be_bytes(around) >> (9 - bit)).to_be_bytes();
    group & 0x7f
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The bytes that letters spell: what `letters.js` does.
    fn read(text: &str) -> Vec<u8> {
        let mut groups = Vec::new();
        for letter in text.chars().map(u32::from) {
            if let Some(pair) = letter.checked_sub(0x80) {
                groups.push(KEPT_OUT[(pair >> 7) as usize]);
            }
            groups.push(u8::try_from(letter & 0x7f).unwrap());
        }
        grouped(&groups)
    }

    /// Bytes of which these are the groups.
    fn grouped(groups: &[u8]) -> Vec<u8> {
        let bits: Vec<u8> = groups
            .iter()
            .flat_map(|group| (0..7).rev().map(move |bit| group >> bit & 1))
            .collect();
        let byte = |bits: &[u8]| bits.iter().fold(0, |byte, bit| byte << 1 | bit);
        bits.chunks_exact(8).map(byte).collect()
    }

    #[test]
    fn seven_bits_are_a_letter() {
        assert_eq!(spelt(&grouped(b"Tahaluf!")), "Tahaluf!");
        assert_eq!(spelt(&[]), "");
        // The group and what is left of the byte, filled up.
        assert_eq!(spelt(&[b'T' << 1 | 1]), "T@");
    }

    #[test]
    fn what_is_kept_out_is_a_letter_with_what_follows() {
        assert_eq!(spelt(&grouped(b"\0aaaaaaa")), "\u{e1}aaaaaa");
        assert_eq!(spelt(&grouped(b"a\x7f\x7faaaaa")), "a\u{7ff}aaaaa");
        // With nothing after it, zeros.
        assert_eq!(spelt(&grouped(b"aaaaaaa<")), "aaaaaaa\u{700}");
    }

    #[test]
    fn no_two_groups_make_what_html_would_change() {
        for first in 0..0x80 {
            for second in 0..0x80 {
                let bytes = grouped(&[first, second, b'a', b'a', b'a', b'a', b'a', b'a']);
                let text = spelt(&bytes);
                assert!(!text.bytes().any(|it| KEPT_OUT.contains(&it)), "{text:?}");
                assert_eq!(read(&text)[..7], bytes[..], "{first} {second}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_spelt_is_read_again_and_no_longer_than_a_seventh(
            bytes in prop::collection::vec(any::<u8>(), 0..600)
        ) {
            let text = spelt(&bytes);
            prop_assert!(text.len() <= bytes.len() * 8 / 7 + 2);
            let again = read(&text);
            prop_assert_eq!(&again[..bytes.len()], &bytes[..]);
            prop_assert!(again[bytes.len()..].iter().all(|it| *it == 0));
            prop_assert!(again.len() <= bytes.len() + 1);
        }
    }
}
