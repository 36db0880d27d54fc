//! Communes, occupations and appellations of the demo: true codes and labels, our own definitions.

use super::{DemoError, rows, trades};
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::place::{Commune, CommuneCode, Point};

/// The demo's communes.
///
/// # Errors
/// When our own file is wrong.
pub fn communes() -> Result<Vec<Commune>, DemoError> {
    const FILE: &str = "communes.csv";
    rows(include_str!("data/communes.csv"))
        .map(|(line, cells)| {
            let [code, name, region, postcodes, population, lat, lon, clpe] = cells[..] else {
                return Err(DemoError::new(FILE, line, "8 cells expected"));
            };
            let degrees = |text: &str| text.parse::<f64>().map_err(|e| DemoError::new(FILE, line, e));
            Ok(Commune {
                code: CommuneCode::parse(code).map_err(|e| DemoError::new(FILE, line, e))?,
                name: name.to_owned(),
                region: region.to_owned(),
                postcodes: postcodes.split(' ').map(str::to_owned).collect(),
                population: population.parse().map_err(|e| DemoError::new(FILE, line, e))?,
                point: Point::from_degrees(degrees(lat)?, degrees(lon)?),
                clpe: Some(clpe.to_owned()).filter(|c| !c.is_empty()),
            })
        })
        .collect()
}

/// The demo's occupations, with our own wording of what one does there.
///
/// # Errors
/// When our own files are wrong.
pub fn occupations() -> Result<Vec<Occupation>, DemoError> {
    const FILE: &str = "occupations.csv";
    let trades = trades::all()?;
    rows(include_str!("data/occupations.csv"))
        .map(|(line, cells)| {
            let [code, label, parent] = cells[..] else { return Err(DemoError::new(FILE, line, "3 cells expected")) };
            let code = RomeCode::parse(code).map_err(|e| DemoError::new(FILE, line, e))?;
            let trade = trades.iter().find(|t| t.rome == code);
            let trade = trade.ok_or_else(|| DemoError::new(FILE, line, "no trade of this code"))?;
            Ok(Occupation {
                label: label.to_owned(),
                parent: RomeCode::parse(parent).ok(),
                definition: trade.definition.to_owned(),
                code,
            })
        })
        .collect()
}

/// The demo's appellations.
///
/// # Errors
/// When our own file is wrong.
pub fn appellations() -> Result<Vec<Appellation>, DemoError> {
    const FILE: &str = "appellations.csv";
    rows(include_str!("data/appellations.csv"))
        .map(|(line, cells)| {
            let [ogr, label, rome] = cells[..] else { return Err(DemoError::new(FILE, line, "3 cells expected")) };
            Ok(Appellation {
                ogr: ogr.parse().map_err(|e| DemoError::new(FILE, line, e))?,
                label: label.to_owned(),
                rome: RomeCode::parse(rome).map_err(|e| DemoError::new(FILE, line, e))?,
            })
        })
        .collect()
}
