//! How it is to work in an occupation, beside what one does there: a day, how one gets in, and the contexts of work
//! (effort, hours, places, people).

use super::RomeCode;
use crate::coded_enum;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// What a context of work is about: ROME's own six types.
    pub enum ContextKind {
        /// Effort, protection, risks.
        Conditions = "conditions",
        /// When one works.
        Hours = "horaires",
        /// Where one goes.
        Places = "lieux",
        /// With whom.
        People = "publics",
        /// In what kind of house.
        Structures = "structures",
        /// Under what status.
        Status = "statuts",
    }
}

impl ContextKind {
    /// The type with ROME's number (`code_type_cont_trav`; 4 is none).
    #[must_use]
    pub const fn of_rome(number: u32) -> Option<Self> {
        Some(match number {
            1 => Self::Conditions,
            2 => Self::Hours,
            3 => Self::Places,
            5 => Self::People,
            6 => Self::Structures,
            7 => Self::Status,
            _ => return None,
        })
    }
}

/// A context of work: its kind and its label.
pub type Context = (ContextKind, String);

/// How it is to work in an occupation. What is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portrait {
    /// ROME code.
    pub rome: RomeCode,
    /// A day there, in short sentences. ROME has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// How one gets in (« accès au métier »).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub access: String,
    /// Contexts of work, by kind, then in the source's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<Context>,
}

impl Portrait {
    /// A portrait that says nothing yet.
    #[must_use]
    pub const fn new(rome: RomeCode) -> Self {
        Self { rome, day: String::new(), access: String::new(), contexts: Vec::new() }
    }

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.day.is_empty() && self.access.is_empty() && self.contexts.is_empty()
    }

    /// The labels of a kind.
    pub fn of(&self, kind: ContextKind) -> impl Iterator<Item = &str> {
        self.contexts.iter().filter(move |(own, _)| *own == kind).map(|(_, label)| label.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_kept_and_read_again_and_says_only_what_is_known() {
        let empty = Portrait::new(RomeCode::parse("N1101").unwrap());
        assert!(empty.is_empty());
        assert_eq!(serde_json::to_string(&empty).unwrap(), r#"{"rome":"N1101"}"#);
        let own = Portrait {
            access: "Avec un CACES.".into(),
            contexts: vec![(ContextKind::Conditions, "Debout".into()), (ContextKind::Hours, "De nuit".into())],
            ..empty
        };
        assert_eq!(own.of(ContextKind::Hours).collect::<Vec<_>>(), ["De nuit"]);
        assert_eq!(serde_json::from_str::<Portrait>(&serde_json::to_string(&own).unwrap()).unwrap(), own);
    }

    #[test]
    fn romes_numbers_have_a_kind_each() {
        let kinds: Vec<_> = (0..9).filter_map(ContextKind::of_rome).collect();
        assert_eq!(kinds, ContextKind::ALL);
    }
}
