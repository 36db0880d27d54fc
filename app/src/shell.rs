//! The HTML document (server only): head, the stylesheet, the app, the icons, the loader.
//!
//! The page is readable and usable without any script. The loader fetches the client only after
//! `load`, when the phone is idle, or at the first interaction; under Save-Data only at the first
//! interaction. When anything fails to arrive the page stays as it was.

use crate::context::{self, AppContext, Assets};
use crate::head;
use crate::i18n::{Lang, Texts};
use crate::phone;
use crate::routes::App;
use crate::ui::icon;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The styles of every page, as `build/styles.rs` joined them.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));
/// What the pages of the crate `guide` add: pages of offers do not carry it.
pub const GUIDE_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/guide.css"));

/// What a partner's frame has instead, below the colours of its theme.
pub const FRAME_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/frame.css"));

/// What a poster has instead, and what it adds on A3.
pub const POSTER_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/poster.css"));
/// A poster on A3.
pub const POSTER_A3_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/poster-a3.css"));

/// What the configurator of partners adds to the site's.
pub const CONFIGURE_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/configure.css"));

/// The footbridge's arch, as the header draws it; inside the page, so that it costs no request.
pub(crate) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E\
    %3Cpath fill='none' stroke='%230a7a63' stroke-width='5' d='M3 25v-3a13 13 0 0 1 26 0v3'/%3E%3C/svg%3E";

/// The loader. `JS`, `WASM`, `TEXTS`, `LANG` and `PHONE` are put in by [`loader`].
const LOADER: &str = include_str!("loader.js");

/// The language that the request's path is in.
pub(crate) fn request_lang() -> Lang {
    context::request_path().map(|path| Lang::of_path(&path)).unwrap_or_default()
}

/// The HTML document of every page, with its headers (content security policy, `no-store`).
pub fn shell() -> impl IntoView {
    let lang = request_lang();
    let t = Texts::of(lang);
    let nonce = use_nonce();
    if let Some(nonce) = &nonce {
        context::set_page_headers(nonce);
    }
    let app = use_context::<AppContext>();
    let loader = app.and_then(|app| loader(app.config.assets.as_ref()?, lang));
    view! {
        <!DOCTYPE html>
        <html lang=lang.code() dir=lang.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="description" content=t.app_description()/>
                <link rel="icon" href=ICON/>
                <link rel="manifest" href=crate::url::MANIFEST/>
                {head::links(lang)}
                <style nonce=nonce.clone() inner_html=STYLE></style>
                <MetaTags/>
            </head>
            <body>
                <App/>
                <svg hidden inner_html=icon::sprite()></svg>
                <div inner_html=phone::parts(lang).into_string()></div>
                {loader.map(|code| view! { <script nonce=nonce>{code}</script> })}
            </body>
        </html>
    }
}

/// The loader's script; `None` when the texts of this language were not built.
fn loader(assets: &Assets, lang: Lang) -> Option<String> {
    let texts = assets.langs.get(lang.code())?;
    let code = LOADER.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect::<String>();
    Some(
        code.replace("PHONE", &json(&assets.phone))
            .replace("JS", &json(&assets.js))
            .replace("WASM", &json(&assets.wasm))
            .replace("TEXTS", &json(texts))
            .replace("LANG", &json(lang.code())),
    )
}

/// JSON as it may stand inside a script: nothing in it can end the script.
#[must_use]
pub(crate) fn in_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// A text as JSON that may stand inside a script: Leptos does not escape a script's children.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_a_script_cannot_end_it() {
        assert_eq!(json("</script>\"\\\n"), "\"\\u003c/script\\u003e\\\"\\\\\\u000a\"");
    }

    #[test]
    fn the_loader_is_small_and_has_its_addresses() {
        let langs = [("fr".to_owned(), "/pkg/fr.1.json".to_owned())].into();
        let assets = Assets {
            js: "/pkg/client.1.js".into(),
            wasm: "/pkg/client.1.wasm".into(),
            phone: "/pkg/phone.1.js".into(),
            langs,
            ..Assets::default()
        };
        let code = loader(&assets, Lang::Fr).unwrap();
        assert!(code.len() < 900, "{}", code.len());
        for part in [
            "import(\"/pkg/client.1.js\")",
            "fetch(\"/pkg/client.1.wasm\")",
            "\"/pkg/fr.1.json\"",
            "import(\"/pkg/phone.1.js\")",
            "start(\"fr\"",
        ] {
            assert!(code.contains(part), "{part} is not in {code}");
        }
        assert!(!code.contains('<'));
        assert!(loader(&assets, Lang::En).is_none());
    }

    #[test]
    fn the_stylesheets_have_no_physical_sides() {
        for side in
            ["margin-left", "margin-right", "padding-left", "padding-right", "text-align:left", "text-align:right"]
        {
            assert!(![STYLE, GUIDE_STYLE].concat().contains(side), "{side}: use logical properties");
        }
        assert!(![STYLE, GUIDE_STYLE].concat().contains("/*") && !STYLE.contains("@import"));
    }
}
