//! A text field with suggestions below it: the combobox with a list box of the WAI-ARIA Authoring
//! Practices (list autocomplete, manual selection). Without a client it is a plain field.
//!
//! The list is in the HTML, empty and hidden. The form that holds the field passes its events on.

use maud::{Markup, html};

/// The list of a field, hidden until there is something in it.
pub fn list_box(name: &str, label: &str) -> Markup {
    html! { ul.choices id={ "l-" (name) } role="listbox" aria-label=(label) hidden {} }
}

/// Where the number of suggestions is said aloud; one in a form.
pub fn announcer() -> Markup {
    html! { p.sr id=(SAID) role="status" {} }
}

const SAID: &str = "l-said";

#[cfg(feature = "hydrate")]
pub use live::{Choice, clicked, close, entered, keep_focus, key, typed};

#[cfg(feature = "hydrate")]
mod live {
    use super::{SAID, html};
    use crate::i18n::Texts;
    use leptos::prelude::{document, set_timeout};
    use leptos::task::spawn_local;
    use std::cell::{Cell, RefCell};
    use std::future::Future;
    use std::time::Duration;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

    /// Letters from which on it is worth asking.
    const LEAST: usize = 2;
    /// How long nobody must type before it is asked.
    const PAUSE: Duration = Duration::from_millis(120);

    /// One suggestion.
    #[derive(Clone, Debug)]
    pub struct Choice {
        /// What the field says once it is chosen.
        pub value: String,
        /// What stands beside it.
        pub note: String,
        /// What it means, for the form.
        pub code: Option<String>,
    }

    struct Open {
        field: HtmlInputElement,
        list: Element,
        choices: Vec<Choice>,
        active: Option<usize>,
    }

    thread_local! {
        static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
        static TURN: Cell<u32> = const { Cell::new(0) };
    }

    fn field_of(event: &Event) -> Option<(HtmlInputElement, Element)> {
        let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let list = document().get_element_by_id(&format!("l-{}", field.name()))?;
        Some((field, list))
    }

    fn set(element: &Element, name: &str, value: &str) {
        let _ = element.set_attribute(name, value);
    }

    /// A field is entered: says what it is.
    pub fn entered(event: &Event) {
        if let Some((field, list)) = field_of(event) {
            for (name, value) in [
                ("role", "combobox"),
                ("aria-autocomplete", "list"),
                ("aria-expanded", "false"),
                ("aria-controls", &list.id()),
            ] {
                set(&field, name, value);
            }
        }
    }

    /// Something was typed: asks `fetch` (the field's name, its text) after a pause, and shows the answer
    /// unless more was typed meanwhile.
    pub fn typed<F>(t: Texts, event: &Event, fetch: impl Fn(String, String) -> F + 'static)
    where
        F: Future<Output = Vec<Choice>> + 'static,
    {
        let Some((field, list)) = field_of(event) else { return };
        let turn = TURN.get() + 1;
        TURN.set(turn);
        let ask = move || {
            if TURN.get() != turn {
                return;
            }
            let text = field.value();
            if text.trim().chars().count() < LEAST {
                return close();
            }
            let answer = fetch(field.name(), text);
            spawn_local(async move {
                let choices = answer.await;
                if TURN.get() == turn {
                    show(t, field, list, choices);
                }
            });
        };
        set_timeout(ask, PAUSE);
    }

    fn show(t: Texts, field: HtmlInputElement, list: Element, choices: Vec<Choice>) {
        close();
        if choices.is_empty() || document().active_element().as_ref() != Some(field.as_ref()) {
            return;
        }
        let items = html! {
            @for (i, choice) in choices.iter().enumerate() {
                li role="option" id={ "o-" (i) } { (choice.value) " " span { (choice.note) } }
            }
        };
        list.set_inner_html(&items.into_string());
        let _ = list.remove_attribute("hidden");
        set(&field, "aria-expanded", "true");
        if let Some(said) = document().get_element_by_id(SAID) {
            said.set_text_content(Some(&t.suggest_count(choices.len() as u64)));
        }
        OPEN.set(Some(Open { field, list, choices, active: None }));
    }

    /// Closes the list; a later answer does not open it again.
    pub fn close() {
        if let Some(open) = OPEN.take() {
            set(&open.list, "hidden", "");
            set(&open.field, "aria-expanded", "false");
            let _ = open.field.remove_attribute("aria-activedescendant");
        }
    }

    /// The arrows go through the list, Enter takes the marked one, Escape closes. The field's name and
    /// what was chosen.
    pub fn key(event: &KeyboardEvent) -> Option<(String, Choice)> {
        let key = event.key();
        let taken = OPEN.with_borrow_mut(|open| {
            let open = open.as_mut()?;
            let last = open.choices.len() - 1;
            let to = match (key.as_str(), open.active) {
                ("ArrowDown", None) => 0,
                ("ArrowDown", Some(at)) if at < last => at + 1,
                ("ArrowDown", Some(_)) => 0,
                ("ArrowUp", None | Some(0)) => last,
                ("ArrowUp", Some(at)) => at - 1,
                ("Enter", Some(at)) => return Some(Some(at)),
                ("Escape", _) => return Some(None),
                _ => return None,
            };
            event.prevent_default();
            mark(open, to);
            None
        })?;
        event.prevent_default();
        match taken {
            Some(at) => choose(at),
            None => {
                TURN.set(TURN.get() + 1);
                close();
                None
            }
        }
    }

    fn mark(open: &mut Open, to: usize) {
        let option = |at: usize| document().get_element_by_id(&format!("o-{at}"));
        if let Some(before) = open.active.and_then(option) {
            let _ = before.remove_attribute("aria-selected");
        }
        if let Some(now) = option(to) {
            set(&now, "aria-selected", "true");
            set(&open.field, "aria-activedescendant", &now.id());
            now.scroll_into_view_with_bool(false);
        }
        open.active = Some(to);
    }

    /// A tap on the list keeps the focus where it is.
    pub fn keep_focus(event: &Event) {
        if in_list(event).is_some() {
            event.prevent_default();
        }
    }

    fn in_list(event: &Event) -> Option<usize> {
        let target: Element = event.target()?.dyn_into().ok()?;
        target.closest("[role=option]").ok()??.id().strip_prefix("o-")?.parse().ok()
    }

    /// A tap on a suggestion: the field's name and what was chosen.
    pub fn clicked(event: &Event) -> Option<(String, Choice)> {
        choose(in_list(event)?)
    }

    fn choose(at: usize) -> Option<(String, Choice)> {
        TURN.set(TURN.get() + 1);
        let (field, choice) =
            OPEN.with_borrow(|open| open.as_ref().and_then(|o| Some((o.field.clone(), o.choices.get(at)?.clone()))))?;
        field.set_value(&choice.value);
        close();
        Some((field.name(), choice))
    }
}
