//! The map of communes: from coordinates to a drawing of our own (an equirectangular projection, true
//! to scale at its middle). No tiles and no third party. Pure.

use domain::place::CommuneCode;

/// Width of the drawing, in its own units: about the pixels of a phone.
pub(super) const WIDTH: u16 = 400;
/// Radius of the circle of the commune with most offers.
const MOST_R: f64 = 26.0;
/// Least radius of a circle.
const LEAST_R: f64 = 5.0;

/// How far neighbouring communes are apart, in degrees of latitude: about 5 km.
const APART: f64 = 0.05;

/// Radius of a commune's circle: the area says how many. On a wide map (`scale`: units for a degree of
/// latitude) circles are smaller, so that neighbours stay apart.
fn radius(count: u32, most: u32, scale: f64) -> u16 {
    let share = f64::from(count) / f64::from(most.max(1));
    let largest = (APART * scale).clamp(LEAST_R * 1.6, MOST_R);
    (largest * share.sqrt()).max(LEAST_R).round() as u16
}

/// Where the offers of a search are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MapView {
    /// All offers of the search.
    pub(super) total: u32,
    /// Offers that are on no point of the map: their place is wide or to be checked, or theirs is a commune
    /// with few offers that is not shown.
    pub(super) elsewhere: u32,
    /// The communes, most offers first.
    pub(super) places: Vec<Mark>,
    /// The place that was searched.
    pub(super) place: Option<String>,
    /// Its centre and radius on the drawing.
    pub(super) around: Option<(u16, u16, u16)>,
    /// Height of the drawing; its width is [`WIDTH`].
    pub(super) height: u16,
}

/// A commune on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Name.
    pub(super) name: String,
    /// INSEE code.
    pub(super) code: CommuneCode,
    /// Offers.
    pub(super) count: u32,
    /// Where it is on the drawing.
    pub(super) x: u16,
    /// Where it is on the drawing, from the top.
    pub(super) y: u16,
    /// Radius of its circle.
    pub(super) r: u16,
    /// Whether its name has room beside it.
    pub(super) named: bool,
}

pub(super) use plan::Plan;

mod plan {
    use super::{MOST_R, WIDTH};
    use domain::place::Point;

    /// Least and greatest height of the drawing.
    const HEIGHTS: (f64, f64) = (260.0, 560.0);
    /// The smallest piece of land that is drawn, in degrees of latitude: about 10 km.
    const LEAST_SPAN: f64 = 0.09;
    /// Height and mean width of letters.
    const LETTER: (f64, f64) = (18.0, 9.2);

    /// Which land is drawn where.
    pub(in crate::offers) struct Plan {
        west: f64,
        north: f64,
        /// Units for a degree of latitude.
        scale: f64,
        /// A degree of longitude, in degrees of latitude.
        narrow: f64,
        left: f64,
        top: f64,
        pub(in crate::offers) height: u16,
        taken: Vec<[f64; 4]>,
    }

    impl Plan {
        /// A plan that holds all points, and a circle of `radius_km` round `around`.
        pub(in crate::offers) fn of(points: &[Point], around: Option<(Point, u16)>) -> Self {
            let degrees = |e6: i32| f64::from(e6) / 1e6;
            let mut ys: Vec<f64> = points.iter().map(|p| degrees(p.lat_e6)).collect();
            let mut xs: Vec<f64> = points.iter().map(|p| degrees(p.lon_e6)).collect();
            if let Some((centre, _)) = around {
                ys.push(degrees(centre.lat_e6));
                xs.push(degrees(centre.lon_e6));
            }
            let ends = |all: &[f64]| {
                let (low, high) = all.iter().fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(*v), h.max(*v)));
                if low > high { (0.0, 0.0) } else { (low, high) }
            };
            let ((south, north), (west, east)) = (ends(&ys), ends(&xs));
            let narrow = ((south + north) / 2.0).to_radians().cos().max(0.1);
            let margin = MOST_R + 6.0;
            let inner = f64::from(WIDTH) - 2.0 * margin;
            let (across, down) = (((east - west) * narrow).max(LEAST_SPAN), (north - south).max(LEAST_SPAN / 2.0));
            let scale = (inner / across).min((HEIGHTS.1 - 2.0 * margin) / down);
            let height = (down * scale + 2.0 * margin).clamp(HEIGHTS.0, HEIGHTS.1);
            let left = (f64::from(WIDTH) - (east - west) * narrow * scale) / 2.0;
            let top = (height - (north - south) * scale) / 2.0;
            Self { west, north, scale, narrow, left, top, height: height as u16, taken: Vec::new() }
        }

        /// Where a point is on the drawing.
        pub(in crate::offers) fn at(&self, point: Point) -> (u16, u16) {
            let x = (f64::from(point.lon_e6) / 1e6 - self.west) * self.narrow * self.scale + self.left;
            let y = (self.north - f64::from(point.lat_e6) / 1e6) * self.scale + self.top;
            (x.max(0.0).round() as u16, y.max(0.0).round() as u16)
        }

        /// Radius of the circle of a commune with `count` offers, where one has at most `most`.
        pub(in crate::offers) fn radius(&self, count: u32, most: u32) -> u16 {
            super::radius(count, most, self.scale)
        }

        /// A length on the drawing. One degree of latitude is 111.2 km.
        pub(in crate::offers) fn length(&self, km: u16) -> u16 {
            (f64::from(km) / 111.2 * self.scale).round() as u16
        }

        /// Whether a name has room in the middle above a circle; if so the room is taken.
        pub(in crate::offers) fn room(&mut self, (x, y): (u16, u16), radius: u16, letters: usize) -> bool {
            let half = letters as f64 * LETTER.1 / 2.0;
            let (x, y) = (f64::from(x), f64::from(y) - f64::from(radius));
            let own = [x - half, y - LETTER.0, x + half, y];
            let inside = own[0] >= 0.0 && own[2] <= f64::from(WIDTH) && own[1] >= 0.0;
            let free = self.taken.iter().all(|o| own[2] < o[0] || o[2] < own[0] || own[3] < o[1] || o[3] < own[1]);
            if inside && free {
                self.taken.push(own);
            }
            inside && free
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn point(lat: f64, lon: f64) -> Point {
            Point::from_degrees(lat, lon).unwrap()
        }

        #[test]
        fn north_is_up_east_is_right_and_everything_is_inside() {
            let (lille, nice, brest) = (point(50.63, 3.06), point(43.7, 7.27), point(48.39, -4.49));
            let plan = Plan::of(&[lille, nice, brest], None);
            let (l, n, b) = (plan.at(lille), plan.at(nice), plan.at(brest));
            assert!(l.1 < b.1 && b.1 < n.1 && b.0 < l.0 && l.0 < n.0, "{l:?} {n:?} {b:?}");
            for (x, y) in [l, n, b] {
                assert!(x > 20 && x < WIDTH - 20 && y > 20 && y < plan.height - 20, "{x} {y} of {}", plan.height);
            }
        }

        #[test]
        fn one_point_or_none_is_a_map_as_well() {
            let roubaix = point(50.69, 3.17);
            let plan = Plan::of(&[roubaix], Some((roubaix, 5)));
            assert_eq!(plan.at(roubaix).0, WIDTH / 2);
            assert!(plan.length(5) > 0 && plan.height >= 260);
            assert!(Plan::of(&[], None).height >= 260);
        }

        #[test]
        fn names_do_not_lie_over_each_other() {
            let mut plan = Plan::of(&[point(50.0, 3.0)], None);
            assert!(plan.room((200, 100), 10, 8));
            assert!(!plan.room((210, 105), 10, 8));
            assert!(plan.room((200, 200), 10, 8));
            assert!(!plan.room((2, 150), 10, 8), "outside");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_the_area_is_twice_the_offers() {
        assert_eq!(radius(100, 100, 1_000.0), 26);
        assert_eq!(radius(25, 100, 1_000.0), 13);
        assert_eq!(radius(1, 1_000_000, 1_000.0), 5);
        assert_eq!(radius(0, 0, 1_000.0), 5);
        assert_eq!(radius(100, 100, 80.0), 8, "the whole country");
    }
}
