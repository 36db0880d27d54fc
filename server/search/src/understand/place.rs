//! Where: a place in the place field, or inside the words ("soudeur tourcoing", "59100", "lens 62").
//!
//! Inside the words a name is a place when nothing speaks for a trade. A name that is also a word of
//! ROME's titles ("tours", "mer", "bar") is a place only after "à" or "sur", before its département,
//! or at the end behind words with which no title of ROME goes ("vendeur tours", not "sauveteur en
//! mer"). A lone word of ROME is always a trade. Small communes of one short word need "à", so that
//! "vue" or "eu" are not taken out of a query.

use crate::analyse::{self, Word, is_narrowing, is_noise, is_stop};
use crate::index::View;
use crate::lexicon::{compact, departement};
use domain::answer::PlaceFound;
use domain::place::{CommuneCode, DepartementCode};
use domain::query::OfferQuery;

/// Words that a commune's name has at most.
const LONGEST_NAME: usize = 7;
/// Inhabitants from which a name of one word is a place without "à".
const KNOWN: u32 = 1_000;
/// Inhabitants from which a name that is also a word of ROME may be a place.
const WELL_KNOWN: u32 = 10_000;
/// Other communes of the same name that are told.
const MAX_OTHERS: usize = 5;

/// Where a search is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Located {
    Nowhere,
    /// Typed, and not known.
    Unknown(String),
    Departement(String),
    Commune {
        place: PlaceFound,
        /// Other communes of that name or postcode.
        others: Vec<PlaceFound>,
        /// The codes that mean it.
        together: Vec<String>,
    },
}

/// A place inside the words: which words, and where it is.
pub(crate) struct InWords {
    from: usize,
    to: usize,
    pub(crate) located: Located,
}

impl InWords {
    /// The place as it was typed.
    pub(crate) fn typed(&self, text: &str, words: &[Word]) -> String {
        let name = &words[self.from..self.to];
        let skip = name.iter().take_while(|w| is_link(&w.text)).count();
        let name = name.get(skip..).filter(|n| !n.is_empty()).unwrap_or(name);
        match (name.first(), name.last()) {
            (Some(first), Some(last)) => text[first.from..last.to].to_owned(),
            _ => String::new(),
        }
    }

    /// The text and the words without the place.
    pub(crate) fn without(&self, text: &str, words: &[Word]) -> (String, Vec<Word>) {
        let (start, end) = (words[self.from].from, words[self.to - 1].to);
        let rest = format!("{} {}", &text[..start], text[end..].trim_start_matches([')', ',']));
        let rest = super::tidy(rest.trim_matches([' ', ',', '(', '-', '/']));
        let kept = words[..self.from].iter().chain(&words[self.to..]).cloned().collect();
        (rest, kept)
    }
}

/// Where the search is: the commune given wins, then the place field, then the words.
pub(crate) fn locate(view: &View<'_>, query: &OfferQuery, in_words: Option<Located>) -> Located {
    if let Some(code) = &query.commune {
        return of_code(view, code);
    }
    let typed = query.place_text.trim();
    if !typed.is_empty() {
        let found = in_field(view, typed);
        if !matches!(found, Located::Unknown(_)) || in_words.is_none() {
            return found;
        }
    }
    in_words.unwrap_or(Located::Nowhere)
}

fn of_code(view: &View<'_>, code: &CommuneCode) -> Located {
    let places = &view.lexicon.places;
    match places.of_code(code) {
        Some(rank) => commune(view, &[rank]),
        // The reference data is not there, or older than the code: its offers are found all the same.
        None => Located::Commune {
            place: PlaceFound { commune: code.clone(), name: code.to_string(), postcode: None, point: None },
            others: Vec::new(),
            together: places.together(code.as_str()),
        },
    }
}

/// The first of some communes; the others are told.
fn commune(view: &View<'_>, ranks: &[u32]) -> Located {
    let places = &view.lexicon.places;
    let mut found = ranks.iter().filter_map(|r| places.found(*r));
    match found.next() {
        Some(place) => Located::Commune {
            together: places.together(place.commune.as_str()),
            place,
            others: found.take(MAX_OTHERS).collect(),
        },
        None => Located::Nowhere,
    }
}

/// The place field: a name, a postcode, both in either order, a département by name or number.
fn in_field(view: &View<'_>, typed: &str) -> Located {
    let words: Vec<String> = analyse::words(typed).into_iter().map(|w| w.text).filter(|w| w != "cedex").collect();
    let (codes, name): (Vec<&String>, Vec<&String>) = words.iter().partition(|w| is_code(w));
    let name: Vec<&str> = name.into_iter().map(String::as_str).collect();
    let whole = compact(&words.join(" "));
    let compacted = compact(&name.join(" "));
    let places = &view.lexicon.places;
    if matches!(whole.as_str(), "" | "france" | "partout" | "toutelafrance") {
        return Located::Nowhere;
    }
    let named = places.named(&whole);
    let big = named.first().is_some_and(|r| places.population(*r) >= WELL_KNOWN);
    if let Some(code) = departement(&whole)
        && !big
    {
        return Located::Departement(code.as_str().to_owned());
    }
    if !named.is_empty() {
        return commune(view, &named);
    }
    let mut named = places.named(&compacted);
    for code in &codes {
        let of_code = of_postcode_or_departement(view, code, &named);
        match (of_code, named.is_empty()) {
            (ByCode::Communes(ranks), _) => named = ranks,
            (ByCode::Departement(code), true) => return Located::Departement(code),
            (ByCode::Departement(_) | ByCode::Nothing, _) => {}
        }
    }
    if !named.is_empty() {
        return commune(view, &named);
    }
    if let Some(code) = departement(&compacted) {
        return Located::Departement(code.as_str().to_owned());
    }
    let near = if compacted.len() >= 5 { places.nearly_named(&compacted) } else { Vec::new() };
    if near.is_empty() { Located::Unknown(typed.to_owned()) } else { commune(view, &near) }
}

/// A number of a place: a postcode, or a département ("59", "2a", "974").
fn is_code(word: &str) -> bool {
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    (digits && matches!(word.len(), 2 | 3 | 5)) || word == "2a" || word == "2b"
}

enum ByCode {
    Communes(Vec<u32>),
    Departement(String),
    Nothing,
}

/// What a number says, given the communes that a name beside it may mean.
fn of_postcode_or_departement(view: &View<'_>, code: &str, named: &[u32]) -> ByCode {
    let places = &view.lexicon.places;
    let upper = code.to_ascii_uppercase();
    if code.len() == 5 {
        let at = places.of_postcode(code);
        let both: Vec<u32> = named.iter().copied().filter(|r| at.contains(r)).collect();
        if !both.is_empty() {
            return ByCode::Communes(both);
        }
        if named.is_empty() && !at.is_empty() {
            return ByCode::Communes(at);
        }
        if let (true, Some(rank)) = (named.is_empty(), CommuneCode::parse(code).ok().and_then(|c| places.of_code(&c))) {
            return ByCode::Communes(vec![rank]);
        }
        // A postcode of a company or of a post box: its département is right.
        let digits = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
        return of_departement(view, &upper[..digits], named);
    }
    of_departement(view, &upper, named)
}

fn of_departement(view: &View<'_>, code: &str, named: &[u32]) -> ByCode {
    let Ok(code) = DepartementCode::parse(code) else { return ByCode::Nothing };
    let places = &view.lexicon.places;
    let inside = |rank: &u32| CommuneCode::parse(places.code(*rank)).is_ok_and(|c| c.departement() == code);
    let both: Vec<u32> = named.iter().copied().filter(inside).collect();
    if both.is_empty() { ByCode::Departement(code.as_str().to_owned()) } else { ByCode::Communes(both) }
}

/// The place inside the words, if one is certain enough. The longest name wins, then the last.
pub(crate) fn in_words(view: &View<'_>, words: &[Word]) -> Option<InWords> {
    let mut best: Option<(usize, InWords)> = None;
    for from in 0..words.len() {
        for to in (from + 1..=words.len().min(from + LONGEST_NAME)).rev() {
            let Some(found) = at(view, words, from, to) else { continue };
            let length = found.to - found.from;
            if best.as_ref().is_none_or(|(longest, _)| length >= *longest) {
                best = Some((length, found));
            }
            break;
        }
    }
    best.map(|(_, found)| found)
}

/// The place that exactly these words name.
fn at(view: &View<'_>, words: &[Word], from: usize, to: usize) -> Option<InWords> {
    let name: Vec<&str> = words[from..to].iter().map(|w| w.text.as_str()).collect();
    // "à", "près de" and the like go with the place.
    let links = words[..from].iter().rev().take_while(|w| is_link(&w.text)).count();
    let linked = words[from - links..from].iter().any(|w| is_preposition(&w.text));
    let start = from - if linked { links } else { 0 };
    if let [code] = name[..]
        && is_code(code)
    {
        return code_at(view, words, from, start);
    }
    let places = &view.lexicon.places;
    let named = places.named(&compact(&name.join(" ")));
    // The département behind a name chooses among communes of that name, and makes it certain.
    let code = words.get(to).map(|w| w.text.as_str()).filter(|w| is_code(w));
    if let Some(code) = code
        && let ByCode::Communes(ranks) = of_postcode_or_departement(view, code, &named)
        && !named.is_empty()
    {
        return Some(InWords { from: start, to: to + 1, located: commune(view, &ranks) });
    }
    let certain = !named.is_empty() && is_place(view, words, from, to, linked, places.population(named[0]));
    if certain {
        return Some(InWords { from: start, to, located: commune(view, &named) });
    }
    departement_at(view, words, from, to, start, linked)
}

/// A postcode anywhere; the number of a département as the last of several words.
fn code_at(view: &View<'_>, words: &[Word], from: usize, start: usize) -> Option<InWords> {
    let code = &words[from].text;
    let numbered = from > 0 && {
        let before = &words[from - 1].text;
        matches!(before.as_str(), "caces" | "permis" | "categorie" | "niveau" | "bac" | "coefficient" | "n" | "r")
    };
    let last = from > 0 && from + 1 == words.len() && !numbered;
    if code.len() != 5 && !last {
        return None;
    }
    let located = match of_postcode_or_departement(view, code, &[]) {
        ByCode::Communes(ranks) => commune(view, &ranks),
        ByCode::Departement(code) => Located::Departement(code),
        ByCode::Nothing => return None,
    };
    Some(InWords { from: start, to: from + 1, located })
}

/// A département by its name, when nothing speaks for a trade.
fn departement_at(
    view: &View<'_>,
    words: &[Word],
    from: usize,
    to: usize,
    start: usize,
    linked: bool,
) -> Option<InWords> {
    let name: Vec<&str> = words[from..to].iter().map(|w| w.text.as_str()).collect();
    let code = departement(&compact(&name.join(" ")))?;
    let trade = name.iter().any(|w| !is_stop(w) && is_trade_word(view, w));
    let behind = from > 0 && to == words.len();
    (name.len() >= 3 || (!trade && (behind || linked || words.len() == to - from))).then(|| InWords {
        from: start,
        to,
        located: Located::Departement(code.as_str().to_owned()),
    })
}

/// Whether a commune's name inside the words is meant as a place.
fn is_place(view: &View<'_>, words: &[Word], from: usize, to: usize, linked: bool, population: u32) -> bool {
    let significant: Vec<&str> = words[from..to].iter().map(|w| w.text.as_str()).filter(|w| !is_stop(w)).collect();
    let [only] = significant[..] else {
        // Several words are a place unless ROME knows them together ("garde champêtre").
        let stems: Vec<String> = significant.iter().map(|w| analyse::stem(w)).collect();
        return !significant.is_empty() && view.lexicon.titles.labels_with(&stems).is_empty();
    };
    if is_noise(only) || is_narrowing(only) {
        return false;
    }
    if !is_trade_word(view, only) {
        let long_enough = only.len() >= 4 && population >= KNOWN;
        return linked || long_enough;
    }
    if linked {
        return population >= KNOWN && !goes_with_others(view, words, from, to);
    }
    let behind = from > 0 && to == words.len();
    behind && population >= WELL_KNOWN && !goes_with_others(view, words, from, to)
}

fn is_trade_word(view: &View<'_>, word: &str) -> bool {
    view.lexicon.vocabulary.knows(word) || view.lexicon.titles.has_stem(&analyse::stem(word))
}

/// Whether a title of ROME holds a word of the name together with one beside it.
fn goes_with_others(view: &View<'_>, words: &[Word], from: usize, to: usize) -> bool {
    let stem_of = |w: &Word| analyse::stem(&w.text);
    let others = words[..from].iter().chain(&words[to..]).filter(|w| !is_stop(&w.text));
    let name: Vec<String> = words[from..to].iter().filter(|w| !is_stop(&w.text)).map(stem_of).collect();
    others.map(stem_of).any(|other| {
        let together: Vec<String> = name.iter().cloned().chain([other]).collect();
        !view.lexicon.titles.labels_with(&together).is_empty()
    })
}

/// Words after which a name is a place.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "a" | "alentours" | "autour" | "environs" | "pres" | "proche" | "region" | "secteur" | "sur" | "vers" | "ville"
    )
}

/// Words that go with the place: "près de Lens", "aux alentours de Lens".
fn is_link(word: &str) -> bool {
    is_preposition(word) || matches!(word, "aux" | "de" | "les")
}
