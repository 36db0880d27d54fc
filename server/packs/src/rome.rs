//! `rome-<version>-<language>`: made of what `import rome` left, with our own plain words for
//! macro-compétences where we have them.

use super::{PackFile, compress};
use domain::occupation::{Appellation, Occupation};
use domain::pack::RomePack;
use domain::pack::rome::PackOccupation;
use domain::skill::{
    Item, ItemIx, Link, MacroIx, MacroSkill, NamedSkill, OccupationSkills, Ogr, Referential, ReferentialError,
};
use guide::world::Rome;
use i18n::{Lang, plain_macros};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use store::{Store, StoreError};

/// The file in every language, and what is in it.
pub(super) struct RomeFile {
    pub(super) referential: Referential,
    pub(super) mark: u32,
    /// Labels of items, by number.
    pub(super) labels: BTreeMap<ItemIx, String>,
    pub(super) near: BTreeMap<String, Vec<(String, domain::skill::Share)>>,
    files: Vec<(Lang, Rome, PackFile)>,
}

impl RomeFile {
    pub(super) fn ready(&self, lang: Lang) -> &Rome {
        &self.of(lang).1
    }

    pub(super) fn file(&self, lang: Lang) -> &PackFile {
        &self.of(lang).2
    }

    fn of(&self, lang: Lang) -> &(Lang, Rome, PackFile) {
        // There is one for every language.
        self.files.iter().find(|(own, ..)| *own == lang).unwrap_or(&self.files[0])
    }
}

/// What the database has of ROME.
pub(super) struct Source {
    version: String,
    occupations: Vec<Occupation>,
    appellations: Vec<Appellation>,
    macros: Vec<MacroSkill>,
    skills: Vec<NamedSkill>,
    asked: Vec<OccupationSkills>,
}

impl Source {
    pub(super) async fn read(store: &Store) -> Result<Self, StoreError> {
        Ok(Self {
            version: store.rome_version().await?.unwrap_or_default(),
            occupations: store.occupations().await?,
            appellations: store.appellations().await?,
            macros: store.macro_skills().await?,
            skills: store.skills().await?,
            asked: store.occupation_skills().await?,
        })
    }

    /// Makes the files. Takes seconds for all of ROME: not for a thread that answers.
    pub(super) fn make(self) -> Result<RomeFile, ReferentialError> {
        let macro_at: BTreeMap<Ogr, MacroIx> =
            self.macros.iter().zip(0u16..).map(|(one, at)| (one.ogr, MacroIx(at))).collect();
        let item_at: BTreeMap<Ogr, ItemIx> =
            self.skills.iter().zip(0u16..).map(|(one, at)| (one.ogr, ItemIx(at))).collect();
        let asked: BTreeMap<&str, &OccupationSkills> = self.asked.iter().map(|o| (o.rome.as_str(), o)).collect();
        let mut titles: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for title in &self.appellations {
            titles.entry(title.rome.as_str()).or_default().push(title.label.clone());
        }
        let occupations: Vec<PackOccupation> = self
            .occupations
            .iter()
            .map(|own| {
                let mut names = titles.remove(own.code.as_str()).unwrap_or_default();
                names.retain(|name| *name != own.label);
                names.sort_unstable();
                let asked = asked.get(own.code.as_str()).into_iter().flat_map(|o| &o.asked);
                let mut links: Vec<Link> =
                    asked.filter_map(|(ogr, core)| Some(Link { item: *item_at.get(ogr)?, core: *core })).collect();
                links.sort_unstable();
                PackOccupation { code: own.code.clone(), label: own.label.clone(), titles: names, links }
            })
            .collect();
        let items = self.skills.iter().map(|one| Item {
            ogr: one.ogr,
            kind: one.kind,
            parent: one.above.and_then(|above| macro_at.get(&above).copied()),
        });
        let base = RomePack {
            version: self.version.clone(),
            lang: String::new(),
            occupations,
            macros: Vec::new(),
            items: items.collect(),
        };
        let mut files = Vec::new();
        for lang in Lang::ALL {
            let plain = plain_macros(*lang);
            let name =
                |one: &MacroSkill| plain.get(&one.ogr).map_or_else(|| one.label.clone(), |own| (*own).to_owned());
            let pack = RomePack {
                lang: lang.code().to_owned(),
                macros: self.macros.iter().map(|one| (one.ogr, name(one))).collect(),
                ..base.clone()
            };
            let bytes = pack.encode();
            let hash: String = Sha256::digest(&bytes).iter().take(8).map(|b| format!("{b:02x}")).collect();
            let path = format!("/packs/rome-{}-{}.{hash}.bin", slug(&self.version), lang.code());
            let referential = pack.referential()?;
            let file = PackFile { path, brotli: compress(&bytes, 11) };
            files.push((*lang, Rome::of(pack, referential), file));
        }
        let first = &files[0].1;
        Ok(RomeFile {
            referential: first.referential.clone(),
            mark: first.pack.mark(),
            labels: self.skills.iter().zip(0u16..).map(|(one, at)| (ItemIx(at), one.label.clone())).collect(),
            near: self
                .asked
                .iter()
                .map(|o| (o.rome.to_string(), o.near.iter().map(|(other, s)| (other.to_string(), *s)).collect()))
                .collect(),
            files,
        })
    }
}

/// A version as it may stand in an address: `460 (demo)` is `460-demo`.
fn slug(version: &str) -> String {
    let words = version.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
