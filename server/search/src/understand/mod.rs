//! From what is typed to a plan: the place is taken out, words are corrected, phrases are matched
//! to occupations and other names, and what everybody types around a trade is dropped.

mod concepts;
mod correct;
mod place;
mod quotes;
mod spoken;
#[cfg(test)]
mod tests;

use crate::SearchError;
use crate::analyse::{self, Word, is_narrowing, is_noise, is_stop, stem};
use crate::index::View;
use crate::lexicon::names::pieces;
use crate::plan::{Area, Clause, Plan};
use correct::{Correction, Said};
use domain::answer::{OtherSpelling, Understood};
use domain::query::OfferQuery;
use place::{Found, Located};

pub(crate) use place::{Spot, spot};

/// Characters of the typed text that are looked at.
const MAX_CHARS: usize = 300;
/// Words of the typed text that are looked at.
const MAX_WORDS: usize = 40;
/// Occupations that are told to the person.
const MAX_TOLD: usize = 6;

/// A query, understood.
pub(crate) struct Understanding {
    pub(crate) plan: Plan,
    /// The query, in which conditions that stood in the words are filters.
    pub(crate) query: OfferQuery,
    pub(crate) understood: Understood,
    /// The place that stood in the words, as typed.
    pub(crate) place_in_text: Option<String>,
}

/// A word that is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded, corrected where it was.
    pub(crate) word: String,
    pub(crate) stem: String,
    /// As it was typed.
    pub(crate) typed: String,
    pub(crate) quoted: bool,
    /// Another spelling that is searched as well.
    pub(crate) other: Option<String>,
}

impl Term {
    /// The clause that searches it.
    fn clause(&self) -> Clause {
        Clause {
            stems: vec![self.stem.clone()],
            exact: vec![self.word.clone()],
            other: self.other.iter().map(|word| stem(word)).collect(),
            typed: Some(self.typed.clone()),
            quoted: self.quoted,
        }
    }
}

/// A text in which a word, as it was typed, stands in quotes.
pub(crate) fn quoted_word(text: &str, word: &str) -> String {
    let folded = domain::text::fold(word);
    let words = analyse::words(text);
    quotes::quoted(text, words.iter().filter(|w| w.text == folded).take(1))
}

/// Understands a query.
pub(crate) fn understand(view: &View<'_>, query: &OfferQuery) -> Result<Understanding, SearchError> {
    let (query, mut understood) = spoken::filtered(view, query);
    let query = &query;
    let typed = shortened(&query.text);
    let given = place::given(view.lexicon, query);
    // "France" is said as well as a place is.
    let decided = given.is_somewhere() || (!query.place_text.trim().is_empty() && !given.is_unknown());
    let said = pieces(typed, MAX_WORDS);
    let mut in_text = place::in_words(view, typed, &said);
    let mut rest = in_text.as_ref().map_or_else(|| tidy(typed), |found| found.without(typed, &said));
    let mut place_in_text = in_text.as_ref().map(|found| found.typed(typed, &said).to_owned());
    let mut words = Words::of(view, &rest)?;
    if in_text.is_none() && !decided {
        let said = pieces(&rest, MAX_WORDS);
        let is_better = |word: &str| words.correction.changes(word);
        if let Some(guessed) = place::guess(view, &rest, &said, is_better)? {
            place_in_text = Some(guessed.typed(&rest, &said).to_owned());
            rest = guessed.without(&rest, &said);
            words = Words::of(view, &rest)?;
            in_text = Some(guessed);
        }
    }
    // The commune given wins, then the place field, then the words.
    let found = match in_text {
        Some(in_text) if !decided => in_text.found,
        _ => given,
    };
    let Words { text, correction } = words;
    understood.text.clone_from(&text);
    let mut plan = Plan { area: area(query, found, &mut understood), ..Plan::default() };
    if correction.changed() {
        understood.corrected = Some(tidy(&correction.text(&text)));
        understood.exact = Some(quotes::quoted(&text, correction.corrected()));
    }
    for (word, also) in correction.others() {
        understood.spellings.push(OtherSpelling {
            typed: text.get(word.from..word.to).unwrap_or(&word.text).to_owned(),
            also: also.to_owned(),
            exact: quotes::quoted(&text, [word]),
        });
    }
    plan.leads = crate::leads::leads(&correction.text(&text));
    concepts::plan_words(view.lexicon, &correction.terms(&text), &mut plan);
    let certain = plan.concepts.iter().filter(|c| c.certain).flat_map(|c| c.codes.iter().chain(&c.near_codes));
    understood.occupations = concepts::told(view.lexicon, certain, MAX_TOLD);
    let employer = query.filters.employer.as_deref().map(analyse::plain_key);
    plan.employer = employer.filter(|key| !key.is_empty());
    plan.rome = query.filters.rome.iter().map(ToString::to_string).collect();
    Ok(Understanding { plan, query: query.clone(), understood, place_in_text })
}

/// The words without the place, as they are searched.
struct Words {
    /// In one form.
    text: String,
    correction: Correction,
}

impl Words {
    fn of(view: &View<'_>, rest: &str) -> Result<Self, SearchError> {
        let text = in_one_form(rest).map_or_else(|| rest.to_owned(), |formed| tidy(&formed));
        let mut words = analyse::words(&text);
        words.truncate(MAX_WORDS);
        let kept = meaningful(words).into_iter().map(|word| {
            let quoted = quotes::is_quoted(&text, word.from);
            let heard_er = text.get(word.from..word.to).is_some_and(|typed| typed.ends_with(['é', 'É']));
            Said { word, quoted, heard_er }
        });
        let correction = correct::correct(view, kept.collect())?;
        Ok(Self { text, correction })
    }
}

/// What is typed in both genders, or with "(H/F)", as the titles of the index are: "vendeur⋅euse" is "vendeur".
/// `None` where that changes no word.
fn in_one_form(typed: &str) -> Option<String> {
    let formed = domain::title::for_index(typed);
    let (before, after) = (domain::text::words(typed), domain::text::words(&formed));
    // An address or a number is typed to be found, not to be masked.
    (!after.is_empty() && after.len() < before.len() && !formed.contains('[')).then_some(formed)
}

/// Cut between two words where there are several: half a word is another word.
fn shortened(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(MAX_CHARS) else { return text };
    let cut = &text[..end];
    cut.rfind(char::is_whitespace).map_or(cut, |at| &cut[..at])
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes into the answer what was understood of the place; the area that is searched.
fn area(query: &OfferQuery, found: Found, understood: &mut Understood) -> Option<Area> {
    understood.guessed_place = found.guessed();
    understood.former_place = found.former();
    match found.located {
        Located::Nowhere => None,
        Located::Unknown(typed) => {
            understood.unknown_place = Some(typed);
            None
        }
        Located::Area { label, departements, communes, others } => {
            understood.area = Some(label);
            understood.other_places = others;
            Some(Area::Within { departements, communes })
        }
        Located::Commune { place, others, together } => {
            let area = Area::Around {
                communes: together,
                departement: place.commune.departement().as_str().to_owned(),
                centre: place.point,
                radius_m: u32::from(query.radius_km) * 1000,
            };
            understood.place = Some(place);
            understood.other_places = others;
            Some(area)
        }
    }
}

/// The words that mean something: without grammar; without repetition.
fn meaningful(words: Vec<Word>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for word in words {
        if !is_stop(&word.text) && !out.iter().any(|w| w.text == word.text) {
            out.push(word);
        }
    }
    out
}

/// Whether a word narrows nothing that the index could find by it.
fn is_dropped(word: &str) -> bool {
    is_noise(word) || is_narrowing(word)
}
