//! A place inside the words: "soudeur Bully-les-Mines", "cariste 59100 nuit", "vendeur tours".
//!
//! A name is a place when nothing speaks for a trade. A name that is also a word of ROME's titles ("tours", "mer",
//! "bar") is a place only after "à" or "sur", before its département, or at the end behind words with which no title
//! of ROME goes ("vendeur tours", not "sauveteur en mer"). A lone word of ROME is always a trade. Small communes of
//! one short word need "à", so that "vue" or "eu" are not taken out of a query. The beginning of a name ("cariste
//! Boulogne") is a place only at the end or after "à", of a town that is well known or near, and never with a word
//! of ROME's titles.

use super::choose::{Choice, How, Limit, Names, Reach, What, begun, choose, commune_of, departement_of, exact};
use super::items::is_code;
use super::rules::{KNOWN, is_everyday};
use super::{Found, Located, Spot, WELL_KNOWN, located};
use crate::index::View;
use crate::lexicon::names::{Piece, is_small, joined, significant};

/// Words that a name has at most.
const LONGEST: usize = 9;
/// Inhabitants from which a town is meant by the beginning of its name.
const BEGUN: u32 = 4_000;
/// Words of the beginning of a name, at most.
const LONGEST_BEGUN: usize = 4;

/// A place inside the words: which of them, and where it is.
pub(crate) struct InWords {
    /// Words from, to (not with) this one: with what goes with the place.
    from: usize,
    to: usize,
    /// The name alone.
    name: (usize, usize),
    pub(crate) found: Found,
}

impl InWords {
    pub(super) fn new(from: usize, to: usize, name: (usize, usize), found: Found) -> Self {
        Self { from, to, name, found }
    }

    /// The place as it was typed.
    pub(crate) fn typed<'a>(&self, text: &'a str, words: &[Piece]) -> &'a str {
        text_of(text, words, self.name)
    }

    /// The text without the place.
    pub(crate) fn without(&self, text: &str, words: &[Piece]) -> String {
        let (start, end) = (words[self.from].from, words[self.to - 1].to);
        let rest = format!("{} {}", &text[..start], text[end..].trim_start_matches([')', ',']));
        super::super::tidy(rest.trim_matches([' ', ',', '(', '-', '/']))
    }
}

fn text_of<'a>(text: &'a str, words: &[Piece], (from, to): (usize, usize)) -> &'a str {
    match (words.get(from), to.checked_sub(1).and_then(|last| words.get(last))) {
        (Some(first), Some(last)) => &text[first.from..last.to],
        _ => "",
    }
}

/// A name that is a place.
struct Span {
    from: usize,
    to: usize,
    choice: Choice,
}

/// What is asked, with its words.
pub(super) struct Asked<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) text: &'a str,
    pub(super) words: &'a [Piece],
    pub(super) plain: Vec<&'a str>,
}

/// The place inside the words, if one is certain enough. A commune that is known wins over an area, then the longest
/// name, then the last; of several beside each other the first is the place.
pub(crate) fn in_words(view: &View<'_>, text: &str, words: &[Piece]) -> Option<InWords> {
    let asked = Asked::new(view, text, words);
    let mut spans: Vec<Span> = Vec::new();
    for from in (0..asked.plain.len()).filter(|from| !words[*from].ending) {
        if let Some(span) = asked.longest_at(from) {
            push(&mut spans, span);
        }
    }
    let rank = |span: &Span| (asked.weight(span), span.to - span.from, span.from);
    let best = (0..spans.len()).max_by_key(|at| rank(&spans[*at]));
    let (mut from, mut to, choice, others) = match best {
        Some(best) => {
            if let Some(longer) = asked.with_error(&spans[best]) {
                spans[best] = longer;
            }
            match asked.begun_before(&spans[best]) {
                Some(Span { from, to, choice }) => (from, to, choice, Vec::new()),
                None => asked.beside(&spans, best),
            }
        }
        None => {
            let Span { from, to, choice } = asked.begun()?;
            (from, to, choice, Vec::new())
        }
    };
    let name = (from, to);
    let mut spot = choice.spot();
    if let Spot::Commune(rank) = spot
        && let Some(words) = asked.basin_before(from)
    {
        // "bassin de Lens"
        let area = view.lexicon.places.basin_of(rank).and_then(|basin| view.lexicon.areas.of_basin(basin));
        spot = area.map_or(spot, |area| Spot::Areas(vec![area]));
        from -= words;
    }
    from -= asked.links_before(from);
    to += asked.tail(to);
    let others: Vec<u32> = others.into_iter().chain(choice.others.iter().copied()).collect();
    let found = Found {
        located: located(view.lexicon, &spot, &others),
        how: choice.how,
        typed: text_of(text, words, name).to_owned(),
    };
    (found.located != Located::Nowhere).then(|| InWords::new(from, to, name, found))
}

impl<'a> Asked<'a> {
    /// The words, without "H/F" and the like at their end.
    pub(super) fn new(view: &'a View<'a>, text: &'a str, words: &'a [Piece]) -> Self {
        let end = words.iter().rposition(|piece| !is_mark(&piece.word)).map_or(0, |last| last + 1);
        let words = &words[..end];
        Self { view, text, words, plain: words.iter().map(|piece| piece.word.as_str()).collect() }
    }

    /// Where what is said together with a word ends.
    pub(super) fn together(&self, from: usize) -> usize {
        let apart = self.words.iter().enumerate().skip(from + 1).find(|(_, piece)| piece.apart);
        apart.map_or(self.words.len(), |(at, _)| at)
    }

    /// How much speaks for a place: a commune of a short name that few know says less than an area.
    fn weight(&self, span: &Span) -> u8 {
        let What::Commune(rank) = span.choice.what else { return 1 };
        let lexicon = self.view.lexicon;
        let known = lexicon.home.holds(rank) || lexicon.places.population(rank) >= WELL_KNOWN;
        let several = significant(&self.plain[span.from..span.to]).len() > 1;
        if known || several || self.is_linked(span.from) { 2 } else { 0 }
    }

    /// The longest name that begins at a word and is a place.
    fn longest_at(&self, from: usize) -> Option<Span> {
        if is_code(self.plain[from]) {
            return self.code_at(from);
        }
        let keys = &self.view.lexicon.keys;
        let mut key = String::new();
        let mut ends: Vec<usize> = Vec::new();
        for (to, word) in self.plain[..self.together(from)].iter().enumerate().skip(from).take(LONGEST) {
            key.push_str(word);
            if !keys.any_beginning(&key) {
                break;
            }
            ends.push(to + 1);
        }
        // What begins with a small word is a name only where that is part of it.
        ends.into_iter().rev().find_map(|to| self.name_at(from, to))
    }

    /// The place that exactly these words name.
    fn name_at(&self, from: usize, to: usize) -> Option<Span> {
        let lexicon = self.view.lexicon;
        let name = &self.plain[from..to];
        // The département or postcode behind a name chooses among communes of that name, and makes it certain.
        if let Some(limit) = self.plain.get(to).filter(|w| is_code(w)).and_then(|code| Limit::of_code(lexicon, code)) {
            let reach = if name.iter().any(|word| self.speaks_for_trade(word)) { Reach::Named } else { Reach::Begun };
            let limits = [limit];
            if let Some(choice) = choose(lexicon, name, &limits, reach)
                && matches!(choice.what, What::Commune(_))
            {
                return Some(Span { from, to: to + 1, choice });
            }
        }
        if exact(lexicon, name).is_empty() {
            return None;
        }
        let names = Names::of(lexicon, name, &[]);
        let is_area = names.area.is_some_and(|area| self.is_area(from, to, area));
        let is_own = !names.own.is_empty() && self.is_commune(from, to, &names.own);
        let is_former = !names.former.is_empty() && self.is_former(from, to, &names.former);
        let choice = choose(lexicon, name, &[], Reach::Begun)?;
        let fits = match (choice.what, choice.how) {
            (What::Area(_), _) => is_area,
            (What::Commune(_), How::Former) => is_former,
            (What::Commune(_), _) => is_own,
        };
        let choice = if fits {
            choice
        } else if is_own {
            Choice::new(lexicon, What::Commune(names.own[0]), How::Named, &names.own, &[])
        } else if let Some(area) = names.area.filter(|_| is_area) {
            Choice::new(lexicon, What::Area(area), How::Named, &names.own, &[])
        } else {
            return None;
        };
        Some(Span { from, to, choice })
    }

    /// A postcode anywhere; the number of a département as the last of several words.
    fn code_at(&self, from: usize) -> Option<Span> {
        let code = self.plain[from];
        let lexicon = self.view.lexicon;
        let numbered = from > 0
            && matches!(
                self.plain[from - 1],
                "caces" | "permis" | "categorie" | "niveau" | "bac" | "coefficient" | "n" | "r"
            );
        let last = from > 0 && from + 1 == self.plain.len() && !numbered;
        if (code.len() != 5 && !last) || self.is_counted(from) {
            return None;
        }
        let choice = match Limit::of_code(lexicon, code)? {
            Limit::Postcode(digits) => {
                let ranks = lexicon.places.of_postcode(&digits);
                Choice::new(lexicon, What::Commune(*ranks.first()?), How::Named, &[], &ranks)
            }
            Limit::Area(_) => {
                let what = match commune_of(lexicon, code) {
                    Some(rank) => What::Commune(rank),
                    None => What::Area(departement_of(lexicon, code)?),
                };
                Choice::new(lexicon, what, How::Named, &[], &[])
            }
        };
        Some(Span { from, to: from + 1, choice })
    }

    /// A longer name with a typing error that goes on where a name ends: "villeneuve d'asq".
    fn with_error(&self, span: &Span) -> Option<Span> {
        let lexicon = self.view.lexicon;
        let begins = joined(&self.plain[span.from..span.to]);
        if !matches!(span.choice.what, What::Commune(_)) || !self.plain.get(span.to).is_some_and(|word| is_small(word))
        {
            return None;
        }
        let last = self.together(span.from).min(span.to + 3);
        (span.to + 2..=last).rev().find_map(|to| {
            let choice = choose(lexicon, &self.plain[span.from..to], &[], Reach::Mistyped)?;
            let What::Commune(rank) = choice.what else { return None };
            let goes_on = joined(&crate::lexicon::names::words(lexicon.places.name(rank))).starts_with(&begins);
            (goes_on && choice.how == How::Guessed).then_some(Span { from: span.from, to, choice })
        })
    }

    /// The beginning of a name, at the end or after "à".
    fn begun(&self) -> Option<Span> {
        let lexicon = self.view.lexicon;
        let end = self.plain.len() - self.tail_of_text();
        for from in 0..end {
            let linked = self.is_linked(from);
            let least = if linked { from + 1 } else { end };
            for to in (least..=end.min(from + LONGEST_BEGUN).min(self.together(from))).rev() {
                let name = &self.plain[from..to];
                if !self.may_begin(name) {
                    continue;
                }
                let ranks = begun(lexicon, name, &[]);
                let known = |rank: u32| {
                    let near = linked || lexicon.home.holds(rank);
                    lexicon.places.population(rank) >= if near { KNOWN } else { BEGUN }
                };
                if let Some(best) = ranks.first().copied().filter(|rank| known(*rank)) {
                    let choice = Choice::new(lexicon, What::Commune(best), How::Guessed, &[], &ranks);
                    return Some(Span { from, to, choice });
                }
            }
        }
        None
    }

    /// The beginning of a name right before the area that it lies in: "Boulogne, Pas-de-Calais".
    fn begun_before(&self, span: &Span) -> Option<Span> {
        let What::Area(area) = span.choice.what else { return None };
        let lexicon = self.view.lexicon;
        let first = span.from.saturating_sub(LONGEST_BEGUN);
        (first..span.from).filter(|from| self.together(*from) >= span.from).find_map(|from| {
            let name = &self.plain[from..span.from];
            let ranks = if self.may_begin(name) { begun(lexicon, name, &[Limit::Area(area)]) } else { Vec::new() };
            let best = ranks.first().copied().filter(|rank| lexicon.places.population(*rank) >= KNOWN)?;
            let choice = Choice::new(lexicon, What::Commune(best), How::Guessed, &[], &ranks);
            Some(Span { from, to: span.to, choice })
        })
    }

    /// Whether words may be the beginning of a name and nothing else.
    fn may_begin(&self, name: &[&str]) -> bool {
        let words = significant(name);
        let everyday = words.len() == 1 && is_everyday(words[0]);
        let speaks = words.iter().any(|word| self.speaks_for_trade(word));
        let ends_small = name.last().is_none_or(|last| is_small(last));
        !everyday && !speaks && !ends_small && joined(&words).len() >= 4
    }

    /// The best place with those right beside it: from, to, the first of them within the areas, the others.
    fn beside(&self, spans: &[Span], best: usize) -> (usize, usize, Choice, Vec<u32>) {
        let (mut first, mut last) = (best, best);
        while let Some(before) = spans[..first].iter().rposition(|span| self.touches(span.to, spans[first].from)) {
            first = before;
        }
        while let Some(after) = spans[last + 1..].iter().position(|span| self.touches(spans[last].to, span.from)) {
            last += 1 + after;
        }
        let group = &spans[first..=last];
        let limits: Vec<Limit> = group
            .iter()
            .filter_map(|span| match span.choice.what {
                What::Area(area) => Some(Limit::Area(area)),
                What::Commune(_) => None,
            })
            .collect();
        let mut communes = group.iter().filter(|span| matches!(span.choice.what, What::Commune(_)));
        let (from, to) = (group[0].from, group[group.len() - 1].to);
        let Some(place) = communes.next() else {
            return (spans[best].from, spans[best].to, spans[best].choice.clone(), Vec::new());
        };
        let others = communes.filter_map(|span| match span.choice.what {
            What::Commune(rank) => Some(rank),
            What::Area(_) => None,
        });
        let others = others.collect();
        let name = &self.plain[place.from..place.to];
        let limited =
            limits.iter().find_map(|limit| choose(self.view.lexicon, name, std::slice::from_ref(limit), Reach::Begun));
        (from, to, limited.unwrap_or_else(|| place.choice.clone()), others)
    }
}

/// Whether a word is what stands behind a title, not in it: "H/F", the reference of a source.
fn is_mark(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    matches!(word, "h" | "f" | "hf" | "fh" | "m" | "w" | "x" | "nb") || (digits >= 3 && digits < word.len())
}

/// Adds a span behind others: of two over each other the longer one stays.
fn push(spans: &mut Vec<Span>, span: Span) {
    match spans.last() {
        Some(last) if span.from < last.to && span.to - span.from <= last.to - last.from => {}
        Some(last) if span.from < last.to => {
            spans.pop();
            spans.push(span);
        }
        _ => spans.push(span),
    }
}
