//! What is denied: "pas de nuit ni week-end", "sans permis", "sauf intérim".

use super::hours;
use super::means::{Denial, Means};
use super::reading::{At, Found, Hit, Reading};
use super::role::{AND, NOR, NOT, OR, WITHIN};

/// Words between "pas" and what is denied, at most.
const MOST_BETWEEN: usize = 5;

/// What is denied at a place.
enum Target {
    /// Until here, and what that means.
    Means(usize, Denial),
    /// Until here: it cannot be searched, and must not be read as if it were wanted.
    Nothing(usize),
}

impl Reading<'_> {
    /// What a word that denies, and what it denies, mean.
    pub(super) fn denied(&self, at: usize) -> Option<At> {
        let (mut to, first) = match self.target(at + 1)? {
            Target::Means(to, denial) => (to, denial),
            Target::Nothing(to) => return Some(At::Stays(to)),
        };
        let mut kind = first.clone();
        let mut hits = vec![Hit { from: at, to, found: Found::Denied(first) }];
        while let Some((next, denial)) = self.another(to, &kind) {
            hits.push(Hit { from: to, to: next, found: Found::Denied(denial.clone()) });
            (to, kind) = (next, denial);
        }
        Some(At::Hits(hits))
    }

    fn target(&self, from: usize) -> Option<Target> {
        let mut at = from;
        for _ in 0..=MOST_BETWEEN {
            if at >= self.left.len() || !self.is_edge(at) || self.is_kept(at) {
                return None;
            }
            match self.voc.find(&self.left[at..]) {
                Some((len, Means::After)) if self.has(at, WITHIN) => at += len - 1,
                Some((_, Means::After)) => return None,
                Some((len, means)) => {
                    let denial = Denial::of(means).map(|denial| Target::Means(at + len, denial));
                    return Some(denial.unwrap_or(Target::Nothing(at + len)));
                }
                None => {}
            }
            if let Some(At::Hits(hits)) = hours::at(self, at, at) {
                let hit = hits.into_iter().next()?;
                let Found::Said { conditions, .. } = hit.found else { return None };
                let denial = Denial::of_said(&conditions);
                return Some(denial.map_or(Target::Nothing(hit.to), |denial| Target::Means(hit.to, denial)));
            }
            if !self.has(at, WITHIN) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// What is denied with the one before: "ni …", or "et …", "ou …", "/ …" of the same kind.
    fn another(&self, at: usize, kind: &Denial) -> Option<(usize, Denial)> {
        let comma = usize::from(self.left.get(at).is_some_and(|token| token.is_sign(',')));
        let joint = at + comma;
        let nor = self.has(joint, NOR);
        if !nor && (comma > 0 || !self.has(joint, AND | OR)) {
            return None;
        }
        let from = joint + 1;
        if self.has(from, NOT) && !nor {
            return None;
        }
        match self.target(from)? {
            Target::Means(to, denial) if nor || kind.is_like(&denial) => Some((to, denial)),
            _ => None,
        }
    }
}
