//! The words of the pages that a phone answers by itself: the self-assessment, the pathways.

use crate::Lang;
use crate::table::Table;
#[cfg(feature = "hydrate")]
use std::sync::OnceLock;

#[cfg(feature = "hydrate")]
use generated::COUNT;
use generated::FINGERPRINT;
pub use generated::Key as GuideKey;

mod generated {
    //! What `build/texts.rs` wrote.
    use super::GuideTexts;
    use crate::table::fill;
    include!(concat!(env!("OUT_DIR"), "/guide_texts.rs"));
}

/// The texts of one language; as cheap as a pointer.
#[derive(Clone, Copy, Debug)]
pub struct GuideTexts(Table);

impl GuideTexts {
    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.0.lang
    }

    /// A text by its name, for tables of labels.
    #[must_use]
    pub fn get(self, key: generated::Key) -> &'static str {
        self.0.at(key as usize)
    }
}

#[cfg(not(feature = "hydrate"))]
impl GuideTexts {
    /// The texts of a language (server: all of them are compiled in).
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        let table = generated::TABLES.iter().find(|(code, _)| *code == lang.code());
        Self(Table { lang, texts: table.map_or(&[], |(_, table)| &table[..]) })
    }

    #[cfg(test)]
    pub(crate) fn all(self) -> &'static [&'static str] {
        self.0.texts
    }
}

/// What the phone is given before it begins: a JSON array, the fingerprint of the keys, then the texts
/// in the order of their keys.
#[cfg(not(feature = "hydrate"))]
#[must_use]
pub fn guide_json(lang: Lang) -> String {
    GuideTexts::of(lang).0.json(FINGERPRINT)
}

#[cfg(feature = "hydrate")]
static ACTIVE: OnceLock<GuideTexts> = OnceLock::new();

#[cfg(feature = "hydrate")]
impl GuideTexts {
    /// Takes the texts that the loader fetched (browser, once, at the beginning). `false` when they
    /// are not those of this build: the page then stays as the server wrote it.
    pub fn load(lang: &str, json: &str) -> bool {
        Table::load(lang, json, COUNT, FINGERPRINT).is_some_and(|table| ACTIVE.set(Self(table)).is_ok())
    }

    /// The active language (browser).
    #[must_use]
    pub fn active() -> Self {
        ACTIVE.get().copied().unwrap_or(Self(Table { lang: Lang::Fr, texts: &[] }))
    }
}
