//! Parts of the feed, small enough for the API: it shows at most the first 3,150 offers of a search.

use domain::place::DepartementCode;
use domain::time::Timestamp;

/// The offers of a département that were created from `from` to `until`, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    pub(crate) departement: DepartementCode,
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
}

impl Slice {
    /// Two slices that hold the same offers; `None` for a single second.
    pub(crate) fn split(&self) -> Option<[Self; 2]> {
        let (Timestamp(from), Timestamp(until)) = (self.from, self.until);
        if from >= until {
            return None;
        }
        let middle = from + (until - from) / 2;
        let part = |from, until| Self { from: Timestamp(from), until: Timestamp(until), ..self.clone() };
        Some([part(from, middle), part(middle + 1, until)])
    }

    /// The same name for the same slice: its file is called so.
    pub(crate) fn name(&self) -> String {
        format!("{}-{}-{}", self.departement.as_str(), self.from.0, self.until.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn halves_hold_every_second_once(from in 0i64..4_000_000_000, length in 0i64..4_000_000_000) {
            let departement = DepartementCode::parse("59").unwrap();
            let whole = Slice { departement, from: Timestamp(from), until: Timestamp(from + length) };
            match whole.split() {
                None => prop_assert_eq!(length, 0),
                Some([a, b]) => {
                    prop_assert_eq!((a.from, b.until), (whole.from, whole.until));
                    prop_assert_eq!(a.until.0 + 1, b.from.0);
                    prop_assert!(a.from <= a.until && b.from <= b.until);
                    prop_assert_ne!(a.name(), b.name());
                }
            }
        }
    }
}
