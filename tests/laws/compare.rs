//! What the accounts side by side say is what each of them says alone.

use super::list;
use super::support::stories::{Story, bundled_story, every_story_keeps};
use serde_json::Value;
use tahaluf::locale::Locale;
use tahaluf::model::Subject;
use tahaluf::model::id::NodeId;
use tahaluf::scene::compare::{self, Row, Says};
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
