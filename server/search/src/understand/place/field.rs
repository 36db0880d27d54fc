//! The place field, however a place is said in it: a name, a postcode, both in either order, a département by name or
//! number, a région, a part of the country, with what people say around ("gare de Lille", "Lille centre", "dans le
//! 62"); of several places the first. Words that are no place are left aside only where the rest is clear.

use super::choose::{Choice, How, Limit, Reach, What, choose, commune_of};
use super::items::{Item, core, ends, is_code, is_street, items, segments};
use super::{Found, Located, Spot, WELL_KNOWN, located};
use crate::lexicon::Lexicon;
use crate::lexicon::names::{Piece, pieces};

/// Characters that are looked at.
const MAX_CHARS: usize = 200;
/// Words that are looked at.
const MAX_WORDS: usize = 20;

/// Inhabitants from which a town is one of several that are named.
const TOLD: u32 = 1_000;
/// Things said apart that are looked at.
const MAX_SEGMENTS: usize = 6;
/// Numbers and areas that limit a name, at most.
const MAX_LIMITS: usize = 3;

/// Everywhere, as people type it; joined.
const EVERYWHERE: &[&str] = &[
    "danstoutelafrance",
    "enfrance",
    "france",
    "franceentiere",
    "francemetropolitaine",
    "indifferent",
    "lafrance",
    "lafranceentiere",
    "nimporteou",
    "partout",
    "partoutenfrance",
    "peuimporte",
    "toutefrance",
    "toutelafrance",
];

/// What was read.
pub(super) struct Read {
    pub(super) spot: Spot,
    pub(super) how: How,
    others: Vec<u32>,
}

/// Where the field says.
pub(super) fn locate(lexicon: &Lexicon, typed: &str) -> Found {
    let words = words_of(typed);
    if typed.is_empty() || words.is_empty() || is_everywhere(&words) {
        return Found::sure(Located::Nowhere);
    }
    match read_words(lexicon, &words) {
        Some(read) => Found {
            located: located(lexicon, &read.spot, &read.others),
            how: read.how,
            typed: typed.chars().take(MAX_CHARS).collect(),
        },
        None => Found::sure(Located::Unknown(typed.to_owned())),
    }
}

/// What a text names.
pub(super) fn read(lexicon: &Lexicon, typed: &str) -> Option<Read> {
    read_words(lexicon, &words_of(typed))
}

/// The words, without the number of a delivery office behind "Cedex".
fn words_of(typed: &str) -> Vec<Piece> {
    let text = typed.char_indices().nth(MAX_CHARS).map_or(typed, |(end, _)| &typed[..end]);
    let mut words = pieces(text, MAX_WORDS);
    if let Some(at) = words.iter().position(|piece| piece.word == "cedex") {
        let number = |piece: &Piece| piece.word.len() < 3 && piece.word.bytes().all(|b| b.is_ascii_digit());
        if words.get(at + 1).is_some_and(number) {
            words.remove(at + 1);
        }
        words.remove(at);
    }
    words
}

fn is_everywhere(words: &[Piece]) -> bool {
    let joined: String = words.iter().map(|piece| piece.word.as_str()).collect();
    EVERYWHERE.binary_search(&joined.as_str()).is_ok()
}

fn read_words(lexicon: &Lexicon, words: &[Piece]) -> Option<Read> {
    let all: Vec<&str> = words.iter().map(|piece| piece.word.as_str()).collect();
    // The whole first: many names hold what else would be taken apart.
    let reach = if all.iter().any(|word| is_code(word)) { Reach::Named } else { Reach::Begun };
    if let Some(choice) = choose(lexicon, &all, &[], reach) {
        return Some(of_choice(lexicon, choice, &[], false));
    }
    let items = items(lexicon, words);
    let segments = segments(words, &items);
    let (streets, segments): (Vec<_>, Vec<_>) = segments.into_iter().partition(|one| is_street(words, one));
    let mut parts = Parts::default();
    for segment in &segments {
        parts.read(lexicon, words, segment);
    }
    // Of a street only the postcode says where it is.
    for (at, item) in streets.into_iter().flatten() {
        if *item == Item::Code && words[*at].word.len() == 5 {
            parts.read(lexicon, words, &[(*at, *item)]);
        }
    }
    let basin = items.iter().any(|(_, item)| *item == Item::Basin);
    let mut choices: Vec<Choice> = Vec::new();
    let mut left = false;
    for segment in segments.into_iter().take(MAX_SEGMENTS) {
        match parts.choices(lexicon, words, segment) {
            Some(found) => choices.extend(found),
            None => left = true,
        }
    }
    if choices.is_empty() {
        return parts.without_name(lexicon, left);
    }
    let first = choices.remove(0);
    let others: Vec<u32> = choices
        .iter()
        .filter_map(|choice| match choice.what {
            What::Commune(rank) => Some(rank),
            What::Area(_) => None,
        })
        .collect();
    let mut read = of_choice(lexicon, first, &others, basin);
    if let (Spot::Commune(city), Some(code)) = (&read.spot, parts.postcode())
        && let Some(district) = lexicon.places.district(*city, code)
    {
        read.others.insert(0, *city);
        read.spot = Spot::Commune(district);
    }
    Some(read)
}

fn of_choice(lexicon: &Lexicon, choice: Choice, named: &[u32], basin: bool) -> Read {
    let spot = choice.spot();
    let others = named.iter().copied().chain(choice.others).collect();
    let area = match spot {
        Spot::Commune(rank) if basin => lexicon.places.basin_of(rank).and_then(|own| lexicon.areas.of_basin(own)),
        _ => None,
    };
    match area {
        Some(area) => Read { spot: Spot::Areas(vec![area]), how: choice.how, others: Vec::new() },
        None => Read { spot, how: choice.how, others },
    }
}

/// What limits the names that are typed.
#[derive(Default)]
struct Parts {
    /// Postcodes, départements by number, areas by name, in their order.
    limits: Vec<Limit>,
    areas: Vec<u32>,
    codes: Vec<String>,
    /// Where the names of areas begin.
    area_at: Vec<usize>,
}

impl Parts {
    fn read(&mut self, lexicon: &Lexicon, words: &[Piece], items: &[(usize, Item)]) {
        for (at, item) in items {
            match item {
                Item::Code => {
                    let code = words[*at].word.clone();
                    self.limits.extend(Limit::of_code(lexicon, &code));
                    self.codes.push(code);
                }
                Item::Name(to) => {
                    if let Some(Choice { what: What::Area(area), .. }) = name(lexicon, &words[*at..*to], &[]) {
                        self.areas.push(area);
                        self.area_at.push(*at);
                        self.limits.push(Limit::Area(area));
                    }
                }
                Item::Nothing | Item::Basin | Item::Rest => {}
            }
        }
        self.limits.truncate(MAX_LIMITS);
    }

    fn postcode(&self) -> Option<&str> {
        self.codes.iter().map(String::as_str).find(|code| code.len() == 5)
    }

    /// What some words mean within the limits; where nothing lies there, within each, then without.
    fn choose(&self, lexicon: &Lexicon, words: &[&str], reach: Reach) -> Option<Choice> {
        let several = self.limits.len() > 1 && reach != Reach::Mistyped;
        let each = self.limits.iter().map(std::slice::from_ref).filter(|_| several);
        let free = (!self.limits.is_empty()).then_some([].as_slice());
        let mut tries = std::iter::once(self.limits.as_slice()).chain(each).chain(free);
        tries.find_map(|within| choose(lexicon, words, within, reach))
    }

    /// The communes that a segment names; `None` where it holds something that is no place.
    fn choices(&self, lexicon: &Lexicon, words: &[Piece], segment: &[(usize, Item)]) -> Option<Vec<Choice>> {
        let plain = |from: usize, to: usize| words[from..to].iter().map(|p| p.word.as_str()).collect::<Vec<_>>();
        let named: Vec<Choice> = segment
            .iter()
            .filter_map(|(at, item)| match item {
                Item::Name(to) if !self.area_at.contains(at) => self.choose(lexicon, &plain(*at, *to), Reach::Begun),
                _ => None,
            })
            .filter(|choice| matches!(choice.what, What::Commune(_)))
            .collect();
        let rest: Vec<usize> = segment.iter().filter(|(_, item)| *item == Item::Rest).map(|(at, _)| *at).collect();
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
            // "bourg en besse" is neither Bourg nor Besse, "pas de port de charge" none of three villages.
            let mistyped = || self.choose(lexicon, &core(words, segment), Reach::Mistyped);
            if let Some(found) = (named.len() > 1).then(mistyped).flatten() {
                return Some(vec![found]);
            }
            let several = named.len() > 1 && !named.iter().all(|choice| has_people(lexicon, choice, TOLD));
            return (!several).then_some(named);
        };
        // What is typed may be one name with an error, which holds another name: "Haut de France".
        let (whole, core) = (plain(segment[0].0, ends(segment)), core(words, segment));
        if whole.len() > core.len()
            && let Some(found) = self.choose(lexicon, &whole, Reach::Mistyped)
        {
            return Some(vec![found]);
        }
        let run = plain(*first, *last + 1);
        let alone = named.is_empty().then_some(run.as_slice());
        for reach in [Reach::Begun, Reach::Mistyped] {
            let found = self.choose(lexicon, &core, reach);
            if let Some(found) = found.or_else(|| self.choose(lexicon, alone?, reach)) {
                return Some(vec![found]);
            }
        }
        // "Lille Fives": a town that is known, and a part of it that is not; "Le Touquet ville".
        let known = |choice: &Choice| has_people(lexicon, choice, WELL_KNOWN);
        let starts_with_name = segment.iter().find(|(_, item)| !matches!(item, Item::Nothing | Item::Code));
        let found = match (alone, starts_with_name) {
            (Some(run), _) => (1..run.len()).rev().find_map(|end| self.choose(lexicon, &run[..end], Reach::Begun)),
            (None, Some((_, Item::Name(_)))) => named.into_iter().next(),
            (None, _) => None,
        };
        found.filter(known).map(|found| vec![Choice { how: How::Guessed, ..found }])
    }

    /// Where no commune is named: areas, else the first number.
    fn without_name(self, lexicon: &Lexicon, left: bool) -> Option<Read> {
        let how = if left { How::Guessed } else { How::Named };
        let read = |spot| Some(Read { spot, how, others: Vec::new() });
        if !self.areas.is_empty() {
            // "Hauts-de-France, Nord" is the smaller one; "Nord, Pas-de-Calais" is both.
            let holds_other = |area: &u32| {
                self.areas.iter().any(|one| one != area && lexicon.areas.within(*one, *area, &lexicon.places))
            };
            let mut areas: Vec<u32> = self.areas.iter().copied().filter(|area| !holds_other(area)).collect();
            areas.dedup();
            return read(Spot::Areas(if areas.is_empty() { vec![self.areas[0]] } else { areas }));
        }
        let code = self.postcode().or(self.codes.first().map(String::as_str))?;
        match Limit::of_code(lexicon, code) {
            Some(Limit::Postcode(digits)) => {
                let ranks = lexicon.places.of_postcode(&digits);
                let choice = Choice::new(lexicon, What::Commune(*ranks.first()?), How::Named, &[], &ranks);
                Some(of_choice(lexicon, choice, &[], false))
            }
            Some(Limit::Area(area)) => match commune_of(lexicon, code) {
                Some(rank) => read(Spot::Commune(rank)),
                None => {
                    let mut areas = vec![area];
                    let others = self.limits.iter().filter_map(|limit| match limit {
                        Limit::Area(area) => Some(*area),
                        Limit::Postcode(_) => None,
                    });
                    areas.extend(others.filter(|other| *other != area).collect::<Vec<_>>());
                    Some(Read { spot: Spot::Areas(areas), how: How::Named, others: Vec::new() })
                }
            },
            None => None,
        }
    }
}

/// Whether a commune is in the hub's territory or has so many inhabitants.
fn has_people(lexicon: &Lexicon, choice: &Choice, people: u32) -> bool {
    match choice.what {
        What::Commune(rank) => lexicon.home.holds(rank) || lexicon.places.population(rank) >= people,
        What::Area(_) => false,
    }
}

fn name(lexicon: &Lexicon, words: &[Piece], within: &[Limit]) -> Option<Choice> {
    let plain: Vec<&str> = words.iter().map(|piece| piece.word.as_str()).collect();
    choose(lexicon, &plain, within, Reach::Named)
}
