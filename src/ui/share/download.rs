//! Files of what is shown, for other programs.

use crate::drawing::theme::Theme as Colors;
use crate::drawing::{Drawing, Shape};
use crate::export;
use crate::geometry::Size;
use crate::locale::catalog::share::ShareMessages;
use crate::platform;
use crate::state::{State, Theme};
use crate::ui::context::SharedAtlas;
use crate::ui::controls::button;
use crate::ui::element::{Element, el};
use yew::prelude::*;

/// What a reader can take along.
#[derive(Clone, Copy)]
enum File {
    /// The picture, with its letters.
    Svg,
    /// The picture, this many pixels a unit.
    Png(u8),
    /// The picture in the shape of a phone's feed.
    Post(Shape),
    /// The table.
    Csv,
    /// The table, for Excel in any region.
    Excel,
    /// The data.
    Json,
}

/// What most readers take along, with its button's id and what its name ends in.
const PICTURES: [(File, &str, &str); 3] = [
    (File::Png(2), "save-picture", "@2x.png"),
    (File::Post(Shape::Square), "save-square", "-square.png"),
    (File::Post(Shape::Tall), "save-tall", "-tall.png"),
];

/// Every file of all that is shown, with its button's id and what its name ends in.
const FILES: [(File, &str, &str); 6] = [
    (File::Svg, "save-svg", ".svg"),
    (File::Png(2), "save-png-2", "@2x.png"),
    (File::Png(3), "save-png-3", "@3x.png"),
    (File::Csv, "save-csv", ".csv"),
    (File::Excel, "save-excel", "-excel.csv"),
    (File::Json, "save-json", ".json"),
];

/// The pictures of a state that most readers want, where files may be saved; `status` is told what
/// came of it.
pub(super) fn pictures(
    atlas: &SharedAtlas,
    state: State,
    words: &'static ShareMessages,
    status: &UseStateSetter<&'static str>,
) -> Vec<Element> {
    if !platform::may_download() {
        return Vec::new();
    }
    let names = [words.save_picture, words.square, words.tall];
    let files = PICTURES.iter().zip(names);
    files
        .map(|(file, name)| save_button(atlas, state, *file, words, status).text(name))
        .collect()
}

/// Files of a state; `status` is told what came of it. Where they are forbidden, a way to
/// `address`, the state on a page of its own.
pub(super) fn downloads(
    atlas: &SharedAtlas,
    state: State,
    address: Option<&str>,
    words: &'static ShareMessages,
    status: &UseStateSetter<&'static str>,
) -> Element {
    let section = el("div")
        .class("share-files")
        .child(el("h3").text(words.files));
    if !platform::may_download() {
        let refused = el("p").class("share-help").text(words.no_files);
        let way = address.map(|address| {
            let link = el("a").set("href", address).fixed(&[
                ("id", "own-tab"),
                ("class", "tool"),
                ("target", "_blank"),
                ("rel", "noopener"),
            ]);
            el("p").class("share-tools").child(link.text(words.own_tab))
        });
        return section.child(refused).child_if(way);
    }
    let names = [
        words.svg,
        words.png_2,
        words.png_3,
        words.csv,
        words.excel,
        words.json,
    ];
    let buttons = FILES
        .iter()
        .zip(names)
        .map(|(file, name)| save_button(atlas, state, *file, words, status).text(name));
    section
        .child(el("p").class("share-help").text(words.files_help))
        .child(el("div").class("share-tools").children(buttons))
}

/// The button that saves a file, without its name.
fn save_button(
    atlas: &SharedAtlas,
    state: State,
    (file, id, ending): (File, &'static str, &'static str),
    words: &'static ShareMessages,
    status: &UseStateSetter<&'static str>,
) -> Element {
    let save = saving(atlas, state, (file, ending), words, status);
    button(save).set("id", id).set("class", "tool")
}

/// Makes a file and gives it to the reader.
fn saving(
    atlas: &SharedAtlas,
    state: State,
    (file, ending): (File, &'static str),
    words: &'static ShareMessages,
    status: &UseStateSetter<&'static str>,
) -> Callback<MouseEvent> {
    let (atlas, status) = (atlas.clone(), status.clone());
    Callback::from(move |_: MouseEvent| {
        let name = export::file_name(&atlas, &state, ending);
        let status = status.clone();
        let give = move |media_type: &str, bytes: Option<&[u8]>| {
            let given = bytes.is_some_and(|bytes| platform::download(&name, media_type, bytes));
            status.set(if given { words.saved } else { words.not_saved });
        };
        match file {
            File::Csv => {
                let table = export::csv(&atlas, &state).ok();
                give("text/csv", table.as_deref().map(str::as_bytes));
            }
            File::Excel => {
                let table = export::excel(&atlas, &state).ok();
                give("text/csv;charset=utf-16le", table.as_deref());
            }
            File::Json => {
                let data = export::json(&atlas, &state).ok();
                give("application/json", data.as_deref().map(str::as_bytes));
            }
            File::Svg => picture(&atlas, state, None, move |svg, _| {
                give("image/svg+xml", Some(svg.as_bytes()));
            }),
            File::Png(scale) => rasterized(&atlas, state, None, scale, give),
            File::Post(shape) => rasterized(&atlas, state, Some(shape), 1, give),
        }
    })
}

/// Gives the picture of a state as PNG, so many pixels a unit.
fn rasterized(
    atlas: &SharedAtlas,
    state: State,
    shape: Option<Shape>,
    scale: u8,
    give: impl FnOnce(&str, Option<&[u8]>) + 'static,
) {
    picture(atlas, state, shape, move |svg, size| {
        let size = (size.width, size.height);
        let made = move |png: Option<Vec<u8>>| give("image/png", png.as_deref());
        platform::rasterize(&svg, size, scale.into(), Box::new(made));
    });
}

/// Calls back with the picture of a state, its letters in it, and its size: a post of this shape,
/// or the plate.
fn picture(
    atlas: &SharedAtlas,
    state: State,
    shape: Option<Shape>,
    call: impl FnOnce(String, Size) + 'static,
) {
    let atlas = atlas.clone();
    platform::font_data(Box::new(move |fonts| {
        let site = platform::site_address();
        let (colors, site) = (colors(state.theme), site.as_deref());
        let drawing = match shape {
            Some(shape) => Drawing::post(&atlas, &state, colors, site, shape),
            None => Drawing::plate(&atlas, &state, colors, site),
        };
        call(drawing.svg(&fonts), drawing.size());
    }));
}

/// The colours that the reader sees.
fn colors(theme: Theme) -> Colors {
    let dark = theme == Theme::Dark || theme == Theme::System && platform::prefers_dark();
    if dark { Colors::Dark } else { Colors::Light }
}
