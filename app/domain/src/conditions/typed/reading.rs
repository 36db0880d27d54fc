//! Reads what is typed, round by round: what is found is taken out, and the rest is read again, so that nothing is
//! found in the rest that was not found at once. What is surely a condition goes first, because the name of a trade may
//! stand round it: "veilleur CDI de nuit".

use super::means::{Denial, Means};
use super::role::{DESK, LEAD, NOT, WORK};
use super::{around, hours, pay};
use crate::conditions::Condition;
use crate::conditions::reader::{Kind, Token, Tokens, Vocabulary};

/// Most rounds: each takes something out.
const MOST_ROUNDS: usize = 24;
/// Words before and behind a phrase that may belong to a trade's name with it.
const REACH: usize = 4;

/// What was found.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// Conditions; `sure` where no trade is named after them.
    Said { conditions: Vec<Condition>, sure: bool },
    /// What is denied.
    Denied(Denial),
    /// An internship.
    Internship,
    /// Words round a search: "je cherche un poste de".
    Asked,
}

/// Something found, by places among the words that are left.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub from: usize,
    pub to: usize,
    pub found: Found,
}

/// What stands at a place.
pub(super) enum At {
    /// Something found; it may begin before the place.
    Hits(Vec<Hit>),
    /// Words that stay for good, until here.
    Stays(usize),
    /// Numbers that mean nothing as they stand, until here.
    Passes(usize),
}

/// A text that is being read.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) voc: &'static Vocabulary<Means>,
    pub(super) is_trade: &'t dyn Fn(&[&str]) -> bool,
    pub(super) cut: Tokens,
    /// The words that are left.
    pub(super) left: Vec<Token>,
    /// Their places among all.
    pub(super) places: Vec<usize>,
    /// By place among all: whether it belongs to a trade's name.
    pub(super) kept: Vec<bool>,
    /// By place among all: which find took it.
    pub(super) taken: Vec<Option<usize>>,
    pub(super) finds: Vec<Found>,
}

impl<'t> Reading<'t> {
    /// Reads a text.
    pub(super) fn new(text: &'t str, voc: &'static Vocabulary<Means>, is_trade: &'t dyn Fn(&[&str]) -> bool) -> Self {
        let cut = Tokens::of(text, voc.words(), true);
        let left = cut.all().to_vec();
        let count = left.len();
        let mut reading = Self {
            text,
            voc,
            is_trade,
            cut,
            left,
            places: (0..count).collect(),
            kept: vec![false; count],
            taken: vec![None; count],
            finds: Vec::new(),
        };
        for _ in 0..MOST_ROUNDS {
            if !reading.round() && !around::tidy(&mut reading) {
                break;
            }
        }
        reading
    }

    pub(super) fn roles(&self, at: usize) -> u32 {
        self.left.get(at).map_or(0, |token| self.voc.roles(token))
    }

    pub(super) fn has(&self, at: usize, role: u32) -> bool {
        self.roles(at) & role != 0
    }

    /// Whether a place has a word or a number that nothing is known of, or a trade.
    pub(super) fn is_content(&self, at: usize) -> bool {
        self.left.get(at).is_some_and(|token| {
            !matches!(token.kind, Kind::Sign(_)) && (self.is_kept(at) || !self.has(at, LEAD | WORK))
        })
    }

    pub(super) fn is_kept(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(|place| self.kept[*place])
    }

    /// Whether a word begins or ends here: nothing is cut inside of "R489".
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.left.get(at).is_none_or(|token| !token.glued)
    }

    /// Whether a hyphen joins a word to the one before.
    pub(super) fn is_hyphened(&self, at: usize) -> bool {
        let follows = at > 0 && at < self.places.len() && self.places[at - 1] + 1 == self.places[at];
        follows && self.left[at].hyphen
    }

    /// One round; whether it changed anything.
    fn round(&mut self) -> bool {
        let found = self.look();
        let sure = |hit: &Hit| !matches!(hit.found, Found::Said { sure: false, .. });
        let mut hits: Vec<Hit> = found.iter().filter(|hit| sure(hit)).cloned().collect();
        let mut changed = false;
        if hits.is_empty() {
            for hit in found {
                match self.trade_around(&hit) {
                    Some((from, to)) => {
                        self.keep(from, to);
                        changed = true;
                    }
                    None => hits.push(hit),
                }
            }
            hits.retain(|hit| !(hit.from..hit.to).any(|at| self.is_kept(at)));
        }
        changed |= !hits.is_empty();
        self.take(hits);
        changed
    }

    pub(super) fn keep(&mut self, from: usize, to: usize) {
        for place in &self.places[from..to] {
            self.kept[*place] = true;
        }
    }

    /// Takes hits out, with what belongs to them.
    fn take(&mut self, hits: Vec<Hit>) {
        let mut floor = 0;
        let mut out = vec![None; self.left.len()];
        for hit in hits {
            let from = around::before(self, hit.from, floor);
            let to = around::behind(self, from, hit.to);
            out[from..to].fill(Some(self.finds.len()));
            self.finds.push(hit.found);
            floor = to;
        }
        self.remove(&out);
    }

    /// Takes out what some find has.
    pub(super) fn remove(&mut self, out: &[Option<usize>]) {
        for (at, find) in out.iter().enumerate() {
            if find.is_some() {
                self.taken[self.places[at]] = *find;
            }
        }
        let taken = &self.taken;
        self.places.retain(|place| taken[*place].is_none());
        self.left = self.places.iter().map(|place| self.cut.all()[*place]).collect();
    }

    /// All that is found in what is left, in order.
    fn look(&mut self) -> Vec<Hit> {
        let mut hits = Vec::new();
        let (mut at, mut floor) = (0, 0);
        while at < self.left.len() {
            match self.at(at, floor) {
                Some(At::Hits(found)) => {
                    at = found.last().map_or(at + 1, |hit| hit.to);
                    floor = at;
                    hits.extend(found);
                }
                Some(At::Stays(to)) => {
                    let to = to.max(at + 1).min(self.left.len());
                    self.keep(at, to);
                    at = to;
                    floor = at;
                }
                Some(At::Passes(to)) => {
                    at = to.max(at + 1);
                    floor = at;
                }
                None => at += 1,
            }
        }
        hits
    }

    fn at(&self, at: usize, floor: usize) -> Option<At> {
        if self.is_kept(at) || !self.is_edge(at) {
            return None;
        }
        let phrase = self.voc.find(&self.left[at..]);
        let denied = if self.has(at, NOT) { self.denied(at) } else { None };
        let reach = |found: &At| match found {
            At::Hits(hits) => hits.first().map_or(at, |hit| hit.to),
            At::Stays(to) | At::Passes(to) => *to,
        };
        if let Some(denied) = denied
            && phrase.is_none_or(|(len, means)| at + len < reach(&denied) || matches!(means, Means::After))
        {
            return Some(denied);
        }
        let Some((len, means)) = phrase else { return hours::at(self, at, floor).or_else(|| pay::at(self, at, floor)) };
        let to = at + len;
        let said = |conditions: &[Condition], sure: bool| {
            if !sure && self.is_in_a_name(at, to, floor) {
                return Some(At::Passes(to));
            }
            let found = Found::Said { conditions: conditions.to_vec(), sure };
            Some(At::Hits(vec![Hit { from: at, to, found }]))
        };
        match means {
            Means::Is(conditions) => said(conditions, false),
            Means::Surely(conditions) => said(conditions, true),
            Means::DeskWork(conditions) if self.is_desk_work(at) => said(conditions, false),
            Means::Internship => Some(At::Hits(vec![Hit { from: at, to, found: Found::Internship }])),
            Means::Stays => Some(At::Stays(to)),
            Means::Denied(_) | Means::After | Means::DeskWork(_) => None,
        }
    }

    /// Whether hyphens make it a part of a longer name: "Berry-au-Bac", "Nuits-Saint-Georges".
    fn is_in_a_name(&self, from: usize, to: usize, floor: usize) -> bool {
        let stands_alone = |at: usize| self.voc.find(&self.left[at..]).is_none();
        (self.is_hyphened(to) && stands_alone(to)) || (from > floor && self.is_hyphened(from) && stands_alone(from - 1))
    }

    /// Whether nothing, or work at a desk, is before a place.
    fn is_desk_work(&self, at: usize) -> bool {
        at == 0 || self.has(at - 1, DESK) || matches!(self.left[at - 1].kind, Kind::Sign(_))
    }

    /// The trade that a hit is a part of.
    fn trade_around(&self, hit: &Hit) -> Option<(usize, usize)> {
        let word = |at: usize| !matches!(self.left[at].kind, Kind::Sign(_));
        let first = (hit.from.saturating_sub(REACH)..hit.from).rev().take_while(|at| word(*at)).last();
        let last = (hit.to..self.left.len().min(hit.to + REACH)).take_while(|at| word(*at)).last();
        let (first, last) = (first.unwrap_or(hit.from), last.map_or(hit.to, |last| last + 1));
        let content = |from: usize, to: usize| (from..hit.from).chain(hit.to..to).any(|at| self.is_content(at));
        (hit.to - hit.from..=last - first).rev().find_map(|len| {
            let starts = first..=(last - len).min(hit.from);
            let mut spans = starts.map(|from| (from, from + len)).filter(|(_, to)| *to >= hit.to);
            spans.find(|(from, to)| content(*from, *to) && self.is_named(*from, *to))
        })
    }

    /// Whether words are a trade's name.
    pub(super) fn is_named(&self, from: usize, to: usize) -> bool {
        let mut words: Vec<&str> = Vec::new();
        let mut at = from;
        while at < to {
            let end = (at + 1..to).find(|end| self.is_edge(*end)).unwrap_or(to);
            words.push(self.cut.folded(&self.left[at], &self.left[end - 1]));
            at = end;
        }
        (self.is_trade)(&words)
    }
}
