//! The words: language files, their typed texts, plurals, direction and formats. Knows no feature.
//!
//! `fr.json` is the reference. `build/texts.rs` checks every language against it and makes one
//! method for each key (`texts.search_submit()`, `texts.results_count(3)`). The server holds every
//! language; the phone holds none and is given the active one, as the JSON of [`client_json`],
//! before it hydrates.

pub mod format;
mod lang;
#[cfg(feature = "ssr")]
pub(crate) mod pages;
#[path = "plural.rs"]
pub mod plural;

pub use generated::{COUNT, FINGERPRINT, Key};
pub use lang::Lang;

mod generated {
    //! What `build/texts.rs` wrote.
    use super::{Texts, fill};
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// Between the forms of a plural and the items of a list.
const SEPARATOR: char = '|';

/// The texts of one language; as cheap as a pointer.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    lang: Lang,
    table: &'static [&'static str],
}

impl Texts {
    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// A text by its name, for tables of labels.
    #[must_use]
    pub fn get(self, key: Key) -> &'static str {
        self.at(key as usize)
    }

    fn at(self, index: usize) -> &'static str {
        self.table.get(index).copied().unwrap_or_default()
    }

    fn item(self, index: usize, item: usize) -> &'static str {
        self.at(index).split(SEPARATOR).nth(item).unwrap_or_default()
    }

    fn plural(self, index: usize, n: u64, others: &[(&str, &str)]) -> String {
        let code = self.lang.code();
        let category = plural::category(code, n);
        let form = plural::categories(code).and_then(|all| all.iter().position(|c| *c == category));
        let number = format::number(self.lang, n);
        let mut arguments = vec![("n", number.as_str())];
        arguments.extend_from_slice(others);
        fill(self.item(index, form.unwrap_or_default()), &arguments)
    }
}

/// Puts values in the place of `{names}`. A value is never looked at for names.
fn fill(template: &str, arguments: &[(&str, &str)]) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let value = arguments.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value);
        out.push_str(value);
        out.push_str(rest);
    }
    out
}

#[cfg(not(feature = "hydrate"))]
mod server {
    use super::{FINGERPRINT, Lang, Texts, generated};

    impl Texts {
        /// The texts of a language (server: all of them are compiled in).
        #[must_use]
        pub fn of(lang: Lang) -> Self {
            let table = generated::TABLES.iter().find(|(code, _)| *code == lang.code());
            Self { lang, table: table.map_or(&[], |(_, table)| &table[..]) }
        }
    }

    /// What the phone is given before it hydrates: a JSON array, the fingerprint of the keys, then
    /// the texts in the order of their keys. Written to a file with a hashed name by the build.
    #[must_use]
    pub fn client_json(lang: Lang) -> String {
        let texts = Texts::of(lang);
        let mut out = format!("[\"{FINGERPRINT}\"");
        for text in texts.table {
            out.push_str(",\"");
            for c in text.chars() {
                match c {
                    '"' | '\\' => out.extend(['\\', c]),
                    c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
                    c => out.push(c),
                }
            }
            out.push('"');
        }
        out.push(']');
        out
    }
}
#[cfg(not(feature = "hydrate"))]
pub use server::client_json;

#[cfg(feature = "hydrate")]
mod client {
    use super::{COUNT, FINGERPRINT, Lang, Texts};
    use std::sync::OnceLock;

    static ACTIVE: OnceLock<Texts> = OnceLock::new();

    impl Texts {
        /// Takes the texts that the loader fetched (browser, once, before hydration). `false` when they
        /// are not those of this build: the page then stays as the server wrote it.
        pub fn load(lang: &str, json: &str) -> bool {
            let Some(lang) = Lang::from_code(lang) else { return false };
            let Ok(mut texts) = serde_json::from_slice::<Vec<String>>(json.as_bytes()) else { return false };
            if texts.len() != COUNT + 1 || texts[0] != FINGERPRINT {
                return false;
            }
            // Kept for the life of the page.
            let table: Vec<&'static str> = texts.drain(1..).map(|t| &*t.leak()).collect();
            ACTIVE.set(Self { lang, table: table.leak() }).is_ok()
        }

        /// The active language (browser).
        #[must_use]
        pub fn active() -> Self {
            ACTIVE.get().copied().unwrap_or(Self { lang: Lang::Fr, table: &[] })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_texts() {
        assert_eq!(generated::TABLES.len(), Lang::ALL.len());
        for lang in Lang::ALL {
            let texts = Texts::of(*lang);
            assert_eq!(texts.table.len(), COUNT);
            assert_eq!(texts.date_months(11).is_empty(), texts.date_weekdays(6).is_empty());
            assert!(!texts.date_months(11).is_empty());
        }
    }

    /// Half of what people read has nine words or fewer; that nothing has more than fifteen is checked
    /// when the app is built.
    #[cfg(feature = "ssr")]
    #[test]
    fn french_is_short() {
        let words = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
        for table in [Texts::of(Lang::Fr).table, pages::french()] {
            let texts = table.iter().flat_map(|text| text.split(SEPARATOR));
            let mut counts: Vec<usize> = texts.map(words).collect();
            counts.sort_unstable();
            assert!(counts.len() > 150, "{}", counts.len());
            assert!(counts[counts.len() / 2] <= 9, "median {}", counts[counts.len() / 2]);
            assert!(counts.iter().all(|n| *n <= 15), "{counts:?}");
        }
    }

    #[test]
    fn plurals_and_placeholders_are_filled() {
        let fr = Texts::of(Lang::Fr);
        assert_eq!(fr.results_count(0), "0 offre");
        assert_eq!(fr.results_count(1_234), "1\u{202f}234 offres");
        assert_eq!(Texts::of(Lang::En).results_count(1_234), "1,234 offers");
        assert_eq!(fr.results_near("20", "{km}"), "à 20\u{a0}km de {km}");
        assert_eq!(fr.get(Key::ContractCdi), "CDI");
    }

    #[test]
    fn the_phone_is_given_valid_json() {
        for lang in Lang::ALL {
            let texts: Vec<String> = serde_json::from_str(&client_json(*lang)).unwrap();
            assert_eq!(texts.len(), COUNT + 1);
            assert_eq!(texts[0], FINGERPRINT);
            assert_eq!(texts[1], Texts::of(*lang).table[0]);
        }
    }
}
