//! CLDR cardinal plural rules for whole numbers, for every language that the mechanism is to carry.
//! Compiled twice: into the app, and into `build.rs`, which asks each language file for its forms.
//! Source: Unicode CLDR, supplemental/plurals, cardinal.

/// A plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Arabic 0.
    Zero,
    /// French 0 and 1, English 1…
    One,
    /// Arabic 2.
    Two,
    /// Ukrainian 2–4, Arabic 3–10…
    Few,
    /// Ukrainian 5–20, Arabic 11–99, French whole millions.
    Many,
    /// All the rest.
    Other,
}

impl Plural {
    /// The name in the language files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The categories of a language, in the order in which their forms are kept; `None` for a language
/// whose rules are not written yet.
#[must_use]
pub fn categories(lang: &str) -> Option<&'static [Plural]> {
    use Plural::{Few, Many, One, Other, Two, Zero};
    Some(match lang {
        "en" | "tr" => &[One, Other],
        "fr" => &[One, Many, Other],
        "uk" => &[One, Few, Many, Other],
        "ar" => &[Zero, One, Two, Few, Many, Other],
        _ => return None,
    })
}

/// The category of a whole number.
#[must_use]
pub fn category(lang: &str, n: u64) -> Plural {
    let (mod10, mod100) = (n % 10, n % 100);
    match lang {
        "fr" if n < 2 => Plural::One,
        "fr" if n.is_multiple_of(1_000_000) => Plural::Many,
        "en" | "tr" if n == 1 => Plural::One,
        "uk" if mod10 == 1 && mod100 != 11 => Plural::One,
        "uk" if (2..=4).contains(&mod10) && !(12..=14).contains(&mod100) => Plural::Few,
        "uk" => Plural::Many,
        "ar" => match (n, mod100) {
            (0, _) => Plural::Zero,
            (1, _) => Plural::One,
            (2, _) => Plural::Two,
            (_, 3..=10) => Plural::Few,
            (_, 11..=99) => Plural::Many,
            _ => Plural::Other,
        },
        _ => Plural::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Plural::*, categories, category};

    #[test]
    fn the_rules_are_those_of_cldr() {
        let cases = [
            ("fr", &[(0, One), (1, One), (2, Other), (1_000_000, Many), (1_000_001, Other)][..]),
            ("en", &[(0, Other), (1, One), (2, Other), (21, Other)]),
            ("tr", &[(0, Other), (1, One), (2, Other)]),
            (
                "uk",
                &[
                    (0, Many),
                    (1, One),
                    (2, Few),
                    (4, Few),
                    (5, Many),
                    (11, Many),
                    (12, Many),
                    (21, One),
                    (24, Few),
                    (111, Many),
                ],
            ),
            (
                "ar",
                &[
                    (0, Zero),
                    (1, One),
                    (2, Two),
                    (3, Few),
                    (10, Few),
                    (11, Many),
                    (99, Many),
                    (100, Other),
                    (102, Other),
                    (103, Few),
                    (111, Many),
                ],
            ),
        ];
        for (lang, numbers) in cases {
            for (n, expected) in numbers {
                assert_eq!(category(lang, *n), *expected, "{lang} {n}");
            }
        }
    }

    #[test]
    fn every_category_of_a_language_has_its_form() {
        for lang in ["ar", "en", "fr", "tr", "uk"] {
            let forms = categories(lang).unwrap();
            assert!((0..2_000_001).step_by(7).chain(0..300).all(|n| forms.contains(&category(lang, n))), "{lang}");
        }
        assert!(categories("xx").is_none());
    }
}
