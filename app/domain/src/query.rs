//! A search, as it stands in an address: the same parameters for pages, API, feeds and embeds.
//!
//! Reading is lenient (an old or mistyped parameter is reported, never fatal), writing is
//! canonical: defaults are left out, the order is fixed, so that equal searches have equal addresses.

use crate::coded_enum;
use crate::contract::Contract;
use crate::place::CommuneCode;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($kind:ty) => {
        <$kind>::ALL.iter().map(|v| v.code()).collect::<Vec<_>>().join(", ")
    };
}

mod filters;

pub use filters::Filters;

/// Longest text that is looked at; what is beyond is cut, so that hostile queries cost no more.
pub const MAX_TEXT: usize = 200;
/// Offers on a page.
pub const PAGE_SIZE: u32 = 20;
/// Last page that is served.
pub const MAX_PAGE: u32 = 500;
/// Radius when none is given, in kilometres.
pub const DEFAULT_RADIUS_KM: u16 = 20;
/// Occupations of one search.
pub const MAX_OCCUPATIONS: usize = 20;
/// Radii that people choose from, in kilometres; 0 is "this commune only".
pub const RADII_KM: &[u16] = &[0, 5, 10, 20, 30, 50, 100];
/// Choices for "posted since", in days.
pub const SINCE_DAYS: &[u16] = &[1, 3, 7, 14, 31];

coded_enum! {
    /// Order of the results.
    pub enum Sort {
        /// Best match first.
        Relevance = "pertinence",
        /// Nearest first (needs a place).
        Distance = "distance",
        /// Newest first.
        Date = "date",
    }
}

/// A search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferQuery {
    /// What is looked for, as typed.
    pub text: String,
    /// Where, as typed: a commune's name or a postcode.
    pub place_text: String,
    /// Where, once resolved. Wins over `place_text`.
    pub commune: Option<CommuneCode>,
    /// Radius in kilometres round the commune.
    pub radius_km: u16,
    /// Filters.
    pub filters: Filters,
    /// Order.
    pub sort: Sort,
    /// Page, from 1.
    pub page: u32,
    /// Also offers that may fit, after all those that do: they do not say whether they pass a filter, or lack a word.
    pub wider: bool,
}

impl Default for OfferQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            place_text: String::new(),
            commune: None,
            radius_km: DEFAULT_RADIUS_KM,
            filters: Filters::default(),
            sort: Sort::Relevance,
            page: 1,
            wider: false,
        }
    }
}

/// A parameter that was not understood: it was left out of the search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryProblem {
    /// The parameter's name.
    pub parameter: String,
    /// What it held, shortened.
    pub value: String,
    /// What would have been understood.
    pub expected: String,
}

impl OfferQuery {
    /// Every parameter that is understood.
    pub const PARAMETERS: &'static [&'static str] = &[
        "q",
        "where",
        "commune",
        "radius_km",
        "rome",
        "contract",
        "hours",
        "experience",
        "diploma",
        "schedule",
        "sector",
        "remote",
        "permit",
        "avoid",
        "since",
        "pay",
        "pay_min",
        "no_car",
        "insertion",
        "reserved",
        "non_salaried",
        "employer",
        "sort",
        "page",
        "wider",
    ];

    /// Reads parameters. Unknown names are passed over (an address may carry others, such as a
    /// language or a theme); known names with a bad value are reported and left out.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        for (name, value) in pairs {
            if let Err(expected) = query.set(name, value) {
                problems.push(QueryProblem {
                    parameter: name.to_owned(),
                    value: crate::text::shorten(value, 60),
                    expected,
                });
            }
        }
        (query, problems)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        match name {
            "q" => self.text = cut(value),
            "where" => self.place_text = cut(value),
            "commune" => self.commune = Some(CommuneCode::parse(value).map_err(|e| e.what.to_owned())?),
            "radius_km" => self.radius_km = value.parse().ok().filter(|r| *r <= 200).ok_or("0 to 200")?,
            "sort" => self.sort = Sort::from_code(value).ok_or_else(|| codes!(Sort))?,
            "page" => {
                self.page = value
                    .parse()
                    .ok()
                    .filter(|p| (1..=MAX_PAGE).contains(p))
                    .ok_or_else(|| format!("1 to {MAX_PAGE}"))?
            }
            "wider" => self.wider = flag(value)?,
            _ => self.filters.set(name, value)?,
        }
        Ok(())
    }

    /// Writes the parameters, canonical: what is default is left out, values in the enum's order.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        let mut put = |name: &'static str, value: String| {
            if !value.is_empty() {
                out.push((name, value));
            }
        };
        put("q", self.text.clone());
        put("where", self.place_text.clone());
        put("commune", self.commune.as_ref().map(ToString::to_string).unwrap_or_default());
        if self.radius_km != DEFAULT_RADIUS_KM {
            put("radius_km", self.radius_km.to_string());
        }
        self.filters.write(&mut put);
        if self.sort != Sort::Relevance {
            put("sort", self.sort.to_string());
        }
        if self.page != 1 {
            put("page", self.page.to_string());
        }
        if self.wider {
            put("wider", "1".to_owned());
        }
        out
    }

    /// Whether nothing at all is asked: every open offer, newest first.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Self { sort: Sort::Relevance, page: 1, radius_km: DEFAULT_RADIUS_KM, ..self.clone() } == Self::default()
    }

    /// Whether non-salaried work is wanted.
    #[must_use]
    pub fn wants_non_salaried(&self) -> bool {
        self.filters.non_salaried || self.filters.contract.contains(&Contract::NotSalaried)
    }
}

pub(crate) fn cut(value: &str) -> String {
    value.chars().filter(|c| !crate::text::is_command(*c)).take(MAX_TEXT).collect::<String>().trim().to_owned()
}

pub(crate) fn flag(value: &str) -> Result<bool, String> {
    match value {
        "1" | "true" | "on" => Ok(true),
        "0" | "false" => Ok(false),
        _ => Err("1 or 0".to_owned()),
    }
}

/// Values may be repeated (`contract=cdi&contract=cdd`) or joined (`contract=cdi,cdd`).
pub(crate) fn each<T: PartialEq>(
    value: &str,
    into: &mut Vec<T>,
    read: impl Fn(&str) -> Option<T>,
    expected: impl Fn() -> String,
) -> Result<(), String> {
    for code in value.split(',').map(str::trim).filter(|c| !c.is_empty()).take(40) {
        let one = read(code).ok_or_else(&expected)?;
        if !into.contains(&one) {
            into.push(one);
        }
    }
    Ok(())
}

/// The values that are chosen, each once, in their own order (a sort for each type would cost the phone
/// five kilobytes).
pub(crate) fn chosen<T: Copy + PartialEq>(all: &'static [T], values: &[T]) -> impl Iterator<Item = T> {
    all.iter().copied().filter(|v| values.contains(v))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(pairs: &[(&str, &str)]) -> (OfferQuery, Vec<QueryProblem>) {
        OfferQuery::from_pairs(pairs.iter().copied())
    }

    #[test]
    fn a_bad_value_is_reported_and_left_out() {
        let (query, problems) = read(&[("q", "cariste"), ("contract", "cdi,xyz"), ("page", "0"), ("utm_source", "x")]);
        assert_eq!(query.text, "cariste");
        assert_eq!(query.page, 1);
        assert_eq!(problems.iter().map(|p| p.parameter.as_str()).collect::<Vec<_>>(), ["contract", "page"]);
        assert!(problems[0].expected.contains("interim"));
    }

    #[test]
    fn equal_searches_have_equal_addresses() {
        let (a, _) = read(&[("contract", "cdd"), ("contract", "cdi"), ("radius_km", "20")]);
        let (b, _) = read(&[("contract", "cdi,cdd")]);
        assert_eq!(a.to_pairs(), b.to_pairs());
        let (a, _) = read(&[("rome", "n1101"), ("rome", "K2204,N1101")]);
        assert_eq!(a.to_pairs(), [("rome", "K2204".to_owned()), ("rome", "N1101".to_owned())]);
        assert!(read(&[]).0.is_blank());
        assert!(!read(&[("pay", "1")]).0.is_blank());
    }

    #[test]
    fn every_parameter_is_named() {
        // What is understood refuses something; what is free text is kept.
        for name in OfferQuery::PARAMETERS {
            let (query, problems) = read(&[(name, "\u{1f980}")]);
            assert!(!problems.is_empty() || query != OfferQuery::default(), "{name}");
        }
        let (full, _) = read(&[("q", "x"), ("pay", "1"), ("sort", "date"), ("page", "2"), ("since", "3")]);
        assert!(full.to_pairs().iter().all(|(name, _)| OfferQuery::PARAMETERS.contains(name)));
    }

    #[test]
    fn words_turn_nothing_round() {
        assert_eq!(read(&[("q", "\u{202e}agent\u{2069}\0"), ("where", "\u{200f}Lens")]).0.text, "agent");
    }

    proptest! {
        #[test]
        fn writing_then_reading_gives_the_same_search(
            text in "[a-zé' ]{0,30}", radius in 0u16..=200, page in 1u32..=500, pay: bool,
            contracts in proptest::sample::subsequence(Contract::ALL.to_vec(), 0..6),
            since in proptest::option::of(1u16..=366),
        ) {
            let query = OfferQuery {
                text: text.trim().to_owned(),
                radius_km: radius,
                page,
                filters: Filters { contract: contracts, pay, since, ..Filters::default() },
                ..OfferQuery::default()
            };
            let pairs = query.to_pairs();
            let (again, problems) = OfferQuery::from_pairs(pairs.iter().map(|(n, v)| (*n, v.as_str())));
            prop_assert_eq!(problems, vec![]);
            prop_assert_eq!(again, query);
        }

        #[test]
        fn nothing_hostile_panics_or_grows(name in "\\PC{0,12}", value in "\\PC{0,3000}") {
            let (query, _) = read(&[(&name, &value), ("q", &value), ("employer", &value)]);
            prop_assert!(query.text.chars().count() <= MAX_TEXT);
        }
    }
}
