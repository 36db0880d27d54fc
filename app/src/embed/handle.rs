//! The partners in memory: every framed page needs one, and they change some times a year.

use domain::partner::{Partner, PartnerKey};
use std::sync::{Arc, PoisonError, RwLock};
use store::{Store, StoreError};

/// Every partner, by key.
#[derive(Clone, Default)]
pub struct PartnerHandle(Arc<RwLock<Arc<[Partner]>>>);

impl PartnerHandle {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> Arc<[Partner]> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The partner with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Partner> {
        let key = PartnerKey::parse(key).ok()?;
        self.all().iter().find(|partner| partner.key == key).cloned()
    }

    /// Reads them anew (server, at start and every now and then).
    ///
    /// # Errors
    /// When the store fails, or one of them is malformed; they stay as they were.
    pub async fn refresh(&self, store: &Store) -> Result<(), StoreError> {
        let partners = store.partners().await?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = partners.into();
        Ok(())
    }
}
