//! Certifications: diplomas, titres professionnels, certificats. CertifInfo (Centre Inffo, Onisep) lists them with
//! the occupations that they lead to; France compétences registers them (RNCP, RS).

use crate::occupation::RomeCode;
use core::fmt;
use serde::{Deserialize, Serialize};

/// A register and a number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CertificationCode {
    /// Répertoire national des certifications professionnelles.
    Rncp(u32),
    /// Répertoire spécifique.
    Rs(u32),
    /// CertifInfo's own number.
    CertifInfo(u32),
}

/// A text that is no such code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("« {0} » n'est pas un code de certification : on attend RNCP ou RS suivi de chiffres, comme RNCP38667")]
pub struct BadCertification(String);

impl CertificationCode {
    /// Reads `RNCP38667`, `RS 5250`, `CERTIFINFO 82182`, in either case.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn parse(text: &str) -> Result<Self, BadCertification> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let digits = plain.find(|c: char| c.is_ascii_digit()).unwrap_or(plain.len());
        let (register, number) = plain.split_at(digits);
        let number = number.parse::<u32>().ok().filter(|number| *number > 0);
        match (register, number) {
            ("RNCP", Some(number)) => Ok(Self::Rncp(number)),
            ("RS", Some(number)) => Ok(Self::Rs(number)),
            ("CERTIFINFO", Some(number)) => Ok(Self::CertifInfo(number)),
            _ => Err(BadCertification(text.chars().take(40).collect())),
        }
    }
}

impl fmt::Display for CertificationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rncp(number) => write!(f, "RNCP{number}"),
            Self::Rs(number) => write!(f, "RS{number}"),
            Self::CertifInfo(number) => write!(f, "CERTIFINFO{number}"),
        }
    }
}

impl TryFrom<String> for CertificationCode {
    type Error = BadCertification;
    fn try_from(text: String) -> Result<Self, BadCertification> {
        Self::parse(&text)
    }
}

impl From<CertificationCode> for String {
    fn from(code: CertificationCode) -> Self {
        code.to_string()
    }
}

/// A certification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certification {
    /// CertifInfo's number.
    pub id: u32,
    /// Its title.
    pub title: String,
    /// What kind of diploma it is, in CertifInfo's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Level in the European frame (EQF), 1 to 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Number in the RNCP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rncp: Option<u32>,
    /// Number in the RS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rs: Option<u32>,
    /// Occupations that it leads to, in ROME 4.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rome: Vec<RomeCode>,
}

impl Certification {
    /// Every code under which a training may name it.
    pub fn codes(&self) -> impl Iterator<Item = CertificationCode> {
        let (rncp, rs) = (self.rncp.map(CertificationCode::Rncp), self.rs.map(CertificationCode::Rs));
        [Some(CertificationCode::CertifInfo(self.id)), rncp, rs].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_there_and_back() {
        for (text, code) in [
            ("RNCP38667", CertificationCode::Rncp(38_667)),
            ("rs 5250", CertificationCode::Rs(5_250)),
            ("CertifInfo 82182", CertificationCode::CertifInfo(82_182)),
        ] {
            assert_eq!(CertificationCode::parse(text), Ok(code));
            assert_eq!(CertificationCode::parse(&code.to_string()), Ok(code));
        }
        for wrong in ["", "38667", "RNCP", "RNCPx1", "RNCP0", "RNCP99999999999"] {
            assert!(CertificationCode::parse(wrong).is_err(), "{wrong}");
        }
    }
}
