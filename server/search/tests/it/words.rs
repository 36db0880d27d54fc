//! Words: forms, occupations, synonyms, typing errors, what is dropped, what ranks first.

use crate::made::{TODAY, ask, filtered, index, offer, stored, titles, typed, with_rome};
use domain::contract::Contract;
use domain::offer::Offer;
use domain::query::{Filters, OfferQuery, Sort};
use domain::requirement::{Asked, Need};

#[test]
fn every_form_of_a_word_finds_the_same_offers() {
    let index = index([
        offer("1", "Boulanger (H/F)"),
        offer("2", "Vendeuse en boulangerie"),
        offer("3", "Ouvrier boulanger / Ouvrière boulangère"),
        offer("4", "Aide-soignant·e"),
    ]);
    let expected = ["Boulanger (H/F)", "Ouvrier boulanger / Ouvrière boulangère"];
    for text in ["boulanger", "boulangère", "boulangers", "BOULANGERES", "boulangére", "boulanger H/F", "un boulanger"]
    {
        assert_eq!(titles(&ask(&index, text)), expected, "{text}");
    }
    for text in ["aide soignante", "aide-soignant(e)", "aides soignants", "l'aide-soignante"] {
        assert_eq!(titles(&ask(&index, text)), ["Aide-soignant·e"], "{text}");
    }
}

#[test]
fn every_way_of_writing_both_genders_finds_the_same_offers() {
    let all = ["Vendeur / Vendeuse", "Vendeuse (H/F)", "Vendeur en boulangerie (H/F)", "Valet / Femme de chambre"];
    let index = index(all.iter().enumerate().map(|(at, title)| offer(&at.to_string(), title)));
    let found = |text: &str| ask(&index, text).hits.len();
    for text in [
        "vendeur",
        "vendeuse",
        "vendeur/euse",
        "vendeur⋅euse",
        "vendeur·se",
        "vendeur(euse)",
        "vendeur.se",
        "vendeur-euse",
        "vendeur / vendeuse",
        "Vendeur (H/F)",
        "vendeur h/f/nb",
        "vendeur ou vendeuse",
        "vendeur•euse",
        "VENDEUR·EUSE",
    ] {
        assert_eq!(found(text), 3, "{text}");
    }
    assert_eq!((found("valet de chambre"), found("femme de chambre"), found("valet / femme de chambre")), (1, 1, 1));
}

#[test]
fn what_has_not_changed_for_a_year_comes_last_in_every_order() {
    let index = index([]);
    let mut writer = index.try_writer(20_000_000).unwrap().unwrap();
    for (id, title, age) in [("1", "Cariste", 400), ("2", "Cariste de nuit", 10), ("3", "Cariste de jour", 364)] {
        // Whatever day of publication its source gives.
        let made = stored(offer(id, title));
        writer.upsert(&domain::offer::StoredOffer { text_since: TODAY.plus(-age), ..made }).unwrap();
    }
    writer.commit(&crate::made::stamp(2)).unwrap();
    index.reload().unwrap();
    for sort in [Sort::Relevance, Sort::Date, Sort::Distance] {
        let answer = index.search(&OfferQuery { sort, ..typed("cariste") }, TODAY).unwrap();
        assert_eq!(titles(&answer).last(), Some(&"Cariste"), "{sort:?}");
    }
}

#[test]
fn an_occupation_is_found_by_any_of_its_titles() {
    let index = index([
        with_rome("1", "Hôte de caisse (H/F)", "D1505"),
        with_rome("2", "Employé polyvalent (H/F)", "D1505"),
        offer("3", "Caissier de nuit (H/F)"),
        offer("4", "Cariste (H/F)"),
    ]);
    let answer = ask(&index, "caissière");
    assert_eq!(answer.total, 3);
    assert!(!titles(&answer).contains(&"Cariste (H/F)"));
    assert_eq!(answer.understood.occupations.len(), 1);
    assert_eq!(answer.understood.occupations[0].code.as_str(), "D1505");
    // An offer without a code is found by the other name in its title.
    assert_eq!(ask(&index, "hôtesse de caisse").total, 3);
}

#[test]
fn occupations_that_are_named_narrow_a_search() {
    let index = index([
        with_rome("1", "Hôte de caisse (H/F)", "D1505"),
        with_rome("2", "Cariste de nuit (H/F)", "N1101"),
        with_rome("3", "Agent de propreté (H/F)", "K2204"),
        offer("4", "Cariste (H/F)"),
    ]);
    let named = |text: &str, codes: &str| {
        let (query, problems) = OfferQuery::from_pairs([("q", text), ("rome", codes)]);
        assert_eq!(problems, []);
        let mut found: Vec<String> =
            titles(&index.search(&query, TODAY).unwrap()).into_iter().map(str::to_owned).collect();
        found.sort();
        found
    };
    assert_eq!(named("", "N1101,D1505"), ["Cariste de nuit (H/F)", "Hôte de caisse (H/F)"]);
    assert_eq!(named("cariste", "N1101"), ["Cariste de nuit (H/F)"]);
    assert!(named("cariste", "K2204").is_empty());
    assert_eq!(named("", "").len(), 4);
}

#[test]
fn old_names_of_trades_are_understood_as_whole_phrases() {
    let index = index([
        offer("1", "Secrétaire général de mairie (H/F)"),
        offer("2", "Accompagnant éducatif et social (H/F)"),
        with_rome("3", "Agent de propreté (H/F)", "K2204"),
        offer("4", "Manœuvre bâtiment (H/F)"),
        offer("5", "Chef de chantier (H/F)"),
        offer("6", "Valet de chambre"),
    ]);
    let first = |text: &str| ask(&index, text).hits.first().map(|h| h.card.title.clone()).unwrap_or_default();
    assert_eq!(first("secrétaire de mairie"), "Secrétaire général de mairie (H/F)");
    assert_eq!(first("aide médico-psychologique"), "Accompagnant éducatif et social (H/F)");
    assert_eq!(first("AMP"), "Accompagnant éducatif et social (H/F)");
    assert_eq!(first("femme de ménage"), "Agent de propreté (H/F)");
    assert_eq!(first("chantier"), "Manœuvre bâtiment (H/F)", "who leads comes after who does");
    assert!(titles(&ask(&index, "chantier")).contains(&"Chef de chantier (H/F)"));
    assert_eq!(titles(&ask(&index, "chef de chantier")), ["Chef de chantier (H/F)"]);
    assert_eq!(titles(&ask(&index, "femme de chambre")), ["Valet de chambre"]);
}

#[test]
fn a_mistyped_word_is_corrected_only_when_nobody_knows_it() {
    let index = index([
        offer("1", "Boulanger (H/F)"),
        offer("2", "Animateur espace verte"),
        offer("3", "Poissonnier (H/F)"),
        Offer { text: Some("Nous vendons des chaussettes vernies".into()), ..offer("4", "Couturier (H/F)") },
    ]);
    for text in ["bulanger", "boulangzr", "boulnager", "boulanngere"] {
        let answer = ask(&index, text);
        assert_eq!(titles(&answer), ["Boulanger (H/F)"], "{text}");
        assert!(answer.understood.corrected.is_some(), "{text}");
    }
    // Not a word of ROME, but of an open offer's title.
    let answer = ask(&index, "Poisonnier nuit");
    assert_eq!(answer.understood.corrected.as_deref(), Some("poissonnier"), "the night is a filter");
    // Known somewhere, or too short: never another word.
    assert_eq!(ask(&index, "vente").total, 0);
    let answer = ask(&index, "vernis");
    assert_eq!((answer.total, answer.understood.corrected), (1, None));
    assert_eq!(ask(&index, "boul").total, 0);
    let answer = ask(&index, "aidesoignante");
    assert_eq!(answer.understood.corrected.as_deref(), Some("aide soignante"));
}

#[test]
fn a_word_counts_most_where_it_says_most() {
    let skill = Asked { label: "Maçonnerie".into(), code: None, level: None, need: Need::Essential };
    let mut by_skill = offer("1", "Agent");
    by_skill.requirements.skills.push(skill);
    let mut by_employer = offer("2", "Agent polyvalent");
    by_employer.employer.name = Some("Maçonnerie Dupuis".into());
    let index = index([
        Offer { text: Some("un peu de maçonnerie".into()), ..offer("3", "Agent technique") },
        by_skill,
        by_employer,
        offer("4", "Formateur maçonnerie"),
        Offer { appellation: Some("Maçonnerie".into()), ..offer("5", "Ouvrier") },
    ]);
    let order = ["Ouvrier", "Formateur maçonnerie", "Agent polyvalent", "Agent", "Agent technique"];
    assert_eq!(titles(&ask(&index, "maconnerie")), order);
}

#[test]
fn the_employer_is_neither_stemmed_nor_corrected() {
    let named = |id, name: &str| {
        let mut offer = offer(id, "Agent");
        offer.employer.name = Some(name.into());
        offer
    };
    let mut hidden = named("3", "Secretissime");
    hidden.employer.anonymous = true;
    let index = index([named("1", "Kiabi"), named("2", "Les Vergers"), hidden]);
    assert_eq!(ask(&index, "kiabi").total, 1);
    assert_eq!(ask(&index, "kiabe").total, 0);
    assert_eq!(ask(&index, "vergers").total, 1);
    assert_eq!(ask(&index, "verger").total, 0);
    assert_eq!(ask(&index, "secretissime").total, 0);
    let of = |name: &str| filtered("", Filters { employer: Some(name.into()), ..Filters::default() });
    assert_eq!(index.search(&of("LES  vergers"), TODAY).unwrap().total, 1);
    assert_eq!(index.search(&of("vergers"), TODAY).unwrap().total, 0);
}

#[test]
fn most_of_many_words_are_enough_and_all_come_first() {
    let index = index([
        offer("1", "Cariste"),
        offer("2", "Cariste frigo"),
        offer("3", "Cariste frigo quai"),
        offer("4", "Cariste quai surgelé frigo"),
    ]);
    assert_eq!(ask(&index, "cariste frigo").total, 3);
    assert_eq!(titles(&ask(&index, "cariste frigo quai"))[..1], ["Cariste frigo quai"]);
    assert_eq!(ask(&index, "cariste frigo quai").total, 3);
    assert_eq!(titles(&ask(&index, "cariste frigo quai surgelé"))[0], "Cariste quai surgelé frigo");
}

#[test]
fn what_everybody_types_around_a_trade_is_dropped() {
    let index = index([offer("1", "Cariste"), offer("2", "Conseiller emploi")]);
    for text in ["offre d'emploi cariste", "recherche poste de cariste"] {
        assert_eq!(titles(&ask(&index, text)), ["Cariste"], "{text}");
    }
    assert_eq!(ask(&index, "offre d'emploi").total, 2);
    assert_eq!(ask(&index, "alternance").total, 0);
}

#[test]
fn equal_offers_are_sorted_by_day_then_number() {
    let day = |id: &str, days: Option<i32>| Offer { posted: days.map(|d| TODAY.plus(-d)), ..offer(id, id) };
    let with_word = |o: Offer| Offer { text: Some("cariste".into()), ..o };
    let index = index(
        ["3", "2", "1"]
            .map(|id| with_word(day(id, Some(id.parse().unwrap()))))
            .into_iter()
            .chain([with_word(day("none", None)), with_word(day("1b", Some(1)))]),
    );
    let answer = ask(&index, "cariste");
    let found = titles(&answer);
    let mut first = [(stored(offer("1", "")).number, "1"), (stored(offer("1b", "")).number, "1b")];
    first.sort();
    assert_eq!(found, [first[0].1, first[1].1, "2", "3", "none"]);
    let by_date = OfferQuery { sort: Sort::Date, ..typed("cariste") };
    assert_eq!(titles(&index.search(&by_date, TODAY).unwrap()), found);
}

#[test]
fn non_salaried_work_is_left_out_and_counted() {
    let free = Offer { contract: Some(Contract::NotSalaried), ..offer("1", "Cariste indépendant") };
    let index = index([free, Offer { contract: Some(Contract::Cdi), ..offer("2", "Cariste") }]);
    let answer = ask(&index, "cariste");
    assert_eq!((answer.total, answer.non_salaried_hidden), (1, 1));
    let with = filtered("cariste", Filters { non_salaried: true, ..Filters::default() });
    let answer = index.search(&with, TODAY).unwrap();
    assert_eq!((answer.total, answer.non_salaried_hidden), (2, 0));
    let only = filtered("cariste", Filters { contract: vec![Contract::NotSalaried], ..Filters::default() });
    assert_eq!(index.search(&only, TODAY).unwrap().total, 1);
}

#[test]
fn an_offer_is_found_as_long_as_it_is_open() {
    let closing = Offer { closes: Some(TODAY.plus(5)), ..offer("1", "Cariste") };
    let index = index([closing]);
    for (days, total) in [(0, 1), (5, 1), (6, 0)] {
        let day = TODAY.plus(days);
        assert_eq!(index.search(&typed("cariste"), day).unwrap().total, total);
        assert_eq!(index.count_open(day), total);
    }
}

#[test]
fn similar_offers_are_of_the_same_occupation_and_never_the_offer_itself() {
    let own = with_rome("1", "Hôte de caisse", "D1505");
    let index = index([
        own.clone(),
        with_rome("2", "Employé de caisse", "D1505"),
        offer("3", "Hôte de caisse"),
        with_rome("4", "Cariste", "N1101"),
    ]);
    let hits = index.similar(&stored(own), TODAY, 5).unwrap();
    let found: Vec<&str> = hits.iter().map(|h| h.card.title.as_str()).collect();
    assert_eq!(found, ["Employé de caisse", "Hôte de caisse"]);
}

#[test]
fn suggestions_are_titles_that_recruit_first_and_places() {
    let index = index([
        crate::made::at(with_rome("1", "Hôte de caisse", "D1505"), "59512"),
        with_rome("2", "Caissière", "D1505"),
    ]);
    let titles = |text: &str| index.suggest_titles(text, 6, TODAY).unwrap();
    let places =
        |text: &str| -> Vec<String> { index.suggest_places(text, 6, TODAY).into_iter().map(|p| p.name).collect() };
    assert_eq!(titles("caissi")[0], "Caissier / Caissière");
    assert_eq!(titles("hotes caiss")[0], "Hôte / Hôtesse de caisse");
    assert_eq!(titles("c"), Vec::<String>::new());
    let all = titles("ca");
    assert_eq!(all[0], "Caissier / Caissière", "who recruits comes first: {all:?}");
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(places("roub"), ["Roubaix"]);
    assert_eq!(places("591"), ["Roubaix"]);
    let query = domain::query::OfferQuery { text: "Caissier / Caissière".into(), ..Default::default() };
    assert_eq!(index.count(&query, TODAY).unwrap(), index.search(&query, TODAY).unwrap().total);
}

#[test]
fn the_overview_counts_open_offers_by_trade_and_forgets_closed_ones() {
    let index = index([
        with_rome("1", "Hôte de caisse", "D1505"),
        with_rome("2", "Caissière", "D1505"),
        with_rome("3", "Cariste", "N1101"),
        offer("4", "Sans métier"),
    ]);
    let overview = index.overview(TODAY).unwrap();
    let trades: Vec<(&str, u32)> = overview.trades.iter().map(|t| (t.rome.as_str(), t.count)).collect();
    assert_eq!((overview.total, trades), (4, vec![("D1505", 2), ("N1101", 1)]));
    assert!(index.overview(TODAY.plus(400)).unwrap().trades.is_empty());
}
