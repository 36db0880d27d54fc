//! What a name means: whole names first, then whole-word beginnings, then names with one typing error. Of several
//! places the hub's own territory comes first, then the most populated.

use super::{MAX_HOMONYMS, MAX_OTHERS, WELL_KNOWN};
use crate::lexicon::names::{is_generic, is_small, joined, significant, words};
use crate::lexicon::{Kind, Lexicon, Target};
use domain::place::CommuneCode;

/// The shortest name with a typing error.
const LEAST: usize = 4;
/// From so many letters on a typing error is mended without the name being well known.
const LONG: usize = 5;

/// How a name stands for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// It is its name.
    Named,
    /// It is the name of a former commune or of a part of it.
    Former,
    /// It begins its name, or has a typing error.
    Guessed,
}

/// What is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Commune(u32),
    Area(u32),
}

/// What is probably meant, and the communes that may be meant as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) what: What,
    pub(crate) how: How,
    pub(crate) others: Vec<u32>,
}

impl Choice {
    /// A choice with what else may be meant: the first few of all, then the rest of those of the very same name.
    pub(super) fn new(lexicon: &Lexicon, what: What, how: How, same: &[u32], more: &[u32]) -> Self {
        let mut others = lexicon.nearest_first(same.iter().chain(more).copied());
        others.retain(|rank| what != What::Commune(*rank));
        others.truncate(MAX_OTHERS);
        for rank in same {
            if what != What::Commune(*rank) && !others.contains(rank) && others.len() < MAX_HOMONYMS {
                others.push(*rank);
            }
        }
        Self { what, how, others }
    }
}

/// How far from a name what is typed may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// It is a name.
    Named,
    /// It may be the first words of one.
    Begun,
    /// It may have a typing error.
    Mistyped,
}

/// What is said beside a name: "Roubaix, Nord", "59100 Roubaix".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    Area(u32),
    Postcode(String),
}

impl Limit {
    fn holds(&self, lexicon: &Lexicon, rank: u32) -> bool {
        match self {
            Self::Area(area) => lexicon.areas.holds(*area, rank, lexicon.places.departement(rank)),
            Self::Postcode(digits) => lexicon.places.of_postcode(digits).contains(&rank),
        }
    }

    /// What a number says: a postcode, the code of a commune, a département.
    pub(crate) fn of_code(lexicon: &Lexicon, code: &str) -> Option<Self> {
        if code.len() == 5 && !lexicon.places.of_postcode(code).is_empty() {
            return Some(Self::Postcode(code.to_owned()));
        }
        departement_of(lexicon, code).map(Self::Area)
    }
}

/// The area of the département that a number names; a postcode of a company or of a post box begins with it.
pub(crate) fn departement_of(lexicon: &Lexicon, code: &str) -> Option<u32> {
    let upper = code.to_ascii_uppercase();
    let digits = match upper.len() {
        5 if upper.starts_with("97") || upper.starts_with("98") => 3,
        5 if upper.starts_with("200") || upper.starts_with("201") => return lexicon.areas.of_departement("2A"),
        5 if upper.starts_with("20") => return lexicon.areas.of_departement("2B"),
        5 => 2,
        length => length,
    };
    lexicon.areas.of_departement(upper.get(..digits)?)
}

/// The commune of an INSEE code that is no postcode.
pub(crate) fn commune_of(lexicon: &Lexicon, code: &str) -> Option<u32> {
    CommuneCode::parse(code).ok().filter(|_| code.len() == 5).and_then(|code| lexicon.places.of_code(&code))
}

/// What some words mean; only what lies in `within`, where that is said.
pub(crate) fn choose(lexicon: &Lexicon, words: &[&str], within: &[Limit], reach: Reach) -> Option<Choice> {
    let names = Names::of(lexicon, words, within);
    let begun = if reach == Reach::Named { Vec::new() } else { begun(lexicon, words, within) };
    let found = names.named(lexicon, &begun).or_else(|| names.begun(lexicon, &begun));
    found.or_else(|| match reach {
        Reach::Named => None,
        Reach::Begun => part(lexicon, words, within),
        Reach::Mistyped => part(lexicon, words, within).or_else(|| mistyped(lexicon, words, within)),
    })
}

/// What has these words for its name. What begins with a small word is a name that does ("à Brest" is not Abrest), and
/// no word of a name is cut in two ("valet te").
pub(super) fn exact(lexicon: &Lexicon, words: &[&str]) -> Vec<Target> {
    let targets = lexicon.keys.exact(&joined(words));
    let [first, _, ..] = words else { return targets.collect() };
    let small = is_small(first);
    let fits = |target: &Target| match target.kind {
        Kind::Own | Kind::Variant => {
            let name = self::words(lexicon.places.name(target.number));
            name.len() >= words.len() && (!small || name.first().is_some_and(|own| own == first))
        }
        Kind::Former => !small || matches!(*first, "l" | "la" | "le" | "les"),
        Kind::Part | Kind::Ending | Kind::Area => true,
    };
    targets.filter(fits).collect()
}

/// Towns that have this name as a part of theirs: "Courcouronnes".
fn part(lexicon: &Lexicon, words: &[&str], within: &[Limit]) -> Option<Choice> {
    let ranks = lexicon.keys.parts(&joined(words)).map(|target| target.number);
    let ranks = lexicon.nearest_first(ranks.filter(|rank| within.iter().all(|limit| limit.holds(lexicon, *rank))));
    Some(Choice::new(lexicon, What::Commune(*ranks.first()?), How::Guessed, &[], &ranks))
}

/// What has exactly this name.
pub(crate) struct Names {
    /// Communes that have it as their own name or a way of typing that; the best first.
    pub(crate) own: Vec<u32>,
    /// Communes that took in one of that name; the best first.
    pub(crate) former: Vec<u32>,
    pub(crate) area: Option<u32>,
    /// Whether the first of its own is called exactly so.
    exactly: bool,
}

impl Names {
    pub(crate) fn of(lexicon: &Lexicon, words: &[&str], within: &[Limit]) -> Self {
        let mut targets = exact(lexicon, words);
        let short = significant(words);
        if targets.is_empty() && short.len() < words.len() {
            targets = exact(lexicon, &short);
        }
        Self::among(lexicon, words, &targets, within)
    }

    fn among(lexicon: &Lexicon, words: &[&str], targets: &[Target], within: &[Limit]) -> Self {
        let inside = |rank: &u32| within.iter().all(|limit| limit.holds(lexicon, *rank));
        let of = |kind: Kind| targets.iter().filter(move |t| t.kind == kind).map(|t| t.number);
        let mut own = lexicon.nearest_first(of(Kind::Own).chain(of(Kind::Variant)).filter(inside));
        let key = joined(words);
        let named = |rank: u32| self::words(lexicon.places.name(rank));
        if own.len() > 1 {
            // "La Chapelle" is rather La Chapelle than Lachapelle, and "Port" rather Port than Le Port.
            own.sort_by_cached_key(|rank| {
                let named = named(*rank);
                (lexicon.home.tier(*rank), joined(&named) != key, named != words)
            });
        }
        let exactly = own.first().is_some_and(|rank| joined(&named(*rank)) == key);
        let former = lexicon.nearest_first(of(Kind::Former).filter(inside).filter(|rank| !own.contains(rank)));
        let within_all = |area: &u32| {
            within.iter().all(|limit| match limit {
                Limit::Area(outer) => lexicon.areas.within(*area, *outer, &lexicon.places),
                Limit::Postcode(_) => false,
            })
        };
        Self { own, former, area: of(Kind::Area).next().filter(within_all), exactly }
    }

    /// A commune or an area of that name.
    fn named(&self, lexicon: &Lexicon, begun: &[u32]) -> Option<Choice> {
        let best = self.own.first().copied();
        let small = |rank: u32| !lexicon.home.holds(rank) && lexicon.places.population(rank) < WELL_KNOWN;
        if let Some(area) = self.area
            && best.is_none_or(small)
        {
            return Some(Choice::new(lexicon, What::Area(area), How::Named, &self.own, &[]));
        }
        let best = best?;
        // "La Baule" is La Baule-Escoublac, not Baule.
        if let Some(larger) = begun.first().copied().filter(|rank| !self.exactly && *rank != best)
            && lexicon.nearest_first([best, larger]).first() == Some(&larger)
        {
            return Some(Choice::new(lexicon, What::Commune(larger), How::Guessed, &self.own, begun));
        }
        // "Mons" is Mons-en-Barœul where that is, not one of seven villages far away.
        if let Some(near) = begun.first().copied().filter(|rank| lexicon.home.holds(*rank))
            && small(best)
        {
            return Some(Choice::new(lexicon, What::Commune(near), How::Guessed, &self.own, begun));
        }
        // "Neuilly" is a village, but others are rather meant; who says "Lens" does not mean Lens-Lestang.
        let people = lexicon.places.population(best);
        let larger = begun.iter().copied().filter(|rank| lexicon.places.population(*rank) > people);
        let larger: Vec<u32> = larger.take(MAX_OTHERS).collect();
        Some(Choice::new(lexicon, What::Commune(best), How::Named, &self.own, &larger))
    }

    /// A former commune of that name, or one whose name begins so: the nearer to the hub, then the larger.
    fn begun(&self, lexicon: &Lexicon, begun: &[u32]) -> Option<Choice> {
        let best = lexicon.nearest_first(self.former.first().into_iter().chain(begun.first()).copied());
        let best = best.first().copied()?;
        let is_former = self.former.first() == Some(&best);
        let how = if is_former { How::Former } else { How::Guessed };
        Some(Choice::new(lexicon, What::Commune(best), how, &self.former, begun))
    }
}

/// Communes whose names begin with these words, the best first; former communes only where no other does.
pub(crate) fn begun(lexicon: &Lexicon, words: &[&str], within: &[Limit]) -> Vec<u32> {
    let words = significant(words);
    if words.iter().all(|word| is_generic(word) || word.len() < 3 || is_small(word)) {
        return Vec::new();
    }
    let targets: Vec<Target> = lexicon.keys.begun(&words).collect();
    let inside = |rank: &u32| within.iter().all(|limit| limit.holds(lexicon, *rank));
    let of = |kind: Kind| targets.iter().filter(move |t| t.kind == kind).map(|t| t.number).filter(inside);
    let own = lexicon.nearest_first(of(Kind::Own));
    if own.is_empty() { lexicon.nearest_first(of(Kind::Former)) } else { own }
}

/// What has a name one typing error away, or one that sounds so.
pub(super) fn mistyped(lexicon: &Lexicon, words: &[&str], within: &[Limit]) -> Option<Choice> {
    let key = joined(words);
    if key.len() < LEAST || key.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut targets = lexicon.keys.near(&key);
    let short = joined(&significant(words));
    if short != key && short.len() >= LONG {
        targets.extend(lexicon.keys.near(&short));
    }
    let by_ear = lexicon.heard.of(&key).map(|rank| (Target { kind: Kind::Own, number: rank }, true));
    targets.extend(by_ear);
    let (mut communes, mut area) = (Vec::new(), None);
    for (target, same_letter) in targets {
        if target.kind == Kind::Area {
            area = area.or_else(|| Names::among(lexicon, words, &[target], within).area);
        } else if within.iter().all(|limit| limit.holds(lexicon, target.number)) {
            // The first letter is seldom mistyped.
            communes.push((!same_letter, target));
        }
    }
    let known = |rank: u32| lexicon.home.holds(rank) || lexicon.places.population(rank) >= WELL_KNOWN;
    communes.retain(|(_, target)| key.len() >= LONG || known(target.number));
    communes.sort_by_key(|(other_letter, target)| {
        let rank = target.number;
        let people = std::cmp::Reverse(lexicon.places.population(rank));
        (*other_letter, lexicon.home.tier(rank), target.kind == Kind::Former, people, rank)
    });
    // "Normadie" is the région, not a town that has its name as a part.
    let whole = communes.first().is_some_and(|(_, target)| target.kind != Kind::Part);
    let mut ranks: Vec<u32> = Vec::new();
    for (_, target) in communes {
        if !ranks.contains(&target.number) {
            ranks.push(target.number);
        }
    }
    let best = ranks.first().copied();
    if let Some(area) = area.filter(|_| key.len() >= LONG && best.is_none_or(|rank| !whole || !known(rank))) {
        return Some(Choice::new(lexicon, What::Area(area), How::Guessed, &[], &ranks));
    }
    Some(Choice::new(lexicon, What::Commune(best?), How::Guessed, &[], &ranks))
}
