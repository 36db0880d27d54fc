//! Suggestions while typing: job titles and places, with how many open offers each has.

use domain::answer::Suggestion;
use serde::{Deserialize, Serialize};

/// A suggestion and how many open offers it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionCount {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// Open offers of that occupation or in that commune.
    pub count: u32,
}
