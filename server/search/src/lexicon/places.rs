//! The gazetteer: communes by name, postcode and code.
//!
//! Names are compared compacted: folded, without separators, "st" written out, so that
//! "Villeneuve-d'Ascq", "villeneuve d ascq" and "villeneuve dascq" are one.

use super::arena::Arena;
use crate::geo;
use domain::answer::{CommuneCount, PlaceFound};
use domain::place::{Commune, CommuneCode, Point};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Communes of so many inhabitants are also known without their article ("havre").
const KNOWN_WITHOUT_ARTICLE: u32 = 10_000;

/// A point farther than this from every commune is in none, in metres.
const NEAREST_M: u32 = 60_000;

/// Cities of which the districts are communes of their own: the city, its first and last district.
const DISTRICTS: &[(&str, &str, &str)] =
    &[("13055", "13201", "13216"), ("69123", "69381", "69389"), ("75056", "75101", "75120")];

/// Communes, ready to be looked up. A commune is known by its rank in the order of codes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Places {
    codes: Arena,
    names: Arena,
    /// First postcode, 0 where there is none.
    postcodes: Vec<u32>,
    populations: Vec<u32>,
    points: Vec<(i32, i32)>,
    /// Compacted names, sorted, and whose they are.
    keys: Arena,
    key_of: Vec<u32>,
    /// Postcodes, sorted, and whose they are.
    by_postcode: Vec<(u32, u32)>,
}

/// A name as it is compared.
pub(crate) fn compact(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in domain::text::words(name) {
        out.push_str(match word.as_str() {
            "st" => "saint",
            "ste" => "sainte",
            other => other,
        });
    }
    out
}

impl Places {
    pub(crate) fn build(communes: &[Commune]) -> Self {
        let mut communes: Vec<&Commune> = communes.iter().collect();
        communes.sort_by(|a, b| a.code.cmp(&b.code));
        communes.dedup_by(|a, b| a.code == b.code);
        let mut places = Self::default();
        let mut keys: Vec<(String, u32)> = Vec::new();
        for (rank, commune) in (0u32..).zip(&communes) {
            places.codes.push(commune.code.as_str());
            places.names.push(&commune.name);
            let number = |p: &String| p.parse::<u32>().ok();
            places.postcodes.push(commune.postcodes.first().and_then(number).unwrap_or(0));
            places.populations.push(commune.population);
            places.points.push(commune.point.map_or((0, 0), |p| (p.lat_e6, p.lon_e6)));
            places.by_postcode.extend(commune.postcodes.iter().filter_map(number).map(|p| (p, rank)));
            keys.extend(names_of(commune).into_iter().map(|name| (name, rank)));
        }
        keys.sort();
        keys.dedup();
        for (key, rank) in &keys {
            places.keys.push(key);
            places.key_of.push(*rank);
        }
        places.by_postcode.sort_unstable();
        places.by_postcode.dedup();
        places
    }

    /// Communes of a compacted name, most populated first.
    pub(crate) fn named(&self, compacted: &str) -> Vec<u32> {
        self.most_populated(self.keys.equal(compacted).filter_map(|k| self.key_of.get(k as usize).copied()))
    }

    /// Communes whose compacted name begins so, most populated first.
    pub(crate) fn beginning(&self, compacted: &str) -> Vec<u32> {
        self.most_populated(self.keys.beginning(compacted).filter_map(|k| self.key_of.get(k as usize).copied()))
    }

    /// Communes whose compacted name is one edit away, most populated first.
    pub(crate) fn nearly_named(&self, compacted: &str) -> Vec<u32> {
        let near = (0..self.keys.len()).filter(|k| super::one_edit(compacted, self.keys.get(*k)));
        self.most_populated(near.filter_map(|k| self.key_of.get(k as usize).copied()))
    }

    /// Communes of a postcode, or of postcodes that begin so, most populated first.
    pub(crate) fn of_postcode(&self, digits: &str) -> Vec<u32> {
        let Ok(number) = digits.parse::<u32>() else { return Vec::new() };
        let scale = 10u32.pow(5u32.saturating_sub(u32::try_from(digits.len()).unwrap_or(5)));
        let (low, high) = (number.saturating_mul(scale), number.saturating_add(1).saturating_mul(scale));
        let from = self.by_postcode.partition_point(|(p, _)| *p < low);
        let to = self.by_postcode.partition_point(|(p, _)| *p < high);
        self.most_populated(self.by_postcode.get(from..to).unwrap_or_default().iter().map(|(_, rank)| *rank))
    }

    fn most_populated(&self, ranks: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut ranks: Vec<u32> = ranks.collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks.sort_by_key(|rank| (std::cmp::Reverse(self.population(*rank)), *rank));
        ranks
    }

    /// The commune of a code.
    pub(crate) fn of_code(&self, code: &CommuneCode) -> Option<u32> {
        self.codes.equal(code.as_str()).next()
    }

    pub(crate) fn population(&self, rank: u32) -> u32 {
        self.populations.get(rank as usize).copied().unwrap_or(0)
    }

    pub(crate) fn name(&self, rank: u32) -> &str {
        self.names.get(rank)
    }

    pub(crate) fn code(&self, rank: u32) -> &str {
        self.codes.get(rank)
    }

    /// What a search says of a commune.
    pub(crate) fn found(&self, rank: u32) -> Option<PlaceFound> {
        let point = self.points.get(rank as usize).filter(|p| **p != (0, 0));
        let postcode = self.postcodes.get(rank as usize).filter(|p| **p != 0);
        Some(PlaceFound {
            commune: CommuneCode::parse(self.codes.get(rank)).ok()?,
            name: self.names.get(rank).to_owned(),
            postcode: postcode.map(|p| format!("{p:05}")),
            point: point.map(|(lat_e6, lon_e6)| Point { lat_e6: *lat_e6, lon_e6: *lon_e6 }),
        })
    }

    /// Communes with a centre, from south to north.
    fn by_latitude(&self) -> Vec<((i32, i32), u32)> {
        let mut all: Vec<_> = self.points.iter().copied().zip(0u32..).filter(|(point, _)| *point != (0, 0)).collect();
        all.sort_unstable();
        all
    }

    /// The commune whose centre is nearest to a point, within [`NEAREST_M`].
    pub(crate) fn nearest(&self, point: Point) -> Option<u32> {
        nearest_in(&self.by_latitude(), point)
    }

    /// Offers by packed point, as offers by commune: most first, at most `limit`.
    pub(crate) fn by_commune(&self, points: &BTreeMap<u64, u32>, limit: usize) -> Vec<CommuneCount> {
        let communes = self.by_latitude();
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for (point, count) in points {
            if let Some(rank) = nearest_in(&communes, geo::unpack(*point)) {
                *counts.entry(rank).or_insert(0) += count;
            }
        }
        let mut counts: Vec<(u32, u32)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(rank, count)| (Reverse(*count), *rank));
        let counts = counts.into_iter().take(limit);
        counts.filter_map(|(rank, count)| Some(CommuneCount { place: self.found(rank)?, count })).collect()
    }

    /// The codes that "this commune" means: a city and its districts belong together.
    pub(crate) fn together(&self, code: &str) -> Vec<String> {
        for (city, first, last) in DISTRICTS {
            let district = code >= *first && code <= *last && code.len() == 5;
            if code == *city {
                let (first, last) = (first.parse::<u32>().unwrap_or(0), last.parse::<u32>().unwrap_or(0));
                return std::iter::once((*city).to_owned()).chain((first..=last).map(|c| format!("{c:05}"))).collect();
            }
            if district {
                return vec![code.to_owned(), (*city).to_owned()];
            }
        }
        vec![code.to_owned()]
    }
}

/// The names that a commune is known by, compacted.
/// The nearest of communes ordered by latitude.
fn nearest_in(communes: &[((i32, i32), u32)], point: Point) -> Option<u32> {
    // A commune's own centre is the usual case.
    if let Ok(at) = communes.binary_search_by_key(&(point.lat_e6, point.lon_e6), |(point, _)| *point) {
        return communes.get(at).map(|(_, rank)| *rank);
    }
    // One degree of latitude is 111 km.
    let reach = i32::try_from(i64::from(NEAREST_M) * 1_000_000 / 111_000 + 1).unwrap_or(i32::MAX);
    let from = communes.partition_point(|((lat, _), _)| *lat < point.lat_e6.saturating_sub(reach));
    let near = communes[from..].iter().take_while(|((lat, _), _)| *lat <= point.lat_e6.saturating_add(reach));
    near.map(|((lat_e6, lon_e6), rank)| (Point { lat_e6: *lat_e6, lon_e6: *lon_e6 }.distance_m(point), *rank))
        .min()
        .filter(|(metres, _)| *metres <= NEAREST_M)
        .map(|(_, rank)| rank)
}

fn names_of(commune: &Commune) -> Vec<String> {
    let mut names = vec![compact(&commune.name)];
    let words = domain::text::words(&commune.name);
    if commune.population >= KNOWN_WITHOUT_ARTICLE
        && words.len() > 1
        && matches!(words[0].as_str(), "le" | "la" | "les" | "l")
    {
        names.push(compact(&words[1..].join(" ")));
    }
    // The analysis of what is typed leaves elided letters out: "Villeneuve-d'Ascq" is "villeneuve ascq".
    let whole =
        compact(&words.iter().filter(|w| !matches!(w.as_str(), "d" | "l")).cloned().collect::<Vec<_>>().join(" "));
    if !names.contains(&whole) {
        names.push(whole);
    }
    // "Paris 11e Arrondissement" is typed "paris 11", "paris 11e", "paris 11eme".
    if words.len() == 3 && words[2] == "arrondissement" {
        let number: String = words[1].chars().take_while(char::is_ascii_digit).collect();
        for ending in ["", "e", "eme", "er"] {
            names.push(format!("{}{number}{ending}", words[0]));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(code: &str, name: &str, postcodes: &[&str], population: u32) -> Commune {
        Commune {
            code: CommuneCode::parse(code).unwrap(),
            name: name.into(),
            region: "32".into(),
            postcodes: postcodes.iter().map(|p| (*p).to_owned()).collect(),
            population,
            point: Point::from_degrees(50.0, 3.0),
            clpe: None,
        }
    }

    fn places() -> Places {
        Places::build(&[
            commune("93066", "Saint-Denis", &["93200", "93210"], 113_000),
            commune("97411", "Saint-Denis", &["97400"], 154_000),
            commune("59009", "Villeneuve-d'Ascq", &["59491", "59493", "59650"], 62_000),
            commune("76351", "Le Havre", &["76600"], 166_000),
            commune("75111", "Paris 11e Arrondissement", &["75011"], 140_000),
            commune("01004", "Ambérieu-en-Bugey", &["01500"], 16_000),
        ])
    }

    #[test]
    fn a_commune_is_known_by_the_names_people_type() {
        let places = places();
        let first = |name: &str| places.named(&compact(name)).first().map(|r| places.code(*r).to_owned());
        for name in ["villeneuve d'ascq", "VILLENEUVE D ASCQ", "villeneuve dascq", "Villeneuve-d’Ascq"] {
            assert_eq!(first(name).as_deref(), Some("59009"), "{name}");
        }
        assert_eq!(first("st denis").as_deref(), Some("97411"));
        assert_eq!(places.named("saintdenis").len(), 2);
        assert_eq!(first("havre").as_deref(), Some("76351"));
        assert_eq!(first("paris 11").as_deref(), Some("75111"));
        assert_eq!(first("Paris 11ème").as_deref(), Some("75111"));
        assert_eq!(first("roubaix"), None);
        assert_eq!(places.nearly_named("saintdeni").len(), 2);
    }

    #[test]
    fn postcodes_keep_their_zero() {
        let places = places();
        let ranks = places.of_postcode("01500");
        assert_eq!(places.found(ranks[0]).and_then(|p| p.postcode).as_deref(), Some("01500"));
        assert_eq!(places.of_postcode("9").len(), 2);
        assert!(places.of_postcode("59100").is_empty());
        assert!(places.of_postcode("99999999999").is_empty());
    }

    #[test]
    fn a_city_and_its_districts_belong_together() {
        let places = places();
        assert_eq!(places.together("75056").len(), 21);
        assert_eq!(places.together("75111"), ["75111", "75056"]);
        assert_eq!(places.together("59009"), ["59009"]);
    }
}
