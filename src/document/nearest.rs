//! What somebody probably meant who wrote a word that nobody knows.

/// How far a word may be from the one that was meant, in single edits.
const SUGGESTION_EDITS: usize = 3;

/// The candidate that was probably meant: the one that contains the word or is
/// contained in it, else the nearest by optimal string alignment (Damerau 1964)
/// within three edits and half of the word; the first of equals.
pub fn nearest(word: &str, candidates: &[&str]) -> Option<String> {
    let most = SUGGESTION_EDITS.min(word.chars().count().div_ceil(2));
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let edits = strsim::osa_distance(word, candidate);
        if edits <= most && best.is_none_or(|(least, _)| edits < least) {
            best = Some((edits, candidate));
        }
    }
    let is_part = |candidate: &&&str| {
        let shorter = word.len().min(candidate.len());
        shorter > 2 && (candidate.contains(word) || word.contains(**candidate))
    };
    let meant = best
        .map(|(_, candidate)| candidate)
        .or_else(|| candidates.iter().find(is_part).copied());
    meant.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_near_or_a_part() {
        let ids = ["baidu", "biren", "huawei", "stepfun"];
        let suggest = |word| nearest(word, &ids);
        assert_eq!(suggest("badu").as_deref(), Some("baidu"));
        assert_eq!(suggest("baidu-inc").as_deref(), Some("baidu"));
        assert_eq!(suggest("stpefun").as_deref(), Some("stepfun"));
        assert_eq!(suggest("nvidia"), None);
        assert_eq!(suggest(""), None);
    }
}
