//! A record as a small tree.

use super::entities::{Entities, Wrong};
use quick_xml::events::BytesStart;

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    /// Its attribute `numero`.
    pub(super) number: String,
    /// Its other attributes: one of them may be a damaged `numero`.
    pub(super) others: Vec<String>,
    pub(super) text: String,
    pub(super) children: Vec<Node>,
}

impl Node {
    /// An element that begins; the error is a tag that is none, or an entity of its `numero` without a text.
    pub(super) fn new(start: &BytesStart, entities: &Entities) -> Result<Self, Wrong> {
        // A tag that is cut swallows the next one.
        if start.contains('<') {
            return Err(Wrong::Tag);
        }
        let mut node = Self { name: start.local_name().as_ref().to_owned(), ..Self::default() };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| Wrong::Tag)?;
            let value = entities.value(&attribute.value)?.trim().to_owned();
            if attribute.key.as_ref() == "numero" {
                node.number = value;
            } else {
                node.others.push(value);
            }
        }
        Ok(node)
    }

    /// Children of a name.
    pub(super) fn each<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element under a path.
    pub(super) fn at(&self, path: &str) -> Option<&Self> {
        path.split('/').try_fold(self, |node, name| node.children.iter().find(|child| child.name == name))
    }

    /// The text under a path; `None` where it is empty or says nothing.
    pub(super) fn text_at(&self, path: &str) -> Option<&str> {
        self.at(path).map(|node| node.text.trim()).filter(|text| !domain::mask::is_nothing(text))
    }
}
