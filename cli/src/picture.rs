//! Static pictures of a story, drawn from the scene that the page shows, without a
//! browser: SVG with text, SVG with outlines, and PNG.

mod card;
mod column;
mod describe;
mod element;
mod font;
mod line;
mod marks;
mod network;
mod text;
mod theme;

use element::Element;
use font::Fonts;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::fmt;
use tahaluf::atlas::Atlas;
use tahaluf::geometry::Size;
use tahaluf::locale::{Direction, Locale};
use tahaluf::state::State;
use text::Text;
pub use theme::Theme;

/// The width and the height of a card in pixels: 1.91 to 1, which Open Graph and
/// Twitter cards show uncut.
pub const CARD: Size = Size::new(1200.0, 630.0);

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
    root: Element,
    direction: Direction,
}

impl Picture {
    /// The card of what a state shows: kicker, title, network, day and product,
    /// 1200 × 630 units.
    pub fn card(atlas: &Atlas, state: &State, theme: Theme) -> Self {
        Self {
            root: card::draw(atlas, state, theme),
            direction: state.locale.direction(),
        }
    }

    /// A document of its own (SVG 2) whose text is text: it asks for the page's
    /// fonts by name and makes do with others.
    pub fn svg(&self) -> String {
        self.root.document(&Text::live)
    }

    /// The same document with every text as outlines, which looks alike everywhere.
    /// Title and description stay text.
    ///
    /// # Errors
    /// [`PictureError::Fonts`].
    pub fn outlined(&self) -> Result<String, PictureError> {
        let fonts = Fonts::bundled()?;
        let set = |text: &Text| text.outlined(&fonts, self.direction);
        Ok(self.root.document(&set))
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
