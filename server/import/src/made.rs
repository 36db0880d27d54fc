//! For tests: the communes that they name, as Insee and La Poste describe them.

use domain::place::{Commune, CommuneCode, Point};

/// Roubaix, Lens and Beauvais.
pub(crate) fn communes() -> Vec<Commune> {
    let commune = |code: &str, name: &str, postcodes: &[&str], population, lat, lon, clpe: &str| Commune {
        code: CommuneCode::parse(code).unwrap(),
        name: name.to_owned(),
        region: "32".to_owned(),
        postcodes: postcodes.iter().map(|one| (*one).to_owned()).collect(),
        population,
        point: Point::from_degrees(lat, lon),
        clpe: Some(clpe.to_owned()),
        former: Vec::new(),
    };
    vec![
        commune("59512", "Roubaix", &["59100"], 98_286, 50.68798, 3.18258, "CLPE59004"),
        commune("60057", "Beauvais", &["60000"], 55_550, 49.43655, 2.08616, "CLPE60001"),
        commune("62498", "Lens", &["62300"], 32_920, 50.43743, 2.82106, "CLPE62005"),
    ]
}
