//! Opening hours as people write them: `lun-ven 9h-12h 14h-17h; sam 9h-12h; 24/12/2026 fermé`.
//!
//! What is understood is wide, what is written back is one form; reading that gives the same hours.
//! What may mean two things, or holds a word that is not known, is an error and never a guess. The
//! text is cut into pieces (`source`), the pieces become tokens (`token`, `words`), the tokens are
//! read into groups of days with their hours (`reader`, `group`) and what is said beside them (`list`,
//! `change`), and the groups are checked against each other (`rules`). Messages are in French: the person who fills the spreadsheet reads them.

mod change;
mod days;
mod display;
mod group;
mod hours;
mod list;
mod names;
mod numerals;
mod opens;
#[cfg(test)]
mod properties;
mod reader;
mod rules;
mod source;
#[cfg(test)]
mod tests;
mod token;
mod words;

use super::Opening;
use core::str::FromStr;

/// Days that one range of dates may hold.
const MAX_DAYS: i32 = 366;
/// No cell that says opening hours is longer, in characters.
const MAX_TEXT: usize = 4_000;
/// Monday to Sunday, as they are written back.
const DAY_NAMES: [&str; 7] = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];

/// Why opening hours were not understood, and how to mend them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrittenError {
    /// A word that is neither day nor hour.
    #[error("« {0} » n'est pas compris : écrivez des jours puis des heures, comme « lun-ven 9h-12h 14h-17h »")]
    Unknown(String),
    /// Hours for which an appointment is needed.
    #[error("« {0} » n'est pas une heure d'ouverture : écrivez seulement les heures sans rendez-vous")]
    Appointment(String),
    /// Hours without a day before them.
    #[error("« {0} » n'a pas de jour : écrivez-le avant, comme « lun 9h-12h »")]
    NoDay(String),
    /// Days without hours after them.
    #[error("« {0} » n'a pas d'heures : ajoutez-les, ou écrivez « fermé »")]
    NoHours(String),
    /// A time that neither begins nor ends hours.
    #[error("« {0} » : il manque le début ou la fin ; écrivez les deux, comme « 9h-12h »")]
    OneTime(String),
    /// Hours that end before they begin.
    #[error("« {0} » finit avant de commencer, ou dépasse 24h")]
    Backwards(String),
    /// Hours of a day that overlap.
    #[error("les heures de « {0} » se chevauchent")]
    Overlap(String),
    /// A day that is said twice.
    #[error("« {0} » est écrit deux fois : gardez une seule ligne pour ce jour")]
    Twice(String),
    /// What is said elsewhere in the text is the contrary.
    #[error("« {0} » contredit le reste des horaires : gardez l'un ou l'autre")]
    Contradiction(String),
    /// What people may read in two ways.
    #[error("« {0} » peut se lire de deux façons : écrivez chaque jour et ses heures, séparés par « ; »")]
    Unclear(String),
    /// A range of dates that is backwards or too long.
    #[error("« {0} » : la fin vient avant le début, ou plus d'un an après")]
    Dates(String),
    /// More text than hours can need.
    #[error("les horaires dépassent {MAX_TEXT} caractères")]
    TooLong,
}

impl FromStr for Opening {
    type Err = WrittenError;

    fn from_str(text: &str) -> Result<Self, WrittenError> {
        if text.chars().count() > MAX_TEXT {
            return Err(WrittenError::TooLong);
        }
        reader::read(text)
    }
}

impl TryFrom<String> for Opening {
    type Error = WrittenError;

    fn try_from(text: String) -> Result<Self, WrittenError> {
        text.parse()
    }
}

impl From<Opening> for String {
    fn from(opening: Opening) -> Self {
        opening.to_string()
    }
}
