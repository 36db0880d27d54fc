//! The title of a page: the document's title and its only `<h1>`, which takes the focus when the
//! page was navigated to, so that keyboard and screen reader are where the reader is.

use crate::i18n::Texts;
use crate::navigation;
use leptos::html::H1;
use leptos::prelude::*;
use leptos_meta::Title;

/// `<title>` and `<h1>`.
#[component]
pub fn PageTitle(
    /// What the page is about.
    text: String,
    /// The heading's language, where it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let t = expect_context::<Texts>();
    let heading = NodeRef::<H1>::new();
    focus_when_navigated_to(heading);
    view! {
        <Title text=document_title(t, &text)/>
        <h1 tabindex="-1" node_ref=heading lang=lang>
            {text}
        </h1>
    }
}

/// What tabs and the history say. On the server it is HTML: the library puts it into `<title>` as it
/// stands, and a title that was typed or imported may hold anything.
pub(crate) fn document_title(t: Texts, text: &str) -> String {
    let title = format!("{text} – {}", t.app_name());
    if cfg!(feature = "ssr") { title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;") } else { title }
}

/// Focus belongs to the reader on the first page: it moves only on pages that were navigated to.
fn focus_when_navigated_to(heading: NodeRef<H1>) {
    if !navigation::is_hydrated() {
        return;
    }
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            navigation::after_paint(move || navigation::focus(&heading));
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = heading;
}
