//! The fonts that the page ships, ready to set text without a browser.

use super::PictureError;
use harfrust::{Font, ShaperFont};
use tahaluf::drawing::text::Weight;

/// The faces that text is set in, in both weights. A character is set in the first
/// that has it.
pub(super) struct Fonts {
    regular: Vec<Font>,
    semi_bold: Vec<Font>,
}

/// The bundled font of this name.
macro_rules! bundled {
    ($name:literal) => {
        include_bytes!(concat!("../../../assets/fonts/", $name, ".woff2")).as_slice()
    };
}

const REGULAR: [&[u8]; 4] = [
    bundled!("plex-sans-400"),
    bundled!("plex-sans-extra-400"),
    bundled!("plex-sans-arabic-400"),
    bundled!("plex-sans-arabic-extra-400"),
];

const SEMI_BOLD: [&[u8]; 5] = [
    bundled!("plex-sans-600"),
    bundled!("plex-sans-figures-600"),
    bundled!("plex-sans-extra-600"),
    bundled!("plex-sans-arabic-600"),
    bundled!("plex-sans-arabic-extra-600"),
];

impl Fonts {
    /// The units that all faces count in.
    pub(super) const UNITS_PER_EM: f64 = 1000.0;

    /// The bundled fonts.
    ///
    /// # Errors
    /// If one of the files cannot be read, which their test excludes.
    pub(super) fn bundled() -> Result<Self, PictureError> {
        let fonts = |files: &[&[u8]]| files.iter().map(|file| font(file)).collect();
        let regular: Result<_, _> = fonts(&REGULAR);
        let semi_bold: Result<_, _> = fonts(&SEMI_BOLD);
        Ok(Self {
            regular: regular?,
            semi_bold: semi_bold?,
        })
    }

    /// The faces of a weight.
    pub(super) fn faces(&self, weight: Weight) -> Vec<ShaperFont<'_, 'static>> {
        let fonts = match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        };
        fonts.iter().map(ShaperFont::new).collect()
    }
}

/// Decodes WOFF 2.0 (W3C Recommendation, 8 August 2024) to OpenType.
fn font(woff2: &[u8]) -> Result<Font, PictureError> {
    let bytes = wuff::decompress_woff2(woff2).map_err(|_| PictureError::Fonts)?;
    Font::new(bytes, 0).ok_or(PictureError::Fonts)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "whole numbers are equal or not")]

    use super::*;

    #[test]
    fn every_face_counts_in_the_same_units() {
        let fonts = Fonts::bundled().unwrap();
        for font in fonts.regular.iter().chain(&fonts.semi_bold) {
            assert_eq!(f64::from(font.units_per_em()), Fonts::UNITS_PER_EM);
        }
    }

    #[test]
    fn every_character_of_the_scripts_has_a_face() {
        let fonts = Fonts::bundled().unwrap();
        for weight in [Weight::Regular, Weight::SemiBold] {
            let faces = fonts.faces(weight);
            for char in "Tahaluf 2026 ·«» é تحالف، ٢".chars() {
                let has = |face: &ShaperFont<'_, '_>| face.nominal_glyph(char.into()).is_some();
                assert!(faces.iter().any(has), "{char} in {weight:?}");
            }
        }
    }
}
