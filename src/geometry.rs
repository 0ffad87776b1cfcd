//! Points, vectors and rectangles of the scene.
//!
//! Conventions: `f64`; scene units, which are CSS pixels where the picture is
//! shown at its own size; x grows towards the inline *end* (right in English,
//! left in Arabic), y grows downwards. Only [`crate::locale::Direction`] turns
//! start and end into left and right.

use serde::{Deserialize, Serialize};
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A place in the scene. Two places cannot be added: their difference is a [`Vec2`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Distance from the inline start edge.
    pub x: f64,
    /// Distance from the top.
    pub y: f64,
}

impl Point {
    /// The place at these coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The place that lies `share` of the way to `other` (0 here, 1 there).
    #[must_use]
    pub fn lerp(self, other: Self, share: f64) -> Self {
        self + (other - self) * share
    }
}

/// A displacement: from one point to another, in logical coordinates.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec2 {
    /// Towards the inline end.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Vec2 {
    /// The displacement with these components.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Its length.
    pub fn length(self) -> f64 {
        self.length2().sqrt()
    }

    /// The square of its length.
    pub fn length2(self) -> f64 {
        self.x * self.x + self.y * self.y
    }

    /// The displacement of length 1 in this direction; of the zero vector, zero.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 {
            self * (1.0 / length)
        } else {
            self
        }
    }

    /// Turned by a quarter, from the x axis towards the y axis.
    #[must_use]
    pub const fn quarter_turn(self) -> Self {
        Self::new(-self.y, self.x)
    }

    /// The scalar product.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }
}

impl Add<Vec2> for Point {
    type Output = Self;
    fn add(self, by: Vec2) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

impl AddAssign<Vec2> for Point {
    fn add_assign(&mut self, by: Vec2) {
        *self = *self + by;
    }
}

impl Sub<Vec2> for Point {
    type Output = Self;
    fn sub(self, by: Vec2) -> Self {
        Self::new(self.x - by.x, self.y - by.y)
    }
}

impl Sub for Point {
    type Output = Vec2;
    fn sub(self, from: Self) -> Vec2 {
        Vec2::new(self.x - from.x, self.y - from.y)
    }
}

impl Add for Vec2 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl AddAssign for Vec2 {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Vec2 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Neg for Vec2 {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}

impl Mul<f64> for Vec2 {
    type Output = Self;
    fn mul(self, by: f64) -> Self {
        Self::new(self.x * by, self.y * by)
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// Along x.
    pub width: f64,
    /// Along y.
    pub height: f64,
}

impl Size {
    /// The size with these sides.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// The corner with the smallest coordinates.
    pub min: Point,
    /// The corner with the largest coordinates.
    pub max: Point,
}

impl Rect {
    /// The rectangle between two corners, the smaller one first.
    pub const fn new(min: Point, max: Point) -> Self {
        Self { min, max }
    }

    /// The rectangle of this size with its middle at `center`.
    pub fn centered(center: Point, size: Size) -> Self {
        let half = Vec2::new(size.width / 2.0, size.height / 2.0);
        Self::new(center - half, center + half)
    }

    /// Its middle.
    pub fn center(self) -> Point {
        self.min.lerp(self.max, 0.5)
    }

    /// Its width and height.
    pub fn size(self) -> Size {
        Size::new(self.max.x - self.min.x, self.max.y - self.min.y)
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::new(
            Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        )
    }

    /// Grown by `by` on every side.
    #[must_use]
    pub fn inflate(self, by: f64) -> Self {
        let by = Vec2::new(by, by);
        Self::new(self.min - by, self.max + by)
    }

    /// The rectangle moved by a displacement.
    #[must_use]
    pub fn translate(self, by: Vec2) -> Self {
        Self::new(self.min + by, self.max + by)
    }

    /// Whether the two share an area (touching edges share none).
    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Whether the line between two places runs through it: it does unless one of the axes, or
    /// the line's own normal, separates them.
    pub fn is_crossed(self, from: Point, to: Point) -> bool {
        if from.x.max(to.x) <= self.min.x
            || from.x.min(to.x) >= self.max.x
            || from.y.max(to.y) <= self.min.y
            || from.y.min(to.y) >= self.max.y
        {
            return false;
        }
        let normal = (to - from).quarter_turn();
        (self.center() - from).dot(normal).abs() < self.half_extent(normal)
    }

    /// How far it reaches from its middle along a vector, times the vector's length.
    pub fn half_extent(self, along: Vec2) -> f64 {
        let corner = self.max - self.center();
        corner.x * along.x.abs() + corner.y * along.y.abs()
    }

    /// Its corners, one after the other around it.
    pub const fn corners(self) -> [Point; 4] {
        [
            self.min,
            Point::new(self.max.x, self.min.y),
            self.max,
            Point::new(self.min.x, self.max.y),
        ]
    }

    /// Whether the place lies in it, edges included.
    pub fn contains(self, point: Point) -> bool {
        self.min.x <= point.x
            && point.x <= self.max.x
            && self.min.y <= point.y
            && point.y <= self.max.y
    }
}

/// A count as a number.
pub fn number(count: usize) -> f64 {
    debug_assert!(u32::try_from(count).is_ok(), "too many things: {count}");
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_rectangles_do_not_overlap() {
        let left = Rect::new(Point::new(0.0, 0.0), Point::new(2.0, 2.0));
        assert!(
            !left.overlaps(left.translate(Vec2::new(2.0, 0.0))),
            "touching"
        );
        assert!(
            left.overlaps(left.translate(Vec2::new(1.9, 1.9))),
            "a shared corner"
        );
    }

    #[test]
    fn a_quarter_turn_is_perpendicular() {
        let v = Vec2::new(3.0, -4.0);
        assert!(v.dot(v.quarter_turn()).abs() < 1e-12, "{v:?}");
        assert!((v.unit().length() - 1.0).abs() < 1e-12, "{v:?}");
        assert_eq!(Vec2::default().unit(), Vec2::default());
    }
}
