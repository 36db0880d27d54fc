//! The page `/offres/<slug>-<number>`: one offer. A wrong slug goes to the right one for good (301),
//! an unknown number is 404, a closed offer is 410, says so and shows similar ones.

use super::api::get_offer;
use super::given::OfferPage;
use super::{OFFER_PARAM, labels};
use crate::error::AppError;
use crate::i18n::Texts;
use crate::navigation;
use crate::pages::Problem;
use crate::ui::inert::Inert;
use crate::ui::ready::ready;
use crate::ui::title::PageTitle;
use crate::url;
use crate::wire::InPage;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};
use maud::PreEscaped;

/// One offer.
pub(crate) fn page_offer() -> AnyView {
    let t = expect_context::<Texts>();
    let params = use_params_map();
    let segment = Memo::new(move |_| params.with(|p| p.get(OFFER_PARAM)).unwrap_or_default());
    let search = use_location().search;
    let asks = Memo::new(move |_| search.with(|s| url::read_pairs(s).iter().any(|(name, _)| name == url::APPLY)));
    let offer = Resource::<_, InPage>::new_with_options(
        move || (segment.get(), asks.get()),
        move |(segment, apply)| async move {
            match url::read_offer(&segment) {
                Some((_, number)) => get_offer(number, apply, t.lang()).await,
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
                            if !offer.address.ends_with(&format!("/{}", segment.get_untracked())) {
                                move_to(offer.address);
                                return ().into_any();
                            }
                            whole(t, offer)
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

fn whole(t: Texts, offer: OfferPage) -> AnyView {
    #[cfg(feature = "ssr")]
    if offer.closed {
        crate::context::set_status(410);
    }
    view! {
        <article class=offer.class>
            <PageTitle text=offer.title lang=labels::french(t)/>
            <Inert markup=PreEscaped(offer.body.0)/>
        </article>
    }
    .into_any()
}
