//! A record as a small tree.

use quick_xml::events::{BytesRef, BytesStart};

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    /// Its attribute `numero`.
    pub(super) number: String,
    pub(super) text: String,
    pub(super) children: Vec<Node>,
}

impl Node {
    pub(super) fn new(name: String, start: &BytesStart) -> Self {
        let number = start.try_get_attribute("numero").ok().flatten();
        let number = number.map(|own| own.value.trim().to_owned()).unwrap_or_default();
        Self { name, number, ..Self::default() }
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

/// What an entity stands for.
pub(super) fn entity(name: &BytesRef) -> String {
    if let Ok(Some(sign)) = name.resolve_char_ref() {
        return sign.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or(" ").to_owned()
}
