//! Bytes as text that may stand in a page and that a script of the page unpacks: LZMA, spelt in
//! letters.
//!
//! What was packed any program for `.lzma` files reads as well; in a page `pack/letters.js` and
//! `pack/lzma.js` do.

use lzma_rust2::{DICT_SIZE_MIN, LzmaOptions, LzmaWriter};
use std::io::{Result, Write};

pub mod letters;

/// The strongest of the presets that LZMA's tools have.
const STRONGEST: u32 = 9;

/// Bytes, packed and spelt.
///
/// # Errors
///
/// When there are more than four gigabytes of them.
pub fn packed(bytes: &[u8]) -> Result<String> {
    lzma(bytes).map(|file| letters::spelt(&file))
}

/// Bytes as an LZMA file, the smallest of several.
fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut smallest: Option<Vec<u8>> = None;
    // How many bits of the byte before say what the next may be: of text two or three, of a
    // program four, of what is packed already none.
    for context in 0..=4 {
        let file = lzma_by(bytes, context)?;
        if smallest.as_ref().is_none_or(|it| file.len() < it.len()) {
            smallest = Some(file);
        }
    }
    Ok(smallest.unwrap_or_default())
}

fn lzma_by(bytes: &[u8], context: u32) -> Result<Vec<u8>> {
    let size = u32::try_from(bytes.len()).map_err(std::io::Error::other)?;
    let options = LzmaOptions {
        dict_size: size.max(DICT_SIZE_MIN),
        lc: context,
        // Nothing here stands at every second or fourth place.
        lp: 0,
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        ..LzmaOptions::with_preset(STRONGEST)
    };
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(size.into()))?;
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::LzmaReader;
    use proptest::prelude::*;
    use std::io::Read;

    /// What an LZMA file holds, as another program reads it.
    fn unpacked(file: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut reader = LzmaReader::new_mem_limit(file, u32::MAX, None).unwrap();
        reader.read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn the_smallest_is_chosen() {
        for bytes in [include_bytes!("pack/lzma.js").as_slice(), b"", b"a"] {
            let all: Vec<_> = (0..=4)
                .map(|it| lzma_by(bytes, it).unwrap().len())
                .collect();
            assert_eq!(Some(&lzma(bytes).unwrap().len()), all.iter().min());
        }
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
            prop_assert_eq!(unpacked(&lzma(&bytes).unwrap()), bytes);
        }

        #[test]
        fn what_repeats_is_unpacked(bytes in prop::collection::vec(0..3_u8, 0..3000)) {
            prop_assert_eq!(unpacked(&lzma(&bytes).unwrap()), bytes);
        }
    }
}
