//! The places of help on the server: kept in memory, so that a dead end has a person to call even
//! when the database does not answer.

use super::HelpView;
use crate::context::AppContext;
use domain::apply::business_phone;
use domain::help::{LocatedHelp, nearest};
use domain::place::Point;
use domain::time::LocalTime;
use std::sync::{Arc, PoisonError, RwLock};
use store::{Store, StoreError};

/// All places of help, in the hub's order.
#[derive(Clone, Default)]
pub struct HelpHandle(Arc<RwLock<Arc<[LocatedHelp]>>>);

impl HelpHandle {
    /// The places as they were last read.
    #[must_use]
    pub fn get(&self) -> Arc<[LocatedHelp]> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads them anew (server, at start and every now and then).
    ///
    /// # Errors
    /// When the store fails; the places stay as they were.
    pub async fn refresh(&self, store: &Store) -> Result<(), StoreError> {
        let places = store.help_places().await?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = places.into();
        Ok(())
    }
}

impl AppContext {
    /// The nearest place of help, or the hub's own people.
    pub(crate) fn help_near(&self, point: Option<Point>) -> HelpView {
        let places = self.help.get();
        match point.and_then(|point| nearest(&places, point)) {
            Some((found, metres)) => HelpView { distance_m: Some(metres), ..view(found, self.now().local()) },
            None => self.own_help(),
        }
    }

    /// The place of help that has the hub's number, or the first one of a hub that has told none.
    pub(crate) fn own_place(&self) -> Option<LocatedHelp> {
        let phone = business_phone(&self.hub.phone).unwrap_or_else(|| self.hub.phone.clone());
        self.help.get().iter().find(|located| phone.is_empty() || located.place.phone == phone).cloned()
    }

    /// The hub's own people: with hours and languages when one of the places has the hub's number. A hub
    /// that has told no number yet has its first place answer.
    pub(crate) fn own_help(&self) -> HelpView {
        let hub = &self.hub;
        let phone = business_phone(&hub.phone).unwrap_or_else(|| hub.phone.clone());
        match self.own_place() {
            Some(own) => view(&own, self.now().local()),
            None => HelpView { name: hub.name.clone(), phone, place: hub.place.clone(), ..HelpView::default() },
        }
    }
}

/// A place as pages show it.
pub(crate) fn view(located: &LocatedHelp, now: LocalTime) -> HelpView {
    let place = &located.place;
    let town = [place.postcode.as_str(), &located.town].join(" ");
    HelpView {
        name: place.name.clone(),
        phone: place.phone.clone(),
        place: [place.address.as_str(), town.trim()].join(", "),
        distance_m: None,
        languages: place.languages.iter().map(|l| (l.code().to_owned(), l.endonym().to_owned())).collect(),
        free: place.free == Some(true),
        state: place.state(now),
    }
}
