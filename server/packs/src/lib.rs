//! The public files that phones fetch whole, and what the server answers with where there is no
//! WebAssembly: all of ROME (`rome`), the offers of each labour basin (`local`), the steps that lead to
//! jobs there (`steps`), and what a trade's open offers say together (`trades`).
//!
//! [`refresh`] makes them from the database; the server's job calls it again and again. They are named by what
//! they were made of, so that a name never means two contents.

mod local;
mod refresh;
mod rome;
mod steps;
mod trades;

pub use local::Basin;
pub use refresh::{PackFailure, Practice, refresh};
pub use trades::{Course, Here, NewOffer, TradeLine};

use domain::occupation::RomeCode;
use domain::skill::{ItemIx, Referential};
use domain::time::Day;
use i18n::Lang;
use rome::RomeFile;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// A file as it is sent.
#[derive(Clone, Debug)]
pub struct PackFile {
    /// Where it is served.
    pub path: String,
    /// Its bytes, brotli.
    pub brotli: Arc<[u8]>,
}

/// What the files were made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MadeOf {
    reference: i64,
    offers: i64,
    trainings: i64,
    day: Day,
}

/// All files of one state of the database.
pub struct PackSet {
    made_of: MadeOf,
    rome: Arc<RomeFile>,
    basins: Vec<Basin>,
    practice: Basin,
    trades: BTreeMap<RomeCode, Here>,
}

impl PackSet {
    /// ROME's skills.
    #[must_use]
    pub fn referential(&self) -> &Referential {
        &self.rome.referential
    }

    /// ROME in a language, ready for pages.
    #[must_use]
    pub fn rome(&self, lang: Lang) -> &guide::world::Rome {
        self.rome.ready(lang)
    }

    /// The day that the files are of.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.made_of.day
    }

    /// The file of ROME in a language.
    #[must_use]
    pub fn rome_file(&self, lang: Lang) -> &PackFile {
        self.rome.file(lang)
    }

    /// Labour basins that have offers, those with most first.
    #[must_use]
    pub fn basins(&self) -> &[Basin] {
        &self.basins
    }

    /// A basin by its code.
    #[must_use]
    pub fn basin(&self, code: &str) -> Option<&Basin> {
        self.basins.iter().find(|basin| basin.code == code)
    }

    /// Invented offers, for those who practise in a group.
    #[must_use]
    pub const fn practice(&self) -> &Basin {
        &self.practice
    }

    /// What is here for a trade; nothing where no offer and no training names it.
    #[must_use]
    pub fn here(&self, code: &RomeCode) -> Option<&Here> {
        self.trades.get(code)
    }

    /// The trades that have open offers, by code.
    pub fn recruiting(&self) -> impl Iterator<Item = TradeLine> {
        self.trades.iter().filter(|(_, here)| here.seen.offers > 0).filter_map(|(code, _)| self.line(code))
    }

    /// A trade as lists name it; `None` for a code that this version of ROME does not have.
    #[must_use]
    pub fn line(&self, code: &RomeCode) -> Option<TradeLine> {
        let label = self.rome.ready(Lang::Fr).label(self.rome.referential.occupation(code)?).to_owned();
        let offers = self.trades.get(code).map_or(0, |here| here.seen.offers);
        Some(TradeLine { code: code.clone(), label, offers })
    }

    /// Trades close to one, the closest first.
    pub fn near(&self, code: &RomeCode) -> impl Iterator<Item = RomeCode> {
        let own = self.rome.near.get(code.as_str());
        own.into_iter().flatten().filter_map(|(other, _)| RomeCode::parse(other).ok())
    }

    /// The label of an item.
    #[must_use]
    pub fn item(&self, item: ItemIx) -> Option<&str> {
        self.rome.labels.get(&item).map(String::as_str)
    }

    /// The file at an address.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&PackFile> {
        let rome = Lang::ALL.iter().map(|lang| self.rome.file(*lang)).find(|file| file.path == path);
        let local = || self.basins.iter().chain([&self.practice]);
        let offers = || local().find(|basin| basin.path == path).map(Basin::file);
        let steps = || local().find(|basin| basin.steps_path == path).map(Basin::steps_file);
        rome.or_else(offers).or_else(steps)
    }
}

/// The files that there are, once they were made.
#[derive(Clone, Default)]
pub struct Packs(Arc<RwLock<Option<Arc<PackSet>>>>);

impl Packs {
    /// The present ones; `None` while the first are made, and where ROME was never imported.
    #[must_use]
    pub fn get(&self) -> Option<Arc<PackSet>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, set: PackSet) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(set));
    }
}

/// Compresses; `quality` up to 11.
fn compress(bytes: &[u8], quality: i32) -> Arc<[u8]> {
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    // Writing into memory cannot fail; an empty file is refused by who reads it.
    if brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).is_err() {
        out.clear();
    }
    out.into()
}
