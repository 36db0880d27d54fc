//! What happens on partners' boards, told without saying who: the partner, the site from which somebody came, the event.
//! Nothing else of a request is looked at.
//!
//! [`Counts`] keeps it in memory, so that no request waits; `jobs/counts.rs` writes it down every so often, and when the
//! server stops.

use crate::clock::Clock;
use crate::state::AppState;
use axum::http::{HeaderMap, header};
use domain::partner::{Counted, Host, Partner, PartnerEvent, PartnerKey};
use domain::time::Day;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use store::{Store, StoreError};

/// Takes note of what happens. Called on the way of a request: it may not wait.
pub trait Counter: Send + Sync {
    /// Something happened once.
    fn count(&self, partner: &PartnerKey, host: Host, event: PartnerEvent);
}

/// Tells the counter, with the site from which the request comes.
pub(super) fn count(state: &AppState, partner: &Partner, headers: &HeaderMap, event: PartnerEvent) {
    let told = [header::REFERER, header::ORIGIN].iter().find_map(|name| headers.get(name));
    // What cannot be read was told all the same.
    let told = told.map(|value| value.to_str().unwrap_or("?"));
    let host = Host::of(told, partner.origins(), &state.config.public_url());
    state.counter.count(&partner.key, host, event);
}

type Key = (PartnerKey, Day, PartnerEvent, Host);

/// What was counted and is not yet in the database. Partners, sites, events and weeks are few: so are its entries.
pub struct Counts {
    clock: Clock,
    pending: Mutex<HashMap<Key, u64>>,
    /// Held while it is being written down: two writers would write the same twice.
    writing: tokio::sync::Mutex<()>,
}

impl Counts {
    /// Nothing yet. The clock says which week it is.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { clock, pending: Mutex::default(), writing: tokio::sync::Mutex::default() }
    }

    /// Writes down what was counted. What is counted meanwhile waits for the next time; when the database fails,
    /// everything does.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn flush(&self, store: &Store) -> Result<(), StoreError> {
        let _one_writer = self.writing.lock().await;
        let taken: Vec<(Key, u64)> = self.with(|pending| pending.iter().map(|(key, n)| (key.clone(), *n)).collect());
        let rows: Vec<_> = taken
            .iter()
            .map(|((partner, week, event, host), count)| {
                (partner.clone(), Counted { week: *week, event: *event, host: host.clone(), count: *count })
            })
            .collect();
        store.add_counts(&rows).await?;
        self.with(|pending| {
            for (key, written) in &taken {
                if let Some(count) = pending.get_mut(key) {
                    *count -= written;
                }
            }
            pending.retain(|_, count| *count > 0);
        });
        Ok(())
    }

    /// How much is not yet written down.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        self.with(|pending| pending.values().sum())
    }

    fn with<T>(&self, what: impl FnOnce(&mut HashMap<Key, u64>) -> T) -> T {
        what(&mut self.pending.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Counter for Counts {
    fn count(&self, partner: &PartnerKey, host: Host, event: PartnerEvent) {
        let key = (partner.clone(), self.clock.today().monday(), event, host);
        self.with(|pending| *pending.entry(key).or_default() += 1);
    }
}
