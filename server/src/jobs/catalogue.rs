//! Keeps the catalogue of trainings as the database has it: made anew when trainings, certifications or the reference
//! data change. It lies in memory and takes some milliseconds.

use app::context::CatalogueHandle;
use domain::answer::PlaceFound;
use domain::certification::{Certification, CertificationCode};
use domain::occupation::RomeCode;
use domain::place::{Commune, CommuneCode};
use domain::training::StoredTraining;
use search::{Catalogue, Listed, SearchError};
use std::collections::BTreeMap;
use std::time::Duration;
use store::{Store, StoreError};

/// How often the database is asked whether it changed.
const EVERY: Duration = Duration::from_secs(2);

/// Why a catalogue could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The store.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The index in memory.
    #[error("the index failed")]
    Search(#[from] SearchError),
    /// A task of ours was cancelled.
    #[error("a task stopped early")]
    Task(#[from] tokio::task::JoinError),
}

/// Runs for ever.
pub async fn run(store: Store, handle: CatalogueHandle) {
    let mut made_of = None;
    loop {
        if let Err(error) = follow(&store, &handle, &mut made_of).await {
            tracing::warn!(error = %crate::cli::chain(&error), "the catalogue cannot be made; the last one stays");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Makes the catalogue anew where what it was made of changed.
async fn follow(
    store: &Store,
    handle: &CatalogueHandle,
    made_of: &mut Option<(i64, i64)>,
) -> Result<(), CatalogueError> {
    let now = (store.training_rev().await?, store.reference_rev().await?);
    if *made_of != Some(now) {
        handle.set(make(store).await?);
        *made_of = Some(now);
    }
    Ok(())
}

/// The catalogue of what the database holds.
///
/// # Errors
/// When the store or the index fails.
pub async fn make(store: &Store) -> Result<Catalogue, CatalogueError> {
    let trainings = store.stored_trainings().await?;
    let around = Around {
        communes: store.communes().await?.into_iter().map(|one| (one.code.clone(), one)).collect(),
        labels: store.occupations().await?.into_iter().map(|one| (one.code, one.label)).collect(),
        certifications: by_code(store.certifications().await?),
    };
    let made = tokio::task::spawn_blocking(move || {
        Catalogue::build(trainings.into_iter().map(|stored| around.listed(stored)).collect())
    });
    Ok(made.await??)
}

/// What is known beside the trainings.
struct Around {
    communes: BTreeMap<CommuneCode, Commune>,
    labels: BTreeMap<RomeCode, String>,
    certifications: BTreeMap<CertificationCode, Certification>,
}

impl Around {
    fn listed(&self, stored: StoredTraining) -> Listed {
        let training = &stored.training;
        let places = training.sessions.iter().map(|session| self.place(session.commune.as_ref()?)).collect();
        let certification = training.certification.and_then(|code| self.certifications.get(&code).cloned());
        let label = |code: &RomeCode| Some((code.clone(), self.labels.get(code)?.clone()));
        let trades = training.rome.iter().filter_map(label).collect();
        Listed { stored, places, certification, trades }
    }

    fn place(&self, code: &CommuneCode) -> Option<PlaceFound> {
        let one = self.communes.get(code)?;
        let postcode = one.postcodes.first().cloned();
        Some(PlaceFound { commune: one.code.clone(), name: one.name.clone(), postcode, point: one.point })
    }
}

fn by_code(all: Vec<Certification>) -> BTreeMap<CertificationCode, Certification> {
    all.into_iter().flat_map(|one| one.codes().map(|code| (code, one.clone())).collect::<Vec<_>>()).collect()
}
