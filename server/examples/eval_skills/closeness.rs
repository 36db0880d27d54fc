//! How near the closeness of occupations comes to ROME's own lists of mobility (`numero_ordre` is the
//! grade), beside simpler methods. K2111 (Formateur) is the target of a quarter of all lists: left out.

use crate::rome::Data;
use domain::matching::closeness::Views;
use domain::matching::similar::{View, closest, why};
use domain::skill::{OccupationIx, Share, SkillKind};
use std::collections::BTreeMap;

const HUB: &str = "K2111";

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
    let v = Views { rome: &data.rome, labels: &data.labels, traits: &data.traits };
    let (know_how, knowledge) = (SkillKind::KnowHow, SkillKind::Knowledge);
    let leaf = || v.items(1.0, &[know_how, knowledge]);
    let methods: Vec<(&str, Vec<View>)> = vec![
        ("contexts only", vec![v.items(1.0, &[SkillKind::Context])]),
        ("place in ROME's tree only", vec![v.tree(1.0)]),
        ("macro-compétences only", vec![v.macros(1.0)]),
        ("savoir-faire", vec![v.items(1.0, &[know_how])]),
        ("savoirs", vec![v.items(1.0, &[knowledge])]),
        ("savoir-faire and savoirs", vec![leaf()]),
        ("words of their labels", vec![v.label_words(1.0)]),
        ("both", vec![leaf(), v.label_words(1.0)]),
        ("ours", v.all()),
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
