//! What a search asks of the index, once it is understood: words, occupations, a place, an employer.

use crate::geo;
use crate::schema::Fields;
use domain::place::{CommuneCode, Point};
use tantivy::schema::Field;

/// Words that are searched at most: a hostile query costs no more than a long honest one.
pub(crate) const MAX_CLAUSES: usize = 12;
/// Phrases with an occupation or other names, at most.
pub(crate) const MAX_CONCEPTS: usize = 4;
/// Words of other names, at most, over all concepts.
pub(crate) const MAX_NAME_WORDS: usize = 32;

/// A search, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) clauses: Vec<Clause>,
    pub(crate) concepts: Vec<Concept>,
    /// How many clauses an offer must match.
    pub(crate) required: u32,
    /// Clauses that an offer must match, as bits.
    pub(crate) needed: u16,
    /// Sets of clauses of which an offer must match one, as bits: the trades that were named. Any will do when there
    /// are none.
    pub(crate) any: Vec<u16>,
    /// Who leads or teaches others is asked for.
    pub(crate) leads: bool,
    /// Keys of titles that say exactly what was typed.
    pub(crate) title_keys: Vec<String>,
    pub(crate) area: Option<Area>,
    /// ROME codes of which an offer must have one; any when there is none.
    pub(crate) rome: Vec<String>,
    /// Key of the employer that is asked for.
    pub(crate) employer: Option<String>,
}

/// One word: an offer matches it by any of its stems, or by the employer's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) stems: Vec<String>,
    /// Folded words as an employer's name would hold them.
    pub(crate) exact: Vec<String>,
    /// Stems of another spelling: what was typed is rare, and this is common.
    pub(crate) other: Vec<String>,
    /// The word as it was typed, where the clause is one word.
    pub(crate) typed: Option<String>,
    /// It stood in quotes: no offer goes without it.
    pub(crate) quoted: bool,
}

/// A phrase that has an occupation or other names: an offer that has them matches its clauses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concept {
    /// Clauses that it stands for, as bits.
    pub(crate) covers: u16,
    /// ROME codes.
    pub(crate) codes: Vec<String>,
    /// Codes of what it is also called, where it is itself a title of ROME.
    pub(crate) near_codes: Vec<String>,
    /// Stems of other names: a title that holds all of one matches.
    pub(crate) names: Vec<Vec<String>>,
    /// A whole phrase, not just labels that hold all the words.
    pub(crate) certain: bool,
}

/// Where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Area {
    /// Round a commune.
    Around {
        /// Codes that mean the commune.
        communes: Vec<String>,
        /// Its département: offers known only by it come last.
        departement: String,
        /// Its centre, where known.
        centre: Option<Point>,
        /// Radius in metres; 0 is the commune itself.
        radius_m: u32,
    },
    /// All of some départements, and some communes beside them: a région, a labour basin.
    Within {
        /// Codes of the départements.
        departements: Vec<String>,
        /// Codes of the communes.
        communes: Vec<String>,
    },
}

/// A term to read and the bits that it sets.
pub(crate) struct Reading {
    pub(crate) field: Field,
    pub(crate) text: String,
    pub(crate) bits: u128,
}

// Bits of a match, from the lowest: 6 for each clause, then as named.
/// Levels of a clause.
pub(crate) const LEVELS: usize = 6;
pub(crate) const IN_TEXT: u128 = 1;
pub(crate) const IN_SKILLS: u128 = 2;
pub(crate) const IN_EMPLOYER: u128 = 4;
pub(crate) const IN_TITLE: u128 = 8;
pub(crate) const IN_JOB: u128 = 16;
/// In the title, in another spelling.
pub(crate) const IN_OTHER: u128 = 32;
const CODES_AT: usize = MAX_CLAUSES * LEVELS;
const NEAR_CODES_AT: usize = CODES_AT + MAX_CONCEPTS;
const NAMES_AT: usize = NEAR_CODES_AT + MAX_CONCEPTS;
const OTHER_AT: usize = NAMES_AT + MAX_NAME_WORDS;
pub(crate) const IN_CELL: u128 = 1 << OTHER_AT;
pub(crate) const IN_COMMUNE: u128 = 1 << (OTHER_AT + 1);
pub(crate) const IN_WIDE: u128 = 1 << (OTHER_AT + 2);
pub(crate) const IN_DEPARTEMENT: u128 = 1 << (OTHER_AT + 3);
const OF_EMPLOYER: u128 = 1 << (OTHER_AT + 4);
pub(crate) const EXACT_TITLE: u128 = 1 << (OTHER_AT + 5);
const OF_OCCUPATION: u128 = 1 << (OTHER_AT + 6);
const _: () = assert!(OTHER_AT + 7 <= 128);

/// The terms of a plan, and which of them must be there.
pub(crate) struct Readings {
    pub(crate) terms: Vec<Reading>,
    /// An offer must have a bit of each.
    pub(crate) groups: Vec<u128>,
    /// The names of each concept as sets of bits: all bits of one must be set.
    pub(crate) names: Vec<Vec<u128>>,
}

/// The bit of a concept's codes.
pub(crate) const fn code_bit(concept: usize) -> u128 {
    1 << (CODES_AT + concept)
}

/// The bit of the codes of what a concept is also called.
pub(crate) const fn near_code_bit(concept: usize) -> u128 {
    1 << (NEAR_CODES_AT + concept)
}

/// The bits of a clause, lowest first.
pub(crate) const fn clause_bits(clause: usize) -> u128 {
    ((1 << LEVELS) - 1) << (clause * LEVELS)
}

impl Plan {
    /// The terms to read.
    pub(crate) fn readings(&self, fields: &Fields) -> Readings {
        let mut out = Readings { terms: Vec::new(), groups: Vec::new(), names: Vec::new() };
        for (number, clause) in self.clauses.iter().enumerate().take(MAX_CLAUSES) {
            let shift = number * LEVELS;
            for stem in &clause.stems {
                for (field, bit) in
                    [(fields.text, IN_TEXT), (fields.skills, IN_SKILLS), (fields.title, IN_TITLE), (fields.job, IN_JOB)]
                {
                    out.read(field, stem, bit << shift);
                }
            }
            for stem in &clause.other {
                for (field, bit) in [
                    (fields.text, IN_TEXT),
                    (fields.skills, IN_SKILLS),
                    (fields.title, IN_OTHER),
                    (fields.job, IN_OTHER),
                ] {
                    out.read(field, stem, bit << shift);
                }
            }
            for word in &clause.exact {
                out.read(fields.employer, word, IN_EMPLOYER << shift);
            }
        }
        self.read_concepts(fields, &mut out);
        for key in &self.title_keys {
            out.read(fields.title_key, key, EXACT_TITLE);
        }
        self.group_clauses(&mut out);
        if let Some(area) = &self.area {
            let bits = area.read(fields, &mut out);
            out.groups.push(bits);
        }
        if !self.rome.is_empty() {
            for code in &self.rome {
                out.read(fields.rome, code, OF_OCCUPATION);
            }
            out.groups.push(OF_OCCUPATION);
        }
        if let Some(employer) = &self.employer {
            out.read(fields.employer_key, employer, OF_EMPLOYER);
            out.groups.push(OF_EMPLOYER);
        }
        out
    }

    fn read_concepts(&self, fields: &Fields, out: &mut Readings) {
        let mut words: Vec<&String> = Vec::new();
        for (number, concept) in self.concepts.iter().enumerate().take(MAX_CONCEPTS) {
            for code in &concept.codes {
                out.read(fields.rome, code, code_bit(number));
            }
            for code in &concept.near_codes {
                out.read(fields.rome, code, near_code_bit(number));
            }
            let mut names = Vec::new();
            for name in &concept.names {
                let fresh = name.iter().filter(|w| !words.contains(w)).count();
                if name.is_empty() || words.len() + fresh > MAX_NAME_WORDS {
                    continue;
                }
                let mut bits = 0;
                for word in name {
                    let at = words.iter().position(|w| *w == word).unwrap_or_else(|| {
                        words.push(word);
                        words.len() - 1
                    });
                    bits |= 1 << (NAMES_AT + at);
                }
                names.push(bits);
            }
            out.names.push(names);
        }
        for (at, word) in words.iter().enumerate() {
            out.read(fields.title, word, 1 << (NAMES_AT + at));
        }
    }

    /// Searches within so many kilometres of the place.
    pub(crate) fn widen(&mut self, km: u16) {
        if let Some(Area::Around { radius_m, .. }) = &mut self.area {
            *radius_m = u32::from(km) * 1000;
        }
    }

    /// Whether offers that lack a word are found as well.
    pub(crate) const fn is_wide(&self) -> bool {
        self.needed != 0 || !self.any.is_empty()
    }

    /// Clauses that no offer goes without, as bits: those that are needed, and those in quotes.
    pub(crate) fn needed(&self) -> u16 {
        let quoted = (0..).zip(&self.clauses).filter(|(_, clause)| clause.quoted);
        quoted.fold(self.needed, |bits, (at, _): (usize, _)| bits | 1 << at)
    }

    /// All clauses, as bits.
    pub(crate) fn all_clauses(&self) -> u16 {
        u16::try_from((1u32 << self.clauses.len()) - 1).unwrap_or(u16::MAX)
    }

    /// Which clauses must be there: each, when all are required; else those that are needed, and any.
    fn group_clauses(&self, out: &mut Readings) {
        if self.clauses.is_empty() {
            return;
        }
        let by_concept = |clause: usize| {
            let covering = (0..).zip(&self.concepts).filter(|(_, c)| c.covers >> clause & 1 == 1);
            covering.fold(0, |bits, (i, _): (usize, _)| {
                let names = out.names.get(i).map(|n| n.iter().fold(0, |b, n| b | n)).unwrap_or(0);
                bits | code_bit(i) | near_code_bit(i) | names
            })
        };
        let clauses: Vec<u128> = (0..self.clauses.len()).map(|i| clause_bits(i) | by_concept(i)).collect();
        if self.required as usize >= self.clauses.len() {
            out.groups.extend(clauses);
            return;
        }
        let needed = self.needed();
        out.groups
            .extend((0..).zip(&clauses).filter(|(at, _)| needed >> at & 1 == 1).map(|(_, bits): (usize, _)| *bits));
        if needed.count_ones() < self.required {
            out.groups.push(clauses.iter().fold(0, |all, bits| all | bits));
        }
    }
}

impl Readings {
    fn read(&mut self, field: Field, text: &str, bits: u128) {
        self.terms.push(Reading { field, text: text.to_owned(), bits });
    }
}

impl Area {
    /// Reads the area's terms; the bits of which an offer must have one.
    fn read(&self, fields: &Fields, out: &mut Readings) -> u128 {
        match self {
            Self::Within { departements, communes } => {
                for code in departements {
                    out.read(fields.place, &geo::departement_term(code), IN_DEPARTEMENT);
                }
                let mut wide: Vec<String> = Vec::new();
                for code in communes {
                    out.read(fields.place, &geo::commune_term(code), IN_COMMUNE);
                    let own = CommuneCode::parse(code).map(|code| code.departement().to_string());
                    wide.extend(own.into_iter().filter(|own| !departements.contains(own)));
                }
                // Known only by a département that is in it in part: perhaps there, so they come last.
                wide.sort_unstable();
                wide.dedup();
                for code in &wide {
                    out.read(fields.place, &geo::wide_term(code), IN_WIDE);
                }
                IN_DEPARTEMENT | IN_COMMUNE | IN_WIDE
            }
            Self::Around { communes, departement, centre, radius_m } => {
                for code in communes {
                    out.read(fields.place, &geo::commune_term(code), IN_COMMUNE);
                }
                if *radius_m > 0 {
                    out.read(fields.place, &geo::wide_term(departement), IN_WIDE);
                    for cell in centre.iter().flat_map(|c| geo::cells_around(*c, *radius_m)) {
                        out.read(fields.place, &cell, IN_CELL);
                    }
                }
                IN_COMMUNE | IN_WIDE | IN_CELL
            }
        }
    }
}
