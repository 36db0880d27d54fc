//! The entry point in the browser: takes the texts, hydrates the app, nothing else. The loader in
//! `app/src/shell.rs` calls it.

use wasm_bindgen::prelude::wasm_bindgen;

/// Hydrates the page: the language's code, and its texts as the build wrote them. Texts of another
/// build are refused, and the page stays as the server wrote it.
#[wasm_bindgen]
pub fn start(lang: &str, texts_json: &str) {
    console_error_panic_hook::set_once();
    if app::i18n::Texts::load(lang, texts_json) {
        app::navigation::start(|| leptos::mount::hydrate_body(app::App));
    }
}
