//! Static pictures of a story without a browser: the library's drawings with their text
//! set here, as SVG with outlines and as PNG.

mod font;
mod line;

use font::Fonts;
use line::Line;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::fmt;
use tahaluf::atlas::Atlas;
pub use tahaluf::drawing::CARD;
use tahaluf::drawing::Drawing;
use tahaluf::drawing::element::{Element, el, number};
use tahaluf::drawing::text::Text;
pub use tahaluf::drawing::theme::Theme;
use tahaluf::locale::{Direction, Locale};
use tahaluf::state::State;

/// The PNG that Open Graph and Twitter cards of the page show: 1200 × 630 pixels,
/// what a first visit shows, in light colours. The same story gives the same bytes.
///
/// # Errors
/// As [`Picture::png`].
pub fn card(atlas: &Atlas, locale: Locale) -> Result<Vec<u8>, PictureError> {
    let state = State::opening(atlas.ecosystem(), locale);
    Picture::card(atlas, &state, Theme::Light).png(1.0)
}

/// A picture that can be written as SVG or PNG.
#[derive(Clone, Debug)]
pub struct Picture {
    drawing: Drawing,
    direction: Direction,
}

impl Picture {
    /// The card of what a state shows: [`Drawing::card`].
    pub fn card(atlas: &Atlas, state: &State, theme: Theme) -> Self {
        Self {
            drawing: Drawing::card(atlas, state, theme),
            direction: state.locale.direction(),
        }
    }

    /// The plate of what a state shows: [`Drawing::plate`].
    pub fn plate(atlas: &Atlas, state: &State, theme: Theme, address: Option<&str>) -> Self {
        Self {
            drawing: Drawing::plate(atlas, state, theme, address),
            direction: state.locale.direction(),
        }
    }

    /// A document whose text is text: [`Drawing::svg`], without fonts of its own.
    pub fn svg(&self) -> String {
        self.drawing.svg("")
    }

    /// The document of [`Self::svg`] with every text as outlines, which looks alike everywhere.
    /// Title and description stay text.
    ///
    /// # Errors
    /// [`PictureError::Fonts`].
    pub fn outlined(&self) -> Result<String, PictureError> {
        let fonts = Fonts::bundled()?;
        let set = |text: &Text| outlined(text, &fonts, self.direction);
        Ok(self.drawing.document(&set))
    }

    /// The outlined document as a PNG of `scale` pixels a unit.
    ///
    /// # Errors
    /// [`PictureError::Fonts`]; [`PictureError::Scale`] where the scale leaves no
    /// pixel, or more than memory holds; the others if a library does not take what
    /// is written here.
    pub fn png(&self, scale: f32) -> Result<Vec<u8>, PictureError> {
        let document = self.outlined()?;
        let tree = Tree::from_str(&document, &usvg::Options::default())
            .map_err(|_| PictureError::Document)?;
        let size = tree.size().to_int_size().scale_by(scale);
        let mut pixels = size
            .and_then(|size| Pixmap::new(size.width(), size.height()))
            .ok_or(PictureError::Scale)?;
        let transform = Transform::from_scale(scale, scale);
        resvg::render(&tree, transform, &mut pixels.as_mut());
        pixels.encode_png().map_err(|_| PictureError::Encoding)
    }
}

/// A text as outlines, which need no font.
fn outlined(text: &Text, fonts: &Fonts, direction: Direction) -> Element {
    let scale = text.size / Fonts::UNITS_PER_EM;
    let lines = text.lines.iter().map(|(line, at)| {
        let line = Line::of(line, fonts, text.weight, direction);
        let left = at.x - line.width * scale * text.share_left_of_anchor(direction);
        let place = [left, at.y].map(number).join(" ");
        el("path")
            .set("transform", format!("translate({place}) scale({scale})"))
            .set("d", line.path)
    });
    text.painted(el("g"), scale).children(lines)
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// A bundled font cannot be read.
    Fonts,
    /// The picture's own SVG cannot be read.
    Document,
    /// There is no picture of that size.
    Scale,
    /// The pixels cannot be written as PNG.
    Encoding,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fonts => "a bundled font cannot be read",
            Self::Document => "the picture's SVG cannot be read",
            Self::Scale => "there is no picture of that size",
            Self::Encoding => "the picture cannot be written as PNG",
        })
    }
}

impl std::error::Error for PictureError {}
