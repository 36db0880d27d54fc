//! French, as offers are written: phrases that say a condition by themselves, and phrases that only look like it.

mod asked;
mod contracts;
mod diplomas;
mod getting_there;
mod grammar;
mod hardship;
mod hours;
mod kinds;
mod remote;

use crate::conditions::reader::{Tables, Vocabulary};
use crate::conditions::said::Says;
use std::sync::OnceLock;

/// What offers say.
pub(super) const OFFERS: Tables<Says> = Tables {
    rows: &[
        asked::ROWS,
        contracts::ROWS,
        diplomas::ROWS,
        getting_there::ROWS,
        hardship::ROWS,
        hours::ROWS,
        remote::ROWS,
    ],
    kinds: kinds::KINDS,
    roles: &[grammar::ROLES],
    misspelt: grammar::MISSPELT,
    joined: grammar::JOINED,
    long: &[],
};

/// The vocabulary of offers, made ready once.
pub(in crate::conditions) fn offers() -> &'static Vocabulary<Says> {
    static READY: OnceLock<Vocabulary<Says>> = OnceLock::new();
    READY.get_or_init(|| Vocabulary::new(&OFFERS))
}
