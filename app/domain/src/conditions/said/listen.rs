//! Reads one of an offer's texts.

use super::says::{Fact, Says, role};
use super::{diploma, experience, hours, put, trips};
use crate::conditions::french;
use crate::conditions::reader::{Kind, Token, Tokens, Vocabulary, WordId};
use crate::contract::Contract;
use crate::hours::{Schedule, WorkTime};
use crate::offer::Remote;
use crate::profile::Avoid;
use crate::requirement::{Diploma, ExperienceBand, Permit};

/// Words between "pas" and what it denies, at most.
const MOST_WITHIN: usize = 6;
/// Words before and behind hours in which what is paid or free is named.
const BESIDE: usize = 8;
const REST: usize = 5;
const NEXT: usize = 3;
/// Words before a licence in which it is said to be a case: "si détention du permis D".
const CASE: usize = 3;
/// Words behind a licence in which it is said to be a wish.
const WISHED: usize = 6;
/// Words of a sentence that are looked at for what it is about.
const LONGEST_SENTENCE: usize = 40;

/// What one text says.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) contract: Option<Contract>,
    pub(super) insertion: bool,
    times: Vec<WorkTime>,
    either_time: bool,
    pub(super) schedule: Vec<Schedule>,
    pub(super) experience: Option<ExperienceBand>,
    /// Levels that are asked for, and levels that are wished for.
    pub(super) asked: Vec<Diploma>,
    pub(super) wished: Vec<Diploma>,
    permits: Vec<Permit>,
    /// Another licence than B would be welcome.
    wished_permit: bool,
    cars: Vec<bool>,
    remotes: Vec<Option<Remote>>,
    pub(super) avoid: Vec<Avoid>,
    /// A line on conditions says that trips are few: "Déplacements : jamais".
    pub(super) few_trips: bool,
}

/// Two that contradict each other say nothing.
fn one<T: Copy + PartialEq>(all: &[T]) -> Option<T> {
    let first = *all.first()?;
    all.iter().all(|other| *other == first).then_some(first)
}

impl Heard {
    pub(super) fn work_times(&self) -> Vec<WorkTime> {
        if self.either_time { WorkTime::ALL.to_vec() } else { one(&self.times).into_iter().collect() }
    }

    pub(super) fn diplomas(&self) -> Vec<Diploma> {
        diploma::opening(if self.asked.is_empty() { &self.wished } else { &self.asked })
    }

    /// Any licence beside B is more than B; none is needed only where none is asked for.
    pub(super) fn permit(&self) -> Option<Permit> {
        let asked = [Permit::Other, Permit::B].into_iter().find(|permit| self.permits.contains(permit));
        let wished = self.wished_permit.then_some(Permit::Other);
        asked.or(wished).or_else(|| self.permits.first().copied())
    }

    pub(super) fn car(&self) -> Option<bool> {
        one(&self.cars)
    }

    /// "100 % télétravail" is more than "télétravail possible"; "pas de télétravail" takes all back.
    pub(super) fn remote(&self) -> Option<Remote> {
        if self.remotes.contains(&None) {
            return None;
        }
        [Remote::Full, Remote::Partial].into_iter().find(|remote| self.remotes.contains(&Some(*remote)))
    }

    pub(super) fn hear(&mut self, fact: Fact) {
        match fact {
            Fact::Contract(contract) => self.contract = self.contract.or(Some(contract)),
            Fact::Insertion => self.insertion = true,
            Fact::Time(time) => self.times.push(time),
            Fact::EitherTime => self.either_time = true,
            Fact::At(schedule) => put(&mut self.schedule, schedule),
            Fact::Beginner => self.experience = Some(ExperienceBand::Beginner),
            Fact::NoDiploma => put(&mut self.asked, Diploma::None),
            Fact::Permit(permit) => self.permits.push(permit),
            Fact::Car(needed) => self.cars.push(needed),
            Fact::Remote(remote) => self.remotes.push(Some(remote)),
            Fact::NoRemote => self.remotes.push(None),
            Fact::Hard(avoid) => put(&mut self.avoid, avoid),
        }
    }
}

/// What is known of an offer before its words are read.
#[derive(Clone, Copy)]
pub(super) struct Listener {
    /// Who is hired prepares a diploma.
    pub(super) alternation: bool,
}

impl Listener {
    /// What a title, or a line on hours or conditions says.
    pub(super) fn brief(self, text: &str) -> Heard {
        self.read(text, true)
    }

    /// What a long text says.
    pub(super) fn text(self, text: &str) -> Heard {
        self.read(text, false)
    }

    fn read(self, text: &str, brief: bool) -> Heard {
        let voc = french::offers();
        let cut = Tokens::of(text, voc.words(), false);
        let view = View { voc, cut: &cut, tokens: cut.all(), brief, alternation: self.alternation };
        let mut heard = Heard::default();
        let mut at = 0;
        while at < view.tokens.len() {
            at = view.hear(at, &mut heard).max(at + 1);
        }
        heard
    }
}

/// A text that is being read.
pub(super) struct View<'t> {
    voc: &'static Vocabulary<Says>,
    cut: &'t Tokens,
    pub(super) tokens: &'t [Token],
    pub(super) brief: bool,
    pub(super) alternation: bool,
}

impl View<'_> {
    /// What stands at a place; gives the place to read on from.
    fn hear(&self, at: usize, heard: &mut Heard) -> usize {
        let token = &self.tokens[at];
        if token.glued {
            return at;
        }
        let known = token.word != WordId::NONE || token.number().is_some();
        if known && let Some((len, says)) = self.voc.find(&self.tokens[at..]) {
            self.said(at, at + len, says, heard);
            return at + len;
        }
        if token.number().is_some() { hours::hear(self, at, heard) } else { at }
    }

    fn said(&self, from: usize, to: usize, says: Says, heard: &mut Heard) {
        match says {
            Says::Is(Fact::At(Schedule::Night | Schedule::Weekend | Schedule::Evening | Schedule::Morning))
                if self.is_beside(from, to) => {}
            Says::Surely(_) if self.is_named_of_pay(from, to) => {}
            Says::Is(fact) | Says::Surely(fact) => self.fact(from, to, fact, heard),
            Says::Both(one, other) => {
                self.fact(from, to, one, heard);
                self.fact(from, to, other, heard);
            }
            Says::InBrief(fact) if self.brief => self.fact(from, to, fact, heard),
            Says::CapOrBac => {
                diploma::hear(self, (from, to), Diploma::Cap, false, heard);
                diploma::hear(self, (from, to), Diploma::Bac, false, heard);
            }
            Says::Level(level) => diploma::hear(self, (from, to), level, false, heard),
            Says::Asked(level) => diploma::hear(self, (from, to), level, true, heard),
            Says::Experience => experience::hear(self, from, to, heard),
            Says::Trips => trips::hear(self, from, to, heard),
            Says::Not | Says::InBrief(_) => {}
        }
    }

    fn fact(&self, from: usize, to: usize, fact: Fact, heard: &mut Heard) {
        if !self.is_denied(from, to) {
            if fact == Fact::Car(true) && self.is_wished(from, to) {
                return;
            }
            // "Le permis BE serait un plus".
            let wished = fact == Fact::Permit(Permit::Other) && self.is_wished(from, to);
            return if wished { heard.wished_permit = true } else { heard.hear(fact) };
        }
        match fact {
            Fact::Permit(Permit::B) => heard.hear(Fact::Permit(Permit::None)),
            Fact::Car(needed) => heard.hear(Fact::Car(!needed)),
            Fact::Remote(_) => heard.hear(Fact::NoRemote),
            _ => {}
        }
    }

    pub(super) fn has(&self, at: usize, role: u32) -> bool {
        self.tokens.get(at).is_some_and(|token| self.voc.roles(token) & role != 0)
    }

    /// The folded text of a token.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.cut.folded(token, token))
    }

    /// Whether what stands here is only a wish.
    fn is_wished(&self, from: usize, to: usize) -> bool {
        if (from.saturating_sub(CASE)..from).any(|at| self.word(at) == "si") {
            return true;
        }
        let end = self.tokens.len().min(to + WISHED);
        (to..end).take_while(|at| !self.breaks(*at)).any(|at| self.has(at, role::WISHED))
    }

    /// Whether what stands here is denied: "pas de …", "… non exigé", "… : non".
    pub(super) fn is_denied(&self, from: usize, to: usize) -> bool {
        let before = (from.saturating_sub(MOST_WITHIN)..from).rev().take_while(|at| !self.breaks(*at));
        for at in before {
            if self.has(at, role::NOT) {
                return true;
            }
            if !self.has(at, role::WITHIN) {
                break;
            }
        }
        // "Télétravail :", and "Non" on the next line.
        let passes =
            |at: usize| self.has(at, role::IS) || (at > to && self.tokens[at - 1].is_sign(':') && self.breaks(at));
        let not = (to..(to + 4).min(self.tokens.len())).find(|at| !passes(*at));
        not.is_some_and(|at| {
            self.has(at, role::NOT)
                && (self.has(at + 1, role::ASKED) || self.breaks(at + 1) || at + 1 >= self.tokens.len())
        })
    }

    /// "Indemnité travail de nuit", "horaires de nuit majorés".
    fn is_named_of_pay(&self, from: usize, to: usize) -> bool {
        self.any(from.saturating_sub(2), from, role::BESIDE) || self.has(to, role::BESIDE)
    }

    /// Whether what stands here is paid or free, and not worked: "prime de nuit", "repos le week-end".
    fn is_beside(&self, from: usize, to: usize) -> bool {
        let before = |far: usize, role: u32| {
            let mut places = (from.saturating_sub(far)..from).rev().take_while(|at| !self.breaks(*at));
            places.any(|at| self.has(at, role))
        };
        let behind = |far: usize, role: u32| {
            let mut places = (to..self.tokens.len().min(to + far)).take_while(|at| !self.breaks(*at));
            places.any(|at| self.has(at, role))
        };
        before(BESIDE, role::BESIDE) || before(REST, role::REST) || behind(NEXT, role::BESIDE | role::REST)
    }

    /// Whether a sentence or a point of a list ends here.
    pub(super) fn breaks(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign('.' | ';' | '\n' | '!' | '?' | '•')))
    }

    /// The sentence that a place is in.
    pub(super) fn sentence(&self, at: usize) -> (usize, usize) {
        let from = (at.saturating_sub(LONGEST_SENTENCE)..at).rev().take_while(|at| !self.breaks(*at)).last();
        let end = self.tokens.len().min(at + LONGEST_SENTENCE);
        let to = (at..end).find(|at| self.breaks(*at)).unwrap_or(end);
        (from.unwrap_or(at), to)
    }

    /// Whether some word of a span has a role.
    pub(super) fn any(&self, from: usize, to: usize, role: u32) -> bool {
        (from..to).any(|at| self.has(at, role))
    }
}
