//! What a pasted address becomes: the frame, and a quotation with the link for who shows no frames.

use super::Scene;
use super::board;
use crate::context::AppContext;
use domain::partner::Partner;
use maud::html;

/// What a frame may do: never what would let it out of its box.
const SANDBOX: &str =
    "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/// The title of a partner's board.
#[must_use]
pub fn title(app: &AppContext, partner: &Partner, asked: &super::Asked) -> String {
    board::title(Scene::new(app, partner, asked))
}

/// The HTML of a pasted address: as wide as its place, since a phone is narrower than what a site asks for.
#[must_use]
pub fn pasted(title: &str, page: &str, frame: &str, height: u32) -> String {
    let whole = html! {
        blockquote { a href=(page) { (title) } }
        iframe src=(frame) width="100%" height=(height) title=(title) sandbox=(SANDBOX) referrerpolicy="strict-origin"
            loading="lazy" frameborder="0" {}
    };
    whole.into_string()
}

/// What an association pastes into its page: links, and the loader that makes a frame of them.
#[must_use]
pub fn snippet(partner: &Partner, site: &str) -> String {
    let lang = super::own_lang(partner);
    let page = format!("{site}{}", crate::url::partner(&partner.key, ""));
    let whole = html! {
        passerelle-offres partner=(partner.key) { a href=(page) { (crate::i18n::pages::PageTexts::of(lang).embed_see()) } }
        script async src={ (site) (crate::url::LOADER) } {}
    };
    whole.into_string()
}
