//! What the accounts side by side say is what each of them says alone.

use super::list;
use super::support::stories::{Story, bundled_story, every_story_keeps};
use serde_json::Value;
use std::cell::Cell;
use tahaluf::layout::Frame;
use tahaluf::locale::Locale;
use tahaluf::model::Subject;
use tahaluf::model::id::NodeId;
use tahaluf::scene::compare::{self, Row, Says};
use tahaluf::scene::network::{self, Emphasis, Fill, Glyph};
use tahaluf::scene::stage;
use tahaluf::state::{Action, State};

/// Whether an account names an organization in an alliance, by the file alone.
fn is_named(story: &Story, alliance: &str, organization: &str, account: &str) -> bool {
    let mut memberships = story.list("memberships").iter();
    memberships.any(|it| {
        let names = |naming: &Value| naming["account"] == account;
        it["alliance"] == alliance
            && it["organization"] == organization
            && list(it, "named_by").iter().any(names)
    })
}

#[test]
fn side_by_side_each_account_says_what_it_says_alone() {
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        for state in story.states() {
            let compared = compare::of(&story.atlas, &state);
            for column in &compared.columns {
                let alone = story.slice(&state.apply(Action::Hear(Some(column.account))));
                let alone_named = alone.edges().iter().filter(|edge| !edge.is_relation());
                let side_named = column.slice.edges().iter();
                let side_named = side_named.filter(|edge| !edge.is_relation());
                assert!(
                    alone_named.eq(side_named),
                    "{} on {}",
                    column.slug,
                    state.date
                );
            }
            let all = story.slice(&state.apply(Action::Hear(None)));
            let mut rows = 0;
            for group in &compared.groups {
                let alliance = &ecosystem.alliances[group.alliance].slug;
                let is_silent =
                    |at: usize| compared.columns[at].slice.member_count(group.alliance) == 0;
                let check = |row: &Row| {
                    let member = &ecosystem.organizations[row.organization].slug;
                    for (at, says) in row.cells.iter().enumerate() {
                        let account = &compared.columns[at].slug;
                        let expected = if is_named(story, alliance, member, account) {
                            Says::Names
                        } else if is_silent(at) {
                            Says::Silent
                        } else {
                            Says::NamesOthers
                        };
                        assert_eq!(*says, expected, "{member} in {alliance}: {account}");
                    }
                    row.cells.iter().all(|says| *says == Says::Names)
                };
                assert!(group.agreed.iter().all(check), "all name them: {alliance}");
                assert!(
                    !group.differing.iter().any(check),
                    "some do not: {alliance}"
                );
                rows += group.agreed.len() + group.differing.len();
            }
            let memberships = all.edges().iter().filter(|edge| !edge.is_relation());
            assert_eq!(rows, memberships.count(), "{}", state.date);
        }
    });
}

#[test]
fn the_accounts_of_the_bundled_story_differ_as_they_do() {
    let story = bundled_story();
    let ecosystem = story.atlas.ecosystem();
    let counts = |locale| {
        let compared = compare::of(&story.atlas, &State::opening(ecosystem, locale));
        let columns = compared.columns.into_iter();
        columns.map(|column| column.count).collect::<Vec<_>>()
    };
    assert_eq!(
        counts(Locale::En),
        ["7 of 13 named", "10 of 13 named", "10 of 13 named"]
    );
    assert_eq!(
        counts(Locale::Ar)[..2],
        [
            "7 جهات مسمّاة من أصل 13".to_owned(),
            "10 جهات مسمّاة من أصل 13".to_owned()
        ]
    );
    let compared = compare::of(&story.atlas, &State::opening(ecosystem, Locale::En));
    let organization = |slug: &str| match ecosystem.subject(slug) {
        Some(Subject::Node(NodeId::Organization(id))) => id,
        other => panic!("{slug} is {other:?}"),
    };
    assert!(compared.is_agreed(organization("huawei")));
    assert!(!compared.is_agreed(organization("stepfun")));
    assert_eq!(compared.sentence(Locale::En, organization("nvidia")), None);
}

#[test]
fn what_accounts_differ_on_stands_out_until_something_is_chosen() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            let compared = compare::of(&story.atlas, &state);
            let rows = compared.groups.iter().flat_map(|group| &group.differing);
            let differ = rows.count() > 0;
            let organizations: Vec<_> = story.atlas.ecosystem().organizations.ids().collect();
            for column in &compared.columns {
                let highlight = compared.highlight(&story.atlas, column, state.choice(), None);
                for id in &organizations {
                    let node = NodeId::Organization(*id);
                    let expected = match (differ, compared.is_agreed(*id)) {
                        (false, _) => Emphasis::Plain,
                        (true, true) => Emphasis::Receded,
                        (true, false) => Emphasis::Strong,
                    };
                    let shown = column.slice.has(node);
                    assert!(!shown || highlight.node(node) == expected, "{node:?}");
                }
                for group in &compared.groups {
                    let node = NodeId::Alliance(group.alliance);
                    let expected = match (differ, column.slice.member_count(group.alliance)) {
                        (false, _) => Emphasis::Plain,
                        (true, 0) => Emphasis::Receded,
                        (true, _) => Emphasis::Strong,
                    };
                    assert_eq!(highlight.node(node), expected, "{node:?}");
                    assert!(!highlight.is_chosen(node));
                    let looked_at =
                        compared.highlight(&story.atlas, column, state.choice(), Some(node));
                    assert_eq!(looked_at.node(node), Emphasis::Strong);
                }
            }
        }
    });
}

#[test]
fn a_picture_has_a_hub_where_its_account_names_somebody() {
    every_story_keeps(&[], |story| {
        for state in story.states() {
            let mut layouts = story.layouts.iter();
            let (_, _, layout) = layouts
                .find(|it| (it.0, it.1) == (Frame::Tall, state.relations))
                .unwrap();
            let compared = compare::of(&story.atlas, &state);
            for column in &compared.columns {
                let picture = compared.picture(&story.atlas, layout, column, state.locale, "");
                let alone = network::of(&story.atlas, layout, &column.slice, state.locale, "");
                let mut nodes = alone.nodes;
                nodes.retain(|mark| match mark.node {
                    // Before it has members, nobody is silent about it.
                    NodeId::Alliance(id) => {
                        let has_members = compared.groups.iter().any(|it| it.alliance == id);
                        !has_members || column.slice.member_count(id) > 0
                    }
                    NodeId::Organization(_) => true,
                });
                assert_eq!(picture.nodes, nodes, "{} on {}", column.slug, state.date);
                assert_eq!(picture.fields, alone.fields);
            }
        }
    });
}

#[test]
fn a_room_sees_side_by_side_the_accounts_that_a_step_names() {
    let seen = Cell::new(0);
    every_story_keeps(&[], |story| {
        let ecosystem = story.atlas.ecosystem();
        let mut steps = ecosystem.steps.iter();
        if steps.all(|(_, step)| step.accounts.is_empty()) {
            return;
        }
        let layout = stage::layout(&story.atlas, stage::SIDE, false);
        for (id, step) in ecosystem.steps.iter() {
            let state = State::opening(ecosystem, Locale::Ar).telling(ecosystem, Some(id));
            let has_sides = |frame| stage::has_sides(ecosystem, &state, frame);
            assert_eq!(has_sides(Frame::Wide), !step.accounts.is_empty());
            assert!(!has_sides(Frame::Tall), "nothing could be read on a phone");
            let sides = stage::sides(&story.atlas, &layout, &state);
            assert_eq!(sides.len(), step.accounts.len());
            for (side, account) in sides.iter().zip(&step.accounts) {
                let told = &ecosystem.accounts[*account];
                assert_eq!(side.name, told.name.get(Locale::Ar));
                let alone = story.slice(&state.apply(Action::Hear(Some(*account))));
                for mark in &side.picture.scene.nodes {
                    let Glyph::Shape { fill, .. } = &mark.glyph else {
                        continue;
                    };
                    let unnamed = alone.unnamed().contains(&mark.node);
                    assert_eq!(*fill == Fill::Unnamed, unnamed, "{}", mark.slug);
                }
                seen.set(seen.get() + 1);
            }
        }
    });
    assert!(seen.get() > 2, "{} pictures", seen.get());
}

#[test]
fn what_is_said_is_who_names_what_is_looked_at_or_on_how_many_accounts_differ() {
    let story = bundled_story();
    let ecosystem = story.atlas.ecosystem();
    let said = |locale, day: &str, slug: &str| {
        let date = day.parse().unwrap();
        let state = State::opening(ecosystem, locale).apply(Action::MoveTo(date));
        let compared = compare::of(&story.atlas, &state);
        let said = compared.said(&story.atlas, locale, ecosystem.subject(slug));
        // Names are set apart from the sentence by signs that nobody sees.
        said.replace(['\u{2068}', '\u{2069}'], "")
    };
    let on = |slug| said(Locale::En, "2025-08-01", slug);
    assert_eq!(
        on(""),
        "Accounts differ on 10 organisations. Choose one to see who names it."
    );
    assert_eq!(said(Locale::En, "2022-01-01", ""), "no alliance yet");
    assert_eq!(
        said(Locale::Ar, "2025-08-01", ""),
        "موضع اختلاف: 10 جهات. اختر جهة لترى مَن يسمّيها."
    );
    assert!(
        on("cambricon").starts_with("Cambricon – "),
        "{}",
        on("cambricon")
    );
    assert!(on("cambricon").contains("not named by "));
    assert!(
        on("shanghai-gcc-ai-committee").contains("names no member of it"),
        "{}",
        on("shanghai-gcc-ai-committee")
    );
}
