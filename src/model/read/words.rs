//! The words of a story file that stand for the model's kinds.

use crate::model::words::{Line, Shape};
use crate::model::{Host, SourceKind};

pub(super) const SHAPES: [(&str, Shape); 6] = [
    (Shape::Circle.word(), Shape::Circle),
    (Shape::Square.word(), Shape::Square),
    (Shape::Hexagon.word(), Shape::Hexagon),
    (Shape::Triangle.word(), Shape::Triangle),
    (Shape::Diamond.word(), Shape::Diamond),
    (Shape::Pentagon.word(), Shape::Pentagon),
];

pub(super) const LINES: [(&str, Line); 6] = [
    (Line::Solid.word(), Line::Solid),
    (Line::Dashed.word(), Line::Dashed),
    (Line::Dotted.word(), Line::Dotted),
    (Line::DashDot.word(), Line::DashDot),
    (Line::ShortDashed.word(), Line::ShortDashed),
    (Line::DashDotDot.word(), Line::DashDotDot),
];

/// Where a topic is told: left out, with the other facts.
pub(super) const SECTIONS: [(&str, bool); 1] = [("lists", true)];

pub(super) const SOURCE_KINDS: [(&str, SourceKind); 4] = [
    (SourceKind::Document.word(), SourceKind::Document),
    (SourceKind::Report.word(), SourceKind::Report),
    (SourceKind::Relay.word(), SourceKind::Relay),
    (SourceKind::Digest.word(), SourceKind::Digest),
];

/// `own` may be left out.
pub(super) const HOSTS: [(&str, Host); 5] = [
    (Host::Own.word(), Host::Own),
    (Host::Syndicated.word(), Host::Syndicated),
    (Host::Copy.word(), Host::Copy),
    (Host::Staging.word(), Host::Staging),
    (Host::Home.word(), Host::Home),
];

pub(super) const LAYERS: [(&str, bool); 1] = [("relations", true)];

pub(super) const ARABIC_NAME_SOURCED: [(&str, bool); 2] = [("sourced", true), ("proposed", false)];
