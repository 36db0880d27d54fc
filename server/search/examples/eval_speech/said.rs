//! Where the reader of offers and the judgements differ, over all offers.

use crate::truth::Patterns;
use crate::{Eval, Failure, TODAY, conditions::judged};
use domain::conditions::said;

/// Of each judgement how many offers both find, and those that one of them finds; `only` one query, offer by offer.
pub(crate) fn run(eval: &Eval, only: Option<&str>) -> Result<(), Failure> {
    for judged in judged()?.iter().filter(|j| j.half == 1) {
        if only.is_some_and(|only| !judged.q.contains(only)) {
            continue;
        }
        let mut patterns = Patterns::default();
        patterns.learn(&judged.ok)?;
        let filters = eval.ask(&judged.q, 1)?.query.filters;
        let (mut both, mut more, mut less) = (0, Vec::new(), Vec::new());
        for offer in eval.offers.values() {
            let s = said(offer);
            let fits = |len: usize, yes: bool| len == 0 || yes;
            let pass = fits(filters.contract.len(), s.contract.is_some_and(|c| filters.contract.contains(&c)))
                && fits(filters.hours.len(), s.work_times.iter().any(|c| filters.hours.contains(c)))
                && fits(filters.diploma.len(), s.diplomas.iter().any(|c| filters.diploma.contains(c)))
                && fits(filters.experience.len(), s.experience.is_some_and(|c| filters.experience.contains(&c)))
                && fits(filters.remote.len(), s.remote.is_some_and(|c| filters.remote.contains(&c)))
                && fits(filters.permit.len(), s.permit.is_some_and(|c| filters.permit.contains(&c)))
                && fits(filters.schedule.len(), s.schedule.iter().any(|c| filters.schedule.contains(c)))
                && !s.avoid.iter().any(|c| filters.avoid.contains(c))
                && (!filters.no_car || s.car == Some(false))
                && (!filters.insertion || s.insertion);
            let truth = patterns.holds(&judged.ok, offer, TODAY);
            match (pass, truth) {
                (true, true) => both += 1,
                (true, false) => more.push(offer),
                (false, true) => less.push(offer),
                _ => {}
            }
        }
        println!("{} [{}]: both {both}, reader only {}, judge only {}", judged.q, judged.kind, more.len(), less.len());
        if only.is_some() {
            for (name, list) in [("reader", &more), ("judge", &less)] {
                for offer in list.iter() {
                    println!("{name}\t{}\t{}\t{:?}", offer.source_id, offer.title, said(offer));
                }
            }
        }
    }
    Ok(())
}
