//! The scene's marks as SVG.

use crate::layout::Frame;
use crate::model::id::{Id, NodeId};
use crate::scene::highlight::Highlight;
use crate::scene::look::{Look, TILE};
use crate::scene::network::{
    CORE, EdgeMark, EdgeStyle, Emphasis, FieldMark, Fill, Glyph, Hatching, LabelMark, Mix,
    NetworkScene, NodeMark,
};
use crate::scene::path::number;
use crate::ui::classes::{emphasis, hued, tone_class, when};
use crate::ui::context::Texts;
use crate::ui::element::{Element, el};
use crate::ui::legend::accounts_class;

/// The drawing, with nothing drawn.
pub(super) fn drawing(frame: Frame, texts: Texts, zoomed: bool) -> Element {
    let shape = match frame {
        Frame::Wide => "wide",
        Frame::Tall => "tall",
    };
    el("svg")
        .classes(&["network", when(zoomed, "zoomed"), shape])
        .set("direction", texts.direction.keyword())
        .set("role", "graphics-document document")
        .set("aria-roledescription", texts.words.network)
        .set("aria-label", texts.words.network)
}

/// What lies below the nodes, from the lowest layer on.
pub(in crate::ui) fn ground(scene: &NetworkScene, highlight: &Highlight) -> [Element; 3] {
    let field = |mark: &FieldMark| {
        let hatching = scene.hatches.iter().find(|it| it.tone == mark.tone);
        field(mark.tone, &mark.path, hatching, highlight.node(mark.hub))
    };
    let edge = |mark| edge(mark, highlight.edge(mark.index));
    let edges = scene.edges.iter();
    let edges = edges.filter(|mark| scene.draws(highlight.edge(mark.index)));
    let hidden = || el("g").set("aria-hidden", "true");
    [
        el("defs")
            .children(scene.mixes.iter().map(mix))
            .children(scene.hatches.iter().map(hatch)),
        hidden().children(scene.fields.iter().map(field)),
        hidden().children(edges.map(edge)),
    ]
}

/// A node with its name, into the element that stands for it.
pub(in crate::ui) fn node(element: Element, mark: &NodeMark, highlight: &Highlight) -> Element {
    let tone = match (&mark.glyph, mark.node) {
        (Glyph::Hub { .. }, NodeId::Alliance(id)) => Some(id.index()),
        _ => None,
    };
    let [x, y] = [mark.center.x, mark.center.y].map(number);
    let place = el("g")
        .set("transform", &["translate(", &x, " ", &y, ")"].concat())
        .child(
            el("circle")
                .class("target")
                .set("r", if mark.is_close { "12" } else { "24" }),
        );
    element
        .classes(&[
            "node",
            emphasis(highlight.node(mark.node)),
            when(highlight.is_chosen(mark.node), "chosen"),
            when(mark.is_close, "close"),
        ])
        // The name first: it is what the node is called, also aloud.
        .child(label(&mark.label, tone))
        .child(glyph(place, mark))
}

fn mix(mix: &Mix) -> Element {
    let (x2, y2) = if mix.vertical { ("0", "1") } else { ("1", "0") };
    let parts = mix.tones.len();
    let mut gradient = el("linearGradient").set("id", &mix.id).fixed(&[
        ("x1", "0"),
        ("y1", "0"),
        ("x2", x2),
        ("y2", y2),
    ]);
    for (index, tone) in mix.tones.iter().enumerate() {
        // Two stops at one place make a hard edge.
        for at in [index, index + 1] {
            let offset = [&(at * 100 / parts).to_string(), "%"].concat();
            let stop = el("stop").class(tone_class(*tone));
            gradient = gradient.child(stop.set("offset", &offset));
        }
    }
    gradient
}

/// The tiles of a field's hatch, which stand unseen in a drawing.
pub(super) fn hatch(hatching: &Hatching) -> Element {
    let Hatching { id, tone, hatch } = hatching;
    el("pattern")
        .class(tone_class(*tone))
        .set("id", id)
        .fixed(&[
            ("width", TILE),
            ("height", TILE),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", hatch.turn),
            ("stroke-width", hatch.thickness),
        ])
        .child(el("path").fixed(&[("d", hatch.path)]))
}

/// What an outline holds, as the field of an alliance.
pub(super) fn field(
    alliance: usize,
    outline: &str,
    hatching: Option<&Hatching>,
    stands: Emphasis,
) -> Element {
    let hatched = hatching.map(|it| {
        let fill = ["url(#", &it.id, ")"].concat();
        let area = el("path").class("hatched").set("d", outline);
        area.set("fill", &fill)
    });
    let tone = tone_class(alliance);
    el("g")
        .classes(&["field", tone, hued(alliance), emphasis(stands)])
        .maybe("stroke-dasharray", Look::of(alliance).dashes)
        .child(el("path").set("d", outline))
        .child_if(hatched)
}

fn edge(mark: &EdgeMark, stands: Emphasis) -> Element {
    let (family, weight) = match mark.style {
        EdgeStyle::Membership { tone, accounts } => (tone_class(tone), accounts_class(accounts)),
        EdgeStyle::Relation(line) => ("relation", line.word()),
    };
    let head = mark.head.as_ref();
    el("g")
        .key(&mark.key)
        .classes(&["edge", family, weight, emphasis(stands)])
        .child(el("path").set("d", &mark.path))
        .child_if(head.map(|head| el("path").class("head").set("d", head)))
}

/// What is drawn of a node, around its middle, into the element that puts it there.
fn glyph(place: Element, mark: &NodeMark) -> Element {
    let circle = |class: &str, radius| el("circle").class(class).number("r", radius);
    let place = place.child_if(mark.ring.map(|ring| circle("ring", ring)));
    let (path, fill, core) = match &mark.glyph {
        Glyph::Hub {
            tone,
            radius,
            members,
        } => {
            let (class, y) = if mark.is_close {
                ("members small", "4")
            } else {
                ("members", "6")
            };
            let members = el("text")
                .fixed(&[("class", class), ("text-anchor", "middle"), ("y", y)])
                .text(members);
            let hub = el("g")
                .classes(&[tone_class(*tone), hued(*tone)])
                .maybe("stroke-dasharray", Look::of(*tone).dashes)
                .child(circle("hub", *radius))
                .child(circle("halo", *radius - 3.5))
                .child(members);
            return place.child(hub);
        }
        Glyph::Shape { path, fill, core } => (path, fill, *core),
    };
    let shape = match fill {
        Fill::Hollow => el("path").class("shape plain"),
        Fill::Unnamed => el("path").class("shape plain unnamed"),
        Fill::Tone(tone) => el("path").classes(&["shape", tone_class(*tone)]),
        Fill::Mix(id) => el("path")
            .class("shape mixed")
            .set("fill", &["url(#", id, ")"].concat()),
    };
    let core = core.then(|| circle("core", CORE));
    place.child(shape.set("d", path)).child_if(core)
}

fn label(mark: &LabelMark, tone: Option<usize>) -> Element {
    let title = when(mark.title, "title");
    let lines = mark
        .lines
        .iter()
        .map(|(line, y)| el("tspan").number("x", mark.x).number("y", *y).text(line));
    el("text")
        .classes(&["label", title, tone.map_or("", tone_class)])
        .set("text-anchor", mark.anchor)
        .children(lines)
}
