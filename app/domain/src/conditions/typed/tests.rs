//! What people type, what it means, and what is left to be searched.

use super::{Note, typed};
use crate::conditions::Condition;
use crate::contract::Contract;
use proptest::prelude::*;

/// Names of trades that the referential has, for the tests.
const TRADES: &[&str] = &[
    "agent d etablissement de nuit",
    "charge de mission",
    "exploitant nuit transport",
    "loueur de bateaux sans permis",
    "medecin du travail",
    "receptionniste de nuit",
    "veilleur de nuit",
];

fn is_trade(words: &[&str]) -> bool {
    TRADES.contains(&words.join(" ").as_str())
}

/// Conditions as the tests write them: "contract=cdi,cdd"; "contract≠cdi" is every salaried one but these.
fn told(text: &str) -> (String, String) {
    let found = typed(text, &is_trade);
    let mut facets: Vec<(String, Vec<String>)> = Vec::new();
    for condition in found.phrases.iter().flat_map(|phrase| &phrase.conditions) {
        let (facet, value) = (condition.facet().to_string(), condition.value());
        match facets.iter_mut().find(|(known, _)| *known == facet) {
            Some((_, values)) if values.contains(&value) => {}
            Some((_, values)) => values.push(value),
            None => facets.push((facet, vec![value])),
        }
    }
    let mut out: Vec<String> = facets.iter().map(|(facet, values)| written(facet, values)).collect();
    out.extend(found.notes.iter().map(|note| format!("{note:?}")));
    (if out.is_empty() { "-".to_owned() } else { out.join(" ") }, found.rest(text))
}

fn written(facet: &str, values: &[String]) -> String {
    if facet != "contract" || values.len() <= 6 {
        return format!("{facet}={}", values.join(","));
    }
    let salaried = Contract::ALL.iter().filter(|contract| contract.is_salaried()).map(ToString::to_string);
    format!("{facet}≠{}", salaried.filter(|code| !values.contains(code)).collect::<Vec<_>>().join(","))
}

#[test]
fn what_is_typed_means_what_people_mean() {
    let mut misses = Vec::new();
    for case in CASES.lines().filter(|line| line.contains('→')) {
        let mut parts = case.split('→').map(str::trim);
        let (text, meaning) = (parts.next().unwrap(), parts.next().unwrap());
        let rest = parts.next().unwrap_or_default();
        let read = told(text);
        if (read.0.as_str(), read.1.as_str()) != (meaning, rest) {
            misses.push(format!("{case}\n    read: {} → {}", read.0, read.1));
        }
    }
    assert!(misses.is_empty(), "{} of {}:\n{}", misses.len(), CASES.lines().count(), misses.join("\n"));
}

#[test]
fn spans_are_places_in_the_text_as_typed() {
    let text = "Cariste à Hénin, en C.D.I. – de NUIT";
    let spans: Vec<&str> = typed(text, &is_trade).phrases.iter().map(|phrase| &text[phrase.from..phrase.to]).collect();
    assert_eq!(spans, [", en C.D.I.", "– de NUIT"]);
}

#[test]
fn an_internship_is_told_and_narrows_nothing() {
    let found = typed("stage comptable", &is_trade);
    assert_eq!(found.notes, [Note::Internship]);
    assert!(found.phrases.iter().all(|phrase| phrase.conditions.is_empty()));
}

#[test]
fn conditions_become_filters() {
    let mut filters = crate::query::Filters::default();
    let text = "cariste CDI ou CDD pas de nuit plus de 1800 net";
    typed(text, &is_trade).phrases.iter().flat_map(|p| &p.conditions).for_each(|c: &Condition| c.add_to(&mut filters));
    assert_eq!(filters.contract, [Contract::Cdi, Contract::Cdd]);
    assert_eq!(filters.pay_min.map(|least| least.to_string()).as_deref(), Some("1800-mois-net"));
    assert_eq!(filters.avoid, [crate::profile::Avoid::Nights]);
}

/// Words and signs of which what people type is made, and words that are in no vocabulary.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "cdi",
        "CDD",
        "intérim",
        "nuit",
        "de",
        "pas",
        "ni",
        "le",
        "week-end",
        "temps",
        "plein",
        "mi-temps",
        "sans",
        "permis",
        "b",
        "20",
        "h",
        "35h",
        "2000",
        "€",
        "net",
        "plus",
        "et",
        "ou",
        "/",
        ",",
        "(",
        ")",
        "-",
        "bac",
        "+2",
        "CAP",
        "débutant(e)",
        "accepté",
        "je",
        "cherche",
        "un",
        "poste",
        "travail",
        "d'",
        "été",
        "à",
        "domicile",
        "équipe",
        "mission",
        "chargé",
        "conseiller",
        "en",
        "insertion",
        "par",
        "semaine",
        "pour",
        "stage",
        "hier",
        "télétravail",
        "100",
        "%",
        "matin",
        "chef",
        "voiture",
        "expérience",
        "aucune",
        "recherche",
        "offre",
        "emploi",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "zq[kxwz]{2,7}"]
}

proptest! {
    #[test]
    fn no_trade_is_eaten(pieces in prop::collection::vec(piece(), 0..14)) {
        let text = pieces.join(" ");
        let rest = typed(&text, &is_trade).rest(&text);
        let unknown = |text: &str| -> Vec<String> {
            text.split_whitespace().filter(|word| word.starts_with("zq")).map(str::to_owned).collect()
        };
        prop_assert_eq!(unknown(&rest), unknown(&text));
    }

    #[test]
    fn what_is_left_holds_no_condition(pieces in prop::collection::vec(piece(), 0..14), space in prop::bool::ANY) {
        let text = pieces.join(if space { " " } else { "" });
        let rest = typed(&text, &is_trade).rest(&text);
        let again = typed(&rest, &is_trade);
        prop_assert!(again.phrases.is_empty(), "{} leaves {}, which is {:?}", text, rest, again);
    }

    #[test]
    fn spans_are_in_order_and_on_characters(text in "(\\PC|cdi|nuit|pas de |é|·e|20h|-| ){0,40}") {
        let mut done = 0;
        for phrase in typed(&text, &is_trade).phrases {
            prop_assert!(done <= phrase.from && phrase.from < phrase.to);
            prop_assert!(text.get(phrase.from..phrase.to).is_some());
            done = phrase.to;
        }
    }
}

/// What is typed → what it means → what is left.
const CASES: &str = include_str!("cases.txt");
