//! How a partner's board looks: its accent in light and in dark, its corners, its density. A theme that cannot
//! be read is refused, with the pair of colours that fails and the nearest accent that would do.

use super::{Colour, Refused};
use crate::coded_enum;
use serde::{Deserialize, Serialize};

/// Text is read at this contrast or better (WCAG 1.4.3, AA).
pub const MIN_CONTRAST: f64 = 4.5;
/// Where we choose the colour ourselves it is read better (WCAG 1.4.6, AAA).
const OWN_CONTRAST: f64 = 7.0;
/// The roundest corners, in pixels.
pub const MAX_RADIUS: u8 = 24;

coded_enum! {
    /// Light or dark.
    pub enum Mode {
        /// As the reader's device is set.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

coded_enum! {
    /// How much room there is.
    pub enum Density {
        /// As on our own pages.
        Comfortable = "comfortable",
        /// More offers on a screen.
        Compact = "compact",
    }
}

/// What a partner chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Links, buttons, focus.
    pub accent: Colour,
    /// The accent on dark grounds, where it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent_dark: Option<Colour>,
    /// Light or dark.
    pub mode: Mode,
    /// Corners, in pixels.
    pub radius: u8,
    /// Room.
    pub density: Density,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            accent: Colour([0x0a, 0x54, 0x45]),
            accent_dark: None,
            mode: Mode::Auto,
            radius: 14,
            density: Density::Comfortable,
        }
    }
}

/// The colours of one mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Ground of the page.
    pub paper: Colour,
    /// Ground of a card.
    pub card: Colour,
    /// Ground of a tag, a notice.
    pub tint: Colour,
    /// Text.
    pub ink: Colour,
    /// Quiet text.
    pub soft: Colour,
    /// Lines between things.
    pub line: Colour,
    /// Edges of fields.
    pub edge: Colour,
    /// Links, buttons, focus.
    pub accent: Colour,
    /// Text on the accent.
    pub on_accent: Colour,
}

const fn grey(hex: [u8; 3]) -> Colour {
    Colour(hex)
}

const LIGHT: Palette = Palette {
    paper: grey([0xff, 0xff, 0xff]),
    card: grey([0xff, 0xff, 0xff]),
    tint: grey([0xf1, 0xef, 0xeb]),
    ink: grey([0x22, 0x1f, 0x1a]),
    soft: grey([0x4a, 0x45, 0x3c]),
    line: grey([0xda, 0xd5, 0xcc]),
    edge: grey([0x80, 0x78, 0x6a]),
    accent: Colour::BLACK,
    on_accent: Colour::WHITE,
};

const DARK: Palette = Palette {
    paper: grey([0x17, 0x16, 0x14]),
    card: grey([0x20, 0x1e, 0x1b]),
    tint: grey([0x2e, 0x2b, 0x27]),
    ink: grey([0xf3, 0xef, 0xe7]),
    soft: grey([0xcf, 0xc8, 0xbc]),
    line: grey([0x43, 0x3f, 0x38]),
    edge: grey([0x91, 0x89, 0x7b]),
    accent: Colour::WHITE,
    on_accent: Colour::BLACK,
};

/// A text that cannot be read on its ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Faint {
    /// Which text on which ground, in which mode.
    pub pair: String,
    /// Its contrast.
    pub contrast: f64,
    /// The nearest accent that would do.
    pub nearest: Colour,
}

impl Palette {
    const fn with(self, accent: Colour, on_accent: Colour) -> Self {
        Self { accent, on_accent, ..self }
    }

    /// Every text on every ground that it stands on, named.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, Colour, Colour)> {
        vec![
            ("the accent on the page", self.accent, self.paper),
            ("the accent on a card", self.accent, self.card),
            ("the accent on a notice", self.accent, self.tint),
            ("the text of a button", self.on_accent, self.accent),
            ("text on the page", self.ink, self.paper),
            ("text on a card", self.ink, self.card),
            ("text on a tag", self.ink, self.tint),
            ("quiet text on the page", self.soft, self.paper),
            ("quiet text on a card", self.soft, self.card),
            ("quiet text on a notice", self.soft, self.tint),
        ]
    }

    fn faintest(&self, least: f64) -> Option<(&'static str, f64)> {
        let found = self.pairs().into_iter().map(|(name, text, ground)| (name, text.contrast(ground)));
        found.filter(|(_, contrast)| *contrast < least).min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The accent moved towards black or white until it can be read at this contrast.
    fn readable(self, accent: Colour, least: f64) -> Colour {
        let end = if self.paper.luminance() > 0.5 { Colour::BLACK } else { Colour::WHITE };
        let tried = (0..=100).map(|part| accent.towards(end, part));
        let reads = |colour: &Colour| self.with(*colour, colour.text_on()).faintest(least).is_none();
        tried.into_iter().find(reads).unwrap_or(end)
    }
}

impl Theme {
    /// The colours on light grounds. An accent that was chosen for dark ones alone is made darker until it can be
    /// read: a page may ask for light all the same.
    #[must_use]
    pub fn light(&self) -> Palette {
        let accent = if self.mode == Mode::Dark { LIGHT.readable(self.accent, OWN_CONTRAST) } else { self.accent };
        LIGHT.with(accent, accent.text_on())
    }

    /// The colours on dark grounds: the accent for it where there is one. Where only one was chosen, for light grounds,
    /// it is made lighter until it can be read.
    #[must_use]
    pub fn dark(&self) -> Palette {
        let accent = match (self.accent_dark, self.mode) {
            (Some(dark), Mode::Auto | Mode::Dark) => dark,
            (None, Mode::Dark) => self.accent,
            (other, _) => DARK.readable(other.unwrap_or(self.accent), OWN_CONTRAST),
        };
        DARK.with(accent, accent.text_on())
    }

    /// The palettes that it can show: name, colours.
    #[must_use]
    pub fn shown(&self) -> Vec<(Mode, Palette)> {
        match self.mode {
            Mode::Light => vec![(Mode::Light, self.light())],
            Mode::Dark => vec![(Mode::Dark, self.dark())],
            Mode::Auto => vec![(Mode::Light, self.light()), (Mode::Dark, self.dark())],
        }
    }

    /// The worst pair of colours under [`MIN_CONTRAST`] that it would show; none when all can be read.
    #[must_use]
    pub fn faint(&self) -> Option<Faint> {
        self.shown().into_iter().find_map(|(mode, palette)| {
            let (name, contrast) = palette.faintest(MIN_CONTRAST)?;
            let pair = format!("{name} ({mode})");
            Some(Faint { pair, contrast, nearest: palette.readable(palette.accent, MIN_CONTRAST) })
        })
    }

    /// Whether it can be read.
    ///
    /// # Errors
    /// The pair of colours that cannot, and what would do; corners that are too round.
    pub fn check(&self) -> Result<(), Refused> {
        if self.radius > MAX_RADIUS {
            return Err(Refused::new("radius", &self.radius.to_string(), format!("0 to {MAX_RADIUS} pixels expected")));
        }
        let Some(faint) = self.faint() else { return Ok(()) };
        let dark = faint.pair.ends_with("(dark)");
        let (field, given) = match self.accent_dark.filter(|_| dark) {
            Some(given) => ("accent_dark", given),
            None => ("accent", self.accent),
        };
        // Cut, not rounded: 4.499 is not 4.5.
        let contrast = (faint.contrast * 100.0) as u32;
        let why = format!(
            "contrast {}.{:02}:1 of {}, at least {MIN_CONTRAST}:1 needed; the nearest that can be read is {}",
            contrast / 100,
            contrast % 100,
            faint.pair,
            faint.nearest
        );
        Err(Refused::new(field, &given.to_string(), why))
    }
}
