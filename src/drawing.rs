//! What a state shows, as a picture of its own: SVG that needs no style sheet, for other
//! sites, for documents, and for whoever keeps it.
//!
//! A drawing is a tree of elements and texts. Here texts stay texts, which browsers set;
//! what has the fonts at hand can set them itself ([`Drawing::document`]).

mod axis;
mod card;
mod column;
mod describe;
pub mod element;
mod key;
mod marks;
mod network;
mod plate;
mod post;
pub mod text;
pub mod theme;

use crate::atlas::Atlas;
use crate::geometry::Size;
use crate::locale::Locale;
use crate::state::State;
use element::{Element, el};
pub use post::Shape;
use text::Text;
use theme::Theme;

/// The width and the height of a card in pixels: 1.91 to 1, which Open Graph and
/// Twitter cards show uncut.
pub const CARD: Size = Size::new(1200.0, 630.0);

/// A picture, before it is written.
#[derive(Clone, Debug)]
pub struct Drawing {
    root: Element,
    size: Size,
    locale: Locale,
}

impl Drawing {
    /// The card of what a state shows: kicker, title, network, day and product,
    /// [`CARD`] large.
    pub fn card(atlas: &Atlas, state: &State, theme: Theme) -> Self {
        Self {
            root: card::draw(atlas, state, theme),
            size: CARD,
            locale: state.locale,
        }
    }

    /// The plate of what a state shows, to stand alone: title, day, network with its signs
    /// in words, timeline where the state shows it, credit and licence. `address` is that of
    /// the page, for the credit.
    pub fn plate(atlas: &Atlas, state: &State, theme: Theme, address: Option<&str>) -> Self {
        plate::draw(atlas, state, theme, address)
    }

    /// The post of what a state shows, in the shape of a phone's feed: title, day, network, and
    /// in a tall one its signs in words. `address` is that of the page, for the credit.
    pub fn post(
        atlas: &Atlas,
        state: &State,
        theme: Theme,
        address: Option<&str>,
        shape: Shape,
    ) -> Self {
        post::draw(atlas, state, theme, address, shape)
    }

    /// Its width and height, in its units.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// A document of its own (SVG 2) whose text is text: it asks for the page's fonts by
    /// name and makes do with others. `style` is CSS that brings the fonts, as `@font-face`
    /// with data URLs; empty where there is none.
    pub fn svg(&self, style: &str) -> String {
        let live = |text: &Text| text.live(self.locale);
        if style.is_empty() {
            return self.document(&live);
        }
        let root = self.root.clone();
        let styled = root.child(el("style").characters(style));
        styled.document(&live)
    }

    /// The document in which `set` has made an element of every text. Title and
    /// description stay text.
    pub fn document(&self, set: &dyn Fn(&Text) -> Element) -> String {
        self.root.document(set)
    }
}
