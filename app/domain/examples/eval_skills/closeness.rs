//! How near the closeness of occupations comes to ROME's own lists of mobility (`numero_ordre` is the
//! grade), beside simpler methods. K2111 (Formateur) is the target of a quarter of all lists: left out.

use crate::rome::Data;
use domain::matching::similar::{View, closest, why};
use domain::skill::{OccupationIx, Share, SkillKind};
use std::collections::BTreeMap;

const HUB: &str = "K2111";

/// Words of a text by their first six letters, folded.
fn stems(text: &str) -> Vec<u32> {
    domain::text::words(text)
        .iter()
        .filter(|w| w.chars().count() > 2)
        .map(|w| hash(&w.chars().take(6).collect::<String>()))
        .collect()
}

fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

struct Views<'a> {
    data: &'a Data,
}

impl Views<'_> {
    fn each(&self, weight: f64, mut add: impl FnMut(&mut View, OccupationIx)) -> View {
        let mut view = View::new(weight, self.data.rome.occupations().len());
        for (occupation, _) in self.data.rome.occupations() {
            add(&mut view, occupation);
        }
        view
    }

    fn items(&self, weight: f64, kinds: &[SkillKind]) -> View {
        self.each(weight, |view, o| {
            for link in self.data.rome.links(o) {
                if self.data.rome.item(link.item).is_some_and(|item| kinds.contains(&item.kind)) {
                    view.add(o, u32::from(link.item.0), 1.0);
                }
            }
        })
    }

    fn macros(&self, weight: f64) -> View {
        self.each(weight, |view, o| {
            for link in self.data.rome.links(o) {
                if let Some(parent) = self.data.rome.item(link.item).and_then(|item| item.parent) {
                    view.add(o, u32::from(parent.0), 1.0);
                }
            }
        })
    }

    fn label_stems(&self, weight: f64) -> View {
        self.each(weight, |view, o| {
            for link in self.data.rome.links(o) {
                if self.data.rome.item(link.item).is_some_and(|item| item.kind.counts()) {
                    for stem in stems(&self.data.labels[usize::from(link.item.0)]) {
                        view.add(o, stem, 1.0);
                    }
                }
            }
        })
    }

    fn texts(&self, weight: f64) -> View {
        self.each(weight, |view, o| {
            for stem in stems(&self.data.texts[usize::from(o.0)]) {
                view.add(o, stem, 1.0);
            }
        })
    }

    fn titles(&self, weight: f64) -> View {
        self.each(weight, |view, o| {
            for stem in self.data.titles[usize::from(o.0)].iter().flat_map(|title| stems(title)) {
                view.add(o, stem, 1.0);
            }
        })
    }

    fn tags(&self, weight: f64, kind: &str) -> View {
        self.each(weight, |view, o| {
            for tag in self.data.tags[usize::from(o.0)].iter().filter(|tag| tag.starts_with(kind)) {
                view.add(o, hash(tag), 1.0);
            }
        })
    }

    /// Where it stands in ROME's tree, and what it was in ROME 3.
    fn tree(&self, weight: f64) -> View {
        self.each(weight, |view, o| {
            let code = self.data.rome.code(o).map(ToString::to_string).unwrap_or_default();
            let parent = &self.data.parents[usize::from(o.0)];
            for part in [&code[..1], &code[..3], parent.as_str(), parent.get(..3).unwrap_or_default()] {
                view.add(o, hash(part), 1.0);
            }
        })
    }

    fn riasec(&self, weight: f64) -> View {
        self.each(weight, |view, o| {
            let letters = &self.data.riasec[usize::from(o.0)];
            view.add(o, hash(letters), 1.0);
            view.add(o, hash(letters.get(..1).unwrap_or_default()), 1.0);
        })
    }
}

/// nDCG@10: gain 1 for the first of the list, falling evenly to its last.
fn ndcg(lists: &[Vec<(OccupationIx, Share)>], data: &Data) -> (f64, f64) {
    let hub = data.rome.occupations().find(|(_, code)| code.as_str() == HUB).map(|(o, _)| o);
    let mut wanted: BTreeMap<OccupationIx, Vec<(OccupationIx, u32)>> = BTreeMap::new();
    for (from, to, rank) in data.mobility.iter().filter(|(_, to, _)| Some(*to) != hub) {
        wanted.entry(*from).or_default().push((*to, *rank));
    }
    let (mut sum, mut recall, mut sources) = (0.0, 0.0, 0.0);
    for (from, mut list) in wanted {
        list.sort_by_key(|(_, rank)| *rank);
        let gains: BTreeMap<OccupationIx, f64> =
            list.iter().enumerate().map(|(at, (to, _))| (*to, 1.0 - at as f64 / list.len() as f64)).collect();
        let discount = |at: usize| 1.0 / ((at + 2) as f64).log2();
        let found = lists[usize::from(from.0)].iter().map(|(o, _)| *o).filter(|o| Some(*o) != hub).take(10);
        let mut own = 0.0;
        let mut hits = 0.0;
        for (at, occupation) in found.enumerate() {
            if let Some(gain) = gains.get(&occupation) {
                own += gain * discount(at);
                hits += 1.0;
            }
        }
        let mut ideal: Vec<f64> = gains.values().copied().collect();
        ideal.sort_by(|a, b| b.total_cmp(a));
        let best: f64 = ideal.iter().take(10).enumerate().map(|(at, gain)| gain * discount(at)).sum();
        sum += own / best;
        recall += hits / gains.len() as f64;
        sources += 1.0;
    }
    (sum / sources, recall / sources)
}

pub(crate) fn print(data: &Data) {
    let v = Views { data };
    let (know_how, knowledge) = (SkillKind::KnowHow, SkillKind::Knowledge);
    let leaf = || v.items(1.0, &[know_how, knowledge]);
    let methods: Vec<(&str, Vec<View>)> = vec![
        ("contexts only", vec![v.items(1.0, &[SkillKind::Context])]),
        ("place in ROME's tree only", vec![v.tree(1.0)]),
        ("macro-compétences only", vec![v.macros(1.0)]),
        ("savoir-faire", vec![v.items(1.0, &[know_how])]),
        ("savoirs", vec![v.items(1.0, &[knowledge])]),
        ("savoir-faire and savoirs", vec![leaf()]),
        ("words of their labels", vec![v.label_stems(1.0)]),
        ("both", vec![leaf(), v.label_stems(1.0)]),
        ("ours", ours(&v)),
    ];
    println!("\ncloseness of occupations against ROME's lists of mobility (without {HUB})");
    println!("{:<34} {:>8} {:>8}", "method", "nDCG@10", "R@10");
    let mut last = Vec::new();
    for (name, views) in methods {
        last = closest(&views, data.rome.occupations().len(), 20);
        let (ndcg, recall) = ndcg(&last, data);
        println!("{name:<34} {ndcg:>8.3} {recall:>8.3}");
    }
    let explained =
        last.iter().enumerate().flat_map(|(from, list)| list.iter().take(10).map(move |(to, _)| (from, *to)));
    let (mut pairs, mut without) = (0, 0);
    for (from, to) in explained {
        let why = why(&data.rome, OccupationIx(from as u16), to);
        pairs += 1;
        without += usize::from(why.kept.is_empty() && why.new.is_empty());
    }
    println!("{pairs} pairs explained, {without} without a word");
}

/// The views and weights that the product uses.
fn ours(v: &Views<'_>) -> Vec<View> {
    let (know_how, knowledge) = (SkillKind::KnowHow, SkillKind::Knowledge);
    vec![
        v.items(1.0, &[know_how]),
        v.items(1.0, &[knowledge]),
        v.macros(0.5),
        v.label_stems(1.2),
        v.items(0.3, &[SkillKind::Context]),
        v.tree(0.5),
        v.texts(0.6),
        v.titles(0.8),
        v.tags(0.3, "arborescence_secteur_activite"),
        v.tags(0.2, "arborescence_thematique"),
        v.tags(0.2, "arborescence_centre_interet"),
        v.tags(0.2, "arborescence_secteur_naf"),
        v.riasec(0.1),
    ]
}
