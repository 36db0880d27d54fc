//! What the buttons of an offer do in the browser: share, print, read aloud, send a report without
//! leaving the page. One listener for all pages: the markup is inert, and comes and goes.
//!
//! Much of this goes by name through [`js_sys::Reflect`]: a typed binding costs the phone more, and
//! some browsers have neither sharing nor voices.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, on_cleanup, request_animation_frame, window, window_event_listener_untyped};
use leptos::task::spawn_local;
use std::cell::Cell;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, RequestInit, Response, UrlSearchParams};

/// What is read aloud, in this order.
const READ: &str = ".offer h1,.facts tr,.prose p";

thread_local! {
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to listen, once; called by each offer page. Reading aloud ends when the page is left.
pub(super) fn start() {
    on_cleanup(be_quiet);
    if STARTED.replace(true) {
        return;
    }
    drop(window_event_listener_untyped("click", |event| click(&event).unwrap_or_default()));
    drop(window_event_listener_untyped("submit", |event| submit(&event).unwrap_or_default()));
    drop(window_event_listener_untyped("pagehide", |_| be_quiet()));
    request_animation_frame(look_for_a_voice);
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    get(of, name)?.dyn_into::<Function>().ok()?.call1(of, argument).ok()
}

/// Runs when a promise is kept (with its value) or broken. One future for all: each kind of it would
/// cost the phone again.
fn then(promise: JsValue, run: Box<dyn FnOnce(Option<JsValue>)>) {
    spawn_local(async move { run(JsFuture::from(promise.unchecked_into::<Promise>()).await.ok()) });
}

fn target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn click(event: &Event) -> Option<()> {
    let button = target(event, "[data-act]")?;
    match button.get_attribute("data-act")?.as_str() {
        "share" => share(event, &button),
        "listen" => listen(&button),
        _ => window().print().ok(),
    }
}

/// The phone's own way to share; else the address is copied, and the links below still open.
fn share(event: &Event, button: &Element) -> Option<()> {
    let address = JsValue::from(button.get_attribute("data-url")?);
    let navigator = JsValue::from(window().navigator());
    let what = Object::new();
    let _ = Reflect::set(&what, &"url".into(), &address);
    let _ = Reflect::set(&what, &"title".into(), &document().title().into());
    if let Some(shared) = call(&navigator, "share", &what) {
        event.prevent_default();
        // Closing the phone's sheet is no error.
        then(shared, Box::new(|_| ()));
        return Some(());
    }
    let copied = call(&get(&navigator, "clipboard")?, "writeText", &address)?;
    let said = button.next_element_sibling()?;
    let tell = move |done: Option<JsValue>| {
        if done.is_some() {
            said.set_text_content(said.get_attribute("data-copied").as_deref());
        }
    };
    then(copied, Box::new(tell));
    Some(())
}

fn voices() -> Option<JsValue> {
    get(&window(), "speechSynthesis")
}

/// The first French voice.
fn french(speech: &JsValue) -> Option<JsValue> {
    let all = call(speech, "getVoices", &JsValue::UNDEFINED)?.dyn_into::<Array>().ok()?;
    all.iter().find(|voice| get(voice, "lang").and_then(|l| l.as_string()).is_some_and(|l| l.starts_with("fr")))
}

/// Says in the page whether there is a French voice; browsers load voices when they please.
fn look_for_a_voice() {
    let Some(speech) = voices() else { return };
    if french(&speech).is_some() {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-voice", "");
        }
        return;
    }
    let again = Closure::once_into_js(look_for_a_voice);
    let _ = Reflect::set(&speech, &"onvoiceschanged".into(), &again);
}

fn be_quiet() {
    if let Some(speech) = voices() {
        call(&speech, "cancel", &JsValue::UNDEFINED);
    }
    show_reading(false);
}

fn show_reading(on: bool) {
    if let Ok(Some(button)) = document().query_selector("[data-act=listen]") {
        let _ = button.toggle_attribute_with_force("data-on", on);
    }
}

/// Reads the offer, a paragraph at a time; a second tap ends it.
fn listen(button: &Element) -> Option<()> {
    let on = button.has_attribute("data-on");
    be_quiet();
    if on {
        return None;
    }
    let speech = voices()?;
    let voice = french(&speech)?;
    let make = get(&window(), "SpeechSynthesisUtterance")?.dyn_into::<Function>().ok()?;
    let parts = document().query_selector_all(READ).ok()?;
    let mut last = None;
    for part in (0..parts.length()).filter_map(|i| parts.item(i)) {
        let text = part.unchecked_into::<HtmlElement>().inner_text();
        let said = Reflect::construct(&make, &Array::of1(&text.into())).ok()?;
        let _ = Reflect::set(&said, &"voice".into(), &voice);
        let _ = Reflect::set(&said, &"lang".into(), &"fr-FR".into());
        call(&speech, "speak", &said);
        last = Some(said);
    }
    let _ = Reflect::set(&last?, &"onend".into(), &Closure::once_into_js(|| show_reading(false)));
    show_reading(true);
    Some(())
}

/// Sends the form and says in its place how it went. What was typed stays unless it has arrived.
fn submit(event: &Event) -> Option<()> {
    let form = target(event, "form[data-report]")?.dyn_into::<HtmlFormElement>().ok()?;
    event.prevent_default();
    let fields = {
        let typed = FormData::new_with_form(&form).ok()?;
        UrlSearchParams::new_with_str_sequence_sequence(&typed).ok()?
    };
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&fields);
    let sent = window().fetch_with_str_and_init(&form.get_attribute("data-report")?, &init);
    then(sent.into(), Box::new(move |answer| told(&form, answer).unwrap_or_default()));
    Some(())
}

/// Says how it went.
fn told(form: &Element, answer: Option<JsValue>) -> Option<()> {
    let said = match answer.map_or(0, |answer| answer.unchecked_into::<Response>().status()) {
        200..300 => "ok",
        429 => "429",
        _ => "no",
    };
    let place = form.previous_element_sibling()?;
    let lines = place.children();
    for line in (0..lines.length()).filter_map(|i| lines.item(i)) {
        let hidden = line.get_attribute("data-said").as_deref() != Some(said);
        let _ = line.toggle_attribute_with_force("hidden", hidden);
    }
    if said == "ok" {
        let _ = form.set_attribute("hidden", "");
    }
    place.unchecked_into::<HtmlElement>().focus().ok()
}
