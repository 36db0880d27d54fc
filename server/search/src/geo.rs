//! Places in the index: terms that find them and integers that measure them.
//!
//! Terms of the field `place`: `c59512` the commune; `w59` known only by its département; `d59`
//! anywhere in the département; `f…` and `g…` the cells of 0.1° and 0.5° that hold a point. A
//! radius search reads the cells of its square; the exact distance is taken from the points.

use domain::place::{Place, Point, Precision};
use std::collections::BTreeSet;

/// A size of cells, in degrees × 10⁶.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grid {
    Fine,
    Coarse,
}

impl Grid {
    const fn size(self) -> i64 {
        match self {
            Self::Fine => 100_000,
            Self::Coarse => 500_000,
        }
    }

    const fn letter(self) -> char {
        match self {
            Self::Fine => 'f',
            Self::Coarse => 'g',
        }
    }

    fn cell(self, value_e6: i64) -> i64 {
        value_e6.div_euclid(self.size())
    }

    fn term(self, lat: i64, lon: i64) -> String {
        format!("{}{lat},{lon}", self.letter())
    }
}

/// The terms of an offer's places, each once.
pub(crate) fn terms_of(places: &[Place]) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for place in places {
        let departement = place.departement.clone().or_else(|| place.commune.as_ref().map(|c| c.departement()));
        if let Some(code) = &departement {
            terms.insert(departement_term(code.as_str()));
            if place.precision == Precision::Departement {
                terms.insert(wide_term(code.as_str()));
            }
        }
        if let Some(code) = &place.commune {
            terms.insert(commune_term(code.as_str()));
        }
        if let Some(point) = exact_point(place) {
            for grid in [Grid::Fine, Grid::Coarse] {
                terms.insert(grid.term(grid.cell(point.lat_e6.into()), grid.cell(point.lon_e6.into())));
            }
        }
    }
    terms
}

/// The points of an offer's places that say where the work is: a département's middle does not.
pub(crate) fn points_of(places: &[Place]) -> impl Iterator<Item = Point> + '_ {
    places.iter().filter_map(exact_point)
}

fn exact_point(place: &Place) -> Option<Point> {
    place.point.filter(|_| matches!(place.precision, Precision::Commune | Precision::Abroad))
}

pub(crate) fn commune_term(code: &str) -> String {
    format!("c{code}")
}

pub(crate) fn wide_term(departement: &str) -> String {
    format!("w{departement}")
}

pub(crate) fn departement_term(departement: &str) -> String {
    format!("d{departement}")
}

/// The cells that a circle touches; never fewer.
pub(crate) fn cells_around(centre: Point, radius_m: u32) -> Vec<String> {
    let grid = if radius_m > 30_000 { Grid::Coarse } else { Grid::Fine };
    let (lat, lon) = (i64::from(centre.lat_e6), i64::from(centre.lon_e6));
    // One degree of latitude is 111,194 m on the sphere that distances are taken on; a little less is safe.
    let reach = i64::from(radius_m) * 1_000_000 / 111_000 + 1;
    // Meridians draw together towards the pole: the far edge of the circle decides.
    let far = ((lat.abs() + reach) as f64 / 1e6).min(89.0).to_radians();
    let reach_lon = ((reach as f64 / far.cos()).ceil() as i64).min(180_000_000);
    let mut cells = Vec::new();
    for y in grid.cell(lat - reach)..=grid.cell(lat + reach) {
        for x in grid.cell(lon - reach_lon)..=grid.cell(lon + reach_lon) {
            cells.push(grid.term(y, x));
        }
    }
    cells
}

/// A point as one integer for the index.
pub(crate) fn pack(point: Point) -> u64 {
    let lat = u64::from(point.lat_e6.wrapping_sub(i32::MIN) as u32);
    let lon = u64::from(point.lon_e6.wrapping_sub(i32::MIN) as u32);
    lat << 32 | lon
}

/// The point of an integer made by [`pack`].
pub(crate) fn unpack(bits: u64) -> Point {
    let lat = ((bits >> 32) as u32 as i32).wrapping_add(i32::MIN);
    let lon = (bits as u32 as i32).wrapping_add(i32::MIN);
    Point { lat_e6: lat, lon_e6: lon }
}

/// Distance to the nearest of some points when it is at most `limit` metres.
pub(crate) fn nearest(centre: Point, points: impl Iterator<Item = u64>, limit: u32) -> Option<u32> {
    let reach = i64::from(limit) * 1_000_000 / 111_000 + 1;
    points
        .map(unpack)
        .filter(|p| (i64::from(p.lat_e6) - i64::from(centre.lat_e6)).abs() <= reach)
        .map(|p| centre.distance_m(p))
        .filter(|d| *d <= limit)
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_point_comes_back(lat in -90_000_000i32..=90_000_000, lon in -180_000_000i32..=180_000_000) {
            let point = Point { lat_e6: lat, lon_e6: lon };
            prop_assert_eq!(unpack(pack(point)), point);
        }

        #[test]
        fn no_point_within_the_radius_is_outside_of_the_cells(
            lat in -60_000_000i32..=60_000_000, lon in -170_000_000i32..=170_000_000,
            dlat in -2_000_000i32..=2_000_000, dlon in -3_000_000i32..=3_000_000, km in 0u32..=200,
        ) {
            let centre = Point { lat_e6: lat, lon_e6: lon };
            let point = Point { lat_e6: lat + dlat, lon_e6: lon + dlon };
            if centre.distance_m(point) <= km * 1000 {
                let place = Place {
                    precision: Precision::Commune, label: String::new(), commune: None, departement: None,
                    postcode: None, point: Some(point),
                };
                let terms = terms_of(&[place]);
                prop_assert!(cells_around(centre, km * 1000).iter().any(|c| terms.contains(c)));
                prop_assert_eq!(nearest(centre, [pack(point)].into_iter(), km * 1000), Some(centre.distance_m(point)));
            }
        }
    }
}
