//! The browser's program: shows the page in the element made for it.
//!
//! What stands in the element meanwhile stays until there is something better: a page
//! that can be read is not given up for one that says what is wrong.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the story that the page carries, and leaves when the studio takes its place. Where the
/// page carries none, it says so, and the studio comes, which can read the story's file.
#[cfg(all(target_arch = "wasm32", feature = "csr", not(feature = "studio")))]
fn main() {
    use tahaluf::platform::{self, Moment};
    use tahaluf::ui::{App, AppProps, carried};

    let Some(root) = gloo::utils::document().get_element_by_id(platform::APP) else {
        return;
    };
    let Some(atlas) = carried() else {
        return platform::announce(Moment::Unread);
    };
    platform::announce(Moment::Starting);
    let props = AppProps::of(atlas);
    let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
    let leave = move |_: &_| app.destroy();
    gloo::events::EventListener::once(&root, Moment::Starting.name(), leave).forget();
}

/// The studio. It shows the story or, where nothing else can be read, what is wrong with it.
#[cfg(all(target_arch = "wasm32", feature = "csr", feature = "studio"))]
fn main() {
    use tahaluf::platform::{self, Moment};
    use tahaluf::ui::{Page, PageProps, Story};

    Story::find(|story| {
        let Some(root) = gloo::utils::document().get_element_by_id(platform::APP) else {
            return;
        };
        if !matches!(story, Story::Here(_)) && root.has_attribute("data-prerendered") {
            return platform::announce(Moment::Failed);
        }
        platform::announce(Moment::Starting);
        // The app that was here leaves first.
        platform::soon(|| {
            yew::Renderer::<Page>::with_root_and_props(root, PageProps { story }).render();
        });
    });
}

/// Natively there is nothing to show it in; the library has the same page.
#[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
fn main() {}
