//! What every request can reach: the store, the index, the clock, the hub, the settings.

use crate::assets::Site;
use crate::clock::Clock;
use crate::config::Config;
use crate::public::embed::{Counter, Counts};
use crate::public::og::Pictures;
use crate::visitors::Visitors;
use app::context::{
    AppContext, Assets, CatalogueHandle, HelpHandle, HubInfo, LegalFacts, Now, PartnerHandle, SearchHandle, SiteConfig,
};
use axum::extract::FromRef;
use leptos::prelude::LeptosOptions;
use packs::Packs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::Store;

/// The state shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub store: Store,
    /// The search index, once there is one.
    pub search: SearchHandle,
    /// The clock.
    pub clock: Clock,
    /// Where writes come from.
    pub visitors: Arc<Visitors>,
    /// The settings.
    pub config: Arc<Config>,
    /// The site's files.
    pub site: Arc<Site>,
    /// Who is told what happens on partners' boards.
    pub counter: Arc<dyn Counter>,
    /// What was counted there and is not yet in the database.
    pub counts: Arc<Counts>,
    /// The pictures of offers.
    pub pictures: Pictures,
    /// The public files that phones fetch whole.
    pub packs: Packs,
    /// What pages and server functions are given.
    pub context: AppContext,
    /// Set when the process is asked to stop: readiness goes first.
    pub stopping: Arc<AtomicBool>,
    /// What leptos_axum asks for.
    pub leptos: LeptosOptions,
}

impl AppState {
    /// Puts the parts together.
    #[must_use]
    pub fn new(store: Store, search: SearchHandle, clock: Clock, config: Config, hub: &store::Hub, site: Site) -> Self {
        let read = clock.clone();
        let visitors = Arc::new(Visitors::default());
        let context = AppContext {
            store: store.clone(),
            search: search.clone(),
            catalogue: CatalogueHandle::default(),
            clock: Arc::new(move || {
                let local = read.local();
                Now { timestamp: read.now(), today: local.day, minute: local.minute }
            }),
            hub: Arc::new(HubInfo { name: hub.name.clone(), phone: hub.phone.clone(), place: hub.place.clone() }),
            help: HelpHandle::default(),
            partners: PartnerHandle::default(),
            limits: visitors.clone(),
            config: Arc::new(SiteConfig {
                public_url: config.public_url(),
                // A wrong one was refused at start.
                minimum_pay: config.minimum_pay().unwrap_or_default(),
                assets: site.client().map(|client| Assets {
                    js: client.js.clone(),
                    wasm: client.wasm.clone(),
                    phone: client.phone.clone(),
                    langs: site.languages(),
                    guide_js: client.guide_js.clone(),
                    guide_wasm: client.guide_wasm.clone(),
                    guide_langs: site.guides(),
                    handover_js: client.handover_js.clone(),
                    handover_wasm: client.handover_wasm.clone(),
                }),
                legal: legal(&config),
            }),
        };
        let counts = Arc::new(Counts::new(clock.clone()));
        let leptos = LeptosOptions::builder().output_name("client").build();
        Self {
            store,
            search,
            clock,
            visitors,
            counter: counts.clone(),
            counts,
            pictures: Pictures::default(),
            packs: Packs::default(),
            config: Arc::new(config),
            site: Arc::new(site),
            context,
            stopping: Arc::new(AtomicBool::new(false)),
            leptos,
        }
    }

    /// Whether the process is asked to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

fn legal(config: &Config) -> LegalFacts {
    let fact = |set: &Option<String>| set.clone().unwrap_or_default();
    LegalFacts {
        publisher: fact(&config.hub_publisher),
        address: fact(&config.hub_address),
        director: fact(&config.hub_director),
        host: fact(&config.hub_host),
        contact: fact(&config.hub_contact),
        dpo: fact(&config.hub_dpo),
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
