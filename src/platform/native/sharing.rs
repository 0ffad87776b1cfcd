//! What those who share ask the browser for: nothing, where there is none.

/// The address of the site's top, where the page names one.
pub fn site_address() -> Option<String> {
    None
}

/// The page's own address, without query and fragment.
pub fn page_address() -> String {
    String::new()
}

/// Opens the dialog of this id over the page.
pub fn open_dialog(_: &str) {}

/// Whether the dialog of this id is open.
pub fn is_dialog_open(_: &str) -> bool {
    false
}

/// Closes the dialog of this id.
pub fn close_dialog(_: &str) {}

/// Selects the text in the field of this id, and gives it the keyboard.
pub fn select(_: &str) {}

/// Puts a text where it can be pasted from; calls back whether it is there.
pub fn copy(_: &str, call: Box<dyn FnOnce(bool)>) {
    call(false);
}

/// Whether there is a share dialog of the system, which sends links.
pub fn can_send() -> bool {
    false
}

/// Opens that dialog with a title and an address; calls back with false where it was
/// refused.
pub fn send(_: &str, _: &str, call: Box<dyn FnOnce(bool)>) {
    call(false);
}
