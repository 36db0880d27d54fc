//! What a reader tells of an offer: a reason, and a few words that only the hub's staff reads.

use crate::coded_enum;
use crate::number::OfferNumber;
use crate::time::Timestamp;

/// The longest text of a report, in characters.
pub const MAX_REPORT_TEXT: usize = 500;

coded_enum! {
    /// What is wrong with an offer.
    pub enum ReportReason {
        /// Somebody already has the job.
        Filled = "pourvue",
        /// What it says is not so.
        Wrong = "erreur",
        /// It asks for money, bank details or papers.
        Money = "argent",
        /// It leaves people out whom the law does not let it leave out.
        Discriminatory = "discrimination",
        /// Nobody answers.
        Silent = "sans-reponse",
        /// Something else.
        Other = "autre",
    }
}

/// A report on an offer. Nothing of who sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The offer.
    pub number: OfferNumber,
    /// What is wrong.
    pub reason: ReportReason,
    /// In the reader's words.
    pub text: Option<ReportText>,
    /// When it was sent.
    pub at: Timestamp,
}

/// The words of a report, as typed: without control characters, at most [`MAX_REPORT_TEXT`] characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportText(String);

/// A text that is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a report has at most {MAX_REPORT_TEXT} characters")]
pub struct TooLong;

impl ReportText {
    /// What was typed; `None` when that is nothing.
    ///
    /// # Errors
    /// [`TooLong`]: it is never cut, since its end may be what matters.
    pub fn parse(typed: &str) -> Result<Option<Self>, TooLong> {
        let kept: String = typed.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        let kept = kept.trim();
        if kept.chars().count() > MAX_REPORT_TEXT {
            return Err(TooLong);
        }
        Ok((!kept.is_empty()).then(|| Self(kept.to_owned())))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_kept_as_typed() {
        let text = |typed: &str| ReportText::parse(typed).map(|t| t.map(|t| t.as_str().to_owned()));
        assert_eq!(
            text("  Le 06 12 34 56 78 ne répond pas.\r\nMerci \u{1b}[2J"),
            Ok(Some("Le 06 12 34 56 78 ne répond pas.\nMerci [2J".to_owned()))
        );
        assert_eq!(text(" \r\n\0 "), Ok(None));
        assert_eq!(text(&"é".repeat(MAX_REPORT_TEXT)).map(|t| t.map(|t| t.chars().count())), Ok(Some(MAX_REPORT_TEXT)));
        assert_eq!(text(&"é".repeat(MAX_REPORT_TEXT + 1)), Err(TooLong));
    }

    proptest! {
        #[test]
        fn no_control_character_is_kept(typed in "(\\PC|\\p{Cc}){0,600}") {
            if let Ok(Some(text)) = ReportText::parse(&typed) {
                prop_assert!(text.as_str().chars().all(|c| !c.is_control() || c == '\n'));
                prop_assert_eq!(ReportText::parse(text.as_str()), Ok(Some(text.clone())));
            }
        }
    }
}
