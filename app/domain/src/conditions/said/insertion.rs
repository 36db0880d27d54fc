//! Who works as an insertion, and who works for those that do.

use crate::text::words;

/// Trades of those who accompany, teach and lead: their texts speak of insertion and mean others.
const STAFF: &[&str] = &[
    "accompagnat",
    "animat",
    "assistant",
    "charge",
    "conseil",
    "coordinat",
    "coordonn",
    "directeur",
    "directrice",
    "educat",
    "encadrant",
    "formateur",
    "formatrice",
    "gestionnaire",
    "psychologue",
    "responsable",
    "travailleur",
];

/// Whether a title names one of those who work for others' insertion.
pub(super) fn is_of_staff(title: &str) -> bool {
    let words = words(title);
    words.iter().take(2).any(|word| STAFF.iter().any(|trade| word.starts_with(trade)))
}
