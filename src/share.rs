//! A view of the story for the pages of others: a link, and markup to be copied.
//!
//! From the site's address, what is shown and what was chosen, to a text. Five forms, from
//! the plainest: a [`Form::Link`]; a frame of a fixed height; the same with a few hundred
//! bytes of script that make it as tall as what is in it; an element that our script fills,
//! with a picture until then; and that picture alone, for mail and feeds.
//!
//! A frame gets what it needs and no more: scripts, links in new tabs, downloads. It never
//! gets `allow-same-origin`: with scripts, on the site of the story itself, a frame could
//! take off its own sandbox.

mod markup;

use crate::atlas::Atlas;
use crate::drawing::{self, Drawing};
use crate::graph::Slice;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::isolate::without_controls;
use crate::permalink::{self, Link};
use crate::scene::statement;
use crate::state::{Stage, State, Theme, View};
use markup::Tag;
use std::ops::RangeInclusive;

/// How wide a frame can be made, in CSS px; the page is good from the first.
pub const WIDTHS: RangeInclusive<u32> = 300..=2000;
/// How tall a frame can be made, in CSS px; it never says less than the first.
pub const HEIGHTS: RangeInclusive<u32> = 200..=4000;
/// How tall an embedded page is, in CSS px, whatever its width and its language, and whatever is
/// chosen on it: `assets/style.css` makes it so. Lists, tables and relations are as long as a story,
/// and a frame that does not grow scrolls.
pub const EMBED_HEIGHT: u32 = 700;
/// The width of an article's column, in CSS px: how wide a frame of the full width is
/// thought to be.
pub const COLUMN: u32 = 680;

/// What a frame may do (HTML, the `sandbox` attribute).
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
/// What a frame may ask the browser for (Permissions Policy). Not `web-share`, which the
/// page in a frame has no use for: where a browser does not know it, it warns the reader of
/// the other page.
const ALLOW: &str = "fullscreen; clipboard-write";

/// Makes every frame of ours as tall as it says, and only the one that says it. The same
/// in every snippet, so that a strict page can allow it by its hash; it may stand several
/// times on a page. The message is that of AMP, which others have taken over.
///
/// Without `&` and `<`: publishing systems write them otherwise, and break the script.
pub const RESIZER: &str = concat!(
    r#"addEventListener("message",function(e){var d=e.data||0;"#,
    r#"if(d.sentinel==="amp")if(d.type==="embed-size")"#,
    r#"document.querySelectorAll("iframe[data-tahaluf]").forEach(function(f){"#,
    r#"var h=d.height;if(f.contentWindow===e.source)if(h>0)if(20001>h)"#,
    r#"f.style.height=Math.ceil(h)+"px"})})"#,
);

/// Where this page is, as far as others can come to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// On a site, whose top has this address, with a slash at its end.
    Site(String),
    /// In one file on a server, at this address: there is no page to embed.
    File(String),
    /// In one file on the reader's own device.
    Disk,
}

impl Place {
    /// The place of a page: `top` is the site's address where the page names one, `page`
    /// the page's own, without a fragment.
    ///
    /// ```
    /// use tahaluf::share::Place;
    /// let top = Some("https://example.org/chips/".to_owned());
    /// assert_eq!(
    ///     Place::of(top, "http://localhost:8080/"),
    ///     Place::Site("https://example.org/chips/".to_owned()),
    /// );
    /// assert_eq!(Place::of(None, "file:///tmp/chips.html"), Place::Disk);
    /// ```
    pub fn of(top: Option<String>, page: &str) -> Self {
        let is_public = |address: &str| {
            let schemes = ["https://", "http://"];
            schemes.iter().any(|scheme| address.starts_with(scheme))
        };
        match top.filter(|top| is_public(top)) {
            Some(top) => Self::Site(top),
            None if is_public(page) => Self::File(page.to_owned()),
            None => Self::Disk,
        }
    }
}

/// A form of sharing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The address of exactly this view.
    #[default]
    Link,
    /// A frame of a fixed height.
    Frame,
    /// A frame that becomes as tall as what is in it.
    Fitting,
    /// An element that our script fills.
    Script,
    /// A still picture that leads to the story.
    Picture,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Link,
        Self::Frame,
        Self::Fitting,
        Self::Script,
        Self::Picture,
    ];

    /// Whether it shows the story in a frame.
    pub const fn is_framed(self) -> bool {
        matches!(self, Self::Frame | Self::Fitting | Self::Script)
    }

    /// Whether what it shows can be chosen; a still picture is of the story's opening.
    pub const fn has_view(self) -> bool {
        !matches!(self, Self::Picture)
    }

    /// Whether it has a width of its own.
    pub const fn has_width(self) -> bool {
        !matches!(self, Self::Link)
    }
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The form.
    pub form: Form,
    /// What is shown, in which language and colours.
    pub state: State,
    /// How wide, in CSS px; none: as wide as there is room.
    pub width: Option<u32>,
    /// How tall, in CSS px; none: as tall as the page in it.
    pub height: Option<u32>,
}

impl Choices {
    /// What is chosen before anything is: a link to this view. It leads to the page,
    /// whatever stage the view is on here.
    pub const fn of(state: State) -> Self {
        Self {
            form: Form::Link,
            state: State {
                stage: Stage::Page,
                ..state
            },
            width: None,
            height: None,
        }
    }

    /// How wide the frame is, in CSS px, or is thought to be.
    pub fn width(&self) -> u32 {
        self.width.unwrap_or(COLUMN)
    }

    /// How tall the frame is, in CSS px.
    pub fn height(&self) -> u32 {
        self.height.unwrap_or(EMBED_HEIGHT)
    }
}

/// A number that was typed, within what it may be; none where it is no number.
///
/// ```
/// use tahaluf::share::{WIDTHS, within};
/// assert_eq!(within(&WIDTHS, "12"), Some(300));
/// assert_eq!(within(&WIDTHS, " 640 "), Some(640));
/// assert_eq!(within(&WIDTHS, ""), None);
/// ```
pub fn within(bounds: &RangeInclusive<u32>, typed: &str) -> Option<u32> {
    let number: u32 = typed.trim().parse().ok()?;
    Some(number.max(*bounds.start()).min(*bounds.end()))
}

/// The text to be copied: an address, or markup.
pub fn snippet(site: &str, atlas: &Atlas, choices: &Choices) -> String {
    let sharing = Sharing {
        site,
        atlas,
        choices,
    };
    match choices.form {
        Form::Link => sharing.page(),
        Form::Frame => sharing.frame().text(),
        Form::Fitting => sharing.fitting(),
        Form::Script => sharing.script(),
        Form::Picture => sharing.picture("png").text(),
    }
}

/// The address of one file that restores a view, wherever the file lies; with no
/// address of the file, what is to be added to it.
pub fn file_address(file: &str, atlas: &Atlas, state: State) -> String {
    [file, "#", &fragment(atlas, state)].concat()
}

fn fragment(atlas: &Atlas, state: State) -> String {
    let foreign = Vec::new();
    permalink::encode(&Link { state, foreign }, atlas)
}

/// The name of a still picture in a language; the system's colours are not known where
/// it will be seen, and are taken to be light.
pub fn picture_name(locale: Locale, theme: Theme, kind: &str) -> String {
    let theme = match theme {
        Theme::Dark => "dark",
        Theme::System | Theme::Light => "light",
    };
    ["picture-", locale.tag(), "-", theme, ".", kind].concat()
}

/// The height of a still picture of this width, in px.
pub fn picture_height(atlas: &Atlas, locale: Locale, width: u32) -> u32 {
    let state = State::opening(atlas.ecosystem(), locale);
    // As large in any colours.
    let colors = drawing::theme::Theme::Light;
    let size = Drawing::plate(atlas, &pictured(atlas, state), colors, None).size();
    let height = f64::from(width) * size.height / size.width;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pictures are some thousand pixels high"
    )]
    let height = height.round() as u32;
    height
}

/// The state of which the still pictures are: the network, as the story opens.
pub fn pictured(atlas: &Atlas, state: State) -> State {
    State {
        theme: state.theme,
        view: View::Network,
        ..State::opening(atlas.ecosystem(), state.locale)
    }
}

/// What a still picture shows, in a sentence.
pub fn picture_text(atlas: &Atlas, locale: Locale) -> String {
    let state = State::opening(atlas.ecosystem(), locale);
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let statement = statement::of(atlas, &state, &slice);
    let words = Messages::of(locale);
    let title = without_controls(atlas.ecosystem().title.get(locale));
    [
        words.network,
        words.colon,
        &title,
        ". ",
        &statement.sentence(locale),
    ]
    .concat()
}

/// What a snippet is made of.
struct Sharing<'a> {
    site: &'a str,
    atlas: &'a Atlas,
    choices: &'a Choices,
}

impl Sharing<'_> {
    /// The address of the page at this view.
    fn page(&self) -> String {
        let state = State {
            controls: true,
            ..self.choices.state
        };
        self.address("", state)
    }

    /// The address of the page to be framed, at this view.
    fn embed(&self) -> String {
        self.address("embed/", self.choices.state)
    }

    fn address(&self, kind: &str, state: State) -> String {
        let page = [self.site, kind, state.locale.folder()].concat();
        file_address(&page, self.atlas, state)
    }

    /// The story's headline.
    fn title(&self) -> String {
        let locale = self.choices.state.locale;
        without_controls(self.atlas.ecosystem().title.get(locale))
    }

    fn frame(&self) -> Tag {
        self.frame_at_least(self.choices.height())
    }

    /// A frame that stands at its height at once, and keeps at least another where a
    /// page's own style would let it collapse.
    fn frame_at_least(&self, least: u32) -> Tag {
        let height = self.choices.height();
        let width = self.choices.width.map(|number| number.to_string());
        let style = match &width {
            None => ["border:0;width:100%;min-height:", &least.to_string(), "px"].concat(),
            Some(_) => [
                "border:0;max-width:100%;min-height:",
                &least.to_string(),
                "px",
            ]
            .concat(),
        };
        Tag::new("iframe")
            .set("src", &self.embed())
            .set("title", &self.title())
            .set("loading", "lazy")
            .set("width", width.as_deref().unwrap_or("100%"))
            .set("height", &height.to_string())
            .set("style", &style)
            .set("sandbox", SANDBOX)
            .set("allow", ALLOW)
    }

    fn fitting(&self) -> String {
        let frame = self.frame_at_least(*HEIGHTS.start());
        let frame = frame.set("data-tahaluf", "");
        [&frame.text(), "\n<script>", RESIZER, "</script>"].concat()
    }

    fn script(&self) -> String {
        let load = Tag::new("script")
            .set("src", &[self.site, "story-element.js"].concat())
            .flag("defer");
        let width = self.choices.width.map(|number| number.to_string());
        let story = Tag::new("tahaluf-story")
            .set("src", &self.embed())
            .set("title", &self.title())
            .maybe("width", width.as_deref())
            .set("height", &self.choices.height().to_string())
            .child(&self.picture("svg"));
        [load.text(), story.text()].join("\n")
    }

    /// A picture in a link to the page. Its size is said twice: mail knows the
    /// attributes, a narrow page the style.
    fn picture(&self, kind: &str) -> Tag {
        let State { locale, theme, .. } = self.choices.state;
        let shown = self.choices.width.unwrap_or(COLUMN);
        let picture = Tag::new("img")
            .set(
                "src",
                &[self.site, &picture_name(locale, theme, kind)].concat(),
            )
            .set("alt", &picture_text(self.atlas, locale))
            .set("width", &shown.to_string())
            .set(
                "height",
                &picture_height(self.atlas, locale, shown).to_string(),
            )
            .set("style", "border:0;max-width:100%;height:auto");
        Tag::new("a").set("href", &self.page()).child(&picture)
    }
}

#[cfg(test)]
mod tests;
