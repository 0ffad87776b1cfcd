//! The markup of the accounts side by side, for stories with any number of accounts and alliances.

use super::*;
use crate::atlas::Atlas;
use crate::ui::still::rendered;
use std::collections::BTreeSet;

/// Stories, each with how many of its accounts name members.
const STORIES: [(&[u8], usize); 4] = [
    (include_bytes!("../../../../assets/story.json"), 3),
    (
        include_bytes!("../../../../tests/fixtures/one-account.json"),
        1,
    ),
    (
        include_bytes!("../../../../tests/fixtures/one-alliance.json"),
        2,
    ),
    (
        include_bytes!("../../../../tests/fixtures/five-alliances.json"),
        2,
    ),
];

/// The markup, with the comparison that it shows.
fn drawn(json: &[u8], locale: Locale, focus: Option<Subject>) -> (SharedAtlas, String) {
    let atlas = SharedAtlas::new(Atlas::from_json(json).unwrap_or_default());
    let state = State {
        focus,
        ..State::opening(atlas.ecosystem(), locale)
    };
    let markup = rendered::<Compare>(CompareProps {
        atlas: atlas.clone(),
        input: Input::from(&state),
        on_action: Callback::noop(),
    });
    (atlas, markup)
}

/// The values that an attribute has in markup.
fn values<'a>(markup: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = [" ", attribute, "=\""].concat();
    let values = markup.split(&start).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_account_has_a_picture_and_each_member_a_row() {
    for (json, accounts) in STORIES {
        for locale in Locale::ALL {
            let (atlas, markup) = drawn(json, locale, None);
            let state = State::opening(atlas.ecosystem(), locale);
            let compared = compare::of(&atlas, &state);
            assert_eq!(compared.columns.len(), accounts);
            assert_eq!(markup.matches("<figure").count(), accounts);
            assert_eq!(values(&markup, "scope").len(), {
                let rows = |group: &Group| 1 + group.differing.len();
                1 + accounts + compared.groups.iter().map(rows).sum::<usize>()
            });
            for column in &compared.columns {
                assert!(markup.contains(&column.count), "{}", column.count);
            }
            // In each picture one mark, and no more, is a stop of the keyboard.
            let stops = values(&markup, "tabindex");
            let stops = stops.iter().filter(|stop| **stop == "0");
            assert_eq!(stops.count(), accounts);
            let ids = values(&markup, "id");
            let distinct: BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), distinct.len(), "an id stands twice");
            for fill in values(&markup, "fill") {
                let id = fill.trim_start_matches("url(#").trim_end_matches(')');
                assert!(ids.contains(&id), "{fill} leads nowhere");
            }
        }
    }
}

#[test]
fn what_is_chosen_is_marked_in_each_picture_and_in_its_row() {
    let (json, accounts) = STORIES[0];
    let chosen = |slug| {
        let atlas = Atlas::from_json(json).unwrap_or_default();
        let chosen = atlas.ecosystem().subject(slug);
        let (_, markup) = drawn(json, Locale::En, chosen);
        let marked = values(&markup, "data-marked").len();
        let pressed = values(&markup, "aria-pressed");
        (marked, pressed.iter().filter(|it| **it == "true").count())
    };
    assert_eq!(chosen("cambricon"), (accounts + 1, accounts + 1));
    // All agree on it: its name is folded, and marked by its being pressed.
    assert_eq!(chosen("huawei"), (accounts, accounts + 1));
    // It is in both alliances, and all agree on one of them.
    assert_eq!(chosen("stepfun"), (accounts + 1, accounts + 2));
}

#[test]
fn pictures_too_tall_for_a_window_say_so() {
    let tall = STORIES.map(|(json, _)| drawn(json, Locale::Ar, None).1.contains("data-tall"));
    assert_eq!(tall, [false, false, false, true]);
}
