//! What is in the dialog: the forms, what can be chosen of one, the text, and a preview.

use super::DIALOG;
use super::download::{downloads, pictures};
use super::preview::preview;
use crate::locale::Locale;
use crate::locale::catalog::Messages;
use crate::locale::catalog::share::ShareMessages;
use crate::platform;
use crate::share::{self as sharing, Choices, Form, HEIGHTS, Place, WIDTHS};
use crate::state::{Action, State, Theme, View};
use crate::ui::context::SharedAtlas;
use crate::ui::controls::button;
use crate::ui::element::{Element, el, span};
use std::ops::RangeInclusive;
use yew::html::onchange;
use yew::prelude::*;

/// The id of the field with the text to be copied.
const CODE: &str = "share-code";
/// The id of the field of the width.
const WIDTH: &str = "share-width";
/// The id of the field of the height.
const HEIGHT: &str = "share-height";

/// What is in the dialog while it is open.
pub(super) struct Panel<'a> {
    pub(super) atlas: &'a SharedAtlas,
    pub(super) locale: Locale,
    pub(super) place: Place,
    pub(super) choices: Choices,
    pub(super) choose: Callback<Choices>,
    pub(super) status: &'a UseStateHandle<&'static str>,
}

impl Panel<'_> {
    const fn words(&self) -> &'static ShareMessages {
        ShareMessages::of(self.locale)
    }

    pub(super) fn view(&self) -> Element {
        let words = self.words();
        let close = Callback::from(|_: MouseEvent| platform::close_dialog(DIALOG));
        let close = button(close)
            .fixed(&[("id", "share-close"), ("class", "tool")])
            .text(words.close);
        let heading = el("h2").set("id", "share-heading").text(words.heading);
        let output = el("output")
            .fixed(&[("class", "share-status"), ("role", "status")])
            .text(self.status);
        let head = el("div").class("share-head").child(heading);
        let head = head.child(output).child(close);
        let address = self.own_address();
        let panel = el("div").class("share-panel").child(head);
        let panel = panel.child(self.first(address.as_deref()));
        let panel = match &self.place {
            Place::Site(site) => panel
                .child(self.forms())
                .child(el("p").class("share-help").text(self.help()))
                .child(el("div").class("share-options").children(self.options()))
                .child(self.code(&sharing::snippet(site, self.atlas, &self.choices)))
                .child_if(self.choices.form.has_width().then(|| self.preview())),
            Place::File(file) => panel
                .child(el("p").class("share-help").text(words.one_file))
                .child(self.code(&self.file_address(file))),
            Place::Disk => panel
                .child(el("p").class("share-help").text(words.on_disk))
                .child(self.code(&self.file_address(""))),
        };
        let (atlas, status) = (self.atlas, self.status.setter());
        let state = self.choices.state;
        panel.child(downloads(atlas, state, address.as_deref(), words, &status))
    }

    /// What most readers open the dialog for: the link and the picture of what they see.
    fn first(&self, address: Option<&str>) -> Element {
        let (words, status) = (self.words(), self.status.setter());
        let link = address.map(|address| {
            let copy = button(self.copying(address, Choices::of(self.choices.state)));
            let copy = copy.fixed(&[("id", "share-link"), ("class", "tool main")]);
            copy.text(words.copy_link)
        });
        let pictures = pictures(self.atlas, self.choices.state, words, &status);
        el("div")
            .class("share-tools")
            .children(link)
            .children(pictures)
    }

    /// The address of what is shown, where there is one for others.
    fn own_address(&self) -> Option<String> {
        let link = Choices::of(self.choices.state);
        match &self.place {
            Place::Site(site) => Some(sharing::snippet(site, self.atlas, &link)),
            Place::File(file) => Some(self.file_address(file)),
            Place::Disk => None,
        }
    }

    fn file_address(&self, file: &str) -> String {
        sharing::file_address(file, self.atlas, self.choices.state)
    }

    fn help(&self) -> &'static str {
        match self.choices.form {
            Form::Link => self.words().link_help,
            Form::Frame => self.words().frame_help,
            Form::Fitting => self.words().fitting_help,
            Form::Script => self.words().script_help,
            Form::Picture => self.words().picture_help,
        }
    }

    fn forms(&self) -> Element {
        let words = self.words();
        let forms = Form::ALL.map(|form| {
            let name = match form {
                Form::Link => words.link,
                Form::Frame => words.frame,
                Form::Fitting => words.fitting,
                Form::Script => words.script,
                Form::Picture => words.picture,
            };
            self.radio(
                "share-form",
                name,
                Choices {
                    form,
                    ..self.choices
                },
            )
        });
        group(words.form, forms)
    }

    fn options(&self) -> Vec<Element> {
        let (words, form) = (self.words(), self.choices.form);
        let mut options = vec![self.languages()];
        if form.has_view() {
            options.push(self.views());
        }
        options.push(self.colors());
        if form.has_width() {
            options.push(self.widths());
        }
        if form.is_framed() {
            let label = if form == Form::Frame {
                words.height_px
            } else {
                words.first_height_px
            };
            let choices = self.choices;
            let typed = self.typed(move |text| Choices {
                height: sharing::within(&HEIGHTS, text),
                ..choices
            });
            options.push(number(HEIGHT, label, &HEIGHTS, choices.height(), &typed));
            options.push(self.controls());
        }
        options
    }

    fn languages(&self) -> Element {
        let languages = Locale::ALL.map(|locale| {
            // A language's name in itself.
            let name = Messages::of(locale.other()).other_language;
            let radio = self.changing("share-language", name, Action::Speak(locale));
            radio.set("lang", locale.tag())
        });
        group(self.words().language, languages)
    }

    fn views(&self) -> Element {
        let words = self.words();
        let mut views = vec![
            (View::Both, words.both),
            (View::Network, words.network),
            (View::Timeline, words.timeline),
            (View::Table, words.table),
        ];
        if self.atlas.ecosystem().is_comparable() {
            views.push((View::Compare, words.compare));
        }
        let views = views.into_iter();
        let views = views.map(|(view, name)| self.changing("share-view", name, Action::Show(view)));
        group(words.view, views)
    }

    fn colors(&self) -> Element {
        let words = Messages::of(self.locale);
        let themes = [
            (Theme::System, words.theme_system),
            (Theme::Light, words.theme_light),
            (Theme::Dark, words.theme_dark),
        ];
        let themes =
            themes.map(|(theme, name)| self.changing("share-theme", name, Action::Paint(theme)));
        group(self.words().colors, themes)
    }

    fn widths(&self) -> Element {
        let (words, choices) = (self.words(), self.choices);
        let full = Choices {
            width: None,
            ..choices
        };
        let fixed = Choices {
            width: Some(choices.width()),
            ..choices
        };
        let group = group(
            words.width,
            [
                self.radio("share-width-kind", words.full, full),
                self.radio("share-width-kind", words.fixed, fixed),
            ],
        );
        let field = choices.width.map(|width| {
            let typed = self.typed(move |text| Choices {
                width: Some(sharing::within(&WIDTHS, text).unwrap_or(width)),
                ..choices
            });
            number(WIDTH, words.width_px, &WIDTHS, width, &typed)
        });
        el("div").class("share-width").child(group).child_if(field)
    }

    fn controls(&self) -> Element {
        let state = State {
            controls: !self.choices.state.controls,
            ..self.choices.state
        };
        let choose = self.choosing(Choices {
            state,
            ..self.choices
        });
        let field = el("input")
            .fixed(&[("id", "share-controls"), ("type", "checkbox")])
            .checked(self.choices.state.controls)
            .on(onchange::Wrapper::new(choose));
        let label = el("label").class("share-check").child(field);
        label.text(self.words().controls)
    }

    /// One of several choices that changes what is shown.
    fn changing(&self, of: &'static str, name: &str, action: Action) -> Element {
        let state = self.choices.state.apply(action);
        let next = Choices {
            state,
            ..self.choices
        };
        self.radio(of, name, next)
    }

    /// One of several choices: what is chosen then, and whether it is already.
    fn radio(&self, of: &'static str, name: &str, next: Choices) -> Element {
        let field = el("input")
            .fixed(&[("type", "radio"), ("class", "unseen"), ("name", of)])
            .checked(next == self.choices)
            .on(onchange::Wrapper::new(self.choosing(next)));
        el("label").child(field).text(name)
    }

    fn choosing(&self, next: Choices) -> Callback<Event> {
        self.choose.reform(move |_| next)
    }

    /// A number's field has been filled in.
    fn typed(&self, meaning: impl Fn(&str) -> Choices + 'static) -> Callback<&'static str> {
        let choose = self.choose.clone();
        Callback::from(move |id| {
            choose.emit(meaning(&platform::value(id).unwrap_or_default()));
        })
    }

    /// The text, and what can be done with it.
    fn code(&self, text: &str) -> Element {
        let words = self.words();
        let markup = !matches!(self.choices.form, Form::Link);
        let name = if markup { words.code } else { words.link };
        let field = el("textarea")
            .fixed(&[
                ("id", CODE),
                ("dir", "ltr"),
                ("translate", "no"),
                ("spellcheck", "false"),
                ("readonly", "readonly"),
            ])
            .set("rows", if markup { "7" } else { "2" })
            .set("lang", self.choices.state.locale.tag())
            .value(text);
        let label = el("label").set("for", CODE).text(name);
        let copy = button(self.copying(text, self.choices))
            .fixed(&[("id", "share-copy"), ("class", "tool main")])
            .text(words.copy);
        let tools = el("div").class("share-tools").child(copy);
        let tools = tools.child_if(self.send(text));
        el("div")
            .class("share-code")
            .child(label)
            .child(field)
            .child(tools)
    }

    /// Copies a text, or has the reader copy it from the field, where these choices put it.
    fn copying(&self, text: &str, choices: Choices) -> Callback<MouseEvent> {
        let (status, words, text) = (self.status.setter(), self.words(), text.to_owned());
        let choose = (choices != self.choices).then(|| self.choose.clone());
        Callback::from(move |_: MouseEvent| {
            let (status, choose) = (status.clone(), choose.clone());
            platform::copy(
                &text,
                Box::new(move |copied| {
                    if copied {
                        return status.set(words.copied);
                    }
                    if let Some(choose) = choose {
                        choose.emit(choices);
                    }
                    status.set(words.select);
                    // When the field has been drawn with what was chosen.
                    platform::soon(|| platform::select(CODE));
                }),
            );
        })
    }

    /// The system's own share dialog, for an address and where there is one.
    fn send(&self, address: &str) -> Option<Element> {
        let fits = self.choices.form == Form::Link && self.place != Place::Disk;
        if !fits || !platform::can_send() {
            return None;
        }
        let (status, words) = (self.status.setter(), self.words());
        let story = self.atlas.ecosystem();
        let title = story.title.get(self.choices.state.locale).to_owned();
        let address = address.to_owned();
        let send = Callback::from(move |_: MouseEvent| {
            let status = status.clone();
            platform::send(
                &title,
                &address,
                Box::new(move |sent| status.set(if sent { "" } else { words.not_sent })),
            );
        });
        let send = button(send).fixed(&[("id", "share-send"), ("class", "tool")]);
        Some(send.text(words.send))
    }

    fn preview(&self) -> Element {
        let heading = span("share-legend", self.words().preview);
        let picture = preview(self.atlas, &self.choices);
        el("div")
            .class("share-preview")
            .child(heading)
            .child(picture)
    }
}

/// Several choices of one thing.
fn group(name: &str, choices: impl IntoIterator<Item = Element>) -> Element {
    let segments = el("span").class("segments").children(choices);
    el("fieldset")
        .child(el("legend").class("share-legend").text(name))
        .child(segments)
}

/// A field for a whole number.
fn number(
    id: &'static str,
    name: &str,
    bounds: &RangeInclusive<u32>,
    value: u32,
    typed: &Callback<&'static str>,
) -> Element {
    let changed = typed.reform(move |_: Event| id);
    let field = el("input")
        .fixed(&[("type", "number"), ("step", "10")])
        .set("id", id)
        .set("min", &bounds.start().to_string())
        .set("max", &bounds.end().to_string())
        .value(&value.to_string())
        .on(onchange::Wrapper::new(changed));
    el("label")
        .class("share-number")
        .child(span("share-legend", name))
        .child(field)
}
