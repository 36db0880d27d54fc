//! ROME's titles, ready to be matched with what is typed: whole phrases first, then all words.
//!
//! A title has one form for each gender. Titles that share a form are one group: whichever form is
//! typed, the group is found, with the same occupations and the same words.

use super::arena::{Arena, Lists};
use super::forms::forms_of;
use crate::analyse;
use domain::occupation::{Appellation, Occupation, RomeCode};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The titles and their occupations.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Titles {
    /// Codes of the occupations, sorted; an occupation is known by its rank.
    codes: Arena,
    occupation_labels: Arena,
    /// Every label (appellations and occupations), and whose it is.
    labels: Arena,
    label_of: Vec<u32>,
    /// Keys of the forms, sorted, and the group of each.
    keys: Arena,
    key_group: Vec<u32>,
    /// Group → occupations; group → its forms as numbers in `forms`.
    group_occupations: Lists,
    group_forms: Lists,
    /// Folded words of a form in order without stop words, joined.
    forms: Arena,
    /// How many labels each occupation has.
    label_counts: Vec<u32>,
    /// Stems, sorted, and the labels that hold each.
    stems: Arena,
    stem_labels: Lists,
    /// Occupations of the same ROME 3 parent, as ranks by rank.
    siblings: Lists,
}

/// Titles that share a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Ranks of the occupations.
    pub(crate) occupations: Vec<u32>,
    /// Folded words of each form without stop words, the shortest form first.
    pub(crate) forms: Vec<Vec<String>>,
}

/// Every label with its code: occupations first.
pub(crate) fn labels_of<'a>(
    occupations: &'a [Occupation],
    appellations: &'a [Appellation],
) -> impl Iterator<Item = (&'a str, &'a RomeCode)> {
    let of_occupations = occupations.iter().map(|o| (o.label.as_str(), &o.code));
    of_occupations.chain(appellations.iter().map(|a| (a.label.as_str(), &a.rome)))
}

impl Titles {
    pub(crate) fn build(occupations: &[Occupation], appellations: &[Appellation]) -> Self {
        let mut titles = Self::default();
        let sorted: BTreeMap<&RomeCode, &Occupation> = occupations.iter().map(|o| (&o.code, o)).collect();
        for (code, occupation) in &sorted {
            titles.codes.push(code.as_str());
            titles.occupation_labels.push(&occupation.label);
            titles.label_counts.push(0);
        }
        titles.find_siblings(sorted.values().copied());
        let mut seen = BTreeSet::new();
        let mut by_stem: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        let mut grouping = Grouping::default();
        for (label, code) in labels_of(occupations, appellations) {
            let Some(rank) = titles.codes.equal(code.as_str()).next() else { continue };
            if !seen.insert((label, rank)) {
                continue;
            }
            let number = titles.labels.push(label);
            titles.label_of.push(rank);
            if let Some(count) = titles.label_counts.get_mut(rank as usize) {
                *count += 1;
            }
            for stem in analyse::stems(label) {
                by_stem.entry(stem).or_default().insert(number);
            }
            grouping.add(label, rank);
        }
        for (stem, labels) in by_stem {
            titles.stems.push(&stem);
            titles.stem_labels.push(labels);
        }
        grouping.finish(&mut titles);
        titles
    }

    fn find_siblings<'a>(&mut self, occupations: impl Iterator<Item = &'a Occupation> + Clone) {
        let mut families: BTreeMap<&RomeCode, Vec<u32>> = BTreeMap::new();
        let parents: Vec<&RomeCode> = occupations.map(|o| o.parent.as_ref().unwrap_or(&o.code)).collect();
        for (rank, parent) in (0u32..).zip(&parents) {
            families.entry(parent).or_default().push(rank);
        }
        for (rank, parent) in (0u32..).zip(&parents) {
            let family = families.get(*parent).map(Vec::as_slice).unwrap_or_default();
            self.siblings.push(family.iter().copied().filter(|r| *r != rank));
        }
    }

    /// The group that has a form with these stems, in any order.
    pub(crate) fn group(&self, stems: &[String]) -> Option<Group> {
        let key = self.keys.equal(&analyse::key(stems)).next()?;
        let group = *self.key_group.get(key as usize)?;
        let forms = self.group_forms.get(group).iter();
        let forms = forms.map(|f| self.forms.get(*f).split(' ').map(str::to_owned).collect()).collect();
        Some(Group { occupations: self.group_occupations.get(group).to_vec(), forms })
    }

    /// The labels that hold all of some stems, as numbers.
    pub(crate) fn labels_with(&self, stems: &[String]) -> Vec<u32> {
        let mut lists: Vec<&[u32]> = Vec::new();
        for stem in stems {
            let Some(number) = self.stems.equal(stem).next() else { return Vec::new() };
            lists.push(self.stem_labels.get(number));
        }
        lists.sort_by_key(|l| l.len());
        let Some((first, rest)) = lists.split_first() else { return Vec::new() };
        first.iter().copied().filter(|n| rest.iter().all(|l| l.binary_search(n).is_ok())).collect()
    }

    /// The labels that hold a stem that begins so, as numbers.
    pub(crate) fn labels_beginning(&self, prefix: &str) -> BTreeSet<u32> {
        self.stems.beginning(prefix).flat_map(|n| self.stem_labels.get(n).iter().copied()).collect()
    }

    /// Whether a title of ROME has this stem.
    pub(crate) fn has_stem(&self, stem: &str) -> bool {
        !self.stems.equal(stem).is_empty()
    }

    pub(crate) fn label(&self, number: u32) -> &str {
        self.labels.get(number)
    }

    /// Rank of the occupation of a label.
    pub(crate) fn occupation_of(&self, label: u32) -> Option<u32> {
        self.label_of.get(label as usize).copied()
    }

    /// How many labels an occupation has.
    pub(crate) fn label_count(&self, rank: u32) -> u32 {
        self.label_counts.get(rank as usize).copied().unwrap_or(0)
    }

    pub(crate) fn rank(&self, code: &str) -> Option<u32> {
        self.codes.equal(code).next()
    }

    pub(crate) fn code(&self, rank: u32) -> &str {
        self.codes.get(rank)
    }

    pub(crate) fn occupation_label(&self, rank: u32) -> &str {
        self.occupation_labels.get(rank)
    }

    /// Occupations of the same ROME 3 parent, and those that ROME puts beside (same first four signs).
    pub(crate) fn near(&self, rank: u32) -> Vec<u32> {
        let code = self.codes.get(rank);
        let beside = self.codes.beginning(code.get(..3).unwrap_or(code));
        let mut near: Vec<u32> = self.siblings.get(rank).to_vec();
        let more: Vec<u32> = beside.filter(|r| *r != rank && !near.contains(r)).collect();
        near.extend(more);
        near
    }
}

/// Puts labels that share a form into one group.
#[derive(Default)]
struct Grouping {
    /// Key of a form → the label that had it first.
    first: BTreeMap<String, usize>,
    /// Label → a label of the same group (itself for the first).
    parent: Vec<usize>,
    ranks: Vec<u32>,
    forms: Vec<BTreeSet<String>>,
    acronyms: BTreeMap<String, BTreeSet<usize>>,
}

impl Grouping {
    fn add(&mut self, label: &str, rank: u32) {
        let number = self.parent.len();
        self.parent.push(number);
        self.ranks.push(rank);
        self.forms.push(BTreeSet::new());
        let form = forms_of(label);
        let typed = [Some(form.masculine), form.feminine];
        for text in typed.into_iter().flatten() {
            let words = analyse::words(&text).into_iter().map(|w| w.text).filter(|w| !analyse::is_stop(w));
            let (mut stems, mut form) = (Vec::new(), Vec::new());
            for word in words {
                let stem = analyse::stem(&word);
                if !stems.contains(&stem) {
                    stems.push(stem);
                    form.push(word);
                }
            }
            if stems.is_empty() {
                continue;
            }
            let first = *self.first.entry(analyse::key(&stems)).or_insert(number);
            self.forms[number].insert(form.join(" "));
            let (a, b) = (self.root(first), self.root(number));
            self.parent[a.max(b)] = a.min(b);
        }
        if let Some(acronym) = form.acronym {
            self.acronyms.entry(analyse::key(&analyse::stems(&acronym))).or_default().insert(number);
        }
    }

    fn root(&self, mut label: usize) -> usize {
        while self.parent[label] != label {
            label = self.parent[label];
        }
        label
    }

    fn finish(self, titles: &mut Titles) {
        /// Occupations of a group; its forms, the shortest first.
        type Members = (BTreeSet<u32>, BTreeSet<(usize, String)>);
        let mut groups: BTreeMap<usize, Members> = BTreeMap::new();
        for label in 0..self.parent.len() {
            let (ranks, forms) = groups.entry(self.root(label)).or_default();
            ranks.insert(self.ranks[label]);
            forms.extend(self.forms[label].iter().map(|f| (f.split(' ').count(), f.clone())));
        }
        let mut number_of = BTreeMap::new();
        for (root, (ranks, forms)) in groups {
            let forms: Vec<u32> = forms.iter().map(|(_, f)| titles.forms.push(f)).collect();
            titles.group_forms.push(forms);
            number_of.insert(root, titles.group_occupations.push(ranks));
        }
        let mut keys: BTreeMap<String, usize> = BTreeMap::new();
        // An acronym that stands for one trade only is as good as its name.
        for (acronym, labels) in &self.acronyms {
            let roots: BTreeSet<usize> = labels.iter().map(|l| self.root(*l)).collect();
            if let (Some(root), 1) = (roots.first(), roots.len()) {
                keys.insert(acronym.clone(), *root);
            }
        }
        for (key, label) in &self.first {
            keys.insert(key.clone(), self.root(*label));
        }
        for (key, root) in keys {
            titles.keys.push(&key);
            titles.key_group.push(number_of.get(&root).copied().unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles() -> Titles {
        let code = |c: &str| RomeCode::parse(c).unwrap();
        let occupation = |c: &str, label: &str, parent: &str| Occupation {
            code: code(c),
            label: label.into(),
            parent: Some(code(parent)),
            definition: String::new(),
        };
        let appellation = |ogr: u32, label: &str, c: &str| Appellation { ogr, label: label.into(), rome: code(c) };
        Titles::build(
            &[
                occupation("D1505", "Hôte / Hôtesse de caisse", "D1505"),
                occupation("G1501", "Valet / Femme de chambre", "G1501"),
                occupation("J1501", "Aide-soignant / Aide-soignante", "J1501"),
                occupation("J1502", "Agent / Agente de service hospitalier (ASH)", "J1501"),
            ],
            &[
                appellation(1, "Caissier / Caissière", "D1505"),
                appellation(2, "Hôte / Hôtesse de caisse", "D1505"),
                appellation(3, "Caissier / Caissière de libre-service", "D1505"),
            ],
        )
    }

    fn codes(titles: &Titles, text: &str) -> Vec<String> {
        let group = titles.group(&analyse::stems(text));
        group.map(|g| g.occupations.iter().map(|r| titles.code(*r).to_owned()).collect()).unwrap_or_default()
    }

    #[test]
    fn every_form_finds_its_group() {
        let titles = titles();
        for text in ["caissier", "caissière", "Caissières", "hôtesse de caisse", "caisse hôte"] {
            assert_eq!(codes(&titles, text), ["D1505"], "{text}");
        }
        let valet = titles.group(&analyse::stems("valet de chambre"));
        assert_eq!(valet, titles.group(&analyse::stems("femme de chambre")));
        assert_eq!(valet.map(|g| g.forms.len()), Some(2));
        assert_eq!(codes(&titles, "ASH"), ["J1502"]);
        assert_eq!(codes(&titles, "caisse"), Vec::<String>::new());
    }

    #[test]
    fn all_words_find_labels_and_near_occupations_are_near() {
        let titles = titles();
        let labels = titles.labels_with(&analyse::stems("libre caissière"));
        assert_eq!(
            labels.iter().map(|l| titles.label(*l)).collect::<Vec<_>>(),
            ["Caissier / Caissière de libre-service"]
        );
        let rank = titles.rank("J1501").unwrap();
        assert_eq!(titles.near(rank).iter().map(|r| titles.code(*r)).collect::<Vec<_>>(), ["J1502"]);
    }
}
