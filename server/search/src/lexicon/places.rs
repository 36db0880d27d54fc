//! The gazetteer: communes by postcode and code, and what is known of them. By name: [`super::keys`].

use super::arena::{Arena, Lists};
use super::keys::{Gathered, Kind};
use super::names::{is_generic, is_small, joined, significant, words};
use crate::geo;
use domain::answer::{CommuneCount, PlaceFound};
use domain::place::{Commune, CommuneCode, Point};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A point farther than this from every commune is in none, in metres.
const NEAREST_M: u32 = 60_000;
/// Communes of so many inhabitants are also found by a part of their name.
const WELL_KNOWN: u32 = 2_000;
/// The shortest first word of a name that is mended.
const LEAST_BEGUN: usize = 5;
/// The shortest word that stands for a place of several: "Hellemmes" for "Hellemmes Lille".
const LEAST_PART: usize = 6;

/// Cities of which the districts are communes of their own: the city, its first and last district.
const DISTRICTS: &[(&str, &str, &str)] =
    &[("13055", "13201", "13216"), ("69123", "69381", "69389"), ("75056", "75101", "75120")];
/// How people number districts beside digits.
const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx",
];

/// Communes, ready to be looked up. A commune is known by its rank in the order of codes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Places {
    codes: Arena,
    names: Arena,
    /// First postcode, 0 where there is none.
    postcodes: Vec<u32>,
    populations: Vec<u32>,
    points: Vec<(i32, i32)>,
    /// Postcodes, sorted, and whose they are.
    by_postcode: Vec<(u32, u32)>,
    /// Codes of the labour basins, sorted; the communes of each; the basin of each commune ([`NO_BASIN`]: none).
    basins: Arena,
    in_basin: Lists,
    basin_of: Vec<u32>,
}

/// No labour basin.
const NO_BASIN: u32 = u32::MAX;

impl Places {
    /// The gazetteer; the names of its communes go to `names`.
    pub(crate) fn build(communes: &[Commune], names: &mut Gathered) -> Self {
        let mut communes: Vec<&Commune> = communes.iter().collect();
        communes.sort_by(|a, b| a.code.cmp(&b.code));
        communes.dedup_by(|a, b| a.code == b.code);
        let mut places = Self::default();
        for (rank, commune) in (0u32..).zip(&communes) {
            places.codes.push(commune.code.as_str());
            places.names.push(&commune.name);
            let number = |p: &String| p.parse::<u32>().ok();
            places.postcodes.push(commune.postcodes.first().and_then(number).unwrap_or(0));
            places.populations.push(commune.population);
            places.points.push(commune.point.map_or((0, 0), |p| (p.lat_e6, p.lon_e6)));
            places.by_postcode.extend(commune.postcodes.iter().filter_map(number).map(|p| (p, rank)));
            gather(commune, rank, names);
        }
        places.by_postcode.sort_unstable();
        places.by_postcode.dedup();
        let codes: BTreeSet<&str> = communes.iter().filter_map(|commune| commune.clpe.as_deref()).collect();
        for code in codes {
            places.basins.push(code);
        }
        let basin_of = |commune: &&Commune| places.basins.equal(commune.clpe.as_deref()?).next();
        places.basin_of = communes.iter().map(|commune| basin_of(commune).unwrap_or(NO_BASIN)).collect();
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); places.basins()];
        for (rank, basin) in (0u32..).zip(&places.basin_of) {
            if let Some(list) = members.get_mut(*basin as usize) {
                list.push(rank);
            }
        }
        for list in members {
            places.in_basin.push(list);
        }
        places
    }

    /// Communes of a postcode, or of postcodes that begin so, most populated first. A district comes before its city,
    /// which has the postcodes of all.
    pub(crate) fn of_postcode(&self, digits: &str) -> Vec<u32> {
        let Ok(number) = digits.parse::<u32>() else { return Vec::new() };
        let scale = 10u32.pow(5u32.saturating_sub(u32::try_from(digits.len()).unwrap_or(5)));
        let (low, high) = (number.saturating_mul(scale), number.saturating_add(1).saturating_mul(scale));
        let from = self.by_postcode.partition_point(|(p, _)| *p < low);
        let to = self.by_postcode.partition_point(|(p, _)| *p < high);
        let ranks = self.by_postcode.get(from..to).unwrap_or_default().iter().map(|(_, rank)| *rank);
        let mut ranks = self.most_populated(ranks);
        if digits.len() == 5 {
            ranks.sort_by_key(|rank| DISTRICTS.iter().any(|(city, ..)| *city == self.code(*rank)));
        }
        ranks
    }

    /// Ranks, each once, the most populated first.
    pub(crate) fn most_populated(&self, ranks: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut ranks: Vec<u32> = ranks.collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks.sort_by_key(|rank| (Reverse(self.population(*rank)), *rank));
        ranks
    }

    /// The commune of a code.
    pub(crate) fn of_code(&self, code: &CommuneCode) -> Option<u32> {
        self.rank_of(code.as_str())
    }

    /// The commune of a code that is only a text.
    pub(crate) fn rank_of(&self, code: &str) -> Option<u32> {
        self.codes.equal(code).next()
    }

    /// How many communes there are.
    pub(crate) fn len(&self) -> u32 {
        self.codes.len()
    }

    /// How many labour basins there are.
    pub(crate) fn basins(&self) -> usize {
        self.basins.len() as usize
    }

    /// The rank of a labour basin.
    pub(crate) fn basin_of_code(&self, code: &str) -> Option<u32> {
        self.basins.equal(code).next()
    }

    /// The communes of a labour basin, sorted.
    pub(crate) fn in_basin(&self, basin: u32) -> &[u32] {
        self.in_basin.get(basin)
    }

    /// The labour basin of a commune.
    pub(crate) fn basin_of(&self, rank: u32) -> Option<u32> {
        self.basin_of.get(rank as usize).copied().filter(|basin| *basin != NO_BASIN)
    }

    /// The district of a city that has this postcode.
    pub(crate) fn district(&self, city: u32, postcode: &str) -> Option<u32> {
        let (_, first, last) = DISTRICTS.iter().find(|(code, ..)| *code == self.code(city))?;
        self.of_postcode(postcode).into_iter().find(|rank| (*first..=*last).contains(&self.code(*rank)))
    }

    /// The code of a commune's département.
    pub(crate) fn departement(&self, rank: u32) -> &str {
        let code = self.code(rank);
        let overseas = code.starts_with("97") || code.starts_with("98");
        code.get(..if overseas { 3 } else { 2 }).unwrap_or_default()
    }

    /// All communes.
    pub(crate) fn ranks(&self) -> core::ops::Range<u32> {
        0..u32::try_from(self.populations.len()).unwrap_or(u32::MAX)
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

    /// The centre of a commune.
    pub(crate) fn point(&self, rank: u32) -> Option<Point> {
        let known = self.points.get(rank as usize).filter(|point| **point != (0, 0));
        known.map(|(lat_e6, lon_e6)| Point { lat_e6: *lat_e6, lon_e6: *lon_e6 })
    }

    /// What a search says of a commune.
    pub(crate) fn found(&self, rank: u32) -> Option<PlaceFound> {
        let postcode = self.postcodes.get(rank as usize).filter(|p| **p != 0);
        Some(PlaceFound {
            commune: CommuneCode::parse(self.codes.get(rank)).ok()?,
            name: self.names.get(rank).to_owned(),
            postcode: postcode.map(|p| format!("{p:05}")),
            point: self.point(rank),
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

/// Gives a commune's names.
fn gather(commune: &Commune, rank: u32, names: &mut Gathered) {
    let own = words(&commune.name);
    names.name(&own, Kind::Own, Kind::Variant, rank);
    names.beginnings(&own, Kind::Own, rank);
    // "Castillon (Canton de Lembeye)"
    if let Some((short, _)) = commune.name.split_once(" (") {
        names.joined(joined(&words(short)), Kind::Variant, rank);
    }
    if let [city, number, last] = own.as_slice()
        && last == "arrondissement"
    {
        for name in district_names(city, number) {
            names.joined(name, Kind::Variant, rank);
        }
    } else if commune.population >= WELL_KNOWN {
        let words = significant(&own);
        let says = |end: &usize| *end > 1 || (words[0].len() >= LEAST_BEGUN && !is_generic(words[0]));
        for end in (1..words.len()).filter(says) {
            names.joined(joined(&words[..end]), Kind::Part, rank);
        }
        // "Courcouronnes" of Évry-Courcouronnes, "Billancourt", "Herblain"; not "Marne" of "sur-Marne".
        if let [.., before, last] = own.as_slice()
            && !is_small(before)
            && last.len() >= LEAST_PART
        {
            names.joined(last.clone(), Kind::Ending, rank);
        }
    }
    for former in &commune.former {
        let former = words(former);
        names.name(&former, Kind::Former, Kind::Former, rank);
        names.beginnings(&former, Kind::Former, rank);
        // "Hellemmes Lille" is Hellemmes, of Lille.
        if let Some(part) = former.strip_suffix(own.as_slice())
            && let [only] = significant(part)[..]
            && only.len() >= LEAST_PART
        {
            names.joined(only.to_owned(), Kind::Former, rank);
        }
    }
}

/// "Paris 13e Arrondissement" as people type it: "paris 13", "paris 13ème", "13e arrondissement de Paris", "paris XIII".
fn district_names(city: &str, number: &str) -> Vec<String> {
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let roman = digits.parse::<usize>().ok().and_then(|n| ROMAN.get(n.wrapping_sub(1))).copied().unwrap_or(&digits);
    let mut out = Vec::new();
    for number in [digits.as_str(), &format!("0{digits}"), roman] {
        for ending in ["", "e", "eme", "er", "ere", "nd", "nde"] {
            for last in ["", "arrondissement", "arr", "ardt"] {
                out.push(format!("{city}{number}{ending}{last}"));
                if !ending.is_empty() {
                    out.push(format!("{number}{ending}{last}{city}"));
                }
            }
        }
    }
    out
}

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
            former: Vec::new(),
        }
    }

    fn places() -> (Places, super::super::keys::Keys) {
        let lomme = vec!["Hellemmes Lille".to_owned(), "Lomme".to_owned()];
        let basin = Some("CLPE59004".to_owned());
        let mut names = Gathered::default();
        let places = Places::build(
            &[
                commune("93066", "Saint-Denis", &["93200", "93210"], 113_000),
                commune("97411", "Saint-Denis", &["97400"], 154_000),
                Commune { clpe: basin.clone(), ..commune("59009", "Villeneuve-d'Ascq", &["59491", "59650"], 62_000) },
                Commune { clpe: basin, former: lomme, ..commune("59350", "Lille", &["59000"], 236_000) },
                commune("76351", "Le Havre", &["76600"], 166_000),
                commune("75056", "Paris", &["75010", "75011"], 2_100_000),
                commune("75111", "Paris 11e Arrondissement", &["75011"], 140_000),
                commune("01004", "Ambérieu-en-Bugey", &["01500"], 16_000),
            ],
            &mut names,
        );
        (places, names.finish())
    }

    #[test]
    fn a_commune_is_known_by_the_names_people_type() {
        let (places, keys) = places();
        let first = |name: &str| keys.exact(&joined(&words(name))).next().map(|t| (places.code(t.number), t.kind));
        for name in ["villeneuve d'ascq", "VILLENEUVE D ASCQ", "villeneuve dascq", "Villeneuve-d’Ascq"] {
            assert_eq!(first(name), Some(("59009", Kind::Own)), "{name}");
        }
        assert_eq!(first("villeneuve ascq"), Some(("59009", Kind::Variant)));
        assert_eq!(keys.exact("saintdenis").count(), 2);
        assert_eq!(first("havre"), Some(("76351", Kind::Variant)));
        for name in ["paris 11", "Paris 11ème", "paris 11e arr.", "PARIS XI", "11ème arrondissement Paris"] {
            assert_eq!(first(name), Some(("75111", Kind::Variant)), "{name}");
        }
        for name in ["Lomme", "hellemmes", "Hellemmes-Lille"] {
            assert_eq!(first(name), Some(("59350", Kind::Former)), "{name}");
        }
        assert_eq!(first("roubaix"), None);
        assert_eq!(keys.near("saintdeni").len(), 2);
    }

    #[test]
    fn postcodes_keep_their_zero() {
        let (places, _) = places();
        let ranks = places.of_postcode("01500");
        assert_eq!(places.found(ranks[0]).and_then(|p| p.postcode).as_deref(), Some("01500"));
        assert_eq!(places.of_postcode("932").len(), 1);
        assert!(places.of_postcode("59100").is_empty());
        assert!(places.of_postcode("99999999999").is_empty());
        let codes = |digits: &str| places.of_postcode(digits).iter().map(|r| places.code(*r)).collect::<Vec<_>>();
        assert_eq!(codes("75011"), ["75111", "75056"], "the district says more than the city");
    }

    #[test]
    fn a_city_and_its_districts_belong_together() {
        let (places, _) = places();
        assert_eq!(places.together("75056").len(), 21);
        assert_eq!(places.together("75111"), ["75111", "75056"]);
        assert_eq!(places.together("59009"), ["59009"]);
    }

    #[test]
    fn a_basin_has_its_communes() {
        let (places, _) = places();
        let basin = places.basin_of_code("CLPE59004").unwrap();
        let codes: Vec<&str> = places.in_basin(basin).iter().map(|rank| places.code(*rank)).collect();
        assert_eq!((codes.as_slice(), places.basins()), (&["59009", "59350"][..], 1));
        assert_eq!(places.basin_of(places.rank_of("76351").unwrap()), None);
    }
}
