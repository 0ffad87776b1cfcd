//! Bytes as letters that may stand in a script element: a fourth longer, where Base64 is a
//! third.

/// The letters of Z85 (ZeroMQ RFC 32), but for `&` and `<`, with which markup could begin.
const LETTERS: &[u8; 85] =
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_~>()[]{}@%$#";

/// Four bytes in five letters, the first the most significant; of a last group of fewer
/// bytes, a letter more than there are bytes.
pub(crate) fn spelt(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4 + 5);
    for part in bytes.chunks(4) {
        let mut group = [0; 4];
        group[..part.len()].copy_from_slice(part);
        let mut rest = u32::from_be_bytes(group);
        let mut letters = [0; 5];
        for letter in letters.iter_mut().rev() {
            *letter = LETTERS[(rest % 85) as usize];
            rest /= 85;
        }
        for letter in &letters[..=part.len()] {
            text.push(char::from(*letter));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_spelt_as_z85_has_it() {
        // The example of the RFC, in which none of the two letters occurs.
        let bytes = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B];
        assert_eq!(spelt(&bytes), "HelloWorld");
        assert_eq!(spelt(&bytes[..5]), "HelloWe");
        assert_eq!(spelt(&[]), "");
    }

    #[test]
    fn no_letter_can_begin_markup() {
        assert!(!LETTERS.iter().any(|letter| b"<&\"'`\\".contains(letter)));
    }
}
