//! Names of towns as they sound: "Dunkerk", "Mobeuge", "Nisse" are more than one letter away from what is meant.

use super::names::{joined, words};
use super::{Places, sound};
use serde::{Deserialize, Serialize};

/// Inhabitants from which a town is meant by the sound of its name.
const KNOWN: u32 = 5_000;
/// Letters of the sound of a name, at least.
const LEAST: usize = 3;

/// Sounds of the names of towns, sorted, each with the rank of its commune.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Heard(Vec<(String, u32)>);

impl Heard {
    pub(crate) fn build(places: &Places) -> Self {
        let known = places.ranks().filter(|rank| places.population(*rank) >= KNOWN);
        let mut heard: Vec<(String, u32)> =
            known.map(|rank| (sound(&joined(&words(places.name(rank)))), rank)).collect();
        heard.retain(|(key, _)| key.len() >= LEAST);
        heard.sort_unstable();
        Self(heard)
    }

    /// The towns whose name sounds as these joined words do.
    pub(crate) fn of(&self, joined: &str) -> impl Iterator<Item = u32> {
        let key = sound(joined);
        let from = self.0.partition_point(|(other, _)| *other < key);
        self.0[from..].iter().take_while(move |(other, _)| *other == key).map(|(_, rank)| *rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::keys::Gathered;
    use domain::place::{Commune, CommuneCode};

    #[test]
    fn towns_are_heard() {
        let commune = |code: &str, name: &str, population| Commune {
            code: CommuneCode::parse(code).unwrap(),
            name: name.into(),
            region: "32".into(),
            postcodes: Vec::new(),
            population,
            point: None,
            clpe: None,
            former: Vec::new(),
        };
        let towns = [commune("59183", "Dunkerque", 86_000), commune("59392", "Maubeuge", 29_000)];
        let village = [commune("86076", "Cissé", 2_900)];
        let places = Places::build(&[&towns[..], &village[..]].concat(), &mut Gathered::default());
        let heard = Heard::build(&places);
        let named = |typed: &str| heard.of(typed).map(|rank| places.name(rank).to_owned()).collect::<Vec<_>>();
        assert_eq!(named("dunkerk"), ["Dunkerque"]);
        assert_eq!(named("mobeuge"), ["Maubeuge"]);
        assert!(named("cisse").is_empty(), "few know a village by ear");
        assert!(named("dunkirk").is_empty());
    }
}
