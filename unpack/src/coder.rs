//! The range coder: bits by their odds, and the numbers that they are.

/// Where the odds of each kind of bit begin. Nothing stands at the first place of a tree, which may
/// therefore be that of another kind.
pub(crate) mod kinds {
    /// For twelve states, as the next five. (`IsMatch`)
    pub(crate) const IS_COPY: usize = 1;
    /// `IsRep`.
    pub(crate) const IS_AGAIN: usize = 13;
    /// `IsRepG0`.
    pub(crate) const IS_OLDER: usize = 25;
    /// `IsRepG1`.
    pub(crate) const IS_THIRD: usize = 37;
    /// `IsRepG2`.
    pub(crate) const IS_FOURTH: usize = 49;
    /// `IsRep0Long`.
    pub(crate) const IS_LONG: usize = 61;
    /// Four trees of 64. (`PosSlotDecoder`)
    pub(super) const SLOT: usize = 73;
    /// `PosDecoders`.
    pub(super) const MIDDLE: usize = 329;
    /// A tree of 16. (`AlignDecoder`)
    pub(super) const LOWEST: usize = 445;
    /// Two bits, two trees of 8 and one of 256. (`LenDecoder`)
    pub(crate) const LENGTH: usize = 461;
    /// The same. (`RepLenDecoder`)
    pub(crate) const LENGTH_AGAIN: usize = 735;
    /// 768 for each context. (`LitProbs`)
    pub(crate) const BYTE: usize = 1009;
    /// How many there are.
    pub(super) const ALL: usize = BYTE + (768 << crate::MOST_CONTEXT);
}

/// Reads bits.
pub(crate) struct Coder<'a> {
    /// What was not read yet.
    bits: &'a [u8],
    /// How wide the range is. (`Range`)
    range: u32,
    /// Where in it the code lies. (`Code`)
    code: u32,
    /// Of 2048, that a bit of a kind is 0, by what it was the last times.
    odds: [u16; kinds::ALL],
}

impl<'a> Coder<'a> {
    #[expect(
        clippy::large_stack_arrays,
        reason = "27 kB, once; what manages a heap is larger than all of this"
    )]
    pub(crate) fn new(code: u32, bits: &'a [u8]) -> Self {
        Self {
            bits,
            range: u32::MAX,
            code,
            odds: [1024; kinds::ALL],
        }
    }

    /// Whether nothing is left over, as it is where all that was read was written so.
    pub(crate) fn is_at_its_end(&self) -> bool {
        self.code == 0
    }

    fn fill(&mut self) -> Option<()> {
        if self.range < 1 << 24 {
            let (byte, bits) = self.bits.split_first()?;
            self.bits = bits;
            self.range <<= 8;
            self.code = self.code << 8 | u32::from(*byte);
        }
        Some(())
    }

    /// A number of so many bits, the first the most significant. The odds of each are by those
    /// before it; and as long as these were those of a hint, where `alike` is 256, by the hint's
    /// next bit as well.
    fn tree(&mut self, kind: usize, bits: u32, mut hint: usize, mut alike: usize) -> Option<usize> {
        let mut node = 1;
        while node < 1 << bits {
            hint <<= 1;
            let hinted = hint & alike;
            let odds = self.odds.get_mut(kind + alike + hinted + node)?;
            let bound = (self.range >> 11) * u32::from(*odds);
            node <<= 1;
            if self.code < bound {
                self.range = bound;
                *odds += (2048 - *odds) >> 5;
                alike &= !hinted;
            } else {
                self.range -= bound;
                self.code -= bound;
                *odds -= *odds >> 5;
                alike &= hinted;
                node |= 1;
            }
            self.fill()?;
        }
        Some(node - (1 << bits))
    }

    fn number(&mut self, kind: usize, bits: u32) -> Option<usize> {
        self.tree(kind, bits, 0, 0)
    }

    /// The next bit, of a kind.
    pub(crate) fn bit(&mut self, kind: usize) -> Option<usize> {
        self.number(kind - 1, 1)
    }

    /// A byte, and what hints at it.
    pub(crate) fn byte(&mut self, kind: usize, hint: Option<u8>) -> Option<u8> {
        let alike = if hint.is_some() { 256 } else { 0 };
        let byte = self.tree(kind, 8, hint.unwrap_or_default().into(), alike)?;
        u8::try_from(byte).ok()
    }

    /// A number of so many bits, the first the least significant.
    fn reversed(&mut self, kind: usize, bits: u32) -> Option<usize> {
        let number = self.number(kind, bits)?;
        Some(number.reverse_bits() >> (usize::BITS - bits))
    }

    /// A number of so many bits that can as well be the one as the other.
    fn even(&mut self, bits: u32) -> Option<usize> {
        let mut number = 0;
        for _ in 0..bits {
            self.range >>= 1;
            number <<= 1;
            if self.code >= self.range {
                self.code -= self.range;
                number |= 1;
            }
            self.fill()?;
        }
        Some(number)
    }

    /// The length of a copy.
    pub(crate) fn length(&mut self, kind: usize) -> Option<usize> {
        let less_two = if self.bit(kind)? == 0 {
            self.number(kind + 2, 3)?
        } else if self.bit(kind + 1)? == 0 {
            8 + self.number(kind + 10, 3)?
        } else {
            16 + self.number(kind + 18, 8)?
        };
        Some(less_two + 2)
    }

    /// How far back a copy of a length lies, less one.
    pub(crate) fn distance(&mut self, length: usize) -> Option<usize> {
        let slot = self.number(kinds::SLOT + 64 * (length - 2).min(3), 6)?;
        let bits = match u32::try_from(slot >> 1).ok()? {
            0 | 1 => return Some(slot),
            half => half - 1,
        };
        let highest = (2 | slot & 1) << bits;
        let rest = if slot < 14 {
            self.reversed(kinds::MIDDLE + highest - slot, bits)?
        } else {
            (self.even(bits - 4)? << 4) + self.reversed(kinds::LOWEST, 4)?
        };
        Some(highest + rest)
    }
}
