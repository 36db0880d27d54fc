//! Finding job titles as they are typed: any words, their beginnings, one slip of the finger. The same on
//! the server and on a phone without a network.

use crate::skill::OccupationIx;
use crate::text::words;

/// A title that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its occupation.
    pub occupation: OccupationIx,
    /// Which title of it: 0 is the label.
    pub title: u16,
}

#[derive(Debug)]
struct Entry {
    found: Found,
    words: Vec<Box<str>>,
}

/// Every title, folded.
#[derive(Debug, Default)]
pub struct TitleIndex {
    entries: Vec<Entry>,
}

/// From which length on a word may have a slip.
const SLIP_FROM: usize = 5;

impl TitleIndex {
    /// Of the titles of each occupation, in the order of the referential, the label first.
    pub fn new<'a>(occupations: impl Iterator<Item = impl Iterator<Item = &'a str>>) -> Self {
        let mut entries = Vec::new();
        for (occupation, titles) in (0u16..).map(OccupationIx).zip(occupations) {
            for (title, text) in (0u16..).zip(titles) {
                let words = words(text).into_iter().map(String::into_boxed_str).collect();
                entries.push(Entry { found: Found { occupation, title }, words });
            }
        }
        Self { entries }
    }

    /// Titles that have every word of a text, best first, at most one for each occupation: whole words
    /// before beginnings before slips; then what `weight` says (offers here); then the shortest title.
    #[must_use]
    pub fn find(&self, text: &str, most: usize, weight: impl Fn(OccupationIx) -> u32) -> Vec<Found> {
        let asked: Vec<String> = words(text).into_iter().filter(|w| w.len() > 1 || text.len() == 1).collect();
        if asked.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<(u32, core::cmp::Reverse<u32>, usize, u16, u16)> = Vec::new();
        for entry in &self.entries {
            let costs = asked.iter().map(|word| entry.words.iter().filter_map(|own| cost(word, own)).min());
            if let Some(cost) = costs.sum::<Option<u32>>() {
                let Found { occupation, title } = entry.found;
                hits.push((cost, core::cmp::Reverse(weight(occupation)), entry.words.len(), occupation.0, title));
            }
        }
        hits.sort_unstable();
        let mut out: Vec<Found> = Vec::new();
        for (.., occupation, title) in hits {
            if out.len() < most && out.iter().all(|one| one.occupation.0 != occupation) {
                out.push(Found { occupation: OccupationIx(occupation), title });
            }
        }
        out
    }
}

/// How far a typed word is from a word of a title; `None` when it is another word.
fn cost(typed: &str, own: &str) -> Option<u32> {
    if typed == own {
        return Some(0);
    }
    if own.starts_with(typed) {
        return Some(1);
    }
    // An ending that differs (vendeur, vendeuse; serveurs) counts as a beginning.
    let common = typed.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
    if common >= SLIP_FROM && typed.len() - common <= 3 && own.len() - common <= 4 {
        return Some(2);
    }
    (typed.len() >= SLIP_FROM && one_slip(typed, own)).then_some(3)
}

/// Whether one letter too many, too few, wrong, or two that changed places make one of the other; the end
/// of the longer word may follow.
fn one_slip(typed: &str, own: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let own: Vec<char> = own.chars().collect();
    let same = typed.iter().zip(&own).take_while(|(a, b)| a == b).count();
    let (left, right) = (&typed[same..], &own[same..]);
    let begins = |a: &[char], b: &[char]| b.starts_with(a);
    let rest = |part: &'_ [char], from: usize| part.get(from..).map(<[char]>::to_vec).unwrap_or_default();
    begins(&rest(left, 1), right)
        || begins(left, &rest(right, 1))
        || (!left.is_empty() && begins(&rest(left, 1), &rest(right, 1)))
        || (left.len() > 1
            && right.len() > 1
            && left[0] == right[1]
            && left[1] == right[0]
            && begins(&left[2..], &right[2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> TitleIndex {
        let all: [&[&str]; 3] = [
            &["Cariste", "Cariste en entrepôt"],
            &["Boulanger / Boulangère", "Ouvrier boulanger / Ouvrière boulangère"],
            &["Vendeur / Vendeuse en épicerie", "Vendeur / Vendeuse en boulangerie"],
        ];
        TitleIndex::new(all.iter().map(|titles| titles.iter().copied()))
    }

    #[test]
    fn titles_are_found_as_people_type_them() {
        let index = index();
        let best = |text: &str| index.find(text, 3, |_| 0).first().map(|f| (f.occupation.0, f.title));
        assert_eq!(best("cariste"), Some((0, 0)));
        assert_eq!(best("boulangere"), Some((1, 0)));
        assert_eq!(best("vendeuse boulangerie"), Some((2, 1)));
        assert_eq!(best("cariset"), Some((0, 0)), "two letters changed places");
        assert_eq!(best("boullanger"), Some((1, 0)), "one letter too many");
        assert_eq!(best("epic"), Some((2, 0)));
        assert_eq!(best("plombier"), None);
        assert_eq!(best("  "), None);
    }

    #[test]
    fn an_occupation_comes_once_and_offers_decide_between_equals() {
        let index = index();
        let all = index.find("boulang", 3, |o| u32::from(o.0 == 2));
        assert_eq!(all.iter().map(|f| f.occupation.0).collect::<Vec<_>>(), [2, 1]);
    }
}
