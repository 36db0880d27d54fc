//! Phrases as a tree of words, in which what many phrases end with is kept once.

use super::words::WordId;
use std::collections::BTreeMap;

/// Phrases that are being added; the first node is the beginning of all.
pub(super) struct Growing {
    /// What each node is the end of: the place of a row, one more.
    ends: Vec<u16>,
    next: BTreeMap<(u32, WordId), u32>,
}

/// Phrases that can be walked.
pub(super) struct Tree {
    nodes: Vec<Node>,
    next: Vec<(WordId, u32)>,
    root: u32,
}

struct Node {
    end: u16,
    /// Its words are these of `next`.
    from: u32,
    to: u32,
}

impl Growing {
    pub(super) fn new() -> Self {
        Self { ends: vec![0], next: BTreeMap::new() }
    }

    /// Adds a phrase: for each part, the ways to write it; a way without words leaves it out. A phrase that is known
    /// keeps its row.
    pub(super) fn add(&mut self, parts: &[Vec<Vec<WordId>>], row: u16) {
        let mut at = vec![0];
        for ways in parts {
            at = at.iter().flat_map(|node| ways.iter().map(|way| self.grow(*node, way)).collect::<Vec<_>>()).collect();
            at.sort_unstable();
            at.dedup();
        }
        for node in at.into_iter().filter(|node| *node != 0) {
            let end = &mut self.ends[node as usize];
            if *end == 0 {
                *end = row + 1;
            }
        }
    }

    fn grow(&mut self, from: u32, words: &[WordId]) -> u32 {
        let mut node = from;
        for word in words {
            let fresh = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            node = *self.next.entry((node, *word)).or_insert(fresh);
            if node == fresh {
                self.ends.push(0);
            }
        }
        node
    }

    /// The tree to walk: nodes from which everything is the same are one.
    pub(super) fn tree(self) -> Tree {
        let all: Vec<((u32, WordId), u32)> = self.next.into_iter().collect();
        let mut tree = Tree { nodes: Vec::new(), next: Vec::new(), root: 0 };
        let mut known: BTreeMap<(u16, Vec<(WordId, u32)>), u32> = BTreeMap::new();
        let mut named = vec![0; self.ends.len()];
        let mut to = all.len();
        // What follows a node was added after it.
        for (node, end) in self.ends.iter().enumerate().rev() {
            let from = all[..to].iter().rposition(|((of, _), _)| (*of as usize) < node).map_or(0, |last| last + 1);
            let next: Vec<_> = all[from..to].iter().map(|((_, word), next)| (*word, named[*next as usize])).collect();
            to = from;
            let name = known.entry((*end, next)).or_insert_with_key(|(_, next)| tree.push(*end, next));
            named[node] = *name;
        }
        tree.root = named[0];
        tree
    }
}

impl Tree {
    fn push(&mut self, end: u16, next: &[(WordId, u32)]) -> u32 {
        let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let from = place(self.next.len());
        self.next.extend_from_slice(next);
        self.nodes.push(Node { end, from, to: place(self.next.len()) });
        place(self.nodes.len() - 1)
    }

    /// Where phrases begin.
    pub(super) const fn root(&self) -> u32 {
        self.root
    }

    /// The row of the phrase that ends at a node.
    pub(super) fn row(&self, node: u32) -> Option<usize> {
        usize::from(self.nodes[node as usize].end).checked_sub(1)
    }

    /// Where a word leads from a node.
    pub(super) fn next(&self, node: u32, word: WordId) -> Option<u32> {
        let Node { from, to, .. } = self.nodes[node as usize];
        let next = &self.next[from as usize..to as usize];
        next.binary_search_by_key(&word, |(word, _)| *word).ok().map(|at| next[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;

    #[test]
    fn common_ends_are_kept_once() {
        let mut words = Words::new();
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|word| words.add(word));
        let mut growing = Growing::new();
        // "a (c) d" and "b (c) d" mean the same, "a c d" is known by then.
        growing.add(&[vec![vec![a], vec![b]], vec![vec![c], vec![]], vec![vec![d]]], 3);
        growing.add(&[vec![vec![a, c, d]]], 4);
        let tree = growing.tree();
        let row = |words: &[WordId]| {
            words.iter().try_fold(tree.root(), |node, word| tree.next(node, *word)).and_then(|node| tree.row(node))
        };
        for phrase in [&[a, c, d][..], &[b, c, d], &[a, d], &[b, d]] {
            assert_eq!(row(phrase), Some(3));
        }
        for phrase in [&[][..], &[a], &[a, c], &[d], &[a, d, d], &[c, d]] {
            assert_eq!(row(phrase), None);
        }
        assert_eq!(tree.nodes.len(), 4);
    }
}
