//! What a form says: names and values, in the order of the page.

use domain::form::{read_pairs, write_pairs};
use maud::{Markup, html};

/// Names and values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`; what is badly encoded is read as well as it can be.
    #[must_use]
    pub fn parse(body: &str) -> Self {
        Self(read_pairs(body))
    }

    /// As `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn encode(&self) -> String {
        write_pairs(self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// The first value of a name that is not empty.
    #[must_use]
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of a name that is not empty.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let name = name.to_owned();
        self.0.iter().filter(move |(own, value)| *own == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// What follows a prefix in the names that begin with it, and the values that are not empty.
    pub fn starting<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let own = self.0.iter().filter(|(_, value)| !value.is_empty());
        own.filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// Adds a value.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Everything but these names (those that end with `-` stand for all that begin so) as hidden fields: the
    /// page asks for these itself.
    #[must_use]
    pub fn hidden(&self, without: &[&str]) -> Markup {
        let asked =
            |name: &str| without.iter().any(|own| *own == name || (own.ends_with('-') && name.starts_with(own)));
        html! {
            @for (name, value) in self.0.iter().filter(|(name, _)| !asked(name)) {
                input type="hidden" name=(name) value=(value);
            }
        }
    }
}
