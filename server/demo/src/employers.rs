//! The demo's employers: fictional, spread over four territories.

use super::{DemoError, rows};
use domain::place::CommuneCode;

/// A fictional employer.
pub(crate) struct DemoEmployer {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    /// NAF section, one letter.
    pub(crate) sector: &'static str,
    pub(crate) naf: &'static str,
    pub(crate) size: &'static str,
    pub(crate) zone: &'static str,
    pub(crate) commune: CommuneCode,
    pub(crate) anonymous: bool,
}

pub(crate) fn all() -> Result<Vec<DemoEmployer>, DemoError> {
    const FILE: &str = "employers.csv";
    rows(include_str!("data/employers.csv"))
        .map(|(line, cells)| {
            let [name, kind, sector, naf, size, zone, commune, anonymous] = cells[..] else {
                return Err(DemoError::new(FILE, line, "8 cells expected"));
            };
            let commune = CommuneCode::parse(commune).map_err(|e| DemoError::new(FILE, line, e))?;
            Ok(DemoEmployer { name, kind, sector, naf, size, zone, commune, anonymous: anonymous == "oui" })
        })
        .collect()
}
