//! The contract of the store: every method, on both databases. PostgreSQL is the server at
//! TEST_POSTGRES_URL (`scripts/test-postgres.sh start` prints one); without it a line says so.

#![expect(clippy::unwrap_used, reason = "what a test cannot have it stops at")]

/// Writes a test twice: on a fresh SQLite file and on a fresh schema of PostgreSQL.
macro_rules! contract {
    ($(async fn $name:ident($db:ident: $type:ty) $body:block)+) => { $(
        mod $name {
            use super::*;

            async fn contract($db: $type) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                contract(crate::helpers::Db::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some(db) = crate::helpers::Db::postgres(stringify!($name)).await {
                    contract(db).await;
                }
            }
        }
    )+ };
}

mod backup;
mod changes;
mod concurrency;
mod handovers;
mod help;
mod helpers;
mod histories;
mod imports;
mod integrity;
mod jobs;
mod offers;
mod partner_counts;
mod partners;
mod reference;
mod reports;
mod schema;
mod speed;
mod trainings;
