//! The browser's program: shows the page in the element made for it.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What stands in the element meanwhile stays until there is something better: a
/// page that can be read is not given up for one that says what is wrong.
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
fn main() {
    use tahaluf::platform::{self, Moment};
    use tahaluf::ui::{Page, PageProps, Story};

    Story::find(|story| {
        let Some(root) = gloo::utils::document().get_element_by_id(platform::APP) else {
            return;
        };
        if !matches!(story, Story::Here(_)) && root.has_attribute("data-still") {
            platform::announce(Moment::Failed);
            return;
        }
        platform::announce(Moment::Starting);
        yew::Renderer::<Page>::with_root_and_props(root, PageProps { story }).render();
    });
}

/// Natively there is nothing to show it in; the library has the same page.
#[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
fn main() {}
