//! Server functions of the home page: a public read.

#![expect(missing_docs, reason = "#[server] makes a public field of each argument and gives it no docs")]

use crate::error::AppError;
use crate::i18n::Lang;
use crate::wire::Html;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// What stands below the search form: what recruits here, what is new, the door of those who hire.
///
/// # Errors
/// `Unavailable` when the index cannot be read.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn get_home(lang: Lang) -> Result<Html, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    super::below::draw(&app, crate::i18n::Texts::of(lang))
}
