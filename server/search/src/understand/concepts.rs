//! Phrases: the longest that ROME or our synonyms know stand for their occupation and their other
//! names; the words that are left stand for themselves.

use super::{Term, is_dropped};
use crate::analyse::{self, stem};
use crate::lexicon::{Group, Lexicon, Synonym};
use crate::plan::{Clause, Concept, MAX_CLAUSES, MAX_CONCEPTS, Plan};
use domain::answer::OccupationFound;
use domain::occupation::RomeCode;

/// Words of a phrase at most.
const LONGEST: usize = 9;
/// Occupations of a phrase at most.
const MAX_OCCUPATIONS: usize = 12;
/// Occupations at most, when labels only hold all the words: more is too generic to say anything.
const MAX_LIKELY: usize = 8;

/// A phrase that is known.
struct Phrase {
    from: usize,
    to: usize,
    group: Option<Group>,
    synonyms: Vec<Synonym>,
}

/// Fills the plan with clauses and concepts.
pub(crate) fn plan_words(lexicon: &Lexicon, terms: &[Term], plan: &mut Plan) {
    let phrases = phrases(lexicon, terms);
    // What is dropped beside a trade is searched when there is nothing else, unless it narrows nothing.
    let in_phrase = |at: usize| phrases.iter().any(|p| (p.from..p.to).contains(&at));
    let mut kept: Vec<bool> = (0..terms.len()).map(|at| in_phrase(at) || !is_dropped(&terms[at].word)).collect();
    if !kept.contains(&true) {
        kept = terms.iter().map(|t| !analyse::is_noise(&t.word)).collect();
    }
    let mut at = 0;
    while at < terms.len() && plan.clauses.len() < MAX_CLAUSES {
        if let Some(phrase) = phrases.iter().find(|p| p.from == at) {
            push_phrase(lexicon, &terms[phrase.from..phrase.to], phrase, plan);
            at = phrase.to;
            continue;
        }
        if kept[at] {
            push_clause(plan, terms[at].clause());
        }
        at += 1;
    }
    if plan.concepts.is_empty() {
        plan.concepts.extend(likely(lexicon, &plan.clauses));
    }
    plan.concepts.extend(meant(lexicon, plan));
    let count = u32::try_from(plan.clauses.len()).unwrap_or(u32::MAX);
    plan.required = match count {
        0..=2 => count,
        3 | 4 => count - 1,
        more => (more * 3).div_ceil(4),
    };
    title_keys(plan, &phrases);
}

/// Known phrases, the longest first, none over another.
fn phrases(lexicon: &Lexicon, terms: &[Term]) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    phrases_of(lexicon, terms, false, &mut out);
    // What is no trade beside one is the best there is without one: "restaurant" in "travail restaurant le soir".
    if out.is_empty() {
        phrases_of(lexicon, terms, true, &mut out);
    }
    out
}

fn phrases_of(lexicon: &Lexicon, terms: &[Term], alone: bool, out: &mut Vec<Phrase>) {
    for length in (1..=terms.len().min(LONGEST)).rev() {
        for from in 0..=terms.len() - length {
            let to = from + length;
            let taken = out.iter().any(|p| from < p.to && p.from < to);
            if taken || out.len() == MAX_CONCEPTS || (length == 1 && is_dropped(&terms[from].word)) {
                continue;
            }
            if let Some((group, synonyms)) = known(lexicon, &terms[from..to], alone) {
                out.push(Phrase { from, to, group, synonyms });
            }
        }
    }
}

fn known(lexicon: &Lexicon, terms: &[Term], alone: bool) -> Option<(Option<Group>, Vec<Synonym>)> {
    // A rare spelling stands in no phrase: the common one beside it may.
    let stems: Vec<String> =
        terms.iter().map(|t| t.other.as_ref().map_or(t.stem.clone(), |other| stem(other))).collect();
    let group = lexicon.titles.group(&stems);
    let mut synonyms: Vec<Synonym> = Vec::new();
    // All forms of a title have the same synonyms, whichever was typed.
    let forms = group.iter().flat_map(|g| g.forms.iter().map(|f| f.iter().map(|w| stem(w)).collect::<Vec<_>>()));
    for form in forms.chain([stems]) {
        let found = lexicon.synonyms.of(&form).filter(|s| alone || !s.alone);
        if let Some(found) = found.filter(|s| !synonyms.contains(s)) {
            synonyms.push(found);
        }
    }
    (group.is_some() || !synonyms.is_empty()).then_some((group, synonyms))
}

fn push_clause(plan: &mut Plan, clause: Clause) {
    if plan.clauses.len() < MAX_CLAUSES && !plan.clauses.iter().any(|c| c.stems == clause.stems) {
        plan.clauses.push(clause);
    }
}

/// The clauses of a phrase and its concept. A title of ROME is searched by the words of all its
/// forms, so that whichever form is typed finds the same offers.
fn push_phrase(lexicon: &Lexicon, terms: &[Term], phrase: &Phrase, plan: &mut Plan) {
    let first = plan.clauses.len();
    let forms = phrase.group.as_ref().map(|g| g.forms.as_slice()).unwrap_or_default();
    match forms {
        [] => {
            for term in terms {
                push_clause(plan, term.clause());
            }
        }
        forms => {
            let quoted = terms.iter().any(|term| term.quoted);
            for clause in aligned(forms) {
                // What is typed of this word: its own spelling, quotes, another spelling.
                let of = |term: &&Term| {
                    let other = term.other.as_ref().is_some_and(|other| clause.stems.contains(&stem(other)));
                    other || clause.stems.contains(&term.stem)
                };
                let term = terms.iter().find(of);
                let typed = term.map(|term| term.typed.clone());
                // The rare spelling is searched as well as the one that the title has.
                let own = term.map(|term| term.stem.clone()).filter(|own| !clause.stems.contains(own));
                let stems = clause.stems.into_iter().chain(own).collect();
                push_clause(plan, Clause { stems, typed, quoted, ..Clause { stems: Vec::new(), ..clause } });
            }
        }
    }
    let covers = (first..plan.clauses.len()).fold(0, |bits, clause| bits | 1 << clause);
    let mut ranks: Vec<u32> = phrase.group.iter().flat_map(|g| g.occupations.iter().copied()).collect();
    let mut names: Vec<Vec<String>> = forms.iter().map(|f| f.iter().map(|w| stem(w)).collect()).collect();
    let mut near: Vec<u32> = Vec::new();
    for synonym in &phrase.synonyms {
        near.extend(synonym.occupations.iter().filter(|r| !ranks.contains(r)));
        names.extend(synonym.names.iter().filter(|n| !names.contains(n)).cloned().collect::<Vec<_>>());
    }
    // What is no title of ROME is what it is called.
    if ranks.is_empty() {
        std::mem::swap(&mut ranks, &mut near);
    }
    ranks.truncate(MAX_OCCUPATIONS);
    near.truncate(MAX_OCCUPATIONS - ranks.len());
    // The only form is what the clauses say already.
    if forms.len() == 1 {
        names.remove(0);
    }
    let codes_of = |ranks: &[u32]| ranks.iter().map(|r| lexicon.titles.code(*r).to_owned()).collect();
    if covers != 0 {
        let (codes, near_codes) = (codes_of(&ranks), codes_of(&near));
        plan.concepts.push(Concept { covers, codes, near_codes, names, certain: true });
    }
}

/// The forms of a title word by word: "valet|femme", "chambre".
fn aligned(forms: &[Vec<String>]) -> Vec<Clause> {
    let Some((first, others)) = forms.split_first() else { return Vec::new() };
    let mut clauses: Vec<Clause> =
        first.iter().map(|w| Clause { stems: vec![stem(w)], exact: vec![w.clone()], ..Clause::default() }).collect();
    for form in others {
        let stems: Vec<String> = form.iter().map(|w| stem(w)).collect();
        // Words of the first form that this one does not have, in order.
        let mut free: Vec<usize> =
            (0..clauses.len()).filter(|i| !clauses[*i].stems.iter().any(|s| stems.contains(s))).collect();
        free.reverse();
        for (word, stemmed) in form.iter().zip(stems) {
            let at = clauses.iter().position(|c| c.stems.contains(&stemmed)).or_else(|| free.pop());
            let at = at.unwrap_or(clauses.len() - 1);
            if !clauses[at].stems.contains(&stemmed) {
                clauses[at].stems.push(stemmed);
            }
            if !clauses[at].exact.contains(word) {
                clauses[at].exact.push(word.clone());
            }
        }
    }
    clauses
}

/// Occupations of which the labels hold all the words, when they are few and mostly do.
fn likely(lexicon: &Lexicon, clauses: &[Clause]) -> Option<Concept> {
    let stems: Vec<String> = clauses.iter().filter_map(|c| c.stems.first().cloned()).collect();
    if stems.is_empty() {
        return None;
    }
    let titles = &lexicon.titles;
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for rank in titles.labels_with(&stems).into_iter().filter_map(|l| titles.occupation_of(l)) {
        match counts.iter_mut().find(|(r, _)| *r == rank) {
            Some((_, count)) => *count += 1,
            None => counts.push((rank, 1)),
        }
    }
    let own = |rank: u32| {
        let label = analyse::stems(titles.occupation_label(rank));
        stems.iter().all(|s| label.contains(s))
    };
    counts.retain(|(rank, count)| count * 3 >= titles.label_count(*rank) || own(*rank));
    if counts.is_empty() || counts.len() > MAX_LIKELY {
        return None;
    }
    let codes = counts.iter().map(|(rank, _)| titles.code(*rank).to_owned()).collect();
    let covers = (0..clauses.len()).fold(0, |bits, clause| bits | 1 << clause);
    Some(Concept { covers, codes, certain: false, ..Concept::default() })
}

/// Occupations of which the words speak, where no phrase stands for all of them.
fn meant(lexicon: &Lexicon, plan: &Plan) -> Option<Concept> {
    let covered = plan.concepts.iter().fold(0, |bits, concept| bits | concept.covers);
    if covered == plan.all_clauses() || plan.concepts.len() >= MAX_CONCEPTS {
        return None;
    }
    let words: Vec<String> = plan.clauses.iter().filter_map(|clause| clause.exact.first().cloned()).collect();
    let meant = lexicon.meaning.of(&words)?;
    let codes = meant.occupations.iter().map(|rank| lexicon.titles.code(*rank).to_owned()).collect();
    Some(Concept { covers: meant.words, codes, certain: false, ..Concept::default() })
}

/// Titles that say what was typed and nothing else.
fn title_keys(plan: &mut Plan, phrases: &[Phrase]) {
    let stems = |forms: &[Vec<String>]| -> Vec<String> {
        let key = |f: &Vec<String>| analyse::key(&f.iter().map(|w| stem(w)).collect::<Vec<_>>());
        forms.iter().map(key).collect()
    };
    let whole = (1u16 << plan.clauses.len()) - 1;
    let group = phrases.iter().find_map(|p| p.group.as_ref());
    plan.title_keys = match (&plan.concepts[..], group) {
        ([one], Some(group)) if one.covers == whole => stems(&group.forms),
        _ if plan.clauses.is_empty() => Vec::new(),
        _ => vec![analyse::key(&plan.clauses.iter().filter_map(|c| c.stems.first().cloned()).collect::<Vec<_>>())],
    };
}

/// The occupations as they are told.
pub(crate) fn told<'a>(
    lexicon: &Lexicon,
    codes: impl Iterator<Item = &'a String>,
    most: usize,
) -> Vec<OccupationFound> {
    let mut out: Vec<OccupationFound> = Vec::new();
    for code in codes {
        let Some(rank) = lexicon.titles.rank(code) else { continue };
        let Ok(code) = RomeCode::parse(code) else { continue };
        if out.len() < most && !out.iter().any(|o| o.code == code) {
            out.push(OccupationFound { code, label: lexicon.titles.occupation_label(rank).to_owned() });
        }
    }
    out
}
