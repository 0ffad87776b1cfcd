//! Bytes as text that may stand in a page and that a page unpacks: LZMA, spelt in
//! letters.
//!
//! What was packed any program for `.lzma` files reads as well; a page has the crate `unpack`.

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

    /// What an LZMA file holds, as the page reads it.
    fn unpacked(file: &[u8], length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        tahaluf_unpack::unpack(file, &mut bytes).map(|()| bytes)
    }

    /// The same, as another program reads it.
    fn read(file: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut reader = LzmaReader::new_mem_limit(file, u32::MAX, None).unwrap();
        reader.read_to_end(&mut bytes).unwrap();
        bytes
    }

    const STORY: &[u8] = include_bytes!("../../assets/story.json");

    #[test]
    fn the_smallest_is_chosen() {
        for bytes in [&STORY[..9000], b"", b"a"] {
            let all: Vec<_> = (0..=4)
                .map(|it| lzma_by(bytes, it).unwrap().len())
                .collect();
            assert_eq!(Some(&lzma(bytes).unwrap().len()), all.iter().min());
        }
    }

    #[test]
    fn large_files_are_unpacked_whatever_they_are() {
        let mut state = 1_u32;
        let mut chance = || {
            // Marsaglia's xorshift (2003): the same each time.
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[0]
        };
        let noise: Vec<u8> = (0..300_000).map(|_| chance()).collect();
        let files = [
            Vec::new(),
            vec![255; 1_000_000],
            (0..=255).collect(),
            // Copies from afar, and with one byte changed.
            [&noise[..], &noise[77..]].concat(),
            (0..90_000)
                .map(|at| {
                    if chance() < 20 {
                        chance()
                    } else {
                        noise[at % 613]
                    }
                })
                .collect(),
            STORY.to_vec(),
            noise,
        ];
        for bytes in files {
            let file = lzma(&bytes).unwrap();
            assert!(unpacked(&file, bytes.len()).is_some_and(|it| it == bytes));
            assert!(read(&file) == bytes);
        }
    }

    #[test]
    fn a_file_that_was_cut_off_is_not_taken_for_whole() {
        let bytes = &STORY[..30_000];
        let file = lzma(bytes).unwrap();
        for length in (0..40).chain((40..file.len()).step_by(97)) {
            assert_eq!(
                unpacked(&file[..length], bytes.len()),
                None,
                "{length} bytes"
            );
        }
    }

    #[test]
    fn a_file_that_was_changed_is_not_taken_for_sound() {
        let bytes = &STORY[..30_000];
        let file = lzma(bytes).unwrap();
        // How much memory a program needs, and a byte that the coder begins with: not read.
        let unread = [1, 2, 3, 4, 13];
        for at in (0..40).chain((40..file.len()).step_by(7)) {
            let mut bent = file.clone();
            bent[at] ^= 1 << (at % 8);
            assert!(
                unread.contains(&at) || unpacked(&bent, bytes.len()).is_none(),
                "byte {at}"
            );
        }
        assert_eq!(unpacked(&file, bytes.len() + 1), None, "of another length");
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
            let file = lzma(&bytes).unwrap();
            prop_assert_eq!(read(&file), &bytes[..]);
            prop_assert_eq!(unpacked(&file, bytes.len()), Some(bytes));
        }

        #[test]
        fn what_repeats_is_unpacked(bytes in prop::collection::vec(0..3_u8, 0..3000)) {
            prop_assert_eq!(unpacked(&lzma(&bytes).unwrap(), bytes.len()), Some(bytes));
        }

        #[test]
        fn no_file_makes_it_panic(
            context in 0..6_u8,
            bits in prop::collection::vec(any::<u8>(), 0..400),
            length in 0..3000_u16,
        ) {
            let mut file = vec![context, 0, 0, 0, 0];
            file.extend(u64::from(length).to_le_bytes());
            file.extend(bits);
            let _ = unpacked(&file, length.into());
        }
    }
}
