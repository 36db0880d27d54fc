//! The page `/offres/<slug>-<number>`: one offer. A wrong slug goes to the right one for good (301),
//! an unknown number is 404, a closed offer is 410, says so and shows similar ones.

use super::actions::actions;
use super::api::get_offer;
use super::apply::apply;
use super::asked::asked_for;
use super::facts::facts_table;
use super::offer_card::cards;
use super::printed::{printed, size};
use super::report::report;
use super::view::OfferView;
use super::{OFFER_PARAM, labels};
use crate::error::AppError;
use crate::hub::desk;
use crate::i18n::{Texts, format};
use crate::navigation;
use crate::pages::Problem;
use crate::ui::icon::{Glyph, icon};
use crate::ui::inert::Inert;
use crate::ui::notice::notice;
use crate::ui::ready::ready;
use crate::ui::title::PageTitle;
use crate::url;
use crate::wire::Wire;
use domain::offer::Closed;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};
use maud::{Markup, PreEscaped, html};

/// Paragraphs that are set apart; what is beyond is one.
const MAX_PARAGRAPHS: usize = 60;

/// One offer.
pub(crate) fn page_offer() -> AnyView {
    let t = expect_context::<Texts>();
    let params = use_params_map();
    let segment = Memo::new(move |_| params.with(|p| p.get(OFFER_PARAM)).unwrap_or_default());
    let search = use_location().search;
    let asks = Memo::new(move |_| search.with(|s| url::read_pairs(s).iter().any(|(name, _)| name == url::APPLY)));
    let offer = Resource::<_, Wire>::new_with_options(
        move || (segment.get(), asks.get()),
        |(segment, apply)| async move {
            match url::read_offer(&segment) {
                Some((_, number)) => get_offer(number, apply).await,
                None => Err(AppError::NotFound),
            }
        },
        false,
    );
    #[cfg(feature = "hydrate")]
    super::in_browser::start();
    let move_to = use_move();
    view! {
        <Transition fallback=move || view! { <PageTitle text=t.results_loading().to_owned()/> }>
            {move || {
                let move_to = move_to.clone();
                Suspend::new(async move {
                    let offer = offer.await;
                    ready().await;
                    navigation::after_paint(navigation::page_ready);
                    match offer {
                        Err(error) => view! { <Problem error/> }.into_any(),
                        Ok(offer) => {
                            let right = url::offer(t.lang(), &offer.slug, offer.number);
                            if !right.ends_with(&format!("/{}", segment.get_untracked())) {
                                move_to(right);
                                return ().into_any();
                            }
                            whole(t, &offer)
                        }
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

/// Sends the reader to the offer's right address.
#[cfg(feature = "hydrate")]
fn use_move() -> impl Fn(String) + Clone + Send + Sync + 'static {
    let navigate = leptos_router::hooks::use_navigate();
    move |to| navigate(&to, leptos_router::NavigateOptions { replace: true, ..Default::default() })
}

#[cfg(feature = "ssr")]
fn use_move() -> impl Fn(String) + Clone + Send + Sync + 'static {
    |to: String| crate::context::redirect_permanently(&to)
}

#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
fn use_move() -> impl Fn(String) + Clone + Send + Sync + 'static {
    drop
}

fn whole(t: Texts, offer: &OfferView) -> AnyView {
    #[cfg(feature = "ssr")]
    if offer.closed.is_some() {
        crate::context::set_status(410);
    }
    #[cfg(feature = "ssr")]
    super::open_graph::tell(t, offer);
    let body = html! {
        (printed(t, offer))
        p.quiet-text { (dates(t, offer)) }
        @if let Some(why) = offer.closed { (closed(t, why)) }
        (actions(t, offer))
        div.offer-body {
            div.offer-side { (facts_table(t, offer)) (apply(t, offer)) (desk(t, &offer.help)) }
            div.offer-main {
                (text(t, offer)) (asked_for(t, offer)) (source(t, offer))
                @if offer.closed.is_none() { (report(t, offer)) }
            }
        }
        @if !offer.similar.is_empty() {
            section.more aria-labelledby="similar" {
                h2 id="similar" { (t.offer_similar()) }
                (cards(t, &offer.similar, offer.today))
            }
        }
        a.button.quiet href=(url::offers_path(t.lang())) { (t.home_all()) }
        @if let Some(json) = job_posting(offer) { script type="application/ld+json" { (PreEscaped(json)) } }
    };
    view! {
        <article class=size(offer)>
            <PageTitle text=offer.title.clone() lang=labels::french(t)/>
            <Inert markup=body/>
        </article>
    }
    .into_any()
}

/// For search engines: they get the server's page, so the phone does not make it again.
#[cfg(feature = "ssr")]
fn job_posting(offer: &OfferView) -> Option<String> {
    let site = use_context::<crate::context::AppContext>()?.config.public_url;
    super::job_posting::job_posting(offer, &site)
}

#[cfg(not(feature = "ssr"))]
const fn job_posting(_: &OfferView) -> Option<String> {
    None
}

fn dates(t: Texts, offer: &OfferView) -> String {
    let posted =
        offer.posted.map_or_else(|| t.offer_no_posted().to_owned(), |day| t.offer_posted(&format::day(t, day)));
    match offer.updated.filter(|day| Some(*day) != offer.posted) {
        Some(day) => format!("{posted} · {}", t.offer_updated(&format::day(t, day))),
        None => posted,
    }
}

fn closed(t: Texts, why: Closed) -> Markup {
    let why = match why {
        Closed::Absent => t.offer_closed_absent(),
        Closed::Expired => t.offer_closed_expired(),
    };
    notice(&html! {
        p { strong { (t.offer_closed()) } " " (why) }
    })
}

fn text(t: Texts, offer: &OfferView) -> Markup {
    html! {
        section {
            h2 { (t.offer_text()) }
            @match &offer.text {
                Some(text) => {
                    @if labels::french(t).is_some() { p.quiet-text { (t.offer_french()) } }
                    (prose(t, text))
                }
                None => {
                    p { (t.offer_no_text()) }
                    p { (origin(offer, t.offer_no_text_link())) }
                }
            }
            @if let Some(about) = &offer.about {
                h2 { (t.offer_about()) }
                (prose(t, about))
            }
        }
    }
}

/// The source's own text: French, left to right, its lines kept.
fn prose(t: Texts, text: &str) -> Markup {
    html! {
        div.prose lang=[labels::french(t)] dir="ltr" {
            @for paragraph in paragraphs(text) { p { (paragraph) } }
        }
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.splitn(MAX_PARAGRAPHS, "\n\n").map(str::trim).filter(|p| !p.is_empty())
}

fn source(t: Texts, offer: &OfferView) -> Markup {
    html! {
        ul.source.quiet-text {
            li { (t.offer_source(&offer.source)) }
            @if let Some(licence) = &offer.licence { li { (t.offer_licence(licence)) } }
            li { (t.offer_number(&offer.number.to_string())) }
            @if offer.text.is_some() && offer.origin.is_some() { li { (origin(offer, t.offer_origin())) } }
        }
    }
}

fn origin(offer: &OfferView, words: &str) -> Markup {
    html! {
        @if let Some(to) = &offer.origin {
            a.tap href=(to) rel="external nofollow noopener noreferrer" { (icon(Glyph::External)) (words) }
        }
    }
}
