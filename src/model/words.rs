//! The words of a story file that stand for the model's kinds.

use super::{Lane, OrganizationKind, RelationKind, Reliability, Role};

pub(super) const ORGANIZATION_KINDS: [(&str, OrganizationKind); 6] = [
    ("model-developer", OrganizationKind::ModelDeveloper),
    ("chip-maker", OrganizationKind::ChipMaker),
    ("ai-infrastructure", OrganizationKind::AiInfrastructure),
    ("internet-platform", OrganizationKind::InternetPlatform),
    ("industry-body", OrganizationKind::IndustryBody),
    ("regulator", OrganizationKind::Regulator),
];

pub(super) const ROLES: [(&str, Role); 3] = [
    ("initiator", Role::Initiator),
    ("member", Role::Member),
    ("host", Role::Host),
];

pub(super) const RELATION_KINDS: [(&str, RelationKind); 6] = [
    ("chip-adaptation", RelationKind::ChipAdaptation),
    ("investor", RelationKind::Investor),
    ("customer", RelationKind::Customer),
    ("partner", RelationKind::Partner),
    ("founder-link", RelationKind::FounderLink),
    ("regulator-action", RelationKind::RegulatorAction),
];

pub(super) const LANES: [(&str, Lane); 5] = [
    ("us-policy", Lane::UsPolicy),
    ("china-policy", Lane::ChinaPolicy),
    ("alliance", Lane::Alliance),
    ("product", Lane::Product),
    ("market", Lane::Market),
];

pub(super) const RELIABILITIES: [(&str, Reliability); 3] = [
    ("primary", Reliability::Primary),
    ("ok", Reliability::Ok),
    ("caution", Reliability::Caution),
];

pub(super) const LAYERS: [(&str, bool); 1] = [("relations", true)];

pub(super) const ARABIC_NAME_SOURCED: [(&str, bool); 2] = [("sourced", true), ("proposed", false)];
