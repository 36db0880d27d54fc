//! Conditions that stand in the words become filters.

use super::{quotes, tidy};
use crate::analyse::{self, is_stop};
use crate::index::View;
use domain::answer::{ConditionFound, Understood};
use domain::conditions::{self, Note};
use domain::query::OfferQuery;

/// The query with its conditions as filters and the other words as its text; what is told of it.
pub(super) fn filtered(view: &View<'_>, query: &OfferQuery) -> (OfferQuery, Understood) {
    let mut understood = Understood::default();
    let text = super::shortened(&query.text);
    if !view.has_conditions {
        return (query.clone(), understood);
    }
    let typed = conditions::typed(text, &|words| is_trade(view, words));
    let phrases = typed.phrases.iter().filter(|phrase| !quotes::is_quoted(text, phrase.from));
    let mut out = query.clone();
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    for phrase in phrases {
        rest.push_str(&text[at..phrase.from]);
        rest.push(' ');
        at = phrase.to;
        for condition in &phrase.conditions {
            condition.add_to(&mut out.filters);
            understood.conditions.push(ConditionFound {
                typed: text[phrase.from..phrase.to].trim().to_owned(),
                facet: condition.facet(),
                value: condition.value(),
            });
        }
    }
    understood.either = typed.notes.contains(&Note::Either);
    understood.internship = typed.notes.contains(&Note::Internship);
    if at > 0 {
        rest.push_str(&text[at..]);
        out.text = tidy(&rest);
    }
    (out, understood)
}

/// Least letters of a word that may have an error.
const LEAST: usize = 5;

/// Whether these folded words are the name of a trade, or stand in one together; one of them may have an error:
/// "gardien veileur de nuit".
fn is_trade(view: &View<'_>, words: &[&str]) -> bool {
    if is_known_trade(view, words) {
        return true;
    }
    let vocabulary = &view.lexicon.vocabulary;
    let mut unknown = (0..words.len()).filter(|at| words[*at].len() >= LEAST && !vocabulary.knows(words[*at]));
    let (Some(at), None) = (unknown.next(), unknown.next()) else { return false };
    words.len() > 1
        && vocabulary.near(words[at]).iter().any(|near| {
            let mut right = words.to_vec();
            right[at] = near.word;
            is_known_trade(view, &right)
        })
}

fn is_known_trade(view: &View<'_>, words: &[&str]) -> bool {
    let stems: Vec<String> = words.iter().filter(|w| !is_stop(w)).map(|w| analyse::stem(w)).collect();
    let titles = &view.lexicon.titles;
    !stems.is_empty() && (titles.group(&stems).is_some() || (stems.len() > 1 && !titles.labels_with(&stems).is_empty()))
}
