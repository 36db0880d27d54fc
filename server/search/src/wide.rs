//! Every word counts, none rules alone: where few offers have all words, those of the trade that lack another word come
//! after them, and the page says which.

use crate::SearchError;
use crate::evaluate::{self, Found};
use crate::index::View;
use crate::plan::Plan;
use crate::understand::quoted_word;
use domain::answer::LeftOut;
use domain::query::{OfferQuery, PAGE_SIZE};

/// Below so many offers with all words, others are looked for.
const FEW: u32 = PAGE_SIZE;

/// What was found, and the words that the best of those that lack one do without.
pub(crate) struct Wide {
    pub(crate) found: Found,
    pub(crate) left_out: Vec<LeftOut>,
}

/// Finds the offers that have all words, then those that may fit where the search asks for them.
pub(crate) fn find(view: &View<'_>, plan: &Plan, query: &OfferQuery) -> Result<Wide, SearchError> {
    let ask = |plan: &Plan| evaluate::find(view.snapshot, view.fields, plan, query, view.today);
    let all = u32::try_from(plan.clauses.len()).unwrap_or(u32::MAX);
    if !query.wider || all < 2 {
        return Ok(Wide { found: ask(plan)?, left_out: Vec::new() });
    }
    let strict = ask(&Plan { required: all, ..plan.clone() })?;
    let enough = strict.of_the_trade >= FEW;
    let Some(needed) = (if enough { None } else { needed(view, plan, query)? }) else {
        return Ok(Wide { found: strict, left_out: Vec::new() });
    };
    let found = ask(&widened(plan, needed))?;
    let lacking = found.best_partial.map_or(0, |mask| plan.all_clauses() & !mask);
    let left_out =
        (0..).zip(words(plan)).filter(|(at, _)| lacking >> at & 1 == 1).filter_map(|(_, word): (usize, _)| word);
    let left_out = left_out.map(|word| LeftOut { insist: quoted_word(&query.text, &word), word }).collect();
    Ok(Wide { found, left_out })
}

/// The clauses of each trade that was named, or may be meant, as bits; not where that is every word.
fn trades(plan: &Plan) -> Vec<u16> {
    let named = plan.concepts.iter().any(|concept| concept.certain);
    let trades = plan.concepts.iter().filter(|concept| concept.certain == named).map(|concept| concept.covers);
    trades.filter(|covers| *covers != plan.all_clauses() && *covers != 0).collect()
}

/// The plan that finds every offer of a trade that was named, whatever other words it lacks; the same plan where none
/// was.
pub(crate) fn of_the_trade(plan: &Plan) -> Plan {
    let any = trades(plan);
    match any.is_empty() {
        true => plan.clone(),
        false => widened(plan, Needed { all: plan.needed(), any }),
    }
}

fn widened(plan: &Plan, needed: Needed) -> Plan {
    Plan { required: needed.least(), needed: needed.all, any: needed.any, ..plan.clone() }
}

/// Clauses that an offer must have, as bits.
struct Needed {
    all: u16,
    /// Of several trades any will do.
    any: Vec<u16>,
}

impl Needed {
    /// How many clauses that is at least.
    fn least(&self) -> u32 {
        let least = self.any.iter().map(|set| (set | self.all).count_ones()).min();
        least.unwrap_or_else(|| self.all.count_ones())
    }
}

/// The clauses that an offer must have: the trade's where one was named, those of any trade where several were, else
/// those that the best offers have. `None` where that is every word, or nothing.
fn needed(view: &View<'_>, plan: &Plan, query: &OfferQuery) -> Result<Option<Needed>, SearchError> {
    let all = plan.all_clauses();
    let trades = trades(plan);
    let (needed, any) = match trades[..] {
        [] => {
            let best = evaluate::best_words(view.snapshot, view.fields, plan, query, view.today)?;
            (best.unwrap_or(0), Vec::new())
        }
        [covers] => (covers, Vec::new()),
        _ => (0, trades),
    };
    let needed = Needed { all: needed | plan.needed(), any };
    Ok(Some(needed).filter(|needed| needed.all != all && (needed.all != 0 || !needed.any.is_empty())))
}

/// The clauses as they were typed; `None` for those of a phrase.
pub(crate) fn words(plan: &Plan) -> Vec<Option<String>> {
    plan.clauses.iter().map(|clause| clause.typed.clone()).collect()
}
