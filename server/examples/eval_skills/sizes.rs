//! How large the public file of ROME is.

use crate::rome::Data;
use domain::pack::RomePack;
use domain::pack::rome::PackOccupation;
use domain::skill::{Item, ItemIx, Link};
use std::collections::BTreeMap;

/// Bytes, brotli 11 (design §5).
const BUDGET: usize = 260_000;

/// The file as the product makes it: only items that count and that an occupation asks for.
fn pack(data: &Data) -> RomePack {
    let rome = &data.rome;
    let mut asked: BTreeMap<u32, (ItemIx, Item)> = BTreeMap::new();
    for (occupation, _) in rome.occupations() {
        for link in rome.links(occupation) {
            if let Some(item) = rome.item(link.item).filter(|item| item.kind.counts()) {
                asked.insert(item.ogr.0, (link.item, *item));
            }
        }
    }
    let place: BTreeMap<ItemIx, u16> = asked.values().zip(0u16..).map(|((old, _), new)| (*old, new)).collect();
    let occupations = rome.occupations().map(|(occupation, code)| {
        let at = usize::from(occupation.0);
        let mut links: Vec<Link> = rome
            .links(occupation)
            .iter()
            .filter_map(|link| Some(Link { item: ItemIx(*place.get(&link.item)?), core: link.core }))
            .collect();
        links.sort_unstable();
        let mut titles: Vec<String> =
            data.traits[at].titles.iter().filter(|title| **title != data.names[at]).cloned().collect();
        titles.sort();
        PackOccupation { code: code.clone(), label: data.names[at].clone(), titles, links }
    });
    RomePack {
        version: data.version.clone(),
        lang: "fr".into(),
        occupations: occupations.collect(),
        macros: (0u16..)
            .zip(&data.macro_labels)
            .filter_map(|(n, label)| Some((rome.macro_ogr(domain::skill::MacroIx(n))?, label.clone())))
            .collect(),
        items: asked.into_values().map(|(_, item)| item).collect(),
    }
}

pub(crate) fn print(data: &Data) {
    let pack = pack(data);
    let bytes = pack.encode();
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut small, &params).expect("memory");
    let again = RomePack::decode(&bytes).is_ok_and(|read| read == pack);
    println!(
        "\nthe file of ROME: {} titles, {} items; {} B, brotli {} B (budget {BUDGET}); read back the same: {again}",
        pack.occupations.iter().map(|o| o.titles.len() + 1).sum::<usize>(),
        pack.items.len(),
        bytes.len(),
        small.len()
    );
}
