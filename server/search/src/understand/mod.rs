//! From what is typed to a plan: the place is taken out, words are corrected, phrases are matched
//! to occupations and other names, and what everybody types around a trade is dropped.

mod concepts;
mod correct;
mod place;
#[cfg(test)]
mod tests;

use crate::SearchError;
use crate::analyse::{self, Word, is_narrowing, is_noise, is_stop, stem};
use crate::index::View;
use crate::plan::{Area, Plan};
use domain::answer::Understood;
use domain::query::OfferQuery;
use place::Located;

/// Characters of the typed text that are looked at.
const MAX_CHARS: usize = 300;
/// Words of the typed text that are looked at.
const MAX_WORDS: usize = 40;
/// Occupations that are told to the person.
const MAX_TOLD: usize = 6;

/// A query, understood.
pub(crate) struct Understanding {
    pub(crate) plan: Plan,
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
}

impl Term {
    fn new(word: &str) -> Self {
        Self { word: word.to_owned(), stem: stem(word) }
    }
}

/// Understands a query.
pub(crate) fn understand(view: &View<'_>, query: &OfferQuery) -> Result<Understanding, SearchError> {
    let typed = shortened(&query.text);
    let formed = in_one_form(typed);
    let text = formed.as_deref().unwrap_or(typed);
    let mut words = analyse::words(text);
    words.truncate(MAX_WORDS);
    let in_text = place::in_words(view, &words);
    let place_in_text = in_text.as_ref().map(|p| p.typed(text, &words));
    let (rest, kept) = match &in_text {
        Some(found) => found.without(text, &words),
        None => (tidy(text), words),
    };
    let located = place::locate(view, query, in_text.map(|p| p.located));
    let mut understood = Understood { text: rest, ..Understood::default() };
    let mut plan = Plan { area: area(query, located, &mut understood), ..Plan::default() };
    let words = meaningful(kept);
    let correction = correct::correct(view, &words)?;
    if correction.changed {
        understood.corrected = Some(correct::corrected_text(&understood.text, &words, &correction));
    }
    concepts::plan_words(view.lexicon, &correction.terms(), &mut plan);
    let certain = plan.concepts.iter().filter(|c| c.certain).flat_map(|c| &c.codes);
    understood.occupations = concepts::told(view.lexicon, certain, MAX_TOLD);
    let employer = query.filters.employer.as_deref().map(analyse::plain_key);
    plan.employer = employer.filter(|key| !key.is_empty());
    plan.rome = query.filters.rome.iter().map(ToString::to_string).collect();
    Ok(Understanding { plan, understood, place_in_text })
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
fn area(query: &OfferQuery, located: Located, understood: &mut Understood) -> Option<Area> {
    match located {
        Located::Nowhere => None,
        Located::Unknown(typed) => {
            understood.unknown_place = Some(typed);
            None
        }
        Located::Departement(code) => Some(Area::Departement(code)),
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
