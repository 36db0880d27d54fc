//! Addresses of trades and of trainings.

use super::{Feed, numbered, with_search, write_pairs};
use crate::i18n::Lang;
use domain::occupation::RomeCode;
use domain::training::TrainingNumber;
use domain::training::query::{TrainingQuery, TrainingSort};

/// The trainings.
#[must_use]
pub fn trainings_path(lang: Lang) -> String {
    lang.prefix() + "/formations"
}

/// A search of trainings; equal searches have equal addresses.
#[must_use]
pub fn trainings(lang: Lang, query: &TrainingQuery) -> String {
    with_search(trainings_path(lang), &trainings_search(query))
}

/// A training: `/formations/<slug>-<number>`.
#[must_use]
pub fn training(lang: Lang, slug: &str, number: TrainingNumber) -> String {
    let dash = if slug.is_empty() { "" } else { "-" };
    format!("{}/{slug}{dash}{number}", trainings_path(lang))
}

/// A training by its number alone.
#[must_use]
pub fn training_short(number: TrainingNumber) -> String {
    training(Lang::Fr, "", number)
}

/// The same search of trainings as a feed: those that are new or changed last come first.
#[must_use]
pub fn trainings_feed(format: Feed, query: &TrainingQuery) -> String {
    let path = match format {
        Feed::Atom => "/flux/formations.atom",
        Feed::Json => "/flux/formations.json",
        Feed::Calendar => "/flux/formations.ics",
    };
    let newest = TrainingQuery { page: 1, sort: TrainingSort::Newest, ..query.clone() };
    with_search(path.to_owned(), &trainings_search(&newest))
}

/// The slug and the number of a training's address.
#[must_use]
pub fn read_training(segment: &str) -> Option<(&str, TrainingNumber)> {
    numbered(segment, TrainingNumber::parse)
}

/// The parameters of a search of trainings, canonical, without `?`.
#[must_use]
pub fn trainings_search(query: &TrainingQuery) -> String {
    write_pairs(query.to_pairs().iter().map(|(name, value)| (*name, value.as_str())))
}

/// The trades that recruit here.
#[must_use]
pub fn trades(lang: Lang) -> String {
    lang.prefix() + "/metiers"
}

/// The parameter of that page that names a family of work.
pub const FAMILY: &str = "famille";

/// The trades of one family.
#[must_use]
pub fn trades_of(lang: Lang, family: &str) -> String {
    format!("{}?{FAMILY}={family}", trades(lang))
}

/// A trade: `/metiers/<slug>-<code>`.
#[must_use]
pub fn trade(lang: Lang, label: &str, code: &RomeCode) -> String {
    format!("{}/{}-{code}", trades(lang), domain::text::slug(label))
}

/// A trade by its code alone: it leads to the whole address.
#[must_use]
pub fn trade_short(lang: Lang, code: &RomeCode) -> String {
    format!("{}/{code}", trades(lang))
}

/// The code at the end of `<slug>-<code>`, in either case.
#[must_use]
pub fn read_trade(segment: &str) -> Option<RomeCode> {
    RomeCode::parse(segment.get(segment.len().checked_sub(5)?..)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_training_is_found_by_the_end_of_its_address() {
        let number = TrainingNumber::of("test", "1");
        let segment = |address: String| address.rsplit('/').next().unwrap_or_default().to_owned();
        assert_eq!(read_training(&segment(training(Lang::En, "permis-b", number))), Some(("permis-b", number)));
        assert_eq!(read_training(&segment(training_short(number))), Some(("", number)));
        assert_eq!(read_training("permis-b"), None);
        assert_eq!(trainings(Lang::En, &TrainingQuery::default()), "/en/formations");
    }

    #[test]
    fn a_trade_is_found_by_the_end_of_its_address() {
        let code = RomeCode::parse("D1102").unwrap();
        let address = trade(Lang::Fr, "Boulanger / Boulangère", &code);
        assert_eq!(address, "/metiers/boulanger-boulangere-D1102");
        for segment in ["boulanger-boulangere-D1102", "d1102", "D1102", "autre-D1102"] {
            assert_eq!(read_trade(segment), Some(code.clone()), "{segment}");
        }
        for wrong in ["", "boulanger", "Z1102", "éD110", "D110"] {
            assert_eq!(read_trade(wrong), None, "{wrong}");
        }
    }
}
