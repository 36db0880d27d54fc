//! How well an offer answers. Whole numbers that depend on the offer and the query alone, never on
//! how rare a word is in the index: the same offers rank the same in every index that holds them.

use crate::plan::{
    EXACT_TITLE, IN_EMPLOYER, IN_JOB, IN_OTHER, IN_SKILLS, IN_TEXT, IN_TITLE, LEVELS, MAX_CLAUSES, Plan, Readings,
    clause_bits, code_bit, near_code_bit,
};

/// Weight of a word by the best field that holds it. Rank: occupation, title, employer, skills, text.
const WEIGHTS: [(u128, u32); LEVELS] =
    [(IN_JOB, 8), (IN_TITLE, 7), (IN_OTHER, 6), (IN_EMPLOYER, 6), (IN_SKILLS, 5), (IN_TEXT, 1)];
/// For each word of a phrase, when the offer has the phrase's occupation; added to the words' own weight.
const BY_CODE: u32 = 8;
/// The same, when the occupation is that of another name of the phrase.
const BY_NEAR_CODE: u32 = 6;
/// The same, when the phrase is only contained in labels of the occupation.
const BY_LIKELY_CODE: u32 = 3;
/// For each word of a phrase, when the title says it under another code: as good as the code alone.
const BY_WORDS: u32 = 1;
/// For each word of a phrase, when the title holds another name of it.
const BY_NAME: u32 = 6;
/// When the title says exactly what was typed.
const BY_TITLE: u32 = 6;

/// Scores the bits that an offer has.
pub(crate) struct Scorer {
    /// Weight of a clause by its five bits.
    by_level: [u32; 1 << LEVELS],
    clauses: usize,
    required: u32,
    needed: u16,
    any: Vec<u16>,
    /// Whether a trade was named for certain.
    named: bool,
    concepts: Vec<Matcher>,
}

struct Matcher {
    code: u128,
    near_code: u128,
    names: Vec<u128>,
    covers: u16,
    /// Of each clause that it stands for the bits that say what the work is.
    titled: Vec<u128>,
    by_code: u32,
    by_near_code: u32,
    by_name: u32,
    by_title: u32,
}

/// The fields that say what the work is, in every clause.
const OF_THE_WORK: u128 = {
    let mut bits = 0;
    let mut clause = 0;
    while clause < MAX_CLAUSES {
        bits |= (IN_JOB | IN_TITLE | IN_OTHER) << (clause * LEVELS);
        clause += 1;
    }
    bits
};

/// How well an offer answers: words first, then where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Score {
    /// The trade that was named is met: by its occupation, another name, or its words in the title.
    pub(crate) trade: bool,
    /// Clauses matched.
    pub(crate) matched: u32,
    /// Sum of weights.
    pub(crate) weight: u32,
    /// Clauses matched, as bits.
    pub(crate) mask: u16,
}

impl Scorer {
    pub(crate) fn new(plan: &Plan, readings: &Readings) -> Self {
        let mut by_level = [0; 1 << LEVELS];
        for (bits, weight) in (0u128..).zip(&mut by_level) {
            *weight = WEIGHTS.iter().find(|(bit, _)| bits & bit != 0).map_or(0, |(_, w)| *w);
        }
        let concepts = plan.concepts.iter().zip(&readings.names).enumerate().map(|(number, (concept, names))| {
            let words = concept.covers.count_ones();
            Matcher {
                code: code_bit(number),
                near_code: near_code_bit(number),
                names: names.clone(),
                covers: concept.covers,
                titled: (0..MAX_CLAUSES)
                    .filter(|clause| concept.covers >> clause & 1 == 1)
                    .map(|clause| clause_bits(clause) & OF_THE_WORK)
                    .collect(),
                by_code: words * if concept.certain { BY_CODE } else { BY_LIKELY_CODE },
                by_near_code: words * BY_NEAR_CODE,
                by_name: words * BY_NAME,
                by_title: words * BY_WORDS,
            }
        });
        Self {
            by_level,
            clauses: plan.clauses.len(),
            required: plan.required,
            needed: plan.needed(),
            any: plan.any.clone(),
            named: !plan.concepts.is_empty(),
            concepts: concepts.collect(),
        }
    }

    /// The score of an offer; `None` when it has too few of the words.
    #[inline]
    pub(crate) fn score(&self, bits: u128) -> Option<Score> {
        let mut matched = 0u16;
        let mut weight = 0;
        let mut trade = !self.named;
        for clause in 0..self.clauses {
            let level = (bits >> (clause * LEVELS)) as usize & ((1 << LEVELS) - 1);
            if level != 0 {
                matched |= 1 << clause;
                weight += self.by_level[level];
            }
        }
        for concept in &self.concepts {
            let by_code = bits & (concept.code | concept.near_code) != 0;
            let by_name = concept.names.iter().any(|name| bits & name == *name);
            // What its code or another name says already needs no third.
            let titled = !by_code && !by_name && concept.is_titled(bits);
            if by_code || by_name || titled {
                matched |= concept.covers;
                let titled = if titled { concept.by_title } else { 0 };
                let name = if by_name { concept.by_name } else { titled };
                let code = match by_code {
                    true if bits & concept.code != 0 => concept.by_code,
                    true => concept.by_near_code,
                    false => 0,
                };
                // Sources mistake codes: what the title says, too, is surer.
                weight += if by_code && by_name { code + name / 2 } else { code.max(name) };
            }
            trade |= by_code || by_name || titled;
        }
        let mask = matched;
        let matched = matched.count_ones();
        let one_of = |sets: &[u16]| sets.is_empty() || sets.iter().any(|set| mask & set == *set);
        if matched < self.required || mask & self.needed != self.needed || !one_of(&self.any) {
            return None;
        }
        let title = if bits & EXACT_TITLE == 0 { 0 } else { BY_TITLE };
        Some(Score { trade, matched, weight: weight + title, mask })
    }
}

impl Matcher {
    /// Whether each of its words stands in the title, or in the appellation.
    fn is_titled(&self, bits: u128) -> bool {
        self.titled.iter().all(|clause| bits & clause != 0)
    }
}
