//! Letters that are wider or narrower together than apart: ligatures and kerning.

use std::collections::BTreeMap;

use crate::fonts::advances::{JOINER, forms, joining};
use crate::fonts::charset::Face;
use crate::fonts::shape::Shaped;

/// What a pair may join: nothing else, a letter before it, one after it, or both.
const CONTEXTS: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// What to add to the sum of two widths, for each weight and context.
pub(super) type Corrections = [[i64; 4]; 2];

/// The letters that can form pairs; marks among them do no harm.
pub(super) fn letters() -> Vec<char> {
    Face::Arabic
        .characters()
        .filter(|character| character.is_alphabetic())
        .collect()
}

/// All pairs of these letters, each in every context.
pub(super) fn texts(letters: &[char]) -> Vec<String> {
    let mut texts = Vec::new();
    for first in letters {
        for second in letters {
            texts.extend(CONTEXTS.map(|context| text(*first, *second, context)));
        }
    }
    texts
}

fn text(first: char, second: char, (before, after): (bool, bool)) -> String {
    let joiner = |wanted: bool| {
        if wanted {
            String::from(JOINER)
        } else {
            String::new()
        }
    };
    format!("{}{first}{second}{}", joiner(before), joiner(after))
}

/// The pairs that need a correction: first letters, second letters, corrections. Each first
/// letter of a group makes a pair with each second one.
pub(super) fn groups(arabic: &[Shaped; 2]) -> Vec<(String, String, Corrections)> {
    let letters = letters();
    // First by what follows a letter with which correction, then by the letters that agree.
    let mut seconds: BTreeMap<(char, Corrections), String> = BTreeMap::new();
    for &first in &letters {
        for &second in &letters {
            let corrections = arabic
                .each_ref()
                .map(|weight| corrections(weight, first, second));
            if corrections != Corrections::default() {
                seconds
                    .entry((first, corrections))
                    .or_default()
                    .push(second);
            }
        }
    }
    let mut firsts: BTreeMap<(String, Corrections), String> = BTreeMap::new();
    for ((first, corrections), seconds) in seconds {
        firsts
            .entry((seconds, corrections))
            .or_default()
            .push(first);
    }
    firsts
        .into_iter()
        .map(|((seconds, corrections), firsts)| (firsts, seconds, corrections))
        .collect()
}

fn corrections(weight: &Shaped, first: char, second: char) -> [i64; 4] {
    let [first_joining, second_joining] = [first, second].map(|letter| joining(weight, letter));
    let joined = first_joining == "Dual" && matches!(second_joining, "Dual" | "Right");
    CONTEXTS.map(|(before, after)| {
        let possible = matches!(first_joining, "Dual" | "Right")
            && second_joining != "Transparent"
            && (!after || second_joining == "Dual");
        if !possible {
            return 0;
        }
        let apart =
            weight.width(&form(first, before, joined)) + weight.width(&form(second, joined, after));
        i64::from(weight.width(&text(first, second, (before, after)))) - i64::from(apart)
    })
}

/// A letter as it looks when it joins what is before it and what is after it.
fn form(letter: char, before: bool, after: bool) -> String {
    let [isolated, initial, medial, last] = forms(letter);
    match (before, after) {
        (false, false) => isolated,
        (false, true) => initial,
        (true, true) => medial,
        (true, false) => last,
    }
}
