//! What a volunteer copies: the snippet, the address, the shortcode; and what she writes to the hub.

use super::choice::Choice;
use crate::i18n::Lang;
use crate::i18n::pages::PageTexts;
use crate::url;
use domain::partner::Written;
use maud::html;

/// The loader that never changes: its address after the site's, and its `integrity`.
#[derive(Clone, Debug, Default)]
pub struct Pinned {
    /// Address.
    pub path: String,
    /// `integrity`.
    pub integrity: String,
}

/// The snippet; with `pinned` for sites that run only what they know.
pub(super) fn snippet(choice: &Choice, site: &str, pinned: Option<&Pinned>) -> String {
    let (key, p) = (&choice.shown.key, PageTexts::of(Lang::from_code(&choice.shown.lang).unwrap_or_default()));
    let page = format!("{site}{}", url::partner(key, &search(choice)));
    let link = html! { a href=(page) { (p.embed_see()) } }.into_string();
    let script = match pinned {
        None => html! { script async src={ (site) (url::LOADER) } {} },
        Some(own) => {
            html! { script async src={ (site) (own.path) } integrity=(own.integrity) crossorigin="anonymous" {} }
        }
    };
    let more = attributes(choice);
    format!("<passerelle-offres partner=\"{key}\"{more}>{link}</passerelle-offres>\n{}", script.into_string())
}

/// The address alone.
pub(super) fn address(choice: &Choice, site: &str) -> String {
    format!("{site}{}", url::partner(&choice.shown.key, &search(choice)))
}

/// The shortcode of the WordPress plugin.
pub(super) fn shortcode(choice: &Choice) -> String {
    format!("[passerelle_offres cle=\"{}\"{}]", choice.shown.key, attributes(choice))
}

/// What differs from the partner's own, as parameters.
fn search(choice: &Choice) -> String {
    let own = choice.differences();
    url::write_pairs(own.iter().map(|(name, value)| (*name, value.as_str())))
}

/// The same as attributes.
fn attributes(choice: &Choice) -> String {
    let one = |(own, value): (&'static str, String)| format!(" {own}=\"{}\"", html! { (value) }.into_string());
    choice.differences().into_iter().map(one).collect()
}

/// What is written to the hub, with what its operator types.
pub(super) fn message(choice: &Choice, p: PageTexts, site: Option<&str>) -> String {
    let written = Written::from(choice.shown.clone());
    let theme = &choice.shown.theme;
    let look = format!(
        "--accent '{}' --mode {} --radius {} --density {}",
        theme.accent,
        theme.mode.code(),
        theme.radius,
        theme.density.code()
    );
    match &choice.known {
        Some(own) => [p.configure_ask_change(own.key.as_str()), look].join("\n"),
        None => {
            let name = written.name.replace('\'', "'\\''");
            let key = domain::text::slug(&written.name);
            let origin = site.unwrap_or("https://…");
            let head = format!("passerelle partner add {key} --name '{name}' --origin {origin}");
            let rest = format!("  --query '{}' --lang {} {look}", written.query, written.lang);
            [p.configure_ask_new(&written.name), format!("{head} \\"), rest].join("\n")
        }
    }
}
