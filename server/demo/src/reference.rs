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
                former: Vec::new(),
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
    let others = others()?.into_iter().map(|(own, _)| Ok(own));
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
        .chain(others)
        .collect()
}

/// The demo's appellations.
///
/// # Errors
/// When our own file is wrong.
pub fn appellations() -> Result<Vec<Appellation>, DemoError> {
    const FILE: &str = "appellations.csv";
    let mut others = Vec::new();
    for (own, titles) in self::others()? {
        for title in titles {
            let ogr = OTHER_TITLES + others.len() as u32;
            others.push(Ok(Appellation { ogr, label: title.to_owned(), rome: own.code.clone() }));
        }
    }
    rows(include_str!("data/appellations.csv"))
        .map(|(line, cells)| {
            let [ogr, label, rome] = cells[..] else { return Err(DemoError::new(FILE, line, "3 cells expected")) };
            Ok(Appellation {
                ogr: ogr.parse().map_err(|e| DemoError::new(FILE, line, e))?,
                label: label.to_owned(),
                rome: RomeCode::parse(rome).map_err(|e| DemoError::new(FILE, line, e))?,
            })
        })
        .chain(others)
        .collect()
}

/// Numbers of the titles of [`others`] begin here: far from ROME's.
const OTHER_TITLES: u32 = 990_001;

/// Occupations that people come from and that nobody offers here, with their titles.
fn others() -> Result<Vec<(Occupation, Vec<&'static str>)>, DemoError> {
    const FILE: &str = "others.csv";
    rows(include_str!("data/others.csv"))
        .map(|(line, cells)| {
            let [code, label, parent, definition, titles] = cells[..] else {
                return Err(DemoError::new(FILE, line, "5 cells expected"));
            };
            let own = Occupation {
                code: RomeCode::parse(code).map_err(|e| DemoError::new(FILE, line, e))?,
                label: label.to_owned(),
                parent: RomeCode::parse(parent).ok(),
                definition: definition.to_owned(),
            };
            Ok((own, titles.split(',').collect()))
        })
        .collect()
}
