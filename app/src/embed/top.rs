//! A partner's pages (`/p/…`), on their own: the association's name, the way back to its site, the list, an offer with
//! how to apply. Whoever leaves the frame arrives here.

use super::board::{Ways, answer, offer_head, title};
use super::filters::form;
use super::{Drawn, Page, Scene};
use crate::error::AppError;
use crate::hub::desk;
use crate::i18n::{Lang, Texts};
use crate::offers::{self, Links, cards_to, reading};
use crate::pages::layout::foot;
use crate::phone;
use crate::shell::{ICON, STYLE};
use crate::ui::icon::{Glyph, icon, sprite};
use crate::url::{self, Feed};
use domain::number::OfferNumber;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What a page puts into the document.
pub(super) struct Content<'a> {
    pub(super) title: &'a str,
    /// Its one address for search engines, after the site's.
    pub(super) canonical: String,
    /// Its own address in a language, after the site's.
    pub(super) own: &'a dyn Fn(Lang) -> String,
    pub(super) body: Markup,
    /// Nobody is shown the way to it.
    pub(super) private: bool,
}

/// The list.
///
/// # Errors
/// When neither the index nor the store answers.
pub async fn top_list(scene: Scene<'_>) -> Result<Drawn, AppError> {
    let found = offers::find(scene.app, scene.t, &scene.asked.query).await?;
    let key = &scene.partner.key;
    let page = |page| url::partner(key, &scene.asked.search(page));
    let back = scene.asked.search(found.query.page);
    let offer = |slug: &str, number: OfferNumber| url::partner_offer(key, slug, number, &back);
    let body = html! {
        h1 { (scene.t.results_title()) }
        p.lead { (scene.p.embed_lead(scene.partner.name())) }
        (form(scene, &found, &url::partner(key, ""), None))
        (answer(scene, &found, &Ways { page: &page, offer: &offer, target: None }))
        p.quiet-text {
            (scene.p.embed_follow()) " "
            a.tap href=(url::partner_feed(Feed::Atom, key)) { (scene.p.embed_feed()) } " "
            a.tap href=(url::partner_feed(Feed::Calendar, key)) { (scene.p.embed_calendar()) } " "
            a.tap href=(url::poster(key, &scene.asked.look_in(scene.partner, scene.t.lang()))) { (scene.p.poster_link()) }
        }
    };
    let own = |lang| url::partner(key, &scene.asked.look_in(scene.partner, lang));
    let title = title(scene);
    let content = Content { title: &title, canonical: own(scene.t.lang()), own: &own, body, private: false };
    Ok(Drawn { status: 200, html: document(scene, &content) })
}

/// An offer, with how to apply when that was asked for.
///
/// # Errors
/// When the store does not answer, or has no such offer.
pub async fn top_offer(scene: Scene<'_>, segment: &str) -> Result<Page, AppError> {
    let (slug, number) = url::read_offer(segment).ok_or(AppError::NotFound)?;
    let offer = offers::offer(scene.app, number, scene.asked.apply).await?;
    let (key, t) = (&scene.partner.key, scene.t);
    let search = scene.asked.search(scene.asked.query.page);
    let shown = url::partner_apply(key, &offer.slug, number, &search);
    if slug != offer.slug {
        let there = url::partner_offer(key, &offer.slug, number, &search);
        return Ok(Page::There(if scene.asked.apply { shown } else { there }));
    }
    let parts = reading(t, &offer, &shown);
    let to = |slug: &str, number: OfferNumber| url::partner_offer(key, slug, number, &search);
    let ours = url::offer(t.lang(), &offer.slug, number);
    let body = html! {
        article.offer {
            (offer_head(scene, &offer, &url::partner(key, &search), None))
            (parts.closed)
            div.offer-body {
                div.offer-side { (parts.facts) (parts.apply) (desk(t, &offer.help)) }
                div.offer-main {
                    (parts.text)
                    p { a.tap href=(&ours) { (scene.p.embed_whole()) } }
                }
            }
            @if !offer.similar.is_empty() {
                section.more aria-labelledby="similar" {
                    h2 id="similar" { (t.offer_similar()) }
                    (cards_to(t, &offer.similar, offer.today, &Links { address: &to, target: None }))
                }
            }
        }
    };
    let own = |lang| url::partner_offer(key, &offer.slug, number, &scene.asked.look_in(scene.partner, lang));
    let content = Content { title: &offer.title, canonical: ours.clone(), own: &own, body, private: false };
    let status = if offer.closed.is_some() { 410 } else { 200 };
    Ok(Page::Here(Drawn { status, html: document(scene, &content) }))
}

pub(super) fn document(scene: Scene<'_>, content: &Content<'_>) -> String {
    let (t, app) = (scene.t, scene.app);
    let lang = t.lang();
    let own = (content.own)(lang);
    let whole = html! {
        (DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (content.title) " – " (scene.partner.name()) }
                meta name="description" content=(scene.p.embed_lead(scene.partner.name()));
                link rel="icon" href=(PreEscaped(ICON));
                @if content.private { meta name="robots" content="noindex"; }
                link rel="canonical" href={ (app.config.public_url) (content.canonical) };
                link rel="alternate" type="application/atom+xml" href=(url::partner_feed(Feed::Atom, &scene.partner.key));
                link rel="alternate" type="application/feed+json" href=(url::partner_feed(Feed::Json, &scene.partner.key));
                link rel="alternate" type="application/json+oembed" title=(content.title)
                    href=(url::oembed(&app.config.public_url, &own));
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (t.app_skip()) }
                (header(scene, t, content))
                main id="main" tabindex="-1" { (content.body) }
                footer.foot { (foot(t, &app.own_help())) }
                svg hidden { (PreEscaped(sprite())) }
                (phone::parts(lang))
                @if let Some(assets) = &app.config.assets { script type="module" async src=(assets.phone) {} }
            }
        }
    };
    whole.into_string()
}

/// The association's name, the way back to its site, the other languages.
fn header(scene: Scene<'_>, t: Texts, content: &Content<'_>) -> Markup {
    let partner = scene.partner;
    let list = url::partner(&partner.key, &scene.asked.look_in(partner, t.lang()));
    html! {
        header.top {
            a.brand href=(list) { (partner.name()) }
            nav aria-label=(t.nav_label()) {
                // The first one is not shown on phones: there the name leads to the list.
                a href=(list) { (icon(Glyph::Briefcase)) (t.nav_offers()) }
                @if let Some(home) = partner.home() {
                    a href=(home) rel="external" { (icon(Glyph::External)) (scene.p.embed_home()) }
                }
                @for other in Lang::ALL.iter().filter(|other| **other != t.lang()) {
                    a href=((content.own)(*other)) rel="alternate" hreflang=(other.code()) lang=(other.code()) {
                        (other.endonym())
                    }
                }
            }
        }
    }
}
