//! The icon of every page, in the page: as a file it would be one more request of each visit, and
//! some browsers make two of it.

/// How the icon is drawn.
const DRAWING: &str = include_str!("../../assets/icon.svg");

/// The attributes of the link to it.
pub(crate) const KIND: &str = "rel=\"icon\"";

/// The icon as an address (RFC 2397), in which only what would end it or the attribute is encoded.
pub(crate) fn address() -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for character in DRAWING.lines().flat_map(|line| line.trim().chars()) {
        match character {
            '"' => address.push('\''),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '#' => address.push_str("%23"),
            _ => address.push(character),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::quoted;

    #[test]
    fn the_icon_is_an_address_that_stands_in_an_attribute_as_it_is() {
        let address = address();
        assert_eq!(quoted(&address), address);
        let after = address.split_once(',').map_or("", |(_, data)| data);
        let drawing = after
            .replace("%3C", "<")
            .replace("%3E", ">")
            .replace("%23", "#");
        assert!(!drawing.contains('%'), "nothing else is encoded");
        let drawn: String = DRAWING.lines().map(str::trim).collect();
        assert_eq!(drawing, drawn.replace('"', "'"));
    }
}
