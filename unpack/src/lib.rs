//! Unpacks an LZMA file that `cli/src/pack.rs` made, after the specification that comes with the
//! LZMA SDK (`lzma-specification.txt`, Igor Pavlov, public domain); its names stand in parentheses.
//!
//! The file says how long it is unpacked, and no odds in it depend on the place of a byte
//! (`lp = pb = 0`). What is in it is a chain of bytes and of copies of what came before, written
//! as bits by a range coder (`coder`). A page runs this as WebAssembly (`page`): as JavaScript it
//! is as small and several times as slow.
//!
//! Nothing in here panics, whatever the file, for it is read as damaged first.

mod coder;
#[cfg(target_arch = "wasm32")]
mod page;

use coder::{Coder, kinds};

/// The most bits of the byte before that the odds of a byte depend on. (`lc`)
const MOST_CONTEXT: u32 = 4;

/// Unpacks a file into as many bytes as it says that it holds. Nothing where it was cut off or
/// changed, as far as that can be told: nearly always.
#[must_use]
pub fn unpack(file: &[u8], unpacked: &mut [u8]) -> Option<()> {
    // lc, dictSize, unpackSize, a byte of the coder's, Code
    let (head, bits) = file.split_first_chunk::<18>()?;
    let [context, _, _, _, _, size @ .., _, c0, c1, c2, c3] = head;
    let size = usize::try_from(u64::from_le_bytes(*size)).ok()?;
    let context = u32::from(*context);
    if context > MOST_CONTEXT || size != unpacked.len() {
        return None;
    }
    let mut reader = Reader {
        coder: Coder::new(u32::from_be_bytes([*c0, *c1, *c2, *c3]), bits),
        context,
        distances: [0; 4],
        state: 0,
    };
    let mut length = 0;
    while length < size {
        length = reader.next(unpacked, length)?;
    }
    reader.coder.is_at_its_end().then_some(())
}

/// What is being read.
struct Reader<'a> {
    coder: Coder<'a>,
    /// How many bits of the byte before the odds of a byte depend on.
    context: u32,
    /// How far back the last copies lay, each less one, the last first. (`rep0` to `rep3`)
    distances: [usize; 4],
    /// What came last, by which the odds of what comes next differ: below seven, a byte. (`state`)
    state: usize,
}

impl Reader<'_> {
    /// Reads a byte or a copy to where it belongs; how long all is then.
    fn next(&mut self, unpacked: &mut [u8], length: usize) -> Option<usize> {
        let state = self.state;
        let after_copy = state > 6;
        if self.coder.bit(kinds::IS_COPY + state)? == 0 {
            *unpacked.get_mut(length)? = self.byte(unpacked, length, after_copy)?;
            self.state = state.saturating_sub(if state < 10 { 3 } else { 6 });
            return Some(length + 1);
        }
        let count = if self.coder.bit(kinds::IS_AGAIN + state)? == 0 {
            let count = self.coder.length(kinds::LENGTH)?;
            self.distances.rotate_right(1);
            self.distances[0] = self.coder.distance(count)?;
            self.state = if after_copy { 10 } else { 7 };
            count
        } else {
            self.again(after_copy)?
        };
        let start = length.checked_sub(self.distances[0])?.checked_sub(1)?;
        // One by one: what is copied may reach into what it becomes.
        for at in 0..count {
            *unpacked.get_mut(length + at)? = *unpacked.get(start + at)?;
        }
        Some(length + count)
    }

    /// The length of a copy from as far back as one of the last, which becomes the last.
    fn again(&mut self, after_copy: bool) -> Option<usize> {
        let (coder, state) = (&mut self.coder, self.state);
        let mut is_long = true;
        if coder.bit(kinds::IS_OLDER + state)? == 0 {
            is_long = coder.bit(kinds::IS_LONG + state)? == 1;
        } else {
            let place = match coder.bit(kinds::IS_THIRD + state)? {
                0 => 1,
                _ => 2 + coder.bit(kinds::IS_FOURTH + state)?,
            };
            self.distances.get_mut(..=place)?.rotate_right(1);
        }
        self.state = match (after_copy, is_long) {
            (true, _) => 11,
            (false, true) => 8,
            (false, false) => 9,
        };
        if is_long {
            coder.length(kinds::LENGTH_AGAIN)
        } else {
            Some(1)
        }
    }

    /// A byte. After a copy it is not the one that came after what was copied, which hints at it.
    fn byte(&mut self, unpacked: &[u8], length: usize, after_copy: bool) -> Option<u8> {
        let before = length.checked_sub(1).and_then(|at| unpacked.get(at));
        let context = usize::from(before.copied().unwrap_or_default()) >> (8 - self.context);
        let hint = if after_copy {
            Some(*unpacked.get(length.checked_sub(self.distances[0])?.checked_sub(1)?)?)
        } else {
            None
        };
        self.coder.byte(kinds::BYTE + 768 * context, hint)
    }
}
