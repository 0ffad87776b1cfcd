//! How far apart colours are, for tests: to whoever sees all of them, to whoever does not, and in
//! grey.

#![expect(
    clippy::disallowed_methods,
    reason = "distances of colours are compared with a bound; nothing is drawn with them"
)]

/// A colour as linear light, each part from 0 to 1, in the primaries of sRGB.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour([f64; 3]);

/// Who sees it, or what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vision {
    Full,
    Protanopia,
    Deuteranopia,
    Tritanopia,
    /// On paper without colours, and where a system shows greys alone.
    Grey,
}

impl Vision {
    /// All that see hues.
    pub(super) const OF_HUES: [Self; 4] = [
        Self::Full,
        Self::Protanopia,
        Self::Deuteranopia,
        Self::Tritanopia,
    ];

    /// What it makes of linear light: Machado, Oliveira and Fernandes, *A Physiologically-based
    /// Model for Simulation of Color Vision Deficiency* (IEEE Transactions on Visualization and
    /// Computer Graphics 15, 2009), table 1, severity 1.0.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            Self::Grey => [LUMINANCE, LUMINANCE, LUMINANCE],
        }
    }
}

/// The share of each part in the luminance (IEC 61966-2-1).
const LUMINANCE: [f64; 3] = [0.2126, 0.7152, 0.0722];

impl Colour {
    /// That of `#rgb` or `#rrggbb`.
    pub(super) fn of(hex: &str) -> Self {
        let digits: Vec<_> = hex.chars().filter_map(|it| it.to_digit(16)).collect();
        let bytes: Vec<_> = if digits.len() == 3 {
            digits.iter().map(|it| it * 17).collect()
        } else {
            digits.chunks(2).map(|it| it[0] * 16 + it[1]).collect()
        };
        assert_eq!(bytes.len(), 3, "{hex} is no colour");
        // IEC 61966-2-1: the light of a byte.
        let light = |byte: u32| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        Self([bytes[0], bytes[1], bytes[2]].map(light))
    }

    /// As it is seen.
    pub(super) fn seen(self, vision: Vision) -> Self {
        Self(times(vision.matrix(), self.0).map(|part| part.clamp(0.0, 1.0)))
    }

    /// The contrast with another, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub(super) fn contrast(self, other: Self) -> f64 {
        let [a, b] = [self, other].map(|it| dot(LUMINANCE, it.0) + 0.05);
        a.max(b) / a.min(b)
    }

    /// The distance to another, where black and white are 100 apart and some 2 are just seen:
    /// Euclid's, in OKLab (Ottosson, *A perceptual color space for image processing*, 2020).
    pub(super) fn distance(self, other: Self) -> f64 {
        let [a, b] = [self, other].map(Self::oklab);
        let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
        100.0 * squares.sum::<f64>().sqrt()
    }

    fn oklab(self) -> [f64; 3] {
        let cones = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        let opponents = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        times(opponents, times(cones, self.0).map(f64::cbrt))
    }
}

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| dot(row, vector))
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[test]
fn black_and_white_are_as_far_apart_as_can_be() {
    let [black, white] = ["#000", "#ffffff"].map(Colour::of);
    assert!((black.contrast(white) - 21.0).abs() < 1e-9);
    assert!((black.distance(white) - 100.0).abs() < 1e-4);
}

/// Who does not see a hue sees greys as all others do, and takes for each other what the name of
/// the deficiency says.
#[test]
fn each_vision_loses_what_it_is_called_for() {
    let grey = Colour::of("#808080");
    for vision in Vision::OF_HUES {
        assert!(grey.distance(grey.seen(vision)) < 0.01, "{vision:?}");
    }
    let apart = |a, b, vision| {
        let [a, b] = [a, b].map(|it| Colour::of(it).seen(vision));
        a.distance(b)
    };
    let [olive, orange] = ["#8a7a00", "#b06a10"];
    let [blue, green] = ["#0080a0", "#008a70"];
    for vision in [Vision::Protanopia, Vision::Deuteranopia] {
        assert!(apart(olive, orange, vision) < apart(olive, orange, Vision::Full) / 2.0);
    }
    let lost = apart(blue, green, Vision::Tritanopia);
    assert!(lost < apart(blue, green, Vision::Full) / 2.0);
}
