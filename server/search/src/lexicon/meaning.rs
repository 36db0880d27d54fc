//! What trades do, in ROME's own words: their titles, their skills, their definition. What is typed without naming a
//! trade ("faire les fiches de paie", "ramasser des fruits") means the occupations of which most words speak.
//!
//! Words are compared by their root: "livraison", "livrer" and "livreur" are one.

use super::arena::{Arena, Lists};
use super::titles::{Titles, labels_of};
use crate::analyse::{self, is_noise, is_stop};
use domain::occupation::{Appellation, Occupation};
use domain::skill::{NamedSkill, OccupationSkills, Ogr};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a word of an occupation says of it, by where it stands.
const IN_LABEL: u32 = 6;
const IN_TITLES: u32 = 3;
const IN_CORE_SKILLS: u32 = 2;
const IN_SKILLS: u32 = 1;
const IN_DEFINITION: u32 = 2;
/// A word that stands in many titles or skills of an occupation says no more than in so many.
const MOST: u32 = 3;
/// Occupations of one meaning, at most.
const MAX_OCCUPATIONS: usize = 8;
/// Share of the best one's score that others need, in hundredths.
const NEAR: u64 = 60;
/// Share of the words' weight that the best occupation must speak of, in hundredths.
const COVERED: u64 = 60;
/// Letters that a root has at least.
const LEAST_ROOT: usize = 4;

/// Which occupations a word speaks of, and how much.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Meaning {
    /// Roots, sorted.
    roots: Arena,
    /// Root → occupations, each a rank and a weight of 8 bits.
    speaks_of: Lists,
    /// Root → how rare it is, in hundredths.
    rarity: Vec<u32>,
}

/// The occupations that words mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meant {
    /// Ranks, the best first.
    pub(crate) occupations: Vec<u32>,
    /// The words of which the best one speaks, as bits.
    pub(crate) words: u16,
}

impl Meaning {
    pub(crate) fn build(
        titles: &Titles,
        (occupations, appellations): (&[Occupation], &[Appellation]),
        (skills, asked): (&[NamedSkill], &[OccupationSkills]),
    ) -> Self {
        let mut weights: BTreeMap<String, BTreeMap<u32, u32>> = BTreeMap::new();
        let mut add = |text: &str, rank: u32, weight: u32, most: u32| {
            for root in roots(text) {
                let of_root = weights.entry(root).or_default().entry(rank).or_default();
                *of_root = (*of_root).max((*of_root + weight).min(most)).max(weight);
            }
        };
        for (label, code) in labels_of(&[], appellations) {
            if let Some(rank) = titles.rank(code.as_str()) {
                add(label, rank, IN_TITLES, IN_TITLES * MOST);
            }
        }
        let labels: HashMap<Ogr, &str> = skills.iter().map(|skill| (skill.ogr, skill.label.as_str())).collect();
        for one in asked {
            let Some(rank) = titles.rank(one.rome.as_str()) else { continue };
            for (ogr, core) in &one.asked {
                let weight = if *core { IN_CORE_SKILLS } else { IN_SKILLS };
                if let Some(label) = labels.get(ogr) {
                    add(label, rank, weight, IN_TITLES * MOST);
                }
            }
        }
        for occupation in occupations {
            if let Some(rank) = titles.rank(occupation.code.as_str()) {
                add(&occupation.definition, rank, IN_DEFINITION, IN_TITLES * MOST);
                add(&occupation.label, rank, IN_LABEL, IN_LABEL + IN_TITLES * MOST);
            }
        }
        let all = occupations.len().max(1) as f64;
        let mut meaning = Self::default();
        for (root, of_root) in weights {
            meaning.roots.push(&root);
            meaning.rarity.push((100.0 * (all / of_root.len() as f64).ln().max(0.1)) as u32);
            meaning.speaks_of.push(of_root.into_iter().map(|(rank, weight)| rank << 8 | weight.min(255)));
        }
        meaning
    }

    /// The occupations of which most of these words speak; `None` where no occupation speaks of enough of them.
    pub(crate) fn of(&self, words: &[String]) -> Option<Meant> {
        let mut scores: HashMap<u32, (u64, u64, u16)> = HashMap::new();
        let mut all = 0;
        for (at, word) in words.iter().enumerate().take(16) {
            let Some(number) = self.roots.equal(&root(word)).next() else {
                // A word that ROME does not know is as rare as can be.
                all += 500;
                continue;
            };
            let rarity = u64::from(self.rarity.get(number as usize).copied().unwrap_or(0));
            all += rarity;
            for packed in self.speaks_of.get(number) {
                let (score, covered, bits) = scores.entry(packed >> 8).or_default();
                *score += rarity * u64::from(packed & 0xff);
                *covered += rarity;
                *bits |= 1 << at;
            }
        }
        let best = scores.values().filter(|(_, covered, _)| covered * 100 >= all * COVERED).max()?;
        let (most, covered, words) = *best;
        let mut near: Vec<(u64, u32)> = scores
            .iter()
            .filter(|(_, (score, of, _))| score * 100 >= most * NEAR && *of * 100 >= covered * 80)
            .map(|(rank, (score, ..))| (*score, *rank))
            .collect();
        near.sort_unstable_by_key(|(score, rank)| (core::cmp::Reverse(*score), *rank));
        near.truncate(MAX_OCCUPATIONS);
        Some(Meant { occupations: near.into_iter().map(|(_, rank)| rank).collect(), words })
    }
}

/// The roots of a text's words, each once.
fn roots(text: &str) -> BTreeSet<String> {
    let words = analyse::words(text).into_iter().filter(|word| !is_stop(&word.text) && !is_noise(&word.text));
    words.map(|word| root(&word.text)).collect()
}

/// Endings that make a noun of a verb, a person of an activity, an activity of a thing; longest first.
const ENDINGS: &[&str] = &[
    "iciennes", "icienne", "iciens", "icien", "atrices", "atrice", "ateurs", "ateur", "itions", "ition", "ations",
    "ation", "aisons", "aison", "issages", "issage", "issement", "ements", "ement", "trices", "trice", "teuses",
    "teuse", "teurs", "teur", "istes", "iste", "iques", "ique", "antes", "ante", "ants", "ant", "ages", "age", "euses",
    "euse", "eurs", "eur", "eu", "eries", "erie", "ieres", "iere", "iers", "ier", "ures", "ure", "tions", "tion",
    "ives", "ive", "ees", "ee", "ers", "er", "ies", "ie", "irs", "ir", "es", "e", "s",
];

/// What is left of a folded word without its ending: "livraison", "livrer", "livreur" are "livr".
pub(crate) fn root(word: &str) -> String {
    let stemmed = analyse::stem(word);
    let cut = ENDINGS.iter().find_map(|end| {
        let rest = stemmed.strip_suffix(end)?;
        (rest.len() >= LEAST_ROOT).then_some(rest)
    });
    let cut = cut.unwrap_or(&stemmed);
    // "soudage", "soudeur"; "nettoyer", "nettoie".
    cut.trim_end_matches('y').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_activity_have_one_root() {
        for family in [
            &["livraison", "livrer", "livreur", "livreuse"][..],
            &["soudure", "souder", "soudeur", "soudage"],
            &["nettoyage", "nettoyer", "nettoyeur"],
            &["jardinage", "jardinier", "jardiner"],
            &["conditionnement", "conditionner", "conditionneur"],
        ] {
            let roots: BTreeSet<String> = family.iter().map(|word| root(word)).collect();
            assert_eq!(roots.len(), 1, "{roots:?}");
        }
    }
}
