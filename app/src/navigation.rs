//! What a browser does on a page load and a single-page app must do itself: focus, scroll position,
//! knowing whether the page is the first one. Does nothing on the server.

#[cfg(feature = "hydrate")]
pub use browser::{
    after_paint, close_details, focus, focus_id, form_search, is_focus_lost, is_hydrated, once_shown, page_ready,
    remember_scroll, replace, set_hidden, set_value, start, sync_form, to_top,
};
#[cfg(not(feature = "hydrate"))]
pub use elsewhere::{after_paint, is_hydrated, page_ready, remember_scroll, replace};

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::{document, window, window_event_listener_untyped};
    use std::cell::{Cell, RefCell};
    use wasm_bindgen::JsCast;
    use web_sys::{
        FocusOptions, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement, ScrollRestoration,
        UrlSearchParams,
    };

    /// Pages whose scroll position is kept.
    const KEPT: usize = 50;

    thread_local! {
        static HYDRATED: Cell<bool> = const { Cell::new(false) };
        static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
        static SCROLLS: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
        static TO_RESTORE: Cell<Option<f64>> = const { Cell::new(None) };
    }

    /// Whether the first page is hydrated: what is built from now on was navigated to.
    #[must_use]
    pub fn is_hydrated() -> bool {
        HYDRATED.get()
    }

    /// Begins to follow the reader (once, before hydration); `hydrated` runs the hydration.
    pub fn start(hydrate: impl FnOnce()) {
        restore_by_hand(true);
        SHOWN.set(address());
        for event in ["click", "submit"] {
            drop(window_event_listener_untyped(event, |_| remember_scroll()));
        }
        drop(window_event_listener_untyped("popstate", |_| {
            remember_scroll();
            let here = address();
            let kept = SCROLLS.with_borrow(|all| all.iter().find(|(page, _)| *page == here).map(|(_, y)| *y));
            TO_RESTORE.set(Some(kept.unwrap_or_default()));
            SHOWN.set(here);
        }));
        // A page that is left or reloaded is the browser's own affair again.
        drop(window_event_listener_untyped("pagehide", |_| restore_by_hand(false)));
        drop(window_event_listener_untyped("pageshow", |_| restore_by_hand(true)));
        hydrate();
        HYDRATED.set(true);
        // Said in the page, so that tests (and a curious person) can see that the client is awake.
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-client", "ready");
        }
    }

    fn restore_by_hand(by_hand: bool) {
        if let Ok(history) = window().history() {
            let mode = if by_hand { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
            let _ = history.set_scroll_restoration(mode);
        }
    }

    /// Says another address for the page that is shown, without going anywhere.
    pub fn replace(address: &str) {
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or_default();
            let _ = history.replace_state_with_url(&state, "", Some(address));
        }
        SHOWN.set(address.to_owned());
    }

    fn address() -> String {
        let location = window().location();
        location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
    }

    /// Keeps the scroll position of the page that is shown. Call it before navigating by program.
    pub fn remember_scroll() {
        let page = SHOWN.with_borrow(Clone::clone);
        let y = window().scroll_y().unwrap_or_default();
        SCROLLS.with_borrow_mut(|all| {
            all.retain(|(other, _)| *other != page);
            if all.len() >= KEPT {
                all.remove(0);
            }
            all.push((page, y));
        });
    }

    /// The page's content is there: scroll back to where the reader was, after back or forward.
    pub fn page_ready() {
        SHOWN.set(address());
        if let Some(y) = TO_RESTORE.take() {
            window().scroll_to_with_x_and_y(0.0, y);
        }
    }

    /// Runs before the next paint, when what was changed is in the page.
    pub fn after_paint(then: impl FnOnce() + 'static) {
        leptos::prelude::request_animation_frame(then);
    }

    /// Runs when the phone has shown what was touched: a slow one answers first, then works.
    pub fn once_shown(then: impl FnOnce() + 'static) {
        let soon = move || leptos::prelude::set_timeout(then, core::time::Duration::ZERO);
        leptos::prelude::request_animation_frame(soon);
    }

    /// Moves the focus to a title without scrolling.
    pub fn focus(element: &HtmlElement) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }

    /// Whether what had the focus is no longer in the page.
    #[must_use]
    pub fn is_focus_lost() -> bool {
        document().active_element().is_none_or(|element| element.tag_name() == "BODY")
    }

    /// Moves the focus to the element with this id.
    pub fn focus_id(id: &str) {
        if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
    }

    /// Closes the `<details>` with this id.
    pub fn close_details(id: &str) {
        if let Some(details) = document().get_element_by_id(id) {
            let _ = details.remove_attribute("open");
        }
    }

    /// Scrolls to the top.
    pub fn to_top() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn form(id: &str) -> Option<HtmlFormElement> {
        document().get_element_by_id(id)?.dyn_into().ok()
    }

    /// What a form's fields say, as parameters; fields that stand outside of it included.
    #[must_use]
    pub fn form_search(id: &str) -> Option<String> {
        let fields = FormData::new_with_form(&form(id)?).ok()?;
        UrlSearchParams::new_with_str_sequence_sequence(&fields).ok().map(|params| params.to_string().into())
    }

    /// Puts hidden fields into a form, in the place of those that were put in before and of those of the
    /// same names that stand elsewhere and name the form.
    pub fn set_hidden(id: &str, values: &[(&str, &str)]) {
        let Some(form) = form(id) else { return };
        let elements = form.elements();
        let hidden: Vec<_> = (0..elements.length())
            .filter_map(|i| elements.item(i)?.dyn_into::<HtmlInputElement>().ok())
            .filter(|input| input.type_() == "hidden")
            .filter(|input| form.contains(Some(input)) || values.iter().any(|(name, _)| *name == input.name()))
            .collect();
        hidden.iter().for_each(|input| input.remove());
        for (name, value) in values {
            if let Some(input) =
                document().create_element("input").ok().and_then(|e| e.dyn_into::<HtmlInputElement>().ok())
            {
                input.set_type("hidden");
                input.set_name(name);
                input.set_value(value);
                let _ = form.append_child(&input);
            }
        }
    }

    /// Sets the value of the field with this id.
    pub fn set_value(id: &str, value: &str) {
        if let Some(field) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(value);
        }
    }

    /// Brings a form in line with a new address (after back, forward or a link): its own fields to
    /// these values, boxes to what the HTML now says; never the field that is being typed in.
    pub fn sync_form(id: &str, values: &[(&'static str, String)]) {
        let Some(form) = form(id) else { return };
        let active = document().active_element();
        let elements = form.elements();
        for element in (0..elements.length()).filter_map(|i| elements.item(i)) {
            let name = element.get_attribute("name").unwrap_or_default();
            let value = values.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str());
            if active.as_ref() == Some(&element) {
                continue;
            }
            if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                match value {
                    Some(value) => input.set_value(value),
                    None => input.set_checked(input.default_checked()),
                }
            } else if let (Some(select), Some(value)) = (element.dyn_ref::<HtmlSelectElement>(), value) {
                select.set_value(value);
            }
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod elsewhere {
    /// Whether the first page is hydrated: never, on the server.
    #[must_use]
    pub const fn is_hydrated() -> bool {
        false
    }

    /// Nothing, on the server.
    pub const fn page_ready() {}

    /// Nothing, on the server.
    pub const fn remember_scroll() {}

    /// Nothing, on the server.
    pub const fn replace(_: &str) {}

    /// Nothing, on the server.
    pub fn after_paint(then: impl FnOnce() + 'static) {
        drop(then);
    }
}
