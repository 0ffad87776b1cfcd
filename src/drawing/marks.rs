//! The network's marks as SVG that needs no style sheet. Strokes, sizes and
//! dashes are those of `assets/style.css`.

use super::element::{Element, el, number};
use super::network::Network;
use super::text::{Anchor, Text, Weight};
use super::theme::Palette;
use crate::geometry::Point;
use crate::layout::text::Face;
use crate::scene::lettering::Lettering;
use crate::scene::look::{Look, TILE, is_told_by_hue};
use crate::scene::network::{
    CORE, EdgeMark, EdgeStyle, Emphasis, FieldMark, Fill, Glyph, Hatching, LabelMark, Mix, NodeMark,
};

/// Everything of a network, in its scene's coordinates.
pub(super) fn network(
    network: &Network,
    palette: &'static Palette,
    lettering: Lettering,
) -> Element {
    let Network {
        scene, highlight, ..
    } = network;
    let lettering = lettering.of_scene(scene);
    let field = |it: &FieldMark| {
        let hatching = scene
            .hatches
            .iter()
            .find(|hatching| hatching.tone == it.tone);
        receding(field(it, hatching, palette), highlight.node(it.hub))
    };
    let edge = |it: &EdgeMark| edge(it, palette, highlight.edge(it.index));
    let hatches = scene.hatches.iter();
    let hatches = hatches.filter(|it| !is_told_by_hue(it.tone));
    let defs = el("defs")
        .children(scene.mixes.iter().map(|it| mix(it, palette)))
        .children(hatches.map(|it| hatch(it, palette)));
    let edges = scene.edges.iter();
    let edges = edges.filter(|it| scene.draws(highlight.edge(it.index)));
    let node = |it: &NodeMark| node(it, palette, lettering, highlight.node(it.node));
    el("g")
        .child(defs)
        .children(scene.fields.iter().map(field))
        .children(edges.map(edge))
        .children(scene.nodes.iter().map(node))
}

fn mix(mix: &Mix, palette: &Palette) -> Element {
    let (x2, y2) = if mix.vertical { ("0", "1") } else { ("1", "0") };
    let parts = mix.tones.len();
    let gradient = el("linearGradient")
        .set("id", &mix.id)
        .set("x1", "0")
        .set("y1", "0")
        .set("x2", x2)
        .set("y2", y2);
    // Two stops at one place make a hard edge.
    let stops = mix.tones.iter().enumerate().flat_map(|(index, tone)| {
        [index, index + 1].map(|at| {
            el("stop")
                .set("offset", [&(at * 100 / parts).to_string(), "%"].concat())
                .set("stop-color", palette.tone(*tone))
        })
    });
    gradient.children(stops)
}

fn hatch(hatching: &Hatching, palette: &Palette) -> Element {
    let Hatching { id, tone, hatch } = hatching;
    let line = el("path")
        .set("d", hatch.path)
        .set("fill", "none")
        .set("stroke", palette.tone(*tone))
        .set("stroke-opacity", "0.16")
        .set("stroke-linecap", "round")
        .set("stroke-width", hatch.thickness);
    el("pattern")
        .set("id", id)
        .set("width", TILE)
        .set("height", TILE)
        .set("patternUnits", "userSpaceOnUse")
        .set("patternTransform", hatch.turn)
        .child(line)
}

fn field(mark: &FieldMark, hatching: Option<&Hatching>, palette: &Palette) -> Element {
    let tone = palette.tone(mark.tone);
    let outline = el("path")
        .set("d", &mark.path)
        .set("fill", tone)
        .set("fill-opacity", "0.08")
        .set("stroke", tone)
        .set("stroke-opacity", "0.45");
    if is_told_by_hue(mark.tone) {
        return outline;
    }
    let hatched = hatching.map(|it| {
        let area = el("path").set("d", &mark.path);
        area.set("fill", ["url(#", &it.id, ")"].concat())
    });
    el("g")
        .child(dashed(outline, Look::of(mark.tone).dashes))
        .children(hatched)
}

fn edge(mark: &EdgeMark, palette: &Palette, emphasis: Emphasis) -> Element {
    let line = |path: &str| el("path").set("d", path);
    let group = receding(el("g").set("fill", "none"), emphasis);
    let path = line(&mark.path);
    match mark.style {
        EdgeStyle::Membership { tone, accounts } => {
            let (width, dashes) = match accounts {
                0 | 1 => (1.4, Some("5 4")),
                2 => (2.6, None),
                _ => (3.6, None),
            };
            group
                .set("stroke", palette.tone(tone))
                .number("stroke-width", width)
                .child(dashed(path, dashes))
        }
        EdgeStyle::Relation(pattern) => group
            .set("stroke", palette.soft)
            .number("stroke-width", 1.1)
            .set("stroke-opacity", "0.6")
            .child(dashed(path, pattern.dashes()))
            .children(mark.head.as_deref().map(line)),
    }
}

/// The dashes of whom the account shown does not name.
pub(super) const UNNAMED_DASHES: &str = "3 2.5";

/// The dashes of the mark of an event that stands in digests only, as `assets/parts.css` has them.
pub(super) const UNCONFIRMED_DASHES: &str = "2.4 1.6";

pub(super) fn dashed(path: Element, dashes: Option<&'static str>) -> Element {
    match dashes {
        Some(dashes) => path.set("stroke-dasharray", dashes),
        None => path,
    }
}

fn node(
    mark: &NodeMark,
    palette: &'static Palette,
    lettering: Lettering,
    emphasis: Emphasis,
) -> Element {
    let circle = |radius| {
        el("circle")
            .number("cx", mark.center.x)
            .number("cy", mark.center.y)
            .number("r", radius)
    };
    let ring = mark.ring.map(|radius| {
        circle(radius)
            .set("fill", "none")
            .set("stroke", palette.ink)
            .number("stroke-width", 1.8)
            .set("stroke-linecap", "round")
            .set("stroke-dasharray", "0.1 4.1")
    });
    let group = receding(el("g"), emphasis).children(ring);
    match &mark.glyph {
        Glyph::Hub {
            tone,
            radius,
            members,
        } => {
            let size = if mark.is_close { 12.0 } else { 17.0 };
            let dashes = Look::of(*tone).dashes.filter(|_| !is_told_by_hue(*tone));
            let tone = palette.tone(*tone);
            let halo = circle(radius - 3.5)
                .set("fill", "none")
                .set("stroke", palette.on_tone)
                .set("stroke-opacity", "0.6");
            let halo = dashed(halo, dashes);
            let number = Text {
                lines: vec![(
                    members.clone(),
                    Point::new(
                        mark.center.x,
                        mark.center.y + size * 0.35 * lettering.number,
                    ),
                )],
                size: size * lettering.number,
                weight: Weight::SemiBold,
                anchor: Anchor::Middle,
                fill: palette.on_tone,
                halo: None,
            };
            group
                .child(circle(*radius).set("fill", tone))
                .child(halo)
                .text(number)
                .text(label(&mark.label, tone, palette, lettering))
        }
        Glyph::Shape { path, fill, core } => group
            .child(shape(path, fill, mark.center, palette))
            .children(core.then(|| {
                let core = el("circle").number("r", CORE).set("fill", palette.paper);
                core.set("transform", moved(mark.center))
            }))
            .text(label(&mark.label, palette.ink, palette, lettering)),
    }
}

fn shape(path: &str, fill: &Fill, center: Point, palette: &Palette) -> Element {
    let dashes = matches!(fill, Fill::Unnamed).then_some(UNNAMED_DASHES);
    let (fill, stroke, width) = match fill {
        Fill::Hollow | Fill::Unnamed => (palette.paper.to_owned(), palette.soft, 1.8),
        Fill::Tone(tone) => (palette.tone(*tone).to_owned(), palette.paper, 1.5),
        Fill::Mix(id) => (["url(#", id, ")"].concat(), palette.paper, 1.5),
    };
    let path = el("path")
        .set("transform", moved(center))
        .set("d", path)
        .set("fill", fill)
        .set("stroke", stroke)
        .number("stroke-width", width);
    dashed(path, dashes)
}

/// The transform that moves what is drawn around the origin.
pub(super) fn moved(to: Point) -> String {
    ["translate(", &number(to.x), " ", &number(to.y), ")"].concat()
}

fn label(
    mark: &LabelMark,
    fill: &'static str,
    palette: &'static Palette,
    lettering: Lettering,
) -> Text {
    let (face, weight) = if mark.title {
        (Face::Title, Weight::SemiBold)
    } else {
        (Face::Label, Weight::Regular)
    };
    let lines = mark.lines.iter();
    Text {
        lines: lines
            .map(|(line, y)| (line.clone(), Point::new(mark.x, *y)))
            .collect(),
        size: face.size() * lettering.of(face),
        weight,
        anchor: Anchor::of(mark.anchor),
        fill,
        halo: Some((palette.paper, 3.0)),
    }
}

fn receding(element: Element, emphasis: Emphasis) -> Element {
    match emphasis {
        Emphasis::Plain | Emphasis::Strong => element,
        Emphasis::Receded => element.set("opacity", "0.32"),
    }
}
