//! The words of a story file that stand for the model's kinds.

use crate::model::{Host, Lane, OrganizationKind, RelationKind, Role, SourceKind};

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
