//! The organizations outside all alliances, in bands above and below them.
//!
//! They are ordered by the mean x of their neighbors (the barycenter of Sugiyama,
//! Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System
//! Structures", 1981) and dealt out to as many rows as their names need, like
//! bricks: an edge from an outer row passes between two nodes of an inner one.

use super::Request;
use super::body::label_box;
use crate::geometry::{Point, Rect, Vec2, number};
use crate::layout::{LabelAlign, LabelSide, MARGIN, Place, Role};

/// The air between the alliances and a band.
const BAND_GAP: f64 = 26.0;

/// The air between two rows.
const ROW_GAP: f64 = 12.0;

/// The least air between two nodes of a row.
const GAP: f64 = 10.0;

/// The places of the context around the alliances' extent.
pub(super) fn bands(
    request: &Request,
    places: &[Option<Place>],
    core: Rect,
) -> Vec<(usize, Place)> {
    let mut bands = Vec::new();
    for is_above in [true, false] {
        let nodes = ordered(request, places, is_above);
        bands.extend(band(request, &nodes, is_above, core));
    }
    bands
}

/// The nodes of one band from the inline start on.
fn ordered(request: &Request, places: &[Option<Place>], is_above: bool) -> Vec<usize> {
    let middle = request.frame.width() / 2.0;
    let mut nodes: Vec<(f64, usize)> = Vec::new();
    for (node, spec) in request.nodes.iter().enumerate() {
        let Role::Context { above, neighbors } = &spec.role else {
            continue;
        };
        if *above == is_above {
            let shown = |&at: &usize| places.get(at).copied().flatten();
            let xs: Vec<f64> = neighbors
                .iter()
                .filter_map(shown)
                .map(|place| place.center.x)
                .collect();
            let mean = xs.iter().sum::<f64>() / number(xs.len());
            nodes.push((if xs.is_empty() { middle } else { mean }, node));
        }
    }
    nodes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    nodes.into_iter().map(|(_, node)| node).collect()
}

fn band(request: &Request, nodes: &[usize], is_above: bool, core: Rect) -> Vec<(usize, Place)> {
    let side = if is_above {
        LabelSide::Above
    } else {
        LabelSide::Below
    };
    let mut placed: Vec<(usize, Place)> = nodes
        .iter()
        .enumerate()
        .map(|(at, &node)| (node, loose(request, node, at, nodes.len(), side)))
        .collect();
    let rows = (1..nodes.len())
        .find(|&rows| fits(&placed, rows))
        .unwrap_or(nodes.len());
    let mut edge = if is_above {
        core.min.y - BAND_GAP
    } else {
        core.max.y + BAND_GAP
    };
    for row in 0..rows {
        let members = || (row..nodes.len()).step_by(rows);
        let bounds = members()
            .map(|at| placed[at].1.bounds())
            .reduce(Rect::union)
            .unwrap_or_default();
        let shift = if is_above {
            edge - bounds.max.y
        } else {
            edge - bounds.min.y
        };
        for at in members() {
            placed[at].1 = placed[at].1.map(|point| point + Vec2::new(0.0, shift));
        }
        let step = bounds.size().height + ROW_GAP;
        edge += if is_above { -step } else { step };
    }
    placed
}

/// A node at its share of the frame's width, on the line y = 0.
fn loose(request: &Request, node: usize, at: usize, count: usize, side: LabelSide) -> Place {
    let spec = &request.nodes[node];
    let width = request.frame.width();
    let half = spec.reach.max(spec.label.width / 2.0) + MARGIN;
    let x = width * (number(at) + 0.5) / number(count);
    // Too wide a name stands in the middle.
    let x = if 2.0 * half > width {
        width / 2.0
    } else {
        x.clamp(half, width - half)
    };
    let center = Point::new(x, 0.0);
    let align = LabelAlign::Middle;
    Place {
        center,
        radius: spec.radius,
        reach: spec.reach,
        label: label_box(spec.label, spec.reach, side, align).translate(center - Point::default()),
        side,
        align,
    }
}

/// Whether the nodes have room side by side when dealt out to so many rows.
fn fits(placed: &[(usize, Place)], rows: usize) -> bool {
    placed
        .iter()
        .zip(&placed[rows..])
        .all(|((_, one), (_, next))| one.bounds().max.x + GAP <= next.bounds().min.x)
}
