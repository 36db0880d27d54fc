//! Many short texts in one: a lexicon of 50,000 texts is read back with two allocations.

use serde::{Deserialize, Serialize};

/// Texts by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Arena {
    text: String,
    ends: Vec<u32>,
}

impl Arena {
    /// Adds a text; its number.
    pub(crate) fn push(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        let number = self.len();
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        number
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The text of a number; empty where there is none.
    pub(crate) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let from = if at == 0 { Some(&0) } else { self.ends.get(at - 1) };
        match (from, self.ends.get(at)) {
            (Some(from), Some(to)) => self.text.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => "",
        }
    }

    /// The numbers of the texts equal to one, in a sorted arena.
    pub(crate) fn equal(&self, text: &str) -> std::ops::Range<u32> {
        self.first_where(|t| t >= text)..self.first_where(|t| t > text)
    }

    /// The numbers of the texts that begin like one, in a sorted arena.
    pub(crate) fn beginning(&self, text: &str) -> std::ops::Range<u32> {
        self.first_where(|t| t >= text)..self.first_where(|t| t > text && !t.starts_with(text))
    }

    fn first_where(&self, reached: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if reached(self.get(middle)) { high = middle } else { low = middle + 1 }
        }
        low
    }
}

/// Lists of numbers by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lists {
    values: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    pub(crate) fn push(&mut self, values: impl IntoIterator<Item = u32>) -> u32 {
        self.values.extend(values);
        let number = self.ends.len();
        self.ends.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    pub(crate) fn get(&self, number: u32) -> &[u32] {
        let at = number as usize;
        let from = if at == 0 { Some(&0) } else { self.ends.get(at - 1) };
        match (from, self.ends.get(at)) {
            (Some(from), Some(to)) => self.values.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_lists_come_back() {
        let mut arena = Arena::default();
        for text in ["", "a", "ab", "ab", "b"] {
            arena.push(text);
        }
        assert_eq!((0..arena.len()).map(|n| arena.get(n)).collect::<Vec<_>>(), ["", "a", "ab", "ab", "b"]);
        assert_eq!(arena.equal("ab"), 2..4);
        assert_eq!(arena.beginning("a"), 1..4);
        assert!(arena.equal("c").is_empty());
        assert_eq!(arena.get(9), "");
        let mut lists = Lists::default();
        lists.push([1, 2]);
        lists.push([]);
        lists.push([3]);
        assert_eq!((lists.get(0), lists.get(1), lists.get(2), lists.get(3)), (&[1, 2][..], &[][..], &[3][..], &[][..]));
    }
}
