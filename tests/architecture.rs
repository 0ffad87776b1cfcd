//! The rules of the code that no compiler holds: who may name whom, what is
//! written where, and what is not written at all.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::path::Path;
use support::{path, text_of};

/// Each module of the crate's root, and those that it may name. The words of the
/// page stand above the model, which they name; the languages stand below it.
const LAYERS: [(&str, &[&str]); 24] = [
    ("markup", &[]),
    ("geometry", &[]),
    ("date", &[]),
    ("platform", &["geometry"]),
    ("document", &["date"]),
    ("locale", &["date"]),
    // A drawing is moved in its direction of writing.
    ("camera", &["geometry", "locale"]),
    ("model", &["document", "locale", "date"]),
    ("locale::catalog", &["model", "document", "locale", "date"]),
    ("graph", &["model", "date"]),
    ("layout", &["geometry", "date"]),
    ("timeline", &["date", "geometry"]),
    (
        "atlas",
        &[
            "document", "model", "graph", "layout", "geometry", "locale", "date",
        ],
    ),
    (
        "edition",
        &["atlas", "model", "layout", "document", "markup"],
    ),
    ("state", &["graph", "model", "locale", "date"]),
    ("keymap", &["model", "locale", "date", "geometry"]),
    // What a room and its lectern may do, and what they say to each other: steps by their
    // names, and commands as keys give them.
    ("lectern", &["keymap", "model"]),
    (
        "permalink",
        &[
            "atlas", "state", "graph", "model", "timeline", "locale", "date",
        ],
    ),
    (
        "scene",
        &[
            "atlas",
            "state",
            "graph",
            "model",
            "layout",
            "timeline",
            "locale",
            "locale::catalog",
            "date",
            "geometry",
        ],
    ),
    // What a picture shows is said by the scene's sentence.
    (
        "drawing",
        &[
            "atlas",
            "state",
            "graph",
            "model",
            "layout",
            "locale",
            "locale::catalog",
            "geometry",
            "scene",
            "markup",
        ],
    ),
    (
        "export",
        &[
            "atlas",
            "state",
            "graph",
            "model",
            "locale",
            "locale::catalog",
            "date",
            "permalink",
            "scene",
            "drawing",
            "markup",
        ],
    ),
    (
        "share",
        &[
            "drawing",
            "atlas",
            "state",
            "graph",
            "permalink",
            "scene",
            "locale",
            "locale::catalog",
            "markup",
        ],
    ),
    (
        "ui",
        &[
            "atlas",
            "state",
            "graph",
            "model",
            "layout",
            "timeline",
            "locale",
            "locale::catalog",
            "date",
            "edition",
            "geometry",
            "camera",
            "document",
            "keymap",
            "lectern",
            "permalink",
            "platform",
            "scene",
            "drawing",
            "export",
            "share",
        ],
    ),
    ("main", &["platform", "ui"]),
];

/// Crates of others, and where alone they are named.
const FOREIGN: [(&str, &[&str]); 10] = [
    // The types that are data derive how they are written and read.
    (
        "serde",
        &[
            "date", "document", "edition", "export", "geometry", "layout", "model",
        ],
    ),
    ("serde_json", &["document", "edition", "export"]),
    ("csv", &["export"]),
    ("strsim", &["document"]),
    ("yew", &["ui", "main"]),
    ("gloo", &["platform/web", "main"]),
    ("js_sys", &["platform/web"]),
    ("wasm_bindgen", &["platform/web"]),
    ("wasm_bindgen_futures", &["platform/web"]),
    ("web_sys", &["platform/web"]),
];

/// Longer than [`LONG`] without its tests, and why.
const LONG_FOR_A_REASON: [(&str, &str); 4] = [
    ("model", "every type of the story, field by field"),
    ("scene/details", "one profile for each kind of subject"),
    (
        "scene/network",
        "the marks of the picture and their one painter",
    ),
    (
        "scene/timeline",
        "the marks of the timeline and their one painter",
    ),
];
const LONG: usize = 400;

/// What must not be written in what ships, and why.
const FORBIDDEN: [(&str, &str); 17] = [
    ("HashMap", "its order is not that of the story"),
    ("HashSet", "its order is not that of the story"),
    (".unwrap()", "panics"),
    (".expect(", "panics"),
    ("panic!(", "panics"),
    ("unreachable!(", "panics"),
    ("todo!(", "unfinished"),
    ("dbg!(", "left over"),
    ("print!(", "nobody reads it"),
    ("println!(", "nobody reads it"),
    ("std::env", "a page has no environment"),
    ("{:?}", "names of types are no words for readers"),
    (
        "crate::{",
        "one `use` a module, or the layers cannot be read",
    ),
    ("krate::", "names a module in a way that is not read here"),
    (
        "tahaluf::{",
        "one `use` a module, or the layers cannot be read",
    ),
    ("innerHTML", "text would become markup"),
    ("from_html_unchecked", "text would become markup"),
];

/// The style sheets of a reader's page.
const SHEETS: [&str; 4] = ["style", "parts", "studio", "print"];

/// A source file without its comments and its tests; the lines keep their numbers.
struct Source {
    /// Its path below `src`, without `.rs`.
    name: String,
    lines: Vec<String>,
}

impl Source {
    fn read(file: &Path) -> Self {
        let name = file.strip_prefix(path("src")).unwrap().with_extension("");
        let text = std::fs::read_to_string(file).unwrap();
        let shipped = text.lines().take_while(|line| *line != "#[cfg(test)]");
        Self {
            name: name.to_str().unwrap().replace('\\', "/"),
            lines: shipped.map(without_comment).collect(),
        }
    }

    /// The layer that it belongs to.
    fn layer(&self) -> &'static str {
        let path = self.name.replace('/', "::");
        let is_in = |layer: &str| {
            let rest = path.strip_prefix(layer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        layer_where(is_in).unwrap_or_else(|| panic!("{} is in no layer: give it one", self.name))
    }

    /// How many modules it lies below the crate's root.
    fn depth(&self) -> usize {
        self.name.split('/').count()
    }

    fn is_in(&self, place: &str) -> bool {
        let rest = self.name.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Every line that breaks a rule, as `src/file.rs:line: what`.
    fn complaints(&self, breaks: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let lines = self.lines.iter().enumerate();
        lines
            .filter_map(|(index, line)| {
                let what = breaks(line)?;
                Some(format!("src/{}.rs:{}: {what}", self.name, index + 1))
            })
            .collect()
    }
}

/// The innermost layer that fits.
fn layer_where(fits: impl Fn(&str) -> bool) -> Option<&'static str> {
    let layers = LAYERS.iter().map(|(layer, _)| *layer);
    layers
        .filter(|layer| fits(layer))
        .max_by_key(|layer| layer.len())
}

fn without_comment(line: &str) -> String {
    let comment = line.find("//").filter(|at| !line[..*at].ends_with(':'));
    line[..comment.unwrap_or(line.len())].to_owned()
}

/// Every file of `src`, but the crate's root and those that are tests as a whole.
fn sources() -> Vec<Source> {
    fn collect(directory: &Path, found: &mut Vec<Source>) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            let skipped = path.ends_with("tests.rs") || path.ends_with("src/lib.rs");
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") && !skipped {
                found.push(Source::read(&path));
            }
        }
    }
    let mut found = Vec::new();
    collect(&path("src"), &mut found);
    assert!(found.len() > 50, "only {} files read", found.len());
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Fails with every line of the files that breaks a rule.
fn check(files: &[Source], breaks: impl Fn(&Source, &str) -> Option<String>) {
    let found: Vec<_> = files
        .iter()
        .flat_map(|file| file.complaints(|line| breaks(file, line)))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The paths below a root that a line names: `x::y` for `crate::x::y`.
fn paths_after<'a>(line: &'a str, root: &str) -> Vec<&'a str> {
    let ends_path = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
    let starts = line.match_indices(root).map(|(at, _)| at);
    starts
        .filter(|at| !line[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|at| {
            let path = &line[at + root.len()..];
            &path[..path.find(ends_path).unwrap_or(path.len())]
        })
        .collect()
}

/// The layer that a path such as `locale::catalog::Messages` leads into.
fn layer_of_path(path: &str) -> Option<&'static str> {
    layer_where(|layer| {
        let rest = path.strip_prefix(layer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    })
}

#[test]
fn modules_name_only_those_below_them() {
    check(&sources(), |file, line| {
        let from = file.layer();
        let (_, may) = LAYERS.iter().find(|(layer, _)| *layer == from)?;
        let root = if from == "main" {
            "tahaluf::"
        } else {
            "crate::"
        };
        paths_after(line, root).into_iter().find_map(|path| {
            let to = layer_of_path(path);
            let allowed = to.is_some_and(|to| to == from || may.contains(&to));
            (!allowed).then(|| format!("{from} may not name {path}"))
        })
    });
}

#[test]
fn no_layer_stands_on_itself() {
    for (index, (layer, may)) in LAYERS.iter().enumerate() {
        for below in *may {
            let place = LAYERS.iter().position(|(name, _)| name == below);
            assert!(
                place.is_some_and(|place| place < index),
                "{layer} names {below}, which is not above it in the table"
            );
        }
    }
}

#[test]
fn nobody_climbs_out_of_a_module_by_super() {
    check(&sources(), |file, line| {
        let chain = "super::".repeat(file.depth());
        line.contains(&chain)
            .then(|| format!("{chain} is the crate's root"))
    });
}

#[test]
fn crates_of_others_stay_where_they_belong() {
    check(&sources(), |file, line| {
        FOREIGN.iter().find_map(|(name, places)| {
            let named = !paths_after(line, &format!("{name}::")).is_empty();
            let allowed = places.iter().any(|place| file.is_in(place));
            (named && !allowed).then(|| format!("{name} belongs to {}", places.join(", ")))
        })
    });
}

#[test]
fn the_browser_is_asked_for_in_two_places() {
    check(&sources(), |file, line| {
        let allowed = file.name == "platform" || file.name == "main";
        (line.contains("target_arch") && !allowed).then(|| "target_arch".to_owned())
    });
}

#[test]
fn nothing_forbidden_is_written() {
    check(&sources(), |_, line| {
        let (word, why) = FORBIDDEN.iter().find(|(word, _)| line.contains(word))?;
        Some(format!("`{word}`: {why}"))
    });
}

#[test]
fn languages_are_told_apart_in_their_module() {
    check(&sources(), |file, line| {
        let own = ["locale", "model/text"].iter().any(|it| file.is_in(it));
        let tells = ["Locale::Ar =>", "== Locale::", "Locale::Ar)"];
        let found = tells.iter().find(|it| line.contains(**it))?;
        (!own).then(|| format!("`{found}`: ask the locale or the catalog"))
    });
}

#[test]
fn start_and_end_become_left_and_right_in_few_places() {
    check(&sources(), |file, line| {
        let places = ["locale", "scene/network", "ui/timeline/close_up"];
        let allowed = places.iter().any(|it| file.is_in(it));
        let decides = ["RightToLeft", "LeftToRight"]
            .iter()
            .any(|it| line.contains(it));
        (decides && !allowed).then(|| "let Direction's methods decide".to_owned())
    });
}

/// What is drawn again while a pointer moves must not ask for a layout or a scene: the test beside
/// `ui/network/canvas.rs` counts what the one that answers takes, the others are drawn once.
#[test]
fn the_network_is_laid_out_in_few_places() {
    check(&sources(), |file, line| {
        let places = ["canvas", "compare", "print", "small", "still"];
        let allowed = places
            .iter()
            .any(|it| file.name == format!("ui/network/{it}"));
        let lays_out = [".layout(", ".layout_of(", "network::of("];
        let found = lays_out.iter().find(|it| line.contains(**it))?;
        (file.is_in("ui") && !allowed).then(|| format!("`{found}`"))
    });
}

#[test]
fn styles_stand_in_the_style_sheet() {
    check(&sources(), |file, line| {
        let styled = ["style=\"", "style={", " {style}"]
            .iter()
            .any(|it| line.contains(it));
        (file.is_in("ui") && styled).then(|| "a class says it".to_owned())
    });
}

#[test]
fn the_style_sheets_know_no_left_and_no_right() {
    let sheets = SHEETS.map(|it| format!("assets/{it}.css"));
    let words = |line: &str| {
        let code = line.split("/*").next().unwrap_or_default().to_owned();
        let separators = |c: char| !(c.is_alphanumeric() || c == '-');
        let parts: Vec<_> = code.split(separators).map(str::to_owned).collect();
        parts
    };
    let is_physical = |word: &String| {
        let sided = ["left", "right"].iter().any(|side| {
            word == side
                || ["margin", "padding", "border", "inset", "scroll-margin"]
                    .iter()
                    .any(|it| word.starts_with(&format!("{it}-{side}")))
        });
        sided || word == "float"
    };
    let mut found = Vec::new();
    for name in sheets {
        for (index, line) in text_of(&name).lines().enumerate() {
            if words(line).iter().any(is_physical) {
                found.push(format!("{name}:{}: {}", index + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn files_are_short() {
    for Source { name, lines } in sources() {
        let excused = LONG_FOR_A_REASON.iter().any(|(long, _)| *long == name);
        let lines = lines.len();
        assert!(
            lines <= LONG || excused,
            "src/{name}.rs has {lines} lines: split it"
        );
        assert!(
            lines > LONG || !excused,
            "src/{name}.rs is short: strike it off the list"
        );
    }
}

/// Words of the bundled story's subject that say something of any story as well: an agency whose
/// reports others carry, a shape.
const GENERAL: [&str; 18] = [
    "alliance",
    "article",
    "customer",
    "Customer",
    "عميل",
    "host",
    "initiator",
    "investor",
    "market",
    "partner",
    "Pentagon",
    "product",
    "Products",
    "المنتجات",
    "regulator",
    "Regulator",
    "Reuters",
    "shares",
];

/// The words of the bundled story's subject: the ids and the names of whom it tells of, and its
/// kinds, ties, lanes and lists.
fn subject() -> Vec<String> {
    let story: serde_json::Value = serde_json::from_str(&text_of("assets/story.json")).unwrap();
    let mut words = Vec::new();
    let mut add = |table: &serde_json::Value, names: bool| {
        for entry in table.as_array().unwrap() {
            words.extend(entry["id"].as_str().map(str::to_owned));
            for language in names.then_some(["ar", "en"]).into_iter().flatten() {
                words.extend(entry["name"][language].as_str().map(str::to_owned));
            }
        }
    };
    for table in ["accounts", "lists", "alliances", "organizations"] {
        add(&story[table], true);
    }
    for table in ["kinds", "ties", "topics", "lanes"] {
        add(&story["words"][table], true);
    }
    add(&story["words"]["roles"], false);
    words.retain(|word| !GENERAL.contains(&word.as_str()));
    words
}

#[test]
fn the_program_names_nothing_of_a_storys_subject() {
    let subject = subject();
    assert!(subject.len() > 60, "{subject:?}");
    let names = |line: &str| {
        let part = |c: char| c.is_alphanumeric() || c == '-';
        subject.iter().find(|word| {
            line.match_indices(word.as_str()).any(|(at, _)| {
                let (before, after) = (&line[..at], &line[at + word.len()..]);
                !before.ends_with(part) && !after.starts_with(part)
            })
        })
    };
    let mut found = Vec::new();
    for Source { name, lines } in sources() {
        for (line, index) in lines.iter().zip(1..).filter(|_| !name.ends_with("tests")) {
            found.extend(names(line).map(|word| format!("src/{name}.rs:{index}: {word}")));
        }
    }
    for sheet in SHEETS.map(|it| format!("assets/{it}.css")) {
        for (line, index) in text_of(&sheet).lines().zip(1..) {
            found.extend(names(line).map(|word| format!("{sheet}:{index}: {word}")));
        }
    }
    assert!(
        found.is_empty(),
        "a story's words stand in its file:\n{}",
        found.join("\n")
    );
}

/// What the code map of `ARCHITECTURE.md` has between backquotes.
fn mapped() -> Vec<String> {
    let document = text_of("ARCHITECTURE.md");
    let (_, map) = document.split_once("\n## Code map\n").unwrap();
    let (map, _) = map.split_once("\n## Layers\n").unwrap();
    let spans = map.split('`').skip(1).step_by(2);
    spans.map(str::to_owned).collect()
}

#[test]
fn the_code_map_has_every_file_that_a_newcomer_meets() {
    let mapped = mapped();
    let names = |folder: &str| {
        let entries = std::fs::read_dir(path(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect::<Vec<_>>()
    };
    let of = |folder, ending: &'static str| {
        let files = names(folder).into_iter();
        files.filter(move |name| name.ends_with(ending) && name != "lib.rs")
    };
    let modules = of("src", ".rs").filter(|name| name != "main.rs");
    let modules = modules.map(|name| name.trim_end_matches(".rs").to_owned());
    let imported = of("assets/modules", ".js").map(|name| ["modules/", &name].concat());
    let expected = modules
        .chain(of("cli/src", ".rs"))
        .chain(of("xtask/src", ".rs"))
        .chain(
            [".js", ".css", ".json"]
                .into_iter()
                .flat_map(|it| of("assets", it)),
        )
        .chain(imported);
    let missing: Vec<_> = expected.filter(|name| !mapped.contains(name)).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md lacks {missing:?}");
}

#[test]
fn what_the_code_map_names_is_there() {
    let roots = [
        ".",
        "src",
        "src/locale",
        "assets",
        "cli/src",
        "xtask/src",
        "tests/e2e",
    ];
    let is_file = |name: &String| {
        let ending = Path::new(name).extension().and_then(|it| it.to_str());
        matches!(
            ending,
            Some("rs" | "js" | "mjs" | "css" | "json" | "md" | "html")
        )
    };
    let gone = mapped().into_iter().filter(is_file).filter(|name| {
        let mut places = roots.iter().map(|root| path(root).join(name));
        !places.any(|place| place.exists())
    });
    let gone: Vec<_> = gone.collect();
    assert!(gone.is_empty(), "ARCHITECTURE.md names {gone:?}");
}
