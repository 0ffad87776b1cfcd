//! Directions without sine and cosine, which differ between platforms.

use crate::geometry::Vec2;

/// How many directions [`compass`] gives.
pub(super) const STEPS: usize = 64;

/// cos and sin of a 64th of a turn, to the last bit of an `f64`.
const STEP: Vec2 = Vec2::new(0.995_184_726_672_196_9, 0.098_017_140_329_560_6);

/// Unit vectors all around, from the inline end downwards, a 64th of a turn apart.
pub(super) fn compass() -> [Vec2; STEPS] {
    let mut around = [Vec2::new(1.0, 0.0); STEPS];
    for at in 1..STEPS {
        let Vec2 { x, y } = around[at - 1];
        around[at] = Vec2::new(x * STEP.x - y * STEP.y, x * STEP.y + y * STEP.x);
    }
    around
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compass_comes_full_circle() {
        let around = compass();
        for direction in around {
            assert!((direction.length() - 1.0).abs() < 1e-12, "{direction:?}");
        }
        assert!((around[16] - Vec2::new(0.0, 1.0)).length() < 1e-12, "down");
        assert!((around[48] - Vec2::new(0.0, -1.0)).length() < 1e-12, "up");
    }
}
