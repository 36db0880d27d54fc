//! Suggestions in the search form: trades that recruit, communes, each with how many offers there are.
//! Knows the form's two fields; the list itself is [`crate::ui::combobox`].

use crate::i18n::Texts;
use leptos::ev::{Event, FocusEvent, KeyboardEvent, MouseEvent};
#[cfg(feature = "hydrate")]
use leptos::prelude::{LocalStorage, StoredValue};

/// What the form does with its events; nothing on the server, where even to hold it would be wrong: what
/// belongs to one thread must not be dropped by another.
#[derive(Clone, Copy)]
pub(super) struct Live {
    #[cfg(feature = "hydrate")]
    t: Texts,
    #[cfg(feature = "hydrate")]
    submit: StoredValue<Box<dyn Fn()>, LocalStorage>,
}

impl Live {
    #[cfg(feature = "hydrate")]
    pub(super) fn new(t: Texts, submit: impl Fn() + 'static) -> Self {
        Self { t, submit: StoredValue::new_local(Box::new(submit)) }
    }

    #[cfg(not(feature = "hydrate"))]
    pub(super) fn new(_: Texts, _: impl Fn() + 'static) -> Self {
        Self {}
    }
}

#[cfg(not(feature = "hydrate"))]
impl Live {
    pub(super) fn enter(self, _: &FocusEvent) {}
    pub(super) fn leave(self) {}
    pub(super) fn input(self, _: &Event) {}
    pub(super) fn key(self, _: &KeyboardEvent) {}
    pub(super) fn press(self, _: &MouseEvent) {}
    pub(super) fn click(self, _: &MouseEvent) {}
}

#[cfg(feature = "hydrate")]
mod live {
    use super::{Event, FocusEvent, KeyboardEvent, Live, MouseEvent};
    use crate::navigation;
    use crate::offers::api::suggest;
    use crate::offers::given::SuggestionView;
    use crate::offers::search_form::{CHOSEN_FOR, FORM};
    use crate::offers::{nearby, url_search};
    use crate::ui::combobox::{self, Choice};
    use leptos::prelude::*;

    impl Live {
        pub(in crate::offers) fn enter(self, event: &FocusEvent) {
            combobox::entered(event);
        }

        pub(in crate::offers) fn leave(self) {
            combobox::close();
        }

        pub(in crate::offers) fn input(self, event: &Event) {
            let t = self.t;
            combobox::typed(t, event, move |field, _| async move {
                let Some(search) = navigation::form_search(FORM) else { return Vec::new() };
                let found = suggest(url_search(&search), field).await.unwrap_or_default();
                let choice = |one: SuggestionView| {
                    let count = t.results_count(one.count.into());
                    let note = one.postcode.map_or_else(|| count.clone(), |code| format!("{code} · {count}"));
                    Choice { value: one.value, note, code: one.commune }
                };
                found.into_iter().map(choice).collect()
            });
        }

        pub(in crate::offers) fn key(self, event: &KeyboardEvent) {
            self.take(combobox::key(event));
        }

        pub(in crate::offers) fn press(self, event: &MouseEvent) {
            combobox::keep_focus(event);
        }

        pub(in crate::offers) fn click(self, event: &MouseEvent) {
            if nearby::asked(event) {
                nearby::find(self.t, move || self.submit.with_value(|submit| submit()));
            } else {
                self.take(combobox::clicked(event));
            }
        }

        /// A commune that was chosen is known by its code as well: namesakes are many.
        fn take(self, chosen: Option<(String, Choice)>) {
            if let Some((_, Choice { value, code: Some(code), .. })) = chosen {
                navigation::set_hidden(FORM, &[("commune", &code), (CHOSEN_FOR, &value)]);
            }
        }
    }
}
