//! Numbers and texts, and what is made of them alone.

use crate::date::{Date, When};
use crate::layout::GRID;
use crate::model::id::{Id, Table};
use crate::model::text::LANGUAGES;
use std::array;

/// What an edition can hold.
pub(super) trait Printed: Sized {
    fn write(&self, to: &mut Writer);
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Writes an edition from its beginning.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
}

/// Reads an edition from its beginning. Where it has nothing more, there are zeros and
/// empty texts.
pub(super) struct Reader<'a> {
    rest: &'a str,
}

/// What cannot stand in a text as it is: the end of a line, and what HTML would take for
/// the end of a script or change; each with the letter that stands for it after a `\`.
const ESCAPES: [(char, char); 5] = [
    ('\\', 'b'),
    ('\n', 'n'),
    ('\r', 'r'),
    ('\0', '0'),
    ('<', 'l'),
];

impl Writer {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn number(&mut self, number: i32) {
        self.text.push_str(&number.to_string());
        self.text.push(' ');
    }

    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match ESCAPES.iter().find(|(plain, _)| *plain == letter) {
                Some((_, escaped)) => self.text.extend(['\\', *escaped]),
                None => self.text.push(letter),
            }
        }
        self.text.push('\n');
    }
}

impl<'a> Reader<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self { rest: text }
    }

    #[inline(never)]
    fn number(&mut self) -> i32 {
        self.until(' ').parse().unwrap_or_default()
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let mut parts = self.until('\n').split('\\');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let mut letters = part.chars();
            let escaped = letters.next();
            let pair = ESCAPES.iter().find(|(_, letter)| Some(*letter) == escaped);
            text.extend(pair.map(|(plain, _)| *plain));
            text.push_str(letters.as_str());
        }
        text
    }

    fn until(&mut self, end: char) -> &'a str {
        let (part, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        part
    }
}

impl Printed for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
    fn read(from: &mut Reader<'_>) -> Self {
        from.text()
    }
}

/// The tag of a language.
impl Printed for &'static str {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
    fn read(from: &mut Reader<'_>) -> Self {
        let tag = from.text();
        LANGUAGES
            .into_iter()
            .find(|known| *known == tag)
            .unwrap_or_default()
    }
}

impl Printed for usize {
    fn write(&self, to: &mut Writer) {
        to.number(i32::try_from(*self).unwrap_or(i32::MAX));
    }
    fn read(from: &mut Reader<'_>) -> Self {
        Self::try_from(from.number()).unwrap_or_default()
    }
}

impl Printed for bool {
    fn write(&self, to: &mut Writer) {
        to.number(i32::from(*self));
    }
    fn read(from: &mut Reader<'_>) -> Self {
        from.number() != 0
    }
}

/// A coordinate, or a radius: they are on the layout's grid, so that nothing is lost.
impl Printed for f64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "scenes are some thousand units wide"
    )]
    fn write(&self, to: &mut Writer) {
        to.number((self * GRID).round() as i32);
    }
    fn read(from: &mut Reader<'_>) -> Self {
        Self::from(from.number()) / GRID
    }
}

impl Printed for Date {
    fn write(&self, to: &mut Writer) {
        to.number(self.days());
    }
    fn read(from: &mut Reader<'_>) -> Self {
        Self::from_days(from.number())
    }
}

/// Spelt as in the page's markup, where Brotli finds it again.
impl Printed for When {
    fn write(&self, to: &mut Writer) {
        to.text(&self.to_string());
    }
    fn read(from: &mut Reader<'_>) -> Self {
        from.text().parse().unwrap_or_default()
    }
}

impl<I: Id> Printed for I {
    fn write(&self, to: &mut Writer) {
        self.index().write(to);
    }
    fn read(from: &mut Reader<'_>) -> Self {
        Self::from_index(Printed::read(from))
    }
}

impl<T: Printed> Printed for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(it) = self {
            it.write(to);
        }
    }
    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Printed> Printed for Vec<T> {
    fn write(&self, to: &mut Writer) {
        self.len().write(to);
        for it in self {
            it.write(to);
        }
    }
    fn read(from: &mut Reader<'_>) -> Self {
        let mut all = Self::new();
        for _ in 0..usize::read(from) {
            all.push(T::read(from));
        }
        all
    }
}

impl<I: Id, T: Printed> Printed for Table<I, T> {
    fn write(&self, to: &mut Writer) {
        self.len().write(to);
        for (_, it) in self.iter() {
            it.write(to);
        }
    }
    fn read(from: &mut Reader<'_>) -> Self {
        Vec::read(from).into()
    }
}

impl<T: Printed, const N: usize> Printed for [T; N] {
    fn write(&self, to: &mut Writer) {
        for it in self {
            it.write(to);
        }
    }
    fn read(from: &mut Reader<'_>) -> Self {
        array::from_fn(|_| T::read(from))
    }
}
