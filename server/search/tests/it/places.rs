//! Places: understood in the words and in the place field; radius, département, order.

use crate::made::{TODAY, ask, at, commune, index, offer, place, somewhere_in, titles, typed};
use domain::place::{CommuneCode, Precision};
use domain::query::{OfferQuery, Sort};
use search::SearchIndex;

fn caristes() -> SearchIndex {
    index([
        at(offer("1", "Cariste Roubaix"), "59512"),
        at(offer("2", "Cariste Tourcoing"), "59599"),
        at(offer("3", "Cariste Douai"), "59178"),
        at(at(offer("4", "Cariste Beauvais ou Lille"), "60057"), "59350"),
        somewhere_in(offer("5", "Cariste dans le Nord"), "59"),
        somewhere_in(offer("6", "Cariste dans l'Oise"), "60"),
        offer("7", "Cariste sans lieu"),
    ])
}

fn field(place: &str, radius_km: u16) -> OfferQuery {
    OfferQuery { place_text: place.into(), radius_km, ..typed("cariste") }
}

#[test]
fn a_place_inside_the_words_is_taken_out() {
    let index = index([]);
    let cases = [
        ("soudeur tourcoing", Some("59599"), "soudeur"),
        ("femme de ménage à Roubaix", Some("59512"), "femme de ménage"),
        ("59100", Some("59512"), ""),
        ("cariste 59100 nuit", Some("59512"), "cariste"),
        ("villeneuve d ascq vendeuse", Some("59009"), "vendeuse"),
        ("vendeuse Villeneuve-d'Ascq", Some("59009"), "vendeuse"),
        ("caissier st omer", Some("62765"), "caissier"),
        ("lens 62", Some("62498"), ""),
        ("cariste lens", Some("62498"), "cariste"),
        ("cariste près de Lens", Some("62498"), "cariste"),
        ("cariste saint denis", Some("97411"), "cariste"),
        ("cariste saint-denis 93", Some("93066"), "cariste"),
        ("menton", Some("06083"), ""),
        ("soudeur Bully-les-Mines", Some("62186"), "soudeur"),
        ("cariste lomme", Some("59350"), "cariste"),
        ("cariste Boulogne", Some("92012"), "cariste"),
        ("cariste Boulogne 62", Some("62160"), "cariste"),
        ("cariste roubais", Some("59512"), "cariste"),
        ("cariste à Roubais", Some("59512"), "cariste"),
        ("cariste Paris 13e", Some("75113"), "cariste"),
        ("cariste lille centre", Some("59350"), "cariste"),
        ("cariste Lens, Roubaix", Some("62498"), "cariste"),
        ("vendeur tours", Some("37261"), "vendeur"),
        // Words of a trade stay words of a trade.
        ("tours", None, "tours"),
        ("conducteur de tours", None, "conducteur de tours"),
        ("sauveteur en mer", None, "sauveteur en mer"),
        ("point de vue", None, "point de vue"),
        ("soudeur à Vue", Some("44220"), "soudeur"),
        ("aide à domicile", None, "aide à domicile"),
        // A condition, and no place.
        ("pas de port de charge", None, ""),
        ("cariste homme", None, "cariste homme"),
        ("cariste", None, "cariste"),
    ];
    for (text, code, rest) in cases {
        let answer = ask(&index, text);
        assert_eq!((commune(&answer), answer.understood.text.as_str()), (code, rest), "{text}");
    }
}

#[test]
fn the_place_field_knows_names_postcodes_and_departements() {
    let index = caristes();
    let found = |text: &str| {
        let answer = index.search(&field(text, 20), TODAY).unwrap();
        (commune(&answer).map(str::to_owned), answer.understood.unknown_place.clone(), answer.total)
    };
    for text in ["Roubaix", "roubaix 59100", "59100", "59100 ROUBAIX", "Roubaix (59)", "roubais", "Roubaix Cedex"] {
        assert_eq!(found(text).0.as_deref(), Some("59512"), "{text}");
    }
    assert_eq!(found("Nord").2, 5);
    assert_eq!(found("59").2, 5);
    assert_eq!(found("59055").2, 5);
    assert_eq!(found("France"), (None, None, 7));
    assert_eq!(found("Trifouillis"), (None, Some("Trifouillis".into()), 7));
    assert_eq!(found("lens 62").0.as_deref(), Some("62498"));
    let answer = index.search(&field("saint denis", 20), TODAY).unwrap();
    assert_eq!(answer.understood.other_places.iter().map(|p| p.commune.as_str()).collect::<Vec<_>>(), ["93066"]);
}

#[test]
fn a_guess_and_a_former_name_are_said() {
    let index = caristes();
    let said = |text: &str| {
        let understood = index.search(&field(text, 20), TODAY).unwrap().understood;
        let code = understood.place.map(|place| place.commune.to_string());
        let told: Vec<String> = understood.other_places.iter().map(|place| place.commune.to_string()).collect();
        (code, understood.guessed_place, understood.former_place, told)
    };
    let guess = |code: &str, typed: &str, told: &[&str]| {
        (Some(code.to_owned()), Some(typed.to_owned()), None, told.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(said("Boulogne"), guess("92012", "Boulogne", &["62160"]));
    assert_eq!(said("Boulogne, Pas-de-Calais"), guess("62160", "Boulogne, Pas-de-Calais", &[]));
    assert_eq!(said("Hénin"), guess("62427", "Hénin", &[]));
    assert_eq!(said("roubais"), guess("59512", "roubais", &[]));
    assert_eq!(said("Lomme"), (Some("59350".into()), None, Some("Lomme".into()), vec![]));
    assert_eq!(said("hellemmes"), (Some("59350".into()), None, Some("hellemmes".into()), vec![]));
    assert_eq!(said("Bully-les-Mines"), (Some("62186".into()), None, None, vec![]));
    assert_eq!(said("Lens, Roubaix"), (Some("62498".into()), None, None, vec!["59512".into()]));
}

#[test]
fn near_the_hub_comes_first() {
    let at = |place: &str, text: &str| {
        let index = index([]);
        index.set_lexicon(crate::made::lexicon().at_home(place, []));
        let answer = index.search(&field(text, 20), TODAY).unwrap();
        commune(&answer).map(str::to_owned)
    };
    for (place, text, code) in [
        ("", "Boulogne", "92012"),
        ("Lens", "Boulogne", "62160"),
        ("Métropole lilloise", "Mons", "59410"),
        ("Nord", "Mons", "59410"),
        ("Lens", "Mons", "31355"),
        ("Lens", "Bully", "62186"),
        ("Roubaix", "Bully", "69032"),
    ] {
        assert_eq!(at(place, text).as_deref(), Some(code), "{text} at {place}");
    }
}

#[test]
fn a_part_of_the_country_is_searched_as_a_whole() {
    let index = caristes();
    let found = |text: &str| {
        let answer = index.search(&field(text, 0), TODAY).unwrap();
        (answer.understood.area, answer.total)
    };
    for (text, area, total) in [
        ("Nord", "Nord", 5),
        ("dans le 59", "Nord", 5),
        ("Hauts-de-France", "Hauts-de-France", 6),
        ("Nord-Pas-de-Calais", "Nord-Pas-de-Calais", 5),
        ("Picardie", "Picardie", 2),
        ("59, 60", "Nord, Oise", 6),
        ("PACA", "Provence-Alpes-Côte d'Azur", 0),
        ("métropole lilloise", "Métropole lilloise", 4),
        ("bassin de Roubaix", "Métropole lilloise", 4),
    ] {
        assert_eq!(found(text), (Some(area.to_owned()), total), "{text}");
    }
    // In the words as well; what is only known by its département comes last.
    let answer = ask(&index, "cariste métropole lilloise");
    assert_eq!(answer.understood.text, "cariste");
    let wide: Vec<bool> = answer.hits.iter().map(|hit| hit.wide_place).collect();
    assert_eq!(wide, [false, false, false, true]);
    // "France" in the place field is not where the words say.
    let everywhere = OfferQuery { text: "cariste Douai".into(), ..field("France", 20) };
    assert_eq!(index.search(&everywhere, TODAY).unwrap().total, 7);
}

#[test]
fn the_commune_given_wins_over_what_is_typed() {
    let index = caristes();
    let query = OfferQuery {
        commune: CommuneCode::parse("59178").ok(),
        place_text: "Roubaix".into(),
        radius_km: 5,
        ..typed("cariste tourcoing")
    };
    let answer = index.search(&query, TODAY).unwrap();
    assert_eq!(commune(&answer), Some("59178"));
    assert_eq!(titles(&answer), ["Cariste Douai", "Cariste dans le Nord"]);
    // A code that the gazetteer does not have.
    let unknown = OfferQuery { commune: CommuneCode::parse("59999").ok(), ..typed("") };
    assert_eq!(index.search(&unknown, TODAY).unwrap().total, 1);
}

#[test]
fn the_nearest_place_counts_and_the_departement_comes_last() {
    let index = caristes();
    let answer = index.search(&OfferQuery { sort: Sort::Distance, ..field("Roubaix", 20) }, TODAY).unwrap();
    let expected = ["Cariste Roubaix", "Cariste Tourcoing", "Cariste Beauvais ou Lille", "Cariste dans le Nord"];
    assert_eq!(titles(&answer), expected);
    assert_eq!(answer.total, 4);
    let metres: Vec<Option<u32>> = answer.hits.iter().map(|h| h.distance_m).collect();
    assert_eq!(metres[0], Some(0));
    assert!(metres[2].is_some_and(|m| (10_000..13_000).contains(&m)), "{metres:?}");
    assert_eq!(answer.hits.iter().map(|h| h.wide_place).collect::<Vec<_>>(), [false, false, false, true]);
    for sort in [Sort::Relevance, Sort::Date] {
        let answer = index.search(&OfferQuery { sort, ..field("Roubaix", 20) }, TODAY).unwrap();
        assert!(answer.hits.last().is_some_and(|h| h.wide_place), "{sort}");
    }
}

#[test]
fn among_offers_that_fit_equally_the_nearer_come_first() {
    let posted =
        |offer: domain::offer::Offer, days: i32| domain::offer::Offer { posted: Some(TODAY.plus(-days)), ..offer };
    let index = index([
        posted(at(offer("1", "Cariste"), "59178"), 1),
        posted(at(offer("2", "Cariste"), "59512"), 20),
        posted(at(offer("3", "Cariste"), "59599"), 10),
    ]);
    let order = |query: OfferQuery| -> Vec<String> {
        let ids = ["1", "2", "3"].map(|id| (offer(id, "").number(), id));
        let hits = index.search(&query, TODAY).unwrap().hits;
        hits.iter().map(|h| ids.iter().find(|(n, _)| *n == h.card.number).unwrap().1.to_owned()).collect()
    };
    // Roubaix and Tourcoing are both near: the newest of them first; Douai is far.
    assert_eq!(order(field("Roubaix", 50)), ["3", "2", "1"]);
    assert_eq!(order(typed("cariste")), ["1", "3", "2"]);
}

#[test]
fn radius_0_is_the_commune_itself() {
    let index = caristes();
    assert_eq!(titles(&index.search(&field("Roubaix", 0), TODAY).unwrap()), ["Cariste Roubaix"]);
    assert_eq!(index.search(&field("Roubaix", 5), TODAY).unwrap().total, 3);
    assert_eq!(index.search(&field("Roubaix", 50), TODAY).unwrap().total, 5);
    assert_eq!(index.search(&field("Roubaix", 200), TODAY).unwrap().total, 5);
}

#[test]
fn an_offer_without_a_known_place_is_found_only_without_a_place() {
    let mut lost = offer("1", "Cariste perdu");
    lost.places.push(place(Precision::Unresolved, None, "", domain::place::Point::from_degrees(50.69, 3.17)));
    let index = index([lost, at(offer("2", "Cariste"), "59512")]);
    assert_eq!(index.search(&field("Roubaix", 50), TODAY).unwrap().total, 1);
    assert_eq!(ask(&index, "cariste").total, 2);
}

#[test]
fn a_city_and_its_districts_are_one_commune() {
    let district = |id: &str, code: &str| {
        let mut offer = offer(id, "Cariste");
        offer.places.push(place(Precision::Commune, Some(code), "75", None));
        offer
    };
    let index = index([district("1", "75111"), district("2", "75056"), district("3", "75112")]);
    let of = |code: &str| {
        let query = OfferQuery { commune: CommuneCode::parse(code).ok(), radius_km: 0, ..typed("cariste") };
        index.search(&query, TODAY).unwrap().total
    };
    assert_eq!((of("75056"), of("75111")), (3, 2));
}

#[test]
fn a_map_counts_every_placed_offer_once_and_a_point_has_its_nearest_commune() {
    let index = index([
        at(offer("1", "Cariste"), "59512"),
        at(offer("2", "Cariste"), "59512"),
        at(offer("3", "Cariste"), "59350"),
        offer("4", "Cariste sans lieu"),
    ]);
    let query = OfferQuery { text: "cariste".into(), ..OfferQuery::default() };
    let communes = index.count_by_commune(&query, TODAY, 10).unwrap();
    let counts: Vec<(&str, u32)> = communes.iter().map(|c| (c.place.name.as_str(), c.count)).collect();
    assert_eq!(counts, [("Roubaix", 2), ("Lille", 1)]);
    assert_eq!(index.count_by_commune(&query, TODAY, 1).unwrap().len(), 1);
    let near = domain::place::Point::from_degrees(50.7, 3.17).unwrap();
    assert_eq!(index.nearest_commune(near).map(|p| p.name).as_deref(), Some("Roubaix"));
    let far = domain::place::Point::from_degrees(30.0, -40.0).unwrap();
    assert_eq!(index.nearest_commune(far), None);
}
