//! The words: language files, their typed texts, plurals, direction and formats. Knows no feature.
//!
//! `fr.json` is the reference. `build/texts.rs` checks every language against it and makes one
//! method for each key (`texts.search_submit()`, `texts.results_count(3)`). Three sets: [`Texts`] of the
//! app, [`GuideTexts`] of the pages that a phone answers by itself, [`pages::PageTexts`] of the pages
//! of text. The server holds every language; the phone holds none and is given the active one, as the
//! JSON of [`client_json`], before it begins.

pub mod format;
mod guide;
mod lang;
#[cfg(not(feature = "hydrate"))]
mod macros;
#[cfg(not(feature = "hydrate"))]
pub mod pages;
#[path = "plural.rs"]
pub mod plural;
mod table;
mod texts;

#[cfg(not(feature = "hydrate"))]
pub use guide::guide_json;
pub use guide::{GuideKey, GuideTexts};
pub use lang::Lang;
#[cfg(not(feature = "hydrate"))]
pub use macros::plain_macros;
#[cfg(not(feature = "hydrate"))]
pub use texts::client_json;
pub use texts::{Key, Texts};

/// Between the forms of a plural and the items of a list.
const SEPARATOR: char = '|';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_texts() {
        for lang in Lang::ALL {
            let texts = Texts::of(*lang);
            assert_eq!(texts.all().len(), Texts::of(Lang::Fr).all().len());
            assert_eq!(texts.date_months(11).is_empty(), texts.date_weekdays(6).is_empty());
            assert!(!texts.date_months(11).is_empty());
        }
    }

    /// Half of what people read has nine words or fewer; that nothing has more than fifteen is checked
    /// when the app is built.
    #[test]
    fn french_is_short() {
        let words = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
        for table in [Texts::of(Lang::Fr).all(), GuideTexts::of(Lang::Fr).all(), pages::french()] {
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
            assert_eq!(texts[1..], *Texts::of(*lang).all());
            let texts: Vec<String> = serde_json::from_str(&guide_json(*lang)).unwrap();
            assert_eq!(texts[1..], *GuideTexts::of(*lang).all());
        }
    }
}
