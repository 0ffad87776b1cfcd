use super::vision::{Colour, Vision};
use super::{DARK, LIGHT, Palette};
use crate::scene::look::{LOOKS, Look, is_told_by_hue};

const SHEET: &str = include_str!("../../../assets/style.css");
const PRINT: &str = include_str!("../../../assets/print.css");

/// Where hues are seen: what they stand on, what stands on them, and themselves.
struct Medium {
    name: &'static str,
    paper: Colour,
    on_tone: Colour,
    tones: Vec<Colour>,
}

impl Medium {
    fn of(name: &'static str, palette: &Palette) -> Self {
        Self {
            name,
            paper: Colour::of(palette.paper),
            on_tone: Colour::of(palette.on_tone),
            tones: palette.tones.map(Colour::of).to_vec(),
        }
    }

    /// The page in light and in dark colours.
    fn screens() -> [Self; 2] {
        [Self::of("light", &LIGHT), Self::of("dark", &DARK)]
    }

    /// The sheet on paper: the light colours, where `print.css` has no others.
    fn print() -> Self {
        let own = |head: String, or| {
            let value = PRINT
                .split_once(&head)
                .map(|(_, rest)| rest.split(';').next());
            Colour::of(value.flatten().unwrap_or(or))
        };
        let tones = LIGHT.tones.iter().enumerate();
        Self {
            name: "print",
            paper: own("--paper: ".to_owned(), LIGHT.paper),
            on_tone: own("--on-tone: ".to_owned(), LIGHT.on_tone),
            tones: tones
                .map(|(index, tone)| own(format!(".tone-{index} {{\n  --tone: "), tone))
                .collect(),
        }
    }

    /// The least distance of two of the first hues, as somebody sees them.
    fn least(&self, first: usize, vision: Vision) -> f64 {
        pairs(first)
            .map(|[a, b]| self.distance(a, b, vision))
            .fold(f64::INFINITY, f64::min)
    }

    fn distance(&self, a: usize, b: usize, vision: Vision) -> f64 {
        let [a, b] = [a, b].map(|index| self.tones[index].seen(vision));
        a.distance(b)
    }
}

/// Every two of the first alliances.
fn pairs(first: usize) -> impl Iterator<Item = [usize; 2]> {
    (0..first).flat_map(|b| (0..b).map(move |a| [a, b]))
}

#[test]
fn the_colours_are_those_of_the_page() {
    let same = |name: &str, light: &str, dark: &str| {
        let pair = format!("--{name}: light-dark({light}, {dark});");
        assert!(SHEET.contains(&pair), "{pair}");
        let alone = format!("  --{name}: {light};\n");
        assert!(SHEET.contains(&alone), "{alone}");
    };
    for (name, of) in [
        ("paper", (|it| it.paper) as fn(&Palette) -> &'static str),
        ("ink", |it| it.ink),
        ("soft", |it| it.soft),
        ("hairline", |it| it.hairline),
        ("on-tone", |it| it.on_tone),
    ] {
        same(name, of(&LIGHT), of(&DARK));
    }
    for (index, (light, dark)) in LIGHT.tones.iter().zip(DARK.tones).enumerate() {
        let alone = format!("\n.tone-{index} {{\n  --tone: {light};\n}}\n");
        assert!(SHEET.contains(&alone), "{alone}");
        let pair =
            format!("\n  .tone-{index} {{\n    --tone: light-dark({light}, {dark});\n  }}\n");
        assert!(SHEET.contains(&pair), "{pair}");
    }
    let beyond = format!("tone-{LOOKS}");
    assert!(!SHEET.contains(&beyond), "{beyond}: there is no such hue");
}

/// A hue carries the number in a hub, and is the colour of titles and links. WCAG 2.2, 1.4.3.
#[test]
fn text_can_be_read_on_a_hue_and_in_it() {
    for medium in Medium::screens().into_iter().chain([Medium::print()]) {
        for (index, tone) in medium.tones.iter().enumerate() {
            for (what, ground) in [("on paper", medium.paper), ("under text", medium.on_tone)] {
                let contrast = tone.contrast(ground);
                let name = medium.name;
                assert!(
                    contrast >= 4.5,
                    "{name}: tone-{index} {what}: {contrast:.2}"
                );
            }
        }
    }
}

/// The least distances, as measured: in light colours 12.5 of four hues and 8.4 of six, in dark
/// ones 13.4 and 11.2, for whoever sees worst; 12.8 and 12.3 of twelve for whoever sees all hues.
#[test]
fn six_hues_are_told_apart_by_everyone_and_twelve_by_who_sees_them() {
    let bounds = [("light", 12.4, 8.3, 12.7), ("dark", 13.4, 11.1, 12.2)];
    for (medium, (name, four, six, twelve)) in Medium::screens().iter().zip(bounds) {
        assert_eq!(medium.name, name);
        for vision in Vision::OF_HUES {
            for (first, bound) in [(4, four), (6, six)] {
                let least = medium.least(first, vision);
                assert!(
                    least >= bound,
                    "{name}, {vision:?}, {first} hues: {least:.2}"
                );
            }
        }
        let least = medium.least(LOOKS, Vision::Full);
        assert!(least >= twelve, "{name}: {least:.2}");
    }
}

/// Two hues that are nearer than this to somebody do not tell two alliances apart.
const NEAR: f64 = 8.0;

/// Where hues are near, hatches differ; among greys the outlines at least.
#[test]
fn patterns_tell_what_hues_do_not() {
    for medium in Medium::screens().into_iter().chain([Medium::print()]) {
        for vision in Vision::OF_HUES.into_iter().chain([Vision::Grey]) {
            let bare =
                |index| is_told_by_hue(index) && medium.name != "print" && vision != Vision::Grey;
            let hatch = |index| Look::of(index).hatch.filter(|_| !bare(index));
            for [a, b] in pairs(LOOKS) {
                let far = medium.distance(a, b, vision) >= NEAR;
                let outlined = vision == Vision::Grey && Look::of(a).dashes != Look::of(b).dashes;
                let apart = far || outlined || hatch(a) != hatch(b);
                assert!(apart, "{}, {vision:?}: {a} and {b}", medium.name);
            }
        }
    }
}

/// The fields of two alliances, and members in both by halves, on a printer without colours.
#[test]
fn two_hues_are_told_apart_in_grey_print() {
    let least = Medium::print().least(2, Vision::Grey);
    assert!(least >= 17.5, "{least:.2}");
}
