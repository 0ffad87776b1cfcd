//! The network as marks in physical coordinates: fields, edges, nodes and names.

use super::look::{Hatch, Look};
use super::path::Path;
use super::shape;
use crate::atlas::Atlas;
use crate::atlas::names::{NODE_RADIUS, face, lines, ring_radius, width};
use crate::geometry::{Point, Size, Vec2, number};
use crate::graph::{Edge, EdgeKind, Slice, listing_tie, node_index};
use crate::layout::outline::Outline;
use crate::layout::route::Curve;
use crate::layout::text::Face;
use crate::layout::zones::{Zones, arc};
use crate::layout::{Field, Frame, LabelAlign, LabelSide, Layout, Place, field};
use crate::locale::catalog::{Messages, fill};
use crate::locale::isolate::isolated;
use crate::locale::{Direction, Locale, format};
use crate::model::Subject;
use crate::model::id::{AllianceId, Id, NodeId, OrganizationId};
use crate::model::words::Line;
use crate::scene::vocabulary::Vocabulary;
use std::borrow::Cow;

/// Everything that is drawn, whatever stands out of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkScene {
    /// The picture's size in scene units.
    pub size: Size,
    /// The hues of organizations in more than one alliance.
    pub mixes: Vec<Mix>,
    /// What fields are hatched with.
    pub hatches: Vec<Hatching>,
    /// The alliances' regions, in the order of the file.
    pub fields: Vec<FieldMark>,
    /// The ties, relations below memberships.
    pub edges: Vec<EdgeMark>,
    /// The nodes in reading order: from the top, from the inline start.
    pub nodes: Vec<NodeMark>,
    /// Whether members stand in zones.
    pub zones: bool,
}

impl NetworkScene {
    /// Whether an edge is drawn that stands out so much: the ties between names in zones would
    /// cross the names of others, so that only those of what is looked at are drawn.
    pub fn draws(&self, edge: Emphasis) -> bool {
        !self.zones || edge == Emphasis::Strong
    }
}

/// How much a mark stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Nothing is chosen, or it does not concern this mark.
    #[default]
    Plain,
    /// Chosen, or tied to what is.
    Strong,
    /// Something else is chosen.
    Receded,
}

impl Emphasis {
    /// That of the two which stands out more.
    #[must_use]
    pub const fn stronger(self, other: Self) -> Self {
        match (self, other) {
            (Self::Strong, _) | (_, Self::Strong) => Self::Strong,
            (Self::Receded, other) => other,
            (Self::Plain, _) => Self::Plain,
        }
    }
}

/// A fill in halves, thirds…, along the line from one hub to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mix {
    /// Its id in the document.
    pub id: String,
    /// The alliances' hues, from the left or from the top.
    pub tones: Vec<usize>,
    /// Whether it runs from top to bottom.
    pub vertical: bool,
}

/// What the field of an alliance is hatched with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hatching {
    /// Its id in the document.
    pub id: String,
    /// The alliance's hue.
    pub tone: usize,
    /// Its lines.
    pub hatch: &'static Hatch,
}

/// The region of an alliance: a closed shape around its members.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldMark {
    /// The hue.
    pub tone: usize,
    /// The alliance's hub, with which it stands out.
    pub hub: NodeId,
    /// SVG path data of its outline.
    pub path: String,
}

/// A line between two nodes: a membership or a relation.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeMark {
    /// What distinguishes it from every other, for keys.
    pub key: String,
    /// How it is drawn.
    pub style: EdgeStyle,
    /// SVG path data of the line.
    pub path: String,
    /// SVG path data of its arrowhead, for relations.
    pub head: Option<String>,
    /// Its place in [`Graph::edges`](crate::graph::Graph::edges).
    pub index: usize,
}

/// The line of an entry on a list that says nothing of its ties.
const LISTING: Line = Line::DashDotDot;

/// How an edge is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeStyle {
    /// In the hue of the alliance; the more independent accounts, the heavier.
    Membership {
        /// The hue.
        tone: usize,
        /// How many independent accounts name it; two where a document does.
        accounts: usize,
    },
    /// In ink, with the dashes of its kind.
    Relation(Line),
}

/// A node with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeMark {
    /// What it stands for.
    pub node: NodeId,
    /// Its id in links.
    pub slug: String,
    /// Its middle.
    pub center: Point,
    /// Whether others stand close, as in zones: a finger hits less around it.
    pub is_close: bool,
    /// What is drawn there.
    pub glyph: Glyph,
    /// The radius of its dotted ring, if it is on an official list on the day.
    pub ring: Option<f64>,
    /// Its name.
    pub label: LabelMark,
    /// What it is called aloud.
    pub name: String,
}

/// What is drawn at a node.
#[derive(Clone, Debug, PartialEq)]
pub enum Glyph {
    /// A hub with its number of members.
    Hub {
        /// The hue.
        tone: usize,
        /// Its radius.
        radius: f64,
        /// How many members the alliance has on the day, in digits.
        members: String,
    },
    /// An organization.
    Shape {
        /// Path data around the node's middle.
        path: String,
        /// Its fill.
        fill: Fill,
        /// Whether it has an empty core: no line says in zones that one account at most stands
        /// behind a membership.
        core: bool,
    },
}

/// The radius of the empty core of a mark, in scene units.
pub const CORE: f64 = 2.6;

/// What a shape is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing: it is in no alliance on the day.
    Hollow,
    /// Nothing, with a broken outline: others name it as a member, the account shown does not.
    Unnamed,
    /// The hue of its alliance.
    Tone(usize),
    /// A [`Mix`], by its id.
    Mix(String),
}

/// A name as lines of text.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelMark {
    /// The lines, each with the y of its baseline.
    pub lines: Vec<(String, f64)>,
    /// Where they are anchored.
    pub x: f64,
    /// `start`, `middle` or `end`, relative to the direction of writing (SVG 2,
    /// `text-anchor`).
    pub anchor: &'static str,
    /// Whether it is the title of a field.
    pub title: bool,
}

/// The network of what exists on a slice's day, in a language. Nothing of it depends on what is
/// chosen, previewed or looked at closely: see [`Highlight`](super::highlight::Highlight).
///
/// `ids` is what the ids in it begin with: a page may have several drawings.
pub fn of(
    atlas: &Atlas,
    layout: &Layout,
    slice: &Slice,
    locale: Locale,
    ids: &str,
) -> NetworkScene {
    let painter = Painter {
        atlas,
        layout,
        slice,
        locale,
        ids,
        mirror: Mirror {
            direction: locale.direction(),
            width: layout.size.width,
        },
    };
    let mut nodes = Vec::new();
    for node in slice.nodes() {
        nodes.extend(painter.node(*node));
    }
    let fields = painter.fields();
    nodes.sort_by(|a, b| {
        painter
            .reading_order(a)
            .total_cmp(&painter.reading_order(b))
    });
    NetworkScene {
        size: layout.size,
        mixes: painter.mixes(),
        hatches: painter.hatches(&fields),
        fields,
        edges: painter.edges(),
        nodes,
        zones: layout.zones.is_some(),
    }
}

/// Turns logical coordinates into physical ones, which mirrors them where one writes from right
/// to left.
#[derive(Clone, Copy)]
struct Mirror {
    direction: Direction,
    width: f64,
}

impl Mirror {
    fn point(self, point: Point) -> Point {
        Point::new(self.direction.physical_x(point.x, self.width), point.y)
    }

    fn vector(self, vector: Vec2) -> Vec2 {
        Vec2::new(vector.x * self.direction.sign(), vector.y)
    }

    fn curve(self, curve: Curve) -> String {
        Path::from(self.point(curve.start))
            .quadratic(self.point(curve.control), self.point(curve.end))
            .end()
    }
}

struct Painter<'a> {
    atlas: &'a Atlas,
    layout: &'a Layout,
    slice: &'a Slice,
    locale: Locale,
    ids: &'a str,
    mirror: Mirror,
}

impl Painter<'_> {
    fn place(&self, node: NodeId) -> Option<&Place> {
        let index = node_index(self.atlas.ecosystem(), node);
        self.layout.place(index, self.slice.date())
    }

    /// From the top in bands of a name's height, and within one from the start.
    fn reading_order(&self, mark: &NodeMark) -> f64 {
        const BAND: f64 = 40.0;
        let x = self
            .mirror
            .direction
            .physical_x(mark.center.x, self.mirror.width);
        (mark.center.y / BAND).floor() * self.mirror.width + x
    }

    fn fields(&self) -> Vec<FieldMark> {
        let story = self.atlas.ecosystem();
        let mut marks = Vec::new();
        for (id, field) in story.alliances.ids().zip(&self.layout.fields) {
            let hub = NodeId::Alliance(id);
            // An account that names no member of an alliance says nothing of it.
            let unnamed = self.slice.account().is_some() && self.slice.member_count(id) == 0;
            if !self.slice.has(hub) || unnamed {
                continue;
            }
            let path = match &self.layout.zones {
                Some(zones) => self.zones(id, zones),
                None => self.closed(&self.outline(id, field)),
            };
            marks.push(FieldMark {
                tone: id.index(),
                hub,
                path,
            });
        }
        marks
    }

    fn closed(&self, outline: &Outline) -> String {
        let mut path = Path::from(self.mirror.point(outline.start));
        for [control, end] in &outline.curves {
            path = path.quadratic(self.mirror.point(*control), self.mirror.point(*end));
        }
        path.close()
    }

    /// The zones of an alliance on the day, as the account tells it, and their holes.
    fn zones(&self, alliance: AllianceId, zones: &Zones) -> String {
        let nodes = self.atlas.graph().nodes();
        let is_in = |node: usize| self.slice.alliances_of(nodes[node]).contains(&alliance);
        let outlines = zones.outlines(alliance.index(), self.slice.date(), is_in);
        let paths: Vec<_> = outlines
            .iter()
            .map(|outline| self.closed(outline))
            .collect();
        paths.concat()
    }

    /// The hatchings of the fields that have one.
    fn hatches(&self, fields: &[FieldMark]) -> Vec<Hatching> {
        let hatching = |field: &FieldMark| {
            let mut id = self.id("hatch");
            id.push('-');
            id.push_str(&field.tone.to_string());
            Some(Hatching {
                id,
                tone: field.tone,
                hatch: Look::of(field.tone).hatch?,
            })
        };
        fields.iter().filter_map(hatching).collect()
    }

    /// The outline round the members that an alliance has on the day, as the account tells it.
    fn outline<'f>(&self, alliance: AllianceId, field: &'f Field) -> Cow<'f, Outline> {
        let (graph, hub) = (self.atlas.graph(), NodeId::Alliance(alliance));
        let of_all_times = graph.edges_at(hub).filter(|edge| !edge.is_relation());
        if self.slice.member_count(alliance) == of_all_times.count() {
            return Cow::Borrowed(&field.outline);
        }
        let mut inside: Vec<Place> = self.place(hub).into_iter().copied().collect();
        let mut outside = Vec::new();
        for node in graph.nodes() {
            let Some(place) = self.place(*node).filter(|_| *node != hub) else {
                continue;
            };
            if self.slice.alliances_of(*node).contains(&alliance) {
                inside.push(*place);
            } else if self.slice.has(*node) {
                outside.push(*place);
            }
        }
        Cow::Owned(field::around(&inside, &outside, self.layout.size.width))
    }

    fn edges(&self) -> Vec<EdgeMark> {
        let (relations, memberships): (Vec<&Edge>, Vec<_>) = self
            .slice
            .edges()
            .iter()
            .partition(|edge| edge.is_relation());
        let mut marks = Vec::new();
        for edge in relations.into_iter().chain(memberships) {
            if let Some(curve) = self.route(edge) {
                marks.push(self.edge(edge, curve));
            }
        }
        marks
    }

    /// The curve of an edge. In zones, who is a member stands in the field and needs no line; ties
    /// run from where the two stand on the day.
    fn route(&self, edge: &Edge) -> Option<Curve> {
        if self.layout.zones.is_none() {
            return self.layout.edges.get(edge.index).copied().flatten();
        }
        let ends = [edge.from, edge.to].map(|node| self.place(node));
        match ends {
            [Some(from), Some(to)] if edge.is_relation() => Some(arc(from, to)),
            _ => None,
        }
    }

    fn edge(&self, edge: &Edge, curve: Curve) -> EdgeMark {
        let story = self.atlas.ecosystem();
        let style = match (edge.kind, edge.from) {
            (EdgeKind::Membership(index), NodeId::Alliance(id)) => EdgeStyle::Membership {
                tone: id.index(),
                accounts: story
                    .membership_certainty(&story.memberships[index])
                    .weight(),
            },
            (EdgeKind::Relation(index), _) => {
                EdgeStyle::Relation(story.words.ties[story.relations[index].kind].line)
            }
            (EdgeKind::Listing(_) | EdgeKind::Membership(_), _) => {
                let tie = listing_tie(story, edge);
                EdgeStyle::Relation(tie.map_or(LISTING, |tie| story.words.ties[tie].line))
            }
        };
        let head = edge.is_relation().then(|| {
            let heading = self.mirror.vector(curve.heading());
            shape::arrowhead(self.mirror.point(curve.end), heading, 7.0)
        });
        let (prefix, index) = match edge.kind {
            EdgeKind::Membership(index) => ("m", index),
            EdgeKind::Relation(index) => ("r", index),
            EdgeKind::Listing(index) => ("l", index),
        };
        EdgeMark {
            key: [
                prefix,
                &index.to_string(),
                "-",
                story.slug(Subject::Node(edge.to)),
            ]
            .concat(),
            style,
            path: self.mirror.curve(curve),
            head,
            index: edge.index,
        }
    }

    fn node(&self, node: NodeId) -> Option<NodeMark> {
        let place = self.place(node)?;
        let listed = match node {
            NodeId::Organization(id) => self.is_listed(id),
            NodeId::Alliance(_) => false,
        };
        Some(NodeMark {
            node,
            slug: self.atlas.ecosystem().slug(Subject::Node(node)).to_owned(),
            center: self.mirror.point(place.center),
            is_close: self.layout.zones.is_some(),
            glyph: match node {
                NodeId::Alliance(id) => Glyph::Hub {
                    tone: id.index(),
                    radius: place.radius,
                    members: self.slice.member_count(id).to_string(),
                },
                NodeId::Organization(id) => Glyph::Shape {
                    path: shape::outline(self.atlas.ecosystem().shape(id), self.radius(place)),
                    fill: self.fill(node),
                    core: self.has_core(node),
                },
            },
            ring: listed.then_some(self.ring(place)),
            label: self.label(node, place),
            name: self.spoken(node),
        })
    }

    /// The radius of an organization's shape.
    const fn radius(&self, place: &Place) -> f64 {
        match self.layout.zones {
            Some(_) => place.radius,
            None => NODE_RADIUS,
        }
    }

    /// The radius of the ring round it.
    const fn ring(&self, place: &Place) -> f64 {
        match self.layout.zones {
            Some(_) => place.reach,
            None => ring_radius(self.layout.frame),
        }
    }

    /// The width at which a node's name is wrapped.
    fn width(&self, node: NodeId) -> f64 {
        match (&self.layout.zones, node) {
            (Some(zones), NodeId::Organization(id))
                if !self.atlas.graph().alliances_of(id).is_empty() =>
            {
                zones.name_width
            }
            (Some(zones), NodeId::Alliance(_)) => zones.title_width,
            _ => width(
                self.atlas.ecosystem(),
                self.atlas.graph(),
                node,
                self.layout.frame,
            ),
        }
    }

    fn is_listed(&self, id: OrganizationId) -> bool {
        let organization = &self.atlas.ecosystem().organizations[id];
        organization.listings_at(self.slice.date()).next().is_some()
    }

    fn is_unnamed(&self, node: NodeId) -> bool {
        self.slice.unnamed().contains(&node)
    }

    /// Whether one account at most names a member in zones in one of its alliances.
    fn has_core(&self, node: NodeId) -> bool {
        let story = self.atlas.ecosystem();
        let is_single = |edge: &Edge| match edge.kind {
            EdgeKind::Membership(index) => {
                let certainty = story.membership_certainty(&story.memberships[index]);
                !certainty.is_corroborated()
            }
            _ => false,
        };
        self.layout.zones.is_some() && self.slice.edges_at(node).any(is_single)
    }

    fn fill(&self, node: NodeId) -> Fill {
        match self.slice.alliances_of(node).as_slice() {
            [] if self.is_unnamed(node) => Fill::Unnamed,
            [] => Fill::Hollow,
            [only] => Fill::Tone(only.index()),
            several => Fill::Mix(self.mix_id(several)),
        }
    }

    fn mixes(&self) -> Vec<Mix> {
        let mut mixes: Vec<Mix> = Vec::new();
        let vertical = self.layout.frame == Frame::Tall;
        for node in self.slice.nodes() {
            let alliances = self.slice.alliances_of(*node);
            let id = self.mix_id(&alliances);
            if alliances.len() < 2 || mixes.iter().any(|mix| mix.id == id) {
                continue;
            }
            let mut tones: Vec<_> = alliances.into_iter().map(Id::index).collect();
            if !vertical && self.mirror.direction == Direction::RightToLeft {
                tones.reverse();
            }
            mixes.push(Mix {
                id,
                tones,
                vertical,
            });
        }
        mixes
    }

    fn label(&self, node: NodeId, place: &Place) -> LabelMark {
        let face = face(node);
        let story = self.atlas.ecosystem();
        let lines = lines(story, node, self.locale, self.width(node));
        let (anchor, x) = match place.align {
            LabelAlign::Start => ("start", place.label.min.x + 2.0),
            LabelAlign::Middle => ("middle", place.label.center().x),
            LabelAlign::End => ("end", place.label.max.x - 2.0),
        };
        // A name of fewer lines than its box stands by its node.
        let spare = place.label.size().height - face.line_height() * number(lines.len());
        let top = match place.side {
            LabelSide::Above => place.label.min.y + spare,
            LabelSide::Below => place.label.min.y,
            LabelSide::Start | LabelSide::End => place.label.min.y + spare / 2.0,
        };
        let baseline = |index: usize| {
            top + face.line_height() * number(index) + face.line_height() / 2.0 + face.size() * 0.35
        };
        LabelMark {
            lines: lines
                .into_iter()
                .enumerate()
                .map(|(index, line)| (isolated(&line), baseline(index)))
                .collect(),
            x: self.mirror.direction.physical_x(x, self.mirror.width),
            anchor,
            title: face == Face::Title,
        }
    }

    /// Name, kind, alliances and who says so, standing on the day: what a
    /// sighted reader sees of the node.
    fn spoken(&self, node: NodeId) -> String {
        let (story, locale) = (self.atlas.ecosystem(), self.locale);
        let words = Messages::of(locale);
        let mut phrases = vec![isolated(story.node_name(node, locale))];
        match node {
            NodeId::Alliance(id) => {
                phrases.push(words.named.say(locale, self.slice.member_count(id)));
            }
            NodeId::Organization(id) => {
                let kind = Vocabulary::of(story, locale).kind_of(id);
                phrases.extend(kind.map(isolated));
                if let Some(account) = self.slice.account().filter(|_| self.is_unnamed(node)) {
                    let account = isolated(story.accounts[account].name.get(locale));
                    phrases.push(fill(words.not_named_by, &account));
                }
                for alliance in self.slice.alliances_of(node) {
                    phrases.push(isolated(story.alliances[alliance].short.get(locale)));
                }
                for listing in story.organizations[id].listings_at(self.slice.date()) {
                    let since = fill(words.listed_since, &format::when(locale, listing.from));
                    let list = isolated(story.lists[listing.list].name.get(locale));
                    phrases.push([&list, " ", &since].concat());
                }
            }
        }
        phrases.join(words.comma)
    }

    /// Told from the other frame's: a still page has both pictures.
    /// What the ids of several things begin with: a page may have a picture in both frames.
    fn id(&self, name: &str) -> String {
        let frame = match self.layout.frame {
            Frame::Wide => "",
            Frame::Tall => "tall-",
        };
        [self.ids, frame, name].concat()
    }

    fn mix_id(&self, alliances: &[AllianceId]) -> String {
        let mut id = self.id("mix");
        for alliance in alliances {
            id.push('-');
            id.push_str(&alliance.index().to_string());
        }
        id
    }
}
