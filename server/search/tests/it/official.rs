//! Every official name of a commune, however it is typed, on the real list of Insee.

use crate::real::lexicon;
use crate::support;
use domain::place::Commune;
use domain::query::OfferQuery;
use domain::territories::{DEPARTEMENTS, FORMER_REGIONS, REGIONS};
use domain::text::fold;
use search::SearchIndex;

/// One in so many names is typed; each with `TEST_ALL`.
const STEP: usize = 100;

/// How a name is typed, and what that makes of it.
type Spelling = (&'static str, fn(&str) -> String);

const SPELLINGS: &[Spelling] = &[
    ("as it is", str::to_owned),
    ("hyphens as spaces", |name| name.replace('-', " ")),
    ("without accents", fold),
    ("typographic apostrophes", |name| name.replace('\'', "’")),
    ("ligatures written out", |name| name.replace('œ', "oe").replace('Œ', "Oe").replace('æ', "ae").replace('Æ', "Ae")),
    ("in capitals", str::to_uppercase),
    ("St and Ste", |name| name.replace("Sainte-", "Ste ").replace("Saint-", "St ")),
    ("s/", |name| name.replace("-sur-", " s/ ")),
];

/// Letters and digits alone: what homonyms share.
fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_official_name_is_its_commune_or_a_homonym() {
    let Some((dir, lexicon)) = lexicon() else { return };
    let communes = support::communes(dir);
    let index = SearchIndex::in_memory().unwrap();
    index.set_lexicon(lexicon.clone());
    let territories: Vec<String> = DEPARTEMENTS
        .iter()
        .map(|one| one.name)
        .chain(REGIONS.iter().map(|one| one.name))
        .chain(FORMER_REGIONS.iter().map(|one| one.name))
        .map(str::to_owned)
        .collect();
    let step = if std::env::var_os("TEST_ALL").is_some() { 1 } else { STEP };
    let typed: Vec<&Commune> = communes.iter().step_by(step).collect();
    for (spelling, spell) in SPELLINGS {
        let (mut itself, mut wrong) = (0, Vec::new());
        for commune in &typed {
            let place_text = spell(&commune.name);
            let query = OfferQuery { place_text: place_text.clone(), ..OfferQuery::default() };
            let understood = index.search(&query, support::TODAY).unwrap().understood;
            let told = understood.place.iter().chain(&understood.other_places);
            let told: Vec<_> = told.filter(|place| bare(&place.name) == bare(&commune.name)).collect();
            // "Bretagne" is a village of the Indre, too: it is told.
            let found = match (&understood.place, &understood.area) {
                (Some(place), _) => bare(&place.name) == bare(&commune.name),
                (None, Some(area)) => territories.contains(area),
                (None, None) => false,
            };
            itself += usize::from(told.iter().any(|place| place.commune == commune.code));
            if !found || told.is_empty() || understood.guessed_place.is_some() {
                wrong.push(format!("{place_text} ({}): {understood:?}", commune.code));
            }
        }
        let count = typed.len();
        eprintln!("{spelling}: {} of {count} understood, {itself} told by their own code", count - wrong.len());
        assert_eq!(wrong, Vec::<String>::new(), "{spelling}");
    }
}
