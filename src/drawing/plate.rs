//! The plate: what a state shows, with all that it needs to stand alone in an article, a
//! document or an archive.

use super::column::Block;
use super::element::{Element, el, number};
use super::key::{self, Rows};
use super::network;
use super::text::Weight;
use super::theme::{Palette, Theme};
use super::{Drawing, axis, describe, marks};
use crate::atlas::Atlas;
use crate::geometry::{Point, Rect, Size};
use crate::graph::Slice;
use crate::layout::Frame;
use crate::locale::catalog::Messages;
use crate::locale::catalog::export::ExportMessages;
use crate::locale::isolate::without_controls;
use crate::scene::lettering::{Lettering, mirrored};
use crate::scene::{credit, legend, statement, timeline};
use crate::state::{State, View};

/// The plate's width; its height is what it needs.
const WIDTH: f64 = 1200.0;
/// Where its column begins and ends, from the start.
const COLUMN: [f64; 2] = [48.0, 1152.0];
/// The height of the network's room.
const NETWORK: f64 = 740.0;
/// As on the page, and a little larger: the picture is often shown smaller than drawn.
pub(super) const LETTERING: Lettering = Lettering {
    name: 1.1,
    title: 1.15,
    number: 1.15,
};

/// Draws the plate of what a state shows.
pub(super) fn draw(atlas: &Atlas, state: &State, theme: Theme, address: Option<&str>) -> Drawing {
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let mut plate = Plate {
        atlas,
        state,
        slice: &slice,
        palette: theme.palette(),
        body: el("g"),
        y: 40.0,
    };
    plate.head();
    if state.view != View::Timeline {
        plate.network();
    }
    if matches!(state.view, View::Both | View::Timeline) {
        plate.timeline();
    }
    plate.foot(address);
    let size = Size::new(WIDTH, (plate.y + 32.0).round());
    Drawing {
        root: describe::document(atlas, state, &slice, size, plate.palette).child(plate.body),
        size,
        locale: state.locale,
    }
}

/// A plate that is drawn from the top down.
struct Plate<'a> {
    atlas: &'a Atlas,
    state: &'a State,
    slice: &'a Slice,
    palette: &'static Palette,
    body: Element,
    /// Where what is drawn so far ends.
    y: f64,
}

impl Plate<'_> {
    fn add(&mut self, element: Element) {
        let body = std::mem::replace(&mut self.body, el("g"));
        self.body = body.child(element);
    }

    /// A paragraph, as large as it fits into so many units of height.
    fn say(&mut self, text: &str, weight: Weight, sizes: &[f64], height: f64, fill: &'static str) {
        let [start, end] = COLUMN;
        // Where the fonts are not to be had, others may be wider.
        let room = Size::new((end - start) * 0.9, height);
        let block = Block::fitted(text, weight, sizes, room);
        let x = self.state.locale.direction().physical_x(start, WIDTH);
        let below = self.y + block.height();
        let body = std::mem::replace(&mut self.body, el("g"));
        self.body = body.text(block.at(x, self.y, fill));
        self.y = below;
    }

    fn head(&mut self) {
        let (story, locale) = (self.atlas.ecosystem(), self.state.locale);
        let kicker = without_controls(story.kicker.get(locale));
        let title = without_controls(story.title.get(locale));
        let statement = statement::of(self.atlas, self.state, self.slice).sentence(locale);
        let Palette { ink, soft, .. } = self.palette;
        self.say(&kicker, Weight::SemiBold, &[18.0], 50.0, soft);
        self.y += 4.0;
        self.say(
            &title,
            Weight::SemiBold,
            &[38.0, 34.0, 30.0, 26.0],
            104.0,
            ink,
        );
        self.y += 10.0;
        self.say(&statement, Weight::Regular, &[19.0, 17.0], 54.0, ink);
    }

    fn network(&mut self) {
        let (state, direction) = (self.state, self.state.locale.direction());
        let network = network::of(self.atlas, state, self.slice, Frame::Wide, LETTERING);
        let top = self.y + 14.0;
        let room = Rect::new(
            Point::new(COLUMN[0], top),
            Point::new(COLUMN[1], top + NETWORK),
        );
        let place = network.fitted(mirrored(room, direction, WIDTH));
        let drawn = marks::network(&network, self.palette, LETTERING);
        self.add(drawn.set("transform", place));
        let rows = Rows {
            column: COLUMN,
            width: WIDTH,
            direction,
        };
        let groups = legend::of(self.atlas, state, self.slice);
        let (key, below) = key::draw(&groups, &rows, room.max.y + 18.0, self.palette);
        self.add(key);
        self.y = below;
    }

    fn timeline(&mut self) {
        let (words, [start, end]) = (Messages::of(self.state.locale), COLUMN);
        let scene = timeline::of(self.atlas, self.state, end - start);
        let top = self.y + 22.0;
        let place = ["translate(", &number(start), " ", &number(top), ")"].concat();
        let drawn = axis::timeline(&scene, words, self.palette);
        self.add(drawn.set("transform", place));
        self.y = top + scene.height;
    }

    /// Credit, day and licence.
    fn foot(&mut self, address: Option<&str>) {
        let (story, locale) = (self.atlas.ecosystem(), self.state.locale);
        let words = ExportMessages::of(locale);
        let line = ["M", &number(COLUMN[0]), " 0H", &number(COLUMN[1])].concat();
        self.y += 18.0;
        let rule = el("path")
            .set("d", line)
            .set("stroke", self.palette.hairline);
        let place = ["translate(0 ", &number(self.y), ")"].concat();
        self.add(rule.set("transform", place));
        self.y += 12.0;
        let reach = statement::reach(story, locale);
        let credit = credit::line(locale, address);
        let soft = self.palette.soft;
        let credit = [&credit, " · ", &reach, " · ", words.sources_on_page].concat();
        self.say(&credit, Weight::SemiBold, &[15.0], 44.0, soft);
        self.say(words.licence, Weight::Regular, &[13.0], 40.0, soft);
    }
}
