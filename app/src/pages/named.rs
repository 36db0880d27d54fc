//! What a public page is called, by its address (server only): for who shows a link to it (oEmbed). Offers and boards of
//! partners have names of their own.

use crate::context::AppContext;
use crate::i18n::pages::PageTexts;
use crate::i18n::{GuideTexts, Lang, Texts};
use crate::offers::results_query;
use crate::text_pages;
use crate::url::{self, TextPage};

/// The language and the title of a page of ours; `None` when it is none, or an offer.
#[must_use]
pub fn named(app: &AppContext, path: &str, search: &str) -> Option<(Lang, String)> {
    let lang = Lang::of_path(path);
    let (t, guide) = (Texts::of(lang), GuideTexts::of(lang));
    let is = |own: String| own == path;
    let title = if is(url::home(lang)) {
        t.home_title().to_owned()
    } else if is(url::offers_path(lang)) {
        let query = results_query(search);
        if query.text.is_empty() { t.results_title().to_owned() } else { t.results_title_text(&query.text) }
    } else if is(url::map(lang, &Default::default())) {
        t.map_title().to_owned()
    } else if is(url::skills(lang)) {
        guide.guide_title().to_owned()
    } else if is(url::paths(lang)) {
        guide.paths_title().to_owned()
    } else if is(url::cards(lang)) {
        guide.paper_title().to_owned()
    } else if is(url::configure(lang, "")) {
        PageTexts::of(lang).configure_title().to_owned()
    } else if is(url::trainings_path(lang)) {
        PageTexts::of(lang).trainings_title().to_owned()
    } else if is(url::trades(lang)) {
        PageTexts::of(lang).trades_title().to_owned()
    } else if is(url::shown(lang)) {
        PageTexts::of(lang).shown_title().to_owned()
    } else {
        text_pages::title(app, lang, TextPage::of_path(path).filter(|page| is(url::text_page(lang, *page)))?).to_owned()
    };
    Some((lang, title))
}
