//! The scene's marks as SVG.

use crate::model::RelationKind;
use crate::scene::network::{
    EdgeMark, EdgeStyle, Emphasis, FieldMark, Fill, Glyph, LabelMark, Mix, NodeMark,
};
use crate::scene::path::number;
use crate::ui::legend::accounts_class;
use crate::ui::parts::{class_of, tone_class, when};
use yew::prelude::*;

pub(super) fn mix(mix: &Mix) -> Html {
    let (x2, y2) = if mix.vertical { ("0", "1") } else { ("1", "0") };
    let parts = mix.tones.len();
    let stops = mix.tones.iter().enumerate().flat_map(|(index, tone)| {
        let class = tone_class(*tone);
        // Two stops at one place make a hard edge.
        [index, index + 1].map(|at| {
            let offset = [&(at * 100 / parts).to_string(), "%"].concat();
            html! { <stop {class} {offset} /> }
        })
    });
    html! {
        <linearGradient id={mix.id.clone()} x1="0" y1="0" {x2} {y2}>{ for stops }</linearGradient>
    }
}

pub(super) fn field(mark: &FieldMark) -> Html {
    let class = class_of(&["field", tone_class(mark.tone), emphasis(mark.emphasis)]);
    html! { <path {class} d={mark.path.clone()} /> }
}

pub(super) fn edge(mark: &EdgeMark) -> Html {
    let (family, weight) = match mark.style {
        EdgeStyle::Membership { tone, accounts } => (tone_class(tone), accounts_class(accounts)),
        EdgeStyle::Relation(kind) => ("relation", relation_class(kind)),
    };
    html! {
        <g key={mark.key.clone()} class={class_of(&["edge", family, weight, emphasis(mark.emphasis)])}>
            <path d={mark.path.clone()} />
            if let Some(head) = &mark.head {
                <path class="head" d={head.clone()} />
            }
        </g>
    }
}

/// What is drawn of a node, around its middle.
pub(super) fn node(mark: &NodeMark) -> Html {
    let glyph = match &mark.glyph {
        Glyph::Hub {
            tone,
            radius,
            members,
        } => html! {
            <g class={tone_class(*tone)}>
                <circle class="hub" r={number(*radius)} />
                <circle class="halo" r={number(*radius - 3.5)} />
                <text class="members" text-anchor="middle" y="6">{ members.clone() }</text>
            </g>
        },
        Glyph::Shape { path, fill } => match fill {
            Fill::Hollow => html! { <path class="shape plain" d={path.clone()} /> },
            Fill::Tone(tone) => html! {
                <path class={class_of(&["shape", tone_class(*tone)])} d={path.clone()} />
            },
            Fill::Mix(id) => html! {
                <path class="shape mixed" fill={["url(#", id, ")"].concat()} d={path.clone()} />
            },
        },
    };
    html! {
        <>
            if let Some(ring) = mark.ring {
                <circle class="ring" r={number(ring)} />
            }
            { glyph }
        </>
    }
}

pub(super) fn label(mark: &LabelMark, tone: Option<usize>) -> Html {
    let class = class_of(&[
        "label",
        when(mark.title, "title"),
        tone.map_or("", tone_class),
    ]);
    html! {
        <text {class} text-anchor={mark.anchor}>
            for (line, y) in &mark.lines {
                <tspan x={number(mark.x)} y={number(*y)}>{ line.clone() }</tspan>
            }
        </text>
    }
}

pub(super) const fn emphasis(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Plain => "",
        Emphasis::Strong => "strong",
        Emphasis::Receded => "receded",
    }
}

/// The class that gives a relation's line its dashes.
pub(in crate::ui) const fn relation_class(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::ChipAdaptation => "chip-adaptation",
        RelationKind::Investor => "investor",
        RelationKind::Customer => "customer",
        RelationKind::Partner => "partner",
        RelationKind::FounderLink => "founder-link",
        RelationKind::RegulatorAction => "regulator-action",
    }
}
