//! Whole numbers in decimal digits.
//!
//! `to_string` reaches the formatting of the standard library, with its widths,
//! signs and prefixes: 2 kB of WebAssembly for a few digits.

/// A whole number that can be written.
pub trait Decimal {
    /// Its digits, after a `-` where it is negative.
    fn decimal(self) -> String;
}

macro_rules! decimal {
    ($($number:ty)*) => { $(
        impl Decimal for $number {
            fn decimal(self) -> String {
                // Nothing that is counted or measured here is too large.
                digits(i64::try_from(self).unwrap_or(i64::MAX))
            }
        }
    )* };
}

decimal! { u8 u16 u32 i32 i64 u64 usize }

/// Not inlined: one copy serves every number.
#[inline(never)]
fn digits(number: i64) -> String {
    let mut text = String::new();
    let mut rest = number.unsigned_abs();
    loop {
        let digit = u8::try_from(rest % 10).unwrap_or_default();
        text.insert(0, char::from(b'0' + digit));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        text.insert(0, '-');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_writes_what_the_standard_library_writes(number in any::<i64>()) {
            prop_assert_eq!(number.decimal(), number.to_string());
            let small = (number % 1000).unsigned_abs();
            prop_assert_eq!(small.decimal(), small.to_string());
        }
    }

    #[test]
    fn the_ends_are_written() {
        assert_eq!(i64::MIN.decimal(), i64::MIN.to_string());
        assert_eq!(0_u8.decimal(), "0");
    }
}
