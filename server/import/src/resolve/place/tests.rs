//! Places as sources write them.

use super::*;
use proptest::prelude::*;

fn places() -> Places {
    let commune = |code: &str, name: &str, postcodes: &[&str], lat: f64, lon: f64| Commune {
        code: CommuneCode::parse(code).unwrap(),
        name: name.to_owned(),
        region: "32".to_owned(),
        postcodes: postcodes.iter().map(|p| (*p).to_owned()).collect(),
        population: 1,
        point: Point::from_degrees(lat, lon),
        clpe: None,
        former: Vec::new(),
    };
    Places::new(&[
        commune("59512", "Roubaix", &["59100"], 50.69, 3.17),
        commune("59350", "Lille", &["59000", "59800"], 50.63, 3.06),
        commune("97416", "Saint-Pierre", &["97410"], -21.31, 55.48),
        commune("97407", "Le Port", &["97420"], -20.94, 55.29),
        commune("62765", "Saint-Omer", &["62500"], 50.74, 2.25),
        commune("53147", "Mayenne", &["53100"], 48.30, -0.62),
        commune("75056", "Paris", &["75001", "75012"], 48.85, 2.35),
        commune("75112", "Paris 12e Arrondissement", &["75012"], 48.84, 2.40),
        commune("80438", "La Loge", &["80200"], 49.9, 2.9),
        commune("60360", "La Loge", &["60800"], 49.2, 2.8),
        commune("31555", "Toulouse", &["31000"], 43.6, 1.44),
        commune("32013", "Auch", &["32000"], 43.6, 0.58),
    ])
}

fn of(label: &str) -> (Precision, String, Option<String>) {
    let found = places().resolve(&PlaceHint { label: Some(label), ..PlaceHint::default() });
    let place = found.into_iter().next().unwrap();
    (place.precision, place.label, place.commune.map(String::from))
}

#[test]
fn the_words_of_the_feeds() {
    use Precision::{Abroad, Commune as InCommune, Departement, Region, Unresolved};
    let cases = [
        ("59 - ROUBAIX", InCommune, "Roubaix", Some("59512")),
        ("Roubaix (59)", InCommune, "Roubaix", Some("59512")),
        ("59100 Roubaix", InCommune, "Roubaix", Some("59512")),
        ("59 - LILLE CEDEX 9", InCommune, "Lille", Some("59350")),
        ("roubaix", InCommune, "Roubaix", Some("59512")),
        ("974 - ST PIERRE", InCommune, "Saint-Pierre", Some("97416")),
        ("974 - Port", InCommune, "Le Port", Some("97407")),
        ("62 - ST OMER", InCommune, "Saint-Omer", Some("62765")),
        ("75 - PARIS 12", InCommune, "Paris 12e Arrondissement", Some("75112")),
        ("75 - Paris 12e Arrondissement", InCommune, "Paris 12e Arrondissement", Some("75112")),
        ("75 - Paris (Dept.)", InCommune, "Paris", Some("75056")),
        ("59 - Nord", Departement, "Nord (département)", None),
        ("53 - Mayenne", Departement, "Mayenne (département)", None),
        ("67 - Rhin (Bas)", Departement, "Bas-Rhin (département)", None),
        ("90 - Belfort (Territoire de)", Departement, "Territoire de Belfort (département)", None),
        ("974 - Réunion", Departement, "La Réunion (département)", None),
        ("37 - sur le département 37", Departement, "Indre-et-Loire (département)", None),
        ("59 - Nulle part", Departement, "Nord (département)", None),
        ("Ile-de-France", Region, "Île-de-France (région)", None),
        ("Luxembourg (Frontalier)", Abroad, "Luxembourg (Frontalier)", None),
        ("Principauté de Monaco", Abroad, "Principauté de Monaco", None),
        ("Belgique", Abroad, "Belgique", None),
        ("France", Unresolved, "France", None),
        ("La Loge", Unresolved, "La Loge", None),
    ];
    for (label, precision, shown, commune) in cases {
        assert_eq!(of(label), (precision, shown.to_owned(), commune.map(str::to_owned)), "{label}");
    }
}

#[test]
fn codes_points_and_several_places() {
    let places = places();
    let one = |hint: PlaceHint| places.resolve(&hint).into_iter().next().unwrap();
    let lille = one(PlaceHint { commune: Some("59350"), postcode: Some("59800"), ..PlaceHint::default() });
    assert_eq!((lille.label.as_str(), lille.postcode.as_deref()), ("Lille", Some("59800")));
    let far = one(PlaceHint { commune: Some("59350"), point: Point::from_degrees(43.0, 1.0), ..PlaceHint::default() });
    assert_eq!(far.point, Point::from_degrees(50.63, 3.06), "a point elsewhere is not believed");
    let twelfth = one(PlaceHint { postcode: Some("75012"), ..PlaceHint::default() });
    assert_eq!(twelfth.commune.as_ref().map(CommuneCode::as_str), Some("75112"));
    let town = one(PlaceHint { label: Some("53 - Mayenne"), postcode: Some("53100"), ..PlaceHint::default() });
    assert_eq!(town.precision, Precision::Commune);
    let middle =
        one(PlaceHint { label: Some("France"), point: Point::from_degrees(46.5, 2.3), ..PlaceHint::default() });
    assert_eq!((middle.precision, middle.point), (Precision::Unresolved, None));
    let wide =
        one(PlaceHint { label: Some("59 - Nord"), point: Point::from_degrees(50.5, 3.2), ..PlaceHint::default() });
    assert_eq!((wide.precision, wide.point), (Precision::Departement, None));
    let hamlet = one(PlaceHint { label: Some("974 - La Loge"), postcode: Some("97410"), ..PlaceHint::default() });
    assert_eq!(hamlet.label, "Saint-Pierre");
    let merged = one(PlaceHint {
        label: Some("80 - ANCIENNE"),
        postcode: Some("80999"),
        point: Point::from_degrees(49.9, 2.9),
        ..PlaceHint::default()
    });
    assert_eq!(
        (merged.precision, merged.label.as_str(), merged.commune.is_none()),
        (Precision::Commune, "Ancienne", true)
    );
    let two = places.resolve(&PlaceHint { label: Some("Toulouse OU Auch"), ..PlaceHint::default() });
    assert_eq!(two.iter().map(|p| p.label.as_str()).collect::<Vec<_>>(), ["Toulouse", "Auch"]);
    assert_eq!(places.resolve(&PlaceHint::default()), Vec::new());
    assert_eq!(places.resolve(&PlaceHint { label: Some(" - "), ..PlaceHint::default() }), Vec::new());
}

proptest! {
    #[test]
    fn no_words_panic(label in "([0-9]{1,5}| - |\\(|\\)|ST |paris | OU |\\PC){0,12}", postcode in "[0-9é]{0,6}") {
        let hint = PlaceHint { label: Some(&label), postcode: Some(&postcode), ..PlaceHint::default() };
        prop_assert!(places().resolve(&hint).len() <= 12);
    }
}
