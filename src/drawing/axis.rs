//! The timeline's marks as SVG that needs no style sheet. Strokes, sizes and dashes are
//! those of `assets/parts.css`.

use super::element::{Element, el, number};
use super::marks::{UNCONFIRMED_DASHES, dashed};
use super::text::{Anchor, Text, Weight};
use super::theme::Palette;
use crate::geometry::Point;
use crate::layout::text::Face;
use crate::locale::Direction;
use crate::locale::catalog::Messages;
use crate::scene::timeline::{
    ClusterMark, EventMark, LaneMark, MARK_SIZE, TEXT_SIZE, TickMark, TimelineScene,
};

/// The size of what is said beside: how much a lane does not show, how many stand close.
const SMALL: f64 = 11.5;

/// Lanes, axis, cursor and events of a scene, in its own coordinates.
pub(super) fn timeline(
    scene: &TimelineScene,
    words: &Messages,
    palette: &'static Palette,
) -> Element {
    let direction = words.locale.direction();
    let mut drawing = el("g");
    for mark in &scene.ticks {
        drawing = drawing.child(tick(mark, scene, direction, palette));
    }
    for mark in &scene.lanes {
        drawing = drawing.child(lane(mark, words, palette));
    }
    if let Some(x) = scene.cursor {
        let data = ["M", &number(x), " 0V", &number(scene.axis_y + 6.0)].concat();
        drawing = drawing.child(stroke(&data, palette.ink).number("stroke-width", 2.0));
    }
    for mark in &scene.clusters {
        drawing = drawing.child(cluster(mark, palette));
    }
    for mark in &scene.events {
        drawing = drawing.child(event(mark, palette));
    }
    drawing
}

fn stroke(data: &str, color: &'static str) -> Element {
    let path = el("path").set("d", data).set("fill", "none");
    path.set("stroke", color)
}

fn words_at(x: f64, y: f64, text: &str, fill: &'static str) -> Text {
    Text {
        lines: vec![(text.to_owned(), Point::new(x, y))],
        size: TEXT_SIZE,
        weight: Weight::Regular,
        anchor: Anchor::Start,
        fill,
        halo: None,
    }
}

/// A line and its label; one near an edge is anchored inwards.
fn tick(
    mark: &TickMark,
    scene: &TimelineScene,
    direction: Direction,
    palette: &'static Palette,
) -> Element {
    let half = Face::Label.width(&mark.text) / 2.0;
    let from_start = direction.physical_x(mark.x, scene.width);
    let data = ["M", &number(mark.x), " 0V", &number(scene.axis_y + 4.0)].concat();
    let line = stroke(&data, palette.hairline);
    let (line, weight, fill) = if mark.major {
        (line, Weight::SemiBold, palette.ink)
    } else {
        let dotted = line.set("stroke-dasharray", "1 4");
        (dotted, Weight::Regular, palette.soft)
    };
    el("g").child(line).text(Text {
        weight,
        anchor: if from_start < half {
            Anchor::Start
        } else if from_start > scene.width - half {
            Anchor::End
        } else {
            Anchor::Middle
        },
        ..words_at(mark.x, scene.axis_y + 21.0, &mark.text, fill)
    })
}

fn lane(mark: &LaneMark, words: &Messages, palette: &'static Palette) -> Element {
    let mut data = String::new();
    for [from, to, y] in &mark.lines {
        let line = ["M", &number(*from), " ", &number(*y), "H", &number(*to)];
        data.push_str(&line.concat());
    }
    let name = words_at(mark.name_x, mark.name_y + 4.5, &mark.name, palette.soft);
    let lane = el("g").child(stroke(&data, palette.hairline)).text(name);
    if mark.outside.is_empty() {
        return lane;
    }
    let outside = mark.outside.join(words.comma);
    lane.text(Text {
        size: SMALL,
        ..words_at(mark.name_x, mark.name_y + 22.0, &outside, palette.soft)
    })
}

fn event(mark: &EventMark, palette: &'static Palette) -> Element {
    let thickness = if mark.core {
        MARK_SIZE
    } else {
        MARK_SIZE - 4.0
    };
    let bar = capsule(mark.x, mark.y, thickness);
    let dot = if mark.scheduled || mark.unconfirmed {
        bar.set("fill", palette.paper).set("stroke", palette.ink)
    } else if mark.core {
        bar.set("fill", palette.ink).set("stroke", palette.paper)
    } else {
        bar.set("fill", palette.soft).set("stroke", palette.paper)
    };
    let dot = dot.number("stroke-width", 1.5);
    let dot = dashed(dot, mark.unconfirmed.then_some(UNCONFIRMED_DASHES));
    let (dot, fill) = if mark.later {
        (dot.set("fill-opacity", "0.45"), palette.soft)
    } else {
        (dot, palette.ink)
    };
    let mut group = el("g");
    if mark.chosen {
        let ring = capsule(mark.x, mark.y, 24.0).set("fill", "none");
        let ring = ring.set("stroke", palette.ink).number("stroke-width", 2.5);
        group = group.child(ring);
    }
    let group = group.child(dot);
    match &mark.label {
        None => group,
        Some((text, x, anchor)) => group.text(Text {
            anchor: Anchor::of(anchor),
            halo: Some((palette.paper, 3.0)),
            ..words_at(*x, mark.y + 4.5, text, fill)
        }),
    }
}

fn cluster(mark: &ClusterMark, palette: &'static Palette) -> Element {
    let middle = f64::midpoint(mark.x[0], mark.x[1]);
    let bar = capsule(mark.x, mark.y, 18.0)
        .set("fill", palette.paper)
        .set("stroke", palette.ink)
        .number("stroke-width", 1.5);
    el("g").child(bar).text(Text {
        size: SMALL,
        weight: Weight::SemiBold,
        anchor: Anchor::Middle,
        ..words_at(middle, mark.y + 4.5, &mark.count, palette.ink)
    })
}

/// A bar with round ends; a dot where both are the same place.
fn capsule(x: [f64; 2], y: f64, thickness: f64) -> Element {
    el("rect")
        .number("x", x[0].min(x[1]) - thickness / 2.0)
        .number("y", y - thickness / 2.0)
        .number("width", (x[1] - x[0]).abs() + thickness)
        .number("height", thickness)
        .number("rx", thickness / 2.0)
}
