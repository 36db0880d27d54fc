//! The languages: code, direction, name, and where they stand in an address.

use serde::{Deserialize, Serialize};

/// A language of the pages. To add one: a variant here and a file `<code>.json` beside this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French: the default, without a prefix in addresses.
    #[default]
    Fr,
    /// English, under `/en`.
    En,
}

impl Lang {
    /// Every language, French first.
    pub const ALL: &'static [Self] = &[Self::Fr, Self::En];

    /// ISO 639-1 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.code() == code)
    }

    /// Its own name for itself.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }

    /// `rtl` or `ltr`, for `dir`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        direction(self.code())
    }

    /// What comes before a path: empty for French, else `/<code>`.
    #[must_use]
    pub fn prefix(self) -> String {
        if self == Self::Fr { String::new() } else { format!("/{}", self.code()) }
    }

    /// The language that a path is in.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        Self::from_code(first).unwrap_or_default()
    }

    /// A path without its language.
    #[must_use]
    pub fn strip(path: &str) -> &str {
        let lang = Self::of_path(path);
        match path.strip_prefix(&lang.prefix()) {
            Some("") | None => "/",
            Some(rest) => rest,
        }
    }
}

/// Direction of writing of a language.
fn direction(code: &str) -> &'static str {
    if matches!(code, "ar" | "fa" | "he" | "ps" | "ur") { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_in_the_path() {
        for (path, lang, rest) in [
            ("/", Lang::Fr, "/"),
            ("/offres/x", Lang::Fr, "/offres/x"),
            ("/en", Lang::En, "/"),
            ("/en/offres", Lang::En, "/offres"),
            ("/entreprises", Lang::Fr, "/entreprises"),
        ] {
            assert_eq!((Lang::of_path(path), Lang::strip(path)), (lang, rest), "{path}");
        }
        assert_eq!((direction("ar"), direction("uk"), Lang::En.dir()), ("rtl", "ltr", "ltr"));
    }
}
