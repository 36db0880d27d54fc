//! Keeping a report (server only): what is checked, in which order, and what is said when it is refused.
//!
//! What is acknowledged is in the database. The same reason for the same offer from the same address
//! within a day is one report: it is thanked for again and kept once.

use crate::context::{AppContext, Visitor};
use crate::error::AppError;
use domain::number::OfferNumber;
use domain::report::{Report, ReportReason, ReportText};
use sha2::{Digest, Sha256};

/// What was typed into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The code of the reason.
    pub reason: String,
    /// The words.
    pub text: String,
    /// What only a robot fills in.
    pub website: String,
}

/// Why a report is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No reason was chosen.
    #[error("no reason")]
    NoReason,
    /// The text is too long.
    #[error("the text is too long")]
    TooLong,
    /// The trap for robots was filled in.
    #[error("a robot")]
    Robot,
    /// No such offer.
    #[error("no such offer")]
    NotFound,
    /// Too many came from the same place.
    #[error("too many")]
    TooMany,
    /// The database does not answer.
    #[error("unavailable")]
    Unavailable,
}

impl Refusal {
    /// HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::NoReason | Self::TooLong | Self::Robot => 422,
            Self::NotFound => 404,
            Self::TooMany => 429,
            Self::Unavailable => 503,
        }
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoReason | Refusal::TooLong | Refusal::Robot => Self::BadRequest,
            Refusal::NotFound => Self::NotFound,
            Refusal::TooMany => Self::TooMany,
            Refusal::Unavailable => Self::Unavailable,
        }
    }
}

/// Keeps a report, once.
///
/// # Errors
/// Why it is not kept.
pub async fn report(app: &AppContext, visitor: Visitor, number: OfferNumber, draft: &Draft) -> Result<(), Refusal> {
    if !draft.website.is_empty() {
        return Err(Refusal::Robot);
    }
    let reason = ReportReason::from_code(&draft.reason).ok_or(Refusal::NoReason)?;
    let text = ReportText::parse(&draft.text).map_err(|_| Refusal::TooLong)?;
    let failed = |error: store::StoreError| {
        tracing::error!(%error, "a report could not be kept");
        Refusal::Unavailable
    };
    let once = mark(visitor, number, reason);
    if app.store.has_report(&once).await.map_err(failed)? {
        return Ok(());
    }
    let at = app.now().timestamp;
    if !app.limits.take_report(visitor, number, at) {
        return Err(Refusal::TooMany);
    }
    app.store.offer(number).await.map_err(failed)?.ok_or(Refusal::NotFound)?;
    app.store.add_report(&Report { number, reason, text, at }, &once).await.map_err(failed)?;
    Ok(())
}

/// The mark by which the same report is known again. Since [`Visitor`] is made with a secret that lives
/// for a day in one process, it tells nobody anything, and two marks of one visitor look unlike.
fn mark(visitor: Visitor, number: OfferNumber, reason: ReportReason) -> String {
    let mut hash = Sha256::new();
    hash.update(visitor.0);
    hash.update(number.as_u64().to_be_bytes());
    hash.update(reason.code());
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
