//! What a reader has chosen: the whole of it, small enough to copy and to
//! stand in a link.

use crate::date::{Date, Span};
use crate::graph::{Filter, Query};
use crate::locale::Locale;
use crate::model::id::{AccountId, StepId};
use crate::model::{Ecosystem, Subject};

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system asks.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Light on dark.
    Dark,
}

/// What of the story is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The network as a picture, and the timeline.
    #[default]
    Both,
    /// The network alone.
    Network,
    /// The timeline alone.
    Timeline,
    /// The network as a table, and the timeline.
    Table,
    /// The network as each account tells it, side by side, and the timeline.
    Compare,
}

impl View {
    /// Whether the network is shown, as a picture or as a table.
    pub const fn has_network(self) -> bool {
        !matches!(self, Self::Timeline)
    }

    /// Whether the timeline is shown.
    pub const fn has_timeline(self) -> bool {
        !matches!(self, Self::Network)
    }

    /// The view where only one of several accounts is seen, or where they are seen as one.
    const fn alone(self) -> Self {
        match self {
            Self::Compare => Self::Both,
            _ => self,
        }
    }
}

/// Before whom it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// A reader, on the page.
    #[default]
    Page,
    /// A room: the picture and a sentence, large.
    Room,
    /// Whoever speaks to the room: notes, clock and what comes next.
    Lectern,
}

/// What a reader chose that makes a part of the picture stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the details are about.
    pub focus: Option<Subject>,
    /// The legend entry that is pressed.
    pub filter: Option<Filter>,
    /// The step at which the story is being told.
    pub step: Option<StepId>,
}

/// Everything that a link restores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The language.
    pub locale: Locale,
    /// The colours.
    pub theme: Theme,
    /// What the details are about.
    pub focus: Option<Subject>,
    /// The day that everything shows.
    pub date: Date,
    /// Whether the layer of relations is on.
    pub relations: bool,
    /// Whose members are shown; everybody's if nobody's.
    pub account: Option<AccountId>,
    /// The legend entry that is pressed.
    pub filter: Option<Filter>,
    /// What the timeline's close-up shows.
    pub window: Span,
    /// What of the story is shown.
    pub view: View,
    /// Whether the controls are shown; an embedded page can be without.
    pub controls: bool,
    /// The step at which the story is being told; none where nobody tells it.
    pub step: Option<StepId>,
    /// Before whom it is shown.
    pub stage: Stage,
    /// How long a step stays before the room, in seconds, where the story goes on by itself.
    pub kiosk: Option<u16>,
}

impl State {
    /// The state of a first visit.
    pub fn opening(ecosystem: &Ecosystem, locale: Locale) -> Self {
        Self {
            locale,
            theme: Theme::default(),
            focus: None,
            date: ecosystem.as_of,
            relations: false,
            account: None,
            filter: None,
            window: ecosystem.window,
            view: View::default(),
            controls: true,
            step: None,
            stage: Stage::default(),
            kiosk: None,
        }
    }

    /// The state in which a step is told, or in which nothing is told any more: what is
    /// shown follows the step, how it is shown stays.
    #[must_use]
    pub fn telling(self, ecosystem: &Ecosystem, step: Option<StepId>) -> Self {
        let told = Self { step, ..self };
        let Some(step) = step else { return told };
        // A step shows all that its sources say as one.
        let view = self.view.alone();
        let step = &ecosystem.steps[step];
        Self {
            date: step.date,
            focus: step.focus,
            relations: step.relations,
            account: None,
            filter: None,
            view,
            window: step.window.unwrap_or(ecosystem.window),
            ..told
        }
        .with_date_in_window()
    }

    /// This state as a full page shows it: with the picture and the timeline, one of which a frame
    /// may leave out for want of room.
    #[must_use]
    pub const fn whole(self) -> Self {
        let view = match self.view {
            View::Table | View::Compare => self.view,
            View::Both | View::Network | View::Timeline => View::Both,
        };
        Self {
            view,
            controls: true,
            ..self
        }
    }

    /// What the network is asked for.
    pub const fn query(&self) -> Query {
        Query {
            date: self.date,
            account: self.account,
            relations: self.relations,
        }
    }

    /// What stands out.
    pub const fn choice(&self) -> Choice {
        Choice {
            focus: self.focus,
            filter: self.filter,
            step: self.step,
        }
    }

    /// The state after an action.
    #[must_use]
    pub fn apply(self, action: Action) -> Self {
        match action {
            Action::Focus(focus) => Self { focus, ..self },
            Action::MoveTo(date) => Self { date, ..self }.with_date_in_window(),
            Action::Visit(subject, date) => Self {
                focus: Some(subject),
                date,
                ..self
            }
            .with_date_in_window(),
            Action::ShowRelations(relations) => Self {
                relations,
                filter: self
                    .filter
                    .filter(|filter| relations || !matches!(filter, Filter::Relation(_))),
                ..self
            },
            // One account's picture is seen alone.
            Action::Hear(account) => Self {
                account,
                view: self.view.alone(),
                ..self
            },
            Action::Pick(filter) => Self { filter, ..self },
            Action::Zoom(window) => Self { window, ..self },
            Action::Speak(locale) => Self { locale, ..self },
            Action::Paint(theme) => Self { theme, ..self },
            Action::Show(view) => Self { view, ..self }.with_accounts_in_view(),
            Action::Restore(state) => state,
        }
    }

    /// The state of all accounts, where these stand side by side.
    pub(crate) const fn with_accounts_in_view(self) -> Self {
        match self.view {
            View::Compare => Self {
                account: None,
                ..self
            },
            _ => self,
        }
    }

    /// The window moved, at its length, as little as the day needs to be seen.
    #[must_use]
    pub fn with_date_in_window(self) -> Self {
        let Span { first, last } = self.window;
        let by = if self.date < first {
            self.date.days() - first.days()
        } else if self.date > last {
            self.date.days() - last.days()
        } else {
            0
        };
        let window = Span {
            first: first.plus_days(by),
            last: last.plus_days(by),
        };
        Self { window, ..self }
    }
}

/// What a reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose what the details are about, or nothing.
    Focus(Option<Subject>),
    /// Moved the day.
    MoveTo(Date),
    /// Chose an event and went to its day.
    Visit(Subject, Date),
    /// Switched the layer of relations.
    ShowRelations(bool),
    /// Asked for one account's members, or everybody's.
    Hear(Option<AccountId>),
    /// Pressed a legend entry, or released it.
    Pick(Option<Filter>),
    /// Set the timeline's close-up.
    Zoom(Span),
    /// Switched the language.
    Speak(Locale),
    /// Switched the colours.
    Paint(Theme),
    /// Asked for a part of the page, or for the table.
    Show(View),
    /// Followed a link, or went back.
    Restore(State),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::Id;

    fn state() -> State {
        let ecosystem = Ecosystem {
            window: Span::between(Date::from_days(100), Date::from_days(200)),
            ..Ecosystem::default()
        };
        State::opening(&ecosystem, Locale::Ar)
    }

    #[test]
    fn the_window_follows_the_day_as_little_as_it_must() {
        let window = |day| {
            let window = state().apply(Action::MoveTo(Date::from_days(day))).window;
            (window.first.days(), window.last.days())
        };
        assert_eq!(window(150), (100, 200));
        assert_eq!(window(90), (90, 190));
        assert_eq!(window(260), (160, 260));
    }

    #[test]
    fn switching_relations_off_releases_their_filter_only() {
        let picked = |filter| {
            let on = state()
                .apply(Action::ShowRelations(true))
                .apply(Action::Pick(Some(filter)));
            on.apply(Action::ShowRelations(false)).filter
        };
        assert_eq!(picked(Filter::Relation(Id::from_index(0))), None);
        assert_eq!(picked(Filter::Listed), Some(Filter::Listed));
    }

    #[test]
    fn a_part_of_the_page_is_the_network_or_the_timeline_and_never_nothing() {
        let parts = |view: View| (view.has_network(), view.has_timeline());
        assert_eq!(parts(View::Both), (true, true));
        assert_eq!(parts(View::Table), (true, true));
        assert_eq!(parts(View::Compare), (true, true));
        assert_eq!(parts(View::Network), (true, false));
        assert_eq!(parts(View::Timeline), (false, true));
    }

    #[test]
    fn the_whole_page_leaves_nothing_out_and_shows_the_same() {
        let told = state().apply(Action::MoveTo(Date::from_days(120)));
        let framed = |view| State {
            view,
            controls: false,
            ..told
        };
        for part in [View::Both, View::Network, View::Timeline] {
            assert_eq!(framed(part).whole(), told);
        }
        for view in [View::Table, View::Compare] {
            assert_eq!(framed(view).whole(), told.apply(Action::Show(view)));
        }
    }

    #[test]
    fn one_account_is_seen_alone_and_several_are_seen_without_one() {
        let account = Some(AccountId::from_index(0));
        let heard = state().apply(Action::Hear(account));
        let compared = heard.apply(Action::Show(View::Compare));
        assert_eq!((compared.view, compared.account), (View::Compare, None));
        assert_eq!(compared.apply(Action::Hear(account)), heard);
        let table = heard.apply(Action::Show(View::Table));
        assert_eq!(table.account, account, "a table has members as a picture");
        assert_eq!(table.apply(Action::Hear(None)).view, View::Table);
    }

    #[test]
    fn a_language_switch_keeps_everything_else() {
        let before = state().apply(Action::MoveTo(Date::from_days(120)));
        let after = before.apply(Action::Speak(Locale::En));
        assert_eq!(
            after,
            State {
                locale: Locale::En,
                ..before
            }
        );
    }
}
