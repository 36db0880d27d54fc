//! What stands around a place inside the words and goes with it: "près de Lens", "dans le Nord", "Lille et alentours".

use super::inside::Asked;
use super::items::is_basin;
use crate::lexicon::names::is_small;

impl Asked<'_> {
    /// Whether nothing but "et", "ou" or a comma stands between two places.
    pub(super) fn touches(&self, to: usize, from: usize) -> bool {
        to == from
            || (to < from
                && self.plain[to..from].iter().all(|word| matches!(*word, "et" | "ou" | "en" | "dans" | "le" | "la")))
    }

    /// How many words before a place go with it: "près de", "dans le".
    pub(super) fn links_before(&self, from: usize) -> usize {
        let before = self.before(from);
        // From the first of them that says where.
        before.iter().position(|word| is_preposition(word) || is_inside(word)).map_or(0, |at| before.len() - at)
    }

    /// The words right before a place that may go with it.
    fn before(&self, from: usize) -> &[&str] {
        let mut first = from;
        while first > 0 && !self.words[first].apart && is_link(self.plain[first - 1]) {
            first -= 1;
        }
        &self.plain[first..from]
    }

    /// How many words before a commune make it stand for its labour basin: "bassin d'emploi de".
    pub(super) fn basin_before(&self, from: usize) -> Option<usize> {
        let links = self.before(from).iter().rev().take_while(|word| matches!(**word, "d" | "de" | "du")).count();
        let before = &self.plain[..from - links];
        let work = usize::from(before.last() == Some(&"emploi")) * 2;
        let word = before.len().checked_sub(work + 1).and_then(|at| before.get(at))?;
        (links > 0 && is_basin(word)).then_some(links + work + 1)
    }

    /// Whether a number is a share, a part of a date or of a reference: "50 %", "20/01", "2024-41514".
    pub(super) fn is_counted(&self, at: usize) -> bool {
        let piece = &self.words[at];
        let (before, after) = (&self.text[..piece.from], &self.text[piece.to..]);
        let joins = |c: char| matches!(c, '-' | '/' | '.' | ',' | ':' | '_');
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let goes_on = |chars: &mut dyn Iterator<Item = char>| chars.next().is_some_and(joins) && digit(chars.next());
        after.trim_start().starts_with(['%', '€', '°'])
            || goes_on(&mut before.chars().rev())
            || goes_on(&mut after.chars())
    }

    pub(super) fn is_linked(&self, from: usize) -> bool {
        self.before(from).iter().any(|word| is_preposition(word))
    }

    /// Whether "en" or "dans" stands before: where that says a part of the country.
    pub(super) fn is_in(&self, from: usize) -> bool {
        self.before(from).iter().any(|word| is_inside(word))
    }

    pub(super) fn is_behind(&self, from: usize, to: usize) -> bool {
        from > 0 && to + self.tail(to) == self.plain.len()
    }

    /// How many words behind a place go with it: "centre", "et alentours".
    pub(super) fn tail(&self, to: usize) -> usize {
        let rest = &self.plain[to..];
        let length = rest.iter().take_while(|word| is_tail(word)).count();
        let ends = length == rest.len() || self.words[to + length].apart;
        let says = rest[..length].iter().any(|word| !is_small(word) && !matches!(*word, "ou" | "sa" | "ses"));
        if ends && says && length > 0 { length } else { 0 }
    }

    /// The same, where the place is not known yet.
    pub(super) fn tail_of_text(&self) -> usize {
        let length = self.plain.iter().rev().take_while(|word| is_tail(word)).count();
        if length < self.plain.len() { self.tail(self.plain.len() - length) } else { 0 }
    }
}

/// Words after which a name is a place.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "a" | "alentours" | "autour" | "environs" | "pres" | "proche" | "region" | "secteur" | "sur" | "vers" | "ville"
    )
}

/// Words after which the name of a part of the country is a place.
fn is_inside(word: &str) -> bool {
    matches!(word, "dans" | "departement" | "en")
}

/// Words that go with the place: "près de Lens", "aux alentours de Lens", "dans le Nord".
fn is_link(word: &str) -> bool {
    is_preposition(word)
        || is_inside(word)
        || matches!(word, "au" | "aux" | "d" | "de" | "du" | "l" | "la" | "le" | "les")
}

/// Words that go with the place before them.
fn is_tail(word: &str) -> bool {
    matches!(
        word,
        "agglomeration"
            | "alentour"
            | "alentours"
            | "banlieue"
            | "cedex"
            | "centre"
            | "environ"
            | "environs"
            | "et"
            | "les"
            | "ou"
            | "peripherie"
            | "proximite"
            | "region"
            | "sa"
            | "ses"
            | "ville"
    )
}
