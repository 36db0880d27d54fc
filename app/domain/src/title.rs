//! Titles of offers: as people read them, and as the index reads them.
//!
//! Called by the imports ([`display`]), and by the index and whoever looks a title up in ROME
//! ([`for_index`]). Feeds shout ("CARISTE (H/F)"), repeat "(H/F)" and end with their own references
//! ("#ADE13347"). French law wants titles open to women and men, and there are many ways to write
//! that: "vendeur·se", "Vendeur/euse", "VENDEUR (H/F/NB)". All are shown in one way, both forms or
//! "(H/F)" once at the end, and all have one key, the masculine.

mod case;
mod ended;
mod feminine;
mod marker;
mod noise;
mod whole;
mod written;

use crate::mask::MAX_LINE;
use crate::text::shorten;
use written::Written;

/// How often a title is read, at most, until it says the same: twice is enough for what people write.
const ROUNDS: usize = 8;
/// What a title ends with that does not name both genders.
const MARKER: &str = " (H/F)";

/// The title as people read it: one line, no capitals throughout, without the feed's reference;
/// both forms, or "(H/F)" once at the end. Empty when there is no title.
#[must_use]
pub fn display(raw: &str) -> String {
    settled(raw).0
}

/// Both at once, for half the work: [`display`] and [`for_index`].
#[must_use]
pub fn display_and_index(raw: &str) -> (String, String) {
    let (shown, written) = settled(raw);
    (shown, written.masculine())
}

/// The title in the masculine, without "(H/F)" in any form and without the feminine beside it: the
/// same text for every way of writing one job, once it is folded. For the index, for looking it up
/// in ROME, and for what a person types in a search box: "vendeur·se lille" is "Vendeur lille".
/// A title in the feminine alone stays as it is.
#[must_use]
pub fn for_index(title: &str) -> String {
    settled(title).1.masculine()
}

/// The title that is shown, and its parts as they are read in it.
fn settled(raw: &str) -> (String, Written) {
    let mut text = raw.to_owned();
    let mut written = read(&text);
    for _ in 1..ROUNDS {
        let shown = shown(&written);
        if shown == text {
            break;
        }
        written = read(&shown);
        text = shown;
    }
    (shown(&written), written)
}

fn shown(written: &Written) -> String {
    let shown = written.shown();
    if written.is_open || shown.is_empty() { shown } else { format!("{shown}{MARKER}") }
}

fn read(raw: &str) -> Written {
    let core = noise::without(raw);
    let shouted = case::is_shouted(&core);
    let cased = if shouted { case::sentence_case(&core) } else { core };
    let written = Written::read(&cased, shouted);
    if written.shown().chars().count() + MARKER.len() <= MAX_LINE {
        return written;
    }
    // Both forms take up to twice the room.
    Written::read(&shorten(&cased, MAX_LINE / 2 - 10), shouted)
}

#[cfg(test)]
mod tests;
