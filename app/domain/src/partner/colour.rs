//! A colour, and how well one can be read on another (WCAG 2: relative luminance, contrast).

use super::Refused;
use core::fmt;
use serde::{Deserialize, Serialize};

/// Red, green, blue of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Reads `#rgb` or `#rrggbb`.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let hex: Vec<u8> = text
            .trim()
            .strip_prefix('#')
            .unwrap_or_default()
            .chars()
            .map_while(|c| c.to_digit(16))
            .filter_map(|digit| u8::try_from(digit).ok())
            .collect();
        match (hex.as_slice(), text.trim().len() == hex.len() + 1) {
            ([r, g, b], true) => Ok(Self([r * 17, g * 17, b * 17])),
            ([a, b, c, d, e, f], true) => Ok(Self([a << 4 | b, c << 4 | d, e << 4 | f])),
            _ => Err(Refused::new("colour", text, "#rrggbb expected, such as #0a5445")),
        }
    }

    /// Relative luminance, from 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        let [r, g, b] = self.0.map(channel);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// How well one is read on the other: 1 (not at all) to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// White or black, whichever is read better on it: always at 4.5:1 or more.
    #[must_use]
    pub fn text_on(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }

    /// `part` hundredths of the way to another colour.
    #[must_use]
    pub(crate) fn towards(self, other: Self, part: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let mixed = (u16::from(from) * (100 - part) + u16::from(to) * part + 50) / 100;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Self([mix(a, d), mix(b, e), mix(c, f)])
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = Refused;
    fn try_from(text: String) -> Result<Self, Refused> {
        Self::parse(&text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}
