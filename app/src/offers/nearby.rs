//! « Autour de moi »: where the phone is becomes a commune before it enters any address. The phone
//! rounds its position to about a kilometre; the server is asked by POST and keeps nothing.

/// Id of the button, and of what is said when it fails.
pub(super) const BUTTON: &str = "near-me";

#[cfg(feature = "hydrate")]
pub(super) use browser::{asked, find};

#[cfg(feature = "hydrate")]
mod browser {
    use super::BUTTON;
    use crate::i18n::Texts;
    use crate::navigation;
    use crate::offers::api::commune_near;
    use crate::offers::search_form::{CHOSEN_FOR, FORM};
    use leptos::prelude::{document, window};
    use leptos::task::spawn_local;
    use std::rc::Rc;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::closure::Closure;
    use web_sys::{Element, Event, Position};

    /// Hundredths of a degree: about a kilometre.
    const ROUND: f64 = 100.0;

    /// Whether the button was tapped.
    pub(in crate::offers) fn asked(event: &Event) -> bool {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        target.is_some_and(|t| t.closest(&format!("#{BUTTON}")).ok().flatten().is_some())
    }

    /// Asks the phone where it is, puts the commune into the form, then goes on.
    pub(in crate::offers) fn find(t: Texts, then: impl Fn() + 'static) {
        say(t.near_wait());
        let then = Rc::new(then);
        let found = Closure::once_into_js(move |position: Position| {
            let coords = position.coords();
            let rounded = |degrees: f64| (degrees * ROUND).round() as i32;
            let (lat, lon) = (rounded(coords.latitude()), rounded(coords.longitude()));
            spawn_local(async move {
                match commune_near(lat, lon).await {
                    Ok(Some((code, name))) => {
                        navigation::set_value("f-where", &name);
                        navigation::set_hidden(FORM, &[("commune", &code), (CHOSEN_FOR, &name)]);
                        say(t.near_me());
                        then();
                    }
                    Ok(None) => say(t.near_nowhere()),
                    Err(_) => say(t.error_network_text()),
                }
            });
        });
        let refused = Closure::once_into_js(move || say(t.near_refused()));
        match window().navigator().geolocation() {
            Ok(phone) => {
                let _ = phone
                    .get_current_position_with_error_callback(found.unchecked_ref(), Some(refused.unchecked_ref()));
            }
            Err(_) => say(t.near_refused()),
        }
    }

    /// The button says how it stands.
    fn say(words: &str) {
        if let Some(button) = document().get_element_by_id(BUTTON) {
            button.set_text_content(Some(words));
            let _ = button.set_attribute("aria-live", "polite");
        }
    }
}
