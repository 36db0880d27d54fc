//! The words of the pages of text (`pages/<code>.json`), which only the server has. Same rules as the
//! other texts, checked by the same build; `text_pages` is their only reader.

use super::{Lang, SEPARATOR};
use crate::table::Table;

mod generated {
    //! What `build/texts.rs` wrote.
    use super::PageTexts;
    use crate::table::fill;
    include!(concat!(env!("OUT_DIR"), "/page_texts.rs"));
}

/// The texts of one language.
#[derive(Clone, Copy, Debug)]
pub struct PageTexts {
    lang: Lang,
    table: &'static [&'static str],
}

impl PageTexts {
    /// The texts of a language.
    pub fn of(lang: Lang) -> Self {
        let table = generated::TABLES.iter().find(|(code, _)| *code == lang.code());
        Self { lang, table: table.map_or(&[], |(_, table)| table) }
    }

    fn at(self, index: usize) -> &'static str {
        self.table.get(index).copied().unwrap_or_default()
    }

    fn items(self, index: usize) -> impl Iterator<Item = &'static str> {
        self.at(index).split(SEPARATOR)
    }

    fn plural(self, index: usize, n: u64, others: &[(&str, &str)]) -> String {
        Table { lang: self.lang, texts: self.table }.plural(index, n, others)
    }

    /// The entries of a group (`word.`), by the rest of their keys with `-` for `_`.
    pub fn group(self, prefix: &'static str) -> impl Iterator<Item = (String, Vec<&'static str>)> {
        let keys = generated::KEYS.iter().enumerate();
        keys.filter_map(move |(index, key)| {
            let rest = key.strip_prefix(prefix)?;
            Some((rest.replace('_', "-"), self.items(index).collect()))
        })
    }

    /// One entry of a group that is a single text.
    pub fn one(self, prefix: &'static str, code: &str) -> &'static str {
        let found = self.group(prefix).find(|(key, _)| key == code);
        found.and_then(|(_, lines)| lines.first().copied()).unwrap_or_default()
    }
}

#[cfg(test)]
pub(crate) fn french() -> &'static [&'static str] {
    PageTexts::of(Lang::Fr).table
}
