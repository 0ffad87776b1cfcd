//! Names broken into lines.

use super::Face;

/// The fewest lines no wider than `max_width` that hold the text, as even as
/// they can be. A word is never split: one too long stands alone in its line.
pub fn wrap(text: &str, face: Face, max_width: f64) -> Vec<String> {
    let lines = filled(text, face, max_width);
    let (mut narrow, mut wide) = (0.0, max_width);
    let mut best = lines;
    // Sixteen halvings find the narrowest setting to within a unit.
    for _ in 0..16 {
        let middle = f64::midpoint(narrow, wide);
        let tried = filled(text, face, middle);
        if tried.len() <= best.len() && tried.iter().all(|line| face.width(line) <= middle) {
            best = tried;
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    best
}

/// Lines filled one after the other, as a typewriter does.
fn filled(text: &str, face: Face, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), " ", word].concat();
            if face.width(&longer) <= max_width {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
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
