//! What happens on partners' boards, told without saying who: the partner, the site that showed it, the event. Nothing
//! else of a request is looked at.

use crate::state::AppState;
use axum::http::{HeaderMap, header};
use domain::partner::{Origin, Partner, PartnerEvent, PartnerKey};

/// Takes note of what happens. Called on the way of a request: it may not wait.
pub trait Counter: Send + Sync {
    /// Something happened once. `site` is one of the partner's own; none where the browser does not tell, or the reader
    /// comes from elsewhere.
    fn count(&self, partner: &PartnerKey, site: Option<&Origin>, event: PartnerEvent);
}

/// Takes note of nothing.
pub struct Uncounted;

impl Counter for Uncounted {
    fn count(&self, _: &PartnerKey, _: Option<&Origin>, _: PartnerEvent) {}
}

/// Tells the counter, with the site from which the request comes.
pub(super) fn count(state: &AppState, partner: &Partner, headers: &HeaderMap, event: PartnerEvent) {
    let from = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let site = partner.origins().iter().find(|origin| origin.holds(from));
    state.counter.count(&partner.key, site, event);
}
