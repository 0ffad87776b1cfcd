//! The widths at which the page changes its shape, in CSS px: once, for what the app measures and
//! for what a page before its scripts leaves to the style sheet.
//!
//! Where the two differed, a shape would change when the app takes the still page's place. The
//! test below reads the style sheets.

/// The width from which alliances stand side by side: names, which are measured 14 px high for the
/// 720 px of that frame, are 12.6 px high then.
pub(super) const WIDE_FROM: f64 = 648.0;
/// The width from which the timeline is an axis; it is a list below.
pub(super) const AXIS_FROM: f64 = 640.0;
/// The axes that a still page has: the width from which each is shown, and the one that it is
/// drawn for. They shrink and grow a little, and what is written on them can be read.
#[cfg(any(feature = "ssr", test))]
pub(super) const STILL_AXES: [(f64, f64); 2] = [(AXIS_FROM, 736.0), (896.0, USUAL_TIMELINE)];
/// The width that a timeline is drawn for before its own is known.
pub(super) const USUAL_TIMELINE: f64 = 1224.0;

#[cfg(test)]
mod tests {
    use super::*;

    /// The widths that a style sheet's container queries compare with: the ones below which, and
    /// those from which, something is shown.
    fn queried(sheet: &str) -> (Vec<String>, Vec<String>) {
        let widths = |sign: &str| {
            let start = ["@container (width ", sign, " "].concat();
            sheet
                .split(&start)
                .skip(1)
                .filter_map(|rest| rest.split_once("px)"))
                .map(|(width, _)| width.to_owned())
                .collect()
        };
        (widths("<"), widths(">="))
    }

    #[test]
    fn the_style_sheets_change_shapes_at_the_same_widths() {
        let [_, (roomy, _)] = STILL_AXES;
        for (sheet, widths) in [
            (include_str!("../../assets/style.css"), &[WIDE_FROM][..]),
            (include_str!("../../assets/parts.css"), &[AXIS_FROM, roomy]),
        ] {
            let widths: Vec<_> = widths.iter().map(ToString::to_string).collect();
            assert_eq!(queried(sheet), (widths.clone(), widths));
        }
    }

    #[test]
    fn no_still_axis_is_made_much_smaller_than_it_is_drawn() {
        for (from, drawn) in STILL_AXES {
            assert!(from / drawn > 0.7, "{drawn} px in {from} px");
        }
    }
}
