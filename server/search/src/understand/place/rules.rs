//! When a name inside the words is a place, and when it is a word of what is looked for: the rules of [`super::inside`].

use super::WELL_KNOWN;
use super::inside::Asked;
use crate::analyse::{self, is_narrowing, is_noise};
use crate::index::View;
use crate::lexicon::names::{is_small, joined, significant, words};
use crate::lexicon::one_edit;

/// Inhabitants from which a name of one word is a place without "à".
pub(super) const KNOWN: u32 = 1_000;

/// Inhabitants from which a part of a name of several words is a place: "trois bassins".
const LARGER: u32 = 2_000;

/// Words of every day that begin the names of towns: alone they are no place. Sorted.
const EVERYDAY: &[&str] = &[
    "ancien", "bas", "basse", "beau", "belle", "blanc", "blanche", "bois", "bon", "bonne", "bord", "bourg", "champ",
    "champs", "chapelle", "chateau", "coin", "croix", "deux", "fontaine", "fort", "grand", "grande", "grandes",
    "grands", "gros", "haut", "haute", "hautes", "hauts", "ile", "iles", "marche", "mont", "monts", "neuf", "neuve",
    "notre", "petit", "petite", "petites", "petits", "pierre", "plage", "plaine", "pont", "port", "puits", "quatre",
    "roche", "rouge", "sables", "sept", "tour", "trois", "val", "vallee", "vert", "verte", "vieille", "vieux", "ville",
    "villes",
];

impl Asked<'_> {
    /// Whether a commune's name is meant as a place.
    pub(super) fn is_commune(&self, from: usize, to: usize, own: &[u32]) -> bool {
        let places = &self.view.lexicon.places;
        let name = &self.plain[from..to];
        // "Port" is a village: that Le Port is large makes no place of it.
        let is_whole = |rank: &&u32| joined(&words(places.name(**rank))) == joined(name);
        let whole = own.iter().any(|rank| is_whole(&rank));
        let asked = own.iter().filter(|rank| !whole || is_whole(rank));
        let population = asked.map(|rank| places.population(*rank)).max().unwrap_or(0);
        let words = significant(name);
        let [only] = words[..] else {
            // Several words are a place unless ROME knows them together ("garde champêtre"), or a part of a name of
            // which it knows every word.
            let stems: Vec<String> = words.iter().map(|w| analyse::stem(w)).collect();
            return self.view.lexicon.titles.labels_with(&stems).is_empty()
                && (whole || (population >= LARGER && words.iter().any(|word| !self.is_trade_word(word))));
        };
        if is_noise(only) || is_narrowing(only) || (!whole && population < WELL_KNOWN) {
            return false;
        }
        let linked = self.is_linked(from);
        // "au Tampon", not "tampon", unless that is near.
        let near = own.iter().any(|rank| self.view.lexicon.home.holds(*rank));
        let named = whole || linked || near || (from > 0 && matches!(self.plain[from - 1], "au" | "aux"));
        if self.is_trade_word(only) && (!named || !self.is_written_like(from, to, own)) {
            return false;
        }
        if !self.is_trade_word(only) {
            let long = joined(name).len() >= 4;
            let short = population >= WELL_KNOWN && (self.is_behind(from, to) || to - from == self.plain.len());
            return linked || (long && population >= KNOWN) || short;
        }
        if linked {
            return population >= KNOWN && !self.goes_with_others(from, to);
        }
        self.is_behind(from, to) && population >= WELL_KNOWN && !self.goes_with_others(from, to)
    }

    /// Whether the name of a former commune is meant as a place: many are words of every day.
    pub(super) fn is_former(&self, from: usize, to: usize, former: &[u32]) -> bool {
        let lexicon = self.view.lexicon;
        let name = &self.plain[from..to];
        if name.iter().any(|word| !is_small(word) && self.speaks_for_trade(word)) || joined(name).len() < 5 {
            return false;
        }
        let known = |rank: &u32| lexicon.home.holds(*rank) || lexicon.places.population(*rank) >= WELL_KNOWN;
        let alone = from == 0 && to == self.plain.len();
        let sure = significant(name).len() > 1 || former.iter().any(known);
        self.is_linked(from) || (sure && (alone || self.is_behind(from, to)))
    }

    /// Whether the name of an area is meant as a place: when nothing speaks for a trade.
    pub(super) fn is_area(&self, from: usize, to: usize, area: u32) -> bool {
        let name = &self.plain[from..to];
        let words = significant(name);
        let [only] = words[..] else {
            let stems: Vec<String> = words.iter().map(|w| analyse::stem(w)).collect();
            return name.len() >= 3 || self.view.lexicon.titles.labels_with(&stems).is_empty();
        };
        // "aide à dom" is not looked for overseas.
        let known = self.view.lexicon.areas.is_departement(area) || only.len() >= 4 || matches!(only, "hdf" | "idf");
        if self.is_trade_word(only) || !known {
            return false;
        }
        let alone = from == 0 && to == self.plain.len();
        self.is_behind(from, to) || alone || self.is_linked(from) || self.is_in(from)
    }

    /// Whether accents that are typed are those of the commune: "maçon" is not Mâcon.
    fn is_written_like(&self, from: usize, to: usize, own: &[u32]) -> bool {
        let typed = self.text.get(self.words[from].from..self.words[to - 1].to).unwrap_or_default();
        let name = |rank: &u32| self.view.lexicon.places.name(*rank).to_lowercase();
        typed.is_ascii() || own.iter().any(|rank| name(rank) == typed.to_lowercase())
    }

    pub(super) fn is_trade_word(&self, word: &str) -> bool {
        is_trade_word(self.view, word)
    }

    /// Whether a word belongs to what is looked for.
    pub(super) fn speaks_for_trade(&self, word: &str) -> bool {
        !is_small(word) && (self.is_trade_word(word) || is_noise(word) || is_narrowing(word))
    }

    /// Whether a title of ROME holds a word of the name together with one beside it.
    pub(super) fn goes_with_others(&self, from: usize, to: usize) -> bool {
        let stem_of = |word: &&str| analyse::stem(word);
        let name: Vec<String> = self.plain[from..to].iter().filter(|w| !analyse::is_stop(w)).map(stem_of).collect();
        let others = self.plain[..from].iter().chain(&self.plain[to..]).filter(|w| !analyse::is_stop(w));
        others.map(stem_of).any(|other| {
            let together: Vec<String> = name.iter().cloned().chain([other]).collect();
            !self.view.lexicon.titles.labels_with(&together).is_empty()
        })
    }
}

/// Whether a word that begins the names of towns is one of every day.
pub(super) fn is_everyday(word: &str) -> bool {
    EVERYDAY.binary_search(&word).is_ok()
}

/// The same, also where it has a typing error or is a plural.
pub(super) fn is_nearly_everyday(word: &str) -> bool {
    EVERYDAY.iter().any(|known| *known == word || (known.len() >= 5 && one_edit(known, word)))
}

/// Whether ROME's titles have a word.
pub(super) fn is_trade_word(view: &View<'_>, word: &str) -> bool {
    view.lexicon.vocabulary.knows(word) || view.lexicon.titles.has_stem(&analyse::stem(word))
}
