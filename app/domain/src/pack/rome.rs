//! `rome-<version>-<language>`: every title and its occupation, what each occupation asks for, the
//! macro-compétences and their names.

use super::bytes::{PackError, Reader, Writer};
use crate::occupation::RomeCode;
use crate::skill::{Item, ItemIx, Link, MacroIx, Ogr, Referential, SkillKind};

/// How the file begins; the digit is its shape.
const KIND: &[u8] = b"PRM1";

/// An occupation with its titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackOccupation {
    /// ROME code.
    pub code: RomeCode,
    /// Label.
    pub label: String,
    /// Other titles (appellations), without the label.
    pub titles: Vec<String>,
    /// What it asks for, in the order of items, each once.
    pub links: Vec<Link>,
}

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RomePack {
    /// ROME's version ("460").
    pub version: String,
    /// Language of the labels.
    pub lang: String,
    /// Occupations, in the order of codes.
    pub occupations: Vec<PackOccupation>,
    /// Macro-compétences: number and name.
    pub macros: Vec<(Ogr, String)>,
    /// Items that count, in the order of their numbers.
    pub items: Vec<Item>,
}

impl RomePack {
    /// The bytes of the file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer(KIND.to_vec());
        out.text(&self.version);
        out.text(&self.lang);
        out.number(self.macros.len() as u32);
        for (ogr, name) in &self.macros {
            out.number(ogr.0);
            out.text(name);
        }
        // Columns, not rows: what is alike lies together, and compresses.
        out.number(self.items.len() as u32);
        out.growing(self.items.iter().map(|item| item.ogr.0));
        for item in &self.items {
            out.0.push(SkillKind::ALL.iter().position(|kind| *kind == item.kind).unwrap_or(0) as u8);
        }
        for item in &self.items {
            out.number(item.parent.map_or(0, |parent| u32::from(parent.0) + 1));
        }
        out.number(self.occupations.len() as u32);
        for occupation in &self.occupations {
            out.text(occupation.code.as_str());
            out.text(&occupation.label);
            out.number(occupation.titles.len() as u32);
            occupation.titles.iter().for_each(|title| out.text(title));
        }
        for occupation in &self.occupations {
            out.number(occupation.links.len() as u32);
            out.growing(occupation.links.iter().map(|link| u32::from(link.item.0) * 2 + u32::from(link.core)));
        }
        out.0
    }

    /// Reads the bytes of the file.
    ///
    /// # Errors
    /// When they are not exactly such a file.
    pub fn decode(bytes: &[u8]) -> Result<Self, PackError> {
        let mut read = Reader::of(bytes, KIND)?;
        let version = read.text()?.to_owned();
        let lang = read.text()?.to_owned();
        let macros = (0..read.count()?)
            .map(|_| Ok((Ogr(read.number()?), read.text()?.to_owned())))
            .collect::<Result<Vec<_>, PackError>>()?;
        let items = items(&mut read, macros.len())?;
        let mut occupations =
            (0..read.count()?).map(|_| occupation(&mut read)).collect::<Result<Vec<_>, PackError>>()?;
        for occupation in &mut occupations {
            let mut before = 0;
            let count = read.count()?;
            occupation.links = (0..count)
                .map(|_| {
                    let at = read.at();
                    let both = read.grown(&mut before)?;
                    let item = u16::try_from(both / 2).ok().filter(|item| usize::from(*item) < items.len());
                    Ok(Link { item: ItemIx(item.ok_or(PackError::Number(at))?), core: both % 2 == 1 })
                })
                .collect::<Result<Vec<_>, PackError>>()?;
        }
        read.end()?;
        Ok(Self { version, lang, occupations, macros, items })
    }

    /// What other files know it by: FNV-1a of its version, occupations and items, whatever its language.
    #[must_use]
    pub fn mark(&self) -> u32 {
        let codes = self.occupations.iter().flat_map(|own| own.code.as_str().bytes());
        let items = self.items.iter().flat_map(|item| item.ogr.0.to_le_bytes());
        let bytes = self.version.bytes().chain(codes).chain(items);
        bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    /// The referential that is in it.
    ///
    /// # Errors
    /// Never for a file that [`Self::decode`] took.
    pub fn referential(&self) -> Result<Referential, crate::skill::ReferentialError> {
        let occupations = self.occupations.iter().map(|own| (own.code.clone(), own.links.clone())).collect();
        Referential::new(occupations, self.macros.iter().map(|(ogr, _)| *ogr).collect(), self.items.clone())
    }
}

fn items(read: &mut Reader<'_>, macros: usize) -> Result<Vec<Item>, PackError> {
    let count = read.count()?;
    let mut before = 0;
    let numbers = (0..count).map(|_| read.grown(&mut before)).collect::<Result<Vec<_>, _>>()?;
    let kinds = (0..count).map(|_| read.below(SkillKind::ALL.len())).collect::<Result<Vec<_>, _>>()?;
    let parents = (0..count).map(|_| read.below(macros + 1)).collect::<Result<Vec<_>, _>>()?;
    let all = numbers.into_iter().zip(kinds).zip(parents);
    Ok(all
        .map(|((ogr, kind), parent)| Item {
            ogr: Ogr(ogr),
            kind: SkillKind::ALL[usize::from(kind)],
            parent: parent.checked_sub(1).map(MacroIx),
        })
        .collect())
}

fn occupation(read: &mut Reader<'_>) -> Result<PackOccupation, PackError> {
    let at = read.at();
    let code = RomeCode::parse(read.text()?).map_err(|_| PackError::Text(at))?;
    let label = read.text()?.to_owned();
    let titles = (0..read.count()?).map(|_| Ok(read.text()?.to_owned())).collect::<Result<Vec<_>, PackError>>()?;
    Ok(PackOccupation { code, label, titles, links: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> RomePack {
        let item = |ogr, kind, parent: Option<u16>| Item { ogr: Ogr(ogr), kind, parent: parent.map(MacroIx) };
        let link = |item, core| Link { item: ItemIx(item), core };
        let occupation = |code: &str, titles: &[&str], links| PackOccupation {
            code: RomeCode::parse(code).unwrap(),
            label: code.to_owned(),
            titles: titles.iter().map(|t| (*t).to_owned()).collect(),
            links,
        };
        RomePack {
            version: "460".into(),
            lang: "fr".into(),
            macros: vec![(Ogr(300_230), "Entretenir des espaces verts".into())],
            items: vec![item(100, SkillKind::KnowHow, Some(0)), item(70_000, SkillKind::Knowledge, None)],
            occupations: vec![
                occupation("A1203", &["Jardinier / Jardinière"], vec![link(0, true), link(1, false)]),
                occupation("N1103", &[], vec![link(1, true)]),
            ],
        }
    }

    #[test]
    fn a_pack_goes_there_and_back_and_is_a_referential() {
        let pack = sample();
        assert_eq!(RomePack::decode(&pack.encode()), Ok(pack.clone()));
        let rome = pack.referential().unwrap();
        assert_eq!((rome.occupations().len(), rome.item_count(), rome.macro_count()), (2, 2, 1));
    }

    #[test]
    fn a_file_that_is_cut_or_longer_is_refused() {
        let whole = sample().encode();
        for end in 0..whole.len() {
            assert!(RomePack::decode(&whole[..end]).is_err(), "{end} bytes");
        }
        let mut longer = whole.clone();
        longer.push(0);
        assert_eq!(RomePack::decode(&longer), Err(PackError::More(whole.len())));
    }

    proptest! {
        #[test]
        fn a_byte_that_is_wrong_breaks_nothing(at in any::<proptest::sample::Index>(), byte: u8) {
            let mut bytes = sample().encode();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(pack) = RomePack::decode(&bytes) {
                prop_assert!(pack.referential().is_ok());
            }
        }
    }
}
