//! The place field taken apart: names, numbers, words that say nothing of where, and the rest.

use super::choose::exact;
use crate::lexicon::Lexicon;
use crate::lexicon::names::{Piece, is_small};

/// Words of a name at most.
const LONGEST: usize = 9;

/// Words that say nothing of where, beside a name. Sorted.
const AROUND: &[&str] = &[
    "aeroport",
    "alentour",
    "alentours",
    "arrondissement",
    "autour",
    "banlieue",
    "canton",
    "cedex",
    "centre",
    "commune",
    "cote",
    "dans",
    "departement",
    "dept",
    "dpt",
    "emploi",
    "entre",
    "environ",
    "environs",
    "est",
    "france",
    "gare",
    "hopital",
    "industrielle",
    "jusqua",
    "kilometres",
    "km",
    "mairie",
    "ou",
    "ouest",
    "peripherie",
    "proche",
    "proximite",
    "quartier",
    "rayon",
    "region",
    "sa",
    "secteur",
    "ses",
    "sud",
    "tout",
    "toute",
    "urbaine",
    "vers",
    "vieux",
    "ville",
    "za",
    "zac",
    "zi",
    "zone",
];

/// Words that begin the name of a street. Sorted.
const STREET: &[&str] = &[
    "allee",
    "av",
    "avenue",
    "bd",
    "boulevard",
    "chemin",
    "cours",
    "faubourg",
    "impasse",
    "lotissement",
    "place",
    "quai",
    "residence",
    "route",
    "rue",
    "square",
];

/// Words beside a commune by which its labour basin is meant. Sorted.
const BASIN: &[&str] = &["agglo", "agglomeration", "bassin", "clpe", "communaute", "metropole", "pays"];

/// A part of what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A number of a place.
    Code,
    /// Words that are a name, to (not with) this one.
    Name(usize),
    /// A word that says nothing.
    Nothing,
    /// A word that makes a basin of a commune.
    Basin,
    /// Something else.
    Rest,
}

/// A number of a place: a postcode, or a département ("59", "2a", "974").
pub(super) fn is_code(word: &str) -> bool {
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    (digits && matches!(word.len(), 2 | 3 | 5)) || word == "2a" || word == "2b"
}

/// What stands where, from left to right: the longest names first.
pub(super) fn items(lexicon: &Lexicon, words: &[Piece]) -> Vec<(usize, Item)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let word = words[at].word.as_str();
        let next = words.get(at + 1).map_or("", |piece| piece.word.as_str());
        let item = match name_at(lexicon, words, at) {
            Some(to) if to > at + 1 || !(says_nothing(word) || is_basin(word) || is_code(word)) => Item::Name(to),
            _ if matches!(next, "km" | "kilometres") || is_distance(word) || says_nothing(word) => Item::Nothing,
            _ if is_code(word) => Item::Code,
            _ if is_basin(word) => Item::Basin,
            _ => Item::Rest,
        };
        out.push((at, item));
        at = if let Item::Name(to) = item { to } else { at + 1 };
    }
    out
}

/// Where the longest name that begins here ends.
fn name_at(lexicon: &Lexicon, words: &[Piece], from: usize) -> Option<usize> {
    let (mut key, mut name) = (String::new(), Vec::new());
    let mut found = None;
    for (to, piece) in words.iter().enumerate().skip(from).take(LONGEST) {
        if to > from && piece.apart {
            break;
        }
        key.push_str(&piece.word);
        name.push(piece.word.as_str());
        if !lexicon.keys.any_beginning(&key) {
            break;
        }
        if key.len() > 1 && !exact(lexicon, &name).is_empty() {
            found = Some(to + 1);
        }
    }
    found
}

fn says_nothing(word: &str) -> bool {
    is_small(word) || AROUND.binary_search(&word).is_ok()
}

pub(super) fn is_basin(word: &str) -> bool {
    BASIN.binary_search(&word).is_ok()
}

/// "20km"
fn is_distance(word: &str) -> bool {
    word.strip_suffix("km").is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// What is said apart: runs of items between commas and the like.
pub(super) fn segments<'a>(words: &[Piece], items: &'a [(usize, Item)]) -> Vec<&'a [(usize, Item)]> {
    items.chunk_by(|_, (next, _)| !words[*next].apart).collect()
}

/// Whether words name a street: the towns in its name are not where it is.
pub(super) fn is_street(words: &[Piece], segment: &[(usize, Item)]) -> bool {
    let street = segment.iter().position(|(at, _)| STREET.binary_search(&words[*at].word.as_str()).is_ok());
    street.is_some_and(|at| segment[at + 1..].iter().any(|(_, item)| matches!(item, Item::Name(_) | Item::Rest)))
}

/// Where a segment ends.
pub(super) fn ends(segment: &[(usize, Item)]) -> usize {
    match segment.last() {
        Some((_, Item::Name(to))) => *to,
        Some((at, _)) => at + 1,
        None => 0,
    }
}

/// The words of a segment without numbers, and without what says nothing at its ends.
pub(super) fn core<'a>(words: &'a [Piece], segment: &[(usize, Item)]) -> Vec<&'a str> {
    let says = |item: &Item| matches!(item, Item::Name(_) | Item::Rest);
    let (Some(from), Some(to)) =
        (segment.iter().position(|(_, item)| says(item)), segment.iter().rposition(|(_, item)| says(item)))
    else {
        return Vec::new();
    };
    let end = |(at, item): &(usize, Item)| if let Item::Name(to) = item { *to } else { at + 1 };
    let kept = segment[from..=to].iter().filter(|(_, item)| *item != Item::Code);
    kept.flat_map(|part| &words[part.0..end(part)]).map(|piece| piece.word.as_str()).collect()
}
