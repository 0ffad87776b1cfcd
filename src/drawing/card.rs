//! The card that stands for a story where a link to it is shared.
//!
//! It is mostly seen at half its size: the title is set for that, the titles of
//! alliances and the numbers of their members are just legible then, and the
//! names of members are for those who open it.

use super::column::Block;
use super::element::Element;
use super::network;
use super::text::Weight;
use super::theme::Theme;
use super::{CARD, describe, marks};
use crate::atlas::Atlas;
use crate::geometry::{Point, Rect, Size};
use crate::graph::Slice;
use crate::layout::Frame;
use crate::locale::catalog::Messages;
use crate::locale::isolate::without_controls;
use crate::scene::lettering::{Lettering, mirrored};
use crate::scene::statement;
use crate::state::State;

/// The text's column, in logical coordinates.
const COLUMN: Rect = Rect::new(Point::new(48.0, 44.0), Point::new(392.0, 590.0));
/// The network's room, in logical coordinates.
const NETWORK: Rect = Rect::new(Point::new(416.0, 20.0), Point::new(1180.0, 610.0));
/// As large as the layout makes room for without crowding the nodes.
const LETTERING: Lettering = Lettering {
    name: 1.2,
    title: 1.35,
    number: 1.4,
};

/// Draws the card of what a state shows.
pub(super) fn draw(atlas: &Atlas, state: &State, theme: Theme) -> Element {
    let (story, palette) = (atlas.ecosystem(), theme.palette());
    let direction = state.locale.direction();
    let slice = Slice::of(atlas.graph(), story, state.query());
    let network = network::of(atlas, state, &slice, Frame::Wide, LETTERING);
    let start = direction.physical_x(COLUMN.min.x, CARD.width);
    let width = COLUMN.size().width;

    let words = Messages::of(state.locale);
    let day = statement::of(atlas, state, &slice).day;
    let line = |text: &str, weight, size| {
        Block::fitted(text, weight, &[size], Size::new(width, size * 1.5))
    };
    let product = line(words.product, Weight::SemiBold, 30.0);
    let day = Block::fitted(&day, Weight::Regular, &[20.0], Size::new(width, 90.0));
    let day_top = COLUMN.max.y - day.height();
    let product_top = day_top - product.height();

    let kicker = without_controls(story.kicker.get(state.locale));
    let kicker = Block::fitted(&kicker, Weight::SemiBold, &[20.0], Size::new(width, 60.0));
    let title_top = COLUMN.min.y + kicker.height() + 16.0;
    let room = Size::new(width, product_top - title_top - 32.0);
    let title = without_controls(story.title.get(state.locale));
    let title = Block::fitted(
        &title,
        Weight::SemiBold,
        &[48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0],
        room,
    );

    let picture = mirrored(NETWORK, direction, CARD.width);
    describe::document(atlas, state, &slice, CARD, palette)
        .child(
            marks::network(&network, palette, LETTERING).set("transform", network.fitted(picture)),
        )
        .text(kicker.at(start, COLUMN.min.y, palette.soft))
        .text(title.at(start, title_top, palette.ink))
        .text(product.at(start, product_top, palette.ink))
        .text(day.at(start, day_top, palette.soft))
}
