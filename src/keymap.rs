//! What keys mean. Arrows are spatial: in Arabic the left one goes forward.

#[cfg(feature = "studio")]
pub mod stage;

use crate::date::Date;
use crate::geometry::Vec2;
use crate::locale::Direction;
use crate::model::Ecosystem;

/// A key that the page knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the keys")]
pub enum Key {
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Enter,
    Space,
    Escape,
    Plus,
    Minus,
    Zero,
}

/// Whether Ctrl, Alt or ⌘ is down: then the key is the browser's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Modifiers {
    None,
    Some,
}

impl Key {
    /// The key of this name (UI Events `KeyboardEvent.key`).
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::Home,
            "End" => Self::End,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            "Enter" => Self::Enter,
            " " => Self::Space,
            "Escape" => Self::Escape,
            "+" | "=" => Self::Plus,
            "-" | "_" => Self::Minus,
            "0" | "٠" => Self::Zero,
            _ => return None,
        })
    }

    /// Where an arrow points, in logical coordinates (x towards the inline end).
    pub fn heading(self, direction: Direction) -> Option<Vec2> {
        Some(match self {
            Self::Left => Vec2::new(-direction.sign(), 0.0),
            Self::Right => Vec2::new(direction.sign(), 0.0),
            Self::Up => Vec2::new(0.0, -1.0),
            Self::Down => Vec2::new(0.0, 1.0),
            _ => return None,
        })
    }
}

/// What a key asks of the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NetworkCommand {
    /// Go to the next node that way.
    Go(Vec2),
    /// Go to the first node.
    First,
    /// Go to the last node.
    Last,
    /// Choose the node.
    Choose,
    /// Choose nothing.
    Leave,
    /// Enlarge (above 1) or reduce (below 1) the picture by this factor.
    Zoom(f64),
    /// Show the whole picture.
    Fit,
}

/// How much a key or a button enlarges the picture.
pub const ZOOM_STEP: f64 = 1.4;

/// The meaning of a key while a node has the keyboard.
pub fn network(key: Key, modifiers: Modifiers, direction: Direction) -> Option<NetworkCommand> {
    if modifiers == Modifiers::Some {
        return None;
    }
    if let Some(heading) = key.heading(direction) {
        return Some(NetworkCommand::Go(heading));
    }
    Some(match key {
        Key::Home => NetworkCommand::First,
        Key::End => NetworkCommand::Last,
        Key::Enter | Key::Space => NetworkCommand::Choose,
        Key::Escape => NetworkCommand::Leave,
        Key::Plus => NetworkCommand::Zoom(ZOOM_STEP),
        Key::Minus => NetworkCommand::Zoom(1.0 / ZOOM_STEP),
        Key::Zero => NetworkCommand::Fit,
        _ => return None,
    })
}

/// Forward (+1) or back (−1) in time, for an arrow along the time axis; lanes
/// and lists go with the vertical arrows.
pub fn step(key: Key, modifiers: Modifiers, direction: Direction) -> Option<i32> {
    if modifiers == Modifiers::Some {
        return None;
    }
    let heading = key.heading(direction)?;
    Some(if heading.x + heading.y > 0.0 { 1 } else { -1 })
}

/// The day of the next event after a day, or of the one before it; where there
/// is none, the day itself.
pub fn neighboring_event_day(story: &Ecosystem, date: Date, forward: bool) -> Option<Date> {
    let days = story.events.iter().map(|(_, event)| event.when.first_day());
    if forward {
        let latest = [story.as_of].into_iter();
        days.chain(latest).filter(|day| *day > date).min()
    } else {
        days.filter(|day| *day < date).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_arabic_the_left_arrow_goes_forward() {
        let step = |key, direction| step(key, Modifiers::None, direction);
        assert_eq!(step(Key::Left, Direction::RightToLeft), Some(1));
        assert_eq!(step(Key::Right, Direction::RightToLeft), Some(-1));
        assert_eq!(step(Key::Right, Direction::LeftToRight), Some(1));
        assert_eq!(step(Key::Down, Direction::RightToLeft), Some(1));
        assert_eq!(step(Key::Home, Direction::RightToLeft), None);
    }

    #[test]
    fn a_modified_key_is_the_browsers() {
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            assert_eq!(network(Key::Plus, Modifiers::Some, direction), None);
            assert_eq!(step(Key::Left, Modifiers::Some, direction), None);
        }
    }
}
