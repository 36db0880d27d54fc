//! Places: communes and what an offer says of where the work is.

use crate::coded_enum;
use core::fmt;
use serde::{Deserialize, Serialize};

/// A point on earth in millionths of a degree (WGS 84). Integers, so that it is equal on every
/// machine and in both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Latitude × 10⁶.
    pub lat_e6: i32,
    /// Longitude × 10⁶.
    pub lon_e6: i32,
}

impl Point {
    /// From degrees; `None` outside of the earth, at 0,0 (a missing value in many files) or not a number.
    #[must_use]
    pub fn from_degrees(lat: f64, lon: f64) -> Option<Self> {
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) || (lat == 0.0 && lon == 0.0) {
            return None;
        }
        // In range by the check above, so the casts cannot overflow.
        Some(Self { lat_e6: (lat * 1e6).round() as i32, lon_e6: (lon * 1e6).round() as i32 })
    }

    /// Latitude and longitude in degrees.
    #[must_use]
    pub fn degrees(self) -> (f64, f64) {
        (f64::from(self.lat_e6) / 1e6, f64::from(self.lon_e6) / 1e6)
    }

    /// Distance in metres on a sphere of 6,371 km (haversine).
    #[must_use]
    pub fn distance_m(self, other: Self) -> u32 {
        let (lat1, lon1) = self.degrees();
        let (lat2, lon2) = other.degrees();
        let (p1, p2) = (lat1.to_radians(), lat2.to_radians());
        let dp = (p2 - p1) / 2.0;
        let dl = (lon2 - lon1).to_radians() / 2.0;
        let a = dp.sin().powi(2) + p1.cos() * p2.cos() * dl.sin().powi(2);
        (2.0 * 6_371_000.0 * a.sqrt().clamp(0.0, 1.0).asin()).round() as u32
    }
}

/// INSEE code of a commune or municipal district: five characters, kept as text (`2A004`, `97411`, `01004`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CommuneCode(String);

/// Code of a département: `01`…`95`, `2A`, `2B`, `971`…`988`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DepartementCode(String);

/// Why a code was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} expected, got {got:?}")]
pub struct BadCode {
    /// What was expected, in words.
    pub what: &'static str,
    /// What was there, shortened.
    pub got: String,
}

impl BadCode {
    pub(crate) fn new(what: &'static str, got: &str) -> Self {
        Self { what, got: crate::text::shorten(got, 40) }
    }
}

impl CommuneCode {
    /// Reads a code; four digits (a lost leading zero) are mended.
    ///
    /// # Errors
    /// When it is not five characters of the form of an INSEE commune code.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let text = text.trim().to_ascii_uppercase();
        let text = if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) { format!("0{text}") } else { text };
        let bytes = text.as_bytes();
        let ok = bytes.len() == 5
            && bytes[0].is_ascii_digit()
            && (bytes[1].is_ascii_digit() || (bytes[0] == b'2' && matches!(bytes[1], b'A' | b'B')))
            && bytes[2..].iter().all(u8::is_ascii_digit);
        if ok { Ok(Self(text)) } else { Err(BadCode::new("INSEE commune code (5 characters)", &text)) }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The département that the code begins with.
    #[must_use]
    pub fn departement(&self) -> DepartementCode {
        let len = if self.0.starts_with("97") || self.0.starts_with("98") { 3 } else { 2 };
        DepartementCode(self.0[..len].to_owned())
    }
}

impl DepartementCode {
    /// Reads a code; one digit is mended (`1` → `01`).
    ///
    /// # Errors
    /// When it is not a French département or overseas territory code.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let text = text.trim().to_ascii_uppercase();
        let text = if text.len() == 1 { format!("0{text}") } else { text };
        let bytes = text.as_bytes();
        let ok = match bytes.len() {
            2 => {
                matches!(text.as_str(), "2A" | "2B")
                    || (bytes.iter().all(u8::is_ascii_digit)
                        && text.as_str() >= "01"
                        && text.as_str() <= "95"
                        && text != "20")
            }
            3 => bytes.iter().all(u8::is_ascii_digit) && (text.starts_with("97") || text.starts_with("98")),
            _ => false,
        };
        if ok { Ok(Self(text)) } else { Err(BadCode::new("département code", &text)) }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! text_code {
    ($($name:ident),+) => { $(
        impl TryFrom<String> for $name {
            type Error = BadCode;
            fn try_from(text: String) -> Result<Self, BadCode> { Self::parse(&text) }
        }
        impl From<$name> for String {
            fn from(code: $name) -> Self { code.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
    )+ };
}
text_code!(CommuneCode, DepartementCode);

/// A commune (or a municipal district of Paris, Lyon, Marseille) of the reference data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commune {
    /// INSEE code.
    pub code: CommuneCode,
    /// Official name, with its accents: "Villeneuve-d'Ascq".
    pub name: String,
    /// INSEE code of the région.
    pub region: String,
    /// Postcodes, sorted.
    pub postcodes: Vec<String>,
    /// Inhabitants, 0 where unknown.
    pub population: u32,
    /// Its centre; missing for a few overseas communes and for Paris, Lyon and Marseille as a whole
    /// in La Poste's file (the import then takes the mean of their districts).
    pub point: Option<Point>,
    /// Comité local pour l'emploi: the local labour basin, where known.
    pub clpe: Option<String>,
    /// Former and associated communes, and parts that letters are sent to, as La Poste names them, without its
    /// capitals: "Lomme" of Lille. Sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
}

/// A local labour basin (comité local pour l'emploi) by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basin {
    /// Its code, as communes have it: "CLPE59005".
    pub code: String,
    /// Its name: "Sambre - Avesnois".
    pub name: String,
}

coded_enum! {
    /// How precisely we know where the work is.
    pub enum Precision {
        /// The commune (or a point in it) is known.
        Commune = "commune",
        /// Only the département.
        Departement = "departement",
        /// Only the région.
        Region = "region",
        /// Only the country, or the text could not be resolved: « lieu à vérifier ».
        Unresolved = "a-verifier",
        /// Abroad: Belgium and Monaco border our territories.
        Abroad = "etranger",
    }
}

/// Where the work of an offer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// How precise the rest is.
    pub precision: Precision,
    /// What people read: "Roubaix", "Nord (département)", or the source's own words when unresolved.
    pub label: String,
    /// The commune, when the precision is `Commune` and it was found in the reference data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<CommuneCode>,
    /// The département, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departement: Option<DepartementCode>,
    /// One postcode, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// The point of the work, or the commune's centre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_keep_their_zeros_and_letters() {
        assert_eq!(CommuneCode::parse("1004").unwrap().as_str(), "01004");
        assert_eq!(CommuneCode::parse("2a004").unwrap().departement().as_str(), "2A");
        assert_eq!(CommuneCode::parse("97411").unwrap().departement().as_str(), "974");
        assert!(CommuneCode::parse("2C004").is_err());
        assert!(CommuneCode::parse("Roubaix").is_err());
        assert!(DepartementCode::parse("96").is_err());
        assert!(DepartementCode::parse("974").is_ok());
    }

    #[test]
    fn roubaix_is_eleven_kilometres_from_lille() {
        let roubaix = Point::from_degrees(50.6897, 3.1781).unwrap();
        let lille = Point::from_degrees(50.6310, 3.0576).unwrap();
        let metres = roubaix.distance_m(lille);
        assert!((10_000..11_500).contains(&metres), "{metres}");
        assert_eq!(roubaix.distance_m(roubaix), 0);
        assert_eq!(Point::from_degrees(0.0, 0.0), None);
        assert_eq!(Point::from_degrees(f64::NAN, 1.0), None);
    }
}
