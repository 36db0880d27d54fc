//! A search of trainings, as it stands in an address: the same parameters for the page and the feed, named as those
//! of offers where they mean the same ([`crate::query`]). Reading is lenient, writing is canonical.

use super::Kind;
use crate::coded_enum;
use crate::place::CommuneCode;
use crate::query::{DEFAULT_RADIUS_KM, MAX_PAGE, QueryProblem, chosen, cut, each, flag};
use crate::time::Day;

/// Months from which « begins before » is chosen.
pub const MONTHS: usize = 12;

coded_enum! {
    /// Order of the results.
    pub enum TrainingSort {
        /// Best match first, then the nearest and the soonest.
        Relevance = "pertinence",
        /// Nearest first (needs a place).
        Distance = "distance",
        /// The one that begins first.
        Soonest = "debut",
        /// The one that was new or changed last.
        Newest = "date",
    }
}

coded_enum! {
    /// What can be chosen and counted. The code is the parameter's name.
    pub enum TrainingFacet {
        /// What kind of step it is.
        Kind = "kind",
        /// Nothing is left to pay.
        Free = "free",
        /// All of it at a distance.
        Remote = "remote",
        /// An employer promised to hire.
        Promise = "promise",
        /// It begins before a month.
        Before = "before",
    }
}

/// What narrows a search. Kinds are alternatives; everything else is required.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingFilters {
    /// Kinds of steps.
    pub kind: Vec<Kind>,
    /// Nothing left to pay.
    pub free: bool,
    /// At a distance.
    pub remote: bool,
    /// With a promise to hire.
    pub promise: bool,
    /// Begins before this day, the first of a month.
    pub before: Option<Day>,
}

impl TrainingFilters {
    /// Whether anything of a facet is chosen.
    #[must_use]
    pub fn chooses(&self, facet: TrainingFacet) -> bool {
        match facet {
            TrainingFacet::Kind => !self.kind.is_empty(),
            TrainingFacet::Free => self.free,
            TrainingFacet::Remote => self.remote,
            TrainingFacet::Promise => self.promise,
            TrainingFacet::Before => self.before.is_some(),
        }
    }

    /// The facets of which something is chosen.
    pub fn chosen(&self) -> impl Iterator<Item = TrainingFacet> + '_ {
        TrainingFacet::ALL.iter().copied().filter(|facet| self.chooses(*facet))
    }

    /// The same without what is chosen of a facet.
    #[must_use]
    pub fn without(&self, facet: TrainingFacet) -> Self {
        let mut rest = self.clone();
        match facet {
            TrainingFacet::Kind => rest.kind.clear(),
            TrainingFacet::Free => rest.free = false,
            TrainingFacet::Remote => rest.remote = false,
            TrainingFacet::Promise => rest.promise = false,
            TrainingFacet::Before => rest.before = None,
        }
        rest
    }
}

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingQuery {
    /// What is looked for, as typed.
    pub text: String,
    /// Where, as typed: a commune's name or a postcode.
    pub place_text: String,
    /// Where, once resolved. Wins over `place_text`.
    pub commune: Option<CommuneCode>,
    /// Radius in kilometres round the commune.
    pub radius_km: u16,
    /// Filters.
    pub filters: TrainingFilters,
    /// Order.
    pub sort: TrainingSort,
    /// Page, from 1.
    pub page: u32,
}

impl Default for TrainingQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            place_text: String::new(),
            commune: None,
            radius_km: DEFAULT_RADIUS_KM,
            filters: TrainingFilters::default(),
            sort: TrainingSort::Relevance,
            page: 1,
        }
    }
}

/// The first day of a month written `2027-03`.
#[must_use]
pub fn month(text: &str) -> Option<Day> {
    let (year, number) = text.split_once('-')?;
    (year.len() == 4 && number.len() == 2).then(|| Day::parse(&format!("{text}-01"))).flatten()
}

/// `2027-03`.
#[must_use]
pub fn month_code(day: Day) -> String {
    let (year, number, _) = day.ymd();
    format!("{year:04}-{number:02}")
}

/// The first days of the months after a day's own, [`MONTHS`] of them.
#[must_use]
pub fn months_after(today: Day) -> Vec<Day> {
    let (year, number, _) = today.ymd();
    let at = |n: u32| {
        let n = number + n;
        Day::from_ymd(year + i32::try_from(n / 12).ok()?, n % 12 + 1, 1)
    };
    (0..MONTHS as u32).filter_map(at).collect()
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|value| code(*value)).collect::<Vec<_>>().join(", ")
}

impl TrainingQuery {
    /// Reads parameters. Unknown names are passed over; known names with a bad value are reported and left out.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        for (name, value) in pairs {
            if let Err(expected) = query.set(name, value) {
                let value = crate::text::shorten(value, 60);
                problems.push(QueryProblem { parameter: name.to_owned(), value, expected });
            }
        }
        (query, problems)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        let filters = &mut self.filters;
        match name {
            "q" => self.text = cut(value),
            "where" => self.place_text = cut(value),
            "commune" => self.commune = Some(CommuneCode::parse(value).map_err(|error| error.what.to_owned())?),
            "radius_km" => self.radius_km = value.parse().ok().filter(|km| *km <= 200).ok_or("0 to 200")?,
            "kind" => each(value, &mut filters.kind, Kind::from_code, || codes(Kind::ALL, Kind::code))?,
            "free" => filters.free = flag(value)?,
            "remote" => filters.remote = flag(value)?,
            "promise" => filters.promise = flag(value)?,
            "before" => filters.before = Some(month(value).ok_or("a month, as 2027-03")?),
            "sort" => {
                self.sort =
                    TrainingSort::from_code(value).ok_or_else(|| codes(TrainingSort::ALL, TrainingSort::code))?;
            }
            "page" => {
                let page = value.parse().ok().filter(|page| (1..=MAX_PAGE).contains(page));
                self.page = page.ok_or_else(|| format!("1 to {MAX_PAGE}"))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Writes the parameters, canonical: what is default is left out, values in the enum's order.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        let mut put = |name, value: String| {
            if !value.is_empty() {
                out.push((name, value));
            }
        };
        let filters = &self.filters;
        put("q", self.text.clone());
        put("where", self.place_text.clone());
        put("commune", self.commune.as_ref().map(ToString::to_string).unwrap_or_default());
        if self.radius_km != DEFAULT_RADIUS_KM {
            put("radius_km", self.radius_km.to_string());
        }
        for kind in chosen(Kind::ALL, &filters.kind) {
            put("kind", kind.to_string());
        }
        for (name, on) in [("free", filters.free), ("remote", filters.remote), ("promise", filters.promise)] {
            put(name, if on { "1".to_owned() } else { String::new() });
        }
        put("before", filters.before.map(month_code).unwrap_or_default());
        if self.sort != TrainingSort::Relevance {
            put("sort", self.sort.to_string());
        }
        if self.page != 1 {
            put("page", self.page.to_string());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(pairs: &[(&str, &str)]) -> (TrainingQuery, Vec<QueryProblem>) {
        TrainingQuery::from_pairs(pairs.iter().copied())
    }

    #[test]
    fn a_bad_value_is_reported_and_left_out() {
        let given =
            [("q", "cariste"), ("kind", "caces,xyz"), ("before", "2027-13"), ("free", "oui"), ("utm_source", "x")];
        let (query, problems) = read(&given);
        assert_eq!((query.text.as_str(), query.filters.before, query.filters.free), ("cariste", None, false));
        let named: Vec<&str> = problems.iter().map(|problem| problem.parameter.as_str()).collect();
        assert_eq!(named, ["kind", "before", "free"]);
        assert!(problems[0].expected.contains("permis"));
    }

    #[test]
    fn equal_searches_have_equal_addresses() {
        let (one, _) = read(&[("kind", "poei"), ("kind", "formation"), ("radius_km", "20"), ("page", "1")]);
        let (other, _) = read(&[("kind", "formation,poei")]);
        assert_eq!(one.to_pairs(), other.to_pairs());
        assert_eq!(read(&[]).0, TrainingQuery::default());
    }

    #[test]
    fn months_go_over_the_end_of_the_year() {
        let all = months_after(Day::parse("2026-11-26").unwrap());
        assert_eq!((month_code(all[0]), month_code(all[1])), ("2026-12".into(), "2027-01".into()));
        assert_eq!((all.len(), month_code(all[11])), (MONTHS, "2027-11".into()));
        assert_eq!(month("2027-03"), Day::parse("2027-03-01"));
        for wrong in ["", "2027", "2027-3", "27-03", "2027-00", "2027-03-01", "mars-20", "-"] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_facet_is_chosen_until_it_is_dropped() {
        let (query, _) =
            read(&[("kind", "caces"), ("free", "1"), ("remote", "1"), ("promise", "1"), ("before", "2027-03")]);
        let mut filters = query.filters;
        assert_eq!(filters.chosen().collect::<Vec<_>>(), TrainingFacet::ALL);
        for facet in TrainingFacet::ALL {
            filters = filters.without(*facet);
            assert!(!filters.chooses(*facet));
        }
        assert_eq!(filters, TrainingFilters::default());
    }

    proptest! {
        #[test]
        fn writing_then_reading_gives_the_same_search(
            text in "[a-zé' ]{0,30}", radius in 0u16..=200, page in 1u32..=500, free: bool, remote: bool, promise: bool,
            kind in proptest::sample::subsequence(Kind::ALL.to_vec(), 0..6),
            before in proptest::option::of(0usize..12), sort in proptest::sample::select(TrainingSort::ALL),
        ) {
            let before = before.map(|at| months_after(Day(20_000))[at]);
            let query = TrainingQuery {
                text: text.trim().to_owned(),
                radius_km: radius,
                page,
                filters: TrainingFilters { kind, free, remote, promise, before },
                sort,
                ..TrainingQuery::default()
            };
            let pairs = query.to_pairs();
            let (again, problems) = TrainingQuery::from_pairs(pairs.iter().map(|(n, v)| (*n, v.as_str())));
            prop_assert_eq!(problems, vec![]);
            prop_assert_eq!(again, query);
        }

        #[test]
        fn nothing_hostile_panics_or_grows(name in "\\PC{0,12}", value in "\\PC{0,3000}") {
            let (query, _) = read(&[(&name, &value), ("q", &value), ("before", &value), ("where", &value)]);
            prop_assert!(query.text.chars().count() <= crate::query::MAX_TEXT);
        }
    }
}
