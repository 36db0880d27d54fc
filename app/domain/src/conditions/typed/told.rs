//! From what was found to phrases, conditions and notes.

use super::means::Denial;
use super::reading::{Found, Reading};
use super::role::OR;
use super::{Note, Phrase, Typed};
use crate::answer::Facet;
use crate::conditions::Condition;
use crate::contract::Contract;

/// Facets of which an offer has one value: two of them are either.
const EXCLUDING: &[Facet] = &[Facet::Contract, Facet::Hours, Facet::Diploma, Facet::Permit];

impl Reading<'_> {
    /// What was found.
    pub(super) fn told(self) -> Typed {
        let mut typed = Typed::default();
        let contracts = self.contracts();
        for (place, token) in self.cut.all().iter().enumerate() {
            let Some(find) = self.taken[place] else { continue };
            let goes_on = place > 0 && self.taken[place - 1] == Some(find);
            match typed.phrases.last_mut().filter(|_| goes_on) {
                Some(phrase) => phrase.to = token.to,
                None => typed.phrases.push(Phrase {
                    from: token.from,
                    to: token.to,
                    conditions: meaning(&self.finds[find], contracts.as_deref()),
                }),
            }
        }
        self.close_gaps(&mut typed.phrases);
        if EXCLUDING.iter().any(|facet| self.is_either(*facet)) {
            typed.notes.push(Note::Either);
        }
        if self.finds.iter().any(|find| matches!(find, Found::Internship)) {
            typed.notes.push(Note::Internship);
        }
        typed
    }

    /// An apostrophe or a hyphen between a phrase and what stays goes with the phrase.
    fn close_gaps(&self, phrases: &mut [Phrase]) {
        let tight = |from: usize, to: usize| {
            from < to && self.text.get(from..to).is_some_and(|gap| !gap.contains(char::is_whitespace))
        };
        let mut done = 0;
        for phrase in phrases {
            let all = self.cut.all();
            let next = all.partition_point(|token| token.from < phrase.to);
            if let Some(next) = all.get(next).filter(|next| tight(phrase.to, next.from)) {
                phrase.to = next.from;
            }
            let last = all.partition_point(|token| token.from < phrase.from).checked_sub(1);
            if let Some(last) = last.map(|last| all[last]).filter(|last| tight(last.to, phrase.from)) {
                phrase.from = last.to.max(done);
            }
            done = phrase.to;
        }
    }

    /// What is left of all contracts when some are denied and none is named; `None` when none is denied.
    fn contracts(&self) -> Option<Vec<Condition>> {
        let mut denied: Vec<Contract> = Vec::new();
        let mut named = false;
        for find in &self.finds {
            match find {
                Found::Denied(Denial::NoContract(contracts)) => denied.extend(contracts),
                Found::Said { conditions, .. } => named |= conditions.iter().any(|c| c.facet() == Facet::Contract),
                _ => {}
            }
        }
        let left = |contract: &Contract| contract.is_salaried() && !denied.contains(contract);
        let rest = Contract::ALL.iter().copied().filter(left).map(Condition::Contract).collect();
        (!denied.is_empty()).then(|| if named { Vec::new() } else { rest })
    }

    /// Whether two conditions of a facet exclude each other, and no "ou" says that either will do.
    fn is_either(&self, facet: Facet) -> bool {
        let of = |find: &Found| -> Vec<Condition> {
            let Found::Said { conditions, .. } = find else { return Vec::new() };
            conditions.iter().copied().filter(|condition| condition.facet() == facet).collect()
        };
        let sets: Vec<Vec<Condition>> = self.finds.iter().map(of).collect();
        let apart = |one: &Vec<Condition>, other: &Vec<Condition>| {
            !one.is_empty() && !other.is_empty() && !one.iter().any(|condition| other.contains(condition))
        };
        let excluding = sets.iter().enumerate().any(|(at, one)| sets[at + 1..].iter().any(|other| apart(one, other)));
        let said = |place: usize| {
            self.taken[place].is_some_and(|find| !sets[find].is_empty())
                && self.voc.roles(&self.cut.all()[place]) & OR != 0
        };
        excluding && !(0..self.taken.len()).any(said)
    }
}

fn meaning(find: &Found, contracts: Option<&[Condition]>) -> Vec<Condition> {
    match find {
        Found::Said { conditions, .. } | Found::Denied(Denial::Is(conditions)) => conditions.clone(),
        Found::Denied(Denial::NoContract(_)) => contracts.unwrap_or_default().to_vec(),
        Found::Internship | Found::Asked => Vec::new(),
    }
}
