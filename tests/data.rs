//! The bundled story holds to the format and to the rules of honesty.

use tahaluf::locale::Locale;
use tahaluf::locale::catalog::problem::explain;
use tahaluf::model::{Ecosystem, check};

fn story() -> Ecosystem {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/story.json")).unwrap();
    check::read(&bytes).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems
            .iter()
            .map(|problem| {
                format!(
                    "{}: {}",
                    problem.pointer,
                    explain(Locale::En, &problem.kind)
                )
            })
            .collect();
        panic!("assets/story.json:\n{}", lines.join("\n"))
    })
}

#[test]
fn the_bundled_story_has_no_problem() {
    let story = story();
    assert_eq!(story.alliances.len(), 2);
    assert_eq!(story.memberships.len(), 16);
    assert_eq!(story.organizations.len(), 25);
}
