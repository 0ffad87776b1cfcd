//! The post: what a state shows, in the shape of a phone's feed.
//!
//! It is seen about 390 px wide, a little over a third of its size: nothing in it is smaller than
//! 26 units, and the network stands in the frame in which its names come out largest.

use super::column::Block;
use super::element::{Element, number};
use super::key::{self, Rows};
use super::network::{self, Network};
use super::plate::LETTERING;
use super::text::Weight;
use super::theme::{Palette, Theme};
use super::{Drawing, describe, marks};
use crate::atlas::Atlas;
use crate::geometry::{Point, Rect, Size};
use crate::graph::Slice;
use crate::layout::Frame;
use crate::locale::isolate::without_controls;
use crate::scene::lettering::mirrored;
use crate::scene::{credit, legend, statement};
use crate::state::State;

/// The shape of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As high as wide, for feeds.
    Square,
    /// Sixteen to nine upright, which fills a phone.
    Tall,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 2] = [Self::Square, Self::Tall];

    /// Width and height, in pixels.
    pub const fn size(self) -> Size {
        match self {
            Self::Square => Size::new(WIDTH, WIDTH),
            Self::Tall => Size::new(WIDTH, 1920.0),
        }
    }
}

/// The width of every post.
const WIDTH: f64 = 1080.0;
/// What stays free at every edge.
const MARGIN: f64 = 48.0;
/// How much larger the signs in words are than on a [plate](super::plate).
const KEY_SCALE: f64 = 1.75;
/// The least height that the signs in words leave to the network of a tall post.
const LEAST_NETWORK: f64 = 900.0;
/// What parts the network from what is above and below it.
const GAP: f64 = 24.0;
/// Draws the post of what a state shows. `address` is that of the page, for the credit.
pub(super) fn draw(
    atlas: &Atlas,
    state: &State,
    theme: Theme,
    address: Option<&str>,
    shape: Shape,
) -> Drawing {
    let (story, locale, size) = (atlas.ecosystem(), state.locale, shape.size());
    let slice = Slice::of(atlas.graph(), story, state.query());
    let palette = theme.palette();
    let start = locale.direction().physical_x(MARGIN, WIDTH);
    let statement = statement::of(atlas, state, &slice).sentence(locale);
    let reach = statement::reach(story, locale);
    let foot = [&credit::line(locale, address), " · ", &reach].concat();
    let (kicker, title) = (story.kicker.get(locale), story.title.get(locale));
    let tall = shape == Shape::Tall;
    let head = [
        (kicker, Weight::SemiBold, &[28.0][..], 76.0, palette.soft),
        (
            title,
            Weight::SemiBold,
            &[60.0, 54.0, 48.0, 42.0, 38.0],
            if tall { 320.0 } else { 170.0 },
            palette.ink,
        ),
        (
            &statement,
            Weight::Regular,
            &[32.0, 28.0, 26.0],
            if tall { 130.0 } else { 80.0 },
            palette.ink,
        ),
    ];
    let mut post = describe::document(atlas, state, &slice, size, palette);
    let mut top = MARGIN;
    for (text, weight, sizes, height, fill) in head {
        let block = Block::fitted(&without_controls(text), weight, sizes, column(height));
        let below = top + block.height() + 8.0;
        post = post.text(block.at(start, top, fill));
        top = below;
    }
    let foot = Block::fitted(&foot, Weight::SemiBold, &[26.0], column(70.0));
    let mut bottom = size.height - MARGIN - foot.height();
    post = post.text(foot.at(start, bottom, palette.soft));
    if tall && let Some((signs, height)) = signs(atlas, state, &slice, palette) {
        let above = bottom - GAP - height;
        if above - top >= LEAST_NETWORK {
            let place = [
                "translate(0 ",
                &number(above),
                ") scale(",
                &number(KEY_SCALE),
                ")",
            ];
            post = post.child(signs.set("transform", place.concat()));
            bottom = above;
        }
    }
    let room = Rect::new(
        Point::new(MARGIN, top + GAP),
        Point::new(WIDTH - MARGIN, bottom - GAP),
    );
    let network = largest(atlas, state, &slice, room.size());
    let place = network.fitted(mirrored(room, locale.direction(), WIDTH));
    Drawing {
        root: post.child(marks::network(&network, palette, LETTERING).set("transform", place)),
        size,
        locale,
    }
}

/// The room of a text of at most this height. Where the fonts are not to be had, others may be
/// wider.
fn column(height: f64) -> Size {
    Size::new((WIDTH - 2.0 * MARGIN) * 0.92, height)
}

/// The network in the frame in which it comes out largest in a room.
fn largest(atlas: &Atlas, state: &State, slice: &Slice, room: Size) -> Network {
    let [wide, tall] =
        [Frame::Wide, Frame::Tall].map(|frame| network::of(atlas, state, slice, frame, LETTERING));
    if wide.scale(room) < tall.scale(room) {
        tall
    } else {
        wide
    }
}

/// What the signs mean, in words, and their height; none where no sign is in use.
fn signs(
    atlas: &Atlas,
    state: &State,
    slice: &Slice,
    palette: &'static Palette,
) -> Option<(Element, f64)> {
    let groups = legend::of(atlas, state, slice);
    let rows = Rows {
        column: [MARGIN / KEY_SCALE, (WIDTH - MARGIN) / KEY_SCALE],
        width: WIDTH / KEY_SCALE,
        direction: state.locale.direction(),
    };
    let (signs, below) = key::draw(&groups, &rows, 0.0, palette);
    (!groups.is_empty()).then_some((signs, below * KEY_SCALE))
}
