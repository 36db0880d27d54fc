//! How well an offer answers. Whole numbers that depend on the offer and the query alone, never on
//! how rare a word is in the index: the same offers rank the same in every index that holds them.

use crate::plan::{EXACT_TITLE, IN_EMPLOYER, IN_JOB, IN_SKILLS, IN_TEXT, IN_TITLE, LEVELS, Plan, Readings, code_bit};

/// Weight of a word by the best field that holds it. Rank: occupation, title, employer, skills, text.
const WEIGHTS: [(u128, u32); LEVELS] = [(IN_JOB, 8), (IN_TITLE, 7), (IN_EMPLOYER, 6), (IN_SKILLS, 5), (IN_TEXT, 1)];
/// For each word of a phrase, when the offer has the phrase's occupation; added to the words' own weight.
const BY_CODE: u32 = 8;
/// The same, when the phrase is only contained in labels of the occupation.
const BY_LIKELY_CODE: u32 = 3;
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
    concepts: Vec<Matcher>,
}

struct Matcher {
    code: u128,
    names: Vec<u128>,
    covers: u16,
    by_code: u32,
    by_name: u32,
}

/// How well an offer answers: words first, then where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Score {
    /// Clauses matched.
    pub(crate) matched: u32,
    /// Sum of weights.
    pub(crate) weight: u32,
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
                names: names.clone(),
                covers: concept.covers,
                by_code: words * if concept.certain { BY_CODE } else { BY_LIKELY_CODE },
                by_name: words * BY_NAME,
            }
        });
        Self { by_level, clauses: plan.clauses.len(), required: plan.required, concepts: concepts.collect() }
    }

    /// The score of an offer; `None` when it has too few of the words.
    #[inline]
    pub(crate) fn score(&self, bits: u128) -> Option<Score> {
        let mut matched = 0u16;
        let mut weight = 0;
        for clause in 0..self.clauses {
            let level = (bits >> (clause * LEVELS)) as usize & ((1 << LEVELS) - 1);
            if level != 0 {
                matched |= 1 << clause;
                weight += self.by_level[level];
            }
        }
        for concept in &self.concepts {
            let by_code = bits & concept.code != 0;
            let by_name = concept.names.iter().any(|name| bits & name == *name);
            if by_code || by_name {
                matched |= concept.covers;
                let name = if by_name { concept.by_name } else { 0 };
                let code = if by_code { concept.by_code } else { 0 };
                // The words themselves in the title say no more than the phrase's other name does.
                weight += code.max(name);
            }
        }
        let matched = matched.count_ones();
        if matched < self.required {
            return None;
        }
        let title = if bits & EXACT_TITLE == 0 { 0 } else { BY_TITLE };
        Some(Score { matched, weight: weight + title })
    }
}
