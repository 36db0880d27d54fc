//! The demo's occupations, where real ROME is not there.

use domain::skill::{Item, ItemIx, Link, MacroIx, Ogr, Referential};
use std::collections::BTreeMap;

pub(crate) fn rome() -> Referential {
    let demo = demo::rome("demo").expect("the demo's own files");
    let macro_at: BTreeMap<Ogr, MacroIx> =
        demo.macros.iter().zip(0..).map(|(one, at)| (one.ogr, MacroIx(at))).collect();
    let item_at: BTreeMap<Ogr, ItemIx> = demo.skills.iter().zip(0..).map(|(one, at)| (one.ogr, ItemIx(at))).collect();
    let items = demo.skills.iter().map(|one| Item {
        ogr: one.ogr,
        kind: one.kind,
        parent: one.above.and_then(|above| macro_at.get(&above).copied()),
    });
    let links = demo.asked.iter().map(|own| {
        let asked = own.asked.iter().map(|(ogr, core)| Link { item: item_at[ogr], core: *core });
        (own.rome.clone(), asked.collect())
    });
    let macros = demo.macros.iter().map(|one| one.ogr).collect();
    Referential::new(links.collect(), macros, items.collect()).expect("the demo fits")
}
