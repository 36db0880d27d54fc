//! Who employs: name, registry number, size, sector. An anonymous employer is kept, never shown.

use crate::coded_enum;
use crate::place::BadCode;
use serde::{Deserialize, Serialize};

/// SIRET: 14 digits with a Luhn key (La Poste's own establishments follow another rule and are accepted).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Siret(String);

impl Siret {
    /// Reads 14 digits, spaces allowed.
    ///
    /// # Errors
    /// When there are not 14 digits or the key is wrong.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let bad = || BadCode::new("SIRET (14 digits with a valid key)", text);
        if digits.len() != 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(bad());
        }
        let luhn: u32 = digits
            .bytes()
            .enumerate()
            .map(|(i, b)| {
                let d = u32::from(b - b'0');
                if i % 2 == 0 { if d > 4 { d * 2 - 9 } else { d * 2 } } else { d }
            })
            .sum();
        let sum: u32 = digits.bytes().map(|b| u32::from(b - b'0')).sum();
        let la_poste = digits.starts_with("356000000") && sum.is_multiple_of(5);
        if luhn.is_multiple_of(10) || la_poste { Ok(Self(digits)) } else { Err(bad()) }
    }

    /// The 14 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Siret {
    type Error = BadCode;
    fn try_from(text: String) -> Result<Self, BadCode> {
        Self::parse(&text)
    }
}

impl From<Siret> for String {
    fn from(siret: Siret) -> Self {
        siret.0
    }
}

coded_enum! {
    /// Section of the French activity nomenclature (NAF rév. 2), A to U.
    pub enum Sector {
        /// Agriculture, sylviculture et pêche.
        A = "A",
        /// Industries extractives.
        B = "B",
        /// Industrie manufacturière.
        C = "C",
        /// Électricité, gaz, vapeur.
        D = "D",
        /// Eau, assainissement, déchets.
        E = "E",
        /// Construction.
        F = "F",
        /// Commerce, réparation d'automobiles.
        G = "G",
        /// Transports et entreposage.
        H = "H",
        /// Hébergement et restauration.
        I = "I",
        /// Information et communication.
        J = "J",
        /// Finance et assurance.
        K = "K",
        /// Immobilier.
        L = "L",
        /// Activités spécialisées, scientifiques et techniques.
        M = "M",
        /// Services administratifs et de soutien (intérim, propreté, sécurité…).
        N = "N",
        /// Administration publique.
        O = "O",
        /// Enseignement.
        P = "P",
        /// Santé et action sociale.
        Q = "Q",
        /// Arts, spectacles, loisirs.
        R = "R",
        /// Autres services.
        S = "S",
        /// Ménages employeurs.
        T = "T",
        /// Activités extra-territoriales.
        U = "U",
    }
}

impl Sector {
    /// From a NAF code ("78.20Z", "7820Z") or a division ("78"). Source: Insee, NAF rév. 2.
    #[must_use]
    pub fn from_naf(naf: &str) -> Option<Self> {
        let division: u8 = naf.trim().get(..2)?.parse().ok()?;
        Some(match division {
            1..=3 => Self::A,
            5..=9 => Self::B,
            10..=33 => Self::C,
            35 => Self::D,
            36..=39 => Self::E,
            41..=43 => Self::F,
            45..=47 => Self::G,
            49..=53 => Self::H,
            55..=56 => Self::I,
            58..=63 => Self::J,
            64..=66 => Self::K,
            68 => Self::L,
            69..=75 => Self::M,
            77..=82 => Self::N,
            84 => Self::O,
            85 => Self::P,
            86..=88 => Self::Q,
            90..=93 => Self::R,
            94..=96 => Self::S,
            97..=98 => Self::T,
            99 => Self::U,
            _ => return None,
        })
    }
}

/// The employer, as far as the source says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Employer {
    /// Name; `None` when the source gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The employer asked not to be named: the name is kept (the law asks the publisher to know it)
    /// but never leaves the server. Use [`Employer::shown_name`].
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub anonymous: bool,
    /// SIRET of the establishment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siret: Option<Siret>,
    /// RNA number of an association (`W` and 9 digits).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rna: Option<String>,
    /// Size as the source writes it ("10 à 19 salariés").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// NAF code ("78.20Z").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naf: Option<String>,
    /// The agency that recruits for the employer (temp agency, France Travail office): its name only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// What the employer says of itself, sanitised text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Entreprise adaptée.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adapted: Option<bool>,
}

impl Employer {
    /// The name that may be shown: none when the employer is anonymous.
    #[must_use]
    pub fn shown_name(&self) -> Option<&str> {
        if self.anonymous { None } else { self.name.as_deref() }
    }

    /// The sector of activity.
    #[must_use]
    pub fn sector(&self) -> Option<Sector> {
        self.naf.as_deref().and_then(Sector::from_naf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_siret_has_a_key() {
        assert!(Siret::parse("732 829 320 00074").is_ok());
        assert!(Siret::parse("73282932000075").is_err());
        assert!(Siret::parse("123").is_err());
    }

    #[test]
    fn an_anonymous_employer_is_never_shown() {
        let employer = Employer {
            name: Some("Dupont".into()),
            anonymous: true,
            naf: Some("78.20Z".into()),
            ..Employer::default()
        };
        assert_eq!(employer.shown_name(), None);
        assert_eq!(employer.sector(), Some(Sector::N));
    }
}
