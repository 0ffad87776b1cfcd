//! A picture and its timeline as text that a person can read: a line for each thing that is
//! drawn, in the order of drawing, with every number to a tenth of a unit. Names stand last in
//! their lines, so that Arabic leaves the columns alone.

use super::stories::Story;
use std::collections::BTreeMap;
use tahaluf::atlas::names::NODE_RADIUS;
use tahaluf::layout::Frame;
use tahaluf::layout::text::Face;
use tahaluf::locale::Locale;
use tahaluf::locale::isolate::without_controls;
use tahaluf::model::Subject;
use tahaluf::model::id::{Id, NodeId, OrganizationId};
use tahaluf::scene::network::{
    EdgeMark, EdgeStyle, FieldMark, Fill, Glyph, NetworkScene, NodeMark,
};
use tahaluf::scene::timeline::{self, TimelineScene};
use tahaluf::state::State;

/// How wide a timeline is drawn beside a picture, in CSS px: a desktop, and the least that has
/// an axis.
const fn timeline_width(frame: Frame) -> f64 {
    match frame {
        Frame::Wide => 1280.0,
        Frame::Tall => 640.0,
    }
}

/// What a story looks like when it is opened in a language, with the relations.
pub(crate) fn text(story: &Story, frame: Frame, locale: Locale) -> String {
    let state = story.opening(locale, true);
    let scene = story.picture(&state, frame);
    let time = timeline::of(&story.atlas, &state, timeline_width(frame));
    [picture(story, &scene, &state), time_text(story, &time)].concat()
}

fn picture(story: &Story, scene: &NetworkScene, state: &State) -> String {
    let size = [tenths(scene.size.width), tenths(scene.size.height)].join(" × ");
    let title = format!("picture of {}, {size}\n", state.date);
    [
        title,
        section("fields", &fields(scene)),
        section("nodes", &nodes(story, scene)),
        section("names", &names(scene)),
        section("ties", &ties(story, scene)),
        section("outlines of shapes", &outlines(story, scene)),
    ]
    .concat()
}

fn fields(scene: &NetworkScene) -> Vec<Row> {
    let row = |field: &FieldMark| {
        let [left, top, right, bottom] = bounds(&points(&field.path));
        let curves = field.path.matches('Q').count();
        row([
            &format!("hue {}", field.tone),
            &format!("{curves} curves"),
            "x",
            &tenths(left),
            "to",
            &tenths(right),
            "y",
            &tenths(top),
            "to",
            &tenths(bottom),
        ])
    };
    scene.fields.iter().map(row).collect()
}

fn nodes(story: &Story, scene: &NetworkScene) -> Vec<Row> {
    let node = |mark: &NodeMark| {
        let (shape, radius, filled) = match &mark.glyph {
            Glyph::Hub {
                tone,
                radius,
                members,
            } => (
                "hub".to_owned(),
                *radius,
                format!("hue {tone}, {members} members"),
            ),
            Glyph::Shape { path, fill, core } => {
                let [left, top, right, bottom] = bounds(&points(path));
                let radius = [-left, -top, right, bottom].into_iter().fold(0.0, f64::max);
                let core = if *core { ", cored" } else { "" };
                (kind(story, mark.node), radius, hues(scene, fill) + core)
            }
        };
        let ring = mark.ring.map_or(String::new(), |it| format!("ring {it}"));
        row([
            &mark.slug,
            &shape,
            "x",
            &tenths(mark.center.x),
            "y",
            &tenths(mark.center.y),
            "r",
            &tenths(radius),
            &filled,
            &ring,
        ])
    };
    scene.nodes.iter().map(node).collect()
}

/// The hues of a shape, from its left or top.
fn hues(scene: &NetworkScene, fill: &Fill) -> String {
    match fill {
        Fill::Hollow => "hollow".to_owned(),
        Fill::Unnamed => "unnamed".to_owned(),
        Fill::Tone(tone) => format!("hue {tone}"),
        Fill::Mix(id) => {
            let mix = scene.mixes.iter().find(|it| it.id == *id);
            let mix = mix.unwrap_or_else(|| panic!("{id} is no mix of the picture"));
            let hues: Vec<_> = mix.tones.iter().map(ToString::to_string).collect();
            format!("hues {}", hues.join(" "))
        }
    }
}

fn names(scene: &NetworkScene) -> Vec<Row> {
    let name = |mark: &NodeMark| {
        let label = &mark.label;
        let lines: Vec<_> = label
            .lines
            .iter()
            .map(|(line, _)| without_controls(line))
            .collect();
        let face = if label.title {
            Face::Title
        } else {
            Face::Label
        };
        let widths = lines.iter().map(|line| face.width(line));
        let first = label.lines.first().map_or(0.0, |(_, y)| *y);
        let last = label.lines.last().map_or(0.0, |(_, y)| *y);
        let side = if last < mark.center.y - NODE_RADIUS {
            "above"
        } else if first > mark.center.y + NODE_RADIUS {
            "below"
        } else if label.x < mark.center.x {
            "left"
        } else {
            "right"
        };
        row([
            &mark.slug,
            side,
            label.anchor,
            "x",
            &tenths(label.x),
            "y",
            &tenths(first),
            "w",
            &tenths(widths.fold(0.0, f64::max)),
            &lines.join(" / "),
        ])
    };
    scene.nodes.iter().map(name).collect()
}

fn ties(story: &Story, scene: &NetworkScene) -> Vec<Row> {
    let tie = |edge: &EdgeMark| {
        let (from, to) = ends(story, edge);
        let style = match edge.style {
            EdgeStyle::Membership { accounts: 1, .. } => "1 account".to_owned(),
            EdgeStyle::Membership { accounts, .. } => format!("{accounts} accounts"),
            EdgeStyle::Relation(line) => line.word().to_owned(),
        };
        let mut cells = vec![from, "→".to_owned(), to, style];
        for (word, [x, y]) in ["from", "by", "to"].into_iter().zip(points(&edge.path)) {
            cells.extend([word.to_owned(), tenths(x), tenths(y)]);
        }
        cells
    };
    scene.edges.iter().map(tie).collect()
}

/// The ids of a tie's two ends.
fn ends(story: &Story, edge: &EdgeMark) -> (String, String) {
    let ecosystem = story.atlas.ecosystem();
    // A key is the kind and number of the edge, then where it leads.
    let Some((which, to)) = edge.key.split_once('-') else {
        panic!("{} is no key of an edge", edge.key);
    };
    let index = || {
        let number = which[1..].parse::<usize>();
        number.unwrap_or_else(|_| panic!("{which} has no number"))
    };
    let from = match edge.style {
        EdgeStyle::Membership { tone, .. } => NodeId::Alliance(Id::from_index(tone)),
        EdgeStyle::Relation(_) if which.starts_with('r') => {
            NodeId::Organization(ecosystem.relations[index()].from)
        }
        EdgeStyle::Relation(_) => {
            let listed = organization(story, to);
            let list = ecosystem.organizations[listed].listings[index()].list;
            NodeId::Organization(ecosystem.lists[list].authority)
        }
    };
    let from = ecosystem.slug(Subject::Node(from));
    (from.to_owned(), to.to_owned())
}

fn organization(story: &Story, slug: &str) -> OrganizationId {
    match story.atlas.ecosystem().subject(slug) {
        Some(Subject::Node(NodeId::Organization(id))) => id,
        other => panic!("{slug} is {other:?}"),
    }
}

/// What an organization is; its shape in the picture.
fn kind(story: &Story, node: NodeId) -> String {
    match node {
        NodeId::Organization(id) => {
            let ecosystem = story.atlas.ecosystem();
            let kind = ecosystem.organizations[id].kind;
            kind.map_or_else(String::new, |kind| ecosystem.words.kinds[kind].slug.clone())
        }
        NodeId::Alliance(_) => panic!("an alliance has no shape"),
    }
}

/// What each kind's shape is, once.
fn outlines(story: &Story, scene: &NetworkScene) -> Vec<Row> {
    let mut outlines = BTreeMap::new();
    for mark in &scene.nodes {
        if let Glyph::Shape { path, .. } = &mark.glyph {
            let kind = kind(story, mark.node);
            let before = outlines.insert(kind.clone(), path);
            assert!(before.is_none_or(|it| it == path), "two shapes of a {kind}");
        }
    }
    let outlines = outlines.into_iter();
    outlines.map(|(kind, path)| row([&kind, path])).collect()
}

fn time_text(story: &Story, scene: &TimelineScene) -> String {
    let cursor = scene.cursor.map_or("none".to_owned(), tenths);
    let [from, to] = scene.overview.window;
    let title = format!(
        "\ntimeline, {} × {}: axis at {}, day shown at {cursor}; \
         in the overview {} to {}, day shown at {}\n",
        tenths(scene.width),
        tenths(scene.height),
        tenths(scene.axis_y),
        tenths(from),
        tenths(to),
        tenths(scene.overview.cursor),
    );
    let lanes = scene.lanes.iter().map(|lane| {
        let rows = format!("{} rows", lane.lines.len());
        let outside = lane.outside.join(", ");
        row([
            "x",
            &tenths(lane.name_x),
            "y",
            &tenths(lane.name_y),
            &rows,
            [lane.name.as_str(), &outside].join(" ").trim(),
        ])
    });
    let tick = |tick: &timeline::TickMark| {
        let rank = if tick.major { "major" } else { "minor" };
        row(["x", &tenths(tick.x), rank, &tick.text])
    };
    let clusters = scene.clusters.iter().map(|it| {
        let [from, to] = it.x.map(tenths);
        row(["x", &from, "to", &to, "y", &tenths(it.y), &it.count])
    });
    let specks = scene
        .overview
        .specks
        .iter()
        .map(|(x, lane)| row(["x", &tenths(*x), "lane", &lane.to_string()]));
    [
        title,
        section("lanes", &lanes.collect::<Vec<_>>()),
        section("ticks", &scene.ticks.iter().map(tick).collect::<Vec<_>>()),
        section("events", &events(story, scene)),
        section("counted events", &clusters.collect::<Vec<_>>()),
        section(
            "ticks of the overview",
            &scene.overview.ticks.iter().map(tick).collect::<Vec<_>>(),
        ),
        section("events of the overview", &specks.collect::<Vec<_>>()),
    ]
    .concat()
}

fn events(story: &Story, scene: &TimelineScene) -> Vec<Row> {
    let event = |mark: &timeline::EventMark| {
        let ecosystem = story.atlas.ecosystem();
        let lane = &ecosystem.words.lanes[ecosystem.events[mark.event].lane].slug;
        let marks = [
            (mark.core, "core"),
            (mark.scheduled, "scheduled"),
            (mark.unconfirmed, "unconfirmed"),
            (mark.later, "later"),
        ];
        let marks: Vec<_> = marks
            .into_iter()
            .filter_map(|(is, word)| is.then_some(word))
            .collect();
        let [from, to] = mark.x.map(tenths);
        let (anchor, at, words) = mark.label.as_ref().map_or_else(
            || ("", String::new(), String::new()),
            |(text, x, anchor)| (*anchor, tenths(*x), without_controls(text)),
        );
        row([
            &mark.date.to_string(),
            &mark.slug,
            lane,
            "x",
            &from,
            "to",
            &to,
            "y",
            &tenths(mark.y),
            &marks.join(" "),
            anchor,
            &at,
            &words,
        ])
    };
    scene.events.iter().map(event).collect()
}

/// The cells of a line.
type Row = Vec<String>;

fn row<const CELLS: usize>(cells: [&str; CELLS]) -> Row {
    cells.map(str::to_owned).to_vec()
}

/// A title and its lines, numbers to the right of their columns and words to the left.
fn section(title: &str, rows: &[Row]) -> String {
    let mut text = format!("\n{title}: {}\n", rows.len());
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let widths = rows.iter().filter_map(|row| row.get(column));
            let width = widths.map(|cell| cell.chars().count()).max().unwrap_or(0);
            line.push_str(if column == 0 { "  " } else { " " });
            let padded = if cell.parse::<f64>().is_ok() {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            };
            line.push_str(&padded);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A number with one decimal, and no zero below zero.
fn tenths(number: f64) -> String {
    let text = format!("{number:.1}");
    if text == "-0.0" {
        "0.0".to_owned()
    } else {
        text
    }
}

/// The points of path data with absolute commands.
pub(crate) fn points(path: &str) -> Vec<[f64; 2]> {
    let numbers = path
        .split(|c: char| c.is_alphabetic() || c == ' ')
        .filter(|it| !it.is_empty());
    let numbers: Vec<f64> = numbers
        .map(|it| it.parse().unwrap_or_else(|_| panic!("{it:?} in {path}")))
        .collect();
    numbers.chunks_exact(2).map(|it| [it[0], it[1]]).collect()
}

/// The least and the greatest x and y: left, top, right, bottom.
pub(crate) fn bounds(points: &[[f64; 2]]) -> [f64; 4] {
    let start = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    points
        .iter()
        .fold(start, |[left, top, right, bottom], [x, y]| {
            [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
        })
}

/// The most lines that are told of one difference.
const MOST: usize = 40;

/// The lines that only one of two texts has, below the titles of their sections. Where as many
/// went as came, each stands above the one in its place: what moved, from where to where.
pub(crate) fn difference(approved: &str, found: &str) -> String {
    let old: Vec<_> = approved.lines().collect();
    let new: Vec<_> = found.lines().collect();
    let common = common_lengths(&old, &new);
    let (mut at, mut to) = (0, 0);
    let mut lines = Vec::new();
    let mut title = None;
    while at < old.len() || to < new.len() {
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        while old.get(at) != new.get(to) {
            if to == new.len() || at < old.len() && common[at + 1][to] >= common[at][to + 1] {
                gone.push(format!("  - {}", old[at]));
                at += 1;
            } else {
                come.push(format!("  + {}", new[to]));
                to += 1;
            }
        }
        if !gone.is_empty() || !come.is_empty() {
            lines.extend(title.take().map(|it: &str| format!("  {it}")));
        }
        if gone.len() == come.len() {
            lines.extend(gone.into_iter().zip(come).flat_map(|(old, new)| [old, new]));
        } else {
            lines.extend(gone.into_iter().chain(come));
        }
        if let Some(line) = old.get(at) {
            // A title stands at the margin, and what is below it does not.
            if !line.is_empty() && !line.starts_with(' ') {
                title = Some(*line);
            }
            (at, to) = (at + 1, to + 1);
        }
    }
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("  … and {more} lines more"));
    }
    lines.join("\n") + "\n"
}

/// How many lines the rests of two texts have in common, by where the rests begin (the longest
/// common subsequence).
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let mut lengths = vec![vec![0; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            lengths[at][to] = if old[at] == new[to] {
                lengths[at + 1][to + 1] + 1
            } else {
                lengths[at + 1][to].max(lengths[at][to + 1])
            };
        }
    }
    lengths
}
