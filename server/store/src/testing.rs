//! For tests of this and other crates: fresh databases on the PostgreSQL of the tests, and SQL that
//! breaks things on purpose. No part of the program calls it.

use crate::Store;
use crate::backend::Pool;
use crate::error::StoreError;
use uuid::Uuid;

/// The address of a new, empty place on the server at `url`: a schema of its own, named after the
/// test. `scripts/test-postgres.sh stop` throws it away with the server.
///
/// # Errors
/// When the server cannot be reached.
pub async fn fresh_postgres_url(url: &str, name: &str) -> Result<String, StoreError> {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    let schema = format!("t_{}_{}", name.to_ascii_lowercase(), Uuid::now_v7().simple());
    let pool = Pool::open(url, 1).await?;
    pool.read().await?.raw(format!("create schema {schema}")).await?;
    pool.close().await;
    let separator = if url.contains('?') { '&' } else { '?' };
    Ok(format!("{url}{separator}options[search_path]={schema}"))
}

/// A new database on the server at `url`, migrated.
///
/// # Errors
/// When the server cannot be reached or the migration fails.
pub async fn fresh_postgres(url: &str, name: &str) -> Result<Store, StoreError> {
    let store = Store::open(&fresh_postgres_url(url, name).await?, 6).await?;
    store.migrate().await?;
    Ok(store)
}

/// Runs SQL as it is, in a transaction.
///
/// # Errors
/// When the database refuses it.
pub async fn raw(store: &Store, sql: &str) -> Result<(), StoreError> {
    let mut session = store.pool.write().await?;
    session.raw(sql.to_owned()).await?;
    session.commit().await
}

/// The texts of the first column that a question answers.
///
/// # Errors
/// When the database refuses it.
pub async fn texts(store: &Store, sql: &'static str) -> Result<Vec<String>, StoreError> {
    store.pool.read().await?.all(sql, &[]).await?.iter().map(|row| row.text(0)).collect()
}

/// The one number that a question answers.
///
/// # Errors
/// When the database refuses it.
pub async fn number(store: &Store, sql: &'static str) -> Result<i64, StoreError> {
    store.pool.read().await?.number(sql, &[]).await
}
