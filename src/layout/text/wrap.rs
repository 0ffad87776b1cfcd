//! Names broken into lines.

use super::Face;

/// The fewest lines no wider than `max_width` that hold the text, as even as
/// they can be. A word is never split: one too long stands alone in its line.
pub fn wrap(text: &str, face: Face, max_width: f64) -> Vec<String> {
    #[cfg(test)]
    crate::layout::effort::wrap();
    let mut words = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        words.push((word, face.width(word)));
    }
    // No letter joins or kerns with a space, so a line is as wide as its parts.
    let space = face.width(" ");
    let fewest = filled(&words, space, max_width).len();
    let (mut narrow, mut wide) = (0.0, max_width);
    // Sixteen halvings find the narrowest setting to within a unit.
    for _ in 0..16 {
        let middle = f64::midpoint(narrow, wide);
        let tried = filled(&words, space, middle);
        if tried.len() <= fewest && tried.iter().all(|line| line.width <= middle) {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    let mut lines = Vec::new();
    for Line { first, end, .. } in filled(&words, space, wide) {
        let words = words[first..end].iter().map(|word| word.0);
        lines.push(words.collect::<Vec<_>>().join(" "));
    }
    lines
}

/// Words that stand side by side.
struct Line {
    /// The first of them.
    first: usize,
    /// The one after the last.
    end: usize,
    /// How wide they are together.
    width: f64,
}

/// Lines filled one after the other, as a typewriter does.
fn filled(words: &[(&str, f64)], space: f64, max_width: f64) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (index, (_, width)) in words.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if line.width + space + width <= max_width => {
                line.end += 1;
                line.width += space + width;
            }
            _ => lines.push(Line {
                first: index,
                end: index + 1,
                width: *width,
            }),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_few_and_even() {
        let check = |text, width, lines: &[&str]| {
            assert_eq!(wrap(text, Face::Label, width), lines, "{text} in {width}");
        };
        check("Huawei", 200.0, &["Huawei"]);
        check(
            "Shanghai Chamber of Commerce",
            140.0,
            &["Shanghai Chamber", "of Commerce"],
        );
        check("one two three four", 90.0, &["one two", "three four"]);
        check("Commerce", 10.0, &["Commerce"]);
        check("", 10.0, &[]);
    }
}
